#include "app/guidance/buildup.h"
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

/// Whether any rule holds at the latest of `rated`, oldest first.
bool rule_holds(const std::vector<RatedDay>& rated) {
    if (rated.size() < 3 || rated.back().peak < rules::least_peak) {
        return false;
    }
    const LocalDay latest = rated.back().day;
    std::vector<PeakDay> peaks;
    peaks.reserve(rated.size());
    for (const RatedDay& day : rated) {
        if (latest - day.day <= rules::session_memory_spans * rules::session_span_days) {
            peaks.emplace_back(day.day, day.peak);
        }
    }
    if (peaks.size() < 3 || latest - peaks[peaks.size() - 2].first > rules::session_span_days) {
        return false;
    }
    return above_usual(peaks) || three_rises(peaks) || rose_early(peaks);
}

}  // namespace

void Buildup::take(const EpisodeWalk::Heard& heard, const SessionDay& day, const Episode& episode) {
    if (heard.d < 1 || heard.d > 2) {
        return;
    }
    if (!current_rated_) {
        RatedDay fresh;
        fresh.day = day.day;
        fresh.number = ++count_;
        fresh.line = episode.line;
        fresh.base_evidence = episode.base_evidence;
        for (const Session* session : day.sessions) {
            fresh.sessions.push_back(&session->id);
        }
        rated_.push_back(std::move(fresh));
        current_rated_ = true;
    }
    RatedDay& rated = rated_.back();
    rated.peak = std::max(rated.peak, heard.rating.soreness.value());
    rated.last_rated = heard.rating.day;
    rated.ratings.push_back(heard.rating);
}

bool Buildup::end_session_day() {
    if (!current_rated_) {
        return false;
    }
    raised_ = after_latest();
    current_rated_ = false;
    const bool met = raised_ && raised_->number == rated_.back().number;
    forget_old();
    return met;
}

std::optional<Buildup::Raised> Buildup::after_latest() const {
    const RatedDay& latest = rated_.back();
    std::optional<Raised> raised = raised_;
    if (raised) {
        raised->highest = std::max(raised->highest, latest.peak);
        if (latest.peak <= latest.line || latest.peak <= raised->highest - rules::clearing_drop) {
            raised.reset();
        }
    }
    if (latest.peak > latest.line && rule_holds(rated_)) {
        const int highest = raised ? std::max(latest.peak, raised->highest) : latest.peak;
        raised = Raised{latest.last_rated, latest.day, highest, latest.number, latest.line};
    }
    return raised;
}

/// A flag that is shown met a rule at most one span before the latest session-day, give or take the two days
/// of its ratings; the rule looked three spans back from there.
void Buildup::forget_old() {
    constexpr int kept = (rules::session_memory_spans + 1) * rules::session_span_days + 2 + 2 * day_disorder;
    const LocalDay latest = rated_.back().day;
    if (latest - rated_.front().day > kept) {
        std::erase_if(rated_, [&](const RatedDay& day) { return latest - day.day > kept; });
    }
}

Buildup::Found Buildup::look(Look& look) const {
    const std::optional<Raised> raised = current_rated_ ? after_latest() : raised_;
    Found found;
    found.met = current_rated_ && raised && raised->number == rated_.back().number;
    if (raised && look.within(rules::session_span_days, raised->rated_day)) {
        found.flag = look.explains() ? made(*raised) : Flag{};
        found.flag->code = FlagCode::building_across_sessions;
        found.flag->tier = Tier::ease_off;
    }
    return found;
}

Flag Buildup::made(const Raised& raised) const {
    Flag flag;
    flag.since = raised.rated_day;
    for (const RatedDay& day : rated_) {
        const bool looked_at = raised.day - day.day <= rules::session_memory_spans * rules::session_span_days;
        if (!looked_at) {
            continue;
        }
        cite(flag, day.sessions);
        cite(flag, *day.base_evidence);
        const bool named = day.number <= raised.number && day.number + rules::rises_in_a_row >= raised.number;
        if (named) {
            flag.values.push_back(*Soreness::of(day.peak));
        }
        for (const Rating& rating : day.ratings) {
            flag.evidence.push_back(*rating.record);
            if (named && rating.soreness.value() == day.peak) {
                flag.ratings.push_back(shown(rating));
            }
        }
    }
    flag.clears = {Clears::How::peak_at_or_below, Soreness::of(raised.line), std::nullopt,
                   raised.rated_day + rules::session_span_days + 1};
    return flag;
}

}  // namespace unknot::guidance
