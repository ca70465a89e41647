#include "app/platform/signals.h"

#include <csignal>

#include <unistd.h>

namespace unknot::platform {

namespace {

constexpr int stopped_by_user = 130;

/// Long work must not have to ask whether to go on: what forgets to ask would go on. _exit is one of the few
/// calls that a signal handler may make.
void end_at_once(int /*signal*/) {
    _exit(stopped_by_user);
}

}  // namespace

void handle_signals() {
    struct sigaction stop {};
    stop.sa_handler = end_at_once;
    sigaction(SIGINT, &stop, nullptr);
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
}

}  // namespace unknot::platform
