#include <algorithm>
#include <array>

#include "facts/code_points.h"
#include "facts/letters.h"
#include "facts/measure.h"
#include "span/utf8.h"

namespace spamlint {
namespace {

const Body& shown(const Survey& survey) {
    static const Body none;
    const Body* body = survey.content.shown_body();
    return body ? *body : none;
}

Fact counted(const Survey& survey, std::size_t TextCounts::*counter) {
    return fact_of(shown(survey).counts.*counter, shown_cause(survey.content));
}

Fact characters_of(const Survey& survey, std::size_t TextCounts::*counter, bool (*wanted)(char32_t)) {
    if (shown(survey).counts.*counter == 0) return fact_of(0);
    return fact_of(shown(survey).counts.*counter, character_causes(shown(survey).visible, wanted));
}

// The elements that HTML source in mail is made of; a <name> in prose or XML is none of them.
constexpr std::array<std::string_view, 22> html_tags = {
    "a",    "b",   "body", "br", "center", "div",    "font",  "h1",    "h2", "head", "hr",
    "html", "img", "li",   "p",  "span",   "strong", "style", "table", "td", "tr",   "ul"};
constexpr std::size_t few_tags = 3;  // one or two are talk about HTML

/// Name of the tag at `at`, "" when none is there.
std::string tag_at(std::string_view text, std::size_t at) {
    std::size_t begin = at + 1;
    if (begin < text.size() && text[begin] == '/') ++begin;
    std::size_t end = begin;
    while (end < text.size() && end - begin < 8 && ascii::is_alnum(text[end])) ++end;
    const bool ends =
        end < text.size() && (text[end] == '>' || text[end] == ' ' || text[end] == '/' || text[end] == '\n');
    return ends ? ascii::lowered(text.substr(begin, end - begin)) : std::string();
}

/// HTML that came as plain text: tags, and some of them closing.
Fact html_source(const Survey& survey) {
    for (const Body& body : survey.content.bodies) {
        if (body.document) continue;
        const std::string& text = body.visible.text();
        Occurrences tags;
        std::size_t closing = 0;
        for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 1)) {
            if (std::ranges::find(html_tags, tag_at(text, at)) == html_tags.end()) continue;
            closing += text[at + 1] == '/';
            tags.add({at, at + 1});
        }
        for (Span& tag : tags.first) tag.end = std::min(text.find('>', tag.begin), text.size() - 1) + 1;
        if (tags.count >= few_tags && closing > 0) return fact_of(true, mapped(body.visible, tags.first));
    }
    return fact_of(false);
}

/// "> text", or "-----Original Message-----": how mail programs set off what another wrote.
bool is_quote(std::string_view line) {
    line = trimmed(line);
    if (line.starts_with('>') || line.starts_with(": ")) return true;  // the latter on bulletin boards
    return line.size() > 6 && line.starts_with("---") && line.ends_with("-") &&
           line.find_first_not_of('-') != std::string_view::npos;
}

Fact quoted_lines(const Survey& survey) {
    const std::string& text = shown(survey).visible.text();
    Occurrences lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (is_quote(std::string_view(text).substr(begin, end - begin))) lines.add({begin, end});
        begin = end + 1;
    }
    return fact_of(lines, shown(survey).visible);
}

/// Places inside a word at which the HTML has hidden text, a comment or an empty element: fr<b></b>ee.
Fact words_split(const Survey& survey) {
    const Body& body = shown(survey);
    if (body.text_index < 0) return fact_of(0);
    const std::string& text = body.visible.text();
    Occurrences found;
    std::size_t last = 0;
    for (const std::size_t at : survey.content.texts[static_cast<std::size_t>(body.text_index)].left_out) {
        if (at <= last || at >= text.size()) continue;
        last = at;
        const CodePoint left = utf8::before(text, at), right = utf8::at(text, at);
        if (is_letter(left.value) && is_letter(right.value)) found.add({at - left.size, at + right.size});
    }
    return fact_of(found, body.visible);
}

Fact upper_ratio(const Survey& survey) {
    const TextCounts& counts = shown(survey).counts;
    return fact_of(upper_share(counts.upper, counts.lower), shown_cause(survey.content));
}

}  // namespace

std::vector<FactSource> text_facts() {
    return {
        {{"text.characters", number, "code points", "Length of the shown body, white space left out."},
         [](const Survey& s) { return counted(s, &TextCounts::characters); }},
        {{"text.words", number, "words", "Words of the shown body; two Han or Kana characters count as one."},
         [](const Survey& s) { return counted(s, &TextCounts::words); }},
        {{"text.letters", number, "code points", "Letters of the shown body."},
         [](const Survey& s) { return counted(s, &TextCounts::letters); }},
        {{"text.upper_ratio", number, "ratio 0–1", "Share of capitals among the shown body's cased letters."},
         upper_ratio},
        {{"text.exclamations", number, "code points", "Exclamation marks of the shown body."},
         [](const Survey& s) {
             return characters_of(s, &TextCounts::exclamations,
                                  [](char32_t c) { return c == '!' || c == 0xFF01 || c == 0xA1 || c == 0x203C; });
         }},
        {{"text.punctuation_run", number, "code points", "Longest run of one kind of punctuation in the shown body."},
         [](const Survey& s) { return counted(s, &TextCounts::longest_punctuation_run); }},
        {{"text.ignorables", number, "code points", "Zero-width and other invisible characters of the shown body."},
         [](const Survey& s) { return characters_of(s, &TextCounts::ignorables, is_ignorable); }},
        {{"text.ignorables_in_words", number, "code points",
          "Zero-width and other invisible characters between two letters."},
         [](const Survey& s) { return characters_of(s, &TextCounts::ignorables_in_words, is_ignorable); }},
        {{"text.words_split", number, "places",
          "Places between two letters of the shown body at which its HTML has hidden text, a comment or an empty "
          "element."},
         words_split},
        {{"text.styled_letters", number, "code points",
          "Mathematical, circled, full-width or small-capital letters of the shown body."},
         [](const Survey& s) { return characters_of(s, &TextCounts::styled_letters, is_styled_letter); }},
        {{"text.mixed_script_words", number, "words",
          "Words of the shown body written in two scripts that look alike."},
         [](const Survey& s) { return fact_of(mixed_script_words(shown(s).visible.text()), shown(s).visible); }},
        {{"text.spaced_out", number, "runs",
          "Runs of five and more letters of the shown body with a space or sign after each; of four and more Han "
          "characters with a sign."},
         [](const Survey& s) { return fact_of(spaced_out_letters(shown(s).visible.text()), shown(s).visible); }},
        {{"text.emoji", number, "code points", "Emoji of the shown body."},
         [](const Survey& s) { return counted(s, &TextCounts::emoji); }},
        {{"text.han", number, "code points", "Han characters of the shown body."},
         [](const Survey& s) { return counted(s, &TextCounts::han); }},
        {{"text.cyrillic", number, "code points", "Cyrillic letters of the shown body."},
         [](const Survey& s) { return counted(s, &TextCounts::cyrillic); }},
        {{"text.quoted_lines", number, "lines",
          "Lines of the shown body that begin with >, or stand between dashes as \"Original Message\" does."},
         quoted_lines},
        {{"text.html_source", truth, "", "HTML tags stand as text in a plain-text part."}, html_source},
    };
}

}  // namespace spamlint
