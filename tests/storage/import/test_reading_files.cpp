#include "storage/import/import_csv.h"
#include "storage/import/import_files.h"
#include "storage/import/import_json.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace unknot;
using namespace unknot::storage;

namespace {

constexpr int records = 3000;

std::string as_json() {
    std::string text = "{\"sessions\": [";
    for (int i = 0; i < records; ++i) {
        text += std::string(i == 0 ? "" : ",") + "{\"id\": \"s" + std::to_string(i) +
                "\", \"started_at\": \"2026-03-01T10:00:00Z\", \"area\": \"calf\", \"side\": \"left\", "
                "\"pressure\": 3}";
    }
    return text + "], \"checkins\": []}";
}

std::string as_csv() {
    std::string text = "id,started_at,area,side,pressure\r\n";
    for (int i = 0; i < records; ++i) {
        text += "s" + std::to_string(i) + ",2026-03-01T10:00:00Z,calf,left,3\r\n";
    }
    return text;
}

ImportResult read(const std::string& text, const Progress& progress) {
    return text.front() == '{' ? import_json(text, AreaCatalogue(), progress)
                               : import_csv(text, AreaCatalogue(), progress);
}

}  // namespace

TEST_CASE("a reading that is watched says how far it is, and reads the same", "[import]") {
    for (const std::string& text : {as_json(), as_csv()}) {
        std::vector<double> told;
        const auto watched = read(text, [&](double done) {
            told.push_back(done);
            return true;
        });
        const auto unwatched = read(text, {});
        REQUIRE(watched);
        REQUIRE(unwatched);
        CHECK(watched->records.sessions == unwatched->records.sessions);
        CHECK(watched->records.sessions.size() == records);
        CHECK(told.size() > 20);
        CHECK(told.size() < 1000);
        CHECK(std::is_sorted(told.begin(), told.end()));
        CHECK(told.back() <= 1);
    }
}

TEST_CASE("a reading that is stopped ends soon and brings nothing", "[import]") {
    for (const std::string& text : {as_json(), as_csv()}) {
        for (const double at : {0.0, 0.3, 0.6}) {
            int asked_after = 0;
            const auto stopped = read(text, [&](double done) {
                asked_after += done >= at ? 1 : 0;
                return done < at;
            });
            REQUIRE_FALSE(stopped);
            REQUIRE(stopped.error().size() == 1);
            CHECK(stopped.error().front().what == ImportProblem::What::stopped);
            CHECK(asked_after == 1);
        }
    }
}

TEST_CASE("where JSON is broken is told alike, watched or not", "[import]") {
    const std::string text = as_json().substr(0, 100'000) + "\n  }";
    const auto watched = read(text, [](double) { return true; });
    const auto unwatched = read(text, {});
    REQUIRE_FALSE(watched);
    REQUIRE_FALSE(unwatched);
    CHECK(watched.error().front().line == unwatched.error().front().line);
    CHECK(watched.error().front().column == unwatched.error().front().column);
}

TEST_CASE("several files share one progress, and own areas of one are known to the tables of another",
          "[import]") {
    const auto read_whole = [](const std::filesystem::path& file) -> Result<std::string, std::string> {
        return file == "areas.json"
                   ? std::string(
                         R"({"areas": [{"id": "own_1", "name": "my spot", "left": true}], "sessions": []})")
                   : std::string("started_at,area,side,pressure\r\n2026-03-01T10:00:00Z,own_1,left,3\r\n");
    };
    double most = 0;
    const auto brought =
        read_import_files({"sessions.csv", "areas.json"}, read_whole, AreaCatalogue(), [&](double done) {
            most = std::max(most, done);
            return true;
        });
    REQUIRE(brought);
    CHECK(brought->import.files.size() == 2);
    CHECK(most <= 1);
}
