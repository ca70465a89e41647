#include "app/look/type.h"

#include <imgui.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <string>
#include <string_view>

using namespace unknot::look;
using Catch::Matchers::WithinRel;

namespace {

/// Dear ImGui with one of our fonts; nothing is drawn.
class FontInUse {
public:
    FontInUse(Face face, float size) : context_(ImGui::CreateContext()) {
        const auto data = font_data(face);
        ImFontConfig config;
        config.FontDataOwnedByAtlas = false;
        ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
        ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        // Dear ImGui only reads what it does not own.
        font_ = atlas.AddFontFromMemoryTTF(const_cast<unsigned char*>(data.data()),
                                           static_cast<int>(data.size()), size, &config);
        ImGui::GetIO().DisplaySize = {100, 100};
        ImGui::NewFrame();
    }
    ~FontInUse() {
        ImGui::EndFrame();
        ImGui::DestroyContext(context_);
    }
    FontInUse(const FontInUse&) = delete;
    FontInUse& operator=(const FontInUse&) = delete;

    [[nodiscard]] bool has(char32_t letter) const {
        return font_->IsGlyphInFont(static_cast<ImWchar>(letter));
    }
    [[nodiscard]] float width(const std::string& text, float size) const {
        return font_->CalcTextSizeA(size, 10000, 0, text.c_str()).x;
    }

private:
    ImGuiContext* context_;
    ImFont* font_ = nullptr;
};

}  // namespace

TEST_CASE("the fonts have the letters of every language that is spoken here, and their signs", "[look]") {
    const Face face = GENERATE(Face::text, Face::bold, Face::title);
    const FontInUse font(face, 20);
    const std::u32string_view letters =
        U"AZaz09 äöüÄÖÜßẞ ñÑ¿¡áéíóú àâçèêëîïôœŒùûÿ ğĞışİŞ ąćęłńóśźżĄĆĘŁŃŚŹŻ ăâîșțȘȚ "
        U"–—‘’‚“”„«»‹›…·•×÷±≤≥−°€←↑→↓\u00A0\u2009\u202F\u2011";
    for (const char32_t letter : letters) {
        INFO(static_cast<unsigned>(letter));
        CHECK(font.has(letter));
    }
    CHECK_FALSE(font.has(U'ж'));
}

TEST_CASE("figures are all equally wide in the fonts that numbers are set in", "[look]") {
    const Face face = GENERATE(Face::text, Face::bold);
    const FontInUse font(face, type::body.imgui_size);
    for (const char figure : std::string("123456789")) {
        CHECK(font.width(std::string(1, figure), type::body.imgui_size) ==
              font.width("0", type::body.imgui_size));
    }
}

TEST_CASE("a font asked for at a style's size has letters of the style's em", "[look]") {
    // The advance of one letter in ems, from the fonts' own tables.
    const auto [style, letter, ems] = GENERATE(table<TextStyle, std::string, float>(
        {{type::body, "0", 0.58F}, {type::number, "0", 0.58F}, {type::display, "H", 0.769F}}));
    const float zoom = 10;
    const FontInUse font(style.face, style.imgui_size * zoom);
    CHECK_THAT(font.width(letter, style.imgui_size * zoom), WithinRel(ems * style.size * zoom, 0.01F));
}

TEST_CASE("the licence of the fonts travels with them, and their cut is small", "[look]") {
    const Face face = GENERATE(Face::text, Face::bold, Face::title);
    const auto data = font_data(face);
    std::string name;  // the name table is UTF-16: the letters stand at every other byte
    for (const unsigned char byte : data) {
        if (byte != 0) {
            name += static_cast<char>(byte);
        }
    }
    CHECK(name.find("SIL Open Font License") != std::string::npos);
    CHECK(name.find("Copyright") != std::string::npos);
    CHECK(data.size() < 80 * 1024);
}
