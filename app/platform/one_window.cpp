#include "app/platform/one_window.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <thread>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace unknot::platform {

namespace {

constexpr int peer_answers_within_ms = 2000;
constexpr std::size_t largest_packet = 65536;
constexpr char taken_answer = 'T';

struct Address {
    sockaddr_un name{};
    socklen_t size = 0;
};

/// An abstract name begins with a zero byte (unix(7)). It holds the user, as names are shared by all of them.
Address address_of(const std::string& key) {
    const std::string text = "unknot-" + std::to_string(::getuid()) + "-" + key;
    Address address;
    address.name.sun_family = AF_UNIX;
    const std::size_t length = std::min(text.size(), sizeof address.name.sun_path - 1);
    std::memcpy(address.name.sun_path + 1, text.data(), length);
    address.size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + length);
    return address;
}

bool is_of_this_user(int socket) {
    ucred peer{};
    socklen_t size = sizeof peer;
    return ::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == ::getuid();
}

bool is_readable(int descriptor) {
    pollfd wanted{descriptor, POLLIN, 0};
    int count = 0;
    while ((count = ::poll(&wanted, 1, peer_answers_within_ms)) < 0 && errno == EINTR) {
    }
    return count == 1;
}

/// Words on the way: each with a zero byte behind it.
Handed words_of(const char* bytes, std::size_t count) {
    Handed words;
    for (std::size_t begin = 0; begin < count;) {
        const std::string word(bytes + begin, ::strnlen(bytes + begin, count - begin));
        begin += word.size() + 1;
        words.push_back(word);
    }
    return words;
}

}  // namespace

struct OneOf::Impl {
    int listening = -1;
    int ending = -1;
    std::function<void(const Handed&)> handed;
    std::thread thread;

    ~Impl() {
        if (thread.joinable()) {
            const std::uint64_t one = 1;
            (void)!::write(ending, &one, sizeof one);
            thread.join();
        }
        ::close(listening);
        ::close(ending);
    }

    void take(int peer) const {
        // One packet is one thing: it comes whole or not at all.
        std::vector<char> packet(largest_packet);
        if (!is_of_this_user(peer) || !is_readable(peer)) {
            return;
        }
        const ssize_t count = ::recv(peer, packet.data(), packet.size(), 0);
        if (count > 0) {
            handed(words_of(packet.data(), static_cast<std::size_t>(count)));
            (void)!::send(peer, &taken_answer, 1, MSG_NOSIGNAL);
        }
    }

    void run() const {
        while (true) {
            std::array<pollfd, 2> wanted{{{listening, POLLIN, 0}, {ending, POLLIN, 0}}};
            if (::poll(wanted.data(), wanted.size(), -1) < 0) {
                continue;  // a signal
            }
            if (wanted[1].revents != 0) {
                return;
            }
            const int peer = ::accept4(listening, nullptr, nullptr, SOCK_CLOEXEC);
            if (peer >= 0) {
                take(peer);
                ::close(peer);
            }
        }
    }
};

OneOf::OneOf(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
OneOf::~OneOf() = default;

std::unique_ptr<OneOf> OneOf::become(const std::string& key, std::function<void(const Handed&)> handed) {
    constexpr int waiting_most = 8;
    auto impl = std::make_unique<Impl>();
    impl->handed = std::move(handed);
    impl->ending = ::eventfd(0, EFD_CLOEXEC);
    impl->listening = ::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
    const Address address = address_of(key);
    if (impl->ending < 0 || impl->listening < 0 ||
        ::bind(impl->listening, reinterpret_cast<const sockaddr*>(&address.name), address.size) != 0 ||
        ::listen(impl->listening, waiting_most) != 0) {
        return nullptr;
    }
    auto one = std::unique_ptr<OneOf>(new OneOf(std::move(impl)));
    one->impl_->thread = std::thread([held = one->impl_.get()] { held->run(); });
    return one;
}

bool hand_over(const std::string& key, const Handed& what) {
    std::string packet;
    for (const std::string& word : what) {
        packet += word + '\0';
    }
    if (packet.size() > largest_packet) {
        return false;
    }
    const int socket = ::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
    if (socket < 0) {
        return false;
    }
    const Address address = address_of(key);
    char answer = 0;
    const bool done =
        ::connect(socket, reinterpret_cast<const sockaddr*>(&address.name), address.size) == 0 &&
        is_of_this_user(socket) &&
        ::send(socket, packet.data(), packet.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(packet.size()) &&
        is_readable(socket) && ::recv(socket, &answer, 1, 0) == 1 && answer == taken_answer;
    ::close(socket);
    return done;
}

}  // namespace unknot::platform
