#pragma once

#include <string_view>
#include <vector>

#include "bench/messages.h"

namespace spamlint::bench {

/// One thing whose time is taken: it does its work on all messages, one after the other.
struct Stage {
    std::string_view name;
    void (*run)(const std::vector<Sample>& samples);
};

/// What the libraries alone need: mimetic cuts, gumbo parses, ICU normalises the same bytes; and their sum.
std::vector<Stage> floor_stages();
/// The pipeline, each stage with all before it: message; content with its HTML and texts; lint with facts, rules and
/// score; report.
std::vector<Stage> pipeline_stages();

}  // namespace spamlint::bench
