#include <benchmark/benchmark.h>
#include <gumbo.h>
#include <mimetic/mimetic.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <exception>

#include "bench/stages.h"

namespace spamlint::bench {
namespace {

void cut(const Sample& sample) {
    try {
        mimetic::MimeEntity entity(sample.file.begin(), sample.file.end());
        benchmark::DoNotOptimize(entity.body().parts().size());
    } catch (const std::exception&) {  // 0.35 % of odd inputs make mimetic throw: it has read them by then
    }
}

void parse_html(const Sample& sample) {
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;  // as the linter does: with errors kept it is many times slower
    for (const std::string& html : sample.html) {
        GumboOutput* tree = gumbo_parse_with_options(&options, html.data(), html.size());
        benchmark::DoNotOptimize(tree);
        gumbo_destroy_output(&options, tree);
    }
}

void normalise(const Sample& sample) {
    UErrorCode status = U_ZERO_ERROR;
    static const icu::Normalizer2* const folding = icu::Normalizer2::getNFKCCasefoldInstance(status);
    for (const std::string& text : sample.texts) {
        std::string folded;
        icu::StringByteSink<std::string> sink(&folded, static_cast<std::int32_t>(text.size()));
        folding->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr,
                               status);
        benchmark::DoNotOptimize(folded.data());
    }
}

template <void (*... Work)(const Sample&)>
void each(const std::vector<Sample>& samples) {
    for (const Sample& sample : samples) (Work(sample), ...);
}

}  // namespace

std::vector<Stage> floor_stages() {
    return {{"mimetic", each<cut>},
            {"gumbo", each<parse_html>},
            {"icu", each<normalise>},
            {"floor", each<cut, parse_html, normalise>}};
}

}  // namespace spamlint::bench
