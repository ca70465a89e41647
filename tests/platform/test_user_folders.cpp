#include "app/platform/user_folders.h"

#include <catch2/catch_test_macros.hpp>

using unknot::platform::user_folder_in;

TEST_CASE("the folder of documents is the one that the desktop's file names", "[platform]") {
    constexpr std::string_view file =
        "# comment\n"
        "XDG_DESKTOP_DIR=\"$HOME/Desktop\"\n"
        "#XDG_DOCUMENTS_DIR=\"$HOME/not this\"\n"
        "  XDG_DOCUMENTS_DIR=\"$HOME/My \\\"papers\\\"\"\n"
        "XDG_MUSIC_DIR=\"/music\"\n"
        "XDG_VIDEOS_DIR=\"relative\"\n";
    CHECK(user_folder_in(file, "XDG_DOCUMENTS_DIR", "/home/a") == "/home/a/My \"papers\"");
    CHECK(user_folder_in(file, "XDG_MUSIC_DIR", "/home/a") == "/music");
    CHECK(user_folder_in(file, "XDG_VIDEOS_DIR", "/home/a") == std::nullopt);
    CHECK(user_folder_in(file, "XDG_PICTURES_DIR", "/home/a") == std::nullopt);
    CHECK(user_folder_in("", "XDG_DOCUMENTS_DIR", "/home/a") == std::nullopt);
}
