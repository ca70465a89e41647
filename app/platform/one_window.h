#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace unknot::platform {

// A program that is there once for each thing it works on: who starts second hands over what was wanted, and
// ends. Over a socket of Linux's abstract names, which needs no bus and leaves no file; only processes of the
// same user are listened to, and believed.

/// What was handed over: a verb, and what goes with it.
using Handed = std::vector<std::string>;

/// Being the one of a key.
class OneOf {
public:
    /// `key`: letters and digits that name the thing. `handed` is called on another thread with what a later
    /// one hands over. Null where there is one of this key already, and where the system gives no socket.
    [[nodiscard]] static std::unique_ptr<OneOf> become(const std::string& key,
                                                       std::function<void(const Handed&)> handed);
    ~OneOf();
    OneOf(const OneOf&) = delete;
    OneOf& operator=(const OneOf&) = delete;

private:
    struct Impl;
    explicit OneOf(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// Hands something over to the one of this key. True where it took it; false where there is none, or it does
/// not answer within 2 s, or what is handed over is larger than 64 KiB.
[[nodiscard]] bool hand_over(const std::string& key, const Handed& what);

}  // namespace unknot::platform
