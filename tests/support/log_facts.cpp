#include "tests/support/log_facts.h"

#include <algorithm>
#include <stdexcept>

namespace unknot::tests {

Instant local(const std::string& text) {
    const auto at = parse_iso_instant(text + "+02:00");
    if (!at) {
        throw std::invalid_argument(text);
    }
    return *at;
}

LogFacts::LogFacts() : now(local("2026-11-21T19:00")) {}

LogFacts& LogFacts::session(const std::string& id, const std::string& area, Side side, const std::string& at,
                            int pressure, std::optional<std::int32_t> seconds) {
    Session session;
    session.id = {id};
    session.area = area;
    session.side = side;
    session.started_at = local(at);
    session.pressure = *pressure_level(pressure);
    session.duration = seconds ? Duration::of_seconds(*seconds) : std::nullopt;
    sessions_.push_back(std::move(session));
    return *this;
}

LogFacts& LogFacts::checkin(const std::string& id, const std::string& area, Side side, const std::string& at,
                            int soreness, std::optional<Symptoms> symptoms) {
    CheckIn checkin;
    checkin.id = {id};
    checkin.area = area;
    checkin.side = side;
    checkin.at = local(at);
    checkin.soreness = Soreness::of(soreness);
    checkin.symptoms = symptoms;
    checkins_.push_back(std::move(checkin));
    return *this;
}

LogFacts& LogFacts::own_area(const Area& area) {
    own_.push_back(area);
    return *this;
}

LogFacts& LogFacts::profile(const Profile& profile) {
    profile_ = profile;
    return *this;
}

Session& LogFacts::at(const std::string& id) {
    const auto found =
        std::find_if(sessions_.begin(), sessions_.end(), [&](const Session& s) { return s.id.text() == id; });
    if (found == sessions_.end()) {
        throw std::invalid_argument(id);
    }
    return *found;
}

views::Facts LogFacts::facts() {
    std::map<std::string, AreaRecords> areas;
    for (const Session& session : sessions_) {
        areas[session.area].sessions.push_back(std::make_shared<const Session>(session));
    }
    for (const CheckIn& checkin : checkins_) {
        areas[checkin.area].checkins.push_back(std::make_shared<const CheckIn>(checkin));
    }
    snapshot_.areas.clear();
    for (auto& [area, records] : areas) {
        sort_records(records);
        snapshot_.areas[area] = std::make_shared<const AreaRecords>(std::move(records));
    }
    snapshot_.catalogue = std::make_shared<const AreaCatalogue>(own_);
    snapshot_.profile = profile_;
    ++snapshot_.generation;
    guidance_ = guidance::evaluate(snapshot_, now);
    const auto new_id = [this] { return RecordId{"new" + std::to_string(++ids_)}; };
    // The clock goes forward on 2026-03-29: 02:00 to 02:59 do not exist.
    const auto resolve = [](const WallClock& clock) -> Result<Instant, Reason> {
        if (clock.date == CalendarDate{2026, 3, 29} && clock.hour == 2) {
            return Failed{Reason::skipped_by_clock};
        }
        return instant_at(clock, 120);
    };
    return {snapshot_, guidance_, now, guidance_.today, false, false, new_id, resolve};
}

}  // namespace unknot::tests
