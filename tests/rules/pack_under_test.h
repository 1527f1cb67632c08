#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "message/message.h"
#include "rules/rule_set.h"

namespace spamlint {

/// A folder of packs that goes away with the test.
class PackFolder {
public:
    PackFolder() {
        static int number = 0;
        path_ = std::filesystem::temp_directory_path() /
                ("spamlint-rules-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)) + "-" +
                 std::to_string(++number));
        std::filesystem::create_directories(path_);
    }
    ~PackFolder() { std::filesystem::remove_all(path_); }
    PackFolder(const PackFolder&) = delete;

    void write(const std::string& name, const std::string& yaml) const {
        std::filesystem::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << yaml;
    }
    std::string path() const { return path_.string(); }

    /// Loads the folder; problems as text, their paths below the folder.
    std::vector<std::string> load(RuleSet& rules) const {
        std::vector<std::string> lines;
        for (const PackProblem& problem : load_packs({path()}, rules)) {
            const std::string line = to_string(problem);
            lines.push_back(line.starts_with(path() + "/") ? line.substr(path().size() + 1) : line);
        }
        return lines;
    }

private:
    std::filesystem::path path_;
};

inline const std::string kScoring = R"(
scoring:
  start: 10
  decay: 0.5
  disguised_factor: 1.5
  min_score: 5
  verdicts: [{good: 8}, {fair: 6.5}, {at-risk: 4}, {spam: 0}]
  groups:
    - {id: lure, title: {en: Lures, zh: 诱导}, cap: 2.5}
    - {id: tight, title: {en: Tight, zh: 紧}, cap: 0.7}
  profiles:
    - {id: marketing, title: {en: Marketing, zh: 营销}, any: [{header.list_unsubscribe: true}, {header.precedence_bulk: true}]}
    - {id: personal, title: {en: Personal, zh: 个人}, any: [{message.reply: true}]}
  not_judged:
    - {en: Reputation, zh: 信誉}
)";

/// A rule in full dress around `body`, its own keys, and `examples`, a flow mapping.
inline std::string rule_yaml(const std::string& id, const std::string& body, const std::string& examples) {
    return "  - id: " + id + "\n    title: {en: A title, zh: 标题}\n    severity: warning\n" + body +
           "    why: {en: Because., zh: 因为。}\n    fix: {en: Do not., zh: 不要。}\n    examples: " + examples + "\n";
}
inline std::string pack_yaml(const std::string& rules, const std::string& lists = {}) {
    return "pack: test\ntitle: {en: Test, zh: 测试}\ncategory: words\n" + lists + "rules:\n" + rules;
}

/// The one-pack rule set of these rules; fails the test where the pack has problems.
inline RuleSet rule_set(const std::string& rules, const std::string& lists = {}) {
    const PackFolder folder;
    folder.write("scoring.yaml", kScoring);
    folder.write("test.yaml", pack_yaml(rules, lists));
    RuleSet set;
    for (const std::string& line : folder.load(set)) FAIL_CHECK(line);
    return set;
}

inline Applied applied(const RuleSet& rules, const std::string& file, const std::string& profile = "auto") {
    const Content content = read_content(file, parse_message(file, {0, file.size()}));
    const Facts facts(content);
    return apply(rules, facts, {profile});
}

inline std::string mail(const std::string& subject, const std::string& text, const std::string& more_header = {}) {
    return "From: Anna <anna@oakfield-library.org>\nTo: b@millbrook-school.org\nSubject: " + subject +
           "\nDate: Tue, 24 Nov 2026 09:30:00 +0000\nMessage-ID: <1@oakfield-library.org>\n" + more_header +
           "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + text +
           "\n";
}

/// "text@bytes" of each finding: what the file holds there.
inline std::vector<std::string> found(const std::string& file, const std::vector<Finding>& findings) {
    std::vector<std::string> all;
    for (const Finding& finding : findings)
        all.push_back(finding.text + "@" + file.substr(finding.span.begin, finding.span.size()) +
                      (finding.disguised ? "!" : ""));
    return all;
}

}  // namespace spamlint
