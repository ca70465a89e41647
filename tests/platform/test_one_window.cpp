#include "app/platform/one_window.h"
#include "app/shell/doorbell.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <filesystem>

using namespace unknot;
using platform::Handed;
using platform::OneOf;

TEST_CASE("the first of a key takes what the next ones hand over, whole and in order", "[platform][one]") {
    std::vector<Handed> taken;
    auto first = OneOf::become("test-one", [&](const Handed& handed) { taken.push_back(handed); });
    REQUIRE(first);
    CHECK(OneOf::become("test-one", [](const Handed&) {}) == nullptr);
    CHECK(platform::hand_over("test-one", {"show"}));
    CHECK(platform::hand_over("test-one", {"import", "/a b/log.json", "", "\u00e9"}));
    CHECK_FALSE(platform::hand_over("test-one", {std::string(70'000, 'x')}));
    first.reset();
    CHECK(taken == std::vector<Handed>{{"show"}, {"import", "/a b/log.json", "", "\u00e9"}});
    CHECK_FALSE(platform::hand_over("test-one", {"show"}));
    CHECK(OneOf::become("test-one", [](const Handed&) {}) != nullptr);
}

TEST_CASE("one log has one window by whatever path it is named, and another log has its own",
          "[shell][one]") {
    const tests::TemporaryFolder folder;
    const std::filesystem::path log = folder.path() / "log.db";
    std::filesystem::create_directory(folder.path() / "there");
    std::filesystem::create_directory_symlink(folder.path(), folder.path() / "link");
    shell::Doorbell first;
    shell::Doorbell second;
    shell::Doorbell other;
    std::atomic<int> woken = 0;
    first.wake_with([&] { ++woken; });
    REQUIRE(first.take(log, {"show"}));
    CHECK_FALSE(second.take(folder.path() / "there/../log.db", {"show"}));
    CHECK_FALSE(second.take(folder.path() / "link/log.db", {"today"}));
    CHECK(first.answer() == std::vector<Handed>{{"show"}, {"today"}});
    CHECK(woken == 2);
    CHECK(first.answer().empty());
    CHECK(other.take(folder.path() / "other.db", {"show"}));
    // The log moves: its window goes with it, and the old place is free.
    first.log_is(folder.path() / "moved.db");
    CHECK_FALSE(second.take(folder.path() / "moved.db", {"show"}));
    CHECK(second.take(log, {"show"}));
}
