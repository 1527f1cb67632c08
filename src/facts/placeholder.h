#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "facts/closings.h"
#include "facts/content.h"
#include "facts/limited.h"
#include "span/span.h"

namespace spamlint {

/// A template expression that stands in a text, rendered mail or not.
struct Placeholder {
    std::string_view engine;  // mustache, liquid-tag, erb, php, mailchimp, percent, dollar, bracket …
    std::string text;
    bool closed = true;
    bool fallback_empty = false;  // it names a fallback, and that is empty: {{ name | default: "" }}
    bool paired = true;           // false: it begins or ends a block, and the block's other half is missing
    std::string in;               // the scope, or href or src
    std::string line;             // what stands beside it: its line without it, at most 200 bytes; "" in an address
    Span span;                    // of the file
    std::string part;
};

/// Placeholders in the texts and addresses of a message, at most 10,000, in order of the texts.
Limited<Placeholder> read_placeholders(const Content& content);

struct PlaceholderMatch {
    std::string_view engine;
    Span span;  // of the text searched
    bool closed = true;
    std::string text;
};
/// The one that begins at `at`; `closings` are the text's.
std::optional<PlaceholderMatch> placeholder_at(std::string_view text, std::size_t at, Closings& closings);
/// In a text that people read, the first `most`. Linear: no expression is longer than 200 bytes.
std::vector<PlaceholderMatch> placeholders_in_text(std::string_view text, std::size_t most);
/// Tags of {% %} and sections of {{ }} that begin or end a block whose other half is not in the text, by place. Linear.
std::vector<Span> unpaired_blocks(std::string_view text);
/// In a URL, where "%41" is an escape and braces may be percent-encoded. Spans are of the text
/// after that.
std::vector<PlaceholderMatch> placeholders_in_address(std::string_view address, std::size_t most);

}  // namespace spamlint
