#pragma once

#include <string_view>

namespace spamlint {

/// A Date value held against RFC 5322 3.3, obsolete zone names of 4.3 ("GMT", "EST") allowed, comments skipped.
struct DateSyntax {
    bool valid = false;
    bool weekday_right = true;  // false when a weekday is named and the date falls on another
};
DateSyntax check_date(std::string_view value);

/// "<left@right>" without spaces, as RFC 5322 3.6.4 wants a Message-ID.
bool is_message_id(std::string_view value);

}  // namespace spamlint
