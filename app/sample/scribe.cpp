#include "app/sample/scribe.h"

#include <algorithm>
#include <array>

namespace unknot::sample {

namespace {

/// Marks a text for the translations; it is looked up when it is written.
constexpr std::string_view N_(std::string_view text) {
    return text;
}

constexpr std::array<std::string_view, 5> tools{N_("Massage ball"), N_("Foam roller"), N_("Hands"),
                                                N_("Massage gun"), N_("Hook")};
constexpr std::array<std::string_view, 8> session_notes{
    N_("After a long day at the desk."),
    N_("A knot near the edge, slowly softer."),
    N_("Short one before bed."),
    N_("After the run."),
    N_("Tender at first, then it let go."),
    N_("Warm shower before."),
    N_("Slept badly, kept it gentle."),
    N_("Carried boxes all afternoon."),
};
constexpr std::array<std::string_view, 5> rating_notes{
    N_("Stiff when getting up."),      N_("Only when turning the head."), N_("Gone after walking around."),
    N_("Feels bruised when touched."), N_("Better than yesterday."),
};
constexpr std::array<int, 6> durations_s{120, 180, 240, 300, 420, 600};

template <std::size_t count>
std::string one_of(const std::array<std::string_view, count>& texts, Dice& dice,
                   const words::Catalogue& words) {
    return std::string(words.text(texts.at(static_cast<std::size_t>(dice.roll(static_cast<int>(count))))));
}

}  // namespace

Scribe::Scribe(std::uint64_t seed, const Instant& as_of, const words::Catalogue& words)
    : dice_(seed), as_of_(as_of), words_(words) {}

void Scribe::begin_day(LocalDay day) {
    day_ = day;
    evening_ = 19 * 60 + dice_.roll(90);
}

Instant Scribe::at(int minute_of_day) {
    return instant_at(
        WallClock{calendar_date(day_), minute_of_day / 60, minute_of_day % 60, dice_.roll(60), 0},
        as_of_.offset_minutes);
}

/// Mostly within minutes; now and then somebody fills in the days before.
Instant Scribe::entered_after(const Instant& moment) {
    const Instant late = plus_seconds(moment, dice_.between(2, 4) * 86'400LL);
    if (dice_.chance(3) && late.utc_ms < as_of_.utc_ms) {
        return late;
    }
    return plus_seconds(moment, dice_.between(5, 90));
}

RecordId Scribe::new_id(const Instant& entered) {
    std::array<std::uint8_t, 10> random{};
    for (std::uint8_t& byte : random) {
        byte = static_cast<std::uint8_t>(dice_.roll(256));
    }
    return make_record_id(entered.utc_ms, random);
}

void Scribe::write(const Slot& slot, const Step& step, bool ordinary, Batch& batch) {
    if (step.session) {
        write_session(slot, step, ordinary, batch);
    } else {
        write_rating(slot, step, ordinary, batch);
    }
}

void Scribe::write_session(const Slot& slot, const Step& step, bool ordinary, Batch& batch) {
    Session session;
    session.area = slot.area;
    session.side = slot.side;
    session.started_at = at(std::min(evening_, 23 * 60 + 30));
    session.pressure = pressure_level(step.pressure).value_or(PressureLevel::light);
    const int duration_s = durations_s[static_cast<std::size_t>(dice_.roll(6))];
    evening_ += duration_s / 60 + 2;
    if (!dice_.chance(8)) {
        session.duration = Duration::of_seconds(duration_s);
    }
    session.soreness_before = step.soreness ? Soreness::of(*step.soreness) : std::nullopt;
    session.sensations = step.sensations;
    session.screening = step.screening;
    if (ordinary && dice_.chance(50)) {
        session.sensations = Sensations{};
    }
    if (ordinary && dice_.chance(40)) {
        session.screening = Screenings{};
    }
    if (dice_.chance(45)) {
        session.tool = one_of(tools, dice_, words_);
    }
    if (dice_.chance(12)) {
        session.note = one_of(session_notes, dice_, words_);
    }
    session.entered_at = entered_after(plus_seconds(session.started_at, duration_s));
    session.id = new_id(*session.entered_at);
    batch.sessions.push_back(std::move(session));
}

void Scribe::write_rating(const Slot& slot, const Step& step, bool ordinary, Batch& batch) {
    CheckIn checkin;
    checkin.area = slot.area;
    checkin.side = slot.side;
    checkin.at = at(6 * 60 + 40 + dice_.roll(140));
    checkin.soreness = step.soreness ? Soreness::of(*step.soreness) : std::nullopt;
    checkin.symptoms = step.symptoms;
    if (ordinary && dice_.chance(30)) {
        checkin.symptoms = Symptoms{};
    }
    if (dice_.chance(5)) {
        checkin.note = one_of(rating_notes, dice_, words_);
    }
    checkin.entered_at = entered_after(checkin.at);
    checkin.id = new_id(*checkin.entered_at);
    batch.checkins.push_back(std::move(checkin));
}

}  // namespace unknot::sample
