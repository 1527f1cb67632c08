#include "sample.h"

TEST_CASE("words that the HTML splits are counted, words side by side are not") {
    CHECK(with_html("<p>fr<b></b>ee min<!-- x -->utes to<span style='display:none'>q</span>day</p>")
              .number("text.words_split") == 3);
    CHECK(with_html("<p><b></b>free<i></i> <!-- x -->minutes 1<b></b>2</p>").number("text.words_split") == 0);
    CHECK(with_html("<p>\xE5\x85\x8D<b></b>\xE8\xB4\xB9</p>").number("text.words_split") == 1);
}
