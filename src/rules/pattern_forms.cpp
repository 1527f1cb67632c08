#include "rules/pattern_forms.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "span/utf8.h"

namespace spamlint {
namespace {

constexpr std::size_t kLongRepeat = 10;  // from here on a repeat costs more than a second search where it is relaxed

std::optional<std::size_t> number(std::string_view digits, int base = 10) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

/// The size of an escape like \x{4E00} at the text's begin, of a character beyond ASCII; 0 where none is.
std::size_t escaped_beyond_ascii(std::string_view pattern) {
    if (!pattern.starts_with("\\x{")) return 0;
    const std::size_t end = pattern.find('}');
    if (end == std::string_view::npos) return 0;
    return number(pattern.substr(3, end - 3), 16).value_or(0) >= 0x80 ? end + 1 : 0;
}

std::size_t character_size(std::string_view text) {
    std::size_t size = 1;
    while (size < text.size() && utf8::continues(static_cast<unsigned char>(text[size]))) ++size;
    return size;
}

/// An escape's backslash and the character behind it.
std::size_t escape_size(std::string_view pattern) {
    return pattern.size() < 2 ? pattern.size() : 1 + character_size(pattern.substr(1));
}

}  // namespace

std::string ascii_form(std::string_view pattern) {
    constexpr std::string_view never = "\\xFF";  // stands for each character that no text of ASCII holds
    std::string form;
    while (!pattern.empty()) {
        std::size_t size = escaped_beyond_ascii(pattern);
        if (size > 0) {
            form += never;
        } else if (static_cast<unsigned char>(pattern.front()) >= 0x80) {
            size = character_size(pattern);
            form += never;
        } else {
            size = pattern.front() == '\\' ? escape_size(pattern) : 1;
            form += pattern.substr(0, size);
        }
        pattern.remove_prefix(size);
    }
    return form;
}

std::size_t class_size(std::string_view pattern) {
    std::size_t at = pattern.starts_with("[^") ? 2 : 1;
    if (at < pattern.size() && pattern[at] == ']') ++at;
    while (at < pattern.size() && pattern[at] != ']') {
        const std::string_view rest = pattern.substr(at);
        const std::size_t name_end = rest.starts_with("[:") ? rest.find(":]") : std::string_view::npos;
        if (name_end != std::string_view::npos)
            at += name_end + 2;
        else
            at += rest.front() == '\\' ? escape_size(rest) : character_size(rest);
    }
    return std::min(at + 1, pattern.size());
}

Repeat repeat_at(std::string_view pattern) {
    const std::size_t end = pattern.find('}');
    if (!pattern.starts_with('{') || end == std::string_view::npos) return {};
    const std::string_view inside = pattern.substr(1, end - 1);
    const std::size_t comma = inside.find(',');
    const auto least = number(inside.substr(0, comma));
    if (!least) return {};
    if (comma == std::string_view::npos) return {end + 1, *least, *least};
    if (comma + 1 == inside.size()) return {end + 1, *least, *least, false};
    const auto most = number(inside.substr(comma + 1));
    return most ? Repeat{end + 1, *least, *most} : Repeat{};
}

std::string relaxed_form(std::string_view pattern) {
    std::string form;
    bool relaxed = false;
    while (!pattern.empty()) {
        const Repeat repeat = repeat_at(pattern);
        std::size_t size = 1;
        if (repeat.size > 0 && repeat.most >= kLongRepeat) {
            form += repeat.least == 0 ? '*' : '+';
            size = repeat.size;
            relaxed = true;
        } else {
            if (pattern.front() == '[')
                size = class_size(pattern);
            else if (pattern.front() == '\\')
                size = escape_size(pattern);
            form += pattern.substr(0, size);
        }
        pattern.remove_prefix(size);
    }
    return relaxed ? form : std::string();
}

}  // namespace spamlint
