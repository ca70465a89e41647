#include "app/settings/draft_store.h"
#include "app/settings/settings_store.h"
#include "app/settings/working_set_store.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <fstream>
#include <sstream>

#include <sys/stat.h>

using namespace unknot::settings;
using unknot::LocalDay;
using unknot::RecordId;
using unknot::WorkingSet;
using unknot::tests::TemporaryFolder;

namespace {

void write(const std::filesystem::path& file, const std::string& content) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary | std::ios::trunc) << content;
}

std::string content_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

unsigned mode_of(const std::filesystem::path& file) {
    struct stat info {};
    REQUIRE(stat(file.c_str(), &info) == 0);
    return info.st_mode & 0777U;
}

Settings every_setting() {
    Settings settings;
    settings.theme = Theme::dark;
    settings.text_scale = 1.25;
    settings.language = "de";
    settings.reminder = true;
    settings.reminder_minute = 7 * 60 + 30;
    settings.timer_sound = true;
    settings.window = WindowPlace{-10, 20, 1280, 800, true};
    settings.last_log = "/home/me/größe.db";
    settings.backups_folder = "/media/stick";
    return settings;
}

}  // namespace

TEST_CASE("settings are read as they were written, private whatever the umask", "[settings]") {
    const TemporaryFolder folder;
    const SettingsStore store(folder.path() / "new" / "unknot");
    CHECK(store.load().settings == Settings{});
    const mode_t before = umask(GENERATE(mode_t{0}, mode_t{077}));
    const bool saved = store.save(Settings{}).ok() && store.save(every_setting()).ok();
    umask(before);
    REQUIRE(saved);
    CHECK(store.load().settings == every_setting());
    CHECK(store.load().aside.empty());
    CHECK(mode_of(store.file()) == 0600);
    CHECK(mode_of(store.file().parent_path()) == 0700);
    CHECK(std::distance(std::filesystem::directory_iterator(store.file().parent_path()), {}) == 1);
}

TEST_CASE("where nothing was ever set there is nothing to complain of", "[settings]") {
    const TemporaryFolder folder;
    for (const auto& place : {folder.path(), folder.path() / "not made yet"}) {
        const LoadedSettings loaded = SettingsStore(place).load();
        CHECK(loaded.settings == Settings{});
        CHECK(loaded.unreadable.empty());
        CHECK(loaded.aside.empty());
    }
}

TEST_CASE("a broken settings file gives the defaults and is kept aside", "[settings]") {
    const TemporaryFolder folder;
    const SettingsStore store(folder.path());
    const std::string content = GENERATE("", "{", "[1]", "\xff\xfe", "null");
    write(store.file(), content);
    const LoadedSettings loaded = store.load();
    CHECK(loaded.settings == Settings{});
    REQUIRE_FALSE(loaded.aside.empty());
    CHECK(content_of(loaded.aside) == content);
    write(store.file(), "again");
    CHECK(store.load().aside.filename() == "settings.json.broken-2");
    CHECK(content_of(loaded.aside) == content);
}

TEST_CASE("one value that is not acceptable leaves the others as they are", "[settings]") {
    const std::string field =
        GENERATE(R"("theme": "pink")", R"("theme": 3)", R"("text_scale": 2.01)", R"("text_scale": "1")",
                 R"("language": "../x")", R"("reminder": 1)", R"("reminder_minute": 1440)",
                 R"("reminder_minute": 18446744073709551615)", R"("window": {"x": 1})", R"("window": 7)",
                 R"("last_log": "relative")", R"("backups_folder": "/a\u0000b")");
    const ReadSettings read = parse_settings("{\"timer_sound\": true, " + field + "}");
    Settings expected;
    expected.timer_sound = true;
    CHECK(read.settings == expected);
    CHECK(read.ignored.size() == 1);
    CHECK_FALSE(read.broken);
}

TEST_CASE("settings that cannot be written stay as they were", "[settings]") {
    const TemporaryFolder folder;
    const SettingsStore store(folder.path() / "file" / "below");
    write(folder.path() / "file", "in the way");
    CHECK_FALSE(store.save(Settings{}).error().empty());
    CHECK(content_of(folder.path() / "file") == "in the way");
}

TEST_CASE("a link in place of the settings is replaced, what it leads to stays", "[settings]") {
    const TemporaryFolder folder;
    write(folder.path() / "victim", "mine");
    const SettingsStore store(folder.path() / "config");
    std::filesystem::create_directory(folder.path() / "config");
    std::filesystem::create_symlink(folder.path() / "victim", store.file());
    REQUIRE(store.save(every_setting()).ok());
    CHECK(content_of(folder.path() / "victim") == "mine");
    CHECK(store.load().settings == every_setting());
}

TEST_CASE("each log has its own drafts, which last until they are removed", "[settings]") {
    const TemporaryFolder folder;
    const DraftStore store(folder.path() / "state");
    CHECK_FALSE(store.load(Draft::form, "/logs/a.db").has_value());
    REQUIRE(store.save(Draft::form, "/logs/a.db", R"({"note":"half a thought"})").ok());
    REQUIRE(store.save(Draft::timer, "/logs/a.db", R"({"begun":1})").ok());
    CHECK(store.load(Draft::form, "/logs/../logs/a.db") == R"({"note":"half a thought"})");
    CHECK(store.load(Draft::timer, "/logs/a.db") == R"({"begun":1})");
    CHECK_FALSE(store.load(Draft::form, "/logs/b.db").has_value());
    CHECK(mode_of(store.file_of(Draft::form, "/logs/a.db")) == 0600);
    CHECK(mode_of(store.folder()) == 0700);
    REQUIRE(store.remove(Draft::form, "/logs/a.db").ok());
    CHECK_FALSE(store.load(Draft::form, "/logs/a.db").has_value());
    CHECK(store.load(Draft::timer, "/logs/a.db").has_value());
    write(store.file_of(Draft::form, "/logs/a.db"), "[broken");
    CHECK_FALSE(store.load(Draft::form, "/logs/a.db").has_value());
}

TEST_CASE("a working set is the same after it was kept, and counts for its own log and version alone",
          "[settings]") {
    const TemporaryFolder folder;
    const WorkingSetStore store(folder.path() / "state", "1.0");
    WorkingSet set;
    set.clock = (std::int64_t{1} << 60) + 7;
    set.from = LocalDay{20'000};
    set.until = LocalDay{20'014};
    set.sessions = {RecordId("0190a1b2-0000-7000-8000-000000000001"), RecordId("an \"id\" of others")};
    set.checkins = {RecordId("0190a1b2-0000-7000-8000-000000000002")};
    CHECK_FALSE(store.load("/logs/a.db").has_value());
    REQUIRE(store.save(set, "/logs/a.db").ok());
    CHECK(store.load("/logs/a.db") == set);
    CHECK_FALSE(store.load("/logs/b.db").has_value());
    CHECK_FALSE(WorkingSetStore(folder.path() / "state", "1.1").load("/logs/a.db").has_value());
    CHECK(mode_of(store.file_of("/logs/a.db")) == 0600);
    CHECK(mode_of(store.file_of("/logs/a.db").parent_path()) == 0700);
    REQUIRE(store.remove("/logs/a.db").ok());
    CHECK(store.remove("/logs/a.db").ok());
    CHECK_FALSE(store.load("/logs/a.db").has_value());
}

TEST_CASE("a kept working set that is not whole counts as none", "[settings]") {
    const TemporaryFolder folder;
    const WorkingSetStore store(folder.path() / "state", "1.0");
    REQUIRE(store.save({1, {2}, {3}, {RecordId("s1")}, {RecordId("c1")}}, "/logs/a.db").ok());
    for (const char* broken :
         {"", "{", "[]", "{}", R"({"version":"1.0"})",
          R"({"version":"1.0","clock":"1","from":2,"until":3,"sessions":[],"checkins":[]})",
          R"({"version":"1.0","clock":1,"from":2,"until":3,"sessions":[5],"checkins":[]})",
          R"({"version":1,"clock":1,"from":2,"until":3,"sessions":[],"checkins":[]})"}) {
        INFO(broken);
        write(store.file_of("/logs/a.db"), broken);
        CHECK_FALSE(store.load("/logs/a.db").has_value());
    }
}
