#include "report/finding_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "facts/fact.h"
#include "report/decoded.h"
#include "report/display.h"
#include "report/phrases.h"

namespace spamlint {
namespace {

constexpr std::size_t least_source_width = 20;
constexpr std::string_view ill_formed = "\xEF\xBF\xBD";  // U+FFFD, as display.h shows what is no UTF-8
constexpr std::size_t quoted_width = 48;                 // columns of the finding's own text in its first line

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    const std::size_t begin = std::min(text.find_first_not_of(space), text.size());
    return text.substr(begin, text.find_last_not_of(space) + 1 - begin);
}

class FindingWriter {
public:
    FindingWriter(const LintedMessage& message, const Rule& rule, const Finding& finding, const ReportStyle& style,
                  std::size_t indent)
        : message_(message),
          rule_(rule),
          finding_(finding),
          style_(style),
          words_(phrases(style.lang)),
          paint_(style.colour),
          indent_(indent, ' ') {}

    std::string write() const {
        std::string lines = heading();
        if (!finding_.span.empty()) lines += source();
        if (rule_.kind == RuleKind::measure && !finding_.supporting) lines += measured();
        return lines;
    }

private:
    bool about_whole_message() const { return finding_.span.empty(); }

    /// path:12:3  免费, disguised, link text, part 1.2
    std::string heading() const {
        const std::string path = displayed(message_.file_path);
        if (about_whole_message())
            return indent_ + path + words_.colon.data() + std::string(words_.whole_message) + "\n";
        const Position at = message_.lines->position(finding_.span.begin);
        std::string about;
        const auto add = [&](const std::string& text) { about += (about.empty() ? "" : words_.comma.data()) + text; };
        if (rule_.kind != RuleKind::measure && !finding_.text.empty())
            add(shortened(trimmed(finding_.text), quoted_width));
        if (finding_.disguised) add(std::string(words_.disguised));
        if (!finding_.in.empty() && finding_.in != "message") add(place_title(finding_.in, style_.lang));
        if (!finding_.part.empty()) add(fmt::format(fmt::runtime(words_.part), finding_.part));
        return fmt::format("{}{}:{}:{}  {}\n", indent_, path, at.line, at.column, about);
    }

    std::size_t source_width(std::size_t taken) const {
        return std::max(least_source_width, style_.width - std::min(style_.width, taken));
    }

    /// The line of the file and, where it shows other letters than a reader sees, the decoded text below it. Of a line
    /// in a charset that is not UTF-8 nothing could be read: the decoded line stands in its place.
    std::string source() const {
        const Position at = message_.lines->position(finding_.span.begin);
        const Span line = message_.lines->line(at.line);
        const Span hit{finding_.span.begin - line.begin, finding_.span.end - line.begin};
        const std::size_t width = source_width(gutter_width(at.line));
        const Excerpt raw = excerpt(message_.file.substr(line.begin, line.size()), hit, width);
        if (rule_.kind != RuleKind::match || !is_encoded(message_, finding_)) return frame(at.line, raw);
        if (raw.line().find(ill_formed) != std::string::npos) {
            if (const auto read = decoded_line(message_, finding_, width)) return frame(at.line, *read);
        }
        return frame(at.line, raw) + decoded();
    }

    ///   12 | 亲爱的用户，免费领取大奖！
    ///      |             ^^^^
    std::string frame(std::size_t line_number, const Excerpt& cut) const {
        const std::string number = std::to_string(line_number);
        const std::string blank = indent_ + "  " + std::string(number.size(), ' ');
        return indent_ + "  " + paint_.dim(number + " | ") + cut.before + severe(cut.hit) + cut.after + "\n" +
               paint_.dim(blank + " | ") + std::string(cut.caret_column, ' ') +
               severe(std::string(cut.caret_width, '^')) + "\n";
    }

    std::size_t gutter_width(std::size_t line_number) const {
        return indent_.size() + 2 + std::to_string(line_number).size() + 3;
    }

    std::string decoded() const {
        const std::size_t taken = indent_.size() + 2 + display_width(words_.decoded);
        const Excerpt cut = decoded_excerpt(message_, finding_, source_width(taken));
        return indent_ + "  " + paint_.dim(words_.decoded) + cut.before + severe(cut.hit) + cut.after + "\n";
    }

    /// measured: 12.4 links.per_100_words
    std::string measured() const {
        std::string number = fmt::format("{:.2f}", finding_.measured);
        number.erase(number.find_last_not_of('0') + 1);
        if (number.back() == '.') number.pop_back();
        const auto& facts = fact_sources();
        const auto index = static_cast<std::size_t>(rule_.fact);
        const std::string fact = index < facts.size() ? " " + std::string(facts[index].name) : "";
        return indent_ + "  " + paint_.dim(words_.measured) + number + paint_.dim(fact) + "\n";
    }

    std::string severe(std::string_view text) const { return in_severity_colour(paint_, rule_.severity, text); }

    const LintedMessage& message_;
    const Rule& rule_;
    const Finding& finding_;
    const ReportStyle& style_;
    const Phrases& words_;
    Paint paint_;
    std::string indent_;
};

}  // namespace

std::string finding_text(const LintedMessage& message, const Rule& rule, const Finding& finding,
                         const ReportStyle& style, std::size_t indent) {
    return FindingWriter(message, rule, finding, style, indent).write();
}

std::string in_severity_colour(const Paint& paint, Severity severity, std::string_view text) {
    switch (severity) {
        case Severity::error:
            return paint.red(text);
        case Severity::warning:
            return paint.yellow(text);
        case Severity::info:
            break;
    }
    return paint.blue(text);
}

}  // namespace spamlint
