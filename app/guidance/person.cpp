#include "app/guidance/person.h"

#include "app/guidance/flags.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace unknot::guidance {

namespace {

/// Whatever is said so much later than an answer was not said on an earlier local day.
constexpr std::int64_t disorder_ms = day_disorder * 86'400'000LL;

bool reports_person(const CheckIn& checkin) {
    return checkin.symptoms &&
           (checkin.symptoms->contains(Symptom::fever) || checkin.symptoms->contains(Symptom::unwell));
}

bool said_later(const CheckIn& a, const CheckIn& b) {
    return std::tie(a.at.utc_ms, a.id) > std::tie(b.at.utc_ms, b.id);
}

/// The first answer of all areas by local day, then time: the question asked again after `report`.
const CheckIn* first_answer(const std::vector<PersonRecords>& areas, const CheckIn& report) {
    const auto key = [](const CheckIn& c) { return std::tuple(local_day(c.at), c.at.utc_ms, c.id); };
    const CheckIn* best = nullptr;
    for (const PersonRecords& area : areas) {
        const auto& checkins = area.records->checkins;
        const auto end = checkins.begin() + static_cast<std::ptrdiff_t>(area.counted_checkins);
        auto at = std::partition_point(checkins.begin(), end,
                                       [&](const auto& c) { return c->at.utc_ms <= report.at.utc_ms; });
        for (; at != end && (best == nullptr || (*at)->at.utc_ms <= best->at.utc_ms + disorder_ms); ++at) {
            const CheckIn& checkin = **at;
            if (checkin.symptoms && local_day(checkin.at) > local_day(report.at) &&
                (best == nullptr || key(checkin) < key(*best))) {
                best = &checkin;
            }
        }
    }
    return best;
}

bool by_time(const CheckIn* a, const CheckIn* b) {
    return a->at.utc_ms != b->at.utc_ms ? a->at.utc_ms < b->at.utc_ms : a->id < b->id;
}

/// The check-ins of one area from some place on.
using Place = std::vector<std::shared_ptr<const CheckIn>>::const_iterator;
struct Rest {
    Place at;
    Place end;
};

/// Calls `take` with the answers that come after a report, up to and including `until_ms`; stops where that
/// returns false.
template <typename Take>
void each_answer(const Rest& rest, const CheckIn& report, std::int64_t until_ms, const Take& take) {
    for (Place at = rest.at; at != rest.end && (*at)->at.utc_ms <= until_ms; ++at) {
        const CheckIn& checkin = **at;
        if (checkin.symptoms && local_day(checkin.at) > local_day(report.at) && !take(checkin)) {
            return;
        }
    }
}

}  // namespace

std::vector<const CheckIn*> reports_and_answers(const Snapshot& snapshot) {
    std::vector<const CheckIn*> reports;
    std::vector<Rest> areas;
    for (const auto& [area, records] : snapshot.areas) {
        areas.push_back({records->checkins.begin(), records->checkins.end()});
        for (const auto& checkin : records->checkins) {
            if (reports_person(*checkin)) {
                reports.push_back(checkin.get());
            }
        }
    }
    std::sort(reports.begin(), reports.end(), by_time);
    std::vector<const CheckIn*> found = reports;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        const CheckIn& report = *reports[i];
        // Once there is another report, answers are to that one; on the days before its own nobody knows it.
        constexpr std::int64_t never_ms = std::numeric_limits<std::int64_t>::max() - disorder_ms;
        std::int64_t until_ms = (i + 1 < reports.size() ? reports[i + 1]->at.utc_ms : never_ms) + disorder_ms;
        for (Rest& rest : areas) {
            rest.at = std::find_if(rest.at, rest.end, [&](const auto& checkin) {
                return checkin->at.utc_ms > report.at.utc_ms;
            });
            each_answer(rest, report, until_ms, [&](const CheckIn& first) {
                until_ms = std::min(until_ms, first.at.utc_ms + disorder_ms);
                return false;
            });
        }
        for (const Rest& rest : areas) {
            each_answer(rest, report, until_ms, [&](const CheckIn& answer) {
                if (!reports_person(answer)) {
                    found.push_back(&answer);
                }
                return true;
            });
        }
    }
    std::sort(found.begin(), found.end(), by_time);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

const CheckIn* latest_person_report(const AreaRecords& area, std::size_t count) {
    while (count > 0) {
        const CheckIn& checkin = *area.checkins[--count];
        if (reports_person(checkin)) {
            return &checkin;
        }
    }
    return nullptr;
}

std::vector<Flag> person_flags(const std::vector<PersonRecords>& areas, const Profile& profile, Look& look) {
    const CheckIn* report = nullptr;
    for (const PersonRecords& area : areas) {
        if (area.report != nullptr && (report == nullptr || said_later(*area.report, *report))) {
            report = area.report;
        }
    }
    std::vector<Flag> flags;
    if (auto flag = profile_contraindication(profile)) {
        flags.push_back(std::move(*flag));
    }
    if (report == nullptr) {
        return flags;
    }
    SignReports reports = reports_of_person();
    reports.take(*report);
    if (const CheckIn* answer = first_answer(areas, *report)) {
        reports.take(*answer);
    }
    if (auto flag = reports.flag(look)) {
        flags.push_back(std::move(*flag));
    }
    sort_flags(flags);
    return flags;
}

}  // namespace unknot::guidance
