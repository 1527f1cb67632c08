#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/run.h"
#include "facts/fact.h"
#include "rules/keys.h"

using namespace spamlint;
using Json = nlohmann::json;

namespace {

std::string committed(const std::string& name) {
    std::ifstream in(std::string(SPAMLINT_SOURCE_DIR) + "/docs/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// UPDATE_GOLDEN=1 writes the page anew instead.
void check_committed(const std::string& name, const std::string& text) {
    const std::string path = std::string(SPAMLINT_SOURCE_DIR) + "/docs/" + name;
    if (std::getenv("UPDATE_GOLDEN")) std::ofstream(path, std::ios::binary) << text;
    REQUIRE(!text.empty());
    // Not CHECK(a == b): it would print both pages.
    const bool same = committed(name) == text;
    CHECK_MESSAGE(same, "docs/" << name << " is stale; renew it with UPDATE_GOLDEN=1");
}

bool names(const Json& object, std::string_view key) { return object.at("properties").contains(std::string(key)); }

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
    return found;
}

}  // namespace

TEST_CASE("the pages under docs/ are what rules docs writes") {
    const Workplace at;
    const Run run = at.run("rules docs pages");
    CHECK(run.code == 0);
    CHECK(run.out == "pages/rules.md\npages/facts.md\n");
    check_committed("rules.md", at.read("pages/rules.md"));
    check_committed("facts.md", at.read("pages/facts.md"));
    check_committed("rule-pack.schema.json", at.run("rules schema").out);
}

TEST_CASE("rules.md has every rule with its why, its fix and an example of each side") {
    const Workplace at;
    at.write("p.yaml", pack());
    REQUIRE(at.run("rules docs --rules p.yaml").code == 0);
    const std::string page = at.read("docs/rules.md");
    CHECK(page.find("### test/words: Test · 测试\n") != std::string::npos);
    CHECK(page.find("| [test-word](#test-word) | Says the test word · 出现测试词 | warning | 6.0 | | match |\n") !=
          std::string::npos);
    CHECK(page.find("#### test-word\n\nSays the test word · 出现测试词\n\n- Why: It is only a test.\n- Fix: Leave it "
                    "out.\n- References: RFC 5322\n- Hits: text `flibbertigibbet`\n- Does not hit: text `hello`\n") !=
          std::string::npos);
    const Json list = Json::parse(at.run("rules list --format json --rules p.yaml").out);
    for (const char* part : {"\n#### ", "\n- Why: ", "\n- Fix: ", "\n- Hits: ", "\n- Does not hit: "}) {
        CHECK_MESSAGE(count(page, part) == list["rules"].size(), part);
    }
}

TEST_CASE("what an example holds is shown, and never taken for markup") {
    const Workplace at;
    std::string odd = pack();
    const std::string hit = "hit: [\"flibbertigibbet ``\\u200b` | <b>\\n*next*\"]";
    odd.replace(odd.find("hit: [flibbertigibbet]"), 22, hit);
    odd.replace(odd.find("It is only a test."), 18, "'[a] <b> | `c` *d*'");
    at.write("p.yaml", odd);
    REQUIRE(at.run("rules docs --rules p.yaml").code == 0);
    const std::string page = at.read("docs/rules.md");
    CHECK(page.find("- Hits: text ```flibbertigibbet ``<U+200B>` | <b> *next*```\n") != std::string::npos);
    CHECK(page.find("- Why: \\[a\\] \\<b\\> \\| \\`c\\` \\*d\\*\n") != std::string::npos);
}

TEST_CASE("facts.md has every fact and every field") {
    const Workplace at;
    REQUIRE(at.run("rules docs").code == 0);
    const std::string page = at.read("docs/facts.md");
    for (const FactSource& fact : fact_sources()) {
        CHECK_MESSAGE(count(page, "| `" + std::string(fact.name) + "` | " + std::string(name(fact.type)) + " |") == 1,
                      fact.name);
    }
    for (const ElementSort& sort : element_sorts()) {
        const auto begin = page.find("\n### " + std::string(sort.name) + "\n\n", page.find("## Elements"));
        REQUIRE_MESSAGE(begin != std::string::npos, sort.name);
        const std::string section = page.substr(begin, page.find("\n### ", begin + 1) - begin);
        CHECK_MESSAGE(count(section, "\n| `") == sort.fields.size(), sort.name);
        for (const Declaration& field : sort.fields) {
            CHECK_MESSAGE(section.find("| `" + std::string(field.name) + "` |") != std::string::npos, field.name);
        }
    }
}

TEST_CASE("pages that cannot be written are an error that names the path") {
    const Workplace at;
    at.write("file", "");
    const Run run = at.run("rules docs file/pages");
    CHECK(run.code == 2);
    CHECK(run.err.find("file/pages: cannot be made: ") != std::string::npos);
}

TEST_CASE("the schema names every key of a rule, every fact and every field") {
    const Workplace at;
    const Run run = at.run("rules schema");
    CHECK(run.code == 0);
    const Json schema = Json::parse(run.out);
    CHECK(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema");
    const Json& definitions = schema["$defs"];
    for (const Key& key : rule_keys()) CHECK_MESSAGE(names(definitions["rule"], key.name), key.name);
    for (const Key& key : pack_keys()) CHECK_MESSAGE(names(definitions["pack"], key.name), key.name);
    std::size_t numbers = 0;
    for (const FactSource& fact : fact_sources()) {
        CHECK_MESSAGE(names(definitions["when"], fact.name), fact.name);
        numbers += fact.type == ValueType::number;
    }
    CHECK(definitions["rule"]["properties"]["measure"]["oneOf"].size() == numbers);
    for (const ElementSort& sort : element_sorts()) {
        const Json& where = definitions["where-" + std::string(sort.name)];
        for (const Declaration& field : sort.fields) CHECK_MESSAGE(names(where, field.name), field.name);
    }
}

TEST_CASE("every reference inside the schema leads to a definition") {
    const Workplace at;
    const Json schema = Json::parse(at.run("rules schema").out);
    std::size_t references = 0;
    const Json flat = schema.flatten();
    for (const auto& [path, value] : flat.items()) {
        if (!path.ends_with("/$ref")) continue;
        ++references;
        const std::string target = value.get<std::string>();
        REQUIRE(target.starts_with("#/"));
        CHECK_MESSAGE(schema.contains(Json::json_pointer(target.substr(1))), target);
    }
    CHECK(references > 100);
}

TEST_CASE("the schema knows the groups and profiles of a user's packs") {
    const Workplace at;
    at.write("s.yaml", "scoring: {groups: [{id: house, title: {en: House, zh: 本站}, cap: 1}]}\n");
    const Json groups = Json::parse(at.run("rules schema --rules s.yaml").out)["$defs"]["rule"]["properties"]["group"];
    const Json names = groups["enum"];
    CHECK(std::find(names.begin(), names.end(), Json("house")) != names.end());
    CHECK(std::find(names.begin(), names.end(), Json("lure")) != names.end());
}
