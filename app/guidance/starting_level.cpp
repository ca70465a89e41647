#include "app/guidance/starting_level.h"

#include "app/guidance/rules.h"

#include <algorithm>

namespace unknot::guidance {

namespace {

/// Median of the quiet ratings of the 28 days before, rounded down; needs 3.
std::optional<int> usual_level(const SessionDay& begun, const std::vector<Rating>& quiet,
                               RecordRefs& evidence) {
    std::vector<int> values;
    values.reserve(quiet.size());
    evidence.reserve(quiet.size());
    for (const Rating& rating : quiet) {
        if (rating.day >= begun.day - rules::usual_level_days && rating.day < begun.day) {
            values.push_back(rating.soreness.value());
            evidence.push_back(rating.record);
        }
    }
    if (values.size() < static_cast<std::size_t>(rules::usual_level_needs)) {
        evidence.clear();
        return std::nullopt;
    }
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// The last rating up to the start, on that local day or the day before. At one instant the last in the
/// rules' order.
const Rating* near_rating(const SessionDay& begun, const std::vector<Rating>& recent) {
    const auto near = std::find_if(recent.rbegin(), recent.rend(), [&](const Rating& rating) {
        const int before = begun.day - rating.day;
        return before >= 0 && before <= 1;
    });
    return near == recent.rend() ? nullptr : &*near;
}

}  // namespace

StartingLevel starting_level(const SessionDay& begun, const std::vector<Rating>& recent,
                             const std::vector<Rating>& quiet) {
    StartingLevel start;
    RecordRefs usual_evidence;
    const std::optional<int> usual = usual_level(begun, quiet, usual_evidence);
    if (const auto& before = begun.sessions.front()->soreness_before) {
        start.level = before->value();
        start.evidence.push_back(&begun.sessions.front()->id);
    } else if (const Rating* near = near_rating(begun, recent)) {
        start.level = near->soreness.value();
        start.evidence.push_back(near->record);
    } else {
        start.level = usual;
    }
    if (usual) {
        start.level = std::max(*start.level, std::min(*usual, *start.level + rules::usual_level_raises));
        start.evidence.insert(start.evidence.end(), usual_evidence.begin(), usual_evidence.end());
    }
    return start;
}

}  // namespace unknot::guidance
