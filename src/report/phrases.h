#pragma once

#include <string>
#include <string_view>

namespace spamlint {

/// The fixed words of the text report. What is wrong, why and what to do come from the packs, never from here.
struct Phrases {
    std::string_view profile;  // "{}" is the profile's title
    std::string_view failed;   // beside the score of a message below the bar
    std::string_view clean;    // a message without deductions
    std::string_view disguised;
    std::string_view capped;                       // the points reached a limit
    std::string_view decoded, measured, why, fix;  // labels, with their colon
    std::string_view more;                         // findings that are not shown
    std::string_view more_uncounted;               // where those beyond a limit were not even counted
    std::string_view part;                         // "part {}"
    std::string_view whole_message;
    std::string_view not_judged;
    std::string_view one_message, many_messages;
    std::string_view all_pass, some_failed, some_unread;
    std::string_view colon, comma;
};
const Phrases& phrases(std::string_view lang);

/// "words" → "Words", "用语"; a category that no default pack has is shown as it is.
std::string category_title(std::string_view category, std::string_view lang);
/// "link-text" → "link text", "链接文字"; likewise.
std::string place_title(std::string_view place, std::string_view lang);
/// "at-risk" → "at risk", "有风险"; likewise.
std::string verdict_title(std::string_view verdict, std::string_view lang);
std::string severity_title(std::string_view severity, std::string_view lang);

}  // namespace spamlint
