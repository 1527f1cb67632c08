#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "span/span.h"

namespace spamlint {

/// Spans of the URLs in a plain text, at most `limit`: http://, https:// and www., ended where mail clients end a link:
/// white space, quotes, angle brackets, Chinese punctuation and letters; trailing punctuation and unpaired brackets
/// left out.
std::vector<Span> urls_in_text(std::string_view text, std::size_t limit);

/// Spans of the e-mail addresses in a text, at most `limit`; the domain has a suffix of the PSL.
std::vector<Span> mail_addresses_in_text(std::string_view text, std::size_t limit);

/// The host of the first URL or host name written in a short text (a link's text), lower case; "" when there is none.
/// A bare name counts when it is the whole text, or written in lower case; "Node.js" and "St.John" do not.
std::string host_in_text(std::string_view text);

/// The same for a display name, where brands write capitals before the suffix: "Amazon.de Support", not "The Dr.No".
std::string host_in_name(std::string_view name);

/// The text without its URLs.
std::string without_urls(std::string_view text);

}  // namespace spamlint
