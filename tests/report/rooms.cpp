#include "tests/report/rooms.h"

#include "app/platform/private_file.h"
#include "tests/support/pdf_text.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace unknot::tests {

namespace {

using nlohmann::json;

/// Unpacks an archive into a folder of its own; libraries for it are in Python.
void unpack(const std::filesystem::path& archive, const std::filesystem::path& to) {
    const Finished finished = run_command({"python3", "-m", "zipfile", "-e", archive, to});
    INFO(finished.err);
    REQUIRE(finished.status == 0);
}

}  // namespace

void put_odd_log(const Scene& scene, const std::string& note) {
    json log{{"areas", {{{"id", "own_1"}, {"name", "=my, \"spot\" <&>"}, {"left", true}}}},
             {"sessions", json::array()},
             {"checkins", json::array()}};
    const std::vector<std::string> tools{"=1+1", "@SUM(A1)", "_x0041_",
                                         "Ball", "",         "\xE3\x80\x80\xE7\x90\x83"};
    for (int day = 1; day <= 6; ++day) {
        const std::string date = "2026-03-0" + std::to_string(day);
        log["sessions"].push_back({{"id", "s" + std::to_string(day)},
                                   {"started_at", date + "T10:00:00.250+05:30"},
                                   {"area", day % 2 == 0 ? "calf" : "own_1"},
                                   {"side", day == 2 ? "both" : "left"},
                                   {"pressure", 1 + day % 5},
                                   {"duration_s", 60 * day},
                                   {"soreness_before", day},
                                   {"tool", tools[static_cast<std::size_t>(day - 1)]},
                                   {"sensations", day == 3 ? json{"tensed", "too_sharp"} : json::array()},
                                   {"note", note},
                                   {"entered_at", "2026-03-07T10:00:00Z"}});
        log["checkins"].push_back({{"id", "=c" + std::to_string(day)},
                                   {"at", date + "T20:00:00+01:00"},
                                   {"area", "calf"},
                                   {"side", "left"},
                                   {"soreness", std::min(10, 2 * day)},
                                   {"symptoms", day == 4 ? json{"numbness"} : json::array()},
                                   {"note", "=" + note}});
    }
    log["checkins"].push_back({{"id", "unanswered"},
                               {"at", "2026-03-06T21:00:00-18:00"},
                               {"area", "low_back"},
                               {"side", "center"}});
    const Finished finished = scene.run({"import", scene.put("odd.json", log.dump())});
    INFO(finished.err);
    REQUIRE(finished.status == 0);
    REQUIRE(scene.run({"profile", "--condition", "blood_thinners"}).status == 0);
}

void write_job(const report::ExportJob& job, const std::filesystem::path& to) {
    std::vector<platform::FileOfFolder> files;
    for (const report::ExportFile& file : job.files) {
        files.push_back({file.name, file.write});
    }
    // Not within REQUIRE, which would catch what it throws.
    const auto written = platform::write_new_folder(to, files);
    REQUIRE(written.ok());
}

std::vector<std::pair<std::string, std::string>> all_content(const std::filesystem::path& folder) {
    const TemporaryFolder unpacked;
    std::vector<std::pair<std::string, std::string>> found;
    const auto take = [&](const std::filesystem::path& root, const std::string& as) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
            if (entry.is_regular_file()) {
                found.emplace_back(as + std::filesystem::relative(entry.path(), root).string(),
                                   content_of(entry.path()));
            }
        }
    };
    take(folder, "");
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == ".pdf") {
            const std::string pdf = content_of(entry.path());
            found.emplace_back("unpacked/report.pdf", unpacked_pdf(pdf));
            found.emplace_back("unpacked/report.txt", whole_text(pdf));
        }
        if (entry.path().extension() == ".xlsx") {
            unpack(entry.path(), unpacked.path() / entry.path().filename());
        }
    }
    take(unpacked.path(), "unpacked/");
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace unknot::tests
