#include "tests/support/log_maker.h"
#include "tests/support/panel_test.h"
#include "tests/support/scene.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <fstream>

using namespace unknot;
using tests::Panels;

namespace {

/// A log with two areas and a note, and the Report screen of it.
struct ReportRoom {
    tests::TemporaryFolder folder{tests::TemporaryFolder::Disk::memory};
    std::filesystem::path file = folder.path() / "log.db";

    ReportRoom() {
        Session session = tests::session("s1", "2026-03-05T19:00:00+01:00", "calf", Side::left);
        session.duration = Duration::of_seconds(240);
        session.note = "PLANTED";
        const auto log = tests::open_log(file);
        REQUIRE(log->apply(LogSession{session}).ok());
        REQUIRE(log->apply(LogSession{
                               tests::session("s2", "2026-01-05T19:00:00+01:00", "low_back", Side::center)})
                    .ok());
        REQUIRE(log->apply(RecordCheckIns{
                               {tests::checkin("c1", "2026-03-06T08:00:00+01:00", "calf", Side::left, 3)}})
                    .ok());
    }

    [[nodiscard]] std::unique_ptr<Panels> open(float width = 1280, float height = 800, float text_scale = 1,
                                               const platform::PortalOffers& desktop = {}) const {
        tests::PanelOptions options;
        options.width = width;
        options.height = height;
        options.text_scale = text_scale;
        options.now = tests::test_now();
        options.desktop = desktop;
        auto panels = std::make_unique<Panels>(file, options);
        panels->click("Report");
        panels->finish_work();
        return panels;
    }

    /// Chooses one of the formats behind the quiet button.
    static void choose(Panels& panels, std::string_view format) {
        panels.click("Another format\u2026");
        panels.click(format);
        panels.finish_work();
    }

    [[nodiscard]] std::string path(const std::string& name) const { return folder.path() / name; }
};

constexpr std::string_view json_word = "To import again (JSON)";
constexpr std::string_view xlsx_word = "A spreadsheet (XLSX)";
const std::string three_weeks = "soreness-log_2026-02-15_2026-03-07";

void save(Panels& panels) {
    panels.click("Save report");
    panels.finish_work();
}

}  // namespace

TEST_CASE("a report is saved with one click on its screen, under a name that is free", "[report][panel]") {
    const ReportRoom room;
    const auto panels = room.open();
    save(*panels);
    const std::string pdf = room.path(three_weeks + ".pdf");
    CHECK(tests::content_of(pdf).starts_with("%PDF-"));
    CHECK(panels->says("Saved as"));
    CHECK(panels->session().state().report.outcome->path == pdf);
    save(*panels);
    CHECK(std::filesystem::exists(room.path(three_weeks + "-2.pdf")));
}

TEST_CASE("the report says what goes into it and where it goes, before it is saved", "[report][panel]") {
    const ReportRoom room;
    const auto panels = room.open();
    CHECK(panels->says("warning signs, health questions"));
    CHECK(panels->says("Goes into " + room.folder.path().string()));
    CHECK(panels->says("Nothing is sent."));
    panels->click("PDF and data files");
    panels->finish_work();
    CHECK(panels->says("A folder: the PDF"));
    ReportRoom::choose(*panels, xlsx_word);
    CHECK(panels->says("not in this format"));
    ReportRoom::choose(*panels, json_word);
    CHECK(panels->says("warning signs, health questions"));
}

TEST_CASE("what was saved is opened, shown in its folder, and its path copied", "[report][panel]") {
    const ReportRoom room;
    const auto panels = room.open();
    CHECK_FALSE(panels->shows("Open it"));
    ReportRoom::choose(*panels, json_word);
    save(*panels);
    panels->click("Open it");
    panels->click("Show in folder");
    panels->click("Copy its path");
    const std::filesystem::path saved = room.path(three_weeks + ".json");
    CHECK(panels->opened() == std::vector<std::filesystem::path>{saved, room.folder.path()});
    CHECK(panels->copied() == saved);
}

TEST_CASE("notes and name leave only where they were turned on", "[report][panel]") {
    const ReportRoom room;
    const auto panels = room.open();
    ReportRoom::choose(*panels, json_word);
    save(*panels);
    CHECK(tests::content_of(room.path(three_weeks + ".json")).find("PLANTED") == std::string::npos);
    panels->click("Notes");
    panels->click("Name and date of birth");
    panels->click("Name");
    panels->type("Ann");
    CHECK_FALSE(panels->says("Saved as"));  // it was another report
    save(*panels);
    const std::string with = tests::content_of(room.path(three_weeks + "-2.json"));
    CHECK(with.find("PLANTED") != std::string::npos);
    CHECK(nlohmann::json::parse(with)["name"] == "Ann");
}

TEST_CASE("period and areas choose what leaves, and the screen counts it", "[report][panel]") {
    const ReportRoom room;
    const auto panels = room.open();
    ReportRoom::choose(*panels, xlsx_word);
    CHECK(panels->says("15 February to 7 March 2026, both days included"));
    CHECK(panels->says("1 session, 1 check-in"));
    panels->click("All");
    panels->finish_work();
    CHECK(panels->says("5 January to 7 March 2026"));
    CHECK(panels->says("2 sessions, 1 check-in"));
    panels->click("Areas of the report");
    panels->click("Low back");
    panels->finish_work();
    CHECK(panels->says("1 session, 0 check-ins"));
}

TEST_CASE("a date that does not exist is said, and nothing can be saved with it", "[report][panel]") {
    const ReportRoom room;
    const auto panels = room.open();
    panels->click("Dates");
    panels->click("From");
    panels->type("2026-02-30");
    panels->finish_work();
    CHECK(panels->says("\"2026-02-30\" is not a date that exists"));
    save(*panels);
    CHECK_FALSE(panels->says("Saved as"));
    CHECK_FALSE(std::filesystem::exists(room.path(three_weeks + ".pdf")));
    panels->click("All");
    panels->finish_work();
    save(*panels);
    CHECK(panels->says("Saved as"));
}

TEST_CASE("Save as keeps the typed path where it is taken, and says so", "[report][panel]") {
    const ReportRoom room;
    const auto panels = room.open();
    ReportRoom::choose(*panels, json_word);
    const std::string taken = room.path("taken.json");
    std::ofstream(taken) << "mine";
    panels->click("Save as\u2026");
    panels->type("taken.json");
    panels->click("Save here");
    panels->finish_work();
    CHECK(panels->session().state().report.outcome->problem == taken + " was not written: File exists.");
    CHECK(panels->says("was not written: File exists."));
    CHECK(tests::content_of(taken) == "mine");
    panels->click("Where to save it");
    panels->key(ImGuiKey_End);
    panels->type("2");
    panels->click("Save here");
    panels->finish_work();
    CHECK(std::filesystem::exists(taken + "2"));
    CHECK(panels->session().state().report.outcome->path == taken + "2");
}

TEST_CASE("the first page is shown as it will leave, and made anew for another choice", "[report][panel]") {
    const ReportRoom room;
    const auto panels = room.open();
    const views::ReportState& state = panels->session().state().report;
    REQUIRE(state.preview);
    CHECK(state.preview->page.has_value());
    CHECK(panels->says("The first page as it will leave"));
    const auto aspect = [&] {
        const ImTextureData& page = *state.preview->page->_TexData;
        return static_cast<float>(page.Width) / static_cast<float>(page.Height);
    };
    CHECK(std::abs(aspect() - 210.0F / 297) < 0.01F);
    panels->click("Letter");
    panels->finish_work();
    CHECK(std::abs(aspect() - 8.5F / 11) < 0.01F);
    CHECK_FALSE(state.preview_old);
    // Nothing goes on being made.
    panels->frames(5);
    CHECK_FALSE(panels->session().report_desk().busy());
}

TEST_CASE("a password is asked for before a locked PDF is made", "[report][panel]") {
    const ReportRoom room;
    const auto panels = room.open();
    panels->click("Password of the PDF");
    CHECK(panels->says("Type a password, or turn it off."));
    panels->click("The password itself");
    panels->type("secret");
    save(*panels);
    const std::string pdf = tests::content_of(room.path(three_weeks + ".pdf"));
    CHECK(pdf.find("/Encrypt") != std::string::npos);
}

TEST_CASE("an empty log says what the report will be", "[report][panel]") {
    const tests::TemporaryFolder folder(tests::TemporaryFolder::Disk::memory);
    REQUIRE(tests::open_log(folder.path() / "log.db")->apply(SetProfile{}).ok());
    tests::PanelOptions options;
    options.now = tests::test_now();
    Panels panels(folder.path() / "log.db", options);
    panels.click("Report");
    CHECK(panels.says("Nothing logged yet"));
    CHECK_FALSE(panels.shows("Save report"));
}

TEST_CASE("everything of the Report screen can be reached at every size", "[report][panel]") {
    const ReportRoom room;
    for (const auto& [width, height, text] :
         {std::tuple(640.0F, 480.0F, 1.0F), std::tuple(1280.0F, 800.0F, 2.0F),
          std::tuple(3840.0F, 2160.0F, 1.0F)}) {
        const auto panels = room.open(width, height, text);
        INFO(width << " x " << height << ", text " << text);
        panels->click("PDF and data files");
        panels->click("Save report");
        panels->finish_work();
        CHECK(panels->says("Saved as"));
        panels->click("Show in folder");
        CHECK(panels->opened().size() == 1);
    }
}

TEST_CASE("the desktop's own dialog names the place of a report, where there is one", "[report][panel]") {
    const ReportRoom room;
    const auto panels = room.open(1280, 800, 1, {true, true, true});
    const std::string taken = room.path("taken.pdf");
    std::ofstream(taken) << "mine";
    panels->desktop().path = std::optional(std::filesystem::path(taken));
    panels->click("Save as\u2026");
    panels->finish_work();
    REQUIRE(panels->desktop().asked.size() == 1);
    const platform::PathQuestion& asked = panels->desktop().asked[0];
    CHECK(asked.what == platform::PathQuestion::For::save);
    CHECK(asked.name == three_weeks + ".pdf");
    CHECK(asked.folder == room.folder.path());
    REQUIRE(asked.kinds.size() == 1);
    CHECK(asked.kinds[0].patterns.front() == "*.pdf");
    // The dialog has asked whether it may go; nobody asks again.
    CHECK(tests::content_of(taken).starts_with("%PDF-"));
    CHECK(panels->session().state().report.outcome->path == taken);
    CHECK_FALSE(panels->shows("Where to save it"));
}

TEST_CASE("choosing no place in the desktop's dialog changes nothing", "[report][panel]") {
    const ReportRoom room;
    const auto panels = room.open(1280, 800, 1, {true, true, true});
    panels->click("Save as\u2026");
    panels->finish_work();
    CHECK(panels->desktop().asked.size() == 1);
    CHECK_FALSE(panels->session().state().report.outcome);
    CHECK_FALSE(panels->session().state().notice);
    CHECK(panels->shows("Save report"));
}

TEST_CASE("where the desktop's dialog fails it is said, and the path can be typed", "[report][panel]") {
    const ReportRoom room;
    const auto panels = room.open(1280, 800, 1, {true, true, true});
    panels->desktop().path = Failed{std::string("the desktop's dialog ended without an answer")};
    panels->click("Save as\u2026");
    panels->finish_work();
    CHECK(panels->says("ended without an answer"));
    CHECK(panels->shows("Where to save it"));
}

TEST_CASE("a log or a backup is never replaced by a report, whatever a dialog was told", "[report][panel]") {
    const ReportRoom room;
    const auto panels = room.open(1280, 800, 1, {true, true, true});
    const std::string before = tests::content_of(room.file);
    panels->desktop().path = std::optional(room.file);
    panels->click("Save as\u2026");
    panels->finish_work();
    CHECK(panels->says("it is not replaced by a report"));
    CHECK(tests::content_of(room.file) == before);
}

TEST_CASE("a folder of tables is named in the dialog, and never takes a folder's place", "[report][panel]") {
    const ReportRoom room;
    const auto panels = room.open(1280, 800, 1, {true, true, true});
    ReportRoom::choose(*panels, "Tables for other programs (CSV)");
    const std::filesystem::path taken = room.folder.path() / "taken";
    std::filesystem::create_directory(taken);
    std::ofstream(taken / "mine") << "mine";
    panels->desktop().path = std::optional(taken);
    panels->click("Save as\u2026");
    panels->finish_work();
    CHECK(panels->desktop().asked[0].name == three_weeks);
    CHECK(panels->desktop().asked[0].kinds.empty());
    CHECK(panels->says("was not written: File exists."));
    CHECK(tests::content_of(taken / "mine") == "mine");
}

TEST_CASE("a report is printed without its password, and only where the desktop prints", "[report][panel]") {
    const ReportRoom room;
    CHECK_FALSE(room.open()->shows("Print\u2026"));
    const auto panels = room.open(1280, 800, 1, {true, true, true});
    panels->click("Password of the PDF");
    panels->click("The password itself");
    panels->type("secret");
    panels->click("Print\u2026");
    panels->finish_work();
    REQUIRE(panels->desktop().printed.size() == 1);
    CHECK(panels->desktop().printed[0].starts_with("%PDF-"));
    CHECK(panels->desktop().printed[0].find("/Encrypt") == std::string::npos);
    CHECK(panels->says("The report was handed to the printer."));
    ReportRoom::choose(*panels, json_word);
    CHECK_FALSE(panels->shows("Print\u2026"));
}

TEST_CASE("what was not printed is said, unless somebody chose not to", "[report][panel]") {
    const ReportRoom room;
    const auto panels = room.open(1280, 800, 1, {true, true, true});
    panels->desktop().prints = false;
    panels->click("Print\u2026");
    panels->finish_work();
    CHECK_FALSE(panels->session().state().notice);
    panels->desktop().problem = "no printer";
    panels->click("Print\u2026");
    panels->finish_work();
    CHECK(panels->says("The report was not printed: no printer."));
}

TEST_CASE("several areas are chosen one after the other, with the list open", "[report][panel]") {
    const ReportRoom room;
    const auto panels = room.open();
    panels->click("Areas of the report");
    panels->click("Low back");
    CHECK(panels->session().state().report.choice.areas == std::vector<std::string>{"low_back"});
    CHECK(panels->shows("Calf"));
    panels->click("Low back");
    panels->click("Calf");
    CHECK(panels->session().state().report.choice.areas == std::vector<std::string>{"calf"});
    panels->key(ImGuiKey_Escape);
    CHECK_FALSE(panels->shows("Low back"));
}
