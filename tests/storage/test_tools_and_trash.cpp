#include "storage/sqlite/connection.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;
using namespace unknot::storage;
using namespace unknot::tests;

namespace {

Session with_tool(const std::string& id, const std::string& tool) {
    Session session = sample_session(id);
    session.tool = tool;
    return session;
}

std::int64_t count(const std::filesystem::path& file, const std::string& what) {
    Connection connection(file, Connection::Access::read_only, std::chrono::milliseconds(1000));
    return connection.integer("SELECT count(*) FROM " + what);
}

}  // namespace

TEST_CASE("a tool renamed is renamed in every session, and back in one undo", "[storage]") {
    const TemporaryFolder folder;
    const auto log = open_log(folder.path() / "log.db");
    REQUIRE(log->apply(LogSession{with_tool("s1", "ball")}).ok());
    REQUIRE(log->apply(LogSession{with_tool("s2", "ball")}).ok());
    REQUIRE(log->apply(LogSession{with_tool("s3", "roller")}).ok());
    const auto renamed = log->apply(RenameTool{"ball", "roller"});
    REQUIRE(renamed.ok());
    CHECK(renamed->count == 2);
    CHECK((*log->snapshot())->tools == std::vector<std::string>{"roller"});
    REQUIRE(log->apply(Undo{}).ok());
    CHECK((*log->snapshot())->find_session({"s1"})->tool == "ball");
    CHECK((*log->snapshot())->find_session({"s2"})->tool == "ball");
    CHECK((*log->snapshot())->find_session({"s3"})->tool == "roller");
    CHECK(log->apply(RenameTool{"ball", "  "}).error().problem == Problem::not_accepted);
    CHECK_FALSE(log->apply(RenameTool{"unknown", "roller"})->changed);
}

TEST_CASE("a retired tool is offered no more, keeps its sessions, and can come back", "[storage]") {
    const TemporaryFolder folder;
    const auto log = open_log(folder.path() / "log.db");
    REQUIRE(log->apply(LogSession{with_tool("s1", "ball")}).ok());
    REQUIRE(log->apply(RetireTool{"ball"}).ok());
    CHECK((*log->snapshot())->tools.empty());
    CHECK((*log->snapshot())->retired_tools == std::vector<std::string>{"ball"});
    CHECK((*log->snapshot())->find_session({"s1"})->tool == "ball");
    CHECK_FALSE(log->apply(RetireTool{"ball"})->changed);
    SECTION("by undo") {
        REQUIRE(log->apply(Undo{}).ok());
    }
    SECTION("by being offered again, which undo takes back too") {
        REQUIRE(log->apply(RetireTool{"ball", false}).ok());
        REQUIRE(log->apply(Undo{}).ok());
        CHECK((*log->snapshot())->tools.empty());
        REQUIRE(log->apply(Undo{}).ok());
    }
    CHECK((*log->snapshot())->tools == std::vector<std::string>{"ball"});
}

TEST_CASE("a retired tool stays retired under its new name", "[storage]") {
    const TemporaryFolder folder;
    const auto log = open_log(folder.path() / "log.db");
    REQUIRE(log->apply(LogSession{with_tool("s1", "ball")}).ok());
    REQUIRE(log->apply(RetireTool{"ball"}).ok());
    REQUIRE(log->apply(RenameTool{"ball", "old ball"}).ok());
    CHECK((*log->snapshot())->retired_tools == std::vector<std::string>{"old ball"});
    REQUIRE(log->apply(Undo{}).ok());
    CHECK((*log->snapshot())->retired_tools == std::vector<std::string>{"ball"});
}

TEST_CASE("a tool that was added is offered though no session has it, and undo takes it back", "[storage]") {
    const TemporaryFolder folder;
    const auto log = open_log(folder.path() / "log.db");
    REQUIRE(log->apply(LogSession{with_tool("s1", "roller")}).ok());
    const auto added = log->apply(AddTool{"ball"});
    REQUIRE(added.ok());
    CHECK(added->what == Applied::What::added_tool);
    CHECK((*log->snapshot())->tools == std::vector<std::string>{"roller", "ball"});
    CHECK((*log->snapshot())->unused_tools == std::vector<std::string>{"ball"});
    CHECK((*open_log(folder.path() / "log.db")->snapshot())->tools == (*log->snapshot())->tools);
    REQUIRE(log->apply(Undo{}).ok());
    CHECK((*log->snapshot())->tools == std::vector<std::string>{"roller"});
    CHECK((*log->snapshot())->retired_tools.empty());
    CHECK((*log->snapshot())->added_tools.empty());
}

TEST_CASE("a tool is not added without a name, with one that is too long, or a second time", "[storage]") {
    const TemporaryFolder folder;
    const auto log = open_log(folder.path() / "log.db");
    REQUIRE(log->apply(LogSession{with_tool("s1", "roller")}).ok());
    REQUIRE(log->apply(AddTool{"ball"}).ok());
    const auto reason = [&](const std::string& name) {
        const auto refused = log->apply(AddTool{name});
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().problem == Problem::not_accepted);
        return refused.error().refusals.at(0).reason;
    };
    CHECK(reason("  ") == Reason::empty_name);
    CHECK(reason(std::string(61, 'x')) == Reason::too_long);
    CHECK(reason("ball") == Reason::there_already);
    CHECK(reason("roller") == Reason::there_already);
    CHECK(log->apply(AddTool{std::string(60, 'x')}).ok());
}

TEST_CASE("adding a retired tool offers it again", "[storage]") {
    const TemporaryFolder folder;
    const auto log = open_log(folder.path() / "log.db");
    REQUIRE(log->apply(LogSession{with_tool("s1", "ball")}).ok());
    REQUIRE(log->apply(RetireTool{"ball"}).ok());
    CHECK(log->apply(AddTool{"ball"})->what == Applied::What::offered_tool);
    CHECK((*log->snapshot())->tools == std::vector<std::string>{"ball"});
    REQUIRE(log->apply(Undo{}).ok());
    CHECK((*log->snapshot())->retired_tools == std::vector<std::string>{"ball"});
}

TEST_CASE("an added tool that no session has is removed, until a session names it again", "[storage]") {
    const TemporaryFolder folder;
    const auto log = open_log(folder.path() / "log.db");
    REQUIRE(log->apply(AddTool{"ball"}).ok());
    CHECK(log->apply(RetireTool{"ball"})->what == Applied::What::removed_tool);
    CHECK((*log->snapshot())->tools.empty());
    SECTION("undo brings it back") {
        REQUIRE(log->apply(Undo{}).ok());
    }
    SECTION("it can be added again") {
        CHECK(log->apply(AddTool{"ball"})->what == Applied::What::added_tool);
    }
    SECTION("a session that names it brings it back, and undo takes both back") {
        REQUIRE(log->apply(LogSession{with_tool("s1", "ball")}).ok());
        CHECK((*log->snapshot())->tools == std::vector<std::string>{"ball"});
        REQUIRE(log->apply(Undo{}).ok());
        CHECK((*log->snapshot())->tools.empty());
        Session edited = sample_session("s2");
        REQUIRE(log->apply(LogSession{edited}).ok());
        edited.tool = "ball";
        REQUIRE(log->apply(EditSession{edited}).ok());
    }
    CHECK((*log->snapshot())->tools == std::vector<std::string>{"ball"});
}

TEST_CASE("a tool that no session has is renamed, its old name goes, and undo brings that back",
          "[storage]") {
    const TemporaryFolder folder;
    const auto log = open_log(folder.path() / "log.db");
    REQUIRE(log->apply(AddTool{"ball"}).ok());
    REQUIRE(log->apply(RenameTool{"ball", "tennis ball"}).ok());
    CHECK((*log->snapshot())->tools == std::vector<std::string>{"tennis ball"});
    REQUIRE(log->apply(Undo{}).ok());
    CHECK((*log->snapshot())->tools == std::vector<std::string>{"ball"});
    REQUIRE(log->apply(AddTool{"roller"}).ok());
    REQUIRE(log->apply(RenameTool{"ball", "roller"}).ok());
    CHECK((*log->snapshot())->tools == std::vector<std::string>{"roller"});
}

TEST_CASE("the old name of a retired tool is not offered after it was renamed", "[storage]") {
    const TemporaryFolder folder;
    const auto log = open_log(folder.path() / "log.db");
    REQUIRE(log->apply(LogSession{with_tool("s1", "ball")}).ok());
    REQUIRE(log->apply(RetireTool{"ball"}).ok());
    REQUIRE(log->apply(RenameTool{"ball", "old ball"}).ok());
    CHECK((*log->snapshot())->tools.empty());
    REQUIRE(log->apply(Undo{}).ok());
    CHECK((*log->snapshot())->tools.empty());
}

TEST_CASE("taking back an import that added and retired tools leaves none of them", "[storage]") {
    const TemporaryFolder folder;
    const auto log = open_log(folder.path() / "log.db");
    ImportRecords file;
    file.sessions = {with_tool("s1", "roller")};
    file.tools = {"ball"};
    file.retired_tools = {"roller"};
    REQUIRE(log->apply(file).ok());
    CHECK((*log->snapshot())->tools == std::vector<std::string>{"ball"});
    CHECK((*log->snapshot())->retired_tools == std::vector<std::string>{"roller"});
    CHECK_FALSE(log->apply(file)->changed);
    REQUIRE(log->apply(Undo{}).ok());
    CHECK((*log->snapshot())->tools.empty());
    CHECK((*log->snapshot())->retired_tools.empty());
}

TEST_CASE("an own area's place on the map is kept, changed, and taken back", "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    const auto log = open_log(file);
    Area area{"own_1", "My spot", "", "", {true, true, false}, true, false, true, false};
    REQUIRE(log->apply(PutArea{area}).ok());
    area.map_place = MapPlace{BodyView::back, 250, 1000};
    REQUIRE(log->apply(PutArea{area}).ok());
    CHECK((*open_log(file)->snapshot())->catalogue->find("own_1")->map_place == area.map_place);
    area.map_place->x = 1001;
    CHECK(log->apply(PutArea{area}).error().refusals.at(0).reason == Reason::map_place_range);
    ImportRecords older;  // a file that does not say where it is marked
    older.areas = {area};
    older.areas[0].map_place.reset();
    CHECK_FALSE(log->apply(older)->changed);
    REQUIRE(log->apply(Undo{}).ok());
    CHECK_FALSE((*log->snapshot())->catalogue->find("own_1")->map_place.has_value());
    REQUIRE(log->apply(Undo{}).ok());
    CHECK(count(file, "area_place") == 0);
}

TEST_CASE("deleted records are listed, the latest first, and each can be brought back", "[storage]") {
    const TemporaryFolder folder;
    const auto log = open_log(folder.path() / "log.db");
    REQUIRE(log->apply(LogSession{sample_session("s1")}).ok());
    REQUIRE(log->apply(RecordCheckIns{{sample_checkin("c1", 4)}}).ok());
    REQUIRE(log->apply(DeleteRecord{{"s1"}}).ok());
    REQUIRE(log->apply(DeleteRecord{{"c1"}}).ok());
    const auto deleted = *log->deleted_records();
    REQUIRE(deleted.size() == 2);
    CHECK(deleted[0].session == sample_session("s1"));
    CHECK(deleted[1].checkin == sample_checkin("c1", 4));
    CHECK(deleted[0].deleted_ms == test_now().utc_ms);
    // The earlier deletion, which undo would reach second.
    const auto restored = log->apply(RestoreRecord{{"s1"}});
    REQUIRE(restored.ok());
    CHECK(restored->what == Applied::What::restored_session);
    CHECK(*(*log->snapshot())->find_session({"s1"}) == sample_session("s1"));
    CHECK(log->deleted_records()->size() == 1);
    CHECK(log->apply(RestoreRecord{{"s1"}}).error().problem == Problem::no_such_record);
    REQUIRE(log->apply(Undo{}).ok());
    CHECK((*log->snapshot())->find_session({"s1"}) == nullptr);
    CHECK(log->deleted_records()->size() == 2);
}

TEST_CASE("what is removed for good is in no byte of the log any more, and undo goes on with the rest",
          "[storage]") {
    const TemporaryFolder folder;
    const auto file = folder.path() / "log.db";
    const auto log = open_log(file);
    REQUIRE(log->apply(LogSession{sample_session("before")}).ok());
    Session secret = sample_session("secret");
    secret.note = "private words";
    REQUIRE(log->apply(LogSession{secret}).ok());
    secret.note = "private words, edited";
    REQUIRE(log->apply(EditSession{secret}).ok());
    REQUIRE(log->apply(LogSession{sample_session("after")}).ok());
    CHECK(log->apply(RemoveForGood{{"secret"}}).error().problem == Problem::no_such_record);
    REQUIRE(log->apply(DeleteRecord{{"secret"}}).ok());
    REQUIRE(log->apply(RemoveForGood{{"secret"}}).ok());
    CHECK(log->deleted_records()->empty());
    CHECK(count(file, "trash") == 0);
    CHECK(count(file, "undo_change") == 0);
    CHECK(count(file, "tombstone") == 1);
    CHECK(count(file, "session WHERE note LIKE '%private%'") == 0);
    // Its steps are gone, so that those before and after it can still be taken back.
    REQUIRE(log->apply(Undo{}).ok());
    CHECK((*log->snapshot())->find_session({"after"}) == nullptr);
    REQUIRE(log->apply(Undo{}).ok());
    CHECK((*log->snapshot())->empty());
}

TEST_CASE("skipping the health questions is remembered as having been asked", "[storage]") {
    const TemporaryFolder folder;
    const auto log = open_log(folder.path() / "log.db");
    CHECK_FALSE((*log->snapshot())->profile_asked);
    REQUIRE(log->apply(SetProfile{Profile{}}).ok());
    CHECK((*log->snapshot())->profile_asked);
    CHECK((*log->snapshot())->profile == Profile{});
}
