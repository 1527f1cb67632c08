#include <algorithm>
#include <cstddef>
#include <optional>

#include "facts/code_points.h"
#include "facts/placeholder.h"
#include "span/byte_set.h"

// The engines' delimiters, and what must stand between them so that prose, prices, CSS, JSON and code do not count:
// "{", "50% off", "[1]", "{ color: red }", "{{1, 2}, {3, 4}}" are no placeholders.

namespace spamlint {
namespace {

constexpr std::size_t longest = 200;  // bytes of one expression; longer ones are code, not a field of a template

/// Letters of any script: Chinese templates write {{姓名}}.
bool starts_name(char c) {
    return ascii::is_alpha(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
bool continues_name(char c) {
    return starts_name(c) || ascii::is_digit(c) || c == '.' || c == '-';
}
bool is_name(std::string_view text) {
    return !text.empty() && starts_name(text[0]) && std::all_of(text.begin(), text.end(), continues_name);
}

std::string_view skip_spaces(std::string_view text) {
    while (!text.empty() && (text[0] == ' ' || text[0] == '\t' || text[0] == '\n')) text.remove_prefix(1);
    return text;
}

/// A text from one place of it on.
struct Here : std::string_view {
    Here(std::string_view text, std::size_t at, Closings& of)
        : std::string_view(text.substr(at)), place(at), closings(of) {}

    /// Offset of `close` from `from` on where an expression that begins here may be closed; else npos.
    std::size_t find_close(std::string_view close, std::size_t from) const {
        const std::size_t end = closings.find(close, place + from);
        return end == npos || end + close.size() > place + longest ? npos : end - place;
    }

    std::size_t place;
    Closings& closings;
};

struct Found {
    std::string_view engine;
    std::size_t size;
    bool closed;
};

/// `open`, what `accepts`, `close`; nothing when it is not closed or not accepted.
template <typename Accepts>
std::optional<Found> pair(std::string_view engine, const Here& text, std::string_view open, std::string_view close,
                          Accepts accepts) {
    if (!text.starts_with(open)) return std::nullopt;
    const auto end = text.find_close(close, open.size());
    if (end == std::string_view::npos || !accepts(text.substr(open.size(), end - open.size()))) return std::nullopt;
    return Found{engine, end + close.size(), true};
}

/// `open` and a name, and no `close` before the expression would be too long or its line ends.
std::optional<Found> unclosed(std::string_view engine, const Here& text, std::string_view open,
                              std::string_view close) {
    if (!text.starts_with(open) || text.find_close(close, open.size()) != std::string_view::npos) return std::nullopt;
    const std::string_view rest = skip_spaces(text.substr(0, longest).substr(open.size()));
    std::size_t name = 0;
    while (name < rest.size() && continues_name(rest[name])) ++name;
    if (name < 2 || !starts_name(rest[0])) return std::nullopt;
    // What follows the name must not be code: "{{name, other" is an initialiser, "{{name " or "{{name}" a slip.
    if (name < rest.size() && std::string_view(" }|\n<%.!?").find(rest[name]) == std::string_view::npos)
        return std::nullopt;
    return Found{engine, static_cast<std::size_t>(rest.data() - text.data()) + name, false};
}

bool is_expression(std::string_view inside) {
    if (inside.find_first_of("{}\n") != std::string_view::npos) return false;
    std::string_view text = skip_spaces(inside);
    if (!text.empty() && std::string_view("#/^>&!~-=*").find(text[0]) != std::string_view::npos)
        text = skip_spaces(text.substr(1));
    return !text.empty() &&
           (starts_name(text[0]) || std::string_view("$@.\"'(").find(text[0]) != std::string_view::npos);
}

bool is_tag(std::string_view inside) {
    while (!inside.empty() && (inside[0] == '-' || inside[0] == '=' || inside[0] == '#' || inside[0] == '@'))
        inside.remove_prefix(1);
    inside = skip_spaces(inside);
    // "$name" of PHP, "@user" of Ruby
    return !inside.empty() && (starts_name(inside[0]) || inside[0] == '$' || inside[0] == '@');
}

bool is_mailchimp(std::string_view inside) {
    return !inside.empty() && (ascii::is_alpha(inside[0]) || inside[0] == '_') &&
           inside.find_first_of("*\n") == std::string_view::npos;
}

/// ${user.name!}, ${user.name!"reader"}, ${(user.name)!} of FreeMarker: a name, and behind "!" what stands for it.
bool is_freemarker(std::string_view inside) {
    const auto mark = inside.find('!');
    if (mark == std::string_view::npos || inside.find_first_of("{}\n") != std::string_view::npos) return false;
    std::string_view name = inside.substr(0, mark);
    if (name.starts_with("(") && name.ends_with(")")) name = name.substr(1, name.size() - 2);
    const std::string_view fallback = inside.substr(mark + 1);
    return is_name(name) && (fallback.empty() || fallback[0] == '"' || fallback[0] == '\'');
}

/// $firstName$ of StringTemplate, -first_name- of SendGrid: two words in one, since "$x$" is a formula and "-in-law-" a
/// word.
bool is_compound_name(std::string_view inside) {
    if (inside.size() < 4 || !ascii::is_alpha(inside[0]) || !ascii::is_alpha(inside.back())) return false;
    const auto fits = [](char c) { return ascii::is_alnum(c) || c == '_'; };
    return std::all_of(inside.begin(), inside.end(), fits) && inside.find('_') != std::string_view::npos;
}
bool is_camel_name(std::string_view inside) {
    if (inside.size() < 4 || !ascii::is_alpha(inside[0]) || (inside[0] >= 'A' && inside[0] <= 'Z')) return false;
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return std::all_of(inside.begin(), inside.end(), ascii::is_alpha) &&
           std::count_if(inside.begin(), inside.end(), capital) == 1 && !capital(inside.back());
}

bool is_short_name(std::string_view inside) {
    return inside.size() >= 3 && is_name(inside);
}

/// UPPER_CASE with an underscore: [FIRST_NAME], but not [PATCH], [1] or [EXTERNAL].
bool is_upper_name(std::string_view inside) {
    return inside.size() >= 3 && ascii::is_alpha(inside[0]) && inside.find('_') != std::string_view::npos &&
           std::all_of(inside.begin(), inside.end(),
                       [](char c) { return (c >= 'A' && c <= 'Z') || ascii::is_digit(c) || c == '_'; });
}

bool is_campaign_field(std::string_view inside) {
    const auto comma = inside.find(',');
    return comma != std::string_view::npos && is_name(inside.substr(0, comma)) &&
           skip_spaces(inside.substr(comma + 1)).starts_with("fallback=");
}

bool is_brace_name(std::string_view inside) {
    if (inside.size() == 1 && ascii::is_digit(inside[0])) return true;  // {0} of .NET and Java
    return inside.size() >= 2 && is_name(inside) && inside.find('-') == std::string_view::npos;
}

/// {first_name|there} of mail merges, and {Hi|Hello} of spinners: a name, a bar, one text.
bool is_choice(std::string_view inside) {
    const auto bar = inside.find('|');
    return bar != std::string_view::npos && is_brace_name(inside.substr(0, bar)) &&
           inside.find_first_of("|{}\n", bar + 1) == std::string_view::npos;
}

std::optional<Found> at_brace(const Here& text, char before) {
    if (auto found = pair("mustache", text, "{{{", "}}}", is_expression)) return found;
    if (auto found = pair("mustache", text, "{{", "}}", is_expression)) return found;
    if (auto found = unclosed("mustache", text, "{{", "}}")) return found;
    if (auto found = pair("liquid-tag", text, "{%", "%}", is_tag)) return found;
    if (auto found = unclosed("liquid-tag", text, "{%", "%}")) return found;
    if (auto found = pair("jinja-comment", text, "{# ", " #}", [](auto) { return true; })) return found;
    if (auto found = pair("salesforce", text, "{!", "}",
                          [](auto inside) { return is_name(inside.substr(inside.starts_with("$") ? 1 : 0)); }))
        return found;
    if (auto found = pair("smarty", text, "{$", "}", is_short_name)) return found;
    // A lone brace counts where no code or formula leads up to it.
    const bool free = before == '\0' || before == ' ' || before == '\n' || before == '"' || before == '(' ||
                      before == ',' || static_cast<unsigned char>(before) >= 0x80;
    if (!free) return std::nullopt;
    const auto found = pair("brace", text, "{", "}", is_brace_name);
    return found ? found : pair("brace", text, "{", "}", is_choice);
}

std::optional<Found> at_percent(const Here& text, char before) {
    if (auto found = pair("ampscript", text, "%%=", "=%%", is_expression)) return found;
    if (auto found = pair("percent-percent", text, "%%", "%%", is_short_name)) return found;
    if (auto found = pair("percent-brace", text, "%{", "}", is_name)) return found;
    if (auto found = pair("python", text, "%(", ")s", is_name)) return found;
    if (ascii::is_alnum(before) || before == '%') return std::nullopt;  // 50%off%
    auto found = pair("percent", text, "%", "%", is_short_name);
    const bool goes_on =
        found && found->size < text.size() && (ascii::is_alnum(text[found->size]) || text[found->size] == '%');
    return goes_on ? std::nullopt : found;
}

std::optional<Found> at_bracket(const Here& text) {
    if (auto found = pair("double-bracket", text, "[[", "]]", is_name)) return found;
    if (auto found = pair("bracket", text, "[", "]", is_upper_name)) return found;
    return pair("campaign-monitor", text, "[", "]", is_campaign_field);
}

std::optional<Found> at_angle(const Here& text) {
    if (auto found = pair("erb", text, "<%", "%>", is_tag)) return found;
    if (auto found = unclosed("erb", text, "<%=", "%>")) return found;
    if (auto found = pair("php", text, "<?=", "?>", is_tag)) return found;
    if (!text.starts_with("<?php")) return std::nullopt;
    // A PHP block may be long, and the end of the file closes it too.
    auto found = pair("php", text, "<?php", "?>", [](auto) { return true; });
    return found ? found : Found{"php", 5, true};
}

std::optional<Found> at_razor(std::string_view text) {
    for (const std::string_view prefix : {"@Model.", "@ViewBag.", "@(Model."}) {
        if (!text.starts_with(prefix)) continue;
        std::size_t end = prefix.size();
        while (end < text.size() && end < longest &&
               (ascii::is_alnum(text[end]) || text[end] == '.' || text[end] == '_'))
            ++end;
        if (end > prefix.size()) return Found{"razor", end, true};
    }
    return std::nullopt;
}

std::optional<Found> at_sign(const Here& text, char before) {
    switch (text[0]) {
        case '{':
            return at_brace(text, before);
        case '<':
            return at_angle(text);
        case '%':
            return at_percent(text, before);
        case '[':
            return at_bracket(text);
        case '@':
            return ascii::is_alnum(before) ? std::nullopt : at_razor(text);
        case '*':
            if (auto found = pair("mailchimp", text, "*|", "|*", is_mailchimp)) return found;
            return text.starts_with("*| ") ? std::nullopt : unclosed("mailchimp", text, "*|", "|*");
        case '$':
            if (auto found = pair("velocity", text, "$!{", "}", is_name)) return found;
            if (auto found = pair("dollar", text, "${", "}", is_name)) return found;
            if (auto found = pair("freemarker", text, "${", "}", is_freemarker)) return found;
            if (auto found = pair("string-template", text, "$", "$",
                                  [](auto inside) { return is_camel_name(inside) || is_compound_name(inside); }))
                return found;
            return unclosed("dollar", text, "${", "}");
        case '#':
            if (auto found = pair("hash", text, "#{", "}", is_name)) return found;
            return pair("double-hash", text, "##", "##", is_short_name);
        case '-': {
            const auto free = [](char c) {
                return !ascii::is_alnum(c) && c != '-' && c != '_' && c != '/' && c != '.';
            };
            const auto found = free(before) ? pair("sendgrid", text, "-", "-", is_compound_name) : std::nullopt;
            return found && (found->size == text.size() || free(text[found->size])) ? found : std::nullopt;
        }
        default:
            return std::nullopt;
    }
}

/// "%7B%7Bname%7D%7D" as "{{name}}": mail tools escape braces in addresses.
std::string with_decoded_braces(std::string_view address) {
    std::string decoded;
    for (std::size_t at = 0; at < address.size(); ++at) {
        const int byte = percent_escape(address, at);
        const bool brace = byte == '{' || byte == '}' || byte == '|' || byte == '[' || byte == ']';
        decoded += brace ? static_cast<char>(byte) : address[at];
        if (brace) at += 2;
    }
    return decoded;
}

std::vector<PlaceholderMatch> search(std::string_view text, bool address, std::size_t most) {
    std::vector<PlaceholderMatch> matches;
    Closings closings(text);
    static constexpr ByteSet beginnings("{<%[*$#@-");
    for (std::size_t at = beginnings.find(text, 0); at < text.size() && matches.size() < most;
         at = beginnings.find(text, at)) {
        const bool escape = address && percent_escape(text, at) >= 0;
        auto found = escape ? std::nullopt : placeholder_at(text, at, closings);
        at = found ? found->span.end : at + 1;
        if (found) matches.push_back(std::move(*found));
    }
    return matches;
}

}  // namespace

std::optional<PlaceholderMatch> placeholder_at(std::string_view text, std::size_t at, Closings& closings) {
    const auto found = at_sign(Here(text, at, closings), at == 0 ? '\0' : text[at - 1]);
    if (!found) return std::nullopt;
    return PlaceholderMatch{
        found->engine, {at, at + found->size}, found->closed, std::string(text.substr(at, found->size))};
}

std::vector<PlaceholderMatch> placeholders_in_text(std::string_view text, std::size_t most) {
    return search(text, false, most);
}

std::vector<PlaceholderMatch> placeholders_in_address(std::string_view address, std::size_t most) {
    const std::string text = with_decoded_braces(address);
    auto matches = search(text, true, most);
    // A whole address in brackets is a field of Campaign Monitor or a hand-made template: href="[unsubscribe]".
    if (matches.empty() && text.size() > 2 && text.front() == '[' && text.back() == ']' &&
        is_name(std::string_view(text).substr(1, text.size() - 2)))
        matches.push_back({"bracket", {0, text.size()}, true, text});
    return matches;
}

}  // namespace spamlint
