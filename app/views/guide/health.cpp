#include "app/views/guide/health.h"

namespace unknot::views {

namespace {

Conditions without(Conditions all, Conditions removed) {
    return Conditions::from_bits(all.bits() & ~removed.bits());
}

/// The clinician's word covers no condition that is not noted any more.
Profile tidied(Profile profile) {
    profile.cleared = profile.cleared.intersected(profile.conditions);
    if (profile.cleared.empty()) {
        profile.cleared_at.reset();
    }
    return profile;
}

}  // namespace

Conditions asked_by(HealthQuestion question) {
    switch (question) {
        case HealthQuestion::clots: return {Condition::blood_clot_history, Condition::clotting_condition};
        case HealthQuestion::fracture: return {Condition::fracture_history};
        case HealthQuestion::thinners: return {Condition::blood_thinners};
    }
    return {};
}

std::optional<bool> answer_to(const Profile& profile, HealthQuestion question) {
    const Conditions asked = asked_by(question);
    if (!profile.conditions.intersected(asked).empty()) {
        return true;
    }
    return profile.denied.intersected(asked) == asked ? std::optional(false) : std::nullopt;
}

Profile with_answer(Profile profile, HealthQuestion question, std::optional<bool> answer) {
    if (answer == answer_to(profile, question)) {
        return profile;
    }
    const Conditions asked = asked_by(question);
    profile.conditions = without(profile.conditions, asked);
    profile.denied = without(profile.denied, asked);
    if (answer) {
        Conditions& noted = *answer ? profile.conditions : profile.denied;
        noted = noted.united(asked);
    }
    return tidied(profile);
}

Profile with_kind(Profile profile, Condition condition) {
    if (profile.conditions.contains(condition)) {
        profile.conditions.erase(condition);
    } else {
        profile.conditions.insert(condition);
    }
    profile.denied.erase(condition);
    return tidied(profile);
}

Profile with_clinicians_word(Profile profile, const Instant& now) {
    profile.cleared = profile.conditions;
    profile.cleared_at = now;
    return tidied(profile);
}

Profile without_clinicians_word(Profile profile) {
    profile.cleared = {};
    profile.cleared_at.reset();
    return profile;
}

Conditions uncovered(const Profile& profile) {
    return without(profile.conditions, profile.cleared);
}

}  // namespace unknot::views
