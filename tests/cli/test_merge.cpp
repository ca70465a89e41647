#include "tests/support/checkers.h"
#include "tests/support/scene.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

#include <sys/stat.h>

using namespace unknot::tests;
using nlohmann::json;

namespace {

/// Two machines of one person: each with a home folder and a log, and the real program.
struct TwoHomes {
    Scene here;
    std::string there_db = here.path("there.db");
    std::map<std::string, std::string> here_home = home("here");
    std::map<std::string, std::string> there_home = home("there");

    [[nodiscard]] std::map<std::string, std::string> home(const std::string& name) const {
        auto environment = here.environment;
        environment["HOME"] = here.path("home-" + name);
        std::filesystem::create_directories(environment["HOME"]);
        return environment;
    }
    [[nodiscard]] Finished at_here(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"--db", here.db});
        return run_program(arguments, here_home);
    }
    [[nodiscard]] Finished at_there(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"--db", there_db});
        return run_program(arguments, there_home);
    }
    TwoHomes() {
        REQUIRE(at_here({"log", "calf", "--side", "left", "--pressure", "3"}).status == 0);
        // The backup of the day was made by the first: it does not hold this one.
        REQUIRE(at_here({"checkin", "calf", "--side", "right", "1"}).status == 0);
        REQUIRE(at_there({"checkin", "calf", "--side", "left", "4", "--note", "of there"}).status == 0);
    }
    [[nodiscard]] int backups_before_merge() const {
        int count = 0;
        for (const auto& entry : std::filesystem::directory_iterator(here.path("backups"))) {
            count += entry.path().filename().string().find("before-merge") != std::string::npos ? 1 : 0;
        }
        return count;
    }
    [[nodiscard]] std::string list_here() const { return at_here({"list", "--json"}).out; }
};

}  // namespace

TEST_CASE("merge says what it would do, does it once, and undo takes all of it back", "[cli][merge]") {
    const TwoHomes two;
    const std::string before = two.list_here();
    const Finished dry = two.at_here({"merge", two.there_db, "--dry-run", "--json"});
    REQUIRE(dry.status == 0);
    const json plan = json::parse(dry.out);
    CHECK(plan["new"].get<int>() >= 1);
    CHECK(plan["merged"] == 0);
    CHECK(two.list_here() == before);
    CHECK(two.backups_before_merge() == 0);

    const Finished merged = two.at_here({"merge", two.there_db});
    CHECK(merged.status == 0);
    CHECK(merged.err.empty());
    CHECK(merged.out.find("1 new") != std::string::npos);
    CHECK(merged.out.find("\"unknot undo\" takes all of it back.") != std::string::npos);
    const std::string after = two.list_here();
    CHECK(json::parse(after).size() == json::parse(before).size() + 1);
    CHECK(two.backups_before_merge() == 1);

    const json again = json::parse(two.at_here({"merge", two.there_db, "--json"}).out);
    CHECK(again["merged"] == 0);
    CHECK(again["identical"] == 1);
    CHECK(two.list_here() == after);

    const Finished undone = two.at_here({"undo"});
    CHECK(undone.status == 0);
    CHECK(undone.out.find("another log joined") != std::string::npos);
    CHECK(two.list_here() == before);
    CHECK(two.at_here({"merge", two.there_db}).status == 0);
    CHECK(two.list_here() == after);
}

TEST_CASE("two machines list the same after each joined the other's backup", "[cli][merge]") {
    const TwoHomes two;
    REQUIRE(two.at_here({"backup", "-o", two.here.path("from-here.db")}).status == 0);
    REQUIRE(two.at_there({"backup", "-o", two.here.path("from-there.db")}).status == 0);
    REQUIRE(two.at_here({"merge", two.here.path("from-there.db")}).status == 0);
    REQUIRE(two.at_there({"merge", two.here.path("from-here.db")}).status == 0);
    CHECK(two.list_here() == two.at_there({"list", "--json"}).out);
    CHECK(two.at_here({"check"}).status == 0);
    CHECK(two.at_there({"check"}).status == 0);
}

TEST_CASE("each user's changes carry an id from a private file of his own", "[cli][merge]") {
    const TwoHomes two;
    const auto id_of = [](const std::map<std::string, std::string>& environment) {
        std::string id;
        for (const auto& entry : std::filesystem::directory_iterator(environment.at("HOME") +
                                                                     std::string("/.local/state/unknot"))) {
            if (entry.path().filename().string().starts_with("device")) {
                struct stat info {};
                REQUIRE(stat(entry.path().c_str(), &info) == 0);
                CHECK((info.st_mode & 0777U) == 0600);
                id = content_of(entry.path());
            }
        }
        return id;
    };
    CHECK(id_of(two.here_home).size() == 33);
    CHECK(id_of(two.here_home) != id_of(two.there_home));
}

TEST_CASE("reading leaves no id behind", "[cli][merge]") {
    const TwoHomes two;
    const auto visitor = two.home("visitor");
    CHECK(run_program({"--db", two.here.db, "today"}, visitor).status == 0);
    CHECK_FALSE(std::filesystem::exists(visitor.at("HOME") + "/.local/state"));
}

TEST_CASE("another log that cannot be joined is refused in a sentence, and ours stays as it is",
          "[cli][merge]") {
    const TwoHomes two;
    const std::string ours = content_of(two.here.db);
    const std::string whole = content_of(two.there_db);
    const auto refused = [&](const std::string& file, int status) {
        const Finished finished = two.at_here({"merge", file});
        INFO(finished.err);
        CHECK(finished.status == status);
        CHECK(finished.out.empty());
        CHECK(is_one_sentence(finished.err));
        CHECK(content_of(two.here.db) == ours);
        CHECK(finished.err.find("restore") == std::string::npos);  // it is not our log that is damaged
        return finished.err;
    };
    CHECK(refused(two.here.path("nowhere.db"), 1).find("There is no file") == 0);
    CHECK(refused(two.here.put("half.db", whole.substr(0, whole.size() / 2)), 3).find("is not whole yet") !=
          std::string::npos);
    CHECK(refused(two.here.put("empty.db", ""), 3).find("the file is empty") != std::string::npos);
    std::ofstream(two.here.put("hot.db", whole) + "-journal") << "half";
    CHECK(refused(two.here.path("hot.db"), 3).find("hot.db-journal lies beside it") != std::string::npos);
    CHECK(refused(two.here.put("text.db", "hello"), 3).find("is not an Unknot log") != std::string::npos);
    std::string newer = whole;
    newer[63] = 99;
    CHECK(refused(two.here.put("newer.db", newer), 3).find("newer version") != std::string::npos);
    std::string damaged = whole;
    damaged[damaged.find("of there")] = 'X';
    // Its name is our log's own: the ways forward for that must not be offered.
    std::filesystem::create_directory(two.here.path("elsewhere"));
    CHECK(refused(two.here.put("elsewhere/log.db", damaged), 3).find("is damaged") != std::string::npos);
}

TEST_CASE("a first log can begin with a merge, and looking first begins none", "[cli][merge]") {
    const TwoHomes two;
    const std::string fresh = two.here.path("new/log.db");
    const Finished dry = run_program({"--db", fresh, "merge", two.there_db, "--dry-run"}, two.here_home);
    CHECK(dry.status == 0);
    CHECK_FALSE(std::filesystem::exists(two.here.path("new")));
    CHECK(run_program({"--db", fresh, "merge", two.there_db}, two.here_home).status == 0);
    CHECK(run_program({"--db", fresh, "list", "--json"}, two.here_home).out ==
          two.at_there({"list", "--json"}).out);
    CHECK(run_program({"--db", fresh, "merge"}, two.here_home).status == 2);
}
