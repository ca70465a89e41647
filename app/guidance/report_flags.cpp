#include "app/guidance/flags.h"
#include "app/guidance/rules.h"

#include <algorithm>

namespace unknot::guidance {

namespace {

constexpr Symptoms red_of_track{Symptom::numbness, Symptom::new_weakness, Symptom::radiating_pain,
                                Symptom::swelling, Symptom::rapidly_worse};
constexpr Symptoms red_of_person{Symptom::fever, Symptom::unwell};

Symptoms red_sensations(const Session& session) {
    Symptoms red;
    const Sensations felt = session.sensations.value_or(Sensations{});
    if (felt.contains(Sensation::numbness)) {
        red.insert(Symptom::numbness);
    }
    if (felt.contains(Sensation::new_weakness)) {
        red.insert(Symptom::new_weakness);
    }
    if (felt.contains(Sensation::radiating_pain)) {
        red.insert(Symptom::radiating_pain);
    }
    return red;
}

/// A report of warning signs.
struct Report {
    RecordId id;
    Instant at;
    Symptoms signs;
};

/// The flag that the latest report makes, with `checkins` as the possible answers. Silence never clears it.
std::optional<Flag> from_latest(const std::optional<Report>& latest,
                                const std::vector<std::shared_ptr<const CheckIn>>& checkins, LocalDay today) {
    if (!latest) {
        return std::nullopt;
    }
    Flag flag;
    flag.symptoms = latest->signs;
    flag.since = local_day(latest->at);
    flag.evidence.push_back(latest->id);
    const CheckIn* answer = nullptr;
    for (const auto& checkin : checkins) {
        const bool later = checkin->symptoms && checkin->at.utc_ms > latest->at.utc_ms &&
                           local_day(checkin->at) > *flag.since;
        if (later && (answer == nullptr || local_day(checkin->at) < local_day(answer->at))) {
            answer = checkin.get();
        }
    }
    if (answer == nullptr) {
        flag.code = FlagCode::red_flag;
        flag.tier = Tier::seek_care;
        flag.clears = {Clears::How::answer_on_later_day, std::nullopt, std::max(today, *flag.since + 1),
                       std::nullopt};
        return flag;
    }
    if (today - local_day(answer->at) > rules::red_flag_memory_days) {
        return std::nullopt;
    }
    flag.code = FlagCode::red_flag_recent;
    flag.tier = Tier::info;
    flag.evidence.push_back(answer->id);
    flag.clears = {Clears::How::time_only, std::nullopt, std::nullopt,
                   local_day(answer->at) + rules::red_flag_memory_days + 1};
    return flag;
}

/// One answer to a question about reasons to leave the area out.
struct Answer {
    Instant at;
    bool screening = false;
    Screenings screened;
    Symptoms symptoms;
    RecordId id;
};

std::vector<Answer> answers_of(const TrackRecords& records) {
    std::vector<Answer> answers;
    for (const auto& checkin : records.checkins) {
        if (checkin->symptoms) {
            answers.push_back({checkin->at, false, {}, *checkin->symptoms, checkin->id});
        }
    }
    for (const auto& session : records.sessions) {
        if (session->screening) {
            answers.push_back({session->started_at, true, *session->screening, {}, session->id});
        }
    }
    std::stable_sort(answers.begin(), answers.end(),
                     [](const Answer& a, const Answer& b) { return a.at.utc_ms < b.at.utc_ms; });
    return answers;
}

std::optional<Flag> profile_contraindication(const Profile& profile) {
    if (profile.conditions.empty() || profile.clinician_ok()) {
        return std::nullopt;
    }
    Flag flag;
    flag.code = FlagCode::contraindication;
    flag.tier = Tier::pause;
    flag.conditions = profile.conditions;
    flag.clears.how = Clears::How::clinician_said_fine;
    return flag;
}

}  // namespace

std::optional<Flag> pressure_too_high(const Replay& replay) {
    if (replay.days.empty()) {
        return std::nullopt;
    }
    const SessionDay& last = replay.days.back();
    constexpr Sensations too_hard{Sensation::held_breath, Sensation::tensed, Sensation::too_sharp};
    Flag flag;
    flag.code = FlagCode::pressure_too_high;
    flag.tier = Tier::ease_off;
    flag.since = last.day;
    flag.clears = {Clears::How::next_session_lighter, std::nullopt, last.day + 1, std::nullopt};
    for (const auto& session : last.sessions) {
        const Sensations felt = session->sensations.value_or(Sensations{}).intersected(too_hard);
        const bool five = session->pressure == PressureLevel::too_much;
        flag.sensations = flag.sensations.united(felt);
        flag.pressure_five = flag.pressure_five || five;
        if (five || !felt.empty()) {
            flag.evidence.push_back(session->id);
        }
    }
    return flag.evidence.empty() ? std::nullopt : std::optional(flag);
}

std::optional<Flag> contraindication(const TrackRecords& records, LocalDay today) {
    Screenings standing;
    std::vector<RecordId> evidence;
    std::optional<LocalDay> since;
    for (const Answer& answer : answers_of(records)) {
        const bool swollen =
            answer.symptoms.contains(Symptom::swelling) || answer.symptoms.contains(Symptom::warmth);
        Screenings named = standing;
        if (answer.screening) {
            named = answer.screened;
        } else if (swollen) {
            named.insert(Screening::swelling_warmth);
        } else {
            named.erase(Screening::swelling_warmth);  // the symptoms never ask about wounds or injuries
        }
        if (named.empty()) {
            evidence.clear();
            since.reset();
        } else if (named != standing || swollen || answer.screening) {
            evidence.push_back(answer.id);
            since = since ? since : std::optional(local_day(answer.at));
        }
        standing = named;
    }
    if (standing.empty()) {
        return std::nullopt;
    }
    Flag flag;
    flag.code = FlagCode::contraindication;
    flag.tier = Tier::pause;
    flag.since = since;
    flag.evidence = evidence;
    flag.screenings = standing;
    const bool only_swelling = standing == Screenings{Screening::swelling_warmth};
    flag.clears.how =
        only_swelling ? Clears::How::screening_or_symptoms_without : Clears::How::screening_without;
    flag.clears.from = today;
    return flag;
}

std::optional<Flag> red_flag(const TrackRecords& records, LocalDay today) {
    std::optional<Report> latest;
    const auto take = [&](const RecordId& id, const Instant& at, Symptoms signs) {
        if (!signs.empty() && (!latest || at.utc_ms >= latest->at.utc_ms)) {
            latest = Report{id, at, signs};
        }
    };
    for (const auto& checkin : records.checkins) {
        take(checkin->id, checkin->at, checkin->symptoms.value_or(Symptoms{}).intersected(red_of_track));
    }
    for (const auto& session : records.sessions) {
        take(session->id, session->started_at, red_sensations(*session));
    }
    return from_latest(latest, records.checkins, today);
}

std::optional<Flag> ongoing(const Replay& replay, LocalDay today) {
    std::vector<LocalDay> run;
    std::vector<EvidenceRating> ratings;
    for (const EvidenceRating& rating : replay.ratings) {
        if (rating.soreness.value() < rules::ongoing_least) {
            run.clear();
            ratings.clear();
            continue;
        }
        if (!run.empty() && rating.day - run.back() > rules::ongoing_gap_days) {
            run.clear();
            ratings.clear();
        }
        if (run.empty() || run.back() != rating.day) {
            run.push_back(rating.day);
        }
        ratings.push_back(rating);
    }
    if (run.size() < static_cast<std::size_t>(rules::ongoing_days) ||
        run.back() - run.front() < rules::ongoing_span_days || today - run.back() > rules::ongoing_gap_days) {
        return std::nullopt;
    }
    Flag flag;
    flag.code = FlagCode::ongoing;
    flag.tier = Tier::info;
    flag.since = run.front();
    flag.ratings = ratings;
    for (const EvidenceRating& rating : ratings) {
        flag.evidence.push_back(rating.record);
    }
    flag.clears = {Clears::How::later_rating_below, Soreness::of(rules::ongoing_least), today,
                   run.back() + rules::ongoing_gap_days + 1};
    return flag;
}

std::vector<Flag> whole_person_flags(const std::vector<std::shared_ptr<const CheckIn>>& checkins,
                                     const Profile& profile, LocalDay today) {
    std::vector<Flag> flags;
    if (auto flag = profile_contraindication(profile)) {
        flags.push_back(*flag);
    }
    std::optional<Report> latest;
    for (const auto& checkin : checkins) {
        const Symptoms signs = checkin->symptoms.value_or(Symptoms{}).intersected(red_of_person);
        if (!signs.empty() && (!latest || checkin->at.utc_ms >= latest->at.utc_ms)) {
            latest = Report{checkin->id, checkin->at, signs};
        }
    }
    if (auto flag = from_latest(latest, checkins, today)) {
        flags.push_back(*flag);
    }
    return flags;
}

void tidy_evidence(Flag& flag) {
    std::sort(flag.evidence.begin(), flag.evidence.end());
    flag.evidence.erase(std::unique(flag.evidence.begin(), flag.evidence.end()), flag.evidence.end());
}

}  // namespace unknot::guidance
