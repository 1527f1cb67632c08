#include <doctest/doctest.h>

#include "search.h"

using namespace spamlint;

namespace {

struct Case {
    const char* word;
    const char* before;
    const char* written;  // what must be found at exactly its bytes
    const char* after;
};

void check_each(const std::vector<Case>& cases, bool disguised) {
    for (const Case& c : cases) {
        const std::string before = c.before, written = c.written, text = before + written + c.after;
        CAPTURE(text);
        INFO("looking for ", std::string(c.word));
        const std::vector<Hit> hits = search(text, c.word);
        REQUIRE(hits.size() == 1);
        CHECK(hits[0].span.begin == before.size());
        CHECK(hits[0].span.end == before.size() + written.size());
        CHECK(hits[0].disguised == disguised);
    }
}

void check_silent(const std::vector<std::pair<const char*, const char*>>& cases) {
    for (const auto& [word, text] : cases) {
        INFO("looking for ", std::string(word), " in ", std::string(text));
        CHECK(search(text, word).empty());
    }
}

}  // namespace

TEST_CASE("separators inside a Chinese word are a disguise") {
    check_each(
        {
            {"免费", "现在", "免-费", "注册"},
            {"免费", "现在", "免 费", "注册"},
            {"免费", "现在", "免*费", "注册"},
            {"免费", "", "免·费", ""},
            {"免费", "", "免★费", ""},
            {"免费", "", "免🎁费", ""},
            {"免费", "", "免_-_费", ""},
            {"免费", "", "免　费", ""},
            {"免费", "", "免＊费", ""},
            {"免费", "", "免/费", ""},
            {"代开发票", "我司", "代-开-发-票", "，验后付款"},
            {"代开发票", "我司", "代 开 发 票", "，验后付款"},
            {"加微信", "请", "加 微 信", "：abc"},
            {"加微信", "", "加 微 信", "：abc"},
            {"采购商", "国外", "采.购.商", ""},
            {"免费试用", "", "免 费 试 用", ""},
        },
        true);
}

TEST_CASE("spaces and signs between Chinese words are natural") {
    check_each(
        {
            {"免费试用", "首页 ", "免费 试用", " 登录"},
            {"免费试用", "", "免费/试用", ""},
            {"免费领取", "", "免费🎁领取", ""},
            {"邮箱", "", "邮  箱", "：a@example.com"},
            {"电话", "传真无 ", "电 话", " : 400"},
            {"oem", "", "O.E.M", ". parts"},
            {"免费", "现在", "免\n费", "注册"},
            {"免费", "现在", "免\r\n  费", "注册"},
        },
        false);
}

TEST_CASE("a word goes on across neither punctuation nor lists nor paragraphs") {
    check_silent({
        {"免费", "避免。费用"},
        {"免费", "赦免，费用"},
        {"免费", "减、免、费"},
        {"免费", "赦免……费用"},
        {"免费", "减免--费用"},
        {"免费", "免\n\n费"},
        {"免费", "免(费)"},
        {"免费", "免*****费"},
        {"发票代开", "对外代开发票.代开范围"},
        {"免费", "免x费"},
        {"免费", "免! 费"},
    });
}

TEST_CASE("zero-width characters inside a word are a disguise, beside it they are none") {
    check_each(
        {
            {"免费", "现在", "免\u200B费", "注册"},
            {"免费", "", "免\u2060\uFEFF\u00AD费", ""},
            {"claim", "", "cl\u200Baim", " it"},
            {"claim", "", "cl\u00ADaim", " it"},
            {"free", "", "f\u034Fr\u200De\u200Ce", ""},
            {"claim your prize", "", "claim your pr\u200Dize", ""},
        },
        true);
    check_each(
        {
            {"免费", "现在\u200B", "免费", "\u200B注册"},
            {"claim", "\u200B", "claim", "\u200B it"},
            {"claim your prize", "", "claim \u200Byour\u200B prize", ""},
            {"claim your prize", "", "claim\u200B \u00AD your prize", ""},
        },
        false);
}

TEST_CASE("dressed letters are a disguise") {
    check_each(
        {
            {"claim your prize", "", "Ｃｌａｉｍ ｙｏｕｒ ｐｒｉｚｅ", "!"},
            {"claim your prize", "", "𝐂𝐥𝐚𝐢𝐦 𝓎𝑜𝓊𝓇 𝓅𝓇𝒾𝓏ℯ", "!"},
            {"claim", "", "ⓒⓛⓐⓘⓜ", ""},
            {"claim", "", "🅒🅛🅐🅘🅜", ""},
            {"claim", "", "🄲🄻🄰🄸🄼", ""},
            {"claim", "", "🅲🅻🅰🅸🅼", ""},
            {"claim", "", "⒞⒧⒜⒤⒨", ""},
            {"free", "", "ᶠʳᵉᵉ", ""},
            {"0元购", "", "０元购", ""},
        },
        true);
}

TEST_CASE("look-alike letters of other scripts are a disguise") {
    check_each(
        {
            {"claim your prize", "", "сlaim your рrizе", ""},
            {"account", "your ", "аccоunt", " is locked"},
            {"free", "get it ", "ꜰʀᴇᴇ", " today"},
            {"bitcoin", "", "Вitcoin", ""},
            {"nike", "buy ", "ΝΙΚΕ", " shoes"},
            {"hope", "there is ", "норе", " for all of you and your family"},
            {"free", "", "f̶r̶e̶e̶", ""},
        },
        true);
}

TEST_CASE("digits and signs for letters are a disguise inside words") {
    check_each(
        {
            {"claim your prize", "", "c1aim your prize", ""},
            {"claim your prize", "", "claim your pr1ze", ""},
            {"claim your prize", "", "CL@IM YOUR PR!ZE", "!!!"},
            {"money", "make ", "m0ney", " fast"},
            {"access", "", "acce$$", " now"},
            {"save", "", "$ave", " now"},
            {"free", "", "fr33", ""},
            {"act now", "", "act n0w", ""},
            {"casino", "", "cas1n0", ""},
            {"offer", "best ", "0ffer", ""},
            {"claim your prize", "", "cIaim your prize", ""},
            {"claim your prize", "", "CLAlM YOUR PRlZE", ""},
            {"email", "your ", "emaiI", " is full"},
            {"viagra", "", "v|agra", ""},
            {"free", "", "fr€e", ""},
        },
        true);
}

TEST_CASE("a sign stands only for letters that it looks like") {
    check_silent({{"fail", "f@ll"},
                  {"fall", "fai1 fail"},
                  {"full", "fuil"},
                  {"sale", "sa1d"},
                  {"fall", "The faII"},
                  {"lie", "1ike"},
                  {"list", "1st"}});
    CHECK(search("fa11", "fall").size() == 1);
    CHECK(search("fai1", "fail").size() == 1);
}

TEST_CASE("numbers, prices, codes and addresses are no disguised words") {
    check_silent({
        {"slo", "$10"},
        {"so", "$0"},
        {"too", "700"},
        {"sloo", "510"},
        {"mpe", "mp3"},
        {"ath", "4th"},
        {"free", "https://example.com/fr33/x"},
        {"free", "fr33@example.com"},
        {"sale", "https://example.com/?q=s4le"},
        {"free", "{{fr33}}"},
        {"cards", "card5"},
        {"jane", "j@ne.doe"},
        {"webe", "web3"},
        {"opx", "0px"},
        {"mzlnod", "mzInod+"},
    });
}

TEST_CASE("letters spaced out are a disguise") {
    check_each(
        {
            {"free", "It is ", "f.r.e.e", "."},
            {"free", "", "F R E E", ""},
            {"free", "", "f-r-e-e", ""},
            {"free", "", "F * R * E * E", ""},
            {"free", "", "f.r.3.e", ""},
            {"free", "W I N  ", "F R E E", "  G I F T"},
            {"free", "w.i.n ", "f.r.e.e", " g.i.f.t"},
            {"act now", "Please ", "a.c.t n.o.w", " to get it"},
            {"free", "", "f❤r❤e❤e", ""},
            {"free", "", "fr*ee", ""},
            {"free", "it is ", "fr*ee", " for all"},
            {"free", "", "f*ree", ""},
            {"free", "", "fr_ee", ""},
            {"free", "", "fr~~ee", ""},
            {"кредит", "", "к.р.е.д.и.т", ""},
        },
        true);
}

TEST_CASE("abbreviations, initials and lists spell no word") {
    check_silent({
        {"jrr", "J. R. R. Tolkien"},
        {"abc", "a, b, c"},
        {"free", "f. r. e. e."},
        {"firstname", "first_name"},
        {"free", "Fr. Ee"},
        {"am", "9 a.m."},
        {"free", "f.r\n\ne.e"},
    });
}

TEST_CASE("other spellings are found and are no disguise") {
    check_each(
        {
            {"免费", "", "免費", "領取"},
            {"赢取", "立即", "贏取", "大獎"},
            {"act now", "", "ACT  NOW", "!"},
            {"act now", "", "act\r\n\t now", "!"},
            {"act now", "", "Act\u00A0now", "!"},
            {"claim your prize", "Please ", "Claim Your PRIZE", "."},
            {"usa today", "in ", "U.S.A today", ""},
            {"café", "un ", "cafe\u0301", "!"},
            {"straße", "", "STRASSE", ""},
            {"カード", "", "ｶｰﾄﾞ", ""},
            {"office", "", "oﬃce", ""},
            {"免费", "", "免费", "！"},
        },
        false);
}

TEST_CASE("innocent words that hold a listed word are silent") {
    check_silent({
        {"免费", "避免费用"},
        {"中奖", "集中奖励"},
        {"free", "carefree"},
        {"free", "sugar-free"},
        {"free", "free-range"},
        {"act now", "contract nowhere"},
        {"act now", "react nowadays"},
        {"free", "www.free.example"},
        {"free", "me@free.example"},
        {"free", "path/free/x"},
        {"free", "free_gift"},
        {"free", "free's"},
        {"free", "free’s"},
        {"free", "free4all"},
        {"вход", "выходвход"},
    });
}

TEST_CASE("listed words beside other writing stand alone") {
    check_each(
        {
            {"免费", "", "免费", "用户"},
            {"免费", "", "免费", "领取"},
            {"获客", "外贸", "获客", "系统"},
            {"贷款", "低息", "贷款", "，当天放款"},
            {"代开发票", "我司可", "代开发票", "，欢迎来电"},
            {"加微信", "请", "加微信", "详谈"},
            {"free", "领取", "FREE", "礼品"},
            {"free", "(", "free", ")"},
            {"free", "3.", "free", " - now"},
            {"100% free", "it is ", "100% free", "!"},
            {"무료", "", "무료", "로 체험"},
            {"無料", "", "無料", "でお試し"},
            {"สวัสดี", "", "สวัสดี", "ครับ"},
        },
        false);
}
