#include "rules/rule_set.h"

extern "C" {
extern const char spamlint_default_packs_begin;  // default_packs.S
extern const char spamlint_default_packs_end;
}

namespace spamlint {

RuleSet default_rules() {
    const char* begin = &spamlint_default_packs_begin;
    return read_rules({begin, static_cast<std::size_t>(&spamlint_default_packs_end - begin)});
}

}  // namespace spamlint
