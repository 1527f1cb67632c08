#include "text/cjk_words.h"

#include <doctest/doctest.h>
#include <unicode/brkiter.h>

#include <memory>
#include <random>
#include <string>

using namespace spamlint;

TEST_CASE("the words of Chinese and Japanese are those of ICU's iterator") {
    const std::u32string chinese =
        U"我们很高兴地通知您本次活动已经开始免费领取欢迎各位新老客户前来参加避免费用集中奖励代开发票加微信获客外贸系统"
        U"贷款"
        U"邮箱备案扫码验票后付款娱乐城双清包税内训公开课限时抢购恭喜中奖幸运用户登录账户异常验证密码到期请立即更新";
    const std::u32string japanese =
        U"カードのご利用確認にお願い致します無料でお試しくださいスマートフォンアプリケーション東京都々ーゝ";
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> oracle(icu::BreakIterator::createWordInstance(icu::Locale("zh"), status));
    REQUIRE(U_SUCCESS(status));
    std::mt19937 random(7);
    std::size_t boundaries = 0, inside = 0;
    for (int round = 0; round < 3000; ++round) {
        const std::u32string& source = round % 3 == 0 ? japanese : chinese;
        std::u32string text;
        while (text.size() < 2 + random() % 22) {
            const std::size_t at = random() % source.size();
            text += source.substr(at, 1 + random() % 6);
        }
        text.resize(std::min<std::size_t>(text.size(), 24));
        const icu::UnicodeString utf16 =
            icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(text.data()), static_cast<int>(text.size()));
        oracle->setText(utf16);
        for (std::size_t place = 1; place < text.size(); ++place) {
            const bool expected = oracle->isBoundary(static_cast<int>(place)) != 0;
            CAPTURE(round);
            CAPTURE(place);
            REQUIRE(is_cjk_boundary(text, place) == expected);
            ++(expected ? boundaries : inside);
        }
    }
    CHECK(boundaries > 10'000);
    CHECK(inside > 5'000);
}
