#include "app/shell/field_fonts.h"

#include <fontconfig/fontconfig.h>
#include <misc/freetype/imgui_freetype.h>

#include <memory>
#include <string>

namespace unknot::shell {

namespace {

struct FreePattern {
    void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
struct FreeCharSet {
    void operator()(FcCharSet* set) const { FcCharSetDestroy(set); }
};
using Pattern = std::unique_ptr<FcPattern, FreePattern>;

/// A sans-serif outline font that has the character; null where there is none. Pictures of a fixed size, as
/// emoji fonts hold, are no outlines: the shaped text below the field shows them.
Pattern font_with(char32_t character) {
    const std::unique_ptr<FcCharSet, FreeCharSet> needed(FcCharSetCreate());
    FcCharSetAddChar(needed.get(), character);
    const Pattern query(FcPatternCreate());
    FcPatternAddString(query.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>("sans-serif"));
    FcPatternAddCharSet(query.get(), FC_CHARSET, needed.get());
    FcPatternAddBool(query.get(), FC_OUTLINE, FcTrue);
    FcConfigSubstitute(nullptr, query.get(), FcMatchPattern);
    FcDefaultSubstitute(query.get());
    FcResult result = FcResultNoMatch;
    Pattern found(FcFontMatch(nullptr, query.get(), &result));
    FcCharSet* has = nullptr;
    FcBool outline = FcFalse;
    if (found == nullptr || FcPatternGetCharSet(found.get(), FC_CHARSET, 0, &has) != FcResultMatch ||
        FcCharSetHasChar(has, character) == FcFalse ||
        FcPatternGetBool(found.get(), FC_OUTLINE, 0, &outline) != FcResultMatch || outline == FcFalse) {
        return nullptr;
    }
    return found;
}

}  // namespace

void FieldFonts::want(std::string_view text) {
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at < end) {
        unsigned int character = 0;
        at += ImTextCharFromUtf8(&character, at, end);
        if (character >= 0x80 && looked_for_.count(character) == 0) {
            wanted_.insert(character);
        }
    }
}

void FieldFonts::load() {
    for (const char32_t character : wanted_) {
        looked_for_.insert(character);
        if (!font_->IsGlyphInFont(static_cast<ImWchar>(character))) {
            add_font_with(character);
        }
    }
    wanted_.clear();
}

void FieldFonts::add_font_with(char32_t character) {
    const Pattern found = font_with(character);
    FcChar8* file = nullptr;
    int index = 0;
    if (found == nullptr || FcPatternGetString(found.get(), FC_FILE, 0, &file) != FcResultMatch) {
        return;
    }
    FcPatternGetInteger(found.get(), FC_INDEX, 0, &index);
    auto mapped = platform::MappedFile::open(reinterpret_cast<const char*>(file));
    if (!mapped) {
        return;
    }
    ImFontConfig config;
    config.MergeMode = true;
    config.FontNo = static_cast<ImU32>(index);
    config.PixelSnapH = false;
    config.FontLoaderFlags = ImGuiFreeTypeLoaderFlags_NoHinting;
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    // Sizes in use remember that the character was missing. Before the font is merged, not after: each size
    // has the loader's data for the files that there were when it was made, and is given up file by file.
    ImFontAtlasFontDiscardBakes(&atlas, font_, 0);
    if (atlas.AddFontFromMemoryTTF(mapped->data(), static_cast<int>(mapped->size()), 0, &config) == nullptr) {
        return;
    }
    // Said to own the bytes it does not copy them; it must not free them, which are ours.
    atlas.Sources.back().FontDataOwnedByAtlas = false;
    files_.push_back(std::move(*mapped));
}

}  // namespace unknot::shell
