#include "calibrate/families.h"

#include <cmath>
#include <functional>

namespace spamlint {
namespace {

constexpr double kHair = 1e-9;  // what is a tenth stays that tenth

/// The rules that are severer, one after the other, up to the severest; packs have no circles.
void for_each_severer(RuleSet& rules, const Rule& milder, const std::function<void(std::size_t)>& take) {
    const auto severer = [&](const Rule& rule) {
        return rule.milder_than.empty() ? nullptr : rules.find(rule.milder_than);
    };
    for (const Rule* at = severer(milder); at; at = severer(*at))
        take(static_cast<std::size_t>(at - rules.rules.data()));
}

void lift(const std::vector<bool>& fitted, const Rule& kept, RuleSet& rules) {
    for_each_severer(rules, kept, [&](std::size_t severer) {
        if (fitted[severer] && rules.rules[severer].points < kept.points)
            set_points(rules.rules[severer], std::ceil(kept.points * 10 - kHair) / 10);
    });
}

void lower(Rule& milder, RuleSet& rules) {
    for_each_severer(rules, milder, [&](std::size_t severer) {
        const double most = rules.rules[severer].points;
        if (milder.points > most) set_points(milder, std::floor(most * 10 + kHair) / 10);
    });
}

}  // namespace

void keep_orders(const std::vector<bool>& fitted, RuleSet& rules) {
    // First up, then down: no author has a milder rule cost more, so that what went up is above nothing that stays.
    for (std::size_t i = 0; i < rules.rules.size(); ++i)
        if (!fitted[i]) lift(fitted, rules.rules[i], rules);
    for (std::size_t i = 0; i < rules.rules.size(); ++i)
        if (fitted[i]) lower(rules.rules[i], rules);
}

}  // namespace spamlint
