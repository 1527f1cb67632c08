#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "span/line_index.h"

using namespace spamlint;

TEST_CASE("lines end with LF, CRLF or a bare CR, however many there are") {
    std::mt19937 random(5);
    for (int round = 0; round < 2; ++round) {
        static const std::vector<std::string> pieces = {"\n", "\r\n", "\r", "a", "bcd", std::string(3000, 'x')};
        std::string file;
        for (std::size_t i = 0, size = random() % 300; i < size; ++i) file += pieces[random() % pieces.size()];
        const LineIndex lines(file);
        Position expected;
        for (std::size_t offset = 0; offset <= file.size(); ++offset) {
            REQUIRE(lines.position(offset) == expected);
            if (offset == file.size()) break;
            const Span line = lines.line(expected.line);
            CHECK(line.begin == offset + 1 - expected.column);
            CHECK(file.find_first_of("\r\n", line.begin) == (line.end == file.size() ? std::string::npos : line.end));
            const bool ends = file[offset] == '\n' || (file[offset] == '\r' && file[offset + 1] != '\n');
            expected = ends ? Position{expected.line + 1, 1} : Position{expected.line, expected.column + 1};
        }
        CHECK(lines.count() == expected.line);
    }
}
