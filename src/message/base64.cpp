#include "message/base64.h"

#include <array>
#include <cstdint>

#include "message/ascii.h"

namespace spamlint {
namespace {

constexpr std::uint8_t kNone = 0xFF;

constexpr std::array<std::uint8_t, 256> alphabet() {
    std::array<std::uint8_t, 256> values{};
    for (auto& value : values) value = kNone;
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 0; i < kLetters.size(); ++i)
        values[static_cast<unsigned char>(kLetters[i])] = static_cast<std::uint8_t>(i);
    return values;
}

constexpr std::array<std::uint8_t, 256> kValue = alphabet();

std::uint8_t value_of(char c) { return kValue[static_cast<unsigned char>(c)]; }

class Base64Decoder {
public:
    Base64Decoder(std::string_view encoded, std::size_t offset, RunBuilder& out)
        : encoded_(encoded), offset_(offset), out_(out) {}

    std::optional<Span> run() {
        std::size_t at = 0;
        while (at < encoded_.size()) {
            if (filled_ == 0) at = whole_groups(at);
            if (at < encoded_.size()) at = character(at);
        }
        if (filled_ > 0) {
            fault({first_, last_ + 1});
            flush(last_ + 1);
        }
        return fault_;
    }

private:
    /// The fast path: groups of four characters that stand together.
    std::size_t whole_groups(std::size_t at) {
        const std::size_t begin = at;
        std::array<char, 3 * 256> bytes;  // filled before it is read
        std::size_t size = 0;
        std::size_t chunk = at;
        for (; at + 4 <= encoded_.size(); at += 4) {
            const std::uint32_t a = value_of(encoded_[at]), b = value_of(encoded_[at + 1]);
            const std::uint32_t c = value_of(encoded_[at + 2]), d = value_of(encoded_[at + 3]);
            if (((a | b | c | d) & 0xC0U) != 0) break;
            const std::uint32_t group = a << 18 | b << 12 | c << 6 | d;
            bytes[size++] = static_cast<char>(group >> 16);
            bytes[size++] = static_cast<char>(group >> 8 & 0xFF);
            bytes[size++] = static_cast<char>(group & 0xFF);
            if (size < bytes.size()) continue;
            out_.append({bytes.data(), size}, offset_ + chunk, 3, 4);
            chunk = at + 4;
            size = 0;
        }
        out_.append({bytes.data(), size}, offset_ + chunk, 3, 4);
        if (padded_ && at > begin) fault({begin, at});
        return at;
    }

    std::size_t character(std::size_t at) {
        const char c = encoded_[at];
        const std::uint8_t value = value_of(c);
        if (value != kNone) {
            if (padded_) fault({at, at + 1});
            if (filled_ == 0) first_ = at;
            last_ = at;
            group_ = group_ << 6 | value;
            if (++filled_ == 4) flush(at + 1);
        } else if (c == '=') {
            return padding(at);
        } else if (!ascii::is_space(c)) {
            fault({at, at + 1});
        }
        return at + 1;
    }

    std::size_t padding(std::size_t at) {
        std::size_t end = at;
        while (end < encoded_.size() && encoded_[end] == '=') ++end;
        const unsigned wanted = filled_ >= 2 ? 4 - filled_ : 0;
        if (end - at != wanted) fault({at, end});
        if (filled_ > 0) flush(end);
        padded_ = true;
        return end;
    }

    /// Two characters make one byte, three make two, four make three; one alone makes nothing.
    void flush(std::size_t end) {
        const std::uint32_t group = group_ << 6 * (4 - filled_);
        const std::array<char, 3> bytes = {static_cast<char>(group >> 16 & 0xFF), static_cast<char>(group >> 8 & 0xFF),
                                           static_cast<char>(group & 0xFF)};
        if (filled_ > 1)
            out_.append({bytes.data(), filled_ - 1}, offset_ + first_, filled_ - 1,
                        static_cast<std::uint32_t>(end - first_));
        filled_ = 0;
        group_ = 0;
    }

    void fault(Span where) {
        if (!fault_) fault_ = Span{offset_ + where.begin, offset_ + where.end};
    }

    std::string_view encoded_;
    std::size_t offset_;
    RunBuilder& out_;
    std::optional<Span> fault_;
    std::uint32_t group_ = 0;
    std::uint32_t filled_ = 0;
    std::size_t first_ = 0;
    std::size_t last_ = 0;
    bool padded_ = false;
};

}  // namespace

std::optional<Span> decode_base64(std::string_view encoded, std::size_t offset, RunBuilder& out) {
    return Base64Decoder(encoded, offset, out).run();
}

}  // namespace spamlint
