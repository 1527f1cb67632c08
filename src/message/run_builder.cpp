#include "message/run_builder.h"

namespace spamlint {

void RunBuilder::begin_run(std::size_t source_begin, std::uint32_t derived_step, std::uint32_t source_step) {
    end_run();
    source_begin_ = source_end_ = source_begin;
    derived_step_ = derived_step;
    source_step_ = source_step;
}

void RunBuilder::end_run() {
    if (size_ > 0) map_.append(size_, source_begin_, derived_step_, source_step_);
    size_ = 0;
}

std::pair<std::string, SourceMap> RunBuilder::take() && {
    end_run();
    return {std::move(text_), std::move(map_)};
}

}  // namespace spamlint
