#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "html/aligned_text.h"
#include "html/document.h"
#include "html/style.h"

namespace spamlint {

/// Writes the text of a document as it is laid out: white space collapses, blocks part lines, and each stretch of one
/// style is a run. A separator stays pending until more text follows.
class TextWriter {
public:
    /// Pieces are spans of the text that `base` belongs to.
    explicit TextWriter(std::shared_ptr<const SourceMap> base) : builder_(std::move(base)) {}

    /// Of the text that follows.
    void set_style(const Style& style);
    void write(const AlignedPiece& piece);
    /// A line, or a word, ends here; `at` is the place in the source.
    void part_line(std::size_t at) { part('\n', {at, at}); }
    void part_word(std::size_t at) { part(' ', {at, at}); }

    /// Bytes written so far, without a pending separator.
    std::size_t size() const { return builder_.text().size(); }
    char at(std::size_t offset) const { return builder_.text()[offset]; }
    std::vector<TextRun> take_runs();
    MappedText build() && { return std::move(builder_).build(); }

private:
    void part(char separator, Span source);
    void write_words(std::string_view decoded, Span source);
    void write_pending();
    void extend_run();
    void start_run();

    MappedTextBuilder builder_;
    std::vector<TextRun> runs_;
    TextRun style_;  // the run that text of the current style would make
    bool preserved_ = false;
    char pending_ = '\0';
    bool pending_seen_ = false;  // the separator is one that a reader sees
    Span pending_source_;
};

/// White space collapsed, without runs: titles, alternative texts. For the others see align().
MappedText collapsed_text(std::string_view raw, std::size_t begin, std::string_view decoded, Markup markup,
                          std::shared_ptr<const SourceMap> base);

}  // namespace spamlint
