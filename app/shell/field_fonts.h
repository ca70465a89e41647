#pragma once

#include "app/platform/mapped_file.h"
#include "app/views/kit/ui.h"

#include <set>
#include <string_view>
#include <vector>

namespace unknot::shell {

/// Fonts for edit fields, whose text Dear ImGui draws character by character: found through fontconfig when a
/// text needs them, mapped, and merged into the field's own font. Nothing is looked for before.
class FieldFonts {
public:
    /// `font`: that of the fields, the last one of Dear ImGui's: it merges into no other. The mapped files
    /// must outlive the frames drawn with it.
    explicit FieldFonts(ImFont* font) : font_(font) {}

    /// Notes the characters of a text that `font` has no glyph for.
    void want(std::string_view text);

    /// Between two frames: gets what was wanted. A character that no font has stays a box.
    void load();

    /// How many files are mapped.
    [[nodiscard]] std::size_t file_count() const { return files_.size(); }

private:
    void add_font_with(char32_t character);

    ImFont* font_;
    std::set<char32_t> wanted_;
    std::set<char32_t> looked_for_;  ///< found or not: nothing is looked for twice
    std::vector<platform::MappedFile> files_;
};

}  // namespace unknot::shell
