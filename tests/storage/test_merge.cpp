#include "storage/logbook/other_log.h"
#include "storage/sqlite/statement.h"
#include "tests/support/temporary_log.h"
#include "tests/support/two_machines.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

using namespace unknot;
using namespace unknot::storage;
using namespace unknot::tests;

namespace {

constexpr std::int64_t a_year_s = 365LL * 24 * 3600;

/// Two machines, each with a log of its own, in one folder.
struct Pair {
    TemporaryFolder folder{TemporaryFolder::Disk::memory};
    Machine a{"device-a", folder.path() / "a.db"};
    Machine b{"device-b", folder.path() / "b.db"};
};

Session noted(Session session, const std::string& note) {
    session.note = note;
    return session;
}

std::string note_of(Machine& machine, const std::string& id) {
    const auto session = machine.snapshot()->find_session({id});
    return session ? session->note : "(none)";
}

}  // namespace

TEST_CASE("a merge takes what only the other log has and leaves what only this one has", "[storage][merge]") {
    Pair pair;
    pair.a.say(LogSession{sample_session("of-a")});
    pair.b.say(LogSession{sample_session("of-b")});
    pair.b.say(RecordCheckIns{{sample_checkin("c-of-b", 4)}});
    const MergeCounts counts = pair.a.merge(pair.b);
    CHECK(counts.added == 2);
    CHECK(counts.changes() == 2);
    CHECK(pair.a.snapshot()->session_count() == 2);
    CHECK(pair.a.snapshot()->find_checkin({"c-of-b"}) != nullptr);
    CHECK(pair.b.snapshot()->session_count() == 1);
}

TEST_CASE("of two entries the later revision wins, whichever log is joined with which", "[storage][merge]") {
    Pair pair;
    pair.a.say(LogSession{sample_session("s")});
    (void)pair.b.merge(pair.a);
    pair.a.say(EditSession{noted(sample_session("s"), "earlier")});
    pair.b.say(EditSession{noted(sample_session("s"), "earlier too")});
    pair.b.say(EditSession{noted(sample_session("s"), "later")});
    const MergeCounts into_a = pair.a.copy(pair.folder.path() / "a2.db").merge(pair.b);
    CHECK(into_a.changed == 1);
    CHECK(pair.b.merge(pair.a).kept == 1);
    CHECK(pair.a.merge(pair.b).changed == 1);
    CHECK(note_of(pair.a, "s") == "later");
    CHECK(note_of(pair.b, "s") == "later");
    CHECK(pair.a.said() == pair.b.said());
}

TEST_CASE("a deletion stays deleted, and an edit that is later than it brings the record back",
          "[storage][merge]") {
    Pair pair;
    pair.a.say(LogSession{sample_session("gone")});
    pair.a.say(LogSession{sample_session("back")});
    (void)pair.b.merge(pair.a);
    pair.a.say(DeleteRecord{{"gone"}});
    pair.a.say(DeleteRecord{{"back"}});
    pair.b.now_ms = pair.a.now_ms;
    pair.b.say(EditSession{noted(sample_session("back"), "edited after the deletion")});
    SECTION("into the log that deleted") {
        const MergeCounts counts = pair.a.merge(pair.b);
        CHECK(counts.kept == 1);
        CHECK(counts.added == 1);
    }
    SECTION("into the log that edited") {
        const MergeCounts counts = pair.b.merge(pair.a);
        CHECK(counts.deleted == 1);
        CHECK(counts.kept == 1);
        CHECK(pair.b.log().deleted_records()->size() == 1);
    }
    (void)pair.a.merge(pair.b);
    (void)pair.b.merge(pair.a);
    CHECK(note_of(pair.a, "gone") == "(none)");
    CHECK(note_of(pair.b, "gone") == "(none)");
    CHECK(note_of(pair.a, "back") == "edited after the deletion");
    CHECK(pair.a.said() == pair.b.said());
}

TEST_CASE("taking back a deletion or an entry is a later word for the other machine too",
          "[storage][merge]") {
    Pair pair;
    pair.a.say(LogSession{sample_session("kept")});
    pair.a.say(LogSession{sample_session("mistake")});
    (void)pair.b.merge(pair.a);
    pair.a.say(Undo{""});  // the mistake
    pair.a.say(DeleteRecord{{"kept"}});
    (void)pair.b.merge(pair.a);
    CHECK(pair.b.snapshot()->session_count() == 0);
    pair.a.say(Undo{""});
    (void)pair.b.merge(pair.a);
    CHECK(pair.b.snapshot()->find_session({"kept"}) != nullptr);
    CHECK(pair.b.snapshot()->find_session({"mistake"}) == nullptr);
    CHECK(pair.a.said() == pair.b.said());
}

TEST_CASE("a machine whose wall clock is a year behind has the last word once it has seen the other's",
          "[storage][merge]") {
    const TemporaryFolder folder(TemporaryFolder::Disk::memory);
    Machine right("device-right", folder.path() / "a.db");
    Machine behind("device-behind", folder.path() / "b.db", a_year_s);
    right.say(LogSession{sample_session("s")});
    right.say(LogSession{sample_session("t")});
    (void)behind.merge(right);
    Session edited = noted(sample_session("s"), "said last");
    edited.started_at.utc_ms = behind.now_ms;
    behind.say(EditSession{edited});
    behind.say(DeleteRecord{{"t"}});
    (void)right.merge(behind);
    CHECK(note_of(right, "s") == "said last");
    CHECK(right.snapshot()->find_session({"t"}) == nullptr);
    CHECK(behind.merge(right).changes() == 0);
    CHECK(right.said() == behind.said());
}

TEST_CASE("own areas, tools and the profile are joined, the later revision of each", "[storage][merge]") {
    Pair pair;
    Area area;
    area.id = "own-1";
    area.name = "Jaw";
    area.sides = {true, true, false};
    area.front = true;
    area.own = true;
    area.map_place = MapPlace{BodyView::front, 500, 100};
    pair.a.say(PutArea{area});
    pair.a.say(LogSession{sample_session("s", "own-1")});
    pair.a.say(RetireTool{"Lacrosse ball", true});
    Profile profile;
    profile.conditions = Conditions::from_bits(1);
    pair.a.say(SetProfile{profile});
    const MergeCounts counts = pair.b.merge(pair.a);
    CHECK(counts.areas == 1);
    CHECK(counts.tools == 1);
    CHECK(counts.profile);
    CHECK(pair.b.snapshot()->catalogue->find("own-1")->name == "Jaw");
    CHECK(pair.b.snapshot()->catalogue->find("own-1")->map_place == area.map_place);
    CHECK(pair.b.snapshot()->profile == profile);
    CHECK(pair.b.snapshot()->retired_tools == std::vector<std::string>{"Lacrosse ball"});
    pair.b.say(RetireTool{"Lacrosse ball", false});
    area.name = "Left of the jaw";
    area.map_place.reset();
    pair.b.say(PutArea{area});
    (void)pair.a.merge(pair.b);
    CHECK(pair.a.snapshot()->catalogue->find("own-1")->name == "Left of the jaw");
    CHECK_FALSE(pair.a.snapshot()->catalogue->find("own-1")->map_place);
    CHECK(pair.a.snapshot()->retired_tools.empty());
    CHECK(pair.a.said() == pair.b.said());
}

TEST_CASE("a tool that one machine added is offered on the other, and so is its removal",
          "[storage][merge]") {
    Pair pair;
    pair.a.say(AddTool{"Ball"});
    CHECK(pair.b.merge(pair.a).tools == 1);
    CHECK(pair.b.snapshot()->tools == std::vector<std::string>{"Ball"});
    pair.b.say(RetireTool{"Ball"});
    CHECK(pair.a.merge(pair.b).tools == 1);
    CHECK(pair.a.snapshot()->tools.empty());
    (void)pair.b.merge(pair.a);
    CHECK(pair.b.snapshot()->tools.empty());
    CHECK(pair.a.said() == pair.b.said());
}

TEST_CASE("the old name of an added tool does not come back from the other machine", "[storage][merge]") {
    Pair pair;
    pair.a.say(AddTool{"Ball"});
    (void)pair.b.merge(pair.a);
    pair.a.say(RenameTool{"Ball", "Tennis ball"});
    (void)pair.a.merge(pair.b);
    (void)pair.b.merge(pair.a);
    CHECK(pair.a.snapshot()->tools == std::vector<std::string>{"Tennis ball"});
    CHECK(pair.b.snapshot()->tools == std::vector<std::string>{"Tennis ball"});
}

TEST_CASE("taking back that a tool was retired reaches the other machine", "[storage][merge]") {
    Pair pair;
    pair.a.say(RetireTool{"Ball", true});
    (void)pair.b.merge(pair.a);
    pair.a.say(Undo{""});
    CHECK(pair.a.snapshot()->retired_tools.empty());
    (void)pair.b.merge(pair.a);
    CHECK(pair.b.snapshot()->retired_tools.empty());
}

TEST_CASE("a side that one machine took from an own area while the other used it stays usable",
          "[storage][merge]") {
    Pair pair;
    Area area;
    area.id = "own-1";
    area.name = "Jaw";
    area.sides = {true, true, false};
    area.front = true;
    area.own = true;
    pair.a.say(PutArea{area});
    (void)pair.b.merge(pair.a);
    Session right = sample_session("s", "own-1");
    right.side = Side::right;
    pair.b.say(LogSession{right});
    area.sides.right = false;
    pair.a.now_ms = pair.b.now_ms;
    pair.a.say(PutArea{area});
    (void)pair.a.merge(pair.b);
    (void)pair.b.merge(pair.a);
    CHECK(pair.a.said() == pair.b.said());
    CHECK(pair.a.snapshot()->catalogue->find("own-1")->sides.right);
    pair.a.say(EditSession{noted(right, "still editable")});
    Session another = sample_session("s2", "own-1");
    another.side = Side::right;
    pair.a.say(LogSession{another});
    (void)pair.b.merge(pair.a);
    CHECK(pair.a.said() == pair.b.said());
}

TEST_CASE("any two logs say the same after each was joined with the other, and joining again changes nothing",
          "[storage][merge]") {
    const unsigned seed = GENERATE(range(1U, 41U));
    CAPTURE(seed);
    std::mt19937 dice(seed);
    const TemporaryFolder folder(TemporaryFolder::Disk::memory);
    Machine a("device-a", folder.path() / "a.db");
    Machine b("device-b", folder.path() / "b.db", seed % 2 == 0 ? a_year_s : 0);
    for (int round = 0; round < 4; ++round) {
        for (int i = 0; i < 12; ++i) {
            (dice() % 2 == 0 ? a : b).do_something(dice);
        }
        if (round == 3) {
            break;
        }
        (void)(dice() % 2 == 0 ? a.merge(b) : b.merge(a));
    }
    // What joining gives does not depend on whose file it is: one way on copies, the other on the logs.
    Machine copy_of_a = a.copy(folder.path() / "a2.db");
    Machine copy_of_b = b.copy(folder.path() / "b2.db");
    (void)copy_of_a.merge(copy_of_b);
    (void)copy_of_b.merge(folder.path() / "a.db");
    CHECK(copy_of_a.said() == copy_of_b.said());
    (void)b.merge(a);
    (void)a.merge(b);
    CHECK(a.said() == b.said());
    CHECK(a.said() == copy_of_a.said());
    const auto said = a.said();
    CHECK(a.merge(b).changes() == 0);
    CHECK(a.said() == said);
    const auto undo = a.log().undo_preview("");
    CHECK(b.merge(a).changes() == 0);
    CHECK(b.said() == said);
    REQUIRE(undo.ok());
}

TEST_CASE("three logs come to the same in every order", "[storage][merge]") {
    const unsigned seed = GENERATE(range(100U, 120U));
    CAPTURE(seed);
    std::mt19937 dice(seed);
    const TemporaryFolder folder(TemporaryFolder::Disk::memory);
    std::vector<Machine> machines;
    for (const std::string name : {"a", "b", "c"}) {
        machines.emplace_back("device-" + name, folder.path() / (name + ".db"), name == "c" ? a_year_s : 0);
        for (int i = 0; i < 6; ++i) {
            machines.back().do_something(dice);
        }
    }
    for (int i = 0; i < 4; ++i) {
        const std::size_t into = dice() % 3;
        (void)machines[into].merge(machines[(into + 1 + dice() % 2) % 3]);
        for (int k = 0; k < 12; ++k) {
            machines[dice() % 3].do_something(dice);
        }
    }
    std::vector<std::size_t> order{0, 1, 2};
    std::vector<std::string> first;
    int count = 0;
    do {
        Machine into = machines[order[0]].copy(folder.path() / ("t" + std::to_string(++count) + ".db"));
        (void)into.merge(machines[order[1]]);
        (void)into.merge(machines[order[2]]);
        if (first.empty()) {
            first = into.said();
        }
        CHECK(into.said() == first);
        // By way of another one as well.
        Machine between = machines[order[1]].copy(folder.path() / ("u" + std::to_string(count) + ".db"));
        (void)between.merge(machines[order[2]]);
        Machine last = machines[order[0]].copy(folder.path() / ("v" + std::to_string(count) + ".db"));
        (void)last.merge(between);
        CHECK(last.said() == first);
    } while (std::next_permutation(order.begin(), order.end()));
    CHECK(count == 6);
}

TEST_CASE("copies of a log that share its device id and a moment come to the same in either direction",
          "[storage][merge]") {
    const TemporaryFolder folder(TemporaryFolder::Disk::memory);
    Machine a("one-device", folder.path() / "a.db");
    a.say(LogSession{sample_session("s")});
    a.say(LogSession{sample_session("t")});
    Machine b = a.copy(folder.path() / "b.db");
    a.say(EditSession{noted(sample_session("s"), "one")});
    b.say(EditSession{noted(sample_session("s"), "two")});
    a.say(DeleteRecord{{"t"}});
    b.say(EditSession{noted(sample_session("t"), "edited in the same millisecond")});
    Machine copy_of_a = a.copy(folder.path() / "a2.db");
    (void)copy_of_a.merge(b);
    (void)b.merge(a);
    CHECK(copy_of_a.said() == b.said());
    CHECK(note_of(b, "s") == "two");
    CHECK(note_of(b, "t") == "(none)");
}

TEST_CASE("a log whose device id came from its file is changed under the machine's own from now on",
          "[storage][merge]") {
    Pair pair;
    pair.a.say(LogSession{sample_session("s")});
    pair.a.close();
    std::filesystem::copy_file(pair.a.file(), pair.folder.path() / "copied.db");
    Machine other("device-c", pair.folder.path() / "copied.db");
    other.now_ms = pair.a.now_ms;
    other.say(LogSession{sample_session("t")});
    Connection connection(other.file(), Connection::Access::read_only, std::chrono::milliseconds(0));
    const auto device_of = [&](const std::string& id) {
        return connection.text(
            "SELECT device.id FROM session JOIN device ON number=device WHERE session.id='" + id + "'");
    };
    CHECK(device_of("s") == "device-a");
    CHECK(device_of("t") == "device-c");
    CHECK(connection.text("SELECT value FROM meta WHERE key='device'") == "device-a");
}

TEST_CASE("a merge is taken back in one step as if it had not been, and merging again brings it again",
          "[storage][merge]") {
    const unsigned seed = GENERATE(range(200U, 240U));
    CAPTURE(seed);
    std::mt19937 dice(seed);
    Pair pair;
    for (int i = 0; i < 25; ++i) {
        (i % 2 == 0 ? pair.a : pair.b).do_something(dice);
        if (i == 12) {
            (void)pair.a.merge(pair.b);
            (void)pair.b.merge(pair.a);
        }
    }
    const auto before = pair.a.said();
    const auto shown_before = pair.a.snapshot();
    const auto deleted_before = pair.a.log().deleted_records();
    const Machine unmerged = pair.a.copy(pair.folder.path() / "unmerged.db");
    (void)pair.a.merge(pair.b);
    const auto after = pair.a.said();
    if (after == before) {
        return;
    }
    const auto taken_back = pair.a.log().apply(Undo{""});
    REQUIRE(taken_back.ok());
    CHECK(taken_back->what == Applied::What::merged);
    CHECK(pair.a.said() == before);
    const auto shown = pair.a.snapshot();
    CHECK(shown->session_count() == shown_before->session_count());
    CHECK(shown->profile == shown_before->profile);
    CHECK(pair.a.log().deleted_records()->size() == deleted_before->size());
    // The other machine is told nothing by it that it would not have been told without the merge.
    Machine told = pair.b.copy(pair.folder.path() / "told.db");
    Machine told_without = pair.b.copy(pair.folder.path() / "told-without.db");
    (void)told.merge(pair.a);
    (void)told_without.merge(unmerged);
    CHECK(told.said() == told_without.said());
    (void)pair.a.merge(pair.b);
    CHECK(pair.a.said() == after);
}

TEST_CASE("a merge is not taken back where a record of it was changed since, and says so",
          "[storage][merge]") {
    Pair pair;
    pair.b.say(LogSession{sample_session("s")});
    (void)pair.a.merge(pair.b);
    const std::string origin = "another window";
    OpenOptions options;
    options.file = pair.a.file();
    options.origin = origin;
    auto window = Logbook::open(options, pair.a.services());
    REQUIRE(window.ok());
    REQUIRE((*window)->apply(EditSession{noted(sample_session("s"), "mine now")}).ok());
    const auto refused = pair.a.log().apply(Undo{"cli"});
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().problem == Problem::changed_since);
    CHECK(note_of(pair.a, "s") == "mine now");
    REQUIRE((*window)->apply(Undo{origin}).ok());
    CHECK(pair.a.log().apply(Undo{"cli"}).ok());
    CHECK(pair.a.snapshot()->session_count() == 0);
}

TEST_CASE("what was done before a merge can still be taken back after it", "[storage][merge]") {
    Pair pair;
    pair.b.say(LogSession{sample_session("theirs")});
    pair.a.say(LogSession{sample_session("mine")});
    (void)pair.a.merge(pair.b);
    REQUIRE(pair.a.log().apply(Undo{""}).ok());
    REQUIRE(pair.a.log().apply(Undo{""}).ok());
    CHECK(pair.a.snapshot()->session_count() == 0);
}

TEST_CASE("one id for a session here and a check-in there is refused, and nothing is joined",
          "[storage][merge]") {
    Pair pair;
    pair.a.say(LogSession{sample_session("1")});
    pair.b.say(RecordCheckIns{{sample_checkin("0", 3), sample_checkin("1", 3)}});
    const auto before = pair.a.said();
    const auto other = OtherLog::read(pair.b.file());
    REQUIRE(other.ok());
    const auto merged = pair.a.log().merge(**other);
    REQUIRE_FALSE(merged.ok());
    CHECK(merged.error().problem == Problem::id_taken);
    CHECK(merged.error().id == "1");
    CHECK(pair.a.said() == before);
}

TEST_CASE("a log joined with itself, with a backup of itself or with an empty one changes nothing",
          "[storage][merge]") {
    Pair pair;
    pair.a.say(LogSession{sample_session("s")});
    pair.a.say(DeleteRecord{{"s"}});
    pair.a.say(LogSession{sample_session("t")});
    const auto before = pair.a.said();
    CHECK(pair.a.merge(pair.a.file()).identical == 1);
    (void)pair.b.log();
    CHECK(pair.a.merge(pair.b) == MergeCounts{});
    CHECK(pair.a.said() == before);
    CHECK(pair.a.log().undo_preview("")->value().what == Applied::What::logged_session);
}
