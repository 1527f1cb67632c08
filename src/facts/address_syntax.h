#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "facts/url.h"

namespace spamlint {

/// "local@domain" as RFC 5322 3.4.1 writes it, without the obsolete forms: atoms with dots between, a quoted local
/// part, a domain in brackets. Bytes beyond ASCII count as letters (RFC 6532).
bool is_mail_address(std::string_view address);

/// The addresses of a mailto URL (RFC 6068): of its path, and of its to, cc and bcc fields; percent-decoded, at most
/// `limit`.
std::vector<std::string> mailto_addresses(const Url& url, std::size_t limit);

}  // namespace spamlint
