#include "tests/support/two_machines.h"

#include "storage/logbook/other_log.h"
#include "storage/sqlite/statement.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <functional>

namespace unknot::tests {

namespace {

constexpr std::int64_t minute_ms = 60'000;

/// A record of the log, chosen by dice; null where it has none.
template <typename Record>
std::shared_ptr<const Record> some_record(const Snapshot& snapshot,
                                          std::vector<std::shared_ptr<const Record>> AreaRecords::*list,
                                          std::mt19937& dice) {
    std::vector<std::shared_ptr<const Record>> all;
    for (const auto& [area, records] : snapshot.areas) {
        const auto& more = (*records).*list;
        all.insert(all.end(), more.begin(), more.end());
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a->id < b->id; });
    return all.empty() ? nullptr : all[dice() % all.size()];
}

Area own_area(std::uint32_t roll) {
    Area area;
    area.id = "own-" + std::to_string(roll % 2);
    area.name = "Place " + std::to_string(roll % 7);
    area.sides = {true, roll % 3 != 0, roll % 5 == 0};
    area.front = true;
    area.retired = roll % 11 == 0;
    area.own = true;
    if (roll % 2 == 0) {
        area.map_place = MapPlace{BodyView::front, static_cast<std::int32_t>(roll % 1000), 10};
    }
    return area;
}

}  // namespace

Machine::Machine(std::string device, std::filesystem::path file, std::int64_t behind_s)
    : now_ms(test_now().utc_ms - behind_s * 1000),
      device_(std::move(device)),
      file_(std::move(file)),
      ids_(std::make_shared<std::uint64_t>(std::hash<std::string>()(device_) << 20U)) {}

storage::Services Machine::services() const {
    const Instant now{now_ms, 60};
    return {[now] { return now; },
            [ids = ids_] {
                const std::uint64_t id = ++*ids;
                std::array<std::uint8_t, 10> bytes{};
                for (std::size_t i = 0; i < 8; ++i) {
                    bytes[i + 2] = static_cast<std::uint8_t>(id >> (8 * i));
                }
                return bytes;
            },
            [device = device_] { return device; }};
}

storage::Logbook& Machine::log() {
    if (!log_) {
        storage::OpenOptions options;
        options.file = file_;
        auto opened = storage::Logbook::open(options, services());
        REQUIRE(opened.ok());
        log_ = std::move(*opened);
    }
    return *log_;
}

bool Machine::try_to_say(const Command& command) {
    now_ms += minute_ms;
    close();  // the next one has the new time
    return log().apply(command).ok();
}

void Machine::say(const Command& command) {
    REQUIRE(try_to_say(command));
}

MergeCounts Machine::preview(const std::filesystem::path& other) {
    const auto read = storage::OtherLog::read(other);
    REQUIRE(read.ok());
    const auto counts = log().merge_preview(**read);
    REQUIRE(counts.ok());
    return *counts;
}

MergeCounts Machine::merge(const std::filesystem::path& other) {
    const MergeCounts expected = preview(other);
    now_ms += minute_ms;
    close();
    const auto read = storage::OtherLog::read(other);
    REQUIRE(read.ok());
    const auto merged = log().merge(**read);
    REQUIRE(merged.ok());
    CHECK(merged->counts == expected);
    return merged->counts;
}

std::shared_ptr<const Snapshot> Machine::snapshot() {
    const auto snapshot = log().snapshot();
    REQUIRE(snapshot.ok());
    return *snapshot;
}

std::vector<std::string> Machine::said() const {
    return said_in(file_);
}

Machine Machine::copy(const std::filesystem::path& file) {
    close();
    std::filesystem::copy_file(file_, file);
    Machine copied(device_, file);
    copied.now_ms = now_ms;
    *copied.ids_ = *ids_ + 1'000'000;
    return copied;
}

void Machine::do_something(std::mt19937& dice) {
    const auto shown = snapshot();
    const auto roll = static_cast<std::uint32_t>(dice() % 1000);
    const bool own = roll % 4 == 0 && shown->catalogue->find("own-0") != nullptr;
    const std::string area = own ? "own-0" : roll % 3 == 0 ? "calf" : "upper_trapezius";
    const Side side = roll % 2 == 0 ? Side::left : Side::right;
    const RecordId id = make_record_id(now_ms, services().random());
    switch (dice() % 12) {
        case 0:
        case 1:
        case 2: {
            Session session = sample_session(id.text(), area);
            session.side = side;
            session.started_at.utc_ms = now_ms;
            session.tool = "Tool " + std::to_string(roll % 3);
            (void)try_to_say(LogSession{session});
            break;
        }
        case 3:
        case 4: {
            CheckIn checkin = sample_checkin(id.text(), static_cast<int>(roll % 11), area);
            checkin.at.utc_ms = now_ms;
            checkin.side = side;
            (void)try_to_say(RecordCheckIns{{checkin}});
            break;
        }
        case 5:
            if (const auto session = some_record(*shown, &AreaRecords::sessions, dice)) {
                Session edited = *session;
                edited.note = "Note " + std::to_string(roll);
                (void)try_to_say(EditSession{edited});
            }
            break;
        case 6:
            if (const auto checkin = some_record(*shown, &AreaRecords::checkins, dice)) {
                CheckIn edited = *checkin;
                edited.soreness = Soreness::of(static_cast<int>(roll % 11));
                (void)try_to_say(EditCheckIns{{edited}});
            }
            break;
        case 7:
            if (const auto session = some_record(*shown, &AreaRecords::sessions, dice)) {
                (void)try_to_say(DeleteRecord{session->id});
            } else if (const auto checkin = some_record(*shown, &AreaRecords::checkins, dice)) {
                (void)try_to_say(DeleteRecord{checkin->id});
            }
            break;
        case 8:
            if (const auto deleted = log().deleted_records(); deleted.ok() && !deleted->empty()) {
                const auto& one = deleted->front();
                const RecordId gone = one.session ? one.session->id : one.checkin->id;
                (void)try_to_say(roll % 4 == 0 ? Command(RemoveForGood{gone}) : Command(RestoreRecord{gone}));
            }
            break;
        case 9: (void)try_to_say(PutArea{own_area(roll)}); break;
        case 10:
            if (roll % 3 == 0) {
                Profile profile;
                profile.conditions = Conditions::from_bits(roll % 16);
                (void)try_to_say(SetProfile{profile});
            } else if (roll % 5 == 0) {
                (void)try_to_say(AddTool{"Tool " + std::to_string(roll % 3)});
            } else {
                (void)try_to_say(RetireTool{"Tool " + std::to_string(roll % 3), roll % 2 == 0});
            }
            break;
        default: (void)try_to_say(Undo{""}); break;
    }
}

std::vector<std::string> said_in(const std::filesystem::path& file) {
    storage::Connection connection(file, storage::Connection::Access::read_only,
                                   std::chrono::milliseconds(1000));
    std::vector<std::string> rows;
    for (const std::string table :
         {"session", "checkin", "own_area", "area_place", "profile", "tool", "tombstone"}) {
        const std::string columns = connection.text(
            "SELECT group_concat(CASE name WHEN 'device' THEN '(SELECT quote(id) FROM device WHERE "
            "number=t.device)' ELSE 'quote(\"' || name || '\")' END, ' || '','' || ') FROM "
            "pragma_table_info('" +
            table + "') WHERE name NOT IN ('state', 'checksum')");
        storage::Statement row(connection, "SELECT " + columns + " FROM " + table + " t");
        while (row.step()) {
            rows.push_back(table + ": " + std::string(row.text(0)));
        }
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

}  // namespace unknot::tests
