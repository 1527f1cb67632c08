#include "message/run_builder.h"

namespace spamlint {
namespace {

// Runs of this many source bytes or more stay exact; shorter ones share a unit of about this size.
constexpr std::size_t kCoarseUnit = 256;

}  // namespace

void RunBuilder::begin_run(std::size_t source_begin, std::uint32_t derived_step, std::uint32_t source_step) {
    end_run();
    source_begin_ = source_end_ = source_begin;
    derived_step_ = derived_step;
    source_step_ = source_step;
}

void RunBuilder::end_run() {
    if (size_ == 0) return;
    const Span source{source_begin_, source_end_};
    if (map_.runs().size() < limits::kFineRuns || source.size() >= kCoarseUnit) {
        end_coarse();
        map_.append(size_, source_begin_, derived_step_, source_step_);
    } else {
        coarse_ = coarse_size_ == 0 ? source : hull(coarse_, source);
        coarse_size_ += size_;
        if (coarse_.size() >= kCoarseUnit) end_coarse();
    }
    size_ = 0;
}

void RunBuilder::end_coarse() {
    if (coarse_size_ > 0) map_.append(coarse_size_, coarse_);
    coarse_size_ = 0;
}

std::pair<std::string, SourceMap> RunBuilder::take() && {
    end_run();
    end_coarse();
    return {std::move(text_), std::move(map_)};
}

}  // namespace spamlint
