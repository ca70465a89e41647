#include "app/platform/one_window.h"
#include "app/settings/log_key.h"
#include "tests/support/checkers.h"
#include "tests/support/fake_notifications.h"
#include "tests/support/scene.h"

#include <catch2/catch_test_macros.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <thread>

using namespace unknot::tests;
using nlohmann::json;
using Then = FakeNotifications::Then;

namespace {

/// A home of somebody who logged a session on the evening of 7 March.
struct RemindScene : Scene {
    explicit RemindScene(const FakeNotifications* bus = nullptr) {
        environment["HOME"] = folder.path();
        if (bus != nullptr) {
            environment["DBUS_SESSION_BUS_ADDRESS"] = bus->address();
        }
        const auto logged =
            run({"log", "calf", "--side", "left", "--pressure", "3", "--minutes", "5", "--before", "1"});
        REQUIRE(logged.status == 0);
        at("2026-03-08T09:00:00+01:00");
    }
    void at(const std::string& now) { environment["UNKNOT_NOW"] = now; }

    /// Every file and folder of the home, without the settings, which stay.
    [[nodiscard]] std::vector<std::string> home() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
            names.push_back(entry.path().string());
        }
        std::erase_if(names, [](const std::string& name) {
            return name.find(".config/unknot") != std::string::npos || name.ends_with("/.config") ||
                   name.ends_with("/.local/state") || name.ends_with("/.local");
        });
        std::sort(names.begin(), names.end());
        return names;
    }
    [[nodiscard]] json status() const {
        const auto said = run({"remind", "--status", "--json"});
        REQUIRE(said.status == 0);
        return json::parse(said.out);
    }
    /// Puts a systemctl first on PATH that writes down what it is asked, and says yes.
    std::string fake_systemctl() {
        std::filesystem::create_directory(path("bin"));
        const std::string asked = path("asked");
        const std::string program =
            put("bin/systemctl", "#!/bin/sh\necho \"$*\" >>'" + asked + "'\n[ ! -e '" + path("broken") +
                                     "' ] || { echo no bus >&2; exit 1; }\n");
        std::filesystem::permissions(program, std::filesystem::perms::owner_all);
        environment["PATH"] = path("bin") + ":/usr/bin:/bin";
        return asked;
    }
};

/// The value of a line of a unit or desktop file.
std::string value_of(const std::string& text, const std::string& key) {
    const std::size_t begin = text.find("\n" + key + "=");
    REQUIRE(begin != std::string::npos);
    const std::size_t from = begin + key.size() + 2;
    return text.substr(from, text.find('\n', from) - from);
}

bool within_seconds(int seconds, const std::function<bool()>& holds) {
    for (int i = 0; i < seconds * 20; ++i) {
        if (holds()) {
            return true;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
}

}  // namespace

TEST_CASE("the morning after a session a reminder is shown once, says little, and opens the window on Today",
          "[cli][remind]") {
    const FakeNotifications bus(Then::press);
    const RemindScene scene(&bus);
    std::mutex mutex;
    std::vector<unknot::platform::Handed> handed;
    const auto window =
        unknot::platform::OneOf::become(unknot::settings::log_key(scene.db), [&](const auto& what) {
            const std::lock_guard lock(mutex);
            handed.push_back(what);
        });
    REQUIRE(window);
    CHECK(scene.status()["due"] == 1);
    const auto reminded = scene.run({"remind"});
    CHECK(reminded.status == 0);
    CHECK(reminded.err.empty());
    REQUIRE(bus.shown().size() == 1);
    CHECK(bus.shown()[0].program == "Unknot");
    CHECK(bus.shown()[0].title == "A check-in is due.");
    CHECK(bus.shown()[0].body.empty());
    CHECK(bus.shown()[0].actions ==
          std::vector<std::string>{"default", "Open Unknot", "open", "Open Unknot"});
    {
        const std::lock_guard lock(mutex);
        CHECK(handed == std::vector<unknot::platform::Handed>{{"today"}});
    }
    CHECK(scene.status()["shown_today"] == true);
    CHECK(scene.run({"remind"}).status == 0);
    CHECK(bus.shown().size() == 1);
}

TEST_CASE("nobody is reminded on days with nothing due, nor once it was answered", "[cli][remind]") {
    const FakeNotifications bus(Then::close);
    RemindScene scene(&bus);
    scene.at("2026-03-07T21:00:00+01:00");
    CHECK(scene.run({"remind"}).status == 0);
    scene.at("2026-03-08T09:00:00+01:00");
    REQUIRE(scene.run({"checkin", "calf", "--side", "left", "1", "--symptoms", "none"}).status == 0);
    CHECK(scene.run({"remind"}).out == "No check-in is due.\n");
    CHECK(bus.shown().empty());
}

TEST_CASE("where no log was begun nothing is due, and reminding begins none", "[cli][remind]") {
    const FakeNotifications bus(Then::close);
    Scene scene;
    scene.environment["HOME"] = scene.folder.path();
    scene.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.address();
    CHECK(scene.run({"remind"}).status == 0);
    CHECK(bus.shown().empty());
    CHECK_FALSE(std::filesystem::exists(scene.db));
}

TEST_CASE("the next day with a check-in due is reminded of anew", "[cli][remind]") {
    const FakeNotifications bus(Then::close);
    RemindScene scene(&bus);
    CHECK(scene.run({"remind"}).status == 0);
    scene.at("2026-03-09T09:00:00+01:00");
    CHECK(scene.run({"remind"}).status == 0);
    CHECK(bus.shown().size() == 2);
}

TEST_CASE("a log that cannot be looked into is told, as silence would look like nothing due",
          "[cli][remind]") {
    const FakeNotifications bus(Then::close);
    const RemindScene scene(&bus);
    std::ofstream(scene.db, std::ios::trunc) << "this is no log";
    const auto reminded = scene.run({"remind"});
    CHECK(reminded.status == 3);
    CHECK(is_one_sentence(reminded.err));
    REQUIRE(bus.shown().size() == 1);
    CHECK(bus.shown()[0].title == "Unknot could not look into your log.");
}

TEST_CASE("without a session bus reminding says so, and counts as not done", "[cli][remind]") {
    const RemindScene scene;
    const auto reminded = scene.run({"remind"});
    CHECK(reminded.status == 4);
    CHECK(is_one_sentence(reminded.err));
    CHECK(scene.status()["shown_today"] == false);
    CHECK(scene.run({"remind", "--wait"}).status == 4);
}

TEST_CASE("the notification speaks the language of the settings unless another is named", "[cli][remind]") {
    const FakeNotifications bus(Then::close);
    RemindScene scene(&bus);
    std::filesystem::create_directories(scene.path(".config/unknot"));
    (void)scene.put(".config/unknot/settings.json", R"({"language": "de"})");
    CHECK(scene.run({"remind"}).status == 0);
    scene.at("2026-03-09T09:00:00+01:00");
    CHECK(scene.run({"--lang", "en", "remind"}).status == 0);
    REQUIRE(bus.shown().size() == 2);
    CHECK(bus.shown()[0].title != bus.shown()[1].title);
    CHECK(bus.shown()[1].title == "A check-in is due.");
}

TEST_CASE(
    "with a systemd of the user's own a timer is set up, its command reminds, and nothing is left of it",
    "[cli][remind]") {
    const FakeNotifications bus(Then::close);
    RemindScene scene(&bus);
    const std::string asked = scene.fake_systemctl();
    const auto before = scene.home();
    const auto installed = scene.run({"remind", "--install", "--at", "07:30"});
    CHECK(installed.err.empty());
    REQUIRE(installed.status == 0);
    CHECK(content_of(asked) ==
          "--user show-environment\n--user daemon-reload\n--user enable unknot-reminder.timer\n"
          "--user restart unknot-reminder.timer\n");
    CHECK(scene.status()["keeper"] == "systemd");
    CHECK(scene.status()["at"] == "07:30");
    const std::string units = scene.path(".config/systemd/user/");
    CHECK(value_of(content_of(units + "unknot-reminder.timer"), "OnCalendar") == "*-*-* 07:30:00");
    // What systemd would run, as it is written.
    const std::string command = value_of(content_of(units + "unknot-reminder.service"), "ExecStart");
    CHECK(run_command({"sh", "-c", command}, scene.environment).status == 0);
    CHECK(bus.shown().size() == 1);
    // Another time, asked for later, keeps all else.
    CHECK(scene.run({"remind", "--install"}).status == 0);
    CHECK(scene.status()["at"] == "07:30");
    CHECK(scene.run({"remind", "--uninstall"}).status == 0);
    CHECK(scene.status()["keeper"] == "none");
    CHECK(content_of(asked).find("--user disable --now unknot-reminder.timer\n") != std::string::npos);
    std::filesystem::remove(asked);
    CHECK(scene.home() == before);
}

TEST_CASE("the units pass systemd's own check, also for a log whose path needs quoting", "[cli][remind]") {
    const std::string analyze = checker("systemd-analyze");
    RemindScene scene;
    (void)scene.fake_systemctl();
    std::filesystem::create_directory(scene.path("a b%h \"c\" $d"));
    const std::string odd = scene.path("a b%h \"c\" $d/my log.db");
    REQUIRE(run_program({"--db", odd, "remind", "--install"}, scene.environment).status == 0);
    const std::string units = scene.path(".config/systemd/user/");
    const std::string service = units + "unknot-reminder.service";
    std::map<std::string, std::string> environment{{"HOME", scene.folder.path()},
                                                   {"XDG_RUNTIME_DIR", scene.folder.path()}};
    const auto said =
        run_command({analyze, "--user", "verify", service, units + "unknot-reminder.timer"}, environment);
    CHECK(said.status == 0);
    CHECK(said.out + said.err == "");
    CHECK(value_of(content_of(service), "ExecStart").find(R"(a b%%h \"c\" $$d/my log.db)") !=
          std::string::npos);
    // The check finds what is planted.
    (void)scene.put("planted.service", "[Service]\nTyp=exec\nExecStart=/bin/true\n");
    const auto planted =
        run_command({analyze, "--user", "verify", scene.path("planted.service")}, environment);
    CHECK(planted.out + planted.err != "");
}

TEST_CASE("a systemd that refuses leaves nothing set up, and says why", "[cli][remind]") {
    RemindScene scene;
    (void)scene.fake_systemctl();
    (void)scene.put("bin/systemctl",
                    "#!/bin/sh\n[ \"$2\" != enable ] || { echo 'it is locked' >&2; exit 1; }\n");
    const auto refused = scene.run({"remind", "--install"});
    CHECK(refused.status == 4);
    CHECK(refused.err.find("it is locked") != std::string::npos);
    CHECK(scene.status()["keeper"] == "none");
    CHECK_FALSE(std::filesystem::exists(scene.path(".config/systemd")));
}

TEST_CASE("without systemd one waiting program is set up, reminds, and ends when it is taken away",
          "[cli][remind]") {
    const FakeNotifications bus(Then::close);
    RemindScene scene(&bus);
    REQUIRE(scene.run({"remind", "--install", "--at", "09:00"}).status == 0);
    // It waits in this session at once; as it is nine o'clock, it reminds.
    CHECK(within_seconds(10, [&] { return scene.status()["waiting"] == true; }));
    CHECK(within_seconds(10, [&] { return bus.shown().size() == 1; }));
    CHECK(scene.status()["keeper"] == "autostart");
    const std::string entry = content_of(scene.path(".config/autostart/unknot-reminder.desktop"));
    CHECK(value_of(entry, "Exec").ends_with("\"remind\" \"--wait\""));
    // Another one that the session starts ends at once, as one waits.
    CHECK(run_command({"sh", "-c", value_of(entry, "Exec")}, scene.environment).status == 0);
    CHECK(scene.run({"remind", "--uninstall"}).status == 0);
    CHECK(scene.status()["waiting"] == false);
    CHECK_FALSE(std::filesystem::exists(scene.path(".config/autostart")));
    CHECK_FALSE(std::filesystem::exists(scene.path(".local/state/unknot/reminded")));
}

TEST_CASE("the entry that starts with the session is well-formed", "[cli][remind]") {
    const std::string validate = checker("desktop-file-validate");
    RemindScene scene;
    std::filesystem::create_directory(scene.path("a b%h \"c\" $d"));
    const std::string odd = scene.path("a b%h \"c\" $d/my log.db");
    REQUIRE(run_program({"--db", odd, "remind", "--install"}, scene.environment).status == 0);
    const auto said = run_command({validate, scene.path(".config/autostart/unknot-reminder.desktop")});
    CHECK(said.out + said.err == "");
    CHECK(said.status == 0);
}

TEST_CASE("a time that is none is refused, and nothing is set up", "[cli][remind]") {
    const RemindScene scene;
    const auto refused = scene.run({"remind", "--install", "--at", "25:00"});
    CHECK(refused.status == 1);
    CHECK(is_one_sentence(refused.err));
    CHECK(scene.run({"remind", "--at", "09:00"}).status == 2);
    CHECK(scene.run({"remind", "--install", "--uninstall"}).status == 2);
    CHECK(scene.status()["keeper"] == "none");
    CHECK(scene.run({"remind", "--uninstall"}).status == 0);
}
