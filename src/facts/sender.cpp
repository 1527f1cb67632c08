#include "facts/sender.h"

#include "facts/addresses_in_text.h"
#include "facts/code_points.h"
#include "span/ascii.h"

namespace spamlint {
namespace {

// Shorter words and labels turn up by chance in names that have nothing to do with them.
constexpr std::size_t shortest_word = 4;
constexpr std::size_t shortest_label = 3;
constexpr std::size_t shortest_initials = 3;
constexpr std::size_t most_words = 100;  // of a name; more are a text

/// The words of a folded name as letters and digits.
std::vector<std::string> words_of(std::string_view folded) {
    std::vector<std::string> words(1);
    for (std::size_t at = 0; at < folded.size() && words.size() <= most_words;) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(folded, at);
        // An apostrophe joins: "oakfield's" is one word, and squash() drops the apostrophe.
        if (is_letter_or_digit(c) || c == '\'' || c == 0x2019)
            words.back() += folded.substr(begin, at - begin);
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

bool has_han(std::string_view word) {
    for (std::size_t at = 0; at < word.size();)
        if (is_han_kana_or_hangul(next_code_point(word, at))) return true;
    return false;
}

void read_name(Sender& sender, const MappedText& name) {
    sender.name = name.text();
    sender.name_counts = count(sender.name);
    sender.name_address = mail_address_in(sender.name);
    if (sender.name_address.empty()) {
        const std::string host = host_in_name(sender.name);
        sender.name_domain = host.empty() ? "" : read_host(host).domain;
    }
    const FoldedText folded(sender.name);
    for (const std::string& word : words_of(folded.plain())) {
        const std::string squashed = squash(word);
        if (squashed.empty()) continue;
        if (!has_han(word)) {
            sender.comparable = true;
            sender.initials += squashed.front();
            sender.words.push_back(squashed);
            if (squashed.size() >= shortest_word) sender.name_words.push_back(squashed);
        }
        sender.squashed_name += squashed;
    }
    if (sender.initials.size() < shortest_initials || !ascii::is_ascii(sender.initials)) sender.initials.clear();
}

}  // namespace

std::string mail_address_in(std::string_view text) {
    const auto found = mail_addresses_in_text(text, 1);
    return found.empty() ? std::string() : ascii::lowered(text.substr(found[0].begin, found[0].size()));
}

Sender read_sender(const Content& content) {
    Sender sender;
    sender.addresses = content.from.size();
    if (content.from.empty()) return sender;
    const Mailbox& mailbox = content.from.front();
    sender.address = mailbox.address.text();
    sender.local = mailbox.local.text();
    if (!mailbox.domain.empty()) sender.host = read_host(mailbox.domain.text());
    read_name(sender, mailbox.name);
    return sender;
}

bool bears_name(const Host& host, const Sender& sender) {
    const std::string label = squash(host.main_label);
    if (label.empty() || sender.squashed_name.empty()) return false;
    for (const std::string& word : sender.name_words)
        if (label.find(word) != std::string::npos) return true;
    if (label.size() >= shortest_label && sender.squashed_name.find(label) != std::string::npos) return true;
    return !sender.initials.empty() && label.find(sender.initials) != std::string::npos;
}

}  // namespace spamlint
