#include <doctest/doctest.h>

#include "html_fixture.h"

using namespace spamlint;

TEST_CASE("display:none and the hidden attribute hide, whatever a child says") {
    CHECK(why_hidden("<div style='display:none'>secret</div>") == "display-none");
    CHECK(why_hidden("<div style='DISPLAY : none !important'><p style='display:block'>secret</p></div>") ==
          "display-none");
    CHECK(why_hidden("<p hidden>secret</p>") == "display-none");
    CHECK(why_hidden("<p hidden style='display:block'>secret</p>") == "");
    CHECK(why_hidden("<div style='display:block'>secret</div>") == "");
    CHECK(why_hidden("<div style='mso-hide:all'>secret</div>") == "");
    CHECK(why_hidden("<div style='display:none;display:block'>secret</div>") == "");
}

TEST_CASE("visibility hides until a child is visible again") {
    CHECK(why_hidden("<p style='visibility:hidden'>secret") == "visibility");
    CHECK(why_hidden("<p style='visibility:collapse'>secret") == "visibility");
    CHECK(why_hidden("<p style='visibility:hidden'><b style='visibility:visible'>secret") == "");
}

TEST_CASE("opacity multiplies from parent to child") {
    CHECK(why_hidden("<p style='opacity:0'>secret") == "opacity");
    CHECK(why_hidden("<div style='opacity:.2'><p style='opacity:.3'>secret") == "opacity");
    CHECK(why_hidden("<p style='opacity:5%'>secret") == "opacity");
    CHECK(why_hidden("<p style='opacity:0.5'>secret") == "");
}

TEST_CASE("type of 2px or less hides, unless a child sets its own size") {
    for (const char* size : {"0", "0px", "1px", "2px", "1pt", "0.1em", "5%", "0.1rem", "calc(0px)", "calc( 1px )"}) {
        CAPTURE(size);
        CHECK(why_hidden("<p style='font-size:" + std::string(size) + "'>secret") == "font-size");
    }
    for (const char* size : {"3px", "9pt", "0.5em", "80%", "small", "xx-small", "larger", "nonsense", "-1px",
                             "calc(1px + 12px)", "calc("}) {
        CAPTURE(size);
        CHECK(why_hidden("<p style='font-size:" + std::string(size) + "'>secret") == "");
    }
    CHECK(why_hidden("<p style='font:0/0 a'>secret") == "font-size");
    CHECK(why_hidden("<p style='font:bold 600 14px/20px Arial'>secret") == "");
    CHECK(why_hidden("<td style='font-size:0'><div style='font-size:14px'>secret</div></td>") == "");
    CHECK(why_hidden("<div style='font-size:0'><div style='font-size:1em'>secret</div></div>") == "font-size");
    CHECK(why_hidden("<font size=1>secret</font>") == "");
}

TEST_CASE("text of its background's colour hides") {
    CHECK(why_hidden("<p style='color:#fff'>secret") == "colour");
    CHECK(why_hidden("<p style='color:white'>secret") == "colour");
    CHECK(why_hidden("<font color='fefefe'>secret") == "colour");
    CHECK(why_hidden("<p style='color:transparent'>secret") == "colour");
    CHECK(why_hidden("<p style='color:rgba(0,0,0,0.02)'>secret") == "colour");
    CHECK(why_hidden("<p style='color:hsl(0 0% 100%)'>secret") == "colour");
    CHECK(why_hidden("<body bgcolor=black text='#000000'>secret") == "colour");
    CHECK(why_hidden("<td bgcolor='#123456'><span style='color:rgb(18, 52, 86)'>secret</span>") == "");
    CHECK(why_hidden("<table bgcolor='#123456'><td><span style='color:rgb(18, 52, 86)'>secret</span></table>") ==
          "colour");
    CHECK(why_hidden("<div style='background:#123 none'><p style='color:#123'>secret") == "colour");
    CHECK(why_hidden("<p style='color:#ccc'>secret") == "");
    CHECK(why_hidden("<div style='background-color:navy'><p style='color:#fff'>secret") == "");
    CHECK(why_hidden("<div style='color:#fff'><p style='color:#000'>secret") == "");
    CHECK(why_hidden("<div style='color:inherit'>secret") == "");
    CHECK(why_hidden("<div style='background:#ffe600;color:white'>secret") == "");
}

TEST_CASE("letters take the fill colour, where one is set, instead of the colour") {
    CHECK(why_hidden("<div style='-webkit-text-fill-color:transparent'>secret") == "colour");
    CHECK(why_hidden("<div style='-webkit-text-fill-color:#fff;color:#000'>secret") == "colour");
    CHECK(why_hidden("<div style='-webkit-text-fill-color:#fff'><p style='color:#000'>secret") == "colour");
    CHECK(why_hidden(
              "<div style='-webkit-text-fill-color:#fff'><p style='-webkit-text-fill-color:currentcolor'>secret") ==
          "");
    CHECK(why_hidden("<div style='-webkit-text-fill-color:#000;color:#fff'>secret") == "");
    CHECK(why_hidden("<h1 style='background:linear-gradient(red,blue);-webkit-text-fill-color:transparent'>secret") ==
          "");
}

TEST_CASE("colours of attributes are read as browsers read them, digits missing or too many") {
    for (const char* black : {"#00000", "#000", "000000", "#zzzzzz", "0", "#000000000", "black"}) {
        CAPTURE(black);
        const std::string table = "<table bgcolor='" + std::string(black) + "'><td style='color:";
        CHECK(why_hidden(table + "#fff'>secret</table>") == "");
        CHECK(why_hidden(table + "#000'>secret</table>") == "colour");
    }
    CHECK(parsed("<font color=chucknorris>x").runs[0].colour == 0xc00000);
    CHECK(parsed("<font color=1234>x").runs[0].colour == 0x123400);
    CHECK(parsed("<font color=''>x").runs[0].colour == 0);
}

TEST_CASE("over an image, or out of the flow, no background is known") {
    CHECK(why_hidden("<div style='background:#fff url(x.png)'><p style='color:#fff'>secret") == "");
    CHECK(why_hidden("<div style='background-image:url(x.png);background-color:#fff'><p style='color:#fff'>secret") ==
          "");
    CHECK(why_hidden("<div style='background:linear-gradient(#000,#333)'><p style='color:#fff'>secret") == "");
    CHECK(why_hidden("<table background=x.png><tr><td style='color:#fff'>secret</table>") == "");
    CHECK(why_hidden("<table background=x.png><tr><td bgcolor=#ffffff style='color:#fff'>secret</table>") == "colour");
    CHECK(why_hidden("<div style='position:absolute;top:10px;color:#fff'>secret") == "");
    CHECK(why_hidden("<div style='background-image:none'><p style='color:#fff'>secret") == "colour");
    CHECK(why_hidden("<div style='background:rgba(0,0,0,.5)'><p style='color:#fff'>secret") == "");
}

TEST_CASE("a link without a colour of its own shows in its client's") {
    CHECK(why_hidden("<div style='color:#fff'><a href=x>secret</a></div>") == "");
    CHECK(why_hidden("<div style='background:#00e'><a href=x>secret</a></div>") == "");
    CHECK(why_hidden("<a href=x style='color:#fff'>secret</a>") == "colour");
    CHECK(why_hidden("<body link=white><a href=x>secret</a>") == "colour");
}

TEST_CASE("a box of no size that shows nothing beyond it hides") {
    CHECK(why_hidden("<div style='max-height:0;overflow:hidden'>secret") == "zero-box");
    CHECK(why_hidden("<div style='height:0px;overflow:hidden'>secret") == "zero-box");
    CHECK(why_hidden("<div style='width:1px;overflow-y:hidden'>secret") == "zero-box");
    CHECK(why_hidden("<span style='display:inline-block;height:0;overflow:hidden'>secret") == "zero-box");
    CHECK(why_hidden("<div style='max-height:0'>secret") == "");
    CHECK(why_hidden("<div style='height:20px;overflow:hidden'>secret") == "");
    CHECK(why_hidden("<span style='height:0;overflow:hidden'>secret") == "");
    CHECK(why_hidden("<table><tr><td style='height:0;overflow:hidden'>secret</table>") == "");
    CHECK(why_hidden("<div style='height:0;overflow:visible'>secret") == "");
}

TEST_CASE("what is scaled to nothing hides, but for inline boxes") {
    CHECK(why_hidden("<div style='transform:scale(0)'>secret") == "zero-box");
    CHECK(why_hidden("<div style='transform: rotate(3deg) scaleY(0.0)'>secret") == "zero-box");
    CHECK(why_hidden("<td style='transform:scale(1, 0)'>secret") == "");  // no table: gumbo drops the cell
    CHECK(why_hidden("<table><tr><td style='transform:scale(1, 0)'>secret") == "zero-box");
    CHECK(why_hidden("<div style='scale:0%'>secret") == "zero-box");
    CHECK(why_hidden("<span style='display:inline-block;transform:scale3d(0,0,1)'>secret") == "zero-box");
    CHECK(why_hidden("<span style='transform:scale(0)'>secret") == "");
    CHECK(why_hidden("<div style='transform:scale(0.5)'>secret") == "");
    CHECK(why_hidden("<div style='transform:scaleZ(0)'>secret") == "");
    CHECK(why_hidden("<div style='transform:translate(0)'>secret") == "");
}

TEST_CASE("what stands off the screen or is clipped to nothing hides") {
    CHECK(why_hidden("<div style='position:absolute;left:-9999px'>secret") == "offscreen");
    CHECK(why_hidden("<div style='position:fixed;top:-100em'>secret") == "offscreen");
    CHECK(why_hidden("<div style='margin-left:-5000px'>secret") == "offscreen");
    CHECK(why_hidden("<div style='margin:0 0 0 -5000px'>secret") == "offscreen");
    CHECK(why_hidden("<div style='text-indent:-9999px'><b>secret</b>") == "offscreen");
    CHECK(why_hidden("<div style='position:absolute;clip:rect(0 0 0 0)'>secret") == "offscreen");
    CHECK(why_hidden("<div style='position:absolute;clip:rect(1px, 1px, 1px, 1px)'>secret") == "offscreen");
    CHECK(why_hidden("<div style='clip-path:inset(50%)'>secret") == "offscreen");
    CHECK(why_hidden("<div style='left:-9999px'>secret") == "");
    CHECK(why_hidden("<div style='position:relative;left:-20px'>secret") == "");
    CHECK(why_hidden("<div style='text-indent:2em'>secret") == "");
    CHECK(why_hidden("<div style='text-indent:-9999px'><p style='text-indent:0'>secret") == "");
    CHECK(why_hidden("<div style='clip:rect(0 0 0 0)'>secret") == "");
    CHECK(why_hidden("<div style='position:absolute;clip:rect(0,200px,200px,0)'>secret") == "");
}

TEST_CASE("style rules hide by tag, class, id and ancestor") {
    const auto with = [](const char* css, const char* body) {
        return why_hidden("<style>" + std::string(css) + "</style>" + body);
    };
    CHECK(with(".x{display:none}", "<p class='a x b'>secret") == "display-none");
    CHECK(with("#y { visibility : hidden }", "<p id=y>secret") == "visibility");
    CHECK(with("p{font-size:0}", "<p>secret") == "font-size");
    CHECK(with("p.x,td{opacity:0}", "<p class=x>secret") == "opacity");
    CHECK(with("div.a .x{display:none}", "<div class=a><p><b class=x>secret") == "display-none");
    CHECK(with("div.a > .x{display:none}", "<div class=a><b class=x>secret") == "display-none");
    CHECK(with("/* c */ <!-- .x{display:none} -->", "<p class=x>secret") == "display-none");
    CHECK(with("@import url(a.css); .x{display:none}", "<p class=x>secret") == "display-none");
    CHECK(with("* {display:none}", "<p>secret") == "display-none");
    CHECK(why_hidden("<p class=x>secret</p><style>.x{display:none}</style>") == "display-none");

    CHECK(with(".x{display:none}", "<p class=xx>secret") == "");
    CHECK(with("div.a > .x{display:none}", "<div class=a><p><b class=x>secret") == "");
    CHECK(with("div.a .x{display:none}", "<div><b class=x>secret") == "");
    CHECK(with(".x:hover,.x[data-y],.a + .x,.x::before,u ~ div .x{display:none}", "<p class=x>secret") == "");
}

TEST_CASE("what a phone or a dark mode does is not hidden") {
    CHECK(
        why_hidden(
            "<style>@media (max-width:600px){.x{display:none!important}} .y{display:none}</style><p class=x>secret") ==
        "");
    CHECK(why_hidden("<style>@media (prefers-color-scheme:dark){body{color:#fff;} @media print{p{color:red}} "
                     "p{color:#fff}}</style><p>secret") == "");
    CHECK(why_hidden("<style media='only screen and (max-width:600px)'>.x{display:none}</style><p class=x>secret") ==
          "");
    CHECK(why_hidden("<style media=screen>.x{display:none}</style><p class=x>secret") == "display-none");
    CHECK(why_hidden("<style media='print, only screen'>.x{display:none}</style><p class=x>secret") == "display-none");
    CHECK(why_hidden("<style media='print'>.x{display:none}</style><p class=x>secret") == "");
    CHECK(why_hidden("<style>@media all{.x{display:none !important} p{margin:0}}</style><p class=x>secret") ==
          "display-none");
    CHECK(why_hidden("<style>@media only screen{@media ALL{.x{display:none}}}</style><p class=x>secret") ==
          "display-none");
    CHECK(why_hidden("<style>@media screen{@media print{.x{display:none}}}</style><p class=x>secret") == "");
    CHECK(why_hidden("<style>@media print,tv{.x{display:none}}</style><p class=x>secret") == "");
    CHECK(why_hidden("<style>@media screen{p{margin:0}} .x{display:none}</style><p class=x>secret") == "display-none");
    CHECK(parsed("<style media='(max-width:600px)'>p{color:red}</style>x").has_media_query);
    CHECK(parsed("<style>@media print{}</style>x").has_media_query);
    CHECK_FALSE(parsed("<style>.media{color:red}</style>x").has_media_query);
}

TEST_CASE("the cascade: important over inline over id over class over tag, later over earlier") {
    const auto with = [](const char* css, const char* body) {
        return why_hidden("<style>" + std::string(css) + "</style>" + body);
    };
    CHECK(with("p{display:none!important}", "<p style='display:block'>secret") == "display-none");
    CHECK(with("p{display:none}", "<p style='display:block'>secret") == "");
    CHECK(with("#a{display:block} .x{display:none}", "<p id=a class=x>secret") == "");
    CHECK(with(".x{display:block} p{display:none}", "<p class=x>secret") == "");
    CHECK(with("p{display:block} p{display:none}", "<p>secret") == "display-none");
    CHECK(with("p{color:#000}", "<p><font color=white>secret") == "colour");
    CHECK(with("font{color:#000}", "<p><font color=white>secret") == "");
    CHECK(with("p{display:block!important}", "<p style='display:none!important'>secret") == "display-none");
}

TEST_CASE("hidden text before all visible text of the body is a preheader") {
    const Document document = parsed(
        "<body><div style='display:none'>Your order&zwnj;&nbsp;&#847;</div>&nbsp;&zwnj;<div "
        "style='font-size:0'>ships</div><p>Hello</p>"
        "<div style='display:none'>secret</div>");
    CHECK(document.preheader().text().starts_with("Your order"));
    CHECK(document.preheader().text().find("ships") != std::string::npos);
    CHECK(document.hidden().text() == "secret");
    CHECK(document.visible().text().find("Hello") != std::string::npos);
    CHECK(document.visible().text().find("ships") == std::string::npos);
}

TEST_CASE("names of reasons and kinds") {
    CHECK(name(Hiding::none) == "");
    CHECK(name(Hiding::offscreen) == "offscreen");
    CHECK(name(Hiding::zero_box) == "zero-box");
    CHECK(name(ActiveKind::script) == "script");
    CHECK(name(ActiveKind::link_tag) == "link-tag");
}

TEST_CASE("a filter or content-visibility hides all that is inside") {
    CHECK(why_hidden("<p style='filter:opacity(0)'>secret") == "opacity");
    CHECK(why_hidden("<p style='filter:blur(1px) opacity(2%)'>secret") == "opacity");
    CHECK(why_hidden("<p style='filter:opacity(0.5)'>secret") == "");
    CHECK(why_hidden("<p style='filter:alpha(opacity=0)'>secret") == "");  // Internet Explorer's, long gone
    CHECK(why_hidden("<div style='content-visibility:hidden'><p style='visibility:visible'>secret") == "visibility");
    CHECK(why_hidden("<div style='content-visibility:auto'>secret") == "");
}

TEST_CASE("a transform hides by moving far away, or by turning to the edge") {
    for (const char* transform : {"translateX(-9999px)", "translate(0, -100em)", "translate3d(-600px,0,0)"})
        CHECK(why_hidden("<p style='transform:" + std::string(transform) + "'>secret") == "offscreen");
    for (const char* transform : {"rotateX(90deg)", "rotateY(-270deg)", "rotate(3deg) rotatex(0.25turn)"})
        CHECK(why_hidden("<p style='transform:" + std::string(transform) + "'>secret") == "zero-box");
    for (const char* transform : {"translate(-50%, -50%)", "translateX(-20px)", "translateZ(-999px)", "rotateX(45deg)",
                                  "rotate(90deg)", "rotateX(180deg)", "none", "translate(", "rotateX"})
        CHECK(why_hidden("<p style='transform:" + std::string(transform) + "'>secret") == "");
    CHECK(why_hidden("<b style='transform:rotateX(90deg)'>secret") == "");  // inline boxes are not transformed
}

TEST_CASE("letters put upon one another are not read") {
    CHECK(why_hidden("<div style='letter-spacing:-50px'><p>secret") == "offscreen");
    CHECK(why_hidden("<p style='letter-spacing:-1em'>secret") == "offscreen");
    CHECK(why_hidden("<div style='letter-spacing:-50px'><p style='letter-spacing:normal'>secret") == "");
    CHECK(why_hidden("<p style='letter-spacing:-0.5px'>secret") == "");
    CHECK(why_hidden("<p style='letter-spacing:3px'>secret") == "");
}

TEST_CASE("lines of no height hide where their box cuts off what sticks out") {
    CHECK(why_hidden("<p style='line-height:0;overflow:hidden'>secret") == "zero-box");
    CHECK(why_hidden("<div style='overflow:hidden'><p style='line-height:1px'>secret") == "zero-box");
    CHECK(why_hidden("<div style='overflow:hidden;line-height:0%'><b>secret") == "zero-box");
    CHECK(why_hidden("<p style='line-height:0'>secret") == "");
    CHECK(why_hidden("<p style='line-height:1;overflow:hidden'>secret") == "");
    CHECK(why_hidden("<p style='line-height:0;overflow:hidden;height:40px'>secret") == "");
    CHECK(why_hidden("<div style='line-height:0;overflow:hidden'><p style='line-height:20px'>secret") == "");
    CHECK(why_hidden("<span style='line-height:0;overflow:hidden'>secret") == "");
}

TEST_CASE("a template is never laid out; noscript is where no script runs") {
    CHECK(why_hidden("<p>x</p><template style='display:block'>secret</template>") == "display-none");
    CHECK(why_hidden("<p>x</p><noscript>secret</noscript>") == "");
}

TEST_CASE("an override turns letters round where the direction is from right to left") {
    const auto reversed = [](const std::string& html) {
        const Document document = parsed(html);
        for (const TextRun& run : document.runs)
            if (run.reversed) return document.text.text().substr(run.text.begin, run.text.size());
        return std::string();
    };
    CHECK(reversed("<p>a<p style='unicode-bidi:bidi-override;direction:rtl'>bc<p>d") == "bc\n");
    CHECK(reversed("a <bdo dir=rtl>b<i>c</i></bdo>") == "bc");
    CHECK(reversed("<div dir=rtl><span style='unicode-bidi:isolate-override'>bc</span></div>") == "bc");
    CHECK(reversed("<div style='unicode-bidi:bidi-override;direction:rtl'><p>bc</p></div>").empty());
    CHECK(reversed("<p dir=rtl>ab <bdo dir=ltr>c</bdo> <bdi dir=rtl>d</bdi>").empty());
    CHECK(reversed("<p style='unicode-bidi:embed;direction:rtl'>ab").empty());
}
