#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "facts/content.h"
#include "facts/limited.h"
#include "facts/url.h"

namespace spamlint {

/// Where a link leads, and how it looks to the reader: an <a href> or a URL in a text/plain part.
struct Target {
    Span span;  // of the file: the href's value, or the URL
    std::string part;
    const Body* body = nullptr;
    std::string href;
    std::string text;  // what the reader sees of it
    Span place;        // of the document's text, or of the visible text where there is no document
    std::string alt;   // alternative texts of its images, each with a line end
    Url url;
    bool hidden = false;
    bool image_only = false;  // an image and no text
    bool plain_text = false;
    bool placeholder = false;
};

/// The links of a message: 10,000 at most, and two megabytes of addresses and texts.
Limited<Target> read_targets(const Content& content);

/// A target that leads nowhere: "", "#", "javascript:void(0)".
bool is_empty_target(const Target& target);

/// Sums over the targets that the reader of the message can follow: those of the HTML bodies, or of the text bodies
/// where there is no HTML.
struct LinkTotals {
    std::size_t count = 0;             // all http and https links, plain-text ones too
    std::size_t anchors = 0;           // http and https links of the bodies that count
    std::size_t distinct = 0;          // their distinct targets, fragments left out
    std::size_t distinct_shown = 0;    // those of the shown body
    std::size_t own = 0;               // distinct targets on From's domain
    std::size_t plain_http = 0;        // links over http
    std::size_t placeholders = 0;      // links whose address holds a template placeholder
    std::size_t most_repeated = 0;     // anchors of the most frequent target
    bool any_own = false;              // any link at all leads to From's domain
    std::vector<std::string> domains;  // distinct, sorted
    std::vector<Span> target_places;   // the first anchor of each distinct target, the first 20 of them
    std::vector<Span> domain_places;   // the same of each registrable domain
    std::string main_domain;           // with the most anchors; the first by name among equals
};
LinkTotals total(const Content& content, const std::vector<Target>& targets, const std::string& own_domain);

}  // namespace spamlint
