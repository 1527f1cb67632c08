#include <algorithm>
#include <cmath>
#include <string>
#include <thread>
#include <vector>

#include "fuzz/properties.h"
#include "lint/lint.h"
#include "message/charset.h"
#include "report/formats.h"

namespace spamlint::fuzz {
namespace {

const RuleSet& rules() {
    static const RuleSet all = default_rules();
    return all;
}

void adds_up(std::string_view file, const Report& report) {
    double points = 0;
    for (const Deduction& deduction : report.deductions) {
        points += deduction.points;
        require(!deduction.findings.empty(), "a deduction has a finding");
        for (const Finding& finding : deduction.findings)
            require(finding.span.begin <= finding.span.end && finding.span.end <= file.size(),
                    "a finding lies in the file");
    }
    require(report.score >= 0 && report.score <= 10, "a score is from 0 to 10");
    require(std::abs(std::max(0.0, 10 - points) - report.score) < 1e-6, "the points add up to the score");
}

/// The whole report of one message, for programs and for people.
std::string rendered(std::string_view file, const FoundMessage& at) {
    const LineIndex lines(file);
    const Content content = read_content(file, read_message(file, at));
    LintedMessage message;
    message.path = message.file_path = "a.eml";
    message.file = file;
    message.lines = &lines;
    message.content = &content;
    message.report = lint(rules(), content, {});
    adds_up(file, message.report);
    std::string all;
    for (const char* format : {"json", "text"})
        all += make_reporter(format, rules(), {.lang = "zh", .version = "1"})->message(message);
    return all;
}

std::string rendered_elsewhere(std::string_view file, const FoundMessage& at) {
    std::string all;
    std::thread([&] { all = rendered(file, at); }).join();
    return all;
}

/// "rule points" of every message of a file.
std::vector<std::string> judged(std::string_view file) {
    std::vector<std::string> all;
    for (const Message& message : read_messages("", file)) {
        all.emplace_back("message");
        for (const Deduction& deduction : lint(rules(), file, message, {}).deductions)
            all.push_back(std::string(rules().rules.at(static_cast<std::size_t>(deduction.rule)).id) + " " +
                          std::to_string(deduction.points));
    }
    return all;
}

bool is_wide(const Charset& charset, std::string_view bytes) {
    const bool marked = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    return charset.wide || (marked && charset.kind != CharsetKind::converter);
}

/// Is a text in UTF-16 or UTF-32? In it the byte 0x0A is no line end, and CR before it shifts all that follows.
bool has_wide_text(std::string_view file) {
    for (const Message& message : read_messages("", file))
        for (const Part& part : message.parts)
            if (is_wide(find_charset(part.charset), file.substr(part.body.begin)) ||
                is_wide(find_charset(part.charset), part_bytes(file, part)))
                return true;
    return false;
}

std::string with_line_ends(std::string_view bytes, std::string_view line_end) {
    std::string out;
    for (const char c : bytes) {
        if (c == '\n')
            out += line_end;
        else if (c != '\r')
            out += c;
    }
    return out;
}

}  // namespace

void lint_holds(std::string_view bytes) {
    for (const FoundMessage& at : find_messages("", bytes))
        require(rendered(bytes, at) == rendered_elsewhere(bytes, at), "every thread gives the same report");
    const std::string lf = with_line_ends(bytes, "\n");
    if (has_wide_text(lf)) return;
    require(judged(lf) == judged(with_line_ends(bytes, "\r\n")), "LF and CRLF are judged alike");
}

}  // namespace spamlint::fuzz
