#include "text/address_like.h"

#include <algorithm>

#include "text/word_run.h"

namespace spamlint {
namespace {

bool is_printable_ascii(char c) {
    return c > ' ' && static_cast<unsigned char>(c) < 0x7F;
}
bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}

/// An @ between letters or digits, with a dot and a letter behind it.
bool holds_mail_address(std::string_view chunk) {
    const std::size_t at = chunk.find('@');
    if (at == std::string_view::npos || at == 0 || !is_word_byte(static_cast<unsigned char>(chunk[at - 1])))
        return false;
    for (std::size_t dot = chunk.find('.', at); dot != std::string_view::npos; dot = chunk.find('.', dot + 1)) {
        if (dot + 1 < chunk.size() && is_letter(chunk[dot + 1])) return true;
    }
    return false;
}

bool is_address_like(std::string_view chunk) {
    for (const std::string_view sign : {"://", "www.", "mailto:", "{{", "%%", "<%", "*|", "|*"}) {
        if (chunk.find(sign) != std::string_view::npos) return true;
    }
    const auto parts = std::count_if(chunk.begin(), chunk.end(),
                                     [](char c) { return c == '/' || c == '=' || c == '&' || c == '?' || c == '\\'; });
    return parts >= 2 || holds_mail_address(chunk);
}

}  // namespace

bool AddressLike::holds(std::size_t at) {
    if (at >= begin_ && at < end_) return verdict_;
    const std::size_t floor = at >= end_ ? end_ : 0;
    begin_ = at;
    while (begin_ > floor && is_printable_ascii(plain_[begin_ - 1])) --begin_;
    end_ = at;
    while (end_ < plain_.size() && is_printable_ascii(plain_[end_])) ++end_;
    end_ = std::max(end_, at + 1);
    verdict_ = is_address_like(plain_.substr(begin_, end_ - begin_));
    return verdict_;
}

}  // namespace spamlint
