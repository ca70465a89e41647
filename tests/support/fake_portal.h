#pragma once

#include <cstdint>
#include <memory>

namespace unknot::tests {

/// A session bus of its own with a stand-in for the desktop's settings portal on it. While it lives, the
/// environment names this bus.
class FakePortal {
public:
    /// `color_scheme`, `text_factor`: what it answers first.
    FakePortal(std::uint32_t color_scheme, double text_factor);
    ~FakePortal();
    FakePortal(const FakePortal&) = delete;
    FakePortal& operator=(const FakePortal&) = delete;

    /// The user chooses otherwise: everybody who listens is told.
    void change_color_scheme(std::uint32_t value);
    void change_text_factor(double value);

    struct Impl;

private:
    std::unique_ptr<Impl> impl_;
};

}  // namespace unknot::tests
