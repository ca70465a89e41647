#include "tests/support/day_by_day.h"

#include "app/words/flags.h"

#include <algorithm>
#include <optional>

namespace unknot::tests {

namespace {

using namespace guidance;

/// The last moment of a local day, at the offset where that is latest.
Instant end_of(LocalDay day) {
    constexpr int westernmost = -18 * 60;
    return instant_at(WallClock{calendar_date(day + 1), 3, 59, 59, 0}, westernmost);
}

Snapshot until(const Snapshot& snapshot, LocalDay day) {
    Snapshot out;
    for (const auto& [area, records] : snapshot.areas) {
        AreaRecords kept;
        std::copy_if(records->sessions.begin(), records->sessions.end(), std::back_inserter(kept.sessions),
                     [&](const auto& s) { return local_day(s->started_at) <= day; });
        std::copy_if(records->checkins.begin(), records->checkins.end(), std::back_inserter(kept.checkins),
                     [&](const auto& c) { return local_day(c->at) <= day; });
        if (!kept.sessions.empty() || !kept.checkins.empty()) {
            out.areas[area] = std::make_shared<const AreaRecords>(std::move(kept));
        }
    }
    return out;
}

std::optional<LocalDay> first_day(const Snapshot& snapshot) {
    std::optional<LocalDay> first;
    for (const LogEntry& entry : newest_first(snapshot)) {
        const LocalDay day = local_day(entry.at());
        first = first ? std::min(*first, day) : day;
    }
    return first;
}

/// Adds what stands on `day`, which comes after all days added before.
void put(std::vector<FlagInterval>& intervals, LocalDay day, const std::vector<Flag>& flags) {
    for (const Flag& flag : flags) {
        const auto open = std::find_if(intervals.begin(), intervals.end(), [&](const FlagInterval& i) {
            return i.code == flag.code && i.to && *i.to >= day - 1;
        });
        if (open == intervals.end()) {
            intervals.push_back({flag.code, flag.tier, day, day});
        } else {
            open->to = day;
            open->tier = std::max(open->tier, flag.tier);
        }
    }
}

void finish(std::vector<FlagInterval>& intervals, LocalDay last_day) {
    for (FlagInterval& interval : intervals) {
        if (interval.to == last_day) {
            interval.to.reset();
        }
    }
    std::sort(intervals.begin(), intervals.end(), [](const FlagInterval& a, const FlagInterval& b) {
        return std::pair(a.from, name_of(a.code)) < std::pair(b.from, name_of(b.code));
    });
}

void write(std::string& text, const std::string& where, const std::vector<FlagInterval>& intervals) {
    for (const FlagInterval& i : intervals) {
        text += where + " " + std::string(name_of(i.code)) + " " + std::string(name_of(i.tier)) + " " +
                to_iso(i.from) + " " + (i.to ? to_iso(*i.to) : "still") + "\n";
    }
}

void write(std::string& text, const Flag& flag, LocalDay today) {
    const words::Catalogue words;
    text += "  " + std::string(name_of(flag.code)) + " " + std::string(name_of(flag.tier)) + " " +
            (flag.since ? to_iso(*flag.since) : "") + " " + words::sentence(words, flag, today) + " " +
            words::clears_text(words, flag, today);
    for (const RecordId& id : flag.evidence) {
        text += " " + id.text();
    }
    for (const EvidenceRating& rating : flag.ratings) {
        text += " " + rating.record.text() + ":" + to_iso(rating.day);
    }
    text += "\n";
}

}  // namespace

FlagHistory day_by_day(const Snapshot& snapshot, LocalDay last_day) {
    FlagHistory history;
    const auto first = first_day(snapshot);
    for (LocalDay day = first.value_or(last_day + 1); day <= last_day; day = day + 1) {
        const Guidance guidance = evaluate(until(snapshot, day), end_of(day));
        for (const auto& [key, track] : guidance.tracks) {
            if (!track->flags.empty()) {
                put(history.tracks[key], day, track->flags);
            }
        }
        put(history.global, day, guidance.global);
    }
    for (auto& [key, intervals] : history.tracks) {
        finish(intervals, last_day);
    }
    finish(history.global, last_day);
    return history;
}

std::string to_text(const FlagHistory& history) {
    std::string text;
    for (const auto& [key, intervals] : history.tracks) {
        write(text, unknot::to_text(key), intervals);
    }
    write(text, "whole person", history.global);
    return text;
}

std::string to_text(const Guidance& guidance) {
    std::string text = to_iso(guidance.as_of) + "\n";
    for (const auto& [key, track] : guidance.tracks) {
        const Limits& limits = track->next.limits;
        text += unknot::to_text(key) + " " + std::string(name_of(track->state)) + " " +
                std::string(name_of(track->next.action)) + (track->due ? " due" : "") + " " +
                std::to_string(track->follow_up_day) + " " + std::to_string(track->ask_from_ms) + " " +
                std::to_string(limits.max_duration_s.value_or(0)) + " " +
                (limits.not_before ? to_iso(*limits.not_before) : "") + "\n";
        for (const Flag& flag : track->flags) {
            write(text, flag, guidance.today);
        }
    }
    text += "whole person " + std::string(name_of(guidance.global_next)) + "\n";
    for (const Flag& flag : guidance.global) {
        write(text, flag, guidance.today);
    }
    for (const RecordId& id : guidance.ignored_future) {
        text += "ignored " + id.text() + "\n";
    }
    return text;
}

}  // namespace unknot::tests
