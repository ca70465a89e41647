#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace unknot::tests {

/// A session bus of its own with a stand-in on it for what shows notifications. While it lives, the
/// environment names this bus.
class FakeNotifications {
public:
    /// What the user does with each notification as soon as it is shown.
    enum class Then { press, close, nothing };

    explicit FakeNotifications(Then then);
    ~FakeNotifications();
    FakeNotifications(const FakeNotifications&) = delete;
    FakeNotifications& operator=(const FakeNotifications&) = delete;

    struct Shown {
        std::string program, title, body;
        std::vector<std::string> actions;
    };
    /// What was shown so far.
    [[nodiscard]] std::vector<Shown> shown() const;

    /// For a program's environment.
    [[nodiscard]] std::string address() const;

    struct Impl;

private:
    std::unique_ptr<Impl> impl_;
};

}  // namespace unknot::tests
