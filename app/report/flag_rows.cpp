#include "app/report/flag_rows.h"

#include <algorithm>

namespace unknot::report {

namespace {

FlagRow row_of(const guidance::FlagInterval& interval) {
    return {{}, {}, interval.code, interval.tier, interval.from, interval.to, interval.flag};
}

/// What stands now for the whole person and has no history: the health questions.
void add_lasting(std::vector<FlagRow>& rows, const std::vector<guidance::Flag>& now) {
    for (const guidance::Flag& flag : now) {
        const bool there = std::any_of(rows.begin(), rows.end(),
                                       [&](const FlagRow& row) { return row.code == flag.code && !row.to; });
        if (!there) {
            rows.push_back(
                {{}, {}, flag.code, flag.tier, flag.since, {}, std::make_shared<const guidance::Flag>(flag)});
        }
    }
}

}  // namespace

std::vector<FlagRow> flag_rows(const guidance::FlagHistory& history,
                               const std::vector<guidance::Flag>& of_person, const Selection& selection) {
    std::vector<FlagRow> rows;
    for (const guidance::FlagInterval& interval : history.global) {
        if (selection.meets(interval.from, interval.to)) {
            rows.push_back(row_of(interval));
        }
    }
    add_lasting(rows, of_person);
    for (const auto& [key, intervals] : history.tracks) {
        for (const guidance::FlagInterval& interval : intervals) {
            if (selection.holds_area(key.area) && selection.meets(interval.from, interval.to)) {
                rows.push_back(row_of(interval));
                rows.back().area = key.area;
                rows.back().side = key.side;
            }
        }
    }
    return rows;
}

std::vector<FlagRow> flag_rows(const Snapshot& snapshot, const Instant& as_of, const Selection& selection) {
    return flag_rows(guidance::explained_history(snapshot, local_day(as_of)),
                     guidance::evaluate_person(snapshot, as_of), selection);
}

}  // namespace unknot::report
