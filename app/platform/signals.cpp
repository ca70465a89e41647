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

/// Holds Ctrl+C back (SIG_BLOCK), or lets it through (SIG_UNBLOCK).
void set_held(int how) {
    sigset_t interrupt;
    sigemptyset(&interrupt);
    sigaddset(&interrupt, SIGINT);
    pthread_sigmask(how, &interrupt, nullptr);
}

}  // namespace

void handle_signals() {
    struct sigaction stop {};
    stop.sa_handler = end_at_once;
    sigaction(SIGINT, &stop, nullptr);
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
}

void let_interrupts_pass() {
    std::signal(SIGINT, SIG_IGN);
}

HeldInterrupt::HeldInterrupt() {
    set_held(SIG_BLOCK);
}

HeldInterrupt::~HeldInterrupt() {
    set_held(SIG_UNBLOCK);
}

void HeldInterrupt::forget() {
    sigset_t interrupt;
    sigemptyset(&interrupt);
    sigaddset(&interrupt, SIGINT);
    const timespec at_once{};
    (void)sigtimedwait(&interrupt, nullptr, &at_once);  // that none waits is no failure
}

bool HeldInterrupt::came() {
    sigset_t waiting;
    return sigpending(&waiting) == 0 && sigismember(&waiting, SIGINT) == 1;
}

}  // namespace unknot::platform
