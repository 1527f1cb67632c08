#include <cmath>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/files.h"
#include "facts/fact.h"
#include "lint/lint.h"

namespace spamlint {
namespace {

using Json = nlohmann::ordered_json;

/// Whole numbers without a decimal point.
Json json_of(const Value& value) {
    if (const bool* truth = std::get_if<bool>(&value)) return *truth;
    if (const std::string* text = std::get_if<std::string>(&value)) return *text;
    const double number = std::get<double>(value);
    constexpr double exact = 9007199254740992.0;  // 2^53
    if (std::isfinite(number) && number == std::floor(number) && std::fabs(number) < exact) {
        return static_cast<std::int64_t>(number);
    }
    return number;
}

Json facts_object(const Facts& facts) {
    Json object = Json::object();
    const auto& sources = fact_sources();
    for (std::size_t i = 0; i < sources.size(); ++i) {
        object[std::string(sources[i].name)] = json_of(facts.fact(static_cast<int>(i)).value);
    }
    return object;
}

Json elements_object(const Facts& facts) {
    Json object = Json::object();
    const auto& sorts = element_sorts();
    for (std::size_t i = 0; i < sorts.size(); ++i) {
        Json list = Json::array();
        for (const Element& element : facts.elements(static_cast<int>(i))) {
            Json fields = Json::object();
            for (std::size_t field = 0; field < sorts[i].fields.size(); ++field) {
                fields[std::string(sorts[i].fields[field].name)] = json_of(element.fields[field]);
            }
            fields["offset"] = element.span.begin;
            fields["length"] = element.span.size();
            list.push_back(std::move(fields));
        }
        object[std::string(sorts[i].name)] = std::move(list);
    }
    return object;
}

Json texts_array(const Content& content) {
    Json list = Json::array();
    for (const ScopedText& text : content.texts) {
        list.push_back({{"scope", name(text.scope)}, {"part", text.part}, {"text", text.text.text()}});
    }
    return list;
}

int print_facts(const std::string& path, const std::string& stdin_name) {
    if (path.empty()) throw Failure("no file named; name one, or - for standard input");
    const std::string file = read_file(path);
    for (const FoundMessage& found : find_messages(path == "-" ? stdin_name : path, file)) {
        const Content content = read_content(file, read_message(file, found));
        const Facts facts(content);
        const Json object = {
            {"facts", facts_object(facts)}, {"elements", elements_object(facts)}, {"texts", texts_array(content)}};
        std::puts(object.dump(2, ' ', false, Json::error_handler_t::replace).c_str());
    }
    return exit_passed;
}

}  // namespace

CommandLine facts_command() {
    struct Options {
        std::string path, stdin_name;
    };
    const auto options = std::make_shared<Options>();
    CommandLine line;
    line.summary = "print what rules can see of a message, as JSON";
    line.usage = "spamlint facts FILE";
    line.details =
        R"(One object a message: "facts" by name, the "elements" of each sort with their fields and their bytes in the file, and
the "texts" that words are looked for in.

Examples:
  spamlint facts newsletter.eml
  spamlint facts newsletter.eml | jq '.facts["links.per_100_words"]'
)";
    line.options = {
        {"FILE", "", "a mail or template, or - for standard input", &options->path},
        {"--stdin-filename", "NAME", "take standard input for a file of this name", &options->stdin_name},
    };
    line.run = [options] { return print_facts(options->path, options->stdin_name); };
    return line;
}

}  // namespace spamlint
