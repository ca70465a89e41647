#pragma once

#include "app/views/kit/ui.h"

#include <string_view>

namespace unknot::kit {

/// What happened to something that can be pressed in this frame.
struct Press {
    bool clicked = false;
    bool hovered = false;
    bool held = false;
    bool focused = false;  ///< it has the keyboard's focus, and a key was used last
    ImRect rect;
};

/// Makes a rectangle pressable with mouse and keyboard, reachable with Tab and arrows, and drives the focus
/// ring. `label` names it: it is its id within the ids pushed, and what tests find it by. Things smaller than
/// 40 x 40 units can be hit in the space around them. Draws nothing but the ring.
Press press(const Ui& ui, const ImRect& rect, std::string_view label, float radius, bool enabled = true);

/// The focus ring: 2 px, 2 px away from the rectangle, whose corners have `radius`.
void draw_focus_ring(const Ui& ui, const ImRect& rect, float radius);

/// Lays the hover or pressed colour over what was drawn.
void draw_press_state(const Ui& ui, const Press& state, float radius);

/// A tooltip below the pointer (or below the focused thing) while it is hovered or focused.
void tooltip(const Ui& ui, const Press& state, std::string_view text);

/// Pushes an id for as long as it lives: record ids for rows, never a row's number.
class Scope {
public:
    explicit Scope(std::string_view id) { ImGui::PushID(id.data(), id.data() + id.size()); }
    ~Scope() { ImGui::PopID(); }
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
};

}  // namespace unknot::kit
