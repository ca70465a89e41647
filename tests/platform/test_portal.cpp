#include "app/platform/portal.h"
#include "tests/support/fake_dialogs.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <cstdlib>
#include <thread>

using namespace unknot;
using platform::Cancel;
using platform::PathQuestion;
using tests::FakeDialogs;
using Then = tests::FakeDialogs::Then;

namespace {

const std::string parent = "x11:2a00007";

PathQuestion save_question() {
    PathQuestion question;
    question.title = "Save report";
    question.name = "log.pdf";
    question.folder = "/tmp/Documents \xc3\xa9";
    question.kinds = {{"PDF", {"*.pdf"}}};
    return question;
}

auto ask(const PathQuestion& question = save_question()) {
    return platform::choose_path(parent, question, Cancel());
}

/// What came of a question, as one text.
std::string outcome(const FakeDialogs&) {
    const auto chosen = ask();
    return !chosen ? chosen.error() : *chosen ? chosen.value()->string() : std::string("nothing");
}

platform::MakePdf makes(std::string pdf) {
    return [pdf] { return Result<std::optional<std::string>, std::string>(std::optional(pdf)); };
}

}  // namespace

TEST_CASE("the desktop is asked where to save, with name, folder, kinds and the window", "[portal]") {
    const FakeDialogs dialogs(Then::answer, "file:///tmp/a.pdf");
    CHECK(outcome(dialogs) == "/tmp/a.pdf");
    const auto asked = dialogs.asked();
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].method == "SaveFile");
    CHECK(asked[0].parent == parent);
    CHECK(asked[0].title == "Save report");
    CHECK(asked[0].options.at("current_name") == "'log.pdf'");
    CHECK(asked[0].options.at("current_folder") == "/tmp/Documents \xc3\xa9");
    CHECK(asked[0].options.at("filters") == "[('PDF', [(0, '*.pdf')])]");
    CHECK(asked[0].options.at("modal") == "true");
    CHECK_FALSE(asked[0].options.contains("directory"));
}

TEST_CASE("the desktop is asked for a folder, or for a file that is there", "[portal]") {
    const FakeDialogs dialogs(Then::answer, "file:///tmp");
    PathQuestion question;
    question.what = PathQuestion::For::folder;
    CHECK(ask(question).value() == std::filesystem::path("/tmp"));
    question.what = PathQuestion::For::open;
    CHECK(ask(question).ok());
    const auto asked = dialogs.asked();
    REQUIRE(asked.size() == 2);
    CHECK(asked[0].method == "OpenFile");
    CHECK(asked[0].options.at("directory") == "true");
    CHECK(asked[1].method == "OpenFile");
    CHECK_FALSE(asked[1].options.contains("directory"));
    CHECK_FALSE(asked[1].options.contains("current_name"));
}

TEST_CASE("a chosen path is taken byte for byte from its URI", "[portal]") {
    CHECK(outcome(FakeDialogs(Then::answer, "file:///tmp/a%20b%25%23%C3%A9.pdf")) ==
          "/tmp/a b%#\xc3\xa9.pdf");
    CHECK(outcome(FakeDialogs(Then::answer, "file:///tmp/%FF.pdf")) == "/tmp/\xff.pdf");
    CHECK(outcome(FakeDialogs(Then::answer, "file://localhost/tmp/a.pdf")) == "/tmp/a.pdf");
}

TEST_CASE("what is no file of this computer is not taken for one", "[portal]") {
    for (const char* uri : {"smb://server/a.pdf", "https://example.org/a.pdf", "file://server/a.pdf",
                            "file:///tmp/a%00.pdf", "/tmp/a.pdf", "file:"}) {
        INFO(uri);
        CHECK(outcome(FakeDialogs(Then::answer, uri)) == "it is not a file of this computer");
    }
    CHECK(outcome(FakeDialogs(Then::answer)) == "the desktop's dialog named no file");
}

TEST_CASE("choosing nothing is not an error", "[portal]") {
    CHECK(outcome(FakeDialogs(Then::cancel, "file:///tmp/a.pdf")) == "nothing");
}

TEST_CASE("a dialog that fails, or a portal that goes away, is said", "[portal]") {
    const std::string ended = "the desktop's dialog ended without an answer";
    CHECK(outcome(FakeDialogs(Then::fail)) == ended);
    CHECK(outcome(FakeDialogs(Then::vanish)) == ended);
    CHECK(outcome(FakeDialogs(Then::refuse)) == "no dialogs today");
}

TEST_CASE("a portal that does not answer the call is not waited for for ever", "[portal]") {
    const FakeDialogs dialogs(Then::silence);
    const auto chosen =
        platform::choose_path(parent, save_question(), Cancel(), std::chrono::milliseconds(50));
    REQUIRE_FALSE(chosen.ok());
    CHECK_FALSE(chosen.error().empty());
}

TEST_CASE("a dialog that nobody waits for any more is closed", "[portal]") {
    const FakeDialogs dialogs(Then::think);
    const Cancel cancel;
    std::thread waiting([&] {
        const auto chosen = platform::choose_path(parent, save_question(), cancel);
        CHECK(chosen.ok());
        CHECK_FALSE(chosen.value().has_value());
    });
    while (dialogs.asked().empty()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    cancel.cancel();
    waiting.join();
    for (int waited = 0; !dialogs.closed() && waited < 5000; ++waited) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    CHECK(dialogs.closed());
}

TEST_CASE("what the portal can do is asked of it", "[portal]") {
    {
        const FakeDialogs dialogs(Then::answer);
        CHECK(platform::portal_offers(Cancel()) == platform::PortalOffers{true, true, true});
    }
    {
        const FakeDialogs dialogs(Then::answer, {}, 2);
        CHECK(platform::portal_offers(Cancel()) == platform::PortalOffers{true, false, true});
    }
}

TEST_CASE("without a session bus the desktop has no dialogs", "[portal]") {
    ::unsetenv("DBUS_SESSION_BUS_ADDRESS");
    ::setenv("XDG_RUNTIME_DIR", "/nowhere", 1);
    CHECK(platform::portal_offers(Cancel()) == platform::PortalOffers{});
    CHECK(ask().error() == "there is no session bus");
    ::unsetenv("XDG_RUNTIME_DIR");
}

TEST_CASE("a PDF is handed to the printer that was chosen, from memory", "[portal][print]") {
    const FakeDialogs dialogs(Then::answer);
    const std::string pdf = "%PDF-" + std::string(100'000, 'x');
    CHECK(platform::print_pdf(parent, "Soreness log", makes(pdf), Cancel()).value());
    const auto asked = dialogs.asked();
    REQUIRE(asked.size() == 2);
    CHECK(asked[0].method == "PreparePrint");
    CHECK(asked[0].parent == parent);
    CHECK(asked[0].title == "Soreness log");
    CHECK(asked[1].method == "Print");
    CHECK(asked[1].options.at("token") == "4711");
    CHECK(asked[1].options.at("handle_token") != asked[0].options.at("handle_token"));
    CHECK(asked[1].file == pdf);
}

TEST_CASE("nothing is made for a printer that was not chosen", "[portal][print]") {
    bool made = false;
    const auto make = [&] {
        made = true;
        return Result<std::optional<std::string>, std::string>(std::optional<std::string>());
    };
    {
        const FakeDialogs dialogs(Then::cancel);
        CHECK_FALSE(platform::print_pdf(parent, "t", make, Cancel()).value());
    }
    {
        const FakeDialogs dialogs(Then::vanish);
        CHECK_FALSE(platform::print_pdf(parent, "t", make, Cancel()).ok());
    }
    CHECK_FALSE(made);
    const FakeDialogs dialogs(Then::answer);
    CHECK_FALSE(platform::print_pdf(parent, "t", make, Cancel()).value());  // making it was stopped
    CHECK(made);
    CHECK(dialogs.asked().size() == 1);
}

TEST_CASE("a PDF that cannot be made is said, and nothing is printed", "[portal][print]") {
    const FakeDialogs dialogs(Then::answer);
    const auto make = [] {
        return Result<std::optional<std::string>, std::string>(Failed{std::string("no room")});
    };
    CHECK(platform::print_pdf(parent, "t", make, Cancel()).error() == "no room");
    CHECK(dialogs.asked().size() == 1);
}
