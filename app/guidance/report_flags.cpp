#include "app/guidance/flags.h"
#include "app/guidance/reports.h"
#include "app/guidance/rules.h"

#include <algorithm>

namespace unknot::guidance {

namespace {

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

}  // namespace

SignReports reports_of_track() {
    return SignReports({Symptom::numbness, Symptom::new_weakness, Symptom::radiating_pain, Symptom::swelling,
                        Symptom::rapidly_worse});
}

SignReports reports_of_person() {
    return SignReports({Symptom::fever, Symptom::unwell});
}

void SignReports::report(const Report& report) {
    latest_ = report;
    answer_.reset();
}

void SignReports::take(const CheckIn& checkin) {
    if (!checkin.symptoms) {
        return;
    }
    const Report heard{&checkin.id, checkin.at, checkin.symptoms->intersected(signs_)};
    if (!heard.signs.empty()) {
        report(heard);
        return;
    }
    const bool later =
        latest_ && heard.at.utc_ms > latest_->at.utc_ms && local_day(heard.at) > local_day(latest_->at);
    if (later && (!answer_ || local_day(heard.at) < local_day(answer_->at))) {
        answer_ = heard;
    }
}

void SignReports::take(const Session& session) {
    const Symptoms felt = red_sensations(session).intersected(signs_);
    if (!felt.empty()) {
        report({&session.id, session.started_at, felt});
    }
}

std::optional<Flag> SignReports::flag(Look& look) const {
    if (!latest_) {
        return std::nullopt;
    }
    Flag flag;
    flag.symptoms = latest_->signs;
    flag.since = local_day(latest_->at);
    flag.evidence.push_back(*latest_->record);
    if (!answer_) {
        flag.code = FlagCode::red_flag;
        flag.tier = Tier::seek_care;
        flag.clears = {Clears::How::answer_on_later_day, std::nullopt,
                       std::max(look.today(), *flag.since + 1), std::nullopt};
        return flag;
    }
    const LocalDay answered = local_day(answer_->at);
    if (look.more_than(rules::red_flag_memory_days, answered)) {
        return std::nullopt;
    }
    flag.code = FlagCode::red_flag_recent;
    flag.tier = Tier::info;
    flag.evidence.push_back(*answer_->record);
    flag.clears = {Clears::How::time_only, std::nullopt, std::nullopt,
                   answered + rules::red_flag_memory_days + 1};
    return flag;
}

void LeaveOutReasons::take(const CheckIn& checkin) {
    if (!checkin.symptoms) {
        return;
    }
    const bool swollen =
        checkin.symptoms->contains(Symptom::swelling) || checkin.symptoms->contains(Symptom::warmth);
    Screenings named = standing_;
    if (swollen) {
        named.insert(Screening::swelling_warmth);
    } else {
        named.erase(Screening::swelling_warmth);  // the symptoms never ask about wounds or injuries
    }
    stand(named, checkin.id, local_day(checkin.at), swollen);
}

void LeaveOutReasons::take(const Session& session) {
    if (session.screening) {
        stand(*session.screening, session.id, local_day(session.started_at), true);
    }
}

void LeaveOutReasons::stand(Screenings named, const RecordId& record, LocalDay day, bool names_it) {
    if (named.empty()) {
        evidence_.clear();
        since_.reset();
    } else if (named != standing_ || names_it) {
        evidence_.push_back(&record);
        since_ = since_ ? since_ : std::optional(day);
    }
    standing_ = named;
}

std::optional<Flag> LeaveOutReasons::flag(const Look& look) const {
    if (standing_.empty()) {
        return std::nullopt;
    }
    Flag flag;
    flag.code = FlagCode::contraindication;
    flag.tier = Tier::pause;
    flag.since = since_;
    if (look.explains()) {
        cite(flag, evidence_);
    }
    flag.screenings = standing_;
    const bool only_swelling = standing_ == Screenings{Screening::swelling_warmth};
    flag.clears.how =
        only_swelling ? Clears::How::screening_or_symptoms_without : Clears::How::screening_without;
    flag.clears.from = look.today();
    return flag;
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

std::optional<Flag> pressure_too_high(const std::optional<SessionDay>& last) {
    if (!last) {
        return std::nullopt;
    }
    constexpr Sensations too_hard{Sensation::held_breath, Sensation::tensed, Sensation::too_sharp};
    Flag flag;
    flag.code = FlagCode::pressure_too_high;
    flag.tier = Tier::ease_off;
    flag.since = last->day;
    flag.clears = {Clears::How::next_session_lighter, std::nullopt, last->day + 1, std::nullopt};
    for (const Session* session : last->sessions) {
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

void cite(Flag& flag, const RecordRefs& records) {
    for (const RecordId* record : records) {
        flag.evidence.push_back(*record);
    }
}

void tidy_evidence(Flag& flag) {
    std::sort(flag.evidence.begin(), flag.evidence.end());
    flag.evidence.erase(std::unique(flag.evidence.begin(), flag.evidence.end()), flag.evidence.end());
}

}  // namespace unknot::guidance
