#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "facts/content.h"
#include "message/message.h"
#include "rules/rule_set.h"
#include "score/report.h"

namespace spamlint {

struct LintOptions {
    std::string profile = "auto";
    std::vector<std::string> policies{};  // whose rules hold beside those that always do
    std::vector<std::string> off{};       // ids of rules that do not hold for this message
};

/// The whole pipeline for one message: bytes to report. `file` is the whole file that the message is cut from.
Report lint(const RuleSet& rules, std::string_view file, Message message, const LintOptions& options);

/// The same for a message that is decoded already, for those who show its content too.
Report lint(const RuleSet& rules, const Content& content, const LintOptions& options);

/// Where a message stands in a file, before it is parsed.
struct FoundMessage {
    MessageKind kind = MessageKind::message;
    Span span;  // of the file; all of it for a template
};

/// The messages of one file by its name and bytes: an .eml, each of an mbox, or a template as one part. A name that
/// says nothing (Maildir, standard input) leaves it to the bytes. Never empty.
std::vector<FoundMessage> find_messages(std::string_view name, std::string_view file);
Message read_message(std::string_view file, const FoundMessage& found);
/// All of them at once.
std::vector<Message> read_messages(std::string_view name, std::string_view file);

/// Does a file of that name hold mail or a template? README.md, LICENSE.txt and the like do not. What is looked at in
/// folders; a file named alone always is.
bool is_mail_file(std::string_view name);

/// What the bytes are, and what to do, where they are neither mail nor text: "an Outlook .msg file; save it as .eml".
/// "" where they can be linted: always where the name says mail or mbox, but for Outlook's own format.
std::string foreign_format(std::string_view name, std::string_view file);

/// Do the bytes begin with a mail header: field lines, one of them of a name that only mail has?
bool begins_with_header(std::string_view file);

}  // namespace spamlint
