#include "message/character_sink.h"

#include <algorithm>

#include "message/limits.h"
#include "message/utf8.h"

namespace spamlint {
namespace {

// Of a map that has grown beyond kFineRuns: the source bytes that share one unit from there on.
constexpr std::size_t kCoarseUnit = 256;

}  // namespace

void CharacterSink::put(std::string_view utf8, Span source) {
    if (lines_ == LineEnds::to_lf && utf8 == "\r") return hold_cr(source);
    if (lines_ == LineEnds::to_lf && utf8 == "\n") return put_lf(source);
    flush_crs();
    if (!drops_mark(utf8)) add(utf8, source);
}

void CharacterSink::put_fault(Span source) {
    if (!result_.fault) result_.fault = Span{offset_ + source.begin, offset_ + source.end};
    ++result_.faults;
    flush_crs();
    add(utf8::kReplacement, source);
}

void CharacterSink::put_literal(std::string_view text, std::size_t begin) {
    if (lines_ == LineEnds::keep) return add(text, {begin, begin + text.size()});
    if (drops_mark(text.substr(0, utf8::kMark.size()))) {
        text.remove_prefix(utf8::kMark.size());
        begin += utf8::kMark.size();
    }
    while (!text.empty()) {
        std::size_t taken = 1;
        if (text.front() == '\r') {
            hold_cr({begin, begin + 1});
        } else if (text.front() == '\n' && cr_count_ > 0) {
            put_lf({begin, begin + 1});
        } else {
            // LF alone needs no change: all up to the next CR is one run.
            flush_crs();
            taken = std::min(text.find('\r'), text.size());
            add(text.substr(0, taken), {begin, begin + taken});
        }
        text.remove_prefix(taken);
        begin += taken;
    }
}

Converted CharacterSink::finish() && {
    flush_crs();
    flush_coarse();
    return std::move(result_);
}

void CharacterSink::hold_cr(Span source) {
    crs_ = cr_count_ == 0 ? source : hull(crs_, source);
    ++cr_count_;
}

/// CRLF is one LF, and so is CR CR LF, a line break that was converted twice.
void CharacterSink::put_lf(Span source) {
    add("\n", cr_count_ == 0 ? source : hull(crs_, source));
    cr_count_ = 0;
}

void CharacterSink::flush_crs() {
    if (cr_count_ == 0) return;
    const std::size_t width = crs_.size() / cr_count_;
    for (std::size_t i = 0; i < cr_count_; ++i)
        add("\n", {crs_.begin + i * width, crs_.begin + (i + 1) * width});
    cr_count_ = 0;
}

void CharacterSink::add(std::string_view utf8, Span source) {
    if (utf8.empty()) return;
    if (result_.map.runs().size() >= limits::kFineRuns) return add_coarse(utf8, source);
    result_.map.append(utf8.size(), {offset_ + source.begin, offset_ + source.end});
    result_.text += utf8;
}

void CharacterSink::add_coarse(std::string_view utf8, Span source) {
    coarse_ = coarse_size_ == 0 ? source : hull(coarse_, source);
    coarse_size_ += utf8.size();
    result_.text += utf8;
    if (coarse_.size() >= kCoarseUnit) flush_coarse();
}

void CharacterSink::flush_coarse() {
    if (coarse_size_ == 0) return;
    result_.map.append(coarse_size_, {offset_ + coarse_.begin, offset_ + coarse_.end});
    coarse_size_ = 0;
}

/// A byte order mark at the start of a body is no text.
bool CharacterSink::drops_mark(std::string_view utf8) const {
    return lines_ == LineEnds::to_lf && result_.text.empty() && cr_count_ == 0 && utf8 == utf8::kMark;
}

}  // namespace spamlint
