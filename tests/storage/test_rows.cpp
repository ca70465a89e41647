#include "storage/sqlite/connection.h"
#include "storage/sqlite/statement.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;
using namespace unknot::storage;
using namespace unknot::tests;

namespace {

/// A log with something in every table that holds records, every column filled.
void fill(const std::filesystem::path& file) {
    const auto log = open_log(file);
    Area area;
    area.id = "own_1";
    area.name = "My spot";
    area.sides = {true, true, false};
    area.own = true;
    REQUIRE(log->apply(PutArea{area}).ok());
    Profile profile;
    profile.conditions = {Condition::blood_thinners};
    profile.cleared = {Condition::blood_thinners};
    profile.cleared_at = test_now();
    REQUIRE(log->apply(SetProfile{profile}).ok());
    Session session = sample_session("s1");
    session.soreness_before = Soreness::of(2);
    session.sensations = Sensations{Sensation::tensed};
    session.screening = Screenings{};
    session.note = "note";
    REQUIRE(log->apply(LogSession{session}).ok());
    CheckIn checkin = sample_checkin("c1", 3);
    checkin.symptoms = Symptoms{};
    checkin.note = "note";
    REQUIRE(log->apply(RecordCheckIns{{checkin}}).ok());
    REQUIRE(log->apply(RecordCheckIns{{sample_checkin("c2", 4)}}).ok());
    REQUIRE(log->apply(DeleteRecord{{"c2"}}).ok());
}

/// Every column of a table with the changes that its type allows.
std::vector<std::pair<std::string, std::string>> changes_of(const std::filesystem::path& file,
                                                            const std::string& table) {
    std::vector<std::pair<std::string, std::string>> changes;
    Connection connection(file, Connection::Access::read_only, std::chrono::milliseconds(0));
    Statement column(connection, "SELECT name, type, \"notnull\" FROM pragma_table_info(?)");
    column.bind(1, table);
    while (column.step()) {
        const std::string name(column.text(0));
        changes.emplace_back(name, column.text(1) == "TEXT" ? name + " || 'x'" : name + " + 1");
        if (column.integer(2) == 0) {
            changes.emplace_back(name, "NULL");
        }
    }
    return changes;
}

}  // namespace

TEST_CASE("no column of a record can change unseen", "[storage]") {
    const TemporaryFolder folder(TemporaryFolder::Disk::memory);
    const auto whole = folder.path() / "whole.db";
    fill(whole);
    for (const std::string table : {"session", "checkin", "own_area", "profile"}) {
        int changed = 0;
        for (const auto& [column, value] : changes_of(whole, table)) {
            const auto file = folder.path() / "changed.db";
            std::filesystem::copy_file(whole, file, std::filesystem::copy_options::overwrite_existing);
            Connection(file, Connection::Access::read_write, std::chrono::milliseconds(0))
                .execute("PRAGMA ignore_check_constraints=ON; PRAGMA foreign_keys=OFF; UPDATE " + table +
                         " SET " + column + "=" + value);
            INFO(table << "." << column << " = " << value);
            const auto snapshot = open_log(file)->snapshot();
            REQUIRE_FALSE(snapshot.ok());
            CHECK(snapshot.error().problem == Problem::damaged);
            ++changed;
        }
        CHECK(changed > 9);
    }
}

TEST_CASE("undo brings nothing back from a damaged step", "[storage][undo]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    fill(file);
    Connection(file, Connection::Access::read_write, std::chrono::milliseconds(0))
        .execute(
            "UPDATE undo_change SET content=replace(content, 'soreness\":4', 'soreness\":5') WHERE id='c2'");
    const auto log = open_log(file);
    const auto undone = log->apply(Undo{});
    REQUIRE_FALSE(undone.ok());
    CHECK(undone.error().problem == Problem::damaged);
    CHECK(undone.error().id == "c2");
    CHECK((*log->snapshot())->find_checkin({"c2"}) == nullptr);
}
