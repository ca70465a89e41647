#pragma once

#include "app/views/kit/button.h"
#include "app/views/kit/ui.h"

#include <string_view>

namespace unknot::views {

/// One setting: its name and what it means at the left, its control at the right; below them where there is
/// no room beside. Returns where the control goes, 44 units high and at most `control_width` pixels wide.
[[nodiscard]] ImRect setting_row(const kit::Ui& ui, kit::Flow& flow, std::string_view name,
                                 std::string_view meaning, float control_width);

/// Buttons one after another that go on below where there is no room.
class ButtonRow {
public:
    ButtonRow(const kit::Ui& ui, kit::Flow& flow, float height_units = look::control::height);
    /// The flow stands below the last one.
    ~ButtonRow();
    ButtonRow(const ButtonRow&) = delete;
    ButtonRow& operator=(const ButtonRow&) = delete;

    bool button(std::string_view label, kit::ButtonOptions options = {});

private:
    const kit::Ui& ui_;
    kit::Flow& flow_;
    float height_units_;
    ImVec2 at_;
};

/// A plain button that is not enabled, with the reason, where `reason` is not empty.
[[nodiscard]] kit::ButtonOptions unless(std::string_view reason);

}  // namespace unknot::views
