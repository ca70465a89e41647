#include "tests/support/processes.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <random>
#include <tuple>

using namespace unknot;
using namespace unknot::storage;
using namespace unknot::tests;

namespace {

/// Says where two snapshots tell different things; empty where they do not.
std::string difference(const Snapshot& a, const Snapshot& b) {
    if (a.areas.size() != b.areas.size() || a.tools != b.tools || a.profile != b.profile ||
        a.profile_asked != b.profile_asked || a.catalogue->own() != b.catalogue->own()) {
        return "areas, tools, profile or own areas";
    }
    const auto same = [](const auto& x, const auto& y) { return *x == *y; };
    for (const auto& [area, records] : a.areas) {
        const auto other = b.areas.find(area);
        if (other == b.areas.end() ||
            !std::equal(records->sessions.begin(), records->sessions.end(), other->second->sessions.begin(),
                        other->second->sessions.end(), same) ||
            !std::equal(records->checkins.begin(), records->checkins.end(), other->second->checkins.begin(),
                        other->second->checkins.end(), same)) {
            return area;
        }
    }
    return {};
}

/// Makes commands as somebody might who tries everything on a handful of records.
class Restless {
public:
    explicit Restless(unsigned seed) : dice_(seed) {}

    Command next() {
        switch (one_of(8)) {
            case 0:
            case 1: return LogSession{session()};
            case 2: return EditSession{session()};
            case 3: return RecordCheckIns{{checkin(), checkin()}};
            case 4: return EditCheckIns{{checkin()}};
            case 5: return DeleteRecord{one_of(2) == 0 ? session().id : checkin().id};
            case 6: return SetProfile{Profile{Conditions::from_bits(one_of(16)), {}, {}, {}}};
            default: return Undo{};
        }
    }

private:
    unsigned one_of(unsigned count) { return std::uniform_int_distribution<unsigned>(0, count - 1)(dice_); }
    std::string area() { return std::array{"calf", "hand", "jaw", "forearm"}.at(one_of(4)); }

    Session session() {
        Session session = sample_session("s" + std::to_string(one_of(12)), area());
        session.started_at = plus_seconds(session.started_at, -60 * static_cast<std::int64_t>(one_of(9)));
        session.tool = std::array{"", "Ball", "Roller"}.at(one_of(3));
        session.note = std::to_string(one_of(5));
        return session;
    }
    CheckIn checkin() {
        CheckIn checkin =
            sample_checkin("c" + std::to_string(one_of(12)), static_cast<int>(one_of(11)), area());
        checkin.at = plus_seconds(checkin.at, -60 * static_cast<std::int64_t>(one_of(9)));
        return checkin;
    }

    std::mt19937 dice_;
};

}  // namespace

TEST_CASE("a snapshot kept up to date tells the same as one read anew", "[storage]") {
    for (unsigned seed = 1; seed <= 5; ++seed) {
        const TemporaryFolder folder(TemporaryFolder::Disk::memory);
        const auto file = folder.path() / "log.db";
        const auto one = open_log(file, "one");
        const auto two = open_log(file, "two");
        Restless restless(seed);
        int applied = 0;
        for (int i = 0; i < 150; ++i) {
            Logbook& who = i % 3 == 0 ? *two : *one;
            const auto result = who.apply(restless.next());
            applied += result.ok() && result->changed ? 1 : 0;
            if (i % 4 == 0) {
                (void)two->snapshot();
            }
            INFO("seed " << seed << ", command " << i);
            const auto anew = *open_log(file)->snapshot();
            CHECK(difference(**one->snapshot(), *anew).empty());
        }
        CHECK(difference(**two->snapshot(), **one->snapshot()).empty());
        CHECK(applied > 40);
    }
}

TEST_CASE("a snapshot shows an import that is most of the log, and one that is little of it", "[storage]") {
    const TemporaryFolder folder(TemporaryFolder::Disk::memory);
    const auto file = folder.path() / "log.db";
    const auto log = open_log(file);
    const auto import = [&](const std::string& prefix, int count) {
        ImportRecords records;
        for (int i = 0; i < count; ++i) {
            records.checkins.push_back(
                sample_checkin(prefix + std::to_string(i), i % 11, i % 2 == 0 ? "calf" : "jaw"));
        }
        REQUIRE(log->apply(records).ok());
        CHECK(difference(**log->snapshot(), **open_log(file)->snapshot()).empty());
    };
    REQUIRE(log->apply(LogSession{sample_session("s1")}).ok());
    REQUIRE((*log->snapshot())->session_count() == 1);
    import("most", 3000);
    const auto generation = (*log->snapshot())->generation;
    import("little", 600);
    CHECK((*log->snapshot())->checkin_count() == 3600);
    CHECK((*log->snapshot())->generation > generation);
}

TEST_CASE("a snapshot that is held does not change", "[storage]") {
    const TemporaryFolder folder;
    const auto log = open_log(folder.path() / "log.db");
    REQUIRE(log->apply(LogSession{sample_session("s1")}).ok());
    const auto held = *log->snapshot();
    Session edited = sample_session("s1");
    edited.note = "edited";
    REQUIRE(log->apply(EditSession{edited}).ok());
    CHECK(*held->find_session({"s1"}) == sample_session("s1"));
    CHECK((*log->snapshot())->find_session({"s1"})->note == "edited");
}

TEST_CASE("where nothing changed the snapshot is the same one", "[storage]") {
    const TemporaryFolder folder;
    const auto log = open_log(folder.path() / "log.db");
    REQUIRE(log->apply(LogSession{sample_session("s1")}).ok());
    const auto first = *log->snapshot();
    CHECK(*log->snapshot() == first);
    CHECK_FALSE(log->changed_elsewhere());
    REQUIRE(log->apply(LogSession{sample_session("s2")}).ok());
    CHECK((*log->snapshot())->generation > first->generation);
}

TEST_CASE("an own save shares every area that it did not touch, and every record", "[storage]") {
    const TemporaryFolder folder;
    const auto log = open_log(folder.path() / "log.db");
    REQUIRE(log->apply(LogSession{sample_session("s1")}).ok());
    REQUIRE(log->apply(LogSession{sample_session("s2", "hand")}).ok());
    const auto before = *log->snapshot();
    REQUIRE(log->apply(LogSession{sample_session("s3", "hand")}).ok());
    const auto after = *log->snapshot();
    CHECK(after->areas.at("calf") == before->areas.at("calf"));
    CHECK(after->find_session({"s2"}) == before->find_session({"s2"}));
}

TEST_CASE("another process's save is read area by area", "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    const auto log = open_log(file);
    REQUIRE(log->apply(LogSession{sample_session("s1")}).ok());
    const auto before = *log->snapshot();
    REQUIRE(
        in_a_process([&] { return open_log(file)->apply(LogSession{sample_session("s2", "hand")}).ok(); }));
    CHECK(log->changed_elsewhere());
    const auto after = *log->snapshot();
    CHECK(after->find_session({"s2"}) != nullptr);
    CHECK(after->areas.at("calf") == before->areas.at("calf"));
    CHECK_FALSE(log->changed_elsewhere());
}

TEST_CASE("tools are listed by their latest use", "[storage]") {
    const TemporaryFolder folder;
    const auto log = open_log(folder.path() / "log.db");
    int minutes = 0;
    for (const char* tool : {"Ball", "Roller", "", "Thumb", "Ball"}) {
        Session session = sample_session("s" + std::to_string(minutes));
        session.started_at = plus_seconds(session.started_at, 60LL * minutes++);
        session.tool = tool;
        REQUIRE(log->apply(LogSession{session}).ok());
    }
    CHECK((*log->snapshot())->tools == std::vector<std::string>{"Ball", "Thumb", "Roller"});
    REQUIRE(log->apply(Undo{}).ok());
    CHECK((*log->snapshot())->tools == std::vector<std::string>{"Thumb", "Roller", "Ball"});
}
