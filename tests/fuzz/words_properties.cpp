#include <string>

#include "fuzz/properties.h"
#include "fuzz/stretches.h"
#include "message/charset.h"
#include "message/header.h"

namespace spamlint::fuzz {
namespace {

constexpr std::size_t kMostText = 2000;

void spans_lie_in(std::string_view file) {
    const Span whole{0, file.size()};
    std::vector<Anomaly> anomalies;
    require(whole.contains(decode_value(file, whole, anomalies).source()), "a value comes from the file");
    for (const Mailbox& mailbox : parse_mailboxes(file, whole, anomalies)) {
        require(whole.contains(mailbox.span), "a mailbox lies in the file");
        for (const MappedText* text : {&mailbox.name, &mailbox.address, &mailbox.local, &mailbox.domain})
            require(text->empty() || whole.contains(text->source()), "a mailbox's texts come from the file");
    }
    for (const Parameter& parameter : parse_parameters(file, whole, anomalies).parameters)
        require(parameter.value.empty() || whole.contains(parameter.value.source()), "a parameter comes from the file");
    for (const Anomaly& anomaly : anomalies) require(whole.contains(anomaly.span), "an anomaly lies in the file");
}

/// The bytes as characters that mail may hold in a header.
std::string printable(std::string_view bytes) {
    const std::string utf8 = convert(find_charset("utf-8"), bytes.substr(0, kMostText), {}).text;
    std::string text;
    for (const char c : utf8)
        if (!is_space(c) && c != '\x7F') text += c;
    return text;
}

std::string hex(char mark, char c) {
    constexpr char digits[] = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    return {mark, digits[byte >> 4], digits[byte & 15]};
}

std::string base64(std::string_view bytes) {
    constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto at = [&](std::size_t k) {
            return i + k < bytes.size() ? static_cast<unsigned>(static_cast<unsigned char>(bytes[i + k])) : 0U;
        };
        const unsigned word = at(0) << 16 | at(1) << 8 | at(2);
        for (std::size_t k = 0; k < 4; ++k) out += i + k <= bytes.size() ? alphabet[word >> (18 - 6 * k) & 63] : '=';
    }
    return out;
}

/// A text as it was written, and in which bytes each of its bytes was.
struct Written {
    std::string file;
    std::vector<Span> of_byte;

    void add_each(std::string_view text, char mark) {
        for (const char c : text) {
            of_byte.push_back({file.size(), file.size() + 3});
            file += hex(mark, c);
        }
    }
    void add_base64(std::string_view text) {
        for (std::size_t i = 0; i < text.size(); ++i)
            of_byte.push_back({file.size() + i / 3 * 4, file.size() + i / 3 * 4 + 4});
        file += base64(text);
    }
};

/// Calls `write` with pieces of whole characters, of sizes that the text decides.
template <class Write>
void in_pieces(std::string_view text, Write write) {
    for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end) {
        end = std::min(text.size(), begin + 1 + static_cast<unsigned char>(text[begin]) % 30);
        while (!begins_character(text, end)) ++end;
        write(text.substr(begin, end - begin));
    }
}

Written in_encoded_words(std::string_view text) {
    Written out;
    in_pieces(text, [&](std::string_view piece) {
        const bool is_base64 = piece.size() % 2 == 0;
        if (!out.file.empty()) out.file += out.file.size() % 3 == 0 ? "\r\n " : " ";
        out.file += is_base64 ? "=?UTF-8?B?" : "=?utf-8?q?";
        if (is_base64)
            out.add_base64(piece);
        else
            out.add_each(piece, '=');
        out.file += "?=";
    });
    return out;
}

Written in_parameters(std::string_view text) {
    Written out{"attachment", {}};
    std::size_t number = 0;
    in_pieces(text, [&](std::string_view piece) {
        out.file += ";\r\n filename*" + std::to_string(number) + (number == 0 ? "*=utf-8'en'" : "*=");
        out.add_each(piece, '%');
        ++number;
    });
    return out;
}

void comes_back(const Written& written, std::string_view text, const MappedText& read) {
    require(read.text() == text, "what was written is read");
    for (const Span stretch : stretches(text, 9))
        require(read.source(stretch) == hull(written.of_byte[stretch.begin], written.of_byte[stretch.end - 1]),
                "a stretch comes from the bytes that it was written in");
}

}  // namespace

void words_holds(std::string_view bytes) {
    spans_lie_in(bytes);
    const std::string text = printable(bytes);
    if (text.empty()) return;
    std::vector<Anomaly> anomalies;
    const Written words = in_encoded_words(text), parameters = in_parameters(text);
    comes_back(words, text, decode_value(words.file, {0, words.file.size()}, anomalies));
    const ParameterizedValue value = parse_parameters(parameters.file, {0, parameters.file.size()}, anomalies);
    const MappedText* name = value.find("filename");
    require(name != nullptr, "the parameter that was written is read");
    comes_back(parameters, text, *name);
}

}  // namespace spamlint::fuzz
