#include "sample.h"

using namespace spamlint;

TEST_CASE("links are counted by distinct target and domain, fragments left out") {
    const Sample message =
        sample("From: Anna <a@oakfield.org>\r\n", "text/html",
               "<p>one two three</p><a href='https://oakfield.org/a#1'>a</a><a href='https://oakfield.org/a#2'>b</a>"
               "<a href='http://other.com/'>c</a><a href='mailto:x@y.org'>d</a><a href='#'>e</a>");
    CHECK(message.number("links.count") == 3);
    CHECK(message.number("links.targets") == 2);
    CHECK(message.number("links.domains") == 2);
    CHECK(message.number("links.own") == 1);
    CHECK(message.number("links.own_share") == 0.5);
    CHECK(message.number("links.foreign") == 1);
    CHECK(message.number("links.plain_http") == 1);
    CHECK(message.cause("links.plain_http") == "http://other.com/");
    CHECK_FALSE(message.truth("links.http_only"));
    CHECK_FALSE(message.truth("links.one_domain"));
    CHECK(message.number("links.repeat_share") == doctest::Approx(2.0 / 3));
    CHECK(message.text("links.main_domain") == "oakfield.org");
    CHECK(message.truth("links.main_domain_own"));
    CHECK(message.number("links.per_100_words") == 10);
}

TEST_CASE("URLs of the text part count as links, and as targets only where there is no HTML") {
    const Sample text = with_text("Read http://a.com/x and www.b.com");
    CHECK(text.number("links.count") == 2);
    CHECK(text.number("links.targets") == 2);
    CHECK(text.truth("links.http_only"));
    CHECK(text.truth("link", 0, "plain_text"));
    CHECK(text.raw(text.elements("link")[1].span) == "www.b.com");
    const Sample both =
        multipart("alternative", {"Content-Type: text/plain\r\n\r\nhttp://a.com/track1 http://a.com/track2",
                                  "Content-Type: text/html\r\n\r\n<a href='http://a.com/x'>x</a>"});
    CHECK(both.number("links.count") == 3);
    CHECK(both.number("links.targets") == 1);
}

TEST_CASE("a link element tells what is odd about its address") {
    const Sample message = with_html(
        "<a href='HTtps://user@3405803785:8080/a%20b?u=https%3A%2F%2Fb.co.uk#f'>www.paypal.com</a>"
        "<a href='https://203-0-113-9.host.example.com'><img src=x.png></a>"
        "<a href='javascript:void(0)'>x</a><a href='https://p\xD0\xB0ypal.com'>p</a><a "
        "href='https://{{domain}}/x'>t</a>"
        "<a href='https://a.com/x\xE2\x80\x8B'>i</a>");
    CHECK(message.text("link", 0, "scheme") == "https");
    CHECK(message.text("link", 0, "host") == "203.0.113.9");
    CHECK(message.truth("link", 0, "ip"));
    CHECK(message.truth("link", 0, "userinfo"));
    CHECK(message.truth("link", 0, "odd_scheme_case"));
    CHECK(message.number("link", 0, "port") == 8080);
    CHECK(message.text("link", 0, "nested_domain") == "b.co.uk");
    CHECK(message.truth("link", 0, "nested_url"));
    CHECK(message.text("link", 0, "shown_domain") == "paypal.com");
    CHECK(message.truth("link", 0, "shown_differs"));
    CHECK(message.truth("link", 1, "ip_in_host"));
    CHECK(message.truth("link", 1, "image_only"));
    CHECK(message.truth("link", 2, "empty"));
    CHECK(message.truth("link", 3, "idn_suspicious"));
    CHECK(message.truth("link", 4, "placeholder"));
    CHECK(message.truth("link", 5, "invisible_characters"));
    CHECK(message.raw(message.elements("link")[1].span) == "https://203-0-113-9.host.example.com");
}

TEST_CASE("a link that sends on to a third site is told from one that comes home") {
    const Sample message = with_html(
        "<a href='https://a.com/go?url=https%3A%2F%2Fb.com%2F'>1</a><a "
        "href='https://a.com/go?url=https://www.a.com/'>2</a>"
        "<a href='https://a.com/go?url=https://oakfield-library.org/'>3</a><a href='http://[::1]/x'>4</a>");
    CHECK(message.truth("link", 0, "nested_foreign"));
    CHECK_FALSE(message.truth("link", 1, "nested_foreign"));
    CHECK_FALSE(message.truth("link", 2, "nested_foreign"));
    CHECK_FALSE(message.truth("link", 3, "nested_foreign"));
    CHECK(message.truth("link", 3, "local"));
    CHECK_FALSE(message.truth("link", 0, "local"));
}

TEST_CASE("an honest link shows nothing odd") {
    const Sample message = with_html("<a href='https://www.oakfield-library.org/minutes'>oakfield-library.org</a>");
    for (const char* field :
         {"shown_differs", "userinfo", "ip", "ip_in_host", "punycode", "idn_suspicious", "odd_scheme_case", "hidden",
          "placeholder", "nested_url", "empty", "invisible_characters", "image_only"})
        CHECK_FALSE_MESSAGE(message.truth("link", 0, field), field);
    CHECK(message.truth("link", 0, "own"));
    CHECK(message.text("link", 0, "main_label") == "oakfield-library");
    CHECK(message.number("link", 0, "labels") == 3);
}

TEST_CASE("a link that shows its own address in numbers shows nothing else") {
    const Sample message = with_html("<a href='http://203.0.113.9/x'>http://203.0.113.9/x</a>");
    CHECK_FALSE(message.truth("link", 0, "shown_differs"));
    CHECK(message.text("link", 0, "shown_domain") == "203.0.113.9");
}

TEST_CASE("images are measured by size, source and alternative text") {
    const Sample message = with_html(
        "<a href='https://a.com'><img src='http://a.com/big.png' width=600 height=400 alt='A tree'></a>"
        "<img src='https://a.com/p.gif' width=1 height=1><img src='data:image/png;base64,AAAA'>");
    CHECK(message.number("images.count") == 3);
    CHECK(message.number("images.large") == 2);
    CHECK(message.number("images.area") == 240001);
    CHECK(message.number("images.biggest_area") == 240000);
    CHECK(message.number("images.without_alt") == 1);
    CHECK(message.number("images.without_size") == 1);
    CHECK(message.number("images.pixels") == 1);
    CHECK(message.number("images.data_bytes") > 0);
    CHECK(message.number("images.remote_plain_http") == 1);
    CHECK(message.number("images.linked") == 1);
    CHECK(message.text("image", 0, "domain") == "a.com");
    CHECK(message.text("image", 0, "alt") == "A tree");
    CHECK(message.truth("image", 2, "data_uri"));
    CHECK(message.number("image", 2, "area") == -1);
}

TEST_CASE("hidden prose is unrelated, a hidden copy for phones is not") {
    const std::string shown = "<p>Our library opens again on Monday with many new books about gardens</p>";
    const Sample camouflage =
        with_html(shown + "<div style='font-size:0'>parliament weather quarterly mountain history economy</div>");
    CHECK(camouflage.number("html.hidden_words") == 6);
    CHECK(camouflage.number("html.hidden_characters") > 40);
    CHECK(camouflage.number("html.hidden_unrelated") > 0.9);
    CHECK(camouflage.number("html.hidden_ratio") > 0.3);
    CHECK(camouflage.elements("hidden").size() == 1);
    CHECK(camouflage.text("hidden", 0, "reason") == "font-size");
    const Sample copy = with_html(shown + "<div style='display:none'>Our library opens again on Monday</div>");
    CHECK(copy.number("html.hidden_unrelated") == 0);
    CHECK(copy.number("hidden", 0, "related") == 1);
    CHECK(with_html(shown).number("html.hidden_unrelated") == 0);
}

TEST_CASE("a preheader is not hidden text") {
    const Sample message =
        with_html("<body><div style='display:none'>Open on Monday again</div><p>Library news</p></body>");
    CHECK(message.number("html.hidden_characters") == 0);
    CHECK(message.number("html.preheader_characters") == 17);
    CHECK(message.elements("hidden").empty());
}

TEST_CASE("tiny, huge and pale type is counted") {
    const Sample message = with_html(
        "<p style='font-size:5px'>small</p><p style='font-size:60px'>big</p><p style='color:#dddddd'>pale "
        "words</p><p>normal</p>");
    CHECK(message.number("html.tiny_characters") == 5);
    CHECK(message.number("html.huge_characters") == 3);
}

TEST_CASE("the contrast of the palest passage is measured where colours are known") {
    const std::string prose =
        "You receive this mail because you asked the library for news about gardens, books and readings in the small "
        "hall behind the old mill.";
    const auto palest = [&](const std::string& style) {
        return with_html("<p>Hello</p><p style='" + style + "'>" + prose + "</p>").number("html.palest_contrast");
    };
    CHECK(palest("color:#dddddd") == doctest::Approx(1.36).epsilon(0.01));
    CHECK(palest("color:#999999") == doctest::Approx(2.85).epsilon(0.01));
    CHECK(palest("color:#000000") == 21);
    CHECK(palest("color:#ffffff;background:url(x.png)") == 21);
    CHECK(with_html("<p>Hello</p><p style='color:#dddddd'>2 Mill Lane</p>").number("html.palest_contrast") == 21);
    CHECK(with_html("<p style='color:#dddddd'>" + prose + "</p>").cause("html.palest_contrast") == prose);
}

TEST_CASE("what stands behind the end, or in the preheader, is held against the mail") {
    const std::string shown = "<html><body><p>Our library opens again on Monday with many new books</p></body></html>";
    const Sample after = with_html(shown + "parliament weather quarterly mountain");
    CHECK(after.number("html.after_end_words") == 4);
    CHECK(after.number("html.after_end_unrelated") == 1);
    CHECK(after.cause("html.after_end_words") == "parliament weather quarterly mountain");
    CHECK(with_html(shown + "<p>Our library</p>").number("html.after_end_unrelated") == 0);
    CHECK(with_html(shown).number("html.after_end_words") == 0);
    const Sample preheader = with_html("<div style='display:none'>library weather</div><p>Our library opens</p>");
    CHECK(preheader.number("html.preheader_words") == 2);
    CHECK(preheader.number("html.preheader_unrelated") == doctest::Approx(0.5));
    CHECK(with_html("<p>Hello</p>").number("html.preheader_unrelated") == 0);
}

TEST_CASE("Outlook's own text is a hidden element, and a scope") {
    const Sample message = with_html("<p>Our library</p><!--[if mso]><p>Our weather</p><![endif]-->");
    CHECK(message.text("hidden", 0, "reason") == "outlook");
    CHECK(message.text("hidden", 0, "text") == "Our weather");
    CHECK(message.number("hidden", 0, "related") == doctest::Approx(0.5));
    CHECK(message.number("html.hidden_characters") == 0);
}

TEST_CASE("the form of HTML is described") {
    const Sample rich = with_html(
        "<!DOCTYPE html><html lang='en'><head><title>News</title><style>@media (max-width:600px){p{color:red}}</style>"
        "<!--[if mso]><p>o</p><![endif]--></head><body><p>x</p><!-- a comment --></body></html>");
    for (const char* fact : {"html.title_present", "html.lang_present", "html.has_html_tag", "html.has_doctype",
                             "html.mso_conditional", "html.media_query"})
        CHECK_MESSAGE(rich.truth(fact), fact);
    CHECK(rich.number("html.comment_bytes") == 18);
    CHECK(rich.number("html.largest_comment") == 18);
    CHECK(rich.text("comment", 0, "text") == "<!-- a comment -->");
    const Sample poor = with_html("<p>x</p><form action='http://a.com'><input name=p></form><script>1</script>");
    for (const char* fact : {"html.title_present", "html.lang_present", "html.has_html_tag", "html.has_doctype",
                             "html.mso_conditional", "html.media_query"})
        CHECK_FALSE_MESSAGE(poor.truth(fact), fact);
    CHECK(poor.number("html.active") >= 3);
    CHECK(poor.cause("html.title_present") == "<p>");
    CHECK(with_text("x").number("html.text_ratio") == 1);
    CHECK(with_text("x").truth("html.title_present"));
}

TEST_CASE("the text and HTML alternatives are held against each other") {
    const auto both = [](const std::string& text, const std::string& html) {
        return multipart("alternative",
                         {"Content-Type: text/plain\r\n\r\n" + text, "Content-Type: text/html\r\n\r\n" + html});
    };
    const Sample same = both("Minutes of our meeting: https://x.org/track/abc", "<p>Minutes of our meeting</p>");
    CHECK(same.truth("alternatives.both"));
    CHECK(same.number("alternatives.difference") == 0);
    CHECK(same.number("alternatives.missing") == 0);
    CHECK_FALSE(same.truth("alternatives.order_wrong"));
    const Sample other = both("parliament weather mountain", "<p>Minutes of our meeting</p>");
    CHECK(other.number("alternatives.difference") == 1);
    CHECK(other.number("alternatives.longer") == doctest::Approx(0.75));
    CHECK(both("https://x.org/a\r\nhttps://x.org/b", "<p>Minutes</p>").truth("alternatives.text_links_only"));
    CHECK(both(" View online ", "<p>Minutes</p>").text("alternatives.text") == "View online");
    CHECK(with_text("View online").text("alternatives.text") == "");
    CHECK(multipart("alternative", {"Content-Type: text/html\r\n\r\n<p>x</p>", "Content-Type: text/plain\r\n\r\nx"})
              .truth("alternatives.order_wrong"));
    CHECK_FALSE(with_text("x").truth("alternatives.both"));
    CHECK(with_text("x").number("alternatives.difference") == 0);
}

TEST_CASE("text facts are those of the shown body") {
    const Sample message = with_text(
        "FREE!!! Money fr\xE2\x80\x8B"
        "ee P\xD0\xB0ypal\r\nF R E E E now\r\n免费");
    CHECK(message.number("text.exclamations") == 3);
    CHECK(message.cause("text.exclamations") == "!!!");
    CHECK(message.number("text.ignorables_in_words") == 1);
    CHECK(message.cause("text.ignorables_in_words") == "\xE2\x80\x8B");
    CHECK(message.number("text.mixed_script_words") == 1);
    CHECK(message.number("text.spaced_out") == 1);
    CHECK(message.number("text.han") == 2);
    CHECK(message.number("text.cyrillic") == 1);
    CHECK_FALSE(message.truth("text.html_source"));
    CHECK(with_text("<html><body><p>Hello</p></body></html>").truth("text.html_source"));
    CHECK_FALSE(with_text("Use <b> or a <name> and a < b").truth("text.html_source"));
}

TEST_CASE("a link says what it is for and how well it can be read") {
    const Sample message = with_html(
        "<p>To leave our list <a style='font-size:5px;color:#ddd' href='https://oakfield-library.org/u'>click</a> "
        "here</p>"
        "<p>Next line <a href='https://oakfield-library.org/v'><img src=cid:a alt='Opt out'></a></p>");
    CHECK(message.text("link", 0, "context") == "To leave our list click here\nhttps://oakfield-library.org/u");
    CHECK(message.number("link", 0, "font_px") == 5);
    CHECK(message.number("link", 0, "contrast") == doctest::Approx(1.36).epsilon(0.01));
    CHECK(message.text("link", 1, "context") == "Next line\nOpt out\nhttps://oakfield-library.org/v");
    CHECK(message.number("link", 1, "font_px") == 16);
    CHECK(message.number("link", 1, "contrast") == 21);
    const Sample text = with_text("Hello\r\nLeave: https://oakfield-library.org/u now\r\nBye\r\n");
    CHECK(text.text("link", 0, "context") ==
          "Leave: https://oakfield-library.org/u now\nhttps://oakfield-library.org/u");
}

TEST_CASE("a link whose text shows an e-mail address says whether it leads elsewhere") {
    const auto differs = [](const std::string& href, const std::string& text) {
        return with_html("<a href='" + href + "'>" + text + "</a>").truth("link", 0, "shown_address_differs");
    };
    CHECK(differs("mailto:desk@elmtree.net", "Office@mybank.com"));
    CHECK(differs("https://elmtree.net/x", "write to office@mybank.com"));
    CHECK_FALSE(differs("mailto:desk@mail.mybank.com", "office@mybank.com"));
    CHECK_FALSE(differs("https://www.mybank.com/", "office@mybank.com"));
    CHECK_FALSE(differs("#", "office@mybank.com"));
    const Sample page = with_html("<a href='mailto:desk@elmtree.net'>www.mybank.com</a>");
    CHECK(page.truth("link", 0, "shown_differs"));
}

TEST_CASE("a link says what host its images' alternative texts show") {
    const Sample message = with_html(
        "<a href='https://elmtree.net/x'><img src=cid:a alt='www.mybank.com'></a>"
        "<a href='https://mybank.com/x'><img src=cid:a alt='https://mybank.com/'></a>");
    CHECK(message.text("link", 0, "alt_domain") == "mybank.com");
    CHECK(message.truth("link", 0, "alt_differs"));
    CHECK_FALSE(message.truth("link", 1, "alt_differs"));
}

TEST_CASE("a link's text that is its address's file name is a file, with any other it is none") {
    const auto shown_file = [](const std::string& href, const std::string& text) {
        return with_html("<a href='" + href + "'>" + text + "</a>").text("link", 0, "shown_file");
    };
    CHECK(shown_file("https://oakfield.net/src/script.pl", " Script.pl ") == "Script.pl");
    CHECK(shown_file("https://oakfield.net/src/script.pl?raw=1", "script.pl") == "script.pl");
    CHECK(shown_file("https://oakfield.net/src/script.pl", "other.pl").empty());
    CHECK(shown_file("https://oakfield.net/src/", "src").empty());
}

TEST_CASE("a hidden link is shown elsewhere when the reader sees one with its text") {
    const std::string hidden = "<div style='display:none'><a href='https://oakfield.net/u'>Unsubscribe</a></div>";
    const auto twin = with_html("<p>Hello <a href='https://oakfield.net/v'>Unsubscribe</a></p>" + hidden);
    CHECK_FALSE(twin.truth("link", 0, "shown_elsewhere"));
    CHECK(twin.truth("link", 1, "shown_elsewhere"));
    CHECK_FALSE(with_html("<p>Hello there</p>" + hidden).truth("link", 0, "shown_elsewhere"));
}
