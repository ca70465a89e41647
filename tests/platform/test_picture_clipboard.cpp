#include "app/platform/picture_clipboard.h"
#include "tests/support/checkers.h"
#include "tests/support/program.h"
#include "tests/support/x_display.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <cstdlib>
#include <thread>

using namespace unknot;
using platform::PictureClipboard;
using tests::XDisplay;

namespace {

/// Bytes of every value, zero too.
std::string bytes(std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) {
        all += static_cast<char>(i * 7 + i / 251);
    }
    return all;
}

/// What a program of others gets from the clipboard in a form; empty where it gets nothing.
std::string pasted(const XDisplay& display, const std::string& type) {
    return tests::run_command({tests::checker("xclip"), "-selection", "clipboard", "-t", type, "-o"},
                              {{"DISPLAY", display.name()}})
        .out;
}

/// Another program puts a text there, and stays to answer for it.
void copy_elsewhere(const XDisplay& display) {
    (void)tests::run_command({"/bin/sh", "-c", "printf theirs | xclip -selection clipboard >/dev/null 2>&1"},
                             {{"DISPLAY", display.name()}});
}

}  // namespace

TEST_CASE("a picture on the clipboard is pasted by other programs, byte for byte", "[clipboard]") {
    const XDisplay display;
    PictureClipboard clipboard;
    const std::string png = bytes(5000);
    REQUIRE(clipboard.put({{"image/png", png}, {"image/svg+xml", "<svg/>"}}).ok());
    CHECK(pasted(display, "image/png") == png);
    CHECK(pasted(display, "image/png") == png);
    CHECK(pasted(display, "image/svg+xml") == "<svg/>");
    const std::string targets = pasted(display, "TARGETS");
    for (const char* target : {"TARGETS", "TIMESTAMP", "MULTIPLE", "image/png", "image/svg+xml"}) {
        INFO(target);
        CHECK(targets.find(target) != std::string::npos);
    }
    CHECK(pasted(display, "UTF8_STRING").empty());
}

TEST_CASE("a picture larger than a display takes at once is handed over in pieces", "[clipboard]") {
    const XDisplay display;
    PictureClipboard clipboard;
    const std::size_t piece = std::size_t{128} * 1024;
    for (const std::size_t size : {piece, piece + 1, 3 * piece, std::size_t{3'000'000}}) {
        INFO(size);
        const std::string png = bytes(size);
        REQUIRE(clipboard.put({{"image/png", png}}).ok());
        CHECK((pasted(display, "image/png") == png));
    }
}

TEST_CASE("what somebody else copies takes the clipboard, and the next picture takes it back",
          "[clipboard]") {
    const XDisplay display;
    PictureClipboard clipboard;
    REQUIRE(clipboard.put({{"image/png", "one"}}).ok());
    copy_elsewhere(display);
    CHECK(pasted(display, "UTF8_STRING") == "theirs");
    CHECK(pasted(display, "image/png") != "one");
    REQUIRE(clipboard.put({{"image/png", "two"}}).ok());
    CHECK(pasted(display, "image/png") == "two");
    REQUIRE(clipboard.put({{"image/png", "three"}}).ok());
    CHECK(pasted(display, "image/png") == "three");
}

TEST_CASE("the clipboard is let go at once where no manager keeps it", "[clipboard]") {
    const XDisplay display;
    const auto begin = std::chrono::steady_clock::now();
    {
        PictureClipboard clipboard;
        REQUIRE(clipboard.put({{"image/png", "one"}}).ok());
    }
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
    CHECK(pasted(display, "image/png").empty());
}

TEST_CASE("without a display no picture is copied, and the reason is said", "[clipboard]") {
    ::unsetenv("DISPLAY");
    PictureClipboard clipboard;
    const auto put = clipboard.put({{"image/png", "one"}});
    REQUIRE_FALSE(put.ok());
    CHECK(put.error() == "there is no X11 display");
}
