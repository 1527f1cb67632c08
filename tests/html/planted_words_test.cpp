#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <random>

#include "html_fixture.h"

using namespace spamlint;

namespace {

/// Writes one HTML document at random, and remembers where each planted word stands.
class Planter {
public:
    explicit Planter(unsigned seed) : random_(seed) {}

    std::string html;
    std::vector<std::pair<std::string, Span>> words;

    void write(int depth) {
        for (int i = 0; i < 4; ++i) {
            if (depth > 0 && below(2) == 0)
                element(depth);
            else if (below(3) == 0)
                plant();
            else
                filler();
        }
    }

private:
    std::size_t below(std::size_t n) { return random_() % n; }

    void element(int depth) {
        static constexpr std::array<std::string_view, 9> kTags{"div",           "p",      "b",      "span", "a",
                                                               "table><tr><td", "ul><li", "center", "font"};
        const std::string_view tag = kTags[below(kTags.size())];
        html += '<';
        html += tag;
        if (below(2) == 0) html += " style='color:#123' title=\"a > b &amp; c\"";
        html += '>';
        write(depth - 1);
        if (tag.starts_with("table"))
            html += "</td></tr></table>";
        else if (tag.starts_with("ul"))
            html += "</ul>";
        else
            html.append("</").append(tag).append(">");
    }

    void filler() {
        static constexpr std::array<std::string_view, 14> kFillers{
            " and ",    "\r\n",   "&nbsp;",    " &amp;c ", "<br>",        "<!-- x -->", "&copy ",
            "</bogus>", " 中文 ", "&hellip; ", "&#x26;",   "<img src=x>", " a < 3 ",    "\t"};
        html += kFillers[below(kFillers.size())];
    }

    /// A word in brackets, so that it is found as itself; each character literal or an entity, maybe a tag inside.
    void plant() {
        static constexpr std::array<std::pair<std::string_view, unsigned>, 6> kLetters{
            {{"f", 'f'}, {"e", 'e'}, {"免", 0x514D}, {"费", 0x8D39}, {"é", 0xE9}, {"&", '&'}}};
        const std::string name = std::to_string(words.size());
        html += " [" + name;
        std::string word = name;
        const std::size_t begin = html.size() - name.size();
        for (std::size_t i = 0; i < 4; ++i) {
            const auto& [literal, code] = kLetters[below(kLetters.size())];
            word += literal;
            letter(literal, code);
            if (i == 1 && below(3) == 0) html += "<b></b>";
        }
        words.emplace_back(word, Span{begin, html.size()});
        html += "] ";
    }

    void letter(std::string_view literal, unsigned code) {
        switch (below(3)) {
            case 0:
                html += literal == "&" ? "&amp;" : literal;
                break;
            case 1:
                html += "&#" + std::to_string(code) + ";";
                break;
            default: {
                std::array<char, 16> hex{};
                std::snprintf(hex.data(), hex.size(), "&#x%x;", code);
                html += hex.data();
            }
        }
    }

    std::mt19937 random_;
};

}  // namespace

TEST_CASE("words planted at random map back to exactly their bytes") {
    std::size_t planted = 0;
    for (unsigned seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        Planter planter(seed);
        planter.write(6);
        const Document document = parsed(planter.html);
        for (const auto& [word, span] : planter.words) {
            CAPTURE(word);
            CAPTURE(planter.html.substr(span.begin, span.size()));
            const std::size_t at = document.text.text().find("[" + word + "]");
            REQUIRE(at != std::string::npos);
            CHECK(document.text.source({at + 1, at + 1 + word.size()}) == span);
            ++planted;
        }
    }
    CHECK(planted > 3'000);
}
