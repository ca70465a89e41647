#include "app/platform/programs.h"

#include "app/platform/environment.h"
#include "app/platform/session_bus.h"
#include "app/platform/sync_folder.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace unknot::platform {

namespace {

std::vector<char*> pointers_to(std::vector<std::string>& words) {
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (std::string& word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
    return pointers;
}

/// In the child: nothing but calls that are safe between fork and exec. Ends it.
[[noreturn]] void become(char* const* words, int report) {
    ::setsid();
    // Its parent ends at once: init looks after it.
    if (::fork() != 0) {
        ::_exit(0);
    }
    const int nothing = ::open("/dev/null", O_RDWR);
    for (int descriptor = 0; nothing >= 0 && descriptor <= 2; ++descriptor) {
        ::dup2(nothing, descriptor);
    }
    ::execvp(words[0], words);
    const int number = errno;
    (void)!::write(report, &number, sizeof number);
    ::_exit(1);
}

}  // namespace

std::filesystem::path this_program() {
    std::error_code unreadable;
    return std::filesystem::read_symlink("/proc/self/exe", unreadable);
}

bool is_on_path(const std::string& program) {
    return Text(g_find_program_in_path(program.c_str())) != nullptr;
}

Result<Done, std::string> run_to_end(const std::vector<std::string>& words) {
    std::vector<std::string> own = words;
    std::vector<char*> pointers = pointers_to(own);
    char* out = nullptr;
    char* err = nullptr;
    GError* raw = nullptr;
    int status = 0;
    const bool ran = g_spawn_sync(nullptr, pointers.data(), nullptr, G_SPAWN_SEARCH_PATH, nullptr, nullptr,
                                  &out, &err, &status, &raw) != FALSE;
    const Text held_out(out);
    const Text held_err(err);
    const bool good = ran && g_spawn_check_wait_status(status, &raw) != FALSE;
    const Error error(raw);
    if (good) {
        return Done{};
    }
    std::string said = held_err ? std::string(g_strstrip(held_err.get())) : std::string();
    said.erase(0, said.rfind('\n') + 1);
    return Failed{said.empty() ? std::string(error->message) : said};
}

Result<Done, std::string> start_apart(const std::vector<std::string>& words) {
    std::vector<std::string> own = words;
    std::vector<char*> pointers = pointers_to(own);
    int report[2];  // closed by a successful exec; else the child says why
    if (::pipe2(report, O_CLOEXEC) != 0) {
        return system_words(errno);
    }
    const pid_t child = ::fork();
    if (child == 0) {
        become(pointers.data(), report[1]);
    }
    const int fork_error = errno;
    ::close(report[1]);
    int number = child < 0 ? fork_error : 0;
    if (child > 0) {
        ssize_t count = 0;
        while ((count = ::read(report[0], &number, sizeof number)) < 0 && errno == EINTR) {
        }
        number = count > 0 ? number : 0;
        while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    ::close(report[0]);
    if (number != 0) {
        return system_words(number);
    }
    return Done{};
}

}  // namespace unknot::platform
