#include "app/platform/file_watch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <thread>

namespace unknot::platform {

struct FileWatch::Impl {
    int events = -1;  ///< inotify
    int stop = -1;    ///< written to when the watch ends
    std::string name;
    std::function<void()> changed;
    std::thread thread;

    /// True where one of the waiting events is about the file (or its journal, whose end is a commit's).
    [[nodiscard]] bool concerns_file() const {
        alignas(inotify_event) std::array<char, 4096> buffer{};
        const ssize_t size = read(events, buffer.data(), buffer.size());
        bool found = false;
        for (ssize_t at = 0; at < size;) {
            const auto* event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
            found = found || (event->len > 0 && std::string_view(event->name).starts_with(name));
            at += static_cast<ssize_t>(sizeof(inotify_event)) + event->len;
        }
        return found;
    }

    void run() const {
        std::array<pollfd, 2> waits{{{events, POLLIN, 0}, {stop, POLLIN, 0}}};
        while (poll(waits.data(), waits.size(), -1) >= 0 && (waits[1].revents & POLLIN) == 0) {
            if ((waits[0].revents & POLLIN) != 0 && concerns_file()) {
                changed();
            }
        }
    }
};

FileWatch::FileWatch(const std::filesystem::path& file, std::function<void()> changed)
    : impl_(std::make_unique<Impl>()) {
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
    impl_->name = file.filename().string();
    impl_->changed = std::move(changed);
    impl_->events = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    impl_->stop = eventfd(0, EFD_CLOEXEC);
    if (impl_->events < 0 || impl_->stop < 0 ||
        inotify_add_watch(impl_->events, folder.c_str(),
                          IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_TO | IN_MOVED_FROM) < 0) {
        return;
    }
    impl_->thread = std::thread([this] { impl_->run(); });
}

FileWatch::~FileWatch() {
    if (impl_->thread.joinable()) {
        const std::uint64_t one = 1;
        // An eventfd that is not full always takes it.
        [[maybe_unused]] const ssize_t written = write(impl_->stop, &one, sizeof one);
        impl_->thread.join();
    }
    if (impl_->events >= 0) {
        close(impl_->events);
    }
    if (impl_->stop >= 0) {
        close(impl_->stop);
    }
}

bool FileWatch::watching() const {
    return impl_->thread.joinable();
}

}  // namespace unknot::platform
