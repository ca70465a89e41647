#include "app/domain/on_all_cores.h"

#include <catch2/catch_test_macros.hpp>

#include <stdexcept>

using namespace unknot;

TEST_CASE("work that is spread over the cores is done once each, all of it", "[domain]") {
    for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{500}}) {
        std::vector<std::atomic<int>> done(count);
        on_all_cores(count, [&](std::size_t i) { ++done[i]; });
        for (std::size_t i = 0; i < count; ++i) {
            CHECK(done[i] == 1);
        }
    }
}

TEST_CASE("what fails on one of the cores is not lost", "[domain]") {
    CHECK_THROWS_AS(on_all_cores(100,
                                 [](std::size_t i) {
                                     if (i == 57) {
                                         throw std::runtime_error("57");
                                     }
                                 }),
                    std::runtime_error);
}
