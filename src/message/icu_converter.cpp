#include "message/icu_converter.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_map>
#include <vector>

#include "message/ascii.h"
#include "message/character_sink.h"
#include "message/utf8.h"

namespace spamlint::icu {
namespace {

constexpr std::size_t kChunk = 4096;           // source bytes a call
constexpr std::size_t kCachedConverters = 64;  // a thread; hostile labels may not fill the memory
constexpr UChar kReplacement = 0xFFFD;
constexpr std::size_t kFewestLiterals = 8;  // that are worth being taken together

/// ICU calls this for bytes that the charset does not have. The mark is a code unit that no text holds, so that it is
/// told from a U+FFFD that stands in the text.
constexpr UChar kFaultMark = 0xFFFF;

void mark_fault(const void*, UConverterToUnicodeArgs* args, const char*, int32_t, UConverterCallbackReason reason,
                UErrorCode* error) {
    if (reason > UCNV_IRREGULAR) return;
    *error = U_ZERO_ERROR;
    // "Irregular" are escape sequences with nothing between them: mail written word by word is full of them.
    if (reason == UCNV_IRREGULAR) return;
    ucnv_cbToUWriteUChars(args, &kFaultMark, 1, 0, error);
}

struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Close>;

Converter open(const std::string& name) {
    UErrorCode error = U_ZERO_ERROR;
    Converter converter(ucnv_open(name.c_str(), &error));
    if (U_FAILURE(error)) return nullptr;
    ucnv_setToUCallBack(converter.get(), mark_fault, nullptr, nullptr, nullptr, &error);
    return U_FAILURE(error) ? nullptr : std::move(converter);
}

/// Does each byte of ASCII mean itself, wherever it stands? So it is in charsets of one byte a character, those of
/// EBCDIC left out.
bool has_ascii(UConverter* converter) {
    if (converter == nullptr || ucnv_getMaxCharSize(converter) != 1) return false;
    std::array<char, 0x80> bytes;
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i);
    std::array<UChar, bytes.size()> units;
    const char* source = bytes.data();
    UChar* target = units.data();
    UErrorCode error = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &target, target + units.size(), &source, source + bytes.size(), nullptr, true, &error);
    return U_SUCCESS(error) && std::equal(units.begin(), units.end(), bytes.begin());
}

struct Known {
    Converter converter;
    bool ascii = false;  // has_ascii()
};

const Known& cached(const std::string& name) {
    thread_local std::unordered_map<std::string, Known> converters;
    const auto found = converters.find(name);
    if (found != converters.end()) return found->second;
    if (converters.size() >= kCachedConverters) converters.clear();
    Known known{open(name)};
    known.ascii = has_ascii(known.converter.get());
    return converters.emplace(name, std::move(known)).first->second;
}

/// Groups the UTF-16 that ICU gives, with the offset of each unit, into characters with their source spans.
class Grouping {
public:
    Grouping(bool stateful, CharacterSink& sink) : stateful_(stateful), sink_(sink) {}

    bool has_fault() const { return sink_.has_fault(); }
    /// Where the character begins that was taken last.
    std::size_t begin() const { return begin_; }

    /// Takes ASCII that stands in the source as it is.
    void literal(std::string_view text, std::size_t begin) {
        close(begin);
        sink_.put_literal(text, begin);
    }

    /// `begin` is where the character of `unit` begins; units of one character have the same.
    void unit(UChar unit, std::size_t begin) {
        if (begin > begin_) close(begin);
        if (size_ == 0) {
            begin_ = begin;
            first_ = unit;
        } else {
            if (size_ == 1) units_.assign(1, first_);
            units_.push_back(unit);
        }
        ++size_;
    }

    /// What was taken last ends at `end` at the latest.
    void close(std::size_t end) {
        if (size_ == 0) return;
        // Escape sequences between two characters belong to neither.
        if (stateful_) end = std::min(end, begin_ + (first_ < 0x80 ? 1U : 2U));
        const Span source{begin_, std::max(begin_, end)};
        if (size_ > 1)
            several(source);
        else if (first_ == kFaultMark)
            sink_.put_fault(source);
        else
            sink_.put(first_, source);
        size_ = 0;
    }

private:
    void several(Span source) {
        const auto size = static_cast<int32_t>(units_.size());
        UChar32 c = 0;
        if (size == 2 && U16_IS_LEAD(units_[0])) {
            c = U16_GET_SUPPLEMENTARY(units_[0], units_[1]);
            return sink_.put(static_cast<std::uint32_t>(c), source);
        }
        std::string utf8;
        for (int32_t i = 0; i < size;) {
            U16_NEXT(units_.data(), i, size, c);
            const auto encoded = utf8::encode(c == kFaultMark ? kReplacement : static_cast<std::uint32_t>(c));
            utf8.append(encoded.bytes.data(), encoded.size);
        }
        sink_.put_together(utf8, source);
    }

    bool stateful_;
    CharacterSink& sink_;
    UChar first_ = 0;           // of the units of the character that is being gathered
    std::size_t size_ = 0;      // how many there are
    std::vector<UChar> units_;  // all of them, where there are several
    std::size_t begin_ = 0;
};

class Conversion {
public:
    Conversion(UConverter* converter, std::string_view bytes, Faults faults, bool wide, Grouping& grouping)
        : converter_(converter), bytes_(bytes), faults_(faults), wide_(wide), grouping_(grouping) {}

    void run() {
        ucnv_resetToUnicode(converter_);
        chunks(0, bytes_.size());
        grouping_.close(bytes_.size());
    }

    /// For charsets with escape sequences. In them ICU takes a line break for the second byte of a character cut short,
    /// be it CR or LF, and only LF for the rest of HZ's "~\n". So it gets the lines without their breaks, and LF for
    /// each break.
    void run_by_lines() {
        ucnv_resetToUnicode(converter_);
        for (std::size_t at = 0; at < bytes_.size() && !stops();) {
            const std::size_t lf = bytes_.find('\n', at);
            std::size_t end = std::min(lf, bytes_.size());
            while (lf != std::string_view::npos && end > at && bytes_[end - 1] == '\r') --end;
            chunks(at, end);
            if (lf == std::string_view::npos) break;
            line_break({end, lf + 1});
            at = lf + 1;
        }
        grouping_.close(bytes_.size());
    }

private:
    bool stops() const { return faults_ == Faults::stop && grouping_.has_fault(); }

    void chunks(std::size_t at, std::size_t end) {
        for (std::size_t size = 0; at < end && !stops(); at += size) {
            size = std::min(chunk_size(at), end - at);
            chunk(at, size, at + size == bytes_.size());
        }
    }

    /// Bytes that wait for the rest of a character wait in vain. What LF means is the converter's to say.
    void line_break(Span place) {
        UErrorCode error = U_ZERO_ERROR;
        if (ucnv_toUCountPending(converter_, &error) > 0) chunk(place.begin, 0, true);
        const char lf = '\n';
        const char* source = &lf;
        UChar* target = units_.data();
        error = U_ZERO_ERROR;
        ucnv_toUnicode(converter_, &target, units_.data() + units_.size(), &source, &lf + 1, nullptr, false, &error);
        for (const UChar* unit = units_.data(); unit != target; ++unit) {
            if (*unit == '\n')
                grouping_.literal(bytes_.substr(place.begin, place.size()), place.begin);
            else
                grouping_.unit(*unit, place.begin);
        }
    }

    /// Chunks end behind a blank or a line break where they can: these are no part of any character of two or four
    /// bytes, so that none is cut.
    std::size_t chunk_size(std::size_t at) const {
        if (bytes_.size() - at <= kChunk) return bytes_.size() - at;
        const std::size_t last = bytes_.substr(at, kChunk).find_last_of(" \n");
        return last == std::string_view::npos || wide_ ? kChunk : last + 1;
    }

    void chunk(std::size_t at, std::size_t size, bool last) {
        const char* source = bytes_.data() + at;
        const char* const end = source + size;
        UErrorCode error = U_BUFFER_OVERFLOW_ERROR;
        while (error == U_BUFFER_OVERFLOW_ERROR) {
            error = U_ZERO_ERROR;
            const auto call = static_cast<std::size_t>(source - bytes_.data());
            UChar* target = units_.data();
            ucnv_toUnicode(converter_, &target, units_.data() + units_.size(), &source, end, offsets_.data(), last,
                           &error);
            hand_over(static_cast<std::size_t>(target - units_.data()), call);
        }
        UErrorCode pending_error = U_ZERO_ERROR;
        const int32_t pending = ucnv_toUCountPending(converter_, &pending_error);
        pending_ = at + size - static_cast<std::size_t>(std::max(0, pending));
    }

    void hand_over(std::size_t count, std::size_t call) {
        for (std::size_t i = 0; i < count; ++i) {
            if (const std::size_t size = literal_units(i, count, call)) {
                const std::size_t begin = call + static_cast<std::size_t>(offsets_[i]);
                grouping_.literal(bytes_.substr(begin, size), begin);
                i += size;
            }
            grouping_.unit(units_[i], begin_of(i, call));
        }
    }

    /// Where the character of the i-th unit begins. ICU gives -1 where that was in the chunk before, and (72, GB 18030)
    /// offsets from nowhere once bytes of the chunk before were read twice: such units join the last character.
    std::size_t begin_of(std::size_t i, std::size_t call) const {
        if (offsets_[i] < 0) return pending_;
        const std::size_t begin = call + static_cast<std::size_t>(offsets_[i]);
        return begin < bytes_.size() ? begin : grouping_.begin();
    }

    /// How many units from the i-th on are bytes of ASCII that mean themselves, each known to end where the next unit
    /// begins. Most mail is nearly all of this kind.
    std::size_t literal_units(std::size_t i, std::size_t count, std::size_t call) const {
        std::size_t size = 0;
        for (; i + size + 1 < count; ++size) {
            const std::size_t at = i + size;
            if (units_[at] >= 0x80 || offsets_[at] < 0 || offsets_[at + 1] != offsets_[at] + 1) break;
            const std::size_t place = call + static_cast<std::size_t>(offsets_[at]);
            if (place >= bytes_.size() || static_cast<UChar>(bytes_[place]) != units_[at]) break;
        }
        return size >= kFewestLiterals ? size : 0;
    }

    UConverter* converter_;
    std::string_view bytes_;
    Faults faults_;
    bool wide_;
    Grouping& grouping_;
    std::size_t pending_ = 0;
    std::array<UChar, 2 * kChunk + 64> units_;  // filled by ICU before they are read
    std::array<int32_t, 2 * kChunk + 64> offsets_;
};

Family family_of(const UConverter* converter) {
    switch (ucnv_getType(converter)) {
        case UCNV_UTF8:
        case UCNV_CESU8:
            return Family::utf8;
        case UCNV_UTF16_BigEndian:
        case UCNV_UTF16_LittleEndian:
        case UCNV_UTF32_BigEndian:
        case UCNV_UTF32_LittleEndian:
        case UCNV_UTF16:
        case UCNV_UTF32:
            return Family::wide;
        case UCNV_ISO_2022:
        case UCNV_HZ:
        case UCNV_UTF7:
            return Family::stateful;
        // Forms that no mail uses, and whose ASCII is not ASCII.
        case UCNV_EBCDIC_STATEFUL:
        case UCNV_SCSU:
        case UCNV_BOCU1:
        case UCNV_IMAP_MAILBOX:
        case UCNV_COMPOUND_TEXT:
            return Family::none;
        default:
            return Family::other;
    }
}

}  // namespace

Family family(const std::string& name) {
    const UConverter* converter = cached(name).converter.get();
    return converter == nullptr ? Family::none : family_of(converter);
}

void to_utf8(const Charset& charset, std::string_view bytes, Faults faults, CharacterSink& sink) {
    const Known& known = cached(charset.converter);
    UConverter* const converter = known.converter.get();
    if (converter == nullptr) return utf8::to_utf8(bytes, sink);
    if (known.ascii && ascii::is_ascii(bytes)) return sink.put_literal(bytes, 0);
    const bool escapes = charset.stateful && ucnv_getType(converter) != UCNV_UTF7;
    Grouping grouping(escapes, sink);
    const auto conversion = std::make_unique<Conversion>(converter, bytes, faults, charset.wide, grouping);
    escapes ? conversion->run_by_lines() : conversion->run();
}

}  // namespace spamlint::icu
