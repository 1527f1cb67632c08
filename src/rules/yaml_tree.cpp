#include "rules/yaml_tree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <optional>
#include <sstream>

namespace spamlint {
namespace {

// The default packs are 20 files of 10 to 60 KB; these bounds are what a hostile file may cost.
constexpr std::size_t kMaxPackBytes = std::size_t{8} << 20;
constexpr std::size_t kMaxNodes = 200'000;  // aliases count as often as they are used
constexpr int kMaxDepth = 60;

Place place_of(const YAML::Mark& mark) {
    if (mark.line < 0 || mark.column < 0) return {};
    return {static_cast<std::size_t>(mark.line) + 1, static_cast<std::size_t>(mark.column) + 1};
}

/// Copies yaml-cpp's graph into a tree, counting nodes as it goes.
class TreeBuilder {
public:
    explicit TreeBuilder(Problems& problems) : problems_(problems) {}

    bool build(const YAML::Node& from, YamlNode& to, int depth) {
        to.place = place_of(from.Mark());
        if (++nodes_ > kMaxNodes)
            return fail(to.place, "the document grows too large; use fewer aliases or split it");
        if (depth > kMaxDepth) return fail(to.place, "nested too deeply; a few levels are enough");
        if (from.IsSequence()) return build_sequence(from, to, depth);
        if (from.IsMap()) return build_mapping(from, to, depth);
        if (from.IsScalar()) {
            to.kind = YamlNode::Kind::scalar;
            to.text = from.Scalar();
            to.quoted = from.Tag() == "!";
        }
        return true;
    }

private:
    bool fail(Place place, const char* message) {
        problems_.add(place, message);
        return false;
    }

    bool build_sequence(const YAML::Node& from, YamlNode& to, int depth) {
        to.kind = YamlNode::Kind::sequence;
        for (const auto& item : from)
            if (!build(item, to.items.emplace_back(), depth + 1)) return false;
        return true;
    }

    bool build_mapping(const YAML::Node& from, YamlNode& to, int depth) {
        to.kind = YamlNode::Kind::mapping;
        for (const auto& entry : from) {
            if (!build(entry.first, to.keys.emplace_back(), depth + 1)) return false;
            if (!to.keys.back().is_scalar()) return fail(to.keys.back().place, "a key must be a word; quote it");
            if (!build(entry.second, to.items.emplace_back(), depth + 1)) return false;
            // An empty value has no mark of its own.
            if (to.items.back().kind == YamlNode::Kind::null) to.items.back().place = to.keys.back().place;
        }
        return true;
    }

    Problems& problems_;
    std::size_t nodes_ = 0;
};

/// Where documents begin. All else of them is passed over.
class DocumentStarts : public YAML::EventHandler {
public:
    std::optional<Place> first, second;

    void OnDocumentStart(const YAML::Mark& mark) override { (first ? second : first) = place_of(mark); }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnMapEnd() override {}
};

/// Not by YAML::LoadAll: at a comma that stands in no brackets, yaml-cpp finds one empty document after the other.
bool is_one_document(const std::string& text, Problems& problems) {
    std::istringstream in(text);
    YAML::Parser parser(in);
    DocumentStarts starts;
    while (!starts.second && parser.HandleNextDocument(starts)) {}
    if (!starts.first) problems.add({}, "the file is empty; write something into it or remove it");
    if (starts.second)
        problems.add(*starts.second, "the file holds several documents; write one a file, and look for a stray comma");
    return starts.first && !starts.second;
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (keys[i].text == key) return &items[i];
    return nullptr;
}

bool read_yaml(const std::string& text, YamlNode& root, Problems& problems) {
    if (text.size() > kMaxPackBytes) {
        problems.add({}, "the file is larger than 8 MB; split it");
        return false;
    }
    try {
        return is_one_document(text, problems) && TreeBuilder(problems).build(YAML::Load(text), root, 0);
    } catch (const YAML::Exception& error) {
        problems.add(place_of(error.mark), "not valid YAML: " + error.msg + "; check indentation, quotes and brackets");
    }
    return false;
}

}  // namespace spamlint
