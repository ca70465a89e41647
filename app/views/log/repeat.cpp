#include "app/views/log/log.h"

#include "app/words/phrases.h"

#include <algorithm>

namespace unknot::views {

namespace {

/// The latest session that has begun by now, over all areas. A record of the future (an import's) is none.
/// Looks at the end of each area's list only: this runs in every frame.
std::shared_ptr<const Session> last_session(const Facts& facts) {
    std::shared_ptr<const Session> last;
    for (const auto& [area, records] : facts.snapshot.areas) {
        const auto begun = [&](const auto& session) { return !earlier(facts.now, session->started_at); };
        const auto found = std::find_if(records->sessions.rbegin(), records->sessions.rend(), begun);
        if (found == records->sessions.rend()) {
            continue;
        }
        const bool later =
            last == nullptr || earlier(last->started_at, (*found)->started_at) ||
            (last->started_at.utc_ms == (*found)->started_at.utc_ms && last->id < (*found)->id);
        last = later ? *found : last;
    }
    return last;
}

bool is_at_pause(const Facts& facts, const std::string& area, Side side) {
    const guidance::TrackGuidance* track = facts.guidance.find({area, side});
    return track != nullptr && track->tier >= guidance::Tier::pause;
}

}  // namespace

std::optional<Session> repeat_of_last(const Facts& facts) {
    const auto last = last_session(facts);
    const Area* area = last == nullptr ? nullptr : facts.snapshot.catalogue->find(last->area);
    if (area == nullptr || area->retired) {
        return std::nullopt;  // a retired area takes no new entries
    }
    Session session;
    session.id = facts.new_id();
    session.area = last->area;
    session.side = last->side;
    session.pressure = last->pressure;
    session.duration = last->duration;
    session.tool = last->tool;
    session.started_at = plus_seconds(facts.now, session.duration ? -session.duration->seconds() : 0);
    session.entered_at = facts.now;
    return session;
}

std::string repeat_text(const words::Catalogue& words, const Facts& facts, const Session& session) {
    const std::string place = words::place(words, *facts.snapshot.catalogue, session.area, session.side);
    const std::string_view pressure = words::pressure_word(words, session.pressure);
    return session.duration ? words.say("{0}, {1}, {2}", place, pressure,
                                        words::duration_text(words, session.duration->seconds()))
                            : words.say("{0}, {1}", place, pressure);
}

bool repeat_is_held_back(const Facts& facts, const Session& last) {
    if (!facts.guidance.global.empty()) {
        return true;
    }
    if (last.side != Side::both) {
        return is_at_pause(facts, last.area, last.side);
    }
    return is_at_pause(facts, last.area, Side::left) || is_at_pause(facts, last.area, Side::right);
}

void repeat_last(const Facts& facts, LogState& log, Wishes& wishes) {
    const std::optional<Session> session = repeat_of_last(facts);
    if (!session) {
        return;
    }
    if (!repeat_is_held_back(facts, *session)) {
        wishes.emplace_back(Save{LogSession{*session}, Form::log});
        return;
    }
    // The form says that nothing was saved; the band of the place says why.
    log.held_back = TrackKey{session->area, session->side};
    OpenLog open;
    open.track = TrackKey{session->area, session->side == Side::both ? Side::left : session->side};
    open.both = session->side == Side::both;
    wishes.emplace_back(open);
}

}  // namespace unknot::views
