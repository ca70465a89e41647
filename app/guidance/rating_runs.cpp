#include "app/guidance/rating_runs.h"

#include "app/guidance/rules.h"

#include <algorithm>

namespace unknot::guidance {

void RatingRuns::take(const Rating& rating) {
    const int v = rating.soreness.value();
    if (v < rules::severe) {
        severe_.clear();
    } else {
        severe_.push_back(rating);
    }
    if (v < rules::ongoing_least ||
        (!sore_.empty() && rating.day - last_sore_day_ > rules::ongoing_gap_days)) {
        sore_.clear();
        sore_days_ = 0;
    }
    if (v < rules::ongoing_least) {
        return;
    }
    if (sore_.empty() || last_sore_day_ != rating.day) {
        ++sore_days_;
        last_sore_day_ = rating.day;
    }
    sore_.push_back(rating);
}

std::optional<Flag> RatingRuns::unlinked_severe(Look& look) const {
    const auto recent = std::find_if(severe_.rbegin(), severe_.rend(), [&](const Rating& rating) {
                            return look.more_than(rules::stale_after, rating.day);
                        }).base();
    if (recent == severe_.end()) {
        return std::nullopt;
    }
    const auto [first, last] = std::minmax_element(
        recent, severe_.end(), [](const Rating& a, const Rating& b) { return a.day < b.day; });
    Flag flag;
    flag.code = FlagCode::severe;
    flag.tier = first->day != last->day ? Tier::seek_care : Tier::pause;
    flag.since = first->day;
    flag.rating = severe_.back().soreness;
    if (look.explains()) {
        flag.ratings = shown({recent, severe_.end()});
        for (auto rating = recent; rating != severe_.end(); ++rating) {
            flag.evidence.push_back(*rating->record);
        }
    }
    flag.clears = {Clears::How::later_rating_below, Soreness::of(rules::severe), look.today(),
                   last->day + rules::stale_after + 1};
    return flag;
}

std::optional<Flag> RatingRuns::ongoing(Look& look) const {
    if (sore_days_ < rules::ongoing_days || last_sore_day_ - sore_.front().day < rules::ongoing_span_days ||
        look.more_than(rules::ongoing_gap_days, last_sore_day_)) {
        return std::nullopt;
    }
    Flag flag;
    flag.code = FlagCode::ongoing;
    flag.tier = Tier::info;
    flag.since = sore_.front().day;
    if (look.explains()) {
        flag.ratings = shown(sore_);
        for (const Rating& rating : sore_) {
            flag.evidence.push_back(*rating.record);
        }
    }
    flag.clears = {Clears::How::later_rating_below, Soreness::of(rules::ongoing_least), look.today(),
                   last_sore_day_ + rules::ongoing_gap_days + 1};
    return flag;
}

}  // namespace unknot::guidance
