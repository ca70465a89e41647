#include "app/platform/open_with.h"

#include "app/platform/environment.h"

#include <array>
#include <cerrno>
#include <system_error>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace unknot::platform {

namespace {

bool on_path(const std::string& program) {
    const std::string folders = environment("PATH").value_or("/usr/bin:/bin");
    std::size_t begin = 0;
    while (begin <= folders.size()) {
        const std::size_t end = std::min(folders.find(':', begin), folders.size());
        const std::string file = folders.substr(begin, end - begin) + "/" + program;
        if (::access(file.c_str(), X_OK) == 0) {
            return true;
        }
        begin = end + 1;
    }
    return false;
}

}  // namespace

Result<Done, std::string> open_with_desktop(const std::filesystem::path& path) {
    if (!on_path("xdg-open")) {
        return Failed{std::string("xdg-open is not installed")};
    }
    // The shell in between ends at once, so that nobody is left to be waited for; the path is an argument and
    // never part of the command.
    std::string shell = "sh";
    std::string run = "-c";
    std::string command = "xdg-open \"$0\" >/dev/null 2>&1 </dev/null &";
    std::string argument = std::filesystem::absolute(path).string();
    const std::array<char*, 5> arguments{shell.data(), run.data(), command.data(), argument.data(), nullptr};
    pid_t child = 0;
    if (const int error = ::posix_spawn(&child, "/bin/sh", nullptr, nullptr, arguments.data(), environ);
        error != 0) {
        return Failed{std::generic_category().message(error)};
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return Done{};
}

}  // namespace unknot::platform
