#pragma once

#include "app/views/kit/ui.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace unknot::tests {

/// One thing that can be pressed, or typed into, as it was drawn last.
struct SeenItem {
    ImGuiID id = 0;
    std::string label;
    ImRect rect;
    ImGuiWindow* window = nullptr;
    bool disabled = false;
    bool control = false;         ///< can be pressed or typed into; windows and what they scroll are not
    bool may_be_covered = false;  ///< a row or picture that carries controls of its own
};

/// One text, and what it was cut to.
struct SeenText {
    std::string text;
    ImRect rect;
    ImRect clip;
    ImGuiWindow* window = nullptr;
};

/// Hears of every item (through Dear ImGui's test hooks) and of every text of a frame.
class ItemRecorder : public kit::TextProbe {
public:
    /// Hears the current Dear ImGui context from now on; must outlive it or its last frame.
    void attach();
    void begin_frame();

    void item_added(ImGuiID id, const ImRect& rect);
    void item_named(ImGuiID id, std::string_view label);
    void text_drawn(std::string_view text, const ImRect& rect, const ImRect& clip) override;

    [[nodiscard]] const std::vector<SeenItem>& items() const { return items_; }
    [[nodiscard]] const std::vector<SeenText>& texts() const { return texts_; }
    /// The n-th item with this label; null where there is none.
    [[nodiscard]] const SeenItem* find(std::string_view label, std::size_t nth = 0) const;

private:
    std::unordered_map<ImGuiID, SeenItem> added_;
    std::vector<SeenItem> items_;
    std::vector<SeenText> texts_;
};

}  // namespace unknot::tests
