#include "app/platform/picture_clipboard.h"

#include "app/platform/x_selection.h"

#include <array>
#include <atomic>
#include <chrono>
#include <thread>
#include <utility>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace unknot::platform {

namespace {

/// How long a clipboard manager may take at the end. The window is gone by then.
constexpr std::chrono::milliseconds manager_patience{1000};

}  // namespace

/// Owns the clipboard on a thread of its own.
class PictureClipboard::Owner {
public:
    explicit Owner(std::vector<ClipboardForm> forms) : selection_(std::move(forms), problem_) {
        if (problem_.empty() && !selection_.take()) {
            problem_ = "the display gave the clipboard to another program";
        }
        if (problem_.empty()) {
            thread_ = std::thread([this] { run(); });
        }
    }
    ~Owner() {
        const std::uint64_t one = 1;
        (void)!::write(ending_, &one, sizeof one);
        if (thread_.joinable()) {
            thread_.join();
        }
        ::close(ending_);
    }
    Owner(const Owner&) = delete;
    Owner& operator=(const Owner&) = delete;

    /// Empty where the clipboard is ours.
    [[nodiscard]] const std::string& problem() const { return problem_; }

    /// At its end it hands over what it has.
    void hand_over_at_end() { hand_over_ = true; }

private:
    void run() {
        // Asked before each wait: replies that were waited for may have brought events along.
        while (selection_.answer_all()) {
            std::array<pollfd, 2> wanted{{{selection_.descriptor(), POLLIN, 0}, {ending_, POLLIN, 0}}};
            (void)::poll(wanted.data(), wanted.size(), -1);  // a signal ends it early, which does no harm
            if (wanted[1].revents != 0) {
                if (hand_over_) {
                    hand_over();
                }
                return;
            }
        }
    }

    void hand_over() {
        using Clock = std::chrono::steady_clock;
        if (!selection_.ask_manager()) {
            return;
        }
        const auto end = Clock::now() + manager_patience;
        while (selection_.answer_all() && !selection_.manager_is_done() && Clock::now() < end) {
            pollfd wanted{selection_.descriptor(), POLLIN, 0};
            (void)::poll(&wanted, 1, 50);
        }
    }

    std::string problem_;
    XSelection selection_;
    int ending_ = ::eventfd(0, EFD_CLOEXEC);
    std::atomic<bool> hand_over_ = false;
    std::thread thread_;  ///< last: it uses the others
};

PictureClipboard::PictureClipboard() = default;

PictureClipboard::~PictureClipboard() {
    if (owner_) {
        owner_->hand_over_at_end();
    }
}

Result<Done, std::string> PictureClipboard::put(std::vector<ClipboardForm> forms) {
    // The new one takes the clipboard from the old one, which then ends by itself or is ended.
    auto owner = std::make_unique<Owner>(std::move(forms));
    if (!owner->problem().empty()) {
        return Failed{owner->problem()};
    }
    owner_ = std::move(owner);
    return Done{};
}

}  // namespace unknot::platform
