#include "tests/support/random_log.h"

#include <array>
#include <string>

namespace unknot::tests {

namespace {

constexpr std::array<const char*, 2> some_areas{"calf", "low_back"};
constexpr std::array<int, 6> wild_offsets{0, 60, -1080, 1080, 330, -480};

}  // namespace

Instant RandomLog::some_moment() {
    const int back = roll(12) == 0 ? roll(40 * 24 * 60) : roll(36 * 60);
    const int offset = wild_ ? wild_offsets[static_cast<std::size_t>(roll(6))] : 60;
    return {now_.utc_ms - back * 60'000LL, offset};
}

void RandomLog::add_session(AreaRecords& records, const std::string& area) {
    Session session;
    session.id = {"s" + std::to_string(roll(100)) + "-" + std::to_string(++number_)};
    session.started_at = some_moment();
    session.area = area;
    session.side = static_cast<Side>(roll(4));
    session.pressure = *pressure_level(1 + roll(5));
    if (roll(3) != 0) {
        session.duration = Duration::of_seconds(30 + roll(900));
    }
    if (roll(2) == 0) {
        session.soreness_before = Soreness::of(roll(6));
    }
    if (roll(4) == 0) {
        session.sensations = Sensations::from_bits(roll(3) == 0 ? 1U << roll(7) : 0U);
    }
    if (roll(5) == 0) {
        session.screening = Screenings::from_bits(roll(4) == 0 ? 1U << roll(3) : 0U);
    }
    records.sessions.push_back(std::make_shared<const Session>(session));
}

void RandomLog::add_checkin(AreaRecords& records, const std::string& area) {
    CheckIn checkin;
    checkin.id = {"c" + std::to_string(roll(100)) + "-" + std::to_string(++number_)};
    checkin.at = some_moment();
    checkin.area = area;
    checkin.side = static_cast<Side>(roll(4));
    if (roll(10) != 0) {
        checkin.soreness = Soreness::of(roll(4) == 0 ? roll(11) : 1 + roll(6));
    }
    if (roll(3) == 0) {
        checkin.symptoms = Symptoms::from_bits(roll(5) == 0 ? 1U << roll(8) : 0U);
    }
    records.checkins.push_back(std::make_shared<const CheckIn>(checkin));
}

void RandomLog::edit() {
    now_ = {now_.utc_ms + roll(30 * 60) * 60'000LL,
            wild_ ? wild_offsets[static_cast<std::size_t>(roll(6))] : 60};
    const std::string area = some_areas[static_cast<std::size_t>(roll(2))];
    const auto found = snapshot_.areas.find(area);
    AreaRecords records = found == snapshot_.areas.end() ? AreaRecords{} : *found->second;
    const int what = roll(10);
    if (what == 0 && !records.checkins.empty()) {
        records.checkins.erase(records.checkins.begin() + roll(static_cast<int>(records.checkins.size())));
    } else if (what == 1 && !records.sessions.empty()) {
        records.sessions.erase(records.sessions.begin() + roll(static_cast<int>(records.sessions.size())));
    } else if (what < 5) {
        add_session(records, area);
    } else {
        add_checkin(records, area);
    }
    sort_records(records);
    if (records.sessions.empty() && records.checkins.empty()) {
        snapshot_.areas.erase(area);
    } else {
        snapshot_.areas[area] = std::make_shared<const AreaRecords>(std::move(records));
    }
    ++snapshot_.generation;
}

}  // namespace unknot::tests
