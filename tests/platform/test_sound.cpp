#include "app/platform/sound.h"
#include "tests/support/program.h"
#include "tests/support/scene.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>

using namespace unknot;

namespace {

/// The process that plays the sound, with no more than these in its environment.
tests::Finished play(std::map<std::string, std::string> environment) {
    const tests::TemporaryFolder home;
    environment["HOME"] = home.path();
    const auto begun = std::chrono::steady_clock::now();
    const tests::Finished finished = tests::run_program({platform::sound_argument}, environment);
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(5));
    CHECK(finished.out.empty());
    CHECK(finished.err.empty());
    return finished;
}

}  // namespace

TEST_CASE(
    "the end of the timer is the sound of a thing that is done in the desktop's theme, and over by itself",
    "[platform][sound]") {
    const tests::TemporaryFolder folder;
    const std::string played = folder.path() / "played";
    CHECK(play({{"LD_LIBRARY_PATH", UNKNOT_STAND_INS}, {"UNKNOT_CANBERRA", played}}).status == 0);
    CHECK(tests::content_of(played) == "application.name=Unknot\nmedia.role=event\nevent.id=complete\n");
}

TEST_CASE("without a sound server it is silent at once, with no word", "[platform][sound]") {
    CHECK(play({{"LD_LIBRARY_PATH", UNKNOT_STAND_INS}}).status == 1);
}

TEST_CASE("without the library it is silent at once, with no word", "[platform][sound]") {
    // Where the machine has the real one it finds no server here, or plays: neither says anything.
    CHECK(play({}).status <= 1);
}
