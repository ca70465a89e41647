#include "app/guidance/working_set.h"
#include "app/sample/sample.h"
#include "app/settings/draft_store.h"
#include "app/shell/draft_keeper.h"
#include "storage/sqlite/connection.h"
#include "tests/support/panel_test.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <thread>

using namespace unknot;
using tests::Panels;

namespace {

/// A log of some years, and what somebody kept of it when the window was open last.
struct LongLog {
    tests::TemporaryFolder folder{tests::TemporaryFolder::Disk::memory};
    std::filesystem::path file = folder.path() / "log.db";
    WorkingSet set;
    std::size_t all = 0;

    LongLog() {
        const auto log = tests::open_log(file);
        sample::Generator generator({700, 2800}, 3, tests::test_now());
        ImportRecords records;
        records.areas = generator.own_areas();
        for (auto batch = generator.next(10'000); batch.size() > 0; batch = generator.next(10'000)) {
            records.sessions.insert(records.sessions.end(), batch.sessions.begin(), batch.sessions.end());
            records.checkins.insert(records.checkins.end(), batch.checkins.begin(), batch.checkins.end());
        }
        REQUIRE(log->apply(records).ok());
        REQUIRE(log->apply(SetProfile{}).ok());
        const auto snapshot = log->snapshot().value();
        all = snapshot->session_count() + snapshot->checkin_count();
        set = guidance::working_set(*snapshot, tests::test_now()).value();
    }

    [[nodiscard]] std::unique_ptr<Panels> open(const std::optional<WorkingSet>& part,
                                               int first_frames = 3) const {
        tests::PanelOptions options;
        options.now = tests::test_now();
        options.set = part;
        options.first_frames = first_frames;
        return std::make_unique<Panels>(file, options);
    }
};

std::size_t records_in(Panels& panels) {
    const Snapshot& snapshot = panels.session().snapshot();
    return snapshot.session_count() + snapshot.checkin_count();
}

}  // namespace

TEST_CASE("Today says the same of a long log's working set as of all of it, and then shows all of it",
          "[shell][panel]") {
    const LongLog log;
    REQUIRE(log.set.sessions.size() + log.set.checkins.size() < log.all / 2);
    std::string from_all;
    {
        const auto whole = log.open(std::nullopt);
        from_all = whole->all_text();
    }
    const auto panels = log.open(log.set);
    CHECK(records_in(*panels) == log.set.sessions.size() + log.set.checkins.size());
    CHECK(panels->all_text() == from_all);
    panels->frames(1);
    CHECK(records_in(*panels) == log.all);
    CHECK(panels->all_text() == from_all);
}

TEST_CASE("a window that waits shows all of a long log as soon as it is read", "[shell][panel]") {
    const LongLog log;
    const auto panels = log.open(log.set);
    for (int tries = 0; tries < 3000 && records_in(*panels) < log.all; ++tries) {
        (void)panels->session().look_around();
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    CHECK(records_in(*panels) == log.all);
}

TEST_CASE("another screen than Today is never drawn from a part of the log", "[shell][panel]") {
    const LongLog log;
    const auto panels = log.open(log.set, 1);
    REQUIRE(records_in(*panels) < log.all);
    views::go_to(panels->session().state(), views::Screen::history);
    panels->frames(1);
    CHECK(records_in(*panels) == log.all);
}

TEST_CASE("a key that is pressed in the first moment saves into the whole log", "[shell][panel]") {
    const LongLog log;
    const auto panels = log.open(log.set, 1);
    REQUIRE(records_in(*panels) < log.all);
    panels->key(ImGuiKey_4);
    CHECK(records_in(*panels) == log.all + 1);
    CHECK(tests::open_log(log.file)->snapshot().value()->checkin_count() ==
          panels->session().snapshot().checkin_count());
}

TEST_CASE("a working set of another state of the log is not used, nor on a day on which it does not hold",
          "[shell]") {
    const LongLog log;
    const auto is_part = [&](const WorkingSet& set) {
        const auto read = shell::read_log(log.file, tests::test_services(), set);
        REQUIRE(read.log.ok());
        return read.part != nullptr;
    };
    CHECK(is_part(log.set));
    WorkingSet other = log.set;
    other.until = local_day(tests::test_now()) - 1;
    CHECK_FALSE(is_part(other));
    other = log.set;
    other.from = local_day(tests::test_now()) + 1;
    CHECK_FALSE(is_part(other));
    other = log.set;
    other.checkins.emplace_back("0190a1b2-0000-7000-8000-000000000001");
    CHECK_FALSE(is_part(other));
    REQUIRE(tests::open_log(log.file)->apply(LogSession{tests::sample_session("s1")}).ok());
    CHECK_FALSE(is_part(log.set));
}

TEST_CASE("where the rest of a log cannot be read, no part of it passes for all", "[shell][panel]") {
    const LongLog log;
    {
        storage::Connection raw(log.file, storage::Connection::Access::read_write,
                                std::chrono::milliseconds(1000));
        raw.execute("UPDATE checkin SET soreness = 9 WHERE rowid = 1");
    }
    const auto panels = log.open(log.set);
    CHECK_FALSE(panels->says("The log is damaged"));
    panels->settle();
    CHECK(panels->says("The log is damaged"));
    CHECK(panels->session().snapshot().empty());
}

TEST_CASE("what was typed about an old record comes back, though the first frames do not know the record",
          "[shell][panel]") {
    const LongLog log;
    const auto state = log.folder.path() / "state";
    const auto whole = tests::open_log(log.file)->snapshot().value();
    const auto& oldest = whole->areas.begin()->second->sessions.front();
    shell::FormDraft typed;
    typed.edit.emplace();
    typed.edit->editing = true;
    typed.edit->id = oldest->id;
    typed.edit->note = "half a thought";
    REQUIRE(
        settings::DraftStore(state).save(settings::Draft::form, log.file, shell::form_to_json(typed)).ok());
    const auto panels = log.open(log.set);
    REQUIRE(panels->session().snapshot().find_session(oldest->id) == nullptr);
    shell::DraftKeeper drafts(state, log.file);
    drafts.load(panels->session());
    const auto& shelved = panels->session().state().log.shelved;
    REQUIRE(shelved);
    CHECK(shelved->note == "half a thought");
    CHECK(records_in(*panels) == log.all);
}
