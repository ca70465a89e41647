#include "app/shell/kept_settings.h"
#include "app/shell/worker.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <chrono>
#include <fstream>

using namespace unknot;
using shell::Worker;

TEST_CASE("a worker does one thing after the other and delivers on the thread that asks", "[shell][worker]") {
    std::atomic<int> woken = 0;
    Worker worker([&] { ++woken; });
    std::vector<int> delivered;
    for (int i = 0; i < 5; ++i) {
        worker.add([&delivered, i]() -> Worker::Then { return [&delivered, i] { delivered.push_back(i); }; });
    }
    while (worker.busy()) {
        (void)worker.deliver();
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    CHECK(delivered == std::vector<int>{0, 1, 2, 3, 4});
    CHECK(woken == 5);
    CHECK_FALSE(worker.deliver());
}

TEST_CASE("a worker that ends finishes what it does and begins nothing more", "[shell][worker]") {
    std::atomic<bool> began = false;
    std::atomic<bool> finished = false;
    std::atomic<bool> second = false;
    {
        Worker worker([] {});
        worker.add([&]() -> Worker::Then {
            began = true;
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            finished = true;
            return [] {};
        });
        worker.add([&]() -> Worker::Then {
            second = true;
            return [] {};
        });
        while (!began) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }
    CHECK(finished);
    CHECK_FALSE(second);
}

TEST_CASE("settings that could not be understood are as at first, kept aside, and said",
          "[shell][settings]") {
    const tests::TemporaryFolder folder;
    std::ofstream(folder.path() / "settings.json") << "not what the program writes";
    shell::KeptSettings kept(folder.path());
    CHECK(kept.now() == settings::Settings{});
    CHECK_FALSE(kept.loaded().aside.empty());
    settings::Settings next;
    next.theme = settings::Theme::dark;
    REQUIRE(kept.change(next).ok());
    CHECK(shell::KeptSettings(folder.path()).now().theme == settings::Theme::dark);
    CHECK(kept.files().size() == 2);
}
