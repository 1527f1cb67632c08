#include "rules/keys.h"

namespace spamlint {

const Keys& pack_keys() {
    static const Keys keys = {
        {"pack", Shape::text, true, "The pack's name: its path under rules/ without .yaml."},
        {"title", Shape::localised, true, "What the pack holds, in a few words."},
        {"category", Shape::category, false, "Where reports put the deductions of this pack; words if left out."},
        {"policy", Shape::text, false,
         "The policy whose rules these are: off unless --policy or a configuration names it."},
        {"date", Shape::text, false, "The day on which the policy's sources were read: 2026-11-23."},
        {"sources", Shape::texts, false, "The policy's own pages."},
        {"lists", Shape::lists, false, "Named lists; $name here, $pack:name in other packs."},
        {"rules", Shape::rules, false, "The rules."},
    };
    return keys;
}

const Keys& list_keys() {
    static const Keys keys = {
        {"source", Shape::text, false, "Where the items come from."},
        {"items", Shape::list_items, true, "The items; $name inserts another list. Or brands, all of them."},
    };
    return keys;
}

const Keys& brand_keys() {
    static const Keys keys = {
        {"name", Shape::text, true, "The brand as it calls itself."},
        {"words", Shape::texts, true, "Its spellings; common words only with a second word."},
        {"domains", Shape::texts, true, "Domains that are its own; 'ebay.*' is ebay under any public suffix."},
    };
    return keys;
}

const Keys& rule_keys() {
    static const Keys keys = {
        {"id", Shape::text, true, "Names the fault and never changes: a-z, 0-9 and hyphens."},
        {"title", Shape::localised, true, "One short line, sentence case, no full stop."},
        {"in", Shape::scopes, false, "Match rules: the texts to look into."},
        {"any", Shape::patterns, false, "Match rules: words and patterns of which one must hit."},
        {"with", Shape::pattern_groups, false, "Match rules: groups of which each must hit as well."},
        {"unless", Shape::patterns, false, "Match rules: a hit that overlaps one of these is dropped."},
        {"distinct", Shape::integer, false, "Match rules: so many different texts must hit."},
        {"disguised", Shape::only, false, "Match rules: 'only' leaves out hits that are written as usual."},
        {"measure", Shape::fact, false, "Measure rules: the number fact that is held against the steps."},
        {"above", Shape::steps, false, "Measure rules: points from each bound upwards."},
        {"below", Shape::steps, false, "Measure rules: points from each bound downwards."},
        {"each", Shape::sort, false, "Each rules: the sort of element."},
        {"where", Shape::conditions, false, "Each rules: conditions on the element's fields."},
        {"count", Shape::count, false,
         "Match and each rules: hit on too few or too many hits or elements instead of on each."},
        {"when", Shape::conditions, false, "Facts that must all hold beside the rule's own condition."},
        {"points", Shape::number, false, "Points for the first distinct hit."},
        {"cap", Shape::number, false, "Most points of all hits together; twice the points if left out."},
        {"group", Shape::group, false, "The group whose cap the rule shares."},
        {"milder_than", Shape::text, false, "The id of a rule that never costs less than this one."},
        {"severity", Shape::severity, false, "How bad it is: error, warning or info; warning if left out."},
        {"profiles", Shape::profiles, false, "Only for mail of these profiles."},
        {"languages", Shape::languages, false, "Only where the message has text in these languages' scripts."},
        {"why", Shape::localised, true, "Why it costs points."},
        {"fix", Shape::localised, true, "What to write or do instead."},
        {"references", Shape::texts, false, "Links and standards."},
        {"examples", Shape::examples, true, "What must hit and what must not."},
    };
    return keys;
}

const Keys& pattern_keys() {
    static const Keys keys = {
        {"words", Shape::words, false, "Words, matched normalised and word by word; disguises are found."},
        {"regex", Shape::text, false, "RE2 pattern on the folded text; a match begins and ends at words."},
        {"fragment", Shape::text, false, "RE2 pattern on the folded text; a match may begin and end inside a word."},
        {"raw", Shape::text, false, "RE2 pattern on the decoded text as it is."},
        {"brands", Shape::list_name, false,
         "A list of brands; their words count where neither the sender nor any link is theirs."},
    };
    return keys;
}

const Keys& predicate_keys() {
    static const Keys keys = {
        {"above", Shape::number, false, "Greater than."},
        {"at-least", Shape::number, false, "Greater or equal."},
        {"below", Shape::number, false, "Less than."},
        {"at-most", Shape::number, false, "Less or equal."},
        {"list", Shape::words, false, "Equal to an item, case-insensitively."},
        {"suffix", Shape::words, false, "Equal to an item, or ends with a dot and the item."},
        {"regex", Shape::text, false, "RE2 pattern, case-insensitive, anywhere in the value."},
        {"not", Shape::predicate, false, "The predicate does not hold."},
        {"any", Shape::predicate, false, "One of these predicates holds."},
        {"all", Shape::predicate, false, "All of these predicates hold."},
    };
    return keys;
}

const Keys& count_keys() {
    static const Keys keys = {
        {"below", Shape::integer, false, "Fewer hits or matching elements are the fault; {below: 1}: there is none."},
        {"above", Shape::integer, false, "More hits or matching elements are the fault."},
    };
    return keys;
}

const Keys& localised_keys() {
    static const Keys keys = {
        {"en", Shape::text, true, "English."},
        {"zh", Shape::text, true, "Simplified Chinese."},
    };
    return keys;
}

const Keys& example_side_keys() {
    static const Keys keys = {
        {"hit", Shape::example_side, true, "Examples that must hit."},
        {"miss", Shape::example_side, true, "Examples that must not hit."},
    };
    return keys;
}

const Keys& example_keys() {
    static const Keys keys = {
        {"subject", Shape::example_text, false, "The Subject field."},
        {"from", Shape::example_text, false, "The From field."},
        {"reply-to", Shape::example_text, false, "The Reply-To field."},
        {"to", Shape::example_text, false, "The To field."},
        {"text", Shape::example_text, false, "The text/plain body."},
        {"html", Shape::example_text, false, "The text/html body; with text: multipart/alternative."},
        {"header", Shape::fields, false, "Header fields to add or replace."},
        {"omit", Shape::texts, false, "Default header fields to leave out."},
        {"attachment", Shape::fields, false, "A file name, a mapping, or a list of these."},
        {"from-name", Shape::example_text, false, "The display name in From."},
        {"reply-to-name", Shape::example_text, false, "The display name in Reply-To."},
        {"preheader", Shape::example_text, false, "Text of the hidden preview line."},
        {"hidden", Shape::example_text, false, "Text that the HTML hides."},
        {"outlook", Shape::example_text, false, "Text that the HTML shows to Outlook alone."},
        {"link-text", Shape::example_text, false, "Text of a link."},
        {"image-alt", Shape::example_text, false, "Alternative text of an image."},
        {"attachment-name", Shape::example_text, false, "Name of an attachment."},
        {"title", Shape::example_text, false, "The HTML title."},
        {"message", Shape::example_text, false, "A whole raw message."},
        {"template", Shape::example_text, false, "An HTML template file."},
        {"profile", Shape::text, false, "As if --profile were given."},
    };
    return keys;
}

const Keys& attachment_keys() {
    static const Keys keys = {
        {"name", Shape::example_text, false, "The file name; without it a part that has none."},
        {"type", Shape::text, false, "The declared type; by the name's extension if left out."},
        {"content", Shape::example_text, false, "The content as text."},
        {"base64", Shape::text, false, "The content in base64."},
    };
    return keys;
}

const Keys& repeated_text_keys() {
    static const Keys keys = {
        {"before", Shape::text, false, "What stands first."},
        {"repeat", Shape::text, true, "What is repeated."},
        {"times", Shape::integer, true, "How often."},
        {"after", Shape::text, false, "What stands last."},
    };
    return keys;
}

const Keys& scoring_keys() {
    static const Keys keys = {
        {"start", Shape::number, false, "The score of a message without deductions."},
        {"decay", Shape::number, false,
         "What each further distinct hit of a rule costs, as a share of the one before."},
        {"disguised_factor", Shape::number, false, "How much more a disguised hit costs."},
        {"min_score", Shape::number, false, "The default of --min-score."},
        {"shortest_word", Shape::number, false, "Words of rules with fewer letters are warned of as too common."},
        {"shortest_han_word", Shape::number, false, "The same for words with Han characters."},
        {"verdicts", Shape::verdicts, false, "Verdicts and the score each begins at, highest first."},
        {"calibration", Shape::calibration, false, "How far points that are fitted on labelled mail may go."},
        {"groups", Shape::groups, false, "Groups of rules with caps of their own."},
        {"profiles", Shape::profile_list, false, "Kinds of mail; the first that the message shows is taken."},
        {"not_judged", Shape::localised_list, false, "What no look at a message alone can judge."},
    };
    return keys;
}

const Keys& calibration_keys() {
    static const Keys keys = {
        {"min_messages", Shape::number, false, "A rule that hit fewer messages keeps its author's points."},
        {"spam_share", Shape::number, false, "The share of spam in the mix in which a score has its meaning, 0 to 1."},
        {"even_score", Shape::number, false,
         "The score at which a message of that mix is as likely spam as not: points are scaled until it is counted so."},
        {"fitted_share", Shape::number, false,
         "The share of spam in the mix that points are fitted in, 0 to 1: the more, the higher the scores are at which "
         "spam "
         "and wanted mail are told apart best."},
        {"whole_set", Shape::number, false,
         "A set with fewer messages of a class than this weighs less, in proportion; all others weigh the same."},
        {"penalties", Shape::numbers, false, "What log-odds away from the author's may cost; sets left out choose one."},
        {"error", Shape::range, false, "Least and most points of rules of severity error."},
        {"warning", Shape::range, false, "Least and most points of rules of severity warning."},
        {"info", Shape::range, false, "Least and most points of rules of severity info."},
    };
    return keys;
}

const Keys& weights_keys() {
    static const Keys keys = {
        {"even_score", Shape::number, true, "The score of a message that is as likely filtered as not."},
        {"odds_per_point", Shape::number, true, "Log-odds of being filtered that a point less adds at that score."},
        {"sets", Shape::set_sizes, false, "The sets that the points were fitted on, with their messages."},
        {"rules", Shape::rule_weights, true, "Points and evidence of each rule, by its id."},
    };
    return keys;
}

const Keys& set_size_keys() {
    static const Keys keys = {
        {"spam", Shape::integer, false, "Messages that are spam."},
        {"ham", Shape::integer, false, "Messages that are wanted."},
    };
    return keys;
}

const Keys& rule_weight_keys() {
    static const Keys keys = {
        {"points", Shape::number, true, "Points in effect of the first hit, or of the severest step."},
        {"kept", Shape::text, false, "Why these are the author's points."},
        {"evidence", Shape::evidence, false, "How many of 1,000 messages the rule hit."},
    };
    return keys;
}

const Keys& evidence_keys() {
    static const Keys keys = {
        {"spam", Shape::rates, false, "Of each set's spam; a set that is not named has none."},
        {"ham", Shape::rates, false, "Of each set's wanted mail; a set that is not named has none."},
    };
    return keys;
}

const Keys& group_keys() {
    static const Keys keys = {
        {"id", Shape::text, true, "The name that rules use."},
        {"title", Shape::localised, true, "What the group holds."},
        {"cap", Shape::number, true, "Most points of all its rules together."},
    };
    return keys;
}

const Keys& profile_keys() {
    static const Keys keys = {
        {"id", Shape::text, true, "The name that --profile and rules use."},
        {"title", Shape::localised, true, "What kind of mail it is."},
        {"any", Shape::condition_groups, false, "Alternatives; each is a mapping of facts that must all hold."},
    };
    return keys;
}

const std::vector<std::string_view>& categories() {
    static const std::vector<std::string_view> names = {"words",       "subject",   "sender",   "headers",
                                                        "structure",   "html",      "links",    "shape",
                                                        "attachments", "leftovers", "disguise", "compliance"};
    return names;
}

const std::vector<std::string_view>& languages() {
    static const std::vector<std::string_view> codes = {"ar", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr",
                                                        "he", "hi", "hu", "id", "it", "ja", "ko", "nl", "no", "pl",
                                                        "pt", "ro", "ru", "sv", "th", "tr", "uk", "vi", "zh"};
    return codes;
}

}  // namespace spamlint
