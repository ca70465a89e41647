#include "app/guidance/flags.h"
#include "app/guidance/rules.h"

#include <algorithm>
#include <utility>

namespace unknot::guidance {

namespace {

using PeakDay = std::pair<LocalDay, int>;

/// Twice the median, so that halves stay whole numbers.
int doubled_median(std::vector<int> values) {
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? 2 * values[middle] : values[middle - 1] + values[middle];
}

/// Both of the last two are 2 or more above the median of up to 8 before them, and the last is not below the
/// one before.
bool above_usual(const std::vector<PeakDay>& peaks) {
    const std::size_t n = peaks.size();
    std::vector<int> earlier;
    for (std::size_t i = n - 2 > rules::usual_back ? n - 2 - rules::usual_back : 0; i < n - 2; ++i) {
        earlier.push_back(peaks[i].second);
    }
    if (earlier.size() < static_cast<std::size_t>(rules::usual_needs_sessions)) {
        return false;
    }
    const int least = doubled_median(earlier) + 2 * rules::usual_excess;
    return 2 * peaks[n - 1].second >= least && 2 * peaks[n - 2].second >= least &&
           peaks[n - 1].second >= peaks[n - 2].second;
}

/// The last four rose three times in a row, within 28 days.
bool three_rises(const std::vector<PeakDay>& peaks) {
    constexpr std::size_t needed = rules::rises_in_a_row + 1;
    if (peaks.size() < needed) {
        return false;
    }
    const auto first = peaks.end() - static_cast<std::ptrdiff_t>(needed);
    const bool rose = std::adjacent_find(first, peaks.end(), [](const PeakDay& a, const PeakDay& b) {
                          return a.second >= b.second;
                      }) == peaks.end();
    return rose && peaks.back().first - first->first <= rules::session_span_days;
}

/// There are only 3 or 4 so far, the last three never fell and rose by 3 or more, within 28 days.
bool rose_early(const std::vector<PeakDay>& peaks) {
    if (peaks.size() > static_cast<std::size_t>(rules::early_rise_sessions)) {
        return false;
    }
    const PeakDay& a = peaks[peaks.size() - 3];
    const PeakDay& b = peaks[peaks.size() - 2];
    const PeakDay& c = peaks[peaks.size() - 1];
    return a.second <= b.second && b.second <= c.second && c.second - a.second >= rules::early_rise &&
           c.first - a.first <= rules::session_span_days;
}

/// Whether any rule holds at the latest of `peaks`, oldest first.
bool rule_holds(std::vector<PeakDay> peaks) {
    const LocalDay latest = peaks.back().first;
    std::erase_if(peaks, [&](const PeakDay& peak) {
        return latest - peak.first > rules::session_memory_spans * rules::session_span_days;
    });
    if (peaks.size() < 3 || peaks.back().second < rules::least_peak ||
        latest - peaks[peaks.size() - 2].first > rules::session_span_days) {
        return false;
    }
    return above_usual(peaks) || three_rises(peaks) || rose_early(peaks);
}

/// A raised flag while walking through the session-days.
struct Raised {
    LocalDay rated_day;     ///< last rated day of the session-day that last met a rule
    int highest = 0;        ///< peak since
    std::size_t count = 0;  ///< how many session-days with a peak there were then
    int line = 0;
};

Flag made(const Raised& raised, const Replay& replay, const std::vector<std::size_t>& rated) {
    Flag flag;
    flag.code = FlagCode::building_across_sessions;
    flag.tier = Tier::ease_off;
    flag.since = raised.rated_day;
    const std::size_t shown = std::min<std::size_t>(raised.count, rules::rises_in_a_row + 1);
    for (std::size_t i = 0; i < rated.size(); ++i) {
        const SessionDay& day = replay.days[rated[i]];
        for (const auto& session : day.sessions) {
            flag.evidence.push_back(session->id);
        }
        flag.evidence.insert(flag.evidence.end(), day.peak_records.begin(), day.peak_records.end());
        const auto& base = replay.episodes[day.episode].base_evidence;
        flag.evidence.insert(flag.evidence.end(), base.begin(), base.end());
        if (i + shown >= raised.count && i < raised.count) {
            flag.values.push_back(*Soreness::of(*day.peak));
        }
    }
    for (const EvidenceRating& rating : replay.ratings) {
        for (std::size_t i = raised.count - shown; i < raised.count; ++i) {
            const auto& records = replay.days[rated[i]].peak_records;
            if (std::find(records.begin(), records.end(), rating.record) != records.end() &&
                rating.soreness.value() == *replay.days[rated[i]].peak) {
                flag.ratings.push_back(rating);
                break;
            }
        }
    }
    flag.clears = {Clears::How::peak_at_or_below, Soreness::of(raised.line), std::nullopt,
                   raised.rated_day + rules::session_span_days + 1};
    return flag;
}

}  // namespace

std::optional<Flag> building_across_sessions(Replay& replay, LocalDay today) {
    std::vector<std::size_t> rated;
    std::vector<PeakDay> peaks;
    std::optional<Raised> raised;
    for (std::size_t i = 0; i < replay.days.size(); ++i) {
        const SessionDay& day = replay.days[i];
        if (!day.peak) {
            continue;
        }
        rated.push_back(i);
        peaks.emplace_back(day.day, *day.peak);
        Episode& episode = replay.episodes[day.episode];
        if (raised) {
            raised->highest = std::max(raised->highest, *day.peak);
            if (*day.peak <= episode.line || *day.peak <= raised->highest - rules::clearing_drop) {
                raised.reset();
            }
        }
        if (*day.peak > episode.line && rule_holds(peaks)) {
            const int highest = raised ? std::max(*day.peak, raised->highest) : *day.peak;
            raised = Raised{day.peak_day, highest, rated.size(), episode.line};
            episode.ever = std::max(episode.ever, Tier::ease_off);
        }
    }
    if (!raised || today - raised->rated_day > rules::session_span_days) {
        return std::nullopt;
    }
    return made(*raised, replay, rated);
}

}  // namespace unknot::guidance
