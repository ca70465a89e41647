#include "app/views/today/rows.h"

#include "app/words/phrases.h"

#include <algorithm>
#include <optional>

namespace unknot::views {

namespace {

using guidance::Flag;
using guidance::FlagCode;
using guidance::TrackGuidance;

const AreaRecords* records_of(const Snapshot& snapshot, const std::string& area) {
    const auto found = snapshot.areas.find(area);
    return found == snapshot.areas.end() ? nullptr : found->second.get();
}

/// Of the last session-day, in time order. They stand at the end of their area's list.
std::vector<std::shared_ptr<const Session>> last_sessions(const Snapshot& snapshot, const std::string& area,
                                                          const TrackGuidance& track) {
    std::vector<std::shared_ptr<const Session>> found;
    const AreaRecords* records = records_of(snapshot, area);
    if (records == nullptr) {
        return found;
    }
    const auto& ids = track.session_day_sessions;
    for (auto at = records->sessions.rbegin(); at != records->sessions.rend() && found.size() < ids.size();
         ++at) {
        if (std::find(ids.begin(), ids.end(), (*at)->id) != ids.end()) {
            found.insert(found.begin(), *at);
        }
    }
    return found;
}

/// "Friday", or "17 November" where a weekday would not tell which week's.
std::string day_name(const words::Catalogue& words, LocalDay day, LocalDay today) {
    return today - day <= weekday_names_for ? std::string(words::weekday_long(words, day))
                                            : words::plain_date(words, day, today);
}

std::string after_text(const words::Catalogue& words,
                       const std::vector<std::shared_ptr<const Session>>& sessions, LocalDay today) {
    const std::string day = day_name(words, local_day(sessions.front()->started_at), today);
    PressureLevel pressure = sessions.front()->pressure;
    std::optional<std::int32_t> seconds = 0;
    for (const auto& session : sessions) {
        pressure = std::max(pressure, session->pressure);
        seconds = seconds && session->duration ? std::optional(*seconds + session->duration->seconds())
                                               : std::nullopt;
    }
    const std::string_view pressed = words::pressure_word(words, pressure);
    if (sessions.size() > 1) {
        return seconds ? words.plural("After {0} session on {1}: {2}, {3}.",
                                      "After {0} sessions on {1}: {2}, {3} in all.", sessions.size(), day,
                                      pressed, words::duration_text(words, *seconds))
                       : words.plural("After {0} session on {1}: {2}.", "After {0} sessions on {1}: {2}.",
                                      sessions.size(), day, pressed);
    }
    const std::string time = words::clock_time(sessions.front()->started_at);
    return seconds ? words.say("After {0} {1}: {2}, {3}.", day, time, pressed,
                               words::duration_text(words, *seconds))
                   : words.say("After {0} {1}: {2}.", day, time, pressed);
}

/// How sore it was before and when last rated; empty where neither is on record.
std::string levels_text(const words::Catalogue& words, const std::optional<Soreness>& before,
                        const std::optional<guidance::EvidenceRating>& later, LocalDay today) {
    if (!later) {
        return before ? words.say("It was at {0} before.", before->value()) : std::string();
    }
    const int now = later->soreness.value();
    const int days = today - later->day;
    if (days <= 0) {
        return before ? words.say("It was at {0} before, at {1} earlier today.", before->value(), now)
                      : words.say("It was at {0} earlier today.", now);
    }
    if (days == 1) {
        return before ? words.say("It was at {0} before, at {1} yesterday.", before->value(), now)
                      : words.say("It was at {0} yesterday.", now);
    }
    const std::string day = day_name(words, later->day, today);
    return before ? words.say("It was at {0} before, at {1} on {2}.", before->value(), now, day)
                  : words.say("It was at {0} on {1}.", now, day);
}

}  // namespace

std::vector<TrackKey> due_in_order(const Facts& facts) {
    std::vector<TrackKey> due;
    for (const auto& [key, track] : facts.guidance.tracks) {
        if (track->due) {
            due.push_back(key);
        }
    }
    std::stable_sort(due.begin(), due.end(), [&](const TrackKey& a, const TrackKey& b) {
        const TrackGuidance& left = *facts.guidance.find(a);
        const TrackGuidance& right = *facts.guidance.find(b);
        const bool left_asks = open_question(left) != nullptr;
        const bool right_asks = open_question(right) != nullptr;
        return left_asks != right_asks ? left_asks : left.session_day > right.session_day;
    });
    return due;
}

std::string follows_text(const words::Catalogue& words, const Snapshot& snapshot, const TrackKey& key,
                         const TrackGuidance& track, LocalDay today) {
    const auto sessions = last_sessions(snapshot, key.area, track);
    if (sessions.empty()) {
        return {};
    }
    const Session& first = *sessions.front();
    const bool rated_after = track.latest_rating && !track.latest_rating->before_session &&
                             track.latest_rating->at.utc_ms > sessions.back()->started_at.utc_ms;
    const std::string after = after_text(words, sessions, today);
    const std::string levels =
        levels_text(words, first.soreness_before, rated_after ? track.latest_rating : std::nullopt, today);
    return levels.empty() ? after : words.say_in("two sentences", "{0} {1}", after, levels);
}

std::optional<guidance::EvidenceRating> rating_before(const Snapshot& snapshot, const TrackKey& key,
                                                      const TrackGuidance& track) {
    const AreaRecords* records = records_of(snapshot, key.area);
    if (records == nullptr || !track.starting_level || track.starting_level_evidence.size() != 1) {
        return std::nullopt;
    }
    const RecordId& id = track.starting_level_evidence.front();
    const auto found = std::find_if(records->sessions.rbegin(), records->sessions.rend(),
                                    [&](const auto& session) { return session->id == id; });
    if (found == records->sessions.rend() || (*found)->soreness_before != track.starting_level) {
        return std::nullopt;
    }
    return guidance::EvidenceRating{id, (*found)->started_at, local_day((*found)->started_at),
                                    *track.starting_level, true};
}

const Flag* open_question(const TrackGuidance& track) {
    const auto found = std::find_if(track.flags.begin(), track.flags.end(), [](const Flag& flag) {
        return flag.code == FlagCode::red_flag || flag.code == FlagCode::contraindication;
    });
    return found == track.flags.end() ? nullptr : &*found;
}

const Flag* whole_person_question(const Facts& facts) {
    const auto& flags = facts.guidance.global;
    const auto found = std::find_if(flags.begin(), flags.end(),
                                    [](const Flag& flag) { return flag.code == FlagCode::red_flag; });
    return found == flags.end() ? nullptr : &*found;
}

bool signs_answered_today(const Facts& facts, const TrackKey& track) {
    const AreaRecords* records = records_of(facts.snapshot, track.area);
    if (records == nullptr) {
        return false;
    }
    for (auto at = records->checkins.rbegin(); at != records->checkins.rend(); ++at) {
        if (local_day((*at)->at) < facts.today) {
            return false;
        }
        const bool this_side = (*at)->side == track.side || (*at)->side == Side::both;
        if (this_side && (*at)->symptoms && local_day((*at)->at) == facts.today) {
            return true;
        }
    }
    return false;
}

std::shared_ptr<const CheckIn> find_recent_checkin(const Facts& facts, const std::string& area,
                                                   const RecordId& id) {
    const AreaRecords* records = records_of(facts.snapshot, area);
    if (records == nullptr) {
        return nullptr;
    }
    for (auto at = records->checkins.rbegin(); at != records->checkins.rend(); ++at) {
        if ((*at)->id == id) {
            return *at;
        }
        if (local_day((*at)->at) < facts.today - 1) {
            return nullptr;
        }
    }
    return nullptr;
}

}  // namespace unknot::views
