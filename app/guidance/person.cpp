#include "app/guidance/person.h"

#include "app/guidance/flags.h"

#include <algorithm>
#include <tuple>

namespace unknot::guidance {

namespace {

bool reports_person(const CheckIn& checkin) {
    return checkin.symptoms &&
           (checkin.symptoms->contains(Symptom::fever) || checkin.symptoms->contains(Symptom::unwell));
}

bool said_later(const CheckIn& a, const CheckIn& b) {
    return std::tie(a.at.utc_ms, a.id) > std::tie(b.at.utc_ms, b.id);
}

/// The first answer of all areas by local day, then time: the question asked again after `report`.
const CheckIn* first_answer(const std::vector<PersonRecords>& areas, const CheckIn& report) {
    constexpr std::int64_t disorder_ms = day_disorder * 86'400'000LL;
    const auto key = [](const CheckIn& c) { return std::tuple(local_day(c.at), c.at.utc_ms, c.id); };
    const CheckIn* best = nullptr;
    for (const PersonRecords& area : areas) {
        const auto& checkins = area.records->checkins;
        const auto end = checkins.begin() + static_cast<std::ptrdiff_t>(area.counted_checkins);
        auto at = std::partition_point(checkins.begin(), end,
                                       [&](const auto& c) { return c->at.utc_ms <= report.at.utc_ms; });
        // Whatever is said two days after an answer was not said on an earlier local day.
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

}  // namespace

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
