// Any bytes are HTML: every span lies in the file, and the runs cover the text.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "html/document.h"

using namespace spamlint;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Span whole{0, size};
    const MappedText html(std::string(reinterpret_cast<const char*>(data), size), SourceMap::identity(whole));
    const Document document = parse_html(html);
    require(whole.contains(document.text.source()));
    std::size_t covered = 0;
    for (const TextRun& run : document.runs) {
        require(run.text.begin == covered && run.text.end >= covered);
        covered = run.text.end;
    }
    require(covered == document.text.size());
    for (const Link& link : document.links) require(whole.contains(link.element) && whole.contains(link.href_source));
    for (const Image& image : document.images) require(whole.contains(image.element));
    for (const ActiveContent& active : document.active) require(whole.contains(active.span));
    return 0;
}
