#include "app/platform/notification.h"
#include "app/platform/time_zone.h"
#include "app/platform/vigil.h"
#include "app/reminder/schedule.h"
#include "app/reminder/waiting.h"
#include "tests/support/fake_notifications.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <string>
#include <vector>

using namespace unknot;
using tests::FakeNotifications;

namespace {

/// A session in Berlin that ends at a moment; the clock goes on only while somebody waits.
struct FakeSession {
    explicit FakeSession(const std::string& begins, const std::string& ends)
        : now(*parse_iso_instant(begins)), end(*parse_iso_instant(ends)) {}

    platform::TimeZone zone{"Europe/Berlin"};
    Instant now;
    Instant end;
    std::vector<std::string> reminded;

    [[nodiscard]] reminder::WaitingHands hands() {
        return {[this] { return now; }, [this](const WallClock& clock) { return zone.resolve(clock); },
                [this](std::int64_t ms) {
                    now.utc_ms += ms;
                    now.offset_minutes = zone.offset_at(now.utc_ms);
                    return earlier(now, end);
                },
                [this] { reminded.push_back(to_iso(now)); }};
    }
};

std::int64_t system_ms() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

}  // namespace

TEST_CASE("whoever waits reminds each day at that time on the wall clock, also when the clock changes",
          "[reminder]") {
    FakeSession session("2026-03-28T06:00:00+01:00", "2026-03-30T20:00:00+02:00");
    reminder::wait_through_session(9 * 60, session.hands());
    CHECK(session.reminded == std::vector<std::string>{"2026-03-28T09:00:00+01:00",
                                                       "2026-03-29T09:00:00+02:00",
                                                       "2026-03-30T09:00:00+02:00"});
}

TEST_CASE("a time that the clock skips is reminded at an hour later", "[reminder]") {
    FakeSession session("2026-03-29T00:10:00+01:00", "2026-03-29T20:00:00+02:00");
    reminder::wait_through_session(2 * 60 + 30, session.hands());
    CHECK(session.reminded == std::vector<std::string>{"2026-03-29T03:30:00+02:00"});
}

TEST_CASE("a session that begins after the time, or sleeps past it, is reminded at once and once",
          "[reminder]") {
    FakeSession late("2026-03-07T11:00:00+01:00", "2026-03-07T23:00:00+01:00");
    reminder::wait_through_session(9 * 60, late.hands());
    CHECK(late.reminded == std::vector<std::string>{"2026-03-07T11:00:00+01:00"});

    FakeSession asleep("2026-03-07T08:00:00+01:00", "2026-03-07T23:00:00+01:00");
    auto hands = asleep.hands();
    hands.wait = [&, wait = hands.wait](std::int64_t ms) { return wait(ms + 3 * 3'600'000); };
    reminder::wait_through_session(9 * 60, hands);
    CHECK(asleep.reminded == std::vector<std::string>{"2026-03-07T12:00:00+01:00"});
}

TEST_CASE("a clock that somebody set is asked anew before anybody is reminded", "[reminder]") {
    FakeSession session("2026-03-07T08:00:00+01:00", "2026-03-07T23:00:00+01:00");
    auto hands = session.hands();
    int waits = 0;
    hands.wait = [&, wait = hands.wait](std::int64_t ms) { return ++waits == 1 ? wait(60'000) : wait(ms); };
    reminder::wait_through_session(9 * 60, hands);
    CHECK(session.reminded == std::vector<std::string>{"2026-03-07T09:00:00+01:00"});
}

TEST_CASE("a vigil wakes at its moment, is kept once in a session, and ends with the session",
          "[reminder][vigil]") {
    std::unique_ptr<platform::Vigil> vigil;
    {
        FakeNotifications bus(FakeNotifications::Then::nothing);
        auto begun = platform::Vigil::begin("arpa.home.unknot.Test");
        REQUIRE(begun);
        vigil = std::move(*begun);
        REQUIRE(vigil);
        CHECK(platform::vigil_is_kept("arpa.home.unknot.Test"));
        const auto second = platform::Vigil::begin("arpa.home.unknot.Test");
        REQUIRE(second);
        CHECK(*second == nullptr);

        const std::int64_t wanted = system_ms() + 300;
        CHECK(vigil->until(wanted) == platform::Woken::time);
        CHECK(system_ms() >= wanted);
        CHECK(vigil->until(system_ms() - 5000) == platform::Woken::time);  // slept past it
    }
    CHECK(vigil->until(system_ms() + 60'000) == platform::Woken::session_ended);
    CHECK_FALSE(platform::Vigil::begin("arpa.home.unknot.Test"));
}

TEST_CASE("a notification that nobody touches is still there when the waiting ends",
          "[reminder][notification]") {
    FakeNotifications bus(FakeNotifications::Then::nothing);
    auto shown = platform::Notification::show({"A check-in is due.", "Open"});
    REQUIRE(shown);
    CHECK((*shown)->wait(std::chrono::seconds(1)) == platform::NotificationEnd::still_there);
}

TEST_CASE("times of the day are read as people write them, and nothing else is", "[reminder]") {
    CHECK(reminder::minute_of("09:00") == 540);
    CHECK(reminder::minute_of("9:05") == 545);
    CHECK(reminder::minute_of("23:59") == 1439);
    CHECK(reminder::minute_of("00:00") == 0);
    for (const char* wrong :
         {"", "9", "24:00", "12:60", "9:5", "-1:00", "09:00 ", "009:00", "a:00", "09:0b"}) {
        CAPTURE(wrong);
        CHECK_FALSE(reminder::minute_of(wrong));
    }
}
