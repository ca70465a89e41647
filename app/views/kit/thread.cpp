#include "app/views/kit/thread.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace unknot::kit {

namespace {

// The mark's own loop on its 24 grid: it stands on y = 17.4, is 11.2 high and its middle is at x = 12.
constexpr float mark_base = 17.4F;
constexpr float mark_height = 11.2F;
constexpr float mark_middle = 12;

}  // namespace

void draw_thread(const ImVec2& from, const ImVec2& to, const ImVec2& loops_to,
                 std::span<const ThreadLoop> loops, float stroke, look::Colour colour) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    if (length <= 0) {
        return;
    }
    const ImVec2 along((to.x - from.x) / length, (to.y - from.y) / length);
    list.PathLineTo(from);
    for (const ThreadLoop& loop : loops) {
        const float unit = loop.height / mark_height;
        for (const look::Point& point : look::icon(look::IconName::mark).paths.front().points) {
            const float s = loop.along + (point.x - mark_middle) * unit;
            const float h = (mark_base - point.y) * unit;
            list.PathLineTo({from.x + along.x * s + loops_to.x * h, from.y + along.y * s + loops_to.y * h});
        }
    }
    list.PathLineTo(to);
    list.PathStroke(to_u32(colour), ImDrawFlags_None, stroke);
}

void draw_thread_with_loop(const Ui& ui, const ImVec2& from, float width) {
    const std::array<ThreadLoop, 1> loop{{{width / 2, ui.px(26)}}};
    draw_thread(from, {from.x + width, from.y}, {0, -1}, loop, std::max(1.5F, 2 * ui.scale), ui.theme.accent);
}

}  // namespace unknot::kit
