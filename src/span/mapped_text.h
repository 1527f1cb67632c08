#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "span/source_map.h"

namespace spamlint {

/// UTF-8 text together with the raw bytes that each of its bytes came from.
/// Both are shared: a copy costs nothing, and a text derived from this one stands on its map.
class MappedText {
public:
    MappedText() : MappedText(std::string(), SourceMap()) {}
    MappedText(std::string text, SourceMap map)
        : text_(std::make_shared<const std::string>(std::move(text))),
          map_(std::make_shared<const SourceMap>(std::move(map))) {}

    const std::string& text() const { return *text_; }
    bool empty() const { return text_->empty(); }
    std::size_t size() const { return text_->size(); }

    /// The raw bytes behind a span of text().
    Span source(Span derived) const { return map_->source(derived); }
    /// The raw bytes behind the whole text.
    Span source() const { return map_->source({0, text_->size()}); }
    /// The other way: the first byte of text() that came from behind `offset` of the file, text().size() where none
    /// did. Texts stand in the order of the file.
    std::size_t derived_at(std::size_t offset) const;
    /// What came from the bytes of `raw`, whole units; empty where nothing did.
    Span derived(Span raw) const;

    std::shared_ptr<const SourceMap> map() const { return map_; }

private:
    std::shared_ptr<const std::string> text_;
    std::shared_ptr<const SourceMap> map_;
};

/// Builds a MappedText piece by piece, from left to right.
class MappedTextBuilder {
public:
    MappedTextBuilder() = default;
    /// Spans given to append() are spans of the text that `base` belongs to.
    explicit MappedTextBuilder(std::shared_ptr<const SourceMap> base) { map_.stand_on(std::move(base)); }

    /// `derived` came from `source`: byte for byte where the sizes agree, else as one unit.
    void append(std::string_view derived, Span source) {
        map_.append(derived.size(), source);
        text_ += derived;
    }
    /// `derived` came from the source from `source_begin` on, in units of derived_step to source_step.
    void append(std::string_view derived, std::size_t source_begin, std::uint32_t derived_step,
                std::uint32_t source_step) {
        map_.append(derived.size(), source_begin, derived_step, source_step);
        text_ += derived;
    }

    const std::string& text() const { return text_; }
    MappedText build() && { return MappedText(std::move(text_), std::move(map_)); }

private:
    std::string text_;
    SourceMap map_;
};

}  // namespace spamlint
