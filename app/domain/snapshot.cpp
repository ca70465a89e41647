#include "app/domain/snapshot.h"

#include <algorithm>
#include <tuple>

namespace unknot {

namespace {

/// Records are mostly entered in the order of their moments: then there is nothing to sort.
template <typename Record, typename Before>
void sort_unless_sorted(std::vector<std::shared_ptr<const Record>>& records, Before before) {
    if (!std::is_sorted(records.begin(), records.end(), before)) {
        std::sort(records.begin(), records.end(), before);
    }
}

}  // namespace

void sort_records(AreaRecords& records) {
    sort_unless_sorted(records.sessions, [](const auto& a, const auto& b) {
        return std::tie(a->started_at.utc_ms, a->id) < std::tie(b->started_at.utc_ms, b->id);
    });
    sort_unless_sorted(records.checkins, [](const auto& a, const auto& b) {
        return std::tie(a->at.utc_ms, a->id) < std::tie(b->at.utc_ms, b->id);
    });
}

std::size_t Snapshot::session_count() const {
    std::size_t count = 0;
    for (const auto& [id, records] : areas) {
        count += records->sessions.size();
    }
    return count;
}

std::size_t Snapshot::checkin_count() const {
    std::size_t count = 0;
    for (const auto& [id, records] : areas) {
        count += records->checkins.size();
    }
    return count;
}

std::shared_ptr<const Session> Snapshot::find_session(const RecordId& id) const {
    for (const auto& [area, records] : areas) {
        for (const auto& session : records->sessions) {
            if (session->id == id) {
                return session;
            }
        }
    }
    return nullptr;
}

std::shared_ptr<const CheckIn> Snapshot::find_checkin(const RecordId& id) const {
    for (const auto& [area, records] : areas) {
        for (const auto& checkin : records->checkins) {
            if (checkin->id == id) {
                return checkin;
            }
        }
    }
    return nullptr;
}

std::vector<LogEntry> newest_first(const Snapshot& snapshot) {
    std::vector<LogEntry> entries;
    entries.reserve(snapshot.session_count() + snapshot.checkin_count());
    for (const auto& [area, records] : snapshot.areas) {
        for (const auto& session : records->sessions) {
            entries.push_back({session, nullptr});
        }
        for (const auto& checkin : records->checkins) {
            entries.push_back({nullptr, checkin});
        }
    }
    std::sort(entries.begin(), entries.end(), [](const LogEntry& a, const LogEntry& b) {
        return std::tie(b.at().utc_ms, b.id()) < std::tie(a.at().utc_ms, a.id());
    });
    return entries;
}

}  // namespace unknot
