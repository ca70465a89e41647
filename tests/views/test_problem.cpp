#include "storage/logbook/backups.h"
#include "tests/support/panel_test.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

#include <fstream>

using namespace unknot;
using tests::Panels;

namespace {

struct ProblemRoom {
    tests::TemporaryFolder folder{tests::TemporaryFolder::Disk::memory};
    std::filesystem::path file = folder.path() / "log.db";

    /// A log with one session, and a backup of it where that is wanted.
    void make(bool backed_up) const {
        REQUIRE(tests::open_log(file)->apply(LogSession{tests::sample_session("s1")}).ok());
        if (backed_up) {
            REQUIRE(storage::Backups(file, {}, tests::test_services()).make(storage::BackupKind::daily).ok());
        }
    }

    /// Overwrites the middle of the file, where its rows are.
    void damage() const {
        const auto size = std::filesystem::file_size(file);
        std::fstream out(file, std::ios::binary | std::ios::in | std::ios::out);
        out.seekp(static_cast<std::streamoff>(100));
        out << std::string(static_cast<std::size_t>(std::min<std::uintmax_t>(3000, size / 2)), 'x');
    }

    [[nodiscard]] std::unique_ptr<Panels> open() const {
        tests::PanelOptions options;
        options.now = tests::test_now();
        auto panels = std::make_unique<Panels>(file, options);
        panels->settle();
        return panels;
    }
};

}  // namespace

TEST_CASE("a damaged log says so and offers its newest good backup", "[problem][panel]") {
    const ProblemRoom room;
    room.make(true);
    room.damage();
    const auto panels = room.open();
    CHECK(panels->says("The log is damaged"));
    panels->click("Restore\u2026");
    panels->settle();
    CHECK(panels->says("1 session, 0 check-ins"));
    panels->click("Restore it");
    panels->settle();
    CHECK_FALSE(panels->says("The log is damaged"));
    CHECK(panels->session().snapshot().session_count() == 1);
}

TEST_CASE("what can be read of a damaged log is saved and put in its place", "[problem][panel]") {
    const ProblemRoom room;
    room.make(false);
    room.damage();
    const auto panels = room.open();
    panels->click("Save what can be read");
    panels->settle();
    CHECK(panels->says("Put this in the place of the log?"));
    panels->click("Restore it");
    panels->settle();
    CHECK(panels->session().snapshot().session_count() == 1);
}

TEST_CASE("a file of another program is left alone, and another log can be used", "[problem][panel]") {
    const ProblemRoom room;
    std::ofstream(room.file) << "a letter";
    const auto other = room.folder.path() / "other.db";
    REQUIRE(tests::open_log(other)->apply(LogSession{tests::sample_session("s1")}).ok());
    const auto panels = room.open();
    CHECK(panels->says("This is not an Unknot log"));
    panels->click("Use another log\u2026");
    panels->session().state().settings.path->path = other.string();
    panels->frames();
    panels->click("Use it");
    panels->settle();
    CHECK(panels->session().file() == other);
    CHECK(panels->session().snapshot().session_count() == 1);
    std::ifstream in(room.file);
    std::string text;
    std::getline(in, text);
    CHECK(text == "a letter");
}

TEST_CASE("a log that is missing while its backups are there is not begun anew", "[problem][panel]") {
    const ProblemRoom room;
    room.make(true);
    std::filesystem::remove(room.file);
    std::filesystem::remove(room.file.string() + "-journal");
    const auto panels = room.open();
    CHECK(panels->session().snapshot().empty());
    panels->session().state().first_start = {};
    panels->frames();
    CHECK(panels->says("The log is not where it was"));
    CHECK_FALSE(std::filesystem::exists(room.file));
    panels->click("Restore\u2026");
    panels->settle();
    panels->click("Restore it");
    panels->settle();
    CHECK(panels->session().snapshot().session_count() == 1);
}

TEST_CASE("a log that was moved to a disk that is gone is not begun anew", "[problem][panel]") {
    const ProblemRoom room;
    settings::Settings moved;
    moved.last_log = room.file;
    REQUIRE(settings::SettingsStore(room.folder.path() / "config").save(moved).ok());
    const auto panels = room.open();
    CHECK(panels->says("The log is not where it was"));
    CHECK(panels->shows("Try again"));
    CHECK_FALSE(std::filesystem::exists(room.file));
    room.make(false);
    panels->click("Try again");
    CHECK(panels->session().snapshot().session_count() == 1);
}
