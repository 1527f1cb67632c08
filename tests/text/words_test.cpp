#include "text/words.h"

#include <doctest/doctest.h>

using namespace spamlint;

namespace {

std::vector<std::string> pieces(std::string_view text, const std::vector<Span>& spans) {
    std::vector<std::string> result;
    for (const Span span : spans) result.emplace_back(text.substr(span.begin, span.size()));
    return result;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("counts letters, cases, digits and signs of ASCII") {
    const TextCounts counts = count("ACT NOW!!! Don't wait: 100% free, 3 left?");
    CHECK(counts.words == 6);
    CHECK(counts.upper == 7);
    CHECK(counts.letters == 22);
    CHECK(counts.latin == 22);
    CHECK(counts.lower == 15);
    CHECK(counts.digits == 4);
    CHECK(counts.exclamations == 3);
    CHECK(counts.questions == 1);
    CHECK(counts.longest_punctuation_run == 3);
    CHECK(counts.characters == 34);
}

TEST_CASE("counts scripts, and words of unspaced writing by two characters") {
    const TextCounts counts = count("免费领取。欢迎 Γεια Привет مرحبا ひらカナ 한국 Ok");
    CHECK(counts.han == 6);
    CHECK(counts.kana == 4);
    CHECK(counts.hangul == 2);
    CHECK(counts.greek == 4);
    CHECK(counts.cyrillic == 6);
    CHECK(counts.arabic == 5);
    CHECK(counts.latin == 2);
    CHECK(counts.words == 2 + 1 + 1 + 1 + 1 + 2 + 1 + 1);
    CHECK(count("免费领").words == 2);
    CHECK(count("免费a").words == 2);
}

TEST_CASE("counts marks of disguise") {
    CHECK(count("ｆｒｅｅ 𝐟𝐫𝐞𝐞 ⓕ ꜰʀᴇᴇ nº 1ª m² ℹ\uFE0F").styled_letters == 13);
    CHECK(count("fr\u200Bee").ignorables == 1);
    CHECK(count("fr\u200Bee").ignorables_in_words == 1);
    CHECK(count("fr\u200B\u00ADee 免\u2060费").ignorables_in_words == 3);
    CHECK(count("free\u200B now").ignorables == 1);
    CHECK(count("free\u200B now").ignorables_in_words == 0);
    CHECK(count("Donau\u00ADdampf\u00ADschiff ge\u00ADmacht").ignorables_in_words == 0);
    CHECK(count("f\u00ADr\u00ADee 免\u00AD费").ignorables_in_words == 3);
    CHECK(count("\uFEFFfree").ignorables == 0);
    CHECK(count("می\u200Cخواهم").ignorables_in_words == 0);
    CHECK(count("ordinary\x01 text").ignorables == 0);
}

TEST_CASE("an emoji counts once, however it is put together") {
    CHECK(count("😀😀").emoji == 2);
    CHECK(count("👨\u200D👩\u200D👧").emoji == 1);
    CHECK(count("✋🏽").emoji == 1);
    CHECK(count("🇩🇪🇫🇷").emoji == 2);
    CHECK(count("❤\uFE0F").emoji == 1);
    CHECK(count("1\uFE0F\u20E3").emoji == 1);
    CHECK(count("❤ 1 ©").emoji == 0);
    CHECK(count("👨\u200D👩\u200D👧 ❤\uFE0F").ignorables == 0);
}

TEST_CASE("runs are of signs of one class") {
    CHECK(count("what?!?！").longest_punctuation_run == 4);
    CHECK(count("no. yes! $$$").longest_punctuation_run == 3);
    CHECK(count("a!b!c!").longest_punctuation_run == 1);
    CHECK(count("$!$!").longest_punctuation_run == 1);
    CHECK(count("----------").longest_punctuation_run == 0);
    CHECK(count("！！！").exclamations == 3);
}

TEST_CASE("content words are folded words and bigrams, each once") {
    CHECK(content_words("The Cat and THE cat, a cat: 免費領取 ok") ==
          Strings{"and", "cat", "the", "免费", "费领", "领取"});
    CHECK(content_words("a 1 2024 免").empty());
}

TEST_CASE("words mixing scripts that look alike") {
    const std::string text = "раypal and paypal, Аpple ΑΒC; iPhone Привет Wi-Fi VIPы 5 μm kΩ";
    CHECK(pieces(text, mixed_script_words(text).first) == Strings{"раypal", "Аpple", "ΑΒC"});
    CHECK(mixed_script_words("plain English only").count == 0);
    CHECK(mixed_script_words("μTorrent, ΩLab").count == 0);
    CHECK(mixed_script_words("μΤorrent").count == 1);  // a Greek T behind it
    CHECK(mixed_script_words("p\u200Bа\u200Bypal").count == 1);
}

TEST_CASE("Han characters with signs between them are spaced out from four on, with spaces from five") {
    const std::string text = "天*气*预*报，会-议-安-排";
    CHECK(pieces(text, spaced_out_letters(text).first) == Strings{"天*气*预*报", "会-议-安-排"});
    for (const char* innocent : {"天 气 预 报", "上-中-下", "f*r*e*e", "天，气，预，报", "天* 气* 预* 报"}) {
        CAPTURE(std::string(innocent));
        CHECK(spaced_out_letters(innocent).count == 0);
    }
}

TEST_CASE("a whole line of one word spaced out is a heading, whatever its case") {
    for (const char* heading :
         {"S t a d t t h e a t e r\n\nAll is well.", "All is well.\nS t a d t t h e a t e r\nToday", "A G E N D A"})
        CHECK_MESSAGE(spaced_out_letters(heading).count == 0, heading);
    CHECK(spaced_out_letters("Meet at the S t a d t t h e a t e r today").count == 1);
    CHECK(spaced_out_letters("W a l m a r t").count == 1);
    CHECK(spaced_out_letters("f.r.e.e.l.y").count == 1);
}

TEST_CASE("a beta before a Latin word is written openly") {
    CHECK(mixed_script_words("the \u03B2eta-test and \u03BCTorrent").count == 0);
    CHECK(mixed_script_words("the we\u0430ther").count == 1);
}

TEST_CASE("letters spaced out one by one, five or more") {
    const std::string text = "Get F R E E E now; 免 费 领 取 大 奖！ f.r.e.e.e F * R * E * E * S";
    CHECK(pieces(text, spaced_out_letters(text).first) ==
          Strings{"F R E E E", "免 费 领 取 大 奖", "f.r.e.e.e", "F * R * E * E * S"});
    CHECK(spaced_out_letters("A G E N D A today").count == 1);
    CHECK(spaced_out_letters("C A S H  N O W").count == 1);
    for (const char* innocent :
         {"F R E E", "A B C D E F G", "1 2 3 4 5 6", "I am a b-side", "a\nb\nd\nc\nx\ny", "U.S.A. is a b c",
          "J. R. R. T. K. S. L.", "好 的", "Notes\n  A G E N D A\r\n1. Seats", "t v x z w", "read G A T T A C A as"}) {
        CAPTURE(std::string(innocent));
        CHECK(spaced_out_letters(innocent).count == 0);
    }
}

TEST_CASE("languages by script and function words") {
    CHECK(guess_language("The order that you have made with us is on its way to you") == "en");
    CHECK(guess_language("Claim your prize") == "en");
    CHECK(guess_language("Bitte klicken Sie hier, um Ihre Bestellung zu sehen und zu bezahlen") == "de");
    CHECK(guess_language("Nous vous remercions pour votre commande et les articles que vous avez choisis") == "fr");
    CHECK(guess_language("Gracias por su compra, el pedido está en camino y llega con los demás") == "es");
    CHECK(guess_language("Obrigado pela sua compra, o pedido não demora e já está com a transportadora") == "pt");
    CHECK(guess_language("Grazie per il tuo ordine, la spedizione è in corso e arriva con il corriere della zona") ==
          "it");
    CHECK(guess_language("Bedankt voor je bestelling, het pakket is onderweg naar jou en wordt morgen bezorgd") ==
          "nl");
    CHECK(guess_language("Dziękujemy za zamówienie, które jest już w drodze do państwa") == "pl");
    CHECK(guess_language("请点击下方链接") == "zh");
    CHECK(guess_language("請點擊 https://example.com/click") == "zh");
    CHECK(guess_language("無料でお試しください") == "ja");
    CHECK(guess_language("무료 체험입니다") == "ko");
    CHECK(guess_language("Спасибо за ваш заказ") == "ru");
    CHECK(guess_language("Дякуємо за ваше замовлення, їх надіслано") == "uk");
    CHECK(guess_language("شكرا لطلبك") == "ar");
    CHECK(guess_language("ok") == "");
    CHECK(guess_language("2041") == "");
    CHECK(guess_language("Widget Gizmo Frobnicator") == "");
}
