#include "storage/logbook/whole_log.h"

#include "app/domain/on_all_cores.h"
#include "storage/logbook/record_blocks.h"
#include "storage/logbook/tables.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

namespace unknot::storage {

namespace {

/// So many pages with rows are one thread's work at a time: enough that an area's records in them lie side by
/// side, and that no thread waits long for another.
constexpr std::size_t pages_a_share = 256;
/// About, where there are no long notes.
constexpr std::size_t rows_a_page = 40;

/// An area's records as they are read.
struct AreaInReading {
    explicit AreaInReading(const std::shared_ptr<LargePages>& memory) : sessions(memory), checkins(memory) {}

    AreaRecords records;
    RecordBlocks<Session> sessions;
    RecordBlocks<CheckIn> checkins;
};

/// Takes records as one thread reads them.
class Reading {
public:
    explicit Reading(bool many) : memory_(std::make_shared<LargePages>(many)) {}

    [[nodiscard]] TextPool& texts() { return texts_; }

    void take(Session&& session) {
        AreaInReading& area = area_of(session.area);
        area.records.sessions.push_back(area.sessions.add(std::move(session)));
    }
    void take(CheckIn&& checkin) {
        AreaInReading& area = area_of(checkin.area);
        area.records.checkins.push_back(area.checkins.add(std::move(checkin)));
    }
    /// Adds what was read to the whole, and holds it no longer.
    void give(std::unordered_map<std::string, AreaRecords>& whole) {
        for (auto& [area, read] : areas_) {
            AreaRecords& records = whole[*area];
            append(read.records.sessions, records.sessions);
            append(read.records.checkins, records.checkins);
        }
        areas_.clear();
    }

private:
    /// `area` is a text of the pool.
    AreaInReading& area_of(const SharedText& area) {
        return areas_.try_emplace(&area.str(), memory_).first->second;
    }
    template <typename Record>
    static void append(std::vector<Record>& from, std::vector<Record>& to) {
        to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    }

    std::shared_ptr<LargePages> memory_;
    TextPool texts_;
    std::unordered_map<const std::string*, AreaInReading> areas_;  ///< by the pool's text
};

/// Some pages of a table, and the records in them.
struct Share {
    const TablePages* pages;
    Kind kind;
    std::size_t first;
    std::size_t last;
    Reading reading;
    bool sound = false;

    void read() {
        const auto take = [this](auto&& record) { reading.take(std::forward<decltype(record)>(record)); };
        sound = kind == Kind::session ? each_session(*pages, first, last, reading.texts(), take)
                                      : each_checkin(*pages, first, last, reading.texts(), take);
    }
};

void share_out(const TablePages& pages, Kind kind, std::vector<Share>& shares) {
    for (std::size_t first = 0; first < pages.count(); first += pages_a_share) {
        const std::size_t last = std::min(first + pages_a_share, pages.count());
        shares.push_back({&pages, kind, first, last, Reading(last - first == pages_a_share)});
    }
}

/// Nothing where a page is not as it should be.
std::optional<std::vector<Share>> read_pages(Connection& connection) {
    const auto sessions = TablePages::of(connection, table_of(Kind::session));
    const auto checkins = TablePages::of(connection, table_of(Kind::checkin));
    if (!sessions || !checkins) {
        return std::nullopt;
    }
    std::vector<Share> shares;
    share_out(*sessions, Kind::session, shares);
    share_out(*checkins, Kind::checkin, shares);
    try {
        on_cores(shares.size(), (sessions->count() + checkins->count()) * rows_a_page,
                 [&](std::size_t share) { shares[share].read(); });
    } catch (const DamagedRecord&) {
        return std::nullopt;
    }
    const bool sound =
        std::all_of(shares.begin(), shares.end(), [](const Share& share) { return share.sound; });
    return sound ? std::optional(std::move(shares)) : std::nullopt;
}

}  // namespace

std::unordered_map<std::string, AreaRecords> read_whole_log(Connection& connection) {
    std::unordered_map<std::string, AreaRecords> whole;
    if (auto shares = read_pages(connection)) {
        for (Share& share : *shares) {
            share.reading.give(whole);
        }
    } else {
        // One pass over each table: going area by area through the indexes reads the pages of a large log
        // many times.
        Tables tables(connection);
        Reading reading(false);
        tables.each_session([&](Session&& session) { reading.take(std::move(session)); });
        tables.each_checkin([&](CheckIn&& checkin) { reading.take(std::move(checkin)); });
        reading.give(whole);
    }
    for (auto& [area, records] : whole) {
        sort_records(records);
    }
    return whole;
}

}  // namespace unknot::storage
