#include "app/views/today/attention.h"

#include "app/views/today/rows.h"
#include "app/words/flags.h"
#include "app/words/phrases.h"

#include <algorithm>
#include <utility>

namespace unknot::views {

namespace {

using guidance::Flag;
using guidance::FlagCode;
using guidance::State;
using guidance::Tier;
using guidance::TrackGuidance;

constexpr int recent_days = 28;  // as long as the rules keep a note of a session that nobody rated

/// The flag that a track is ordered by; null where nothing is flagged.
const Flag* leading(const TrackGuidance& track) {
    return track.flags.empty() ? nullptr : &track.flags.front();
}

/// More serious, then since earlier; a flag without a date goes last.
bool goes_before(const Flag& a, const Flag& b) {
    if (a.tier != b.tier) {
        return a.tier > b.tier;
    }
    return a.since && (!b.since || *a.since < *b.since);
}

bool is_not_known(const TrackGuidance& track) {
    return track.state == State::awaiting || track.state == State::unknown;
}

bool says_not_known(const TrackGuidance& track) {
    return std::any_of(track.flags.begin(), track.flags.end(),
                       [](const Flag& flag) { return flag.code == FlagCode::no_check_in; });
}

std::string what_is_missing(const words::Catalogue& words, const TrackGuidance& track, LocalDay today) {
    if (track.state == State::awaiting && track.session_day) {
        return words.say("Not rated yet after the session of {0}.",
                         words::weekday_date(words, *track.session_day, today));
    }
    if (track.latest_rating) {
        return words.say("How it settled is not known: the last rating was {0} on {1}.",
                         track.latest_rating->soreness.value(),
                         words::plain_date(words, track.latest_rating->day, today));
    }
    return std::string(words.text("How it settled is not known: nobody has rated it yet."));
}

bool is_of_long_ago(const TrackGuidance& track, LocalDay today) {
    return track.flags.empty() && !track.due &&
           (!track.session_day || today - *track.session_day > recent_days);
}

bool next_goes_before(const TrackGuidance& a, const TrackGuidance& b) {
    const Flag* left = leading(a);
    const Flag* right = leading(b);
    if (left != nullptr && right != nullptr) {
        return goes_before(*left, *right);
    }
    if (left != nullptr || right != nullptr) {
        return left != nullptr;
    }
    if (a.due != b.due) {
        return a.due;
    }
    // Both kinds of "check in first" stand before advice that needs none.
    return is_not_known(a) != is_not_known(b) ? is_not_known(a) : a.session_day > b.session_day;
}

}  // namespace

std::vector<Attention> attention(const words::Catalogue& words, const Facts& facts) {
    std::vector<Attention> found;
    for (const auto& [key, track] : facts.guidance.tracks) {
        if (!track->flags.empty()) {
            found.push_back({key, words::place(words, *facts.snapshot.catalogue, key.area, key.side),
                             &track->flags, rating_before(facts.snapshot, key, *track),
                             words::settled_text(words, *track, track->flags.front())});
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const Attention& a, const Attention& b) {
        return goes_before(a.flags->front(), b.flags->front());
    });
    if (!facts.guidance.global.empty()) {
        found.insert(found.begin(), {std::nullopt, std::string(words.text("All areas")),
                                     &facts.guidance.global, std::nullopt, std::string()});
    }
    return found;
}

std::vector<TooLittle> too_little(const words::Catalogue& words, const Facts& facts) {
    std::vector<TooLittle> found;
    for (const auto& [key, track] : facts.guidance.tracks) {
        if (is_not_known(*track) && !track->due && !says_not_known(*track)) {
            found.push_back({key, words::place(words, *facts.snapshot.catalogue, key.area, key.side),
                             what_is_missing(words, *track, facts.today)});
        }
    }
    std::stable_sort(found.begin(), found.end(), [&](const TooLittle& a, const TooLittle& b) {
        return facts.guidance.find(a.track)->session_day > facts.guidance.find(b.track)->session_day;
    });
    return found;
}

std::size_t unknown_count(const Facts& facts) {
    return static_cast<std::size_t>(std::count_if(facts.guidance.tracks.begin(), facts.guidance.tracks.end(),
                                                  [](const auto& at) { return is_not_known(*at.second); }));
}

std::vector<NextRow> next_rows(const words::Catalogue& words, const Facts& facts) {
    std::vector<std::pair<const TrackKey*, const TrackGuidance*>> tracks;
    tracks.reserve(facts.guidance.tracks.size());
    for (const auto& [key, track] : facts.guidance.tracks) {
        tracks.emplace_back(&key, track.get());
    }
    std::stable_sort(tracks.begin(), tracks.end(),
                     [](const auto& a, const auto& b) { return next_goes_before(*a.second, *b.second); });
    std::vector<NextRow> rows;
    rows.reserve(tracks.size());
    for (const auto& [key, track] : tracks) {
        rows.push_back({*key, words::place(words, *facts.snapshot.catalogue, key->area, key->side),
                        words::next_parts(words, *track, facts.guidance.global_next, facts.today),
                        is_of_long_ago(*track, facts.today)});
    }
    return rows;
}

TodayLists::From TodayLists::from(const words::Catalogue& words, const Facts& facts) {
    From now;
    now.tracks.reserve(facts.guidance.tracks.size());
    for (const auto& [key, track] : facts.guidance.tracks) {
        now.tracks.push_back(track);
    }
    now.catalogue = facts.snapshot.catalogue;
    now.of_person = &facts.guidance.global;
    now.generation = facts.snapshot.generation;
    now.as_of = facts.guidance.as_of;
    now.today = facts.today;
    now.language = words.language();
    return now;
}

void TodayLists::follow(const words::Catalogue& words, const Facts& facts) {
    From now = from(words, facts);
    if (from_ == now) {
        return;
    }
    from_ = std::move(now);
    attention_ = views::attention(words, facts);
    too_little_ = views::too_little(words, facts);
    next_rows_ = views::next_rows(words, facts);
}

}  // namespace unknot::views
