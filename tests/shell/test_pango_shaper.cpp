#include "app/shell/field_fonts.h"
#include "app/views/kit/text.h"
#include "tests/support/panel_test.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;

namespace {

const std::array<std::string_view, 7> other_scripts{
    "\u0623\u0644\u0645 \u0641\u064a \u0627\u0644\u0643\u062a\u0641",        // Arabic
    "\u0915\u0902\u0927\u0947 \u092e\u0947\u0902 \u0926\u0930\u094d\u0926",  // Hindi
    "\u0e1b\u0e27\u0e14\u0e44\u0e2b\u0e25\u0e48",                            // Thai
    "\u5de6\u80a9\u75e0\u75db",                                              // Chinese
    "\u5de6\u80a9\u304c\u75db\u3044",                                        // Japanese
    "\U0001F3BE",                                                            // emoji
    "\u0431\u043e\u043b\u044c",                                              // Russian
};

struct ShaperRoom {
    tests::TemporaryFolder folder{tests::TemporaryFolder::Disk::memory};
    tests::PanelOptions options;
    std::unique_ptr<tests::Panels> panels;

    ShaperRoom() {
        options.now = tests::test_now();
        panels = std::make_unique<tests::Panels>(folder.path() / "log.db", options);
    }
};

/// True where something was painted: neither all clear nor all of one colour.
bool has_ink(const ImTextureData& texture) {
    int clear = 0;
    int inked = 0;
    for (int i = 3; i < texture.GetSizeInBytes(); i += 4) {
        ++(texture.Pixels[i] == 0 ? clear : inked);
    }
    return clear > 0 && inked > 0;
}

}  // namespace

TEST_CASE("texts of the built-in fonts take the quick way, all others are shaped", "[shell][text]") {
    for (const std::string_view plain :
         {"", "Left calf, 4 min", "\u00c4rger \u00bd \u2013 \u201cna\u00efve\u201d \u2026",
          "\u0218\u021b \u1e9e", "10 \u20ac \u2192 \u2264 5"}) {
        INFO(plain);
        CHECK(kit::is_plain(plain));
    }
    for (const std::string_view other : other_scripts) {
        INFO(other);
        CHECK_FALSE(kit::is_plain(other));
    }
    CHECK_FALSE(kit::is_plain("\u221a2"));  // a sign that the fonts lack
    CHECK_FALSE(kit::is_plain("e\u0301"));  // a mark that must be put on its letter
    CHECK_FALSE(kit::is_plain("\xff broken"));
}

TEST_CASE("plain text never sets up the shaper", "[shell][text]") {
    ShaperRoom room;
    room.panels->within_frame(
        [&](const kit::Ui& ui) { CHECK(kit::text_width(ui, "Left calf", look::type::body) > 0); });
    CHECK(room.panels->shaper().kept_bytes() == 0);
}

TEST_CASE("a text in any script has a size, stands on its baseline and is painted", "[shell][text]") {
    ShaperRoom room;
    shell::PangoShaper& shaper = room.panels->shaper();
    for (const std::string_view text : other_scripts) {
        INFO(text);
        room.panels->within_frame([&](const kit::Ui& ui) {
            ImGui::Begin("page");
            const kit::ShapedSize size = shaper.measure(text, look::Face::text, 16, 0);
            CHECK(size.size.x > 4);
            CHECK(size.size.y >= 16);
            CHECK(size.baseline > 8);
            CHECK(size.baseline < size.size.y);
            shaper.draw(*ImGui::GetWindowDrawList(), ImGui::GetCursorScreenPos(), text, look::Face::text, 16,
                        0, ui.theme.text);
            ImGui::End();
        });
        const auto& textures = ImGui::GetPlatformIO().Textures;
        REQUIRE(textures.Size >= 2);  // the fonts' and ours
        CHECK(has_ink(*textures.back()));
    }
}

TEST_CASE("a long note is painted only where it is in sight", "[shell][text]") {
    ShaperRoom room;
    std::string note;
    while (note.size() < 60'000) {
        note += std::string(other_scripts[3]) + "\u3002";
    }
    room.panels->within_frame([&](const kit::Ui& ui) {
        ImGui::SetNextWindowSize({700, 300});
        ImGui::Begin("page");
        kit::Flow flow{ImGui::GetCursorScreenPos(), 640};
        const float top = flow.at.y;
        kit::paragraph(ui, flow, note, look::type::body, ui.theme.text);
        CHECK(flow.at.y - top > 5000);
        ImGui::End();
    });
    CHECK(room.panels->shaper().texture_count() <= 2);
}

TEST_CASE("textures that nobody draws any more are given back within the limit", "[shell][text]") {
    ShaperRoom room;
    shell::PangoShaper small(200'000);
    for (int i = 0; i < 60; ++i) {
        small.begin_frame();
        room.panels->within_frame([&](const kit::Ui& ui) {
            ImGui::Begin("page");
            const std::string text = std::string(other_scripts[0]) + std::to_string(i);
            small.draw(*ImGui::GetWindowDrawList(), ImGui::GetCursorScreenPos(), text, look::Face::text, 32,
                       0, ui.theme.text);
            ImGui::End();
        });
        CHECK(small.kept_bytes() < 300'000);
    }
    CHECK(small.texture_count() < 40);
}

TEST_CASE("a colour of its own is a picture of its own, the same one is none", "[shell][text]") {
    ShaperRoom room;
    shell::PangoShaper& shaper = room.panels->shaper();
    const auto draw = [&](look::Colour colour) {
        room.panels->within_frame([&](const kit::Ui&) {
            ImGui::Begin("page");
            shaper.draw(*ImGui::GetWindowDrawList(), ImGui::GetCursorScreenPos(), other_scripts[1],
                        look::Face::text, 16, 0, colour);
            ImGui::End();
        });
    };
    draw({10, 20, 30, 255});
    draw({10, 20, 30, 255});
    CHECK(shaper.texture_count() == 1);
    draw({200, 20, 30, 255});
    CHECK(shaper.texture_count() == 2);
}

TEST_CASE("lines of a script without blanks are broken and nothing is lost", "[shell][text]") {
    ShaperRoom room;
    std::string text;
    for (int i = 0; i < 12; ++i) {
        text += other_scripts[4];
    }
    const auto lines = room.panels->shaper().lines(text, look::Face::text, 16, 200);
    CHECK(lines.size() > 2);
    std::string joined;
    for (const std::string_view line : lines) {
        joined += line;
    }
    CHECK(joined == text);
}

TEST_CASE("fonts for fields are looked for once, and only when a text needs them", "[shell][text]") {
    ShaperRoom room;
    shell::FieldFonts fonts(ImGui::GetIO().FontDefault);
    fonts.want("plain, even with \u00e4");
    fonts.load();
    CHECK(fonts.file_count() == 0);
    fonts.want(other_scripts[6]);
    fonts.load();
    const std::size_t found = fonts.file_count();  // none where no installed font has Cyrillic
    CHECK(found <= 1);
    fonts.want(other_scripts[6]);
    fonts.load();
    CHECK(fonts.file_count() == found);
    room.panels->frames();
}
