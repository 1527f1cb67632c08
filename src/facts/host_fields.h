#pragma once

#include <vector>

#include "facts/element_table.h"
#include "facts/host.h"

namespace spamlint {

/// The fields that links and addresses have of their hosts, for rows with a member `host`.
template <typename Row>
void add_host_fields(std::vector<Field<Row>>& table) {
    const Field<Row> fields[] = {
        {{"domain", text_value, "", "Registrable domain of the host."},
         [](const Row& r) { return value(r.host.domain); }},
        {{"tld", text_value, "", "Last label of the host."}, [](const Row& r) { return value(r.host.tld); }},
        {{"punycode", truth, "", "The host is written in punycode."},
         [](const Row& r) { return value(r.host.punycode); }},
        {{"idn_suspicious", truth, "", "The host mixes scripts beyond UTS #39's moderately restrictive level."},
         [](const Row& r) { return value(r.host.idn_suspicious); }},
        {{"skeleton", text_value, "", "UTS #39 skeleton of the domain's main label: compare with skeletons only."},
         [](const Row& r) { return value(r.host.skeleton); }},
    };
    table.insert(table.end(), std::begin(fields), std::end(fields));
}

}  // namespace spamlint
