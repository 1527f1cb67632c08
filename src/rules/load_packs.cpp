#include <algorithm>
#include <map>
#include <tuple>

#include "rules/examples.h"
#include "rules/pack_files.h"
#include "rules/read_policy.h"
#include "rules/read_rule.h"
#include "rules/read_scoring.h"
#include "rules/read_weights.h"
#include "rules/rule_set.h"

namespace spamlint {
namespace {

/// One file on its way to rules.
struct Document {
    Problems problems;
    YamlNode root;
    PackInfo pack;
};

struct RulePlace {
    std::string file;
    Place place;
};

class Loader {
public:
    Loader(const RuleSet& base, std::vector<PackProblem>& problems) : result_(base), problems_(problems) {
        for (const NamedList& list : result_.lists) lists_.add(list);
    }

    /// Everything that other packs may name comes before what names it: packs and lists, scoring, rules.
    RuleSet load(const std::vector<PackFile>& files) && {
        for (const PackFile& file : files) {
            Document document{Problems(file.name, problems_), {}, {}};
            if (read_yaml(file.text, document.root, document.problems)) documents_.push_back(std::move(document));
        }
        for (Document& document : documents_) read_head(document);
        for (Document& document : documents_) read_scoring_of(document);
        for (Document& document : documents_) read_rules_of(document);
        for (Document& document : documents_) check_families(document);
        for (Document& document : documents_)
            if (is_weights(document)) read_weights(document.root, result_, document.problems);
        return std::move(result_);
    }

    /// Rules that were read without a problem, with their files: indices into the rules that load() gave.
    const std::vector<std::pair<std::size_t, std::string>>& clean_rules() const { return clean_; }

private:
    static bool is_scoring(const Document& document) {
        return document.root.is_mapping() && document.root.find("scoring");
    }

    static bool is_weights(const Document& document) {
        return document.root.is_mapping() && document.root.find("weights");
    }

    void read_head(Document& document) {
        if (is_scoring(document) || is_weights(document)) return;
        document.pack.file = document.problems.file();
        if (!check_keys(document.root, pack_keys(), "the pack", document.problems)) return;
        read_pack_info(document);
        if (const YamlNode* lists = document.root.find("lists"))
            for (NamedList& list : read_lists(*lists, document.pack.name, document.problems)) add_list(std::move(list));
        add_pack(document);
    }

    static void read_pack_info(Document& document) {
        PackInfo& pack = document.pack;
        if (const YamlNode* node = document.root.find("pack"))
            pack.name = read_text(*node, "pack", document.problems).value_or("");
        if (const YamlNode* node = document.root.find("title"))
            pack.title = read_localised(*node, "title", document.problems);
        if (const YamlNode* node = document.root.find("category"))
            pack.category = read_name(*node, "category", categories(), document.problems).value_or("");
        else
            pack.category = categories().front();
        read_policy(document.root, pack, document.problems);
    }

    void add_pack(const Document& document) {
        const PackInfo& pack = document.pack;
        const auto [first, is_new] = pack_files_.emplace(pack.name, pack.file);
        if (!is_new && !pack.name.empty())
            document_problem(
                document, "pack",
                "pack '" + pack.name + "' is declared in " + first->second + " too; give one of them another name");
        std::erase_if(result_.packs, [&](const PackInfo& other) { return other.name == pack.name; });
        result_.packs.push_back(pack);
    }

    void add_list(NamedList list) {
        lists_.add(list);
        std::erase_if(result_.lists,
                      [&](const NamedList& other) { return other.pack == list.pack && other.name == list.name; });
        result_.lists.push_back(std::move(list));
    }

    static void document_problem(const Document& document, std::string_view key, std::string message) {
        const YamlNode* node = document.root.find(key);
        Problems problems = document.problems;
        problems.add(node ? node->place : document.root.place, std::move(message));
    }

    void read_scoring_of(Document& document) {
        if (!is_scoring(document)) return;
        static const Keys only = {{"scoring", Shape::scoring, true, "The judgements that are not a rule's own."}};
        check_keys(document.root, only, "the file", document.problems);
        if (!scoring_file_.empty())
            document_problem(document, "scoring", "scoring is set in " + scoring_file_ + " too; keep one");
        scoring_file_ = document.problems.file();
        read_scoring(*document.root.find("scoring"), lists_, result_.scoring, document.problems);
    }

    void read_rules_of(Document& document) {
        const YamlNode* rules = rules_of(document);
        if (!rules) return;
        if (!rules->is_sequence()) return document_problem(document, "rules", "rules must be a list of rules");
        const PackContext context{lists_, result_.scoring, document.pack.name, document.pack.category,
                                  document.pack.policy, document.problems};
        for (const YamlNode& node : rules->items) {
            const std::size_t before = problems_.size();
            Rule rule = read_rule(node, context);
            if (rule.id.empty() ||
                !is_new_id(rule.id, {document.problems.file(), node.find("id")->place}, document.problems))
                continue;
            const std::size_t index = add_rule(std::move(rule));
            if (problems_.size() == before) clean_.emplace_back(index, document.problems.file());
        }
    }

    static const YamlNode* rules_of(const Document& document) {
        return is_scoring(document) || is_weights(document) ? nullptr : document.root.find("rules");
    }

    /// `milder_than` names a rule that the author makes cost no less.
    void check_families(const Document& document) {
        const YamlNode* rules = rules_of(document);
        if (!rules || !rules->is_sequence()) return;
        Problems problems = document.problems;
        for (const YamlNode& node : rules->items) {
            const YamlNode *id = node.find("id"), *other = node.find("milder_than");
            if (!id || !other) continue;
            const Rule *milder = result_.find(id->text), *severer = result_.find(other->text);
            if (!severer)
                problems.add(other->place, "milder_than names '" + other->text + "', which is no rule; name one");
            else if (milder && milder->author.points > severer->author.points)
                problems.add(other->place, "costs more than '" + other->text + "'; lower the one or raise the other");
            else if (milder && is_circle(*milder))
                problems.add(other->place, "milder_than goes in a circle; take one out");
        }
    }

    bool is_circle(const Rule& first) const {
        const Rule* at = result_.find(first.milder_than);
        for (std::size_t steps = 0; at && steps <= result_.rules.size(); ++steps) {
            if (at == &first) return true;
            at = result_.find(at->milder_than);
        }
        return false;
    }

    bool is_new_id(std::string_view id, RulePlace place, Problems& problems) {
        const auto [first, is_new] = rule_places_.emplace(id, place);
        if (!is_new)
            problems.add(place.place, "duplicate id '" + std::string(id) + "', first at " + first->second.file + ":" +
                                          std::to_string(first->second.place.line) + "; give one of them another id");
        return is_new;
    }

    std::size_t add_rule(Rule rule) {
        const auto [same, is_new] = by_id().emplace(rule.id, result_.rules.size());
        if (is_new)
            result_.rules.push_back(std::move(rule));
        else
            result_.rules[same->second] = std::move(rule);
        return same->second;
    }

    std::map<std::string_view, std::size_t>& by_id() {
        if (by_id_.empty())
            for (std::size_t i = 0; i < result_.rules.size(); ++i) by_id_.emplace(result_.rules[i].id, i);
        return by_id_;
    }

    RuleSet result_;
    std::vector<PackProblem>& problems_;
    ListTable lists_;
    std::vector<Document> documents_;
    std::map<std::string, std::string> pack_files_;
    std::map<std::string_view, RulePlace> rule_places_;  // ids are kept
    std::map<std::string_view, std::size_t> by_id_;
    std::vector<std::pair<std::size_t, std::string>> clean_;
    std::string scoring_file_;
};

void sort_problems(std::vector<PackProblem>& problems) {
    const auto order = [](const PackProblem& p) { return std::tie(p.file, p.line, p.column, p.message); };
    std::sort(problems.begin(), problems.end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
    const auto same = [&](const auto& a, const auto& b) { return order(a) == order(b); };
    problems.erase(std::unique(problems.begin(), problems.end(), same), problems.end());
}

/// `problems` are those of reading the files.
std::vector<PackProblem> load(const std::vector<PackFile>& files, std::vector<PackProblem> problems, RuleSet& rules) {
    read_details(rules);
    Loader loader(rules, problems);
    RuleSet loaded = std::move(loader).load(files);
    std::vector<RuleInFile> clean;
    for (const auto& [index, file] : loader.clean_rules()) clean.push_back({&loaded.rules[index], file});
    for (PackProblem& failed : run_examples_of(clean, loaded.scoring)) problems.push_back(std::move(failed));
    sort_problems(problems);
    if (problems.empty()) {
        prepare(loaded);
        rules = std::move(loaded);
    }
    return problems;
}

}  // namespace

std::vector<PackProblem> load_packs(const std::vector<std::string>& paths, RuleSet& rules) {
    std::vector<PackProblem> problems;
    const std::vector<PackFile> files = read_pack_files(paths, problems);
    return load(files, std::move(problems), rules);
}

std::vector<PackProblem> load_pack_texts(const std::vector<PackFile>& files, RuleSet& rules) {
    return load(files, {}, rules);
}

std::vector<PackProblem> load_weights(const std::string& path, RuleSet& rules) {
    std::vector<PackProblem> problems;
    read_details(rules);
    RuleSet weighted = rules;
    for (const PackFile& file : read_pack_files({path}, problems)) {
        Problems of_file(file.name, problems);
        YamlNode root;
        if (read_yaml(file.text, root, of_file)) read_weights(root, weighted, of_file);
    }
    sort_problems(problems);
    if (problems.empty()) rules = std::move(weighted);
    return problems;
}

}  // namespace spamlint
