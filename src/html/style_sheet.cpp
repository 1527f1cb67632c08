#include "html/style_sheet.h"

#include <algorithm>

#include "html/ascii.h"
#include "html/limits.h"

namespace spamlint {
namespace {

constexpr std::size_t kMaxCompounds = 8;

/// Offset behind the '}' that closes the '{' at `at`; strings and comments skipped.
std::size_t block_end(std::string_view css, std::size_t at) {
    std::size_t depth = 0;
    for (; at < css.size(); ++at) {
        const char c = css[at];
        if (c == '{') ++depth;
        if (c == '}' && --depth == 0) return at + 1;
        if (c == '/' && css.substr(at, 2) == "/*") at = std::min(css.find("*/", at + 2), css.size() - 2) + 1;
    }
    return css.size();
}

/// Drops white space, comments and the comment signs that old clients needed, <!-- and -->.
std::size_t skip_blank(std::string_view css, std::size_t at) {
    for (;;) {
        while (at < css.size() && (is_space(css[at]) || css[at] == ';' || css[at] == '}')) ++at;
        const std::string_view rest = css.substr(std::min(at, css.size()));
        if (rest.starts_with("/*"))
            at = std::min(css.find("*/", at + 2), css.size() - 2) + 2;
        else if (rest.starts_with("<!--"))
            at += 4;
        else if (rest.starts_with("-->"))
            at += 3;
        else
            return at;
    }
}

bool is_name(char c) {
    return ascii::is_alpha(c) || ascii::is_digit(c) || c == '-' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t name_size(std::string_view text) {
    std::size_t size = 0;
    while (size < text.size() && is_name(text[size])) ++size;
    return size;
}

std::uint32_t hash_of(char sort, std::string_view name) {
    std::uint32_t hash = (2166136261u ^ static_cast<unsigned char>(sort)) * 16777619u;  // FNV-1a
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return hash;
}

template <class Use>
void each_class(std::string_view classes, Use use) {
    while (!(classes = trim(classes)).empty()) {
        std::size_t size = 0;
        while (size < classes.size() && !is_space(classes[size])) ++size;
        use(classes.substr(0, size));
        classes.remove_prefix(size);
    }
}

bool has_class(std::string_view classes, std::string_view wanted) {
    bool found = false;
    each_class(classes, [&](std::string_view name) { found = found || name == wanted; });
    return found;
}

}  // namespace

bool holds_on_screens(std::string_view queries) {
    for (std::string_view rest = queries;;) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        std::string_view query = trim(rest.substr(0, comma));
        if (starts_lower(query, "only ")) query = trim(query.substr(5));
        if (query.empty() || equals_lower(query, "all") || equals_lower(query, "screen")) return true;
        if (comma == rest.size()) return false;
        rest.remove_prefix(comma + 1);
    }
}

void StyleSheet::read(std::string_view css, std::size_t begin) {
    for (std::size_t at = skip_blank(css, 0); at < css.size(); at = skip_blank(css, at)) {
        if (css[at] == '@') {
            at = at_rule(css, at, begin);
            continue;
        }
        const std::size_t open = css.find('{', at);
        if (open == css.npos) return;
        const std::size_t end = block_end(css, open);
        const std::size_t content_end = css[end - 1] == '}' ? end - 1 : end;
        rule(css.substr(at, open - at), css.substr(open + 1, std::max(content_end, open + 1) - open - 1),
             begin + open + 1);
        at = end;
    }
}

std::size_t StyleSheet::at_rule(std::string_view css, std::size_t at, std::size_t begin) {
    const std::size_t stop = std::min(css.find_first_of(";{", at), css.size());
    const std::string_view name = css.substr(at + 1, name_size(css.substr(at + 1)));
    if (equals_lower(name, "media")) has_media_query_ = true;
    if (equals_lower(name, "import")) imports_.push_back({begin + at, begin + std::min(stop + 1, css.size())});
    if (stop < css.size() && css[stop] == '{') {
        const std::string_view queries = css.substr(at + 1 + name.size(), stop - at - 1 - name.size());
        // Its rules are read on as if they stood outside: skip_blank() takes the '}' behind them.
        return equals_lower(name, "media") && holds_on_screens(queries) ? stop + 1 : block_end(css, stop);
    }
    return std::min(stop + 1, css.size());
}

void StyleSheet::rule(std::string_view prelude, std::string_view block, std::size_t block_begin) {
    const auto first = declarations_.size();
    read_declarations(block, declarations_);
    if (declarations_.size() == first) return;
    for (std::size_t i = first; i < declarations_.size(); ++i)
        if (Span& url = declarations_[i].url; !url.empty()) url = {url.begin + block_begin, url.end + block_begin};
    while (!prelude.empty()) {
        const std::size_t comma = std::min(prelude.find(','), prelude.size());
        selector(trim(prelude.substr(0, comma)), static_cast<std::uint32_t>(first),
                 static_cast<std::uint32_t>(declarations_.size() - first));
        prelude.remove_prefix(std::min(comma + 1, prelude.size()));
    }
}

void StyleSheet::selector(std::string_view text, std::uint32_t first_declaration, std::uint32_t declaration_count) {
    if (rules_.size() >= kMaxStyleRules) {
        cut_ = true;
        return;
    }
    const std::size_t first = compounds_.size(), first_class = classes_.size();
    Rule rule{static_cast<std::uint32_t>(first), 0, 0, first_declaration, declaration_count};
    bool child = false, understood = !text.empty();
    while (understood && !text.empty()) {
        const std::size_t size = std::min(text.find_first_of(" \t\r\n\f>"), text.size());
        Compound next;
        next.child = child;
        understood = size > 0 && compounds_.size() - first < kMaxCompounds &&
                     compound(text.substr(0, size), next, rule.specificity);
        compounds_.push_back(next);
        text = trim(text.substr(size));
        child = !text.empty() && text.front() == '>';
        if (child) text = trim(text.substr(1));
    }
    if (!understood || child) {
        compounds_.resize(first);
        classes_.resize(first_class);
        return;
    }
    rule.compound_count = static_cast<std::uint32_t>(compounds_.size() - first);
    std::reverse(compounds_.begin() + static_cast<std::ptrdiff_t>(first), compounds_.end());
    rules_.push_back(rule);
}

bool StyleSheet::compound(std::string_view text, Compound& compound, std::uint32_t& specificity) {
    compound.first_class = static_cast<std::uint32_t>(classes_.size());
    if (is_name(text.front())) {
        const std::size_t size = name_size(text);
        compound.tag = gumbo_tagn_enum(text.data(), static_cast<unsigned>(size));
        if (compound.tag == GUMBO_TAG_UNKNOWN) return false;
        specificity += 1;
        text.remove_prefix(size);
    } else if (text.front() == '*') {
        text.remove_prefix(1);
    }
    while (!text.empty()) {
        const char sort = text.front();
        const std::size_t size = name_size(text.substr(1));
        if (size == 0 || !simple(sort, text.substr(1, size), compound, specificity)) return false;
        text.remove_prefix(1 + size);
    }
    return true;
}

bool StyleSheet::simple(char sort, std::string_view name, Compound& compound, std::uint32_t& specificity) {
    if (sort == '.') {
        classes_.push_back(name);
        ++compound.class_count;
        specificity += 1u << 10;
        return true;
    }
    if (sort == '#') {
        compound.id = name;
        specificity += 1u << 20;
        return true;
    }
    if (sort != ':' || !equals_lower(name, "link")) return false;
    compound.link = true;
    specificity += 1u << 10;
    return true;
}

std::uint32_t StyleSheet::key_of(const Rule& rule) const {
    const Compound& last = compounds_[rule.first_compound];
    if (!last.id.empty()) return hash_of('#', last.id);
    if (last.class_count > 0) return hash_of('.', classes_[last.first_class]);
    return last.tag;
}

void StyleSheet::index() {
    keys_.reserve(rules_.size());
    for (std::uint32_t i = 0; i < rules_.size(); ++i) keys_.push_back({key_of(rules_[i]), i});
    std::sort(keys_.begin(), keys_.end());
}

void StyleSheet::match(std::span<const ElementKey> path, std::vector<MatchedRule>& matched) {
    matched.clear();
    if (keys_.empty()) return;
    const ElementKey& element = path.back();
    match_key(GUMBO_TAG_LAST, path, matched);
    match_key(element.tag, path, matched);
    if (!element.id.empty()) match_key(hash_of('#', element.id), path, matched);
    each_class(element.classes, [&](std::string_view name) { match_key(hash_of('.', name), path, matched); });
    std::sort(matched.begin(), matched.end(), [](const MatchedRule& a, const MatchedRule& b) {
        return a.specificity != b.specificity ? a.specificity < b.specificity : a.order < b.order;
    });
}

void StyleSheet::match_key(std::uint32_t hash, std::span<const ElementKey> path, std::vector<MatchedRule>& matched) {
    for (auto key = std::lower_bound(keys_.begin(), keys_.end(), Key{hash, 0}); key != keys_.end() && key->hash == hash;
         ++key) {
        if (work_ > kMaxStyleWork) {
            cut_ = true;
            return;
        }
        const Rule& rule = rules_[key->rule];
        if (matches(rule, path))
            matched.push_back(
                {rule.specificity, key->rule, {declarations_.data() + rule.first_declaration, rule.declaration_count}});
    }
}

/// Descendant compounds are taken by the nearest ancestor that matches. With child combinators among them that may
/// miss a match that backtracking would find, never invent one.
bool StyleSheet::matches(const Rule& rule, std::span<const ElementKey> path) {
    if (!matches(compounds_[rule.first_compound], path.back())) return false;
    std::size_t ancestor = path.size() - 1;
    for (std::uint32_t i = 1; i < rule.compound_count; ++i) {
        const Compound& wanted = compounds_[rule.first_compound + i];
        const bool parent_only = compounds_[rule.first_compound + i - 1].child;
        bool found = false;
        while (ancestor > 0 && !found) {
            found = matches(wanted, path[--ancestor]);
            if (parent_only && !found) return false;
        }
        if (!found) return false;
    }
    return true;
}

bool StyleSheet::matches(const Compound& compound, const ElementKey& element) {
    work_ += 1 + element.classes.size() / 16 * compound.class_count;
    if (compound.tag != GUMBO_TAG_LAST && compound.tag != element.tag) return false;
    if (compound.link && !element.link) return false;
    if (!compound.id.empty() && compound.id != element.id) return false;
    for (std::uint32_t i = 0; i < compound.class_count; ++i)
        if (!has_class(element.classes, classes_[compound.first_class + i])) return false;
    return true;
}

}  // namespace spamlint
