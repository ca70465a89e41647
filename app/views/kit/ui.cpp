#include "app/views/kit/ui.h"

#include "app/views/kit/shape_cache.h"

#include <algorithm>

namespace unknot::kit {

namespace {

constexpr float thinnest_stroke = 1.25F;
constexpr float lowest_rail_height = 480;

/// Dear ImGui's path strokes have no round caps: a small circle stands in at each open end.
void draw_cap(ImDrawList& list, const ImVec2& at, float stroke, ImU32 colour) {
    list.AddCircleFilled(at, stroke / 2, colour, 8);
}

void draw_path(ImDrawList& list, const look::IconPath& path, const ImVec2& at, float unit, float stroke,
               ImU32 colour) {
    for (const look::Point& point : path.points) {
        list.PathLineTo({at.x + point.x * unit, at.y + point.y * unit});
    }
    if (path.fill) {
        list.PathFillConcave(colour);
        return;
    }
    const bool open = !path.closed && path.points.size() > 1;
    const look::Point first = path.points.front();
    const look::Point last = path.points.back();
    list.PathStroke(colour, path.closed ? ImDrawFlags_Closed : ImDrawFlags_None, stroke);
    if (open && unit * look::icon_grid >= 20) {
        draw_cap(list, {at.x + first.x * unit, at.y + first.y * unit}, stroke, colour);
        draw_cap(list, {at.x + last.x * unit, at.y + last.y * unit}, stroke, colour);
    }
}

}  // namespace

LayoutMode Ui::layout() const {
    if (unit_width < look::breakpoint::side_rail || unit_height < lowest_rail_height) {
        return LayoutMode::top_bar;
    }
    if (unit_width < look::breakpoint::two_columns) {
        return LayoutMode::one_column;
    }
    return unit_width < look::breakpoint::three_columns ? LayoutMode::two_columns : LayoutMode::three_columns;
}

void extend_content(const ImVec2& to) {
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    window->DC.CursorMaxPos.x = std::max(window->DC.CursorMaxPos.x, to.x);
    window->DC.CursorMaxPos.y = std::max(window->DC.CursorMaxPos.y, to.y);
    window->DC.IdealMaxPos = window->DC.CursorMaxPos;
}

void fill(const ImRect& rect, look::Colour colour, float radius) {
    if (colour.a == 0 || !in_sight(rect)) {
        return;
    }
    if (radius < 0.5F) {
        ImGui::GetWindowDrawList()->AddRectFilled(rect.Min, rect.Max, to_u32(colour));
        return;
    }
    const ImVec2 size = rect.GetSize();
    const ShapeKey key = ShapeKey(ShapeKind::fill).add(size.x).add(size.y).add(radius).add(colour);
    draw_kept(key, rect.Min, [&](ImDrawList& list, const ImVec2& at) {
        list.AddRectFilled(at, {at.x + size.x, at.y + size.y}, to_u32(colour), radius);
    });
}

void outline(const ImRect& rect, look::Colour colour, float width, float radius) {
    // Dear ImGui moves a rectangle's outline by half a pixel: this puts a line of 1 px on whole pixels, and a
    // thicker one wholly inside.
    const float inset = std::max(0.0F, (width - 1) / 2);
    if (!in_sight(rect, width)) {
        return;
    }
    const ImVec2 size = rect.GetSize();
    const ShapeKey key =
        ShapeKey(ShapeKind::outline).add(size.x).add(size.y).add(radius).add(colour).add(width);
    draw_kept(key, rect.Min, [&](ImDrawList& list, const ImVec2& at) {
        list.AddRect({at.x + inset, at.y + inset}, {at.x + size.x - inset, at.y + size.y - inset},
                     to_u32(colour), std::max(0.0F, radius - inset), 0, width);
    });
}

void horizontal_line(float x0, float x1, float y, look::Colour colour) {
    ImGui::GetWindowDrawList()->AddRectFilled({x0, std::floor(y)}, {x1, std::floor(y) + 1}, to_u32(colour));
}

void draw_icon(look::IconName name, const ImVec2& at, float size, look::Colour colour) {
    const float unit = size / look::icon_grid;
    const float stroke = std::max(thinnest_stroke, look::icon_stroke * unit);
    if (!in_sight({at.x, at.y, at.x + size, at.y + size}, stroke)) {
        return;
    }
    const ShapeKey key =
        ShapeKey(ShapeKind::icon).add(static_cast<std::uint32_t>(name)).add(size).add(colour);
    draw_kept(key, at, [&](ImDrawList& list, const ImVec2& origin) {
        for (const look::IconPath& path : look::icon(name).paths) {
            draw_path(list, path, origin, unit, stroke, to_u32(colour));
        }
    });
}

void draw_icon_centred(look::IconName name, const ImRect& rect, float size, look::Colour colour) {
    const ImVec2 centre = rect.GetCenter();
    draw_icon(name, {std::round(centre.x - size / 2), std::round(centre.y - size / 2)}, size, colour);
}

void draw_shadow(const Ui& ui, const ImRect& rect, float radius) {
    for (const look::ShadowRect& layer : look::shadow_rects) {
        const float grow = layer.grow * ui.scale;
        const float down = layer.down * ui.scale;
        fill({rect.Min.x - grow, rect.Min.y - grow + down, rect.Max.x + grow, rect.Max.y + grow + down},
             ui.theme.shadow, radius + grow);
    }
}

}  // namespace unknot::kit
