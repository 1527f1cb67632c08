#pragma once

#include <string>
#include <string_view>

#include "facts/fact.h"
#include "report/linted.h"
#include "rules/rule_set.h"

namespace spamlint::sample {

// Rules and a report made by hand, so that these tests do not depend on the packs.

/// The texts must outlive the rule, as literals do.
inline Rule rule(std::string_view id, std::string_view pack, std::string_view category, Localised title, Severity severity) {
    Rule made;
    made.id = id;
    made.pack = pack;
    made.category = category;
    made.title = std::move(title);
    made.severity = severity;
    made.why = {
        "Filters have learnt this word from a great many bulk mails, and weigh it whatever stands around it; "
        "readers have as well.",
        "过滤系统从大量群发邮件中学会了这个词，不论上下文如何都会计分；读者也是如此。"};
    made.fix = {"Say what it costs.", "写明价格。"};
    return made;
}

inline RuleSet rules() {
    RuleSet set;
    Rule free =
        rule("zh-free-offer", "zh/lure", "words", {"Promises something for free", "以“免费”诱导"}, Severity::warning);
    Rule dense =
        rule("link-dense", "links/density", "links", {"Many links for so little text", "链接过密"}, Severity::info);
    dense.kind = RuleKind::measure;
    dense.fact = fact_index("links.per_100_words");
    Rule attachment = rule("attachment-executable", "attachments/types", "attachments",
                           {"A program is attached", "附件是可执行程序"}, Severity::error);
    attachment.kind = RuleKind::each;
    Rule date =
        rule("date-missing", "headers/required", "headers", {"No Date field", "缺少 Date 字段"}, Severity::warning);
    date.kind = RuleKind::each;
    set.rules = {free, dense, attachment, date};
    set.scoring.bands = {{"good", 8}, {"at-risk", 4}, {"spam", 0}};
    set.scoring.profiles = {{"marketing", {"marketing", "营销"}, {}}};
    set.scoring.not_judged = {{"The sender's reputation.", "发件人的信誉。"},
                              {"Whether SPF, DKIM and DMARC hold.", "SPF、DKIM 与 DMARC 是否通过。"}};
    return set;
}

/// A message whose first word stands in UTF-8, then in base64, GBK and behind an escape sequence.
inline const std::string& file() {
    static const std::string bytes =
        "Subject: =?utf-8?B?5YWN6LS5?=\r\n"
        "\r\n"
        "亲爱的用户，\t免费领取大奖！\r\n"
        "5YWN6LS56aKG5Y+W\r\n"
        "\xC3\xE2\xB7\xD1\xC1\xEC\xC8\xA1\r\n"
        "\x1B[31m免\u200B费\x1B[0m\r\n";
    return bytes;
}

inline Finding finding(std::string_view bytes, std::string text, std::string in, std::string part = "1") {
    const std::size_t at = file().find(bytes);
    Finding made;
    made.span = {at, at + bytes.size()};
    made.text = std::move(text);
    made.in = std::move(in);
    made.part = std::move(part);
    return made;
}

inline Report report() {
    Deduction free{0, 1.2, true, false, {}};
    free.findings.push_back(finding("=?utf-8?B?5YWN6LS5?=", "免费", "subject", ""));
    free.findings.push_back(finding("免费", "免费", "text"));
    free.findings.push_back(finding("5YWN6LS56aKG5Y+W", "免费领取", "text"));
    free.findings.push_back(finding("\xC3\xE2\xB7\xD1", "免费", "text"));
    free.findings.push_back(finding("免\u200B费", "免费", "text"));
    free.findings.back().disguised = true;
    for (int i = 0; i < 7; ++i) free.findings.push_back(free.findings[1]);
    Deduction dense{1, 0.4, false, false, {finding("亲爱的用户", "12.4", "text")}};
    dense.findings[0].measured = 12.4;
    Deduction attachment{2, 3.0, false, false, {finding("5YWN6LS56aKG5Y+W", "发票.exe", "attachment", "2")}};
    Deduction date{3, 0.5, false, false, {Finding{}}};
    date.findings[0].in = "message";
    Report made;
    made.score = 4.9;
    made.verdict = "at-risk";
    made.profile = "marketing";
    made.deductions = {attachment, free, date, dense};
    return made;
}

inline const LineIndex& lines() {
    static const LineIndex index(file());
    return index;
}

inline LintedMessage failing() {
    LintedMessage message;
    message.path = "mail/prize.mbox#2";
    message.file_path = "mail/prize.mbox";
    message.file = file();
    message.lines = &lines();
    message.report = report();
    message.passed = false;
    return message;
}

inline LintedMessage clean() {
    LintedMessage message;
    message.path = message.file_path = "mail/minutes.eml";
    message.file = file();
    message.report.verdict = "good";
    return message;
}

inline Summary summary() {
    return {2, 1, {"mail/gone.eml: no such file or folder; check the path"}};
}

/// The whole of a report with both messages.
inline std::string whole(const Reporter& reporter) {
    return reporter.begin() + reporter.message(failing()) + reporter.between() + reporter.message(clean()) +
           reporter.end(summary());
}

}  // namespace spamlint::sample
