#include "tests/support/program.h"

#include "tests/support/temporary_log.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace unknot::tests {

namespace {

std::string content_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (std::string& text : texts) {
        pointers.push_back(text.data());
    }
    pointers.push_back(nullptr);
    return pointers;
}

}  // namespace

namespace {

/// Runs "timeout" with these words, which ends the program named in them when its time is over.
Finished run_words(std::vector<std::string> words, const std::map<std::string, std::string>& environment) {
    const TemporaryFolder folder;
    std::vector<std::string> variables;
    if (!environment.contains("PATH")) {
        variables.emplace_back("PATH=/usr/bin:/bin");
    }
    for (const auto& [name, value] : environment) {
        variables.push_back(name + "=" + value);
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    const std::string out = folder.path() / "out";
    const std::string err = folder.path() / "err";
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_WRONLY | O_CREAT, 0600);
    posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), O_WRONLY | O_CREAT, 0600);
    pid_t child = 0;
    const int error = posix_spawnp(&child, "timeout", &actions, nullptr, pointers_to(words).data(),
                                   pointers_to(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) {
        throw std::runtime_error("the program could not be started");
    }
    int status = 0;
    waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), content_of(out),
            content_of(err)};
}

Finished run_behind(std::vector<std::string> words, const std::vector<std::string>& arguments,
                    const std::map<std::string, std::string>& environment) {
    words.emplace_back(UNKNOT_PROGRAM);
    words.insert(words.end(), arguments.begin(), arguments.end());
    return run_words(std::move(words), environment);
}

}  // namespace

Finished run_command(const std::vector<std::string>& words,
                     const std::map<std::string, std::string>& environment) {
    std::vector<std::string> all{"timeout", "30"};
    all.insert(all.end(), words.begin(), words.end());
    return run_words(std::move(all), environment);
}

Finished run_program(const std::vector<std::string>& arguments,
                     const std::map<std::string, std::string>& environment) {
    return run_behind({"timeout", "30"}, arguments, environment);
}

Finished interrupt_program(const std::vector<std::string>& arguments,
                           const std::map<std::string, std::string>& environment, int after_ms) {
    // --preserve-status: what the program says of itself, not that timeout had to end it. A program that does
    // not heed the signal is killed, which is another status.
    const std::string after = std::to_string(after_ms / 1000.0);
    return run_behind({"timeout", "--preserve-status", "--signal=INT", "--kill-after=10", after}, arguments,
                      environment);
}

}  // namespace unknot::tests
