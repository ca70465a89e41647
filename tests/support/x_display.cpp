#include "tests/support/x_display.h"

#include "tests/support/checkers.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace unknot::tests {

namespace {

[[noreturn]] void run_server(const std::string& program, int tell) {
    const int nowhere = ::open("/dev/null", O_WRONLY);
    ::dup2(nowhere, STDERR_FILENO);
    const std::string descriptor = std::to_string(tell);
    ::execl(program.c_str(), "Xvfb", "-displayfd", descriptor.c_str(), "-screen", "0", "640x480x24",
            "-nolisten", "tcp", "-noreset", nullptr);
    ::_exit(127);
}

}  // namespace

XDisplay::XDisplay() {
    const std::string program = checker("Xvfb");
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) {
        throw std::runtime_error("no pipe");
    }
    server_ = ::fork();
    if (server_ == 0) {
        ::close(ends[0]);
        run_server(program, ends[1]);
    }
    ::close(ends[1]);
    std::string number;
    char c = 0;
    while (::read(ends[0], &c, 1) == 1 && c != '\n') {
        number += c;
    }
    ::close(ends[0]);
    if (number.empty()) {
        throw std::runtime_error("Xvfb did not start");
    }
    name_ = ":" + number;
    ::setenv("DISPLAY", name_.c_str(), 1);
}

XDisplay::~XDisplay() {
    ::unsetenv("DISPLAY");
    ::kill(server_, SIGTERM);
    ::waitpid(server_, nullptr, 0);
}

}  // namespace unknot::tests
