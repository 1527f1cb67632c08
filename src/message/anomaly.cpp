#include "message/anomaly.h"

#include <array>
#include <cstddef>

namespace spamlint {
namespace {

constexpr std::array<std::string_view, kAnomalyKinds> kNames = {
    "missing-header-end",
    "malformed-header-line",
    "obsolete-header-space",
    "mbox-line-in-message",
    "leading-blank-lines",
    "raw-8bit-header",
    "bad-encoded-word",
    "split-character",
    "control-in-header",
    "header-line-too-long",
    "missing-boundary",
    "unclosed-multipart",
    "text-after-close",
    "empty-multipart",
    "bad-content-type",
    "bad-transfer-encoding",
    "duplicate-field",
    "bad-base64",
    "bad-quoted-printable",
    "bad-charset-bytes",
    "unknown-charset",
    "charset-mismatch",
    "undeclared-8bit",
    "unencoded-8bit",
    "body-line-too-long",
    "bare-cr",
    "nul-byte",
    "mixed-line-ends",
    "limit-depth",
    "limit-parts",
    "limit-header-line",
    "limit-header-block",
    "limit-header-fields",
    "limit-boundary",
    "limit-mailboxes",
    "limit-html-size",
    "limit-tree-size",
    "limit-style-rules",
    "limit-tag-depth",
    "limit-attributes",
    "limit-links",
    "limit-images",
    "limit-active",
    "limit-placeholders",
    "limit-text",
    "limit-disguises",
    "limit-attachments",
    "limit-archive-entries",
    "limit-archive-bytes",
    "limit-archive-nesting",
};
static_assert(!kNames.back().empty(), "each kind has a name");
static_assert(kAnomalyKinds <= 64, "FirstOfKind keeps a bit for each kind");

}  // namespace

std::string_view name(AnomalyKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

}  // namespace spamlint
