#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "span/span.h"

namespace spamlint::fuzz {

inline bool begins_character(std::string_view text, std::size_t at) {
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}
inline bool is_space(char c) {
    return static_cast<unsigned char>(c) <= ' ';
}

/// Some stretches of whole characters of a UTF-8 text, of up to `most` bytes, without white space: those of which can
/// be said what they come from.
inline std::vector<Span> stretches(std::string_view text, std::size_t most) {
    constexpr std::size_t samples = 24;
    std::vector<Span> all;
    for (std::size_t at = 0; at < text.size(); at += 1 + text.size() / samples) {
        std::size_t begin = at;
        while (begin < text.size() && (!begins_character(text, begin) || is_space(text[begin]))) ++begin;
        std::size_t end = begin;
        for (std::size_t i = begin; i < text.size() && i < begin + most && !is_space(text[i]); ++i)
            if (begins_character(text, i + 1)) end = i + 1;
        if (begin < end) all.push_back({begin, end});
    }
    return all;
}

inline std::string_view bytes_at(std::string_view text, Span span) {
    return text.substr(span.begin, span.size());
}

inline bool holds(std::string_view text, std::string_view stretch) {
    return text.find(stretch) != std::string_view::npos;
}

}  // namespace spamlint::fuzz
