#pragma once

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace spamlint {

/// What a run of the real binary gave.
struct Run {
    int code = -1;
    std::string out, err;
};

/// A folder of its own for one test, gone afterwards.
class Workplace {
public:
    Workplace() {
        std::string pattern = (std::filesystem::temp_directory_path() / "spamlint-test-XXXXXX").string();
        REQUIRE(mkdtemp(pattern.data()) != nullptr);
        folder_ = pattern;
    }
    Workplace(const Workplace&) = delete;
    Workplace& operator=(const Workplace&) = delete;
    ~Workplace() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }

    void write(const std::string& name, const std::string& bytes) const {
        const auto path = folder_ / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << bytes;
    }
    std::string read(const std::string& name) const {
        std::ifstream in(folder_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }
    std::filesystem::path path(const std::string& name) const { return folder_ / name; }

    /// `spamlint ARGUMENTS` in this folder, by the shell; a plain environment with `variables` in front.
    Run run(const std::string& arguments, const std::string& input = "", const std::string& variables = "") const {
        return run_in(".", arguments, input, variables);
    }
    /// The same in a folder below.
    Run run_in(const std::string& below, const std::string& arguments, const std::string& input = "",
               const std::string& variables = "") const {
        write(".in", input);
        const int status = std::system(command(below, SPAMLINT_BINARY, arguments, variables).c_str());
        return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read(".out"), read(".err")};
    }

    /// The same as somebody whom permissions bind: where root runs the tests, as nobody, with a copy of the binary that
    /// nobody can reach.
    Run run_without_rights(const std::string& arguments) const {
        if (geteuid() != 0) return run(arguments);
        constexpr id_t nobody = 65534;
        write(".in", "");
        std::filesystem::permissions(folder_, std::filesystem::perms::all);
        std::filesystem::copy_file(SPAMLINT_BINARY, path("spamlint"));
        const pid_t child = fork();
        if (child == 0) {
            if (setgid(nobody) != 0 || setuid(nobody) != 0) _exit(125);
            const int status = std::system(command(".", path("spamlint").string(), arguments, "").c_str());
            _exit(WIFEXITED(status) ? WEXITSTATUS(status) : 125);
        }
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read(".out"), read(".err")};
    }

private:
    std::string command(const std::string& below, const std::string& binary, const std::string& arguments,
                        const std::string& variables) const {
        const std::string here = folder_.string() + "/";
        return "cd '" + here + below + "' && env -u LC_ALL -u LC_MESSAGES -u NO_COLOR -u CLICOLOR_FORCE LANG=C " +
               variables + " '" + binary + "' " + arguments + " <'" + here + ".in' >'" + here + ".out' 2>'" + here +
               ".err'";
    }

    std::filesystem::path folder_;
};

/// A mail without a fault worth a point, and a pack that finds one word in it.
inline const std::string clean_mail =
    "From: Anna Berg <anna@oakfield-library.org>\r\nTo: Tom Hill <tom@oakfield-library.org>\r\n"
    "Subject: Minutes of Tuesday\r\nDate: Tue, 24 Nov 2026 09:00:00 +0000\r\n"
    "Message-ID: <1@oakfield-library.org>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    "Hello Tom,\r\n\r\nplease find below what we agreed on Tuesday about the reading room.\r\n\r\nAnna\r\n";

inline std::string mail_with(const std::string& word) {
    std::string mail = clean_mail;
    return mail.insert(mail.find("reading room"), word + " ");
}

inline std::string pack(const std::string& rule = "") {
    return R"(pack: test/words
title: {en: Test, zh: 测试}
category: words
rules:
  - id: test-word
    title: {en: Says the test word, zh: 出现测试词}
    in: [text]
    any: [{words: [flibbertigibbet]}]
    points: 6
    cap: 6
    severity: warning
    why: {en: It is only a test., zh: 仅为测试。}
    fix: {en: Leave it out., zh: 删去。}
    references: [RFC 5322]
    examples: {hit: [flibbertigibbet], miss: [hello]}
)" + rule;
}

}  // namespace spamlint
