#include "storage/logbook/whole_log.h"

#include "storage/logbook/tables.h"
#include "storage/sqlite/transaction.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>

using namespace unknot;
using namespace unknot::storage;
using namespace unknot::tests;

namespace {

constexpr std::chrono::milliseconds no_wait{0};
constexpr std::array areas{"calf", "hand", "jaw"};

/// Check-ins enough for several threads, with sessions between them, none in the order of time.
void make_long_log(const std::filesystem::path& file) {
    ImportRecords records;
    for (int i = 0; i < 30'000; ++i) {
        const std::string area = areas.at(static_cast<std::size_t>(i) % areas.size());
        const std::string id = std::to_string(i * 7919 % 30'000);
        CheckIn checkin = sample_checkin("c" + id, i % 11, area);
        checkin.at = plus_seconds(checkin.at, -60 * (i * 7919LL % 30'000));
        records.checkins.push_back(checkin);
        if (i % 10 == 0) {
            Session session = sample_session("s" + id, area);
            session.started_at = plus_seconds(session.started_at, -60 * (i * 104'729LL % 30'000));
            session.note = std::string(i % 1000 == 0 ? 9000 : 5, 'n');
            records.sessions.push_back(session);
        }
    }
    REQUIRE(open_log(file)->apply(records).ok());
}

template <typename Record>
bool same(const std::vector<std::shared_ptr<const Record>>& a,
          const std::vector<std::shared_ptr<const Record>>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto& one, const auto& other) { return *one == *other; });
}

}  // namespace

TEST_CASE("a long log, read from its pages on all cores, is what statements read", "[storage]") {
    const TemporaryFolder folder(TemporaryFolder::Disk::memory);
    const auto file = folder.path() / "log.db";
    make_long_log(file);
    Connection connection(file, Connection::Access::read_only, no_wait);
    const Transaction one_moment(connection, Transaction::Kind::read);
    const auto pages = TablePages::of(connection, table_of(Kind::checkin));
    REQUIRE(pages);
    REQUIRE(pages->count() > 500);  // more than one share, and worth threads
    const auto whole = read_whole_log(connection);
    REQUIRE(whole.size() == areas.size());
    Tables tables(connection);
    for (const char* area : areas) {
        const AreaRecords read = tables.area_records(area);
        CHECK(same(whole.at(area).sessions, read.sessions));
        CHECK(same(whole.at(area).checkins, read.checkins));
    }
}

TEST_CASE("a damaged record is found whichever thread reads it, and named", "[storage]") {
    const TemporaryFolder folder(TemporaryFolder::Disk::memory);
    const auto file = folder.path() / "log.db";
    make_long_log(file);
    for (const char* id : {"c0", "c29999"}) {
        Connection connection(file, Connection::Access::read_write, no_wait);
        connection.execute("BEGIN; UPDATE checkin SET note='changed' WHERE id='" + std::string(id) +
                           "'; COMMIT");
        std::string named;
        try {
            const Transaction one_moment(connection, Transaction::Kind::read);
            (void)read_whole_log(connection);
        } catch (const DamagedRecord& damaged) {
            named = damaged.id;
        }
        CHECK(named == id);
        connection.execute("UPDATE checkin SET note='' WHERE id='" + std::string(id) + "'");
    }
}
