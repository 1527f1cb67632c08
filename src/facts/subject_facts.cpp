#include <algorithm>

#include "facts/addresses_in_text.h"
#include "facts/code_points.h"
#include "facts/letters.h"
#include "facts/measure.h"
#include "span/ascii.h"

namespace spamlint {
namespace {

constexpr std::size_t shortest_upper_word = 3;  // "OK" and "US" are written so

bool has_subject(const Survey& survey) {
    return !subject_cause(survey.content).empty();
}

Fact counted(const Survey& survey, std::size_t TextCounts::*counter) {
    return fact_of(survey.subject_counts().*counter, subject_cause(survey.content));
}

Fact upper_ratio(const Survey& survey) {
    const TextCounts& counts = survey.subject_counts();
    return fact_of(upper_share(counts.upper, counts.lower), subject_cause(survey.content));
}

Fact characters_of(const Survey& survey, std::size_t TextCounts::*counter, bool (*wanted)(char32_t)) {
    if (survey.subject_counts().*counter == 0) return fact_of(0);
    return fact_of(survey.subject_counts().*counter, character_causes(survey.content.subject, wanted));
}

Fact words_in_capitals(const Survey& survey) {
    const auto words = upper_words(survey.content.subject.text(), shortest_upper_word);
    return fact_of(words.size(), mapped(survey.content.subject, words));
}

Fact padding(const Survey& survey) {
    const auto cause = subject_cause(survey.content);
    if (cause.empty()) return fact_of(0);
    const auto raw = survey.content.file.substr(cause[0].begin, cause[0].size());
    return fact_of(longest_padding(raw, survey.content.subject.text()), cause);
}

Fact spaced_out(const Survey& survey) {
    return fact_of(spaced_out_letters(survey.content.subject.text()), survey.content.subject);
}

Fact mixed_script(const Survey& survey) {
    return fact_of(mixed_script_words(survey.content.subject.text()), survey.content.subject);
}

Fact raw_8bit(const Survey& survey) {
    const auto cause = subject_cause(survey.content);
    return fact_of(!cause.empty() && !ascii::is_ascii(survey.content.file.substr(cause[0].begin, cause[0].size())),
                   cause);
}

Fact in_text(const Survey& survey) {
    if (!has_subject(survey)) return fact_of(0);
    const auto words = content_words(survey.content.subject.text());
    const double found = static_cast<double>(found_content_words(words, survey.shown_folded()));
    return fact_of(words.empty() ? 1 : found / static_cast<double>(words.size()), subject_cause(survey.content));
}

Fact has_address(const Survey& survey) {
    const auto found = mail_addresses_in_text(survey.content.subject.text(), max_causes);
    return fact_of(!found.empty(), mapped(survey.content.subject, found));
}

}  // namespace

std::vector<FactSource> subject_facts() {
    return {
        {{"subject.present", truth, "", "There is a Subject field with text in it."},
         [](const Survey& s) { return fact_of(!trimmed(s.content.subject.text()).empty(), subject_cause(s.content)); }},
        {{"subject.characters", number, "code points", "Length of the decoded subject, white space left out."},
         [](const Survey& s) { return counted(s, &TextCounts::characters); }},
        {{"subject.words", number, "words", "Words of the subject; two Han or Kana characters count as one."},
         [](const Survey& s) { return counted(s, &TextCounts::words); }},
        {{"subject.cased_letters", number, "code points", "Letters of the subject whose script has capitals."},
         [](const Survey& s) {
             return fact_of(s.subject_counts().upper + s.subject_counts().lower, subject_cause(s.content));
         }},
        {{"subject.upper_ratio", number, "ratio 0–1",
          "Share of capitals among the subject's cased letters; 0 without any."},
         upper_ratio},
        {{"subject.upper_words", number, "words", "Words of three and more letters that are all capitals."},
         words_in_capitals},
        {{"subject.exclamations", number, "code points", "Exclamation marks, ASCII, full-width and others."},
         [](const Survey& s) {
             return characters_of(s, &TextCounts::exclamations,
                                  [](char32_t c) { return c == '!' || c == 0xFF01 || c == 0xA1 || c == 0x203C; });
         }},
        {{"subject.questions", number, "code points", "Question marks, ASCII and full-width."},
         [](const Survey& s) {
             return characters_of(s, &TextCounts::questions, [](char32_t c) { return c == '?' || c == 0xFF1F; });
         }},
        {{"subject.punctuation_run", number, "code points", "Longest run of one kind of punctuation, like !!! or $$$."},
         [](const Survey& s) { return counted(s, &TextCounts::longest_punctuation_run); }},
        {{"subject.emoji", number, "code points", "Emoji in the subject."},
         [](const Survey& s) { return counted(s, &TextCounts::emoji); }},
        {{"subject.digits", number, "code points", "Digits in the subject."},
         [](const Survey& s) { return counted(s, &TextCounts::digits); }},
        {{"subject.styled_letters", number, "code points",
          "Mathematical, circled, full-width or small-capital letters."},
         [](const Survey& s) { return characters_of(s, &TextCounts::styled_letters, is_styled_letter); }},
        {{"subject.ignorables", number, "code points", "Zero-width and other invisible characters."},
         [](const Survey& s) { return characters_of(s, &TextCounts::ignorables, is_ignorable); }},
        {{"subject.padding", number, "code points",
          "Longest run of spaces inside the subject or at its end; a fold counts as one."},
         padding},
        {{"subject.spaced_out", number, "runs", "Runs of five and more letters with a space after each."}, spaced_out},
        {{"subject.mixed_script_words", number, "words", "Words written in two scripts that look alike."},
         mixed_script},
        {{"subject.raw_8bit", truth, "", "The Subject field holds bytes beyond ASCII that are not encoded (RFC 2047)."},
         raw_8bit},
        {{"subject.in_text", number, "ratio 0–1",
          "Share of the subject's content words that the shown body has; 1 when the subject has none, 0 without a "
          "subject."},
         in_text},
        {{"subject.has_address", truth, "", "An e-mail address stands in the subject."}, has_address},
    };
}

}  // namespace spamlint
