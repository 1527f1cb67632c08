#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "facts/fact.h"

/// A message that owns its bytes, with its facts by name.
class Sample {
public:
    explicit Sample(std::string file) : Sample(std::move(file), spamlint::MessageKind::message) {}
    Sample(std::string file, spamlint::MessageKind kind)
        : file_(std::make_unique<std::string>(std::move(file))),
          content_(std::make_unique<spamlint::Content>(spamlint::read_content(
              *file_, kind == spamlint::MessageKind::message ? spamlint::parse_message(*file_, {0, file_->size()})
                                                             : spamlint::wrap_template(*file_, kind)))),
          facts_(std::make_unique<spamlint::Facts>(*content_)) {}

    const std::string& file() const { return *file_; }
    const spamlint::Content& content() const { return *content_; }
    const spamlint::Facts& facts() const { return *facts_; }

    const spamlint::Fact& fact(std::string_view name) const {
        const int index = spamlint::fact_index(name);
        REQUIRE_MESSAGE(index >= 0, name);
        return facts_->fact(index);
    }
    bool truth(std::string_view name) const { return std::get<bool>(fact(name).value); }
    double number(std::string_view name) const { return std::get<double>(fact(name).value); }
    std::string text(std::string_view name) const { return std::get<std::string>(fact(name).value); }
    std::string cause(std::string_view name, std::size_t index = 0) const {
        REQUIRE(fact(name).causes.size() > index);
        return raw(fact(name).causes[index]);
    }
    std::string raw(spamlint::Span span) const { return file_->substr(span.begin, span.size()); }

    const std::vector<spamlint::Element>& elements(std::string_view sort) const {
        return facts_->elements(spamlint::element_sort_index(sort));
    }
    template <typename T>
    T field(std::string_view sort, std::size_t element, std::string_view name) const {
        const auto& declared = spamlint::element_sorts()[static_cast<std::size_t>(spamlint::element_sort_index(sort))];
        const int index = declared.field_index(name);
        REQUIRE_MESSAGE(index >= 0, name);
        REQUIRE(elements(sort).size() > element);
        return std::get<T>(elements(sort)[element].fields[static_cast<std::size_t>(index)]);
    }
    std::string text(std::string_view sort, std::size_t element, std::string_view name) const {
        return field<std::string>(sort, element, name);
    }
    bool truth(std::string_view sort, std::size_t element, std::string_view name) const {
        return field<bool>(sort, element, name);
    }
    double number(std::string_view sort, std::size_t element, std::string_view name) const {
        return field<double>(sort, element, name);
    }

private:
    std::unique_ptr<std::string> file_;
    std::unique_ptr<spamlint::Content> content_;
    std::unique_ptr<spamlint::Facts> facts_;
};

inline const std::string plain_header =
    "From: Anna Berg <anna@oakfield-library.org>\r\nTo: Tom <tom@example.net>\r\nSubject: Minutes of Tuesday\r\n"
    "Date: Tue, 24 Nov 2026 09:00:00 +0100\r\nMessage-ID: <a1@oakfield-library.org>\r\nMIME-Version: 1.0\r\n";

/// A message of one part.
inline Sample sample(const std::string& header, const std::string& type, const std::string& body) {
    return Sample(header + "Content-Type: " + type + "; charset=utf-8\r\n\r\n" + body);
}
inline Sample with_text(const std::string& body) {
    return sample(plain_header, "text/plain", body);
}
inline Sample with_html(const std::string& body) {
    return sample(plain_header, "text/html", body);
}
inline Sample with_subject(const std::string& subject, const std::string& body = "Hello\r\n") {
    return Sample("From: Anna Berg <anna@oakfield-library.org>\r\nSubject: " + subject + "\r\n\r\n" + body);
}
inline Sample with_from(const std::string& from, const std::string& body = "Hello\r\n") {
    return Sample("From: " + from + "\r\nSubject: x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body);
}

/// Parts of a multipart, each a header and a body parted by a blank line.
inline Sample multipart(const std::string& subtype, const std::vector<std::string>& parts) {
    std::string message = plain_header + "Content-Type: multipart/" + subtype + "; boundary=b\r\n\r\n";
    for (const std::string& part : parts) message += "--b\r\n" + part + "\r\n";
    return Sample(message + "--b--\r\n");
}

inline std::string base64(std::string_view bytes) {
    static constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string encoded;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        unsigned group = 0;
        for (std::size_t i = 0; i < 3; ++i)
            group = group << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u);
        for (std::size_t i = 0; i < 4; ++i)
            encoded += at + i > bytes.size() ? '=' : alphabet[group >> (18 - 6 * i) & 63];
        if (at % 57 == 54) encoded += "\r\n";
    }
    return encoded;
}

inline std::string attached(const std::string& name, const std::string& type, std::string_view bytes) {
    return "Content-Type: " + type + "; name=\"" + name + "\"\r\nContent-Disposition: attachment; filename=\"" + name +
           "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64(bytes);
}
