#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace spamlint {

/// Languages in Latin letters; bit i of FunctionWord::languages is function_word_languages[i].
inline constexpr std::array<std::string_view, 13> function_word_languages = {"en", "de", "fr", "es", "pt", "it", "nl",
                                                                             "pl", "sv", "da", "tr", "id", "vi"};

/// A word so frequent that a few lines hold it, and the languages that use it.
struct FunctionWord {
    std::string_view word;
    std::uint16_t languages;
};

/// By the bytes of the word. They tell languages apart; nothing is judged by them.
inline constexpr FunctionWord function_words[] = {
    {"a", 144},      {"aan", 64},      {"aber", 2},     {"about", 1},     {"ada", 2048},    {"adalah", 2048},
    {"af", 512},     {"after", 1},     {"akan", 2048},  {"al", 40},       {"ale", 128},     {"all", 1},
    {"alla", 32},    {"alle", 32},     {"als", 66},     {"also", 1},      {"am", 2},        {"ama", 1024},
    {"an", 3},       {"ancak", 1024},  {"anche", 32},   {"and", 1},       {"anda", 2048},   {"any", 1},
    {"ao", 16},      {"aos", 16},      {"are", 1},      {"as", 17},       {"at", 513},      {"atau", 2048},
    {"att", 256},    {"até", 16},      {"au", 4},       {"auch", 2},      {"auf", 2},       {"aus", 2},
    {"aux", 4},      {"av", 256},      {"avec", 4},     {"be", 1},        {"been", 1},      {"bei", 2},
    {"bien", 4},     {"bij", 64},      {"bir", 1024},   {"bis", 2},       {"bisa", 2048},   {"bitte", 2},
    {"biz", 1024},   {"bizim", 1024},  {"bliver", 512}, {"bu", 1024},     {"but", 1},       {"by", 1},
    {"być", 128},    {"bạn", 4096},    {"can", 1},      {"ce", 4},        {"ces", 4},       {"cette", 4},
    {"che", 32},     {"cho", 4096},    {"chúng", 4096}, {"ci", 32},       {"co", 128},      {"com", 16},
    {"come", 32},    {"comme", 4},     {"como", 24},    {"con", 40},      {"cuando", 8},    {"czy", 128},
    {"các", 4096},   {"có", 4096},     {"của", 4096},   {"da", 1072},     {"daha", 1024},   {"dal", 32},
    {"dalam", 2048}, {"dalla", 32},    {"dan", 2112},   {"dans", 4},      {"dari", 2048},   {"das", 18},
    {"dass", 2},     {"dat", 64},      {"de", 1884},    {"degli", 32},    {"dei", 32},      {"del", 40},
    {"della", 32},   {"delle", 32},    {"dem", 2},      {"den", 770},     {"dengan", 2048}, {"depois", 16},
    {"der", 2},      {"des", 6},       {"desde", 8},    {"det", 768},     {"deze", 64},     {"değil", 1024},
    {"di", 2080},    {"die", 66},      {"diese", 2},    {"dieser", 2},    {"dieses", 2},    {"din", 768},
    {"dina", 256},   {"dine", 512},    {"dit", 576},    {"ditt", 256},    {"dla", 128},     {"do", 145},
    {"door", 64},    {"dos", 24},      {"du", 774},     {"durch", 2},     {"e", 48},        {"een", 64},
    {"ein", 2},      {"eine", 2},      {"einem", 2},    {"einer", 2},     {"el", 8},        {"ela", 16},
    {"ele", 16},     {"elle", 4},      {"eller", 768},  {"em", 16},       {"en", 1868},     {"entre", 24},
    {"er", 578},     {"era", 8},       {"es", 10},      {"essere", 32},   {"est", 4},       {"esta", 8},
    {"este", 8},     {"está", 24},     {"et", 516},     {"ett", 256},     {"eu", 16},       {"foi", 16},
    {"for", 513},    {"fra", 512},     {"from", 1},     {"från", 256},    {"fue", 8},       {"för", 256},
    {"für", 2},      {"geen", 64},     {"get", 1},      {"gibi", 1024},   {"gli", 32},      {"graag", 64},
    {"gracias", 8},  {"grazie", 32},   {"ha", 40},      {"haben", 2},     {"had", 1},       {"han", 768},
    {"har", 768},    {"has", 1},       {"hasta", 8},    {"hat", 2},       {"have", 1},      {"he", 1},
    {"hebben", 64},  {"heeft", 64},    {"hem", 1024},   {"her", 1537},    {"here", 1},      {"het", 64},
    {"hier", 66},    {"his", 1},       {"how", 1},      {"hvis", 512},    {"här", 256},     {"i", 897},
    {"ich", 130},    {"if", 1},        {"ihnen", 2},    {"ihr", 2},       {"ihre", 2},      {"ihren", 2},
    {"ik", 64},      {"ikke", 512},    {"il", 36},      {"ile", 1024},    {"ils", 4},       {"im", 2},
    {"in", 99},      {"ini", 2048},    {"inte", 256},   {"into", 1},      {"is", 65},       {"isso", 16},
    {"ist", 2},      {"it", 1},        {"its", 1},      {"itu", 2048},    {"için", 1024},   {"jag", 256},
    {"jak", 128},    {"je", 68},       {"jeg", 512},    {"jego", 128},    {"jest", 128},    {"jij", 64},
    {"jouw", 64},    {"juga", 2048},   {"just", 1},     {"już", 128},     {"já", 16},       {"kadar", 1024},
    {"kami", 2048},  {"kan", 832},     {"kann", 2},     {"ke", 2048},     {"khi", 4096},    {"không", 4096},
    {"która", 128},  {"które", 128},   {"który", 128},  {"können", 2},    {"la", 44},       {"las", 8},
    {"le", 44},      {"les", 4},       {"leur", 4},     {"lo", 40},       {"loro", 32},     {"los", 8},
    {"lub", 128},    {"là", 4096},     {"ma", 36},      {"maar", 64},     {"mais", 20},     {"man", 2},
    {"mas", 16},     {"me", 9},        {"med", 768},    {"meer", 64},     {"mehr", 2},      {"men", 768},
    {"merci", 4},    {"mesmo", 16},    {"met", 64},     {"mi", 40},       {"mit", 2},       {"mon", 4},
    {"more", 1},     {"może", 128},    {"muito", 16},   {"muy", 8},       {"my", 129},      {"más", 8},
    {"một", 4096},   {"na", 144},      {"naar", 64},    {"nach", 2},      {"nasz", 128},    {"nasze", 128},
    {"ne", 1028},    {"nel", 32},      {"nella", 32},   {"new", 1},       {"người", 4096},  {"những", 4096},
    {"nicht", 2},    {"nie", 128},     {"niet", 64},    {"no", 25},       {"noch", 2},      {"nog", 64},
    {"noi", 32},     {"non", 32},      {"nos", 28},     {"nossa", 16},    {"nosso", 16},    {"nostra", 32},
    {"nostro", 32},  {"not", 1},       {"notre", 4},    {"nous", 4},      {"nu", 768},      {"nuestra", 8},
    {"nuestro", 8},  {"nur", 2},       {"này", 4096},   {"não", 16},      {"när", 256},     {"når", 512},
    {"o", 184},      {"obrigado", 16}, {"och", 256},    {"också", 256},   {"od", 128},      {"oder", 2},
    {"of", 65},      {"og", 512},      {"også", 512},   {"olan", 1024},   {"olarak", 1024}, {"oleh", 2048},
    {"om", 832},     {"on", 1},        {"only", 1},     {"ons", 64},      {"ont", 4},       {"onze", 64},
    {"ook", 64},     {"op", 64},       {"or", 1},       {"oraz", 128},    {"os", 16},       {"ou", 20},
    {"our", 1},      {"out", 1},       {"over", 65},    {"pada", 2048},   {"pan", 128},     {"pani", 128},
    {"par", 4},      {"para", 24},     {"pas", 4},      {"państwa", 128}, {"pela", 16},     {"pelo", 16},
    {"per", 32},     {"pero", 8},      {"peut", 4},     {"più", 32},      {"please", 1},    {"plus", 4},
    {"po", 128},     {"pode", 16},     {"por", 24},     {"pour", 4},      {"przez", 128},   {"przy", 128},
    {"puede", 8},    {"può", 32},      {"på", 768},     {"quando", 16},   {"que", 28},      {"questa", 32},
    {"questo", 32},  {"qui", 4},       {"sa", 4},       {"sans", 4},      {"saya", 2048},   {"se", 60},
    {"sem", 16},     {"ser", 8},       {"ses", 4},      {"seu", 16},      {"seus", 16},     {"she", 1},
    {"si", 44},      {"sich", 2},      {"sie", 2},      {"sig", 768},     {"sin", 8},       {"sind", 2},
    {"siz", 1024},   {"sizin", 1024},  {"się", 128},    {"ska", 256},     {"skal", 512},    {"so", 3},
    {"sobre", 8},    {"som", 768},     {"son", 12},     {"sono", 32},     {"sonra", 1024},  {"sont", 4},
    {"su", 40},      {"sua", 48},      {"sudah", 2048}, {"suo", 32},      {"sur", 4},       {"sus", 8},
    {"são", 16},     {"så", 768},      {"só", 16},      {"są", 128},      {"ta", 128},      {"tak", 128},
    {"también", 8},  {"também", 16},   {"te", 200},     {"tej", 128},     {"telah", 2048},  {"ten", 128},
    {"than", 1},     {"that", 1},      {"the", 1},      {"their", 1},     {"them", 1},      {"then", 1},
    {"there", 1},    {"these", 1},     {"they", 1},     {"this", 1},      {"those", 1},     {"ti", 32},
    {"tidak", 2048}, {"til", 512},     {"till", 256},   {"to", 129},      {"todo", 8},      {"tot", 64},
    {"tout", 4},     {"trong", 4096},  {"tu", 8},       {"tua", 32},      {"tuo", 32},      {"twoje", 128},
    {"twój", 128},   {"tylko", 128},   {"tym", 128},    {"tôi", 4096},    {"tại", 4096},    {"từ", 4096},
    {"u", 64},       {"uit", 64},      {"um", 18},      {"uma", 16},      {"un", 44},       {"una", 40},
    {"und", 2},      {"une", 4},       {"uns", 2},      {"unser", 2},     {"unsere", 2},    {"untuk", 2048},
    {"up", 1},       {"us", 1},        {"usted", 8},    {"ustedes", 8},   {"uw", 64},       {"van", 64},
    {"var", 1792},   {"ve", 1024},     {"ved", 512},    {"veya", 1024},   {"vi", 768},      {"vid", 256},
    {"você", 16},    {"voi", 32},      {"von", 2},      {"voor", 64},     {"vor", 2},       {"vores", 512},
    {"vos", 4},      {"vostro", 32},   {"votre", 4},    {"vous", 4},      {"và", 4096},     {"vår", 256},
    {"vårt", 256},   {"với", 4096},    {"w", 128},      {"was", 1},       {"wat", 64},      {"we", 65},
    {"wenn", 2},     {"werden", 2},    {"were", 1},     {"what", 1},      {"when", 1},      {"which", 1},
    {"who", 1},      {"wie", 2},       {"wij", 64},     {"will", 1},      {"wir", 2},       {"wird", 2},
    {"with", 1},     {"worden", 64},   {"wordt", 64},   {"would", 1},     {"y", 8},         {"ya", 1032},
    {"yang", 2048},  {"you", 1},       {"your", 1},     {"z", 128},       {"za", 128},      {"ze", 128},
    {"zijn", 64},    {"zo", 64},       {"został", 128}, {"zu", 2},        {"zum", 2},       {"zur", 2},
    {"à", 16},       {"är", 256},      {"år", 256},     {"çok", 1024},    {"è", 32},        {"été", 4},
    {"être", 4},     {"über", 2},      {"đã", 4096},    {"được", 4096},   {"đến", 4096},    {"để", 4096},
    {"że", 128},
};

}  // namespace spamlint
