#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "span/mapped_text.h"

namespace spamlint {

/// Builds a decoded text and its map like MappedTextBuilder, made for a call a character: equal steps are gathered
/// before they reach the map.
class RunBuilder {
public:
    /// `derived` came from the source from `source_begin` on, in units of derived_step to source_step.
    void append(std::string_view derived, std::size_t source_begin, std::uint32_t derived_step,
                std::uint32_t source_step) {
        const bool continues =
            derived_step == derived_step_ && source_step == source_step_ && source_begin == source_end_;
        if (!continues) begin_run(source_begin, derived_step, source_step);
        size_ += derived.size();
        source_end_ += derived.size() / derived_step * source_step;
        text_.append(derived);
    }
    /// `derived` came from `source`: byte for byte where the sizes agree, else as one unit.
    void append(std::string_view derived, Span source) {
        if (derived.size() == source.size())
            append(derived, source.begin, 1, 1);
        else
            append(derived, source.begin, static_cast<std::uint32_t>(derived.size()),
                   static_cast<std::uint32_t>(source.size()));
    }

    void reserve(std::size_t size) { text_.reserve(size); }
    const std::string& text() const { return text_; }

    MappedText build() && {
        auto [text, map] = std::move(*this).take();
        return {std::move(text), std::move(map)};
    }
    std::pair<std::string, SourceMap> take() &&;

private:
    void begin_run(std::size_t source_begin, std::uint32_t derived_step, std::uint32_t source_step);
    void end_run();

    std::string text_;
    SourceMap map_;
    // The run that is being gathered.
    std::size_t size_ = 0;
    std::size_t source_begin_ = 0;
    std::size_t source_end_ = 0;
    std::uint32_t derived_step_ = 0;
    std::uint32_t source_step_ = 0;
};

}  // namespace spamlint
