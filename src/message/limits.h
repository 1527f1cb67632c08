#pragma once

#include <cstddef>

/// What hostile mail may cost. Ordinary mail stays far below each of these; where one is reached, the message gets
/// a limit_* anomaly and the rest is read as plain body, or left out where it is text.
namespace spamlint::limits {

inline constexpr int kDepth = 100;                     // nested multiparts and messages; mimetic recurses once a level
inline constexpr std::size_t kParts = 4'000;           // entities in a message; each costs 4 KB beside its text
inline constexpr std::size_t kHeaderLine = 64 * 1024;  // bytes of one header line; a longer one is cut short
inline constexpr std::size_t kHeaderBlock = 1024 * 1024;  // bytes of the header of one part
inline constexpr std::size_t kHeaderFields = 10'000;      // fields of one header
inline constexpr std::size_t kBoundary = 70;              // RFC 2046 5.1.1; longer ones are used but reported
inline constexpr std::size_t kUsableBoundary = 998;       // a delimiter is one line (RFC 5322 2.1.1)
inline constexpr std::size_t kMailboxes = 10'000;         // of one address list
/// Bytes that the texts of a message may be longer in UTF-8 than in their own charsets: 50 MB of Thai would be 150.
inline constexpr std::size_t kTextGrowth = std::size_t{8} << 20;
inline constexpr std::size_t kLineOctets = 998;  // RFC 5322 2.1.1

}  // namespace spamlint::limits
