#include "calibrate/solve.h"

#include <nlopt.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace spamlint {
namespace {

constexpr double kLeastOdds = 0.05, kMostOdds = 5;  // what a point may stand for, in log-odds
constexpr double kFirstOdds = 0.7;
constexpr double kLeastScale = 0.5, kMostScale = 4;  // of the author's points, all together
constexpr double kPrecision = 1e-7;    // of the loss, relative: the tenths of points settle long before
constexpr int kMostEvaluations = 3000;
constexpr double kOrderTolerance = 1e-3;  // points

/// A rule and the severer one of its family, as places among the variables; -1 a rule that keeps its points.
struct Order {
    std::ptrdiff_t milder = -1, severer = -1;
    double milder_points = 0, severer_points = 0;
};

/// The problem as NLopt sees it: variables are the points of the fitted rules, then odds_per_point and
/// the scale of the author's points.
class Problem {
public:
    Problem(const RuleSet& rules, const Model& model, const std::vector<bool>& fitted, double penalty)
        : model_(model), penalty_(penalty) {
        for (std::size_t i = 0; i < rules.rules.size(); ++i) {
            fit_.points.push_back(rules.rules[i].author.points);
            if (fitted[i]) add_variable(rules, i);
        }
        lowest_.push_back(kLeastOdds), highest_.push_back(kMostOdds), start_.push_back(kFirstOdds);
        lowest_.push_back(kLeastScale), highest_.push_back(kMostScale), start_.push_back(1);
        add_orders(rules);
    }

    Fit solve() {
        using Solver = std::unique_ptr<std::remove_pointer_t<nlopt_opt>, void (*)(nlopt_opt)>;
        // L-BFGS takes bounds alone; MMA takes the orders too.
        const Solver solver(nlopt_create(orders_.empty() ? NLOPT_LD_LBFGS : NLOPT_LD_MMA, unsigned(start_.size())),
                            nlopt_destroy);
        nlopt_set_lower_bounds(solver.get(), lowest_.data());
        nlopt_set_upper_bounds(solver.get(), highest_.data());
        nlopt_set_min_objective(solver.get(), loss, this);
        for (Order& order : orders_)
            nlopt_add_inequality_constraint(solver.get(), excess, &order, kOrderTolerance);
        nlopt_set_ftol_rel(solver.get(), kPrecision);
        nlopt_set_maxeval(solver.get(), kMostEvaluations);
        double least = 0;
        // A failure to get any lower leaves the best point found in start_, which is what is wanted.
        nlopt_optimize(solver.get(), start_.data(), &least);
        take(start_.data());
        return fit_;
    }

private:
    void add_variable(const RuleSet& rules, std::size_t rule) {
        const PointRange& range = rules.scoring.calibration.range(rules.rules[rule].severity);
        variables_.push_back(rule);
        author_.push_back(fit_.points[rule]);
        lowest_.push_back(range.least);
        highest_.push_back(range.most);
        start_.push_back(std::clamp(fit_.points[rule], range.least, range.most));
    }

    std::ptrdiff_t variable(std::size_t rule) const {
        const auto found = std::lower_bound(variables_.begin(), variables_.end(), rule);
        return found != variables_.end() && *found == rule ? found - variables_.begin() : -1;
    }

    void add_orders(const RuleSet& rules) {
        for (std::size_t i = 0; i < rules.rules.size(); ++i) {
            const Rule* severer = rules.find(rules.rules[i].milder_than);
            if (!severer) continue;
            const auto other = static_cast<std::size_t>(severer - rules.rules.data());
            const Order order{variable(i), variable(other), fit_.points[i], fit_.points[other]};
            if (order.milder >= 0 || order.severer >= 0) orders_.push_back(order);
        }
    }

    void take(const double* at) {
        for (std::size_t i = 0; i < variables_.size(); ++i) fit_.points[variables_[i]] = at[i];
        fit_.odds_per_point = at[variables_.size()];
        fit_.scale = at[variables_.size() + 1];
    }

    static double loss(unsigned, const double* at, double* slope, void* self) {
        return static_cast<Problem*>(self)->loss(at, slope);
    }

    double loss(const double* at, double* slope) {
        take(at);
        const double loss = slope ? model_.loss(fit_, slope_) : model_.loss(fit_);
        const double odds = fit_.odds_per_point;
        double away_squared = 0, scale_slope = 0;
        for (std::size_t i = 0; i < variables_.size(); ++i) {
            const double away = at[i] - fit_.scale * author_[i];
            const double away_slope = 2 * penalty_ * odds * odds * away;
            away_squared += away * away;
            scale_slope -= away_slope * author_[i];
            if (slope) slope[i] = slope_.points[variables_[i]] + away_slope;
        }
        if (slope) {
            slope[variables_.size()] = slope_.odds_per_point + 2 * penalty_ * odds * away_squared;
            slope[variables_.size() + 1] = scale_slope;
        }
        return loss + penalty_ * odds * odds * away_squared;
    }

    /// What the milder rule costs more than the severer one.
    static double excess(unsigned count, const double* at, double* slope, void* order_data) {
        const Order& order = *static_cast<const Order*>(order_data);
        if (slope) {
            std::fill(slope, slope + count, 0.0);
            if (order.milder >= 0) slope[order.milder] += 1;
            if (order.severer >= 0) slope[order.severer] -= 1;
        }
        return (order.milder >= 0 ? at[order.milder] : order.milder_points) -
               (order.severer >= 0 ? at[order.severer] : order.severer_points);
    }

    const Model& model_;
    const double penalty_;
    std::vector<std::size_t> variables_;  // rules, ascending
    std::vector<double> author_, lowest_, highest_, start_;
    std::vector<Order> orders_;
    Fit fit_, slope_;
};

}  // namespace

Fit solve(const RuleSet& rules, const Model& model, const std::vector<bool>& fitted, double penalty) {
    return Problem(rules, model, fitted, penalty).solve();
}

}  // namespace spamlint
