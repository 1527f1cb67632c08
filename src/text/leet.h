#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/address_like.h"
#include "text/joins.h"

namespace spamlint {

/// The letter that an ASCII digit or sign stands for when it is written for a letter; 0 if for none.
/// 1, ! and | stand for i or l.
char leet_letter(char32_t c);

/// A sign that may stand for a letter and is no letter or digit: @ $ ! |
inline bool is_leet_sign(char c) {
    return c == '@' || c == '$' || c == '!' || c == '|';
}

/// Finds digits and signs written for letters: only inside words, and only where the whole has the shape of a word and
/// not of a number, price, code or address (c1aim, m0ney, cl@im, acce$$; not mp3, b2b, covid19, 4th, $100).
class Leet {
public:
    explicit Leet(std::string_view plain) : plain_(plain) {}

    /// Looks at the token around `at`, and adds what it finds. Each token is looked at once.
    void token(std::size_t at, AddressLike& addresses, Joins& joins);

private:
    std::string_view plain_;
    std::size_t done_ = 0;
};

}  // namespace spamlint
