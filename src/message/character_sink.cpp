#include "message/character_sink.h"

#include <algorithm>

#include "message/utf8.h"

namespace spamlint {
namespace {

constexpr std::uint32_t kMarkCodePoint = 0xFEFF;
/// 50 MB of bytes that are no text would be 150 MB of U+FFFD: beyond so many of them ASCII's own sign stands there.
constexpr std::size_t kMaxReplacements = 1'000'000;
constexpr std::string_view kSubstitute = "\x1A";

}  // namespace

void CharacterSink::put(std::uint32_t code_point, Span source) {
    if (lines_ == LineEnds::to_lf) {
        if (code_point == '\r') return hold_cr(source);
        if (code_point == '\n') return put_lf(source);
        if (cr_count_ > 0) flush_crs();
        if (code_point == kMarkCodePoint && out_.text().empty()) return;
    }
    const utf8::Encoded encoded = utf8::encode(code_point);
    add({encoded.bytes.data(), encoded.size}, source);
}

void CharacterSink::put_together(std::string_view utf8, Span source) {
    flush_crs();
    add(utf8, source);
}

void CharacterSink::put_fault(Span source) {
    if (!fault_) fault_ = Span{offset_ + source.begin, offset_ + source.end};
    ++faults_;
    put_together(faults_ <= kMaxReplacements ? utf8::kReplacement : kSubstitute, source);
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
    auto [text, map] = std::move(out_).take();
    return {std::move(text), std::move(map), fault_, faults_, cut_};
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

/// A byte order mark at the start of a body is no text.
bool CharacterSink::drops_mark(std::string_view utf8) const {
    return lines_ == LineEnds::to_lf && out_.text().empty() && cr_count_ == 0 && utf8 == utf8::kMark;
}

}  // namespace spamlint
