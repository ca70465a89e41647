#include "app/platform/desktop_settings.h"
#include "tests/support/fake_portal.h"

#include <catch2/catch_test_macros.hpp>

#include <condition_variable>
#include <cstdlib>
#include <mutex>

using namespace unknot;
using platform::DesktopLook;
using platform::DesktopSettings;

namespace {

constexpr std::chrono::seconds patience{10};

/// Waits for what the desktop's settings tell from their own thread.
class Listener {
public:
    void told() {
        {
            const std::lock_guard lock(mutex_);
            ++times_;
        }
        changed_.notify_all();
    }
    /// True once it was told at least so often.
    [[nodiscard]] bool told_times(int times) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, patience, [&] { return times_ >= times; });
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int times_ = 0;
};

}  // namespace

TEST_CASE("the desktop's theme and text size are read at first and followed live", "[platform][portal]") {
    tests::FakePortal portal(1, 1.25);
    Listener listener;
    const DesktopSettings desktop([&] { listener.told(); });
    desktop.wait_for_first(patience);
    CHECK(desktop.look() == DesktopLook{true, 1.25});
    REQUIRE(listener.told_times(1));
    portal.change_color_scheme(2);
    REQUIRE(listener.told_times(2));
    CHECK(desktop.look() == DesktopLook{false, 1.25});
    portal.change_text_factor(1.5);
    REQUIRE(listener.told_times(3));
    CHECK(desktop.look() == DesktopLook{false, 1.5});
    portal.change_color_scheme(1);
    REQUIRE(listener.told_times(4));
    CHECK(desktop.look().dark);
}

TEST_CASE("a text size of the desktop that nobody could read is not followed", "[platform][portal]") {
    tests::FakePortal portal(0, 100);
    const DesktopSettings desktop([] {});
    desktop.wait_for_first(patience);
    CHECK(desktop.look() == DesktopLook{false, 3});
}

TEST_CASE("without a session bus the desktop has no wish, and nothing is waited for", "[platform][portal]") {
    ::unsetenv("DBUS_SESSION_BUS_ADDRESS");
    ::setenv("XDG_RUNTIME_DIR", "/nowhere", 1);
    const auto begin = std::chrono::steady_clock::now();
    const DesktopSettings desktop([] {});
    desktop.wait_for_first(patience);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(1));
    CHECK(desktop.look() == DesktopLook{});
    ::unsetenv("XDG_RUNTIME_DIR");
}

TEST_CASE("a bus that is named and does not answer counts as none", "[platform][portal]") {
    ::setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus", 1);
    const DesktopSettings desktop([] {});
    desktop.wait_for_first(patience);
    CHECK(desktop.look() == DesktopLook{});
    ::unsetenv("DBUS_SESSION_BUS_ADDRESS");
}
