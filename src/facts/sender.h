#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "facts/content.h"
#include "facts/host.h"

namespace spamlint {

/// Who a message says it is from: the first mailbox of From.
struct Sender {
    std::size_t addresses = 0;  // mailboxes in From
    std::string name;           // display name
    std::string address, local;
    Host host;
    TextCounts name_counts;
    std::string name_address;             // an e-mail address in the name, lower case
    std::string name_domain;              // registrable domain of a host written in the name
    std::vector<std::string> words;       // of the name, folded, without accents, Han left out
    std::vector<std::string> name_words;  // those of 4 and more letters
    std::string squashed_name;            // the folded name's letters and digits
    std::string initials;                 // of the words of the name, where it has three or more
    bool comparable = false;              // the name holds letters that a host name could hold
};
Sender read_sender(const Content& content);

/// Does the host bear the sender's name? A word of the name is in its main label, or the squashed name contains the
/// label, or the label contains the initials. False when there is no name to compare.
bool bears_name(const Host& host, const Sender& sender);

/// First e-mail address in a text, lower case, or "".
std::string mail_address_in(std::string_view text);

}  // namespace spamlint
