#include <algorithm>

#include "facts/address_syntax.h"
#include "facts/code_points.h"
#include "facts/host.h"
#include "facts/letters.h"
#include "facts/measure.h"
#include "span/ascii.h"

namespace spamlint {
namespace {

// A short label turns up in texts by chance: it must stand as a word of its own there.
constexpr std::size_t shortest_label_inside_words = 4;
// A long one is found even where the text parts it: "Oakfield Library" for oakfieldlibrary.org.
constexpr std::size_t shortest_label_across_words = 8;

// Shorter names turn up by chance.
constexpr std::size_t shortest_name = 3;

std::vector<Span> from_cause(const Survey& survey) {
    return field_cause(survey.content, "from");
}

template <typename T>
Fact from(const Survey& survey, T measured) {
    return fact_of(std::move(measured), from_cause(survey));
}

const MappedText& name_text(const Survey& survey) {
    static const MappedText none;
    return survey.content.from.empty() ? none : survey.content.from.front().name;
}

/// Shown by the display name; by the whole field where there is none.
template <typename T>
Fact named(const Survey& survey, T measured) {
    const MappedText& name = name_text(survey);
    return name.empty() ? from(survey, std::move(measured)) : fact_of(std::move(measured), {name.source()});
}

/// Shown by the address; by the whole field where there is none.
template <typename T>
Fact addressed(const Survey& survey, T measured) {
    const auto& mailboxes = survey.content.from;
    if (mailboxes.empty() || mailboxes.front().address.empty()) return from(survey, std::move(measured));
    return fact_of(std::move(measured), {mailboxes.front().address.source()});
}

std::size_t longest_letter_run(std::string_view text) {
    std::size_t longest = 0, run = 0;
    for (char c : text) {
        run = ascii::is_alpha(c) ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

bool raw_8bit(const Survey& survey) {
    const auto cause = from_cause(survey);
    return !cause.empty() && !ascii::is_ascii(survey.content.file.substr(cause[0].begin, cause[0].size()));
}

bool is_closed(std::string_view mailbox) {
    const std::size_t quoted = mailbox.rfind('"');
    const std::size_t open = mailbox.find('<', quoted == std::string_view::npos ? 0 : quoted);
    return open == std::string_view::npos || mailbox.find('>', open) != std::string_view::npos;
}

/// RFC 5322 3.6.2 wants a mailbox, and a mailbox has an address.
bool has_valid_address(const Survey& survey) {
    return std::ranges::any_of(survey.content.from, [&](const Mailbox& mailbox) {
        return is_mail_address(mailbox.address.text()) &&
               is_closed(survey.content.file.substr(mailbox.span.begin, mailbox.span.size()));
    });
}

std::string domain_of_address(const std::string& address) {
    return address.empty() ? "" : read_host(std::string_view(address).substr(address.rfind('@') + 1)).domain;
}

const HeaderField* root_field(const Survey& survey, std::string_view field) {
    return survey.content.is_template() ? nullptr : survey.content.message.header().find(field);
}

std::string reply_to_domain(const Survey& survey) {
    const auto& reply_to = survey.content.reply_to;
    return reply_to.empty() || reply_to.front().domain.empty() ? "" : read_host(reply_to.front().domain.text()).domain;
}

std::string message_id_domain(const Survey& survey) {
    const HeaderField* field = root_field(survey, "message-id");
    if (!field) return {};
    std::string_view value = trimmed(survey.content.file.substr(field->value.begin, field->value.size()));
    const auto at = value.rfind('@');
    if (at == std::string_view::npos) return {};
    value = value.substr(at + 1);
    return read_host(value.substr(0, value.find_first_of("> \r\n\t"))).domain;
}

bool differs(const std::string& domain, const Survey& survey) {
    const std::string& own = survey.sender().host.domain;
    return !domain.empty() && !own.empty() && domain != own;
}

/// Without letters that a host name could hold there is nothing to compare: a Chinese name before an ASCII domain.
bool nothing_to_compare(const Survey& survey) {
    const Sender& sender = survey.sender();
    return !sender.comparable && ascii::is_ascii(sender.host.main_label);
}

Fact name_in_domain(const Survey& survey) {
    if (survey.sender().name.empty()) return from(survey, false);
    return from(survey, nothing_to_compare(survey) || bears_name(survey.sender().host, survey.sender()));
}

Fact name_in_links(const Survey& survey) {
    if (survey.content.from.empty() || nothing_to_compare(survey)) return from(survey, true);
    const Sender& sender = survey.sender();
    const bool found = std::ranges::any_of(
        survey.links(), [&](const Target& t) { return t.url.is_web() && bears_name(t.url.host, sender); });
    return from(survey, found);
}

bool text_has_word(const std::string& text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
        if (word.size() >= shortest_label_inside_words || stands_alone(text, {at, at + word.size()})) return true;
    return false;
}

bool named_in_text(const Survey& survey) {
    const std::string label = fold_word(survey.sender().host.main_label);
    if (label.empty()) return false;
    const std::string& text = survey.shown_folded();
    std::string spaced = label;
    std::ranges::replace(spaced, '-', ' ');
    const std::string squashed = squash(label);
    for (const std::string* form : {&label, static_cast<const std::string*>(&spaced), &squashed})
        if (!form->empty() && text_has_word(text, *form)) return true;
    return squashed.size() >= shortest_label_across_words && squash(text).find(squashed) != std::string::npos;
}

/// A word of the name, its initial, or a word with another's initial: berg, b, aberg and berga of Anna Berg.
bool is_made_of(std::string_view piece, const std::vector<std::string>& words) {
    return std::ranges::any_of(words, [&](const std::string& word) {
        if (piece == word || (piece.size() == 1 && piece[0] == word[0])) return true;
        if (piece.size() != word.size() + 1) return false;
        const char initial = piece.ends_with(word) ? piece.front() : piece.starts_with(word) ? piece.back() : '\0';
        return std::ranges::any_of(words, [&](const std::string& other) { return other[0] == initial; });
    });
}

/// As people's mailboxes are called: words of the name or their initials, parted by dots.
bool local_is_name(const Sender& sender) {
    if (sender.words.size() < 2) return false;
    std::size_t longest = 0;
    for (std::string_view rest = sender.local; !rest.empty();) {
        const std::string_view written = rest.substr(0, rest.find('.'));
        const std::string piece = squash(fold_word(written));
        if (piece.empty() || !is_made_of(piece, sender.words)) return false;
        longest = std::max(longest, piece.size());
        rest.remove_prefix(std::min(rest.size(), written.size() + 1));
    }
    return longest >= shortest_name;
}

/// The whole name, as one or more words of the text.
bool name_in_text(const Survey& survey) {
    const std::string name = fold_word(trimmed(survey.sender().name));
    const std::string& text = survey.shown_folded();
    if (squash(name).size() < shortest_name) return false;
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1))
        if (stands_alone(text, {at, at + name.size()})) return true;
    return false;
}

bool label_in_links(const Survey& survey) {
    const std::string& label = survey.sender().host.main_label;
    if (label.size() < shortest_label_inside_words) return false;
    const std::string inside = "." + label + ".";
    return std::ranges::any_of(survey.links(), [&](const Target& target) {
        return target.url.is_web() && ("." + target.url.host.name).find(inside) != std::string::npos;
    });
}

std::string domain_words(const Survey& survey) {
    return fold_word(survey.sender().host.main_label);
}

Fact padding(const Survey& survey) {
    const HeaderField* field = root_field(survey, "from");
    if (!field) return fact_of(0);
    const auto raw = survey.content.file.substr(field->value.begin, field->value.size());
    return from(survey, longest_padding(raw, survey.sender().name));
}

Fact name_counted(const Survey& survey, std::size_t TextCounts::*counter) {
    return named(survey, survey.sender().name_counts.*counter);
}

void add_name_facts(std::vector<FactSource>& facts) {
    const FactSource more[] = {
        {{"sender.name_characters", number, "code points", "Length of the display name, white space left out."},
         [](const Survey& s) { return name_counted(s, &TextCounts::characters); }},
        {{"sender.name_emoji", number, "code points", "Emoji in the display name."},
         [](const Survey& s) { return name_counted(s, &TextCounts::emoji); }},
        {{"sender.name_styled_letters", number, "code points",
          "Mathematical, circled, full-width or small-capital letters in the display name."},
         [](const Survey& s) { return name_counted(s, &TextCounts::styled_letters); }},
        {{"sender.name_mixed_script_words", number, "words",
          "Words of the display name written in two scripts that look alike."},
         [](const Survey& s) { return fact_of(mixed_script_words(s.sender().name), name_text(s)); }},
        {{"sender.name_ignorables", number, "code points",
          "Zero-width and other invisible characters in the display name."},
         [](const Survey& s) { return name_counted(s, &TextCounts::ignorables); }},
        {{"sender.name_address_differs", truth, "",
          "The display name holds an e-mail address that is not the sender's."},
         [](const Survey& s) {
             const Sender& sender = s.sender();
             return named(
                 s, !sender.name_address.empty() && !ascii::equal_ignoring_case(sender.name_address, sender.address));
         }},
        {{"sender.name_address", truth, "", "The display name holds an e-mail address."},
         [](const Survey& s) { return named(s, !s.sender().name_address.empty()); }},
        {{"sender.name_address_domain_differs", truth, "",
          "The display name holds an e-mail address of another domain than the sender's."},
         [](const Survey& s) { return named(s, differs(domain_of_address(s.sender().name_address), s)); }},
        {{"sender.name_domain", text_value, "",
          "Registrable domain of a host name written in the display name; empty without one."},
         [](const Survey& s) { return named(s, s.sender().name_domain); }},
        {{"sender.name_domain_differs", truth, "",
          "A host name in the display name is of another domain than the sender's."},
         [](const Survey& s) { return named(s, differs(s.sender().name_domain, s)); }},
        {{"sender.name_upper_ratio", number, "ratio 0–1", "Share of capitals among the display name's cased letters."},
         [](const Survey& s) {
             return named(s, upper_share(s.sender().name_counts.upper, s.sender().name_counts.lower));
         }},
        {{"sender.name_spaced_out", number, "runs",
          "Runs of five and more letters of the display name with a space after each."},
         [](const Survey& s) { return fact_of(spaced_out_letters(s.sender().name), name_text(s)); }},
        {{"sender.padding", number, "code points",
          "Longest run of spaces inside From or at its end; a fold counts as one."},
         padding},
    };
    facts.insert(facts.end(), std::begin(more), std::end(more));
}

void add_address_facts(std::vector<FactSource>& facts) {
    const FactSource more[] = {
        {{"sender.local_longest_letters", number, "characters",
          "Longest run of letters in the local part of the sender's address."},
         [](const Survey& s) { return addressed(s, longest_letter_run(s.sender().local)); }},
        {{"sender.raw_8bit", truth, "", "The From field holds bytes beyond ASCII that are not encoded (RFC 2047)."},
         [](const Survey& s) { return from(s, raw_8bit(s)); }},
        {{"sender.punycode", truth, "", "The sender's host is written in punycode."},
         [](const Survey& s) { return addressed(s, s.sender().host.punycode); }},
        {{"sender.idn_suspicious", truth, "",
          "The sender's host mixes scripts beyond UTS #39's moderately restrictive level."},
         [](const Survey& s) { return addressed(s, s.sender().host.idn_suspicious); }},
        {{"sender.reply_to_present", truth, "", "There is a Reply-To field with an address."},
         [](const Survey& s) { return fact_of(!s.content.reply_to.empty(), field_cause(s.content, "reply-to")); }},
        {{"sender.reply_to_domain", text_value, "", "Registrable domain of the first Reply-To address."},
         [](const Survey& s) { return fact_of(reply_to_domain(s), field_cause(s.content, "reply-to")); }},
        {{"sender.reply_to_differs", truth, "", "Reply-To is on another domain than From."},
         [](const Survey& s) { return fact_of(differs(reply_to_domain(s), s), field_cause(s.content, "reply-to")); }},
        {{"sender.message_id_domain", text_value, "", "Registrable domain on the right side of Message-ID."},
         [](const Survey& s) { return fact_of(message_id_domain(s), field_cause(s.content, "message-id")); }},
        {{"sender.message_id_differs", truth, "", "Message-ID is of another domain than From."},
         [](const Survey& s) {
             return fact_of(differs(message_id_domain(s), s), field_cause(s.content, "message-id"));
         }},
    };
    facts.insert(facts.end(), std::begin(more), std::end(more));
}

void add_identity_facts(std::vector<FactSource>& facts) {
    const FactSource more[] = {
        {{"sender.domain_words", text_value, "",
          "Folded main label of the From domain: oakfield-library of mail.oakfield-library.org."},
         [](const Survey& s) { return addressed(s, domain_words(s)); }},
        {{"sender.name_in_domain", truth, "",
          "A word or the initials of the display name are in the From domain's main label, or the name holds the "
          "label; true for a name in letters that the domain could not hold, false without a name."},
         name_in_domain},
        {{"sender.name_in_links", truth, "",
          "The same for the domain of any link; true when there is no display name to compare."},
         name_in_links},
        {{"sender.named_in_text", truth, "", "The shown body holds the From domain's main label."},
         [](const Survey& s) { return from(s, named_in_text(s)); }},
        {{"sender.name_in_text", truth, "", "The shown body holds the display name, of three and more letters."},
         [](const Survey& s) { return from(s, name_in_text(s)); }},
        {{"sender.local_is_name", truth, "",
          "The address before the @ is made of words or initials of the display name: anna, a.berg, aberg of Anna "
          "Berg."},
         [](const Survey& s) { return from(s, local_is_name(s.sender())); }},
        {{"sender.label_in_links", truth, "",
          "The From domain's main label, of four and more letters, is a label of a link's host: oakfield of "
          "oakfield.substack.com."},
         [](const Survey& s) { return from(s, label_in_links(s)); }},
        {{"sender.in_links", truth, "", "A link leads to the From domain."},
         [](const Survey& s) { return from(s, s.link_totals().any_own); }},
    };
    facts.insert(facts.end(), std::begin(more), std::end(more));
}

}  // namespace

std::vector<FactSource> sender_facts() {
    std::vector<FactSource> facts = {
        {{"sender.present", truth, "", "From holds an address."},
         [](const Survey& s) { return addressed(s, !s.sender().host.name.empty()); }},
        {{"sender.valid", truth, "", "From holds an address of the form local@domain (RFC 5322 3.4.1)."},
         [](const Survey& s) { return addressed(s, has_valid_address(s)); }},
        {{"sender.has_name", truth, "", "The sender has a display name."},
         [](const Survey& s) { return named(s, !trimmed(s.sender().name).empty()); }},
        {{"sender.addresses", number, "mailboxes", "Mailboxes in From."},
         [](const Survey& s) { return from(s, s.sender().addresses); }},
        {{"sender.name", text_value, "", "Decoded display name of the sender."},
         [](const Survey& s) { return named(s, s.sender().name); }},
        {{"sender.address", text_value, "", "The sender's address."},
         [](const Survey& s) { return addressed(s, s.sender().address); }},
        {{"sender.local", text_value, "", "The sender's address before the @."},
         [](const Survey& s) { return addressed(s, s.sender().local); }},
        {{"sender.host", text_value, "", "The sender's address behind the @, lower case, punycode decoded."},
         [](const Survey& s) { return addressed(s, s.sender().host.name); }},
        {{"sender.domain", text_value, "", "Registrable domain of the sender's address."},
         [](const Survey& s) { return addressed(s, s.sender().host.domain); }},
        {{"sender.tld", text_value, "", "Last label of the sender's host."},
         [](const Survey& s) { return addressed(s, s.sender().host.tld); }},
    };
    add_name_facts(facts);
    add_address_facts(facts);
    add_identity_facts(facts);
    return facts;
}

}  // namespace spamlint
