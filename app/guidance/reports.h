#pragma once

#include "app/guidance/look.h"
#include "app/guidance/track_records.h"

namespace unknot::guidance {

/// Warning signs reported, and the first later-day check-in that answered the question again. Silence never
/// answers. Told check-ins and sessions in time order, at one instant check-ins by id first.
class SignReports {
public:
    /// `signs`: those that count here; those of a track, or those of the whole person.
    explicit SignReports(Symptoms signs) : signs_(signs) {}

    void take(const CheckIn& checkin);
    /// Numbness, new weakness and radiating pain felt in a session count as reports.
    void take(const Session& session);

    /// Red flag, or red flag recent for 7 days after the answer that took it back.
    [[nodiscard]] std::optional<Flag> flag(Look& look) const;

private:
    struct Report {
        const RecordId* record = nullptr;
        Instant at;
        Symptoms signs;
    };
    void report(const Report& report);

    Symptoms signs_;
    std::optional<Report> latest_;
    std::optional<Report> answer_;
};

/// The warning signs that count for a track, and those that count for the whole person.
[[nodiscard]] SignReports reports_of_track();
[[nodiscard]] SignReports reports_of_person();

/// Reasons to leave an area out, and what took them back. Told in the same order.
class LeaveOutReasons {
public:
    void take(const CheckIn& checkin);
    void take(const Session& session);

    /// Contraindication: a reason that no later answer to a question asking about it has taken back.
    [[nodiscard]] std::optional<Flag> flag(const Look& look) const;

private:
    void stand(Screenings named, const RecordId& record, LocalDay day, bool names_it);

    Screenings standing_;
    RecordRefs evidence_;
    std::optional<LocalDay> since_;
};

/// Contraindication of the whole person: a condition that no clinician's word covers.
[[nodiscard]] std::optional<Flag> profile_contraindication(const Profile& profile);

}  // namespace unknot::guidance
