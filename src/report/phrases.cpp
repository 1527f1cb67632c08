#include "report/phrases.h"

#include <span>

namespace spamlint {
namespace {

constexpr Phrases english = {
    .profile = "profile: {}",
    .failed = "below the bar",
    .clean = "nothing to take off",
    .disguised = "disguised",
    .capped = "limit reached",
    .decoded = "decoded: ",
    .measured = "measured: ",
    .why = "Why: ",
    .fix = "Fix: ",
    .more = "… and {} more",
    .more_uncounted = "… and {} more, or more than that: counting ends here",
    .part = "part {}",
    .whole_message = "the message as a whole",
    .not_judged = "A message alone cannot show, so the score leaves out:",
    .one_message = "1 message",
    .many_messages = "{} messages",
    .all_pass = "all pass",
    .some_failed = "{} below the bar",
    .some_unread = "{} not read",
    .colon = ": ",
    .comma = ", ",
};

constexpr Phrases chinese = {
    .profile = "类型：{}",
    .failed = "未达标",
    .clean = "没有扣分",
    .disguised = "经过伪装",
    .capped = "已到扣分上限",
    .decoded = "解码后：",
    .measured = "实测：",
    .why = "原因：",
    .fix = "改法：",
    .more = "……另有 {} 处",
    .more_uncounted = "……另有至少 {} 处，其余未再列出",
    .part = "第 {} 部分",
    .whole_message = "整封邮件",
    .not_judged = "仅凭邮件本身看不出以下情况，评分不包括：",
    .one_message = "1 封邮件",
    .many_messages = "{} 封邮件",
    .all_pass = "全部达标",
    .some_failed = "{} 封未达标",
    .some_unread = "{} 个未能读取",
    .colon = "：",
    .comma = "，",
};

struct Title {
    std::string_view id, en, zh;
};

constexpr Title categories[] = {
    {"words", "Words", "用语"},
    {"subject", "Subject", "主题"},
    {"sender", "Sender", "发件人"},
    {"headers", "Header fields", "邮件头"},
    {"structure", "Structure", "邮件结构"},
    {"html", "HTML", "HTML"},
    {"links", "Links", "链接"},
    {"shape", "Shape of the whole mail", "邮件整体形态"},
    {"attachments", "Attachments", "附件"},
    {"leftovers", "Leftovers", "遗留内容"},
    {"disguise", "Disguise", "伪装"},
    {"compliance", "Compliance", "合规"},
};

constexpr Title places[] = {
    {"subject", "subject", "主题"},
    {"from-name", "sender's name", "发件人名称"},
    {"reply-to-name", "Reply-To name", "回复地址名称"},
    {"preheader", "preheader", "预览文字"},
    {"text", "text", "正文"},
    {"hidden", "hidden text", "隐藏文字"},
    {"outlook", "text for Outlook", "仅 Outlook 显示的文字"},
    {"link-text", "link text", "链接文字"},
    {"image-alt", "alt text of an image", "图片替代文字"},
    {"attachment-name", "attachment's name", "附件名"},
    {"title", "HTML title", "HTML 标题"},
    {"html", "HTML source", "HTML 源码"},
    {"header", "header field", "邮件头字段"},
    {"address", "address", "地址"},
    {"part", "part", "邮件部分"},
    {"attachment", "attachment", "附件"},
    {"archive-entry", "file in an archive", "压缩包内文件"},
    {"link", "link", "链接"},
    {"image", "image", "图片"},
    {"active", "active content", "活动内容"},
    {"anomaly", "malformed place", "格式异常处"},
    {"placeholder", "placeholder", "占位符"},
    {"comment", "comment", "注释"},
    {"message", "the message as a whole", "整封邮件"},
};

constexpr Title verdicts[] = {
    {"good", "good", "良好"},
    {"fair", "fair", "尚可"},
    {"at-risk", "at risk", "有风险"},
    {"spam", "likely spam", "很可能是垃圾邮件"},
};

constexpr Title severities[] = {
    {"error", "error", "错误"},
    {"warning", "warning", "警告"},
    {"info", "info", "提示"},
};

std::string title_of(std::span<const Title> titles, std::string_view id, std::string_view lang) {
    for (const Title& title : titles) {
        if (title.id == id) return std::string(lang == "zh" ? title.zh : title.en);
    }
    return std::string(id);
}

}  // namespace

const Phrases& phrases(std::string_view lang) {
    return lang == "zh" ? chinese : english;
}

std::string category_title(std::string_view category, std::string_view lang) {
    return title_of(categories, category, lang);
}
std::string place_title(std::string_view place, std::string_view lang) {
    return title_of(places, place, lang);
}
std::string verdict_title(std::string_view verdict, std::string_view lang) {
    return title_of(verdicts, verdict, lang);
}
std::string severity_title(std::string_view severity, std::string_view lang) {
    return title_of(severities, severity, lang);
}

}  // namespace spamlint
