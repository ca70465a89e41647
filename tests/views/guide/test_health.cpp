#include "app/views/guide/health.h"

#include "tests/support/log_maker.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;
using namespace unknot::views;

namespace {

const Instant now = tests::moment("2026-11-21T12:00:00+01:00");

}  // namespace

TEST_CASE("an answer leaves the other health questions as they were", "[guide]") {
    const Profile profile = with_answer(Profile{}, HealthQuestion::fracture, false);
    CHECK(profile.denied == Conditions{Condition::fracture_history});
    CHECK(profile.conditions.empty());
    CHECK(answer_to(profile, HealthQuestion::clots) == std::nullopt);
    CHECK(answer_to(profile, HealthQuestion::fracture) == false);
    CHECK(answer_to(profile, HealthQuestion::thinners) == std::nullopt);
}

TEST_CASE("the question on clots asks for two conditions, and answers for both", "[guide]") {
    const Conditions both{Condition::blood_clot_history, Condition::clotting_condition};
    CHECK(with_answer(Profile{}, HealthQuestion::clots, false).denied == both);
    Profile yes = with_answer(Profile{}, HealthQuestion::clots, true);
    CHECK(yes.conditions == both);
    yes = with_kind(yes, Condition::clotting_condition);
    CHECK(yes.conditions == Conditions{Condition::blood_clot_history});
    CHECK(yes.denied.empty());
    CHECK(answer_to(yes, HealthQuestion::clots) == true);
    // Pressing the answer that stands changes nothing: the one taken away stays away.
    CHECK(with_answer(yes, HealthQuestion::clots, true) == yes);
}

TEST_CASE("half an answer on clots is not a no", "[guide]") {
    Profile profile;
    profile.denied = {Condition::blood_clot_history};
    CHECK(answer_to(profile, HealthQuestion::clots) == std::nullopt);
}

TEST_CASE("an answer can be taken back to not answered", "[guide]") {
    const Profile answered = with_answer(Profile{}, HealthQuestion::thinners, true);
    CHECK(with_answer(answered, HealthQuestion::thinners, std::nullopt) == Profile{});
}

TEST_CASE("a clinician's word covers the conditions noted then; a new one asks again", "[guide]") {
    Profile profile = with_answer(Profile{}, HealthQuestion::fracture, true);
    profile = with_clinicians_word(profile, now);
    CHECK(profile.clinician_ok());
    CHECK(profile.cleared_at == now);
    CHECK(uncovered(profile).empty());
    profile = with_answer(profile, HealthQuestion::thinners, true);
    CHECK_FALSE(profile.clinician_ok());
    CHECK(profile.cleared == Conditions{Condition::fracture_history});
    CHECK(uncovered(profile) == Conditions{Condition::blood_thinners});
}

TEST_CASE("a condition that was taken back and comes again is asked about again", "[guide]") {
    Profile profile = with_answer(Profile{}, HealthQuestion::fracture, true);
    profile = with_clinicians_word(profile, now);
    profile = with_answer(profile, HealthQuestion::fracture, false);
    CHECK(profile.cleared.empty());
    CHECK(profile.cleared_at == std::nullopt);
    profile = with_answer(profile, HealthQuestion::fracture, true);
    CHECK_FALSE(profile.clinician_ok());
}

TEST_CASE("a clinician's word without a condition covers nothing", "[guide]") {
    const Profile profile = with_clinicians_word(Profile{}, now);
    CHECK(profile == Profile{});
}
