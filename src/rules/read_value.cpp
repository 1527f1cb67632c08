#include "rules/read_value.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include "rules/texts.h"

namespace spamlint {
namespace {

std::string quoted(std::string_view text) {
    return "'" + std::string(text) + "'";
}

std::vector<std::string_view> names_of(const Keys& keys) {
    std::vector<std::string_view> names;
    for (const Key& key : keys) names.push_back(key.name);
    return names;
}

bool is_blank(const std::string& text) {
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

std::string trimmed(double number) {
    std::string text = std::to_string(number);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

}  // namespace

bool check_keys(const YamlNode& node, const Keys& keys, std::string_view what, Problems& problems) {
    const std::vector<std::string_view> known = names_of(keys);
    if (!node.is_mapping()) {
        problems.add(node.place, std::string(what) + " must be a mapping; its keys are " + one_of(known));
        return false;
    }
    std::set<std::string_view> seen;
    for (const YamlNode& key : node.keys) {
        if (std::find(known.begin(), known.end(), key.text) == known.end()) {
            std::string hint = did_you_mean(key.text, known);
            if (hint.empty()) hint = "; the keys here are " + one_of(known);
            problems.add(key.place, "unknown key " + quoted(key.text) + " in " + std::string(what) + hint);
        } else if (!seen.insert(key.text).second) {
            problems.add(key.place, "key " + quoted(key.text) + " stands twice; keep one");
        }
    }
    for (const Key& key : keys)
        if (key.required && !seen.contains(key.name))
            problems.add(node.place,
                         std::string(what) + " has no " + quoted(key.name) + "; add it: " + std::string(key.meaning));
    return true;
}

std::optional<std::string> read_text(const YamlNode& node, std::string_view what, Problems& problems) {
    if (node.is_scalar() && !is_blank(node.text)) return node.text;
    problems.add(node.place,
                 std::string(what) + (node.is_scalar() || node.kind == YamlNode::Kind::null ? " is empty; write a text"
                                                                                            : " must be a text"));
    return std::nullopt;
}

std::optional<double> as_number(const std::string& text) {
    double number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);  // knows no locale
    if (read.ec != std::errc() || read.ptr != end || !std::isfinite(number)) return std::nullopt;
    return number;
}

std::optional<double> read_number(const YamlNode& node, std::string_view what, double least, double most,
                                  Problems& problems) {
    const std::optional<double> number = node.is_scalar() && !node.quoted ? as_number(node.text) : std::nullopt;
    if (number && *number >= least && *number <= most) return number;
    problems.add(node.place, std::string(what) + " must be a number from " + trimmed(least) + " to " + trimmed(most) +
                                 (node.is_scalar() ? ", not " + quoted(node.text) : std::string()));
    return std::nullopt;
}

Localised read_localised(const YamlNode& node, std::string_view what, Problems& problems) {
    Localised text;
    if (!check_keys(node, localised_keys(), what, problems)) return text;
    if (const YamlNode* en = node.find("en"))
        text.en = keep(read_text(*en, std::string(what) + ".en", problems).value_or(""));
    if (const YamlNode* zh = node.find("zh"))
        text.zh = keep(read_text(*zh, std::string(what) + ".zh", problems).value_or(""));
    return text;
}

std::vector<std::string> read_texts(const YamlNode& node, std::string_view what, Problems& problems) {
    std::vector<std::string> texts;
    if (!node.is_sequence()) {
        problems.add(node.place, std::string(what) + " must be a list: [a, b]");
        return texts;
    }
    for (const YamlNode& item : node.items)
        if (auto text = read_text(item, "an item of " + std::string(what), problems)) texts.push_back(std::move(*text));
    return texts;
}

std::optional<std::string_view> read_name(const YamlNode& node, std::string_view what,
                                     const std::vector<std::string_view>& known, Problems& problems) {
    if (node.is_scalar() && std::find(known.begin(), known.end(), node.text) != known.end()) return keep(node.text);
    if (!node.is_scalar()) {
        problems.add(node.place, std::string(what) + " must be a name: " + one_of(known));
        return std::nullopt;
    }
    std::string hint = did_you_mean(node.text, known);
    if (hint.empty()) hint = known.empty() ? "; none is declared" : known_names(node.text, known);
    problems.add(node.place, "unknown " + std::string(what) + " " + quoted(node.text) + hint);
    return std::nullopt;
}

std::vector<std::string_view> read_names(const YamlNode& node, std::string_view what,
                                    const std::vector<std::string_view>& known, Problems& problems) {
    std::vector<std::string_view> names;
    if (!node.is_sequence()) {
        problems.add(node.place, "write the " + std::string(what) + "s as a list: [a, b]");
        return names;
    }
    for (const YamlNode& item : node.items)
        if (auto name = read_name(item, what, known, problems)) names.push_back(*name);
    if (node.items.empty())
        problems.add(node.place, "empty list; name a " + std::string(what) + " or leave the key out");
    return names;
}

Place place_of_key(const YamlNode& mapping, std::string_view key) {
    for (const YamlNode& candidate : mapping.keys)
        if (candidate.text == key) return candidate.place;
    return mapping.place;
}

}  // namespace spamlint
