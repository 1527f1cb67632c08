#include "rules/lists.h"

#include <algorithm>
#include <set>

#include "rules/brands.h"
#include "rules/read_value.h"

namespace spamlint {
namespace {

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '/' || c == ':';
}

bool is_list_name(std::string_view name) {
    return !name.empty() && name[0] >= 'a' && name[0] <= 'z' &&
           std::all_of(name.begin(), name.end(), is_name_character) && name.find(':') == std::string_view::npos;
}

/// Drops repeated items, the first of each stays where it is.
void keep_first_of_each(std::vector<std::string>& items) {
    std::set<std::string> seen;
    std::erase_if(items, [&](const std::string& item) { return !seen.insert(item).second; });
}

constexpr std::size_t kMaxItems = 100'000;  // of one expanded list, repeated items and lists counted

}  // namespace

bool is_list_reference(std::string_view text) {
    return text.size() > 1 && text[0] == '$' && text[1] >= 'a' && text[1] <= 'z' &&
           std::all_of(text.begin() + 1, text.end(), is_name_character);
}

const NamedList* ListTable::find(std::string_view reference, const std::string& pack) const {
    std::string key(reference.substr(1));
    if (key.find(':') == std::string::npos) key = pack + ":" + key;
    const auto found = lists_.find(key);
    return found == lists_.end() ? nullptr : &found->second;
}

std::string ListTable::reference_to(const std::string& text, const std::string& pack) const {
    const std::string reference = "$" + text;
    if (!is_list_reference(reference)) return text;
    if (find(reference, pack)) return reference;
    std::string only;
    for (const auto& [key, list] : lists_) {
        if (list.name != text) continue;
        if (!only.empty()) return reference;
        only = "$" + key;
    }
    return only.empty() ? reference : only;
}

void ListTable::report_unknown(std::string_view reference, const std::string& pack, Place place,
                               Problems& problems) const {
    std::vector<std::string> names;
    for (const auto& [key, list] : lists_) {
        names.push_back("$" + key);
        if (list.pack == pack) names.push_back("$" + list.name);
    }
    std::string hint = did_you_mean(reference, {names.begin(), names.end()});
    if (hint.empty()) hint = "; declare it under lists: of this pack, or name the pack it is in: $pack:name";
    problems.add(place, "unknown list '" + std::string(reference) + "'" + hint);
}

struct ListTable::Expansion {
    std::vector<std::string> path;  // lists being expanded, outermost first
    std::vector<std::string> items;
    std::size_t steps = 0;  // empty lists within lists would grow without items
};

void ListTable::append(const NamedList& list, Expansion& expansion, Place place, Problems& problems) const {
    const std::string key = list.pack + ":" + list.name;
    if (std::find(expansion.path.begin(), expansion.path.end(), key) != expansion.path.end()) {
        problems.add(place, "list '$" + key + "' holds itself; break the circle");
        return;
    }
    if (!list.brands.empty()) {
        problems.add(place, "list '$" + key + "' holds brands; only an item 'brands: $" + list.name + "' takes these");
        return;
    }
    expansion.path.push_back(key);
    for (const std::string& item : list.items) {
        if (++expansion.steps > kMaxItems) break;
        if (!is_list_reference(item)) {
            expansion.items.push_back(item);
        } else if (const NamedList* inner = find(item, list.pack)) {
            append(*inner, expansion, place, problems);
        } else {
            report_unknown(item, list.pack, place, problems);
        }
    }
    expansion.path.pop_back();
}

std::vector<std::string> ListTable::expand(std::string_view reference, const std::string& pack, Place place,
                                           Problems& problems) const {
    Expansion expansion;
    if (const NamedList* list = find(reference, pack)) {
        append(*list, expansion, place, problems);
        if (expansion.steps > kMaxItems)
            problems.add(place, "list '" + std::string(reference) + "' grows beyond 100000 items; split it");
    } else {
        report_unknown(reference, pack, place, problems);
    }
    keep_first_of_each(expansion.items);
    return std::move(expansion.items);
}

std::vector<Brand> ListTable::brands(std::string_view reference, const std::string& pack, Place place,
                                     Problems& problems) const {
    const NamedList* list = find(reference, pack);
    if (!list)
        report_unknown(reference, pack, place, problems);
    else if (list->brands.empty())
        problems.add(place, "list '" + std::string(reference) + "' holds no brands; take it under words");
    return list ? list->brands : std::vector<Brand>{};
}

std::vector<NamedList> read_lists(const YamlNode& node, const std::string& pack, Problems& problems) {
    std::vector<NamedList> lists;
    if (!node.is_mapping()) {
        problems.add(node.place, "lists must be a mapping: name: [items]");
        return lists;
    }
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const YamlNode &key = node.keys[i], &value = node.items[i];
        NamedList list{pack, key.text, {}, {}, {}};
        if (!is_list_name(key.text))
            problems.add(key.place,
                         "'" + key.text + "' is no name for a list; use a-z, 0-9, hyphens and dots, a letter first");
        if (node.find(key.text) != &value) problems.add(key.place, "list '" + key.text + "' stands twice; keep one");
        const YamlNode* items = &value;
        if (value.is_mapping()) {
            check_keys(value, list_keys(), "list '" + key.text + "'", problems);
            if (const YamlNode* source = value.find("source"))
                list.source = read_text(*source, "source", problems).value_or("");
            items = value.find("items");
        }
        if (items && items->is_sequence() && !items->items.empty() && items->items.front().is_mapping())
            list.brands = read_brands(*items, problems);
        else if (items)
            list.items = read_texts(*items, "list '" + key.text + "'", problems);
        lists.push_back(std::move(list));
    }
    return lists;
}

std::vector<std::string> read_items(const YamlNode& node, std::string_view what, const ListTable& lists,
                                    const std::string& pack, Problems& problems) {
    if (node.is_scalar() && is_list_reference(node.text)) return lists.expand(node.text, pack, node.place, problems);
    std::vector<std::string> items;
    if (!node.is_sequence()) {
        problems.add(node.place, std::string(what) + " must be a list: [a, b] or $name");
        return items;
    }
    for (const YamlNode& item : node.items) {
        if (item.is_scalar() && is_list_reference(item.text)) {
            for (std::string& inner : lists.expand(item.text, pack, item.place, problems))
                items.push_back(std::move(inner));
        } else if (auto text = read_text(item, "an item of " + std::string(what), problems)) {
            items.push_back(std::move(*text));
        }
    }
    keep_first_of_each(items);
    return items;
}

}  // namespace spamlint
