#include "app/shell/faces.h"

#include "app/look/type.h"

#include <misc/freetype/imgui_freetype.h>

namespace unknot::shell {

namespace {

ImFont* load(look::Face face) {
    const auto data = look::font_data(face);
    ImFontConfig config;
    // The bytes belong to the program; Dear ImGui only reads them.
    config.FontDataOwnedByAtlas = false;
    config.PixelSnapH = false;
    // Hinting rounds every advance to whole pixels, which tears words apart at these sizes.
    config.FontLoaderFlags = ImGuiFreeTypeLoaderFlags_NoHinting;
    auto* bytes = const_cast<unsigned char*>(data.data());  // NOLINT: its interface has no const
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(bytes, static_cast<int>(data.size()), 16, &config);
}

}  // namespace

kit::Fonts load_faces() {
    kit::Fonts fonts;
    fonts.title = load(look::Face::title);
    fonts.bold = load(look::Face::bold);
    fonts.text = load(look::Face::text);  // the last: others can be merged into that alone (FieldFonts)
    ImGui::GetIO().FontDefault = fonts.text;
    return fonts;
}

void apply_theme(const look::Theme& theme, float scale) {
    ImGuiStyle& style = ImGui::GetStyle();
    style = ImGuiStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.ScrollbarSize = std::round(9 * scale);
    style.ScrollbarRounding = std::round(3 * scale);
    style.GrabMinSize = std::round(28 * scale);  // in a long list the grab stays large enough to be hit
    style.HoverDelayNormal = 0;
    style.WindowMinSize = {1, 1};
    const auto set = [&](ImGuiCol which, look::Colour colour) {
        style.Colors[which] = ImGui::ColorConvertU32ToFloat4(kit::to_u32(colour));
    };
    constexpr look::Colour nothing{0, 0, 0, 0};
    set(ImGuiCol_WindowBg, theme.ground);
    set(ImGuiCol_ChildBg, nothing);
    set(ImGuiCol_PopupBg, theme.raised);
    set(ImGuiCol_Border, theme.line);
    set(ImGuiCol_Text, theme.text);
    set(ImGuiCol_TextDisabled, theme.muted);
    set(ImGuiCol_ScrollbarBg, theme.sunken);
    set(ImGuiCol_ScrollbarGrab, theme.line_strong);
    set(ImGuiCol_ScrollbarGrabHovered, theme.muted);
    set(ImGuiCol_ScrollbarGrabActive, theme.text);
    // The kit draws its own focus ring.
    set(ImGuiCol_NavCursor, nothing);
    set(ImGuiCol_ModalWindowDimBg, theme.scrim);
}

}  // namespace unknot::shell
