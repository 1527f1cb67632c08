#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/yaml_tree.h"

namespace spamlint {

/// "$name" or "$pack:name", as against a word that begins with a dollar sign ("$$$", "$100").
bool is_list_reference(std::string_view text);

/// The lists of all packs, by "pack:name".
class ListTable {
public:
    void add(const NamedList& list) { lists_[list.pack + ":" + list.name] = list; }

    /// The items behind a reference, lists within lists resolved, each item once. `pack` is the one that refers.
    std::vector<std::string> expand(std::string_view reference, const std::string& pack, Place place,
                                    Problems& problems) const;

    /// "$name" or "$pack:name" of a list that is written without the "$": that of `pack`, else the only one of that
    /// name. Any other text as it is.
    std::string reference_to(const std::string& text, const std::string& pack) const;

    /// The brands of a reference; a problem where it is no list of brands.
    std::vector<Brand> brands(std::string_view reference, const std::string& pack, Place place,
                              Problems& problems) const;

private:
    struct Expansion;
    void append(const NamedList& list, Expansion& expansion, Place place, Problems& problems) const;
    const NamedList* find(std::string_view reference, const std::string& pack) const;
    void report_unknown(std::string_view reference, const std::string& pack, Place place, Problems& problems) const;

    std::map<std::string, NamedList, std::less<>> lists_;
};

/// The `lists:` of a pack.
std::vector<NamedList> read_lists(const YamlNode& node, const std::string& pack, Problems& problems);

/// The items of a list reference, or of a sequence of texts and references.
std::vector<std::string> read_items(const YamlNode& node, std::string_view what, const ListTable& lists,
                                    const std::string& pack, Problems& problems);

}  // namespace spamlint
