#include "span/source_map.h"

#include <algorithm>
#include <limits>

namespace spamlint {
namespace {

bool continues(const SourceMap::Run& run, std::size_t source_begin, std::uint32_t derived_step,
               std::uint32_t source_step) {
    const std::size_t units = (run.derived_end - run.derived_begin) / run.derived_step;
    return run.derived_step == derived_step && run.source_step == source_step &&
           run.source_begin + units * run.source_step == source_begin;
}

std::size_t unit_begin(const SourceMap::Run& run, std::size_t derived) {
    return run.source_begin + (derived - run.derived_begin) / run.derived_step * run.source_step;
}

constexpr std::size_t kUnbounded = std::numeric_limits<std::size_t>::max();
thread_local std::size_t fine_runs_left = kUnbounded;

constexpr std::size_t kCoarseUnit = 512;  // source bytes of a unit that short runs share

Span source_of(const SourceMap::Run& run) {
    return {run.source_begin, unit_begin(run, run.derived_end)};
}

}  // namespace

SourceMap SourceMap::identity(Span source) {
    SourceMap map;
    map.append(source.size(), source.begin, 1, 1);
    return map;
}

void SourceMap::append(std::size_t derived_size, std::size_t source_begin,
                       std::uint32_t derived_step, std::uint32_t source_step) {
    if (derived_size == 0) return;
    const std::size_t begin = this->derived_size();
    if (!runs_.empty() && continues(runs_.back(), source_begin, derived_step, source_step))
        runs_.back().derived_end += derived_size;
    else if (const std::size_t source_size = derived_size / derived_step * source_step;
             is_fine() || !join_last(derived_size, {source_begin, source_begin + source_size})) {
        runs_.push_back({begin, begin + derived_size, source_begin, derived_step, source_step});
        if (fine_runs_left > 0) --fine_runs_left;
    }
}

bool SourceMap::is_fine() const {
    return runs_.empty() || (runs_.size() < kFineRuns && fine_runs_left > 0);
}

/// Makes one unit of the last run and what follows it. False where that would be too coarse.
bool SourceMap::join_last(std::size_t derived_size, Span source) {
    Run& last = runs_.back();
    const Span both = hull(source_of(last), source);
    if (both.size() > kCoarseUnit) return false;
    last.derived_end += derived_size;
    last.derived_step = static_cast<std::uint32_t>(last.derived_end - last.derived_begin);
    last.source_begin = both.begin;
    last.source_step = static_cast<std::uint32_t>(both.size());
    return true;
}

void SourceMap::append(std::size_t derived_size, Span source) {
    if (derived_size == source.size())
        append(derived_size, source.begin, 1, 1);
    else
        append(derived_size, source.begin, static_cast<std::uint32_t>(derived_size),
               static_cast<std::uint32_t>(source.size()));
}

Span SourceMap::source(Span derived) const {
    const Span step = source_of_step(derived);
    return base_ ? base_->source(step) : step;
}

Span SourceMap::source_of_step(Span derived) const {
    if (runs_.empty()) return {};
    const std::size_t size = derived_size();
    const std::size_t begin = std::min(derived.begin, size);
    const std::size_t end = std::min(derived.end, size);
    if (begin >= size) {
        const Run& last = runs_.back();
        const std::size_t at = unit_begin(last, size - 1) + last.source_step;
        return {at, at};
    }
    const std::size_t from = unit_begin(run_at(begin), begin);
    if (begin >= end) return {from, from};
    const Run& last = run_at(end - 1);
    return {from, std::max(from, unit_begin(last, end - 1) + last.source_step)};
}

const SourceMap::Run& SourceMap::run_at(std::size_t derived) const {
    const auto after = std::upper_bound(
        runs_.begin(), runs_.end(), derived,
        [](std::size_t offset, const Run& run) { return offset < run.derived_begin; });
    return *std::prev(after);
}

FineRuns::FineRuns() {
    fine_runs_left = kOfMessage;
}

FineRuns::~FineRuns() {
    fine_runs_left = kUnbounded;
}

}  // namespace spamlint
