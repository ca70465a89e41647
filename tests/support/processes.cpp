#include "tests/support/processes.h"

#include <string>

#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

namespace unknot::tests {

namespace {

constexpr int good = 0;
constexpr int bad = 1;
constexpr int forbidden = 77;
constexpr unsigned nobody = 65534;

int status_of(int process) {
    int status = 0;
    if (process < 0 || waitpid(process, &status, 0) != process || !WIFEXITED(status)) {
        return bad;
    }
    return WEXITSTATUS(status);
}

/// _exit: the test runner's own clean-up must not run twice.
int start(const std::function<int()>& work) {
    const pid_t process = fork();
    if (process == 0) {
        int status = bad;
        try {
            status = work();
        } catch (...) {  // a failed REQUIRE is no std::exception; it must not run on into the other tests
            status = bad;
        }
        _exit(status);
    }
    return process;
}

}  // namespace

int start_process(const std::function<bool()>& work) {
    return start([&] { return work() ? good : bad; });
}

bool finished(int process) {
    return status_of(process) == good;
}

bool in_a_process(const std::function<bool()>& work) {
    return finished(start_process(work));
}

bool as_a_plain_user(const std::function<bool()>& work) {
    return in_a_process([&] {
        const bool dropped = getuid() != 0 || (setgid(nobody) == 0 && setuid(nobody) == 0);
        return dropped && work();
    });
}

Ran on_a_small_disk(const std::filesystem::path& folder, int kilobytes, const std::function<bool()>& work) {
    const int process = start([&] {
        const std::string size = "size=" + std::to_string(kilobytes) + "k";
        if (unshare(CLONE_NEWNS) != 0 || mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
            mount("tmpfs", folder.c_str(), "tmpfs", MS_NOSUID | MS_NODEV, size.c_str()) != 0) {
            return forbidden;
        }
        return work() ? good : bad;
    });
    const int status = status_of(process);
    return status == forbidden ? Ran::not_permitted : status == good ? Ran::yes : Ran::no;
}

}  // namespace unknot::tests
