#include "app/views/kit/body.h"

#include "app/views/kit/shape.h"
#include "app/views/kit/shape_cache.h"
#include "app/views/kit/text.h"
#include "app/views/kit/tier.h"
#include "app/words/phrases.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace unknot::kit {

namespace {

using look::BodyArea;
using look::BodyView;
using look::Point;

constexpr float hit_slack_px = 6;  // LOOK, "Body map"

/// Where the canvas of one view lies on the screen.
struct Placement {
    ImVec2 origin;
    float scale = 1;

    [[nodiscard]] ImVec2 on_screen(Point point) const {
        return {origin.x + point.x * scale, origin.y + point.y * scale};
    }
    [[nodiscard]] Point on_canvas(const ImVec2& at) const {
        return {(at.x - origin.x) / scale, (at.y - origin.y) / scale};
    }
};

void path_of(const Placement& placement, std::span<const Point> points) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (const Point& point : points) {
        list.PathLineTo(placement.on_screen(point));
    }
}

void fill_shape(const Placement& placement, std::span<const Point> points,
                std::span<const std::uint16_t> triangles, look::Colour colour) {
    std::vector<ImVec2> ring;
    ring.reserve(points.size());
    for (const Point& point : points) {
        ring.push_back(placement.on_screen(point));
    }
    fill_triangles(ring, triangles, colour);
}

void line_shape(const Placement& placement, std::span<const Point> points, look::Colour colour, float width,
                bool closed) {
    path_of(placement, points);
    ImGui::GetWindowDrawList()->PathStroke(to_u32(colour), closed ? ImDrawFlags_Closed : ImDrawFlags_None,
                                           width);
}

TrackKey key_of(const BodyArea& area) {
    return {std::string(area.area), area.side};
}

bool is_chosen(const BodyMarks& marks, const BodyArea& area) {
    return marks.chosen && marks.chosen->area == area.area &&
           (marks.chosen->side == area.side || (marks.chosen_both && area.side != Side::center));
}

bool is_at(const std::optional<TrackKey>& track, const BodyArea& area) {
    return track && track->area == area.area && track->side == area.side;
}

/// Which areas of a view look how: a bit each, by their place in its list.
struct AreaBits {
    std::uint64_t chosen = 0;
    std::uint64_t pointed = 0;

    [[nodiscard]] static bool has(std::uint64_t bits, std::size_t area) { return (bits >> area & 1U) != 0; }
};

AreaBits bits_of(const look::Body& body, const BodyMarks& marks, const std::optional<TrackKey>& hovered) {
    IM_ASSERT(body.areas.size() <= 64);
    AreaBits bits;
    for (std::size_t i = 0; i < body.areas.size(); ++i) {
        const BodyArea& area = body.areas[i];
        bits.chosen |= std::uint64_t{is_chosen(marks, area)} << i;
        bits.pointed |= std::uint64_t{is_at(hovered, area) || is_at(marks.pointed, area)} << i;
    }
    return bits;
}

/// Body, then all outlines, then all fills, so that neighbours share one line; then the details.
void draw_body(const Ui& ui, const look::Body& body, const Placement& placement, const AreaBits& bits) {
    const look::ChartColours& colours = ui.theme.chart;
    fill_shape(placement, body.silhouette, body.triangles, colours.body);
    line_shape(placement, body.silhouette, colours.body_line, 1, true);
    for (const BodyArea& area : body.areas) {
        line_shape(placement, area.outline, colours.area_line, std::max(1.0F, 1.5F * ui.scale), true);
    }
    for (std::size_t i = 0; i < body.areas.size(); ++i) {
        const BodyArea& area = body.areas[i];
        const bool pointed = AreaBits::has(bits.pointed, i);
        const look::Colour inside = AreaBits::has(bits.chosen, i) ? ui.theme.accent
                                    : pointed                     ? ui.theme.accent_soft
                                                                  : colours.area;
        fill_shape(placement, area.outline, area.triangles, inside);
        if (pointed) {
            line_shape(placement, area.outline, ui.theme.accent, std::max(1.5F, 2 * ui.scale), true);
        }
    }
    for (const std::span<const Point> detail : body.details) {
        line_shape(placement, detail, colours.body_line, 1, false);
    }
}

/// Themes are tables of the program: their address stands for their colours.
std::uint64_t name_of(const look::Theme& theme) {
    return reinterpret_cast<std::uintptr_t>(&theme);
}

void draw_view(const Ui& ui, BodyView view, const Placement& placement, const BodyMarks& marks,
               const std::optional<TrackKey>& hovered) {
    const look::Body& body = look::body(view);
    const AreaBits bits = bits_of(body, marks, hovered);
    const ShapeKey key = ShapeKey(ShapeKind::body_view)
                             .add(static_cast<std::uint32_t>(view))
                             .add(placement.scale)
                             .add(ui.scale)
                             .add(name_of(ui.theme))
                             .add(bits.chosen)
                             .add(bits.pointed);
    draw_kept(key, placement.origin, [&](ImDrawList& /*list*/, const ImVec2& origin) {
        draw_body(ui, body, {origin, placement.scale}, bits);
    });
    for (const BodyArea& area : body.areas) {
        const auto flagged = marks.flagged.find(key_of(area));
        if (flagged != marks.flagged.end()) {
            const ImVec2 at = placement.on_screen(area.label);
            const float size = ui.px(16);
            draw_badge(ui, flagged->second, {std::round(at.x - size / 2), std::round(at.y - size / 2)}, size);
        }
    }
}

/// "your right … your left" under the front view, the other way round under the back view.
void draw_side_words(const Ui& ui, BodyView view, const ImRect& below) {
    std::string_view left = ui.words.text("your left");
    std::string_view right = ui.words.text("your right");
    const float room = below.GetWidth() / 2 - ui.px(look::space::xxs);
    if (std::max(text_width(ui, left, look::type::small), text_width(ui, right, look::type::small)) > room) {
        left = words::side_word(ui.words, Side::left);
        right = words::side_word(ui.words, Side::right);
    }
    const bool front = view == BodyView::front;
    const ImRect first(below.Min.x, below.Min.y, below.GetCenter().x, below.Max.y);
    const ImRect second(below.GetCenter().x, below.Min.y, below.Max.x, below.Max.y);
    draw_text_centred(ui, first, front ? right : left, look::type::small, ui.theme.muted);
    draw_text_centred(ui, second, front ? left : right, look::type::small, ui.theme.muted);
}

struct Frame {
    Placement placement;
    ImRect title;
    ImRect below;
};

Frame frame_of(const Ui& ui, const ImRect& rect, BodyView view) {
    const float words = ui.px(24);
    const float half = rect.GetWidth() / 2;
    const float left = view == BodyView::front ? rect.Min.x : rect.Min.x + half;
    const float scale = std::min(half / look::body_width, (rect.GetHeight() - 2 * words) / look::body_height);
    Frame frame;
    frame.placement.scale = scale;
    frame.placement.origin = {std::round(left + (half - look::body_width * scale) / 2),
                              std::round(rect.Min.y + words)};
    frame.title = {left, rect.Min.y, left + half, rect.Min.y + words};
    const float bottom = frame.placement.origin.y + look::body_height * scale;
    frame.below = {left, bottom, left + half, bottom + words};
    return frame;
}

}  // namespace

float body_map_height(const Ui& ui, float width) {
    return std::round(width / 2 / look::body_width * look::body_height) + 2 * ui.px(24);
}

BodyHit body_map(const Ui& ui, const ImRect& rect, const BodyMarks& marks) {
    BodyHit hit;
    constexpr std::array<BodyView, 2> views{BodyView::front, BodyView::back};
    std::array<Frame, 2> frames{frame_of(ui, rect, BodyView::front), frame_of(ui, rect, BodyView::back)};
    ImGui::PushItemFlag(ImGuiItemFlags_NoNav | ImGuiItemFlags_NoTabStop, true);
    const Press state = press(ui, rect, ui.words.text("Body map"), 0);
    ImGui::PopItemFlag();
    if (state.hovered) {
        const ImVec2 mouse = ImGui::GetIO().MousePos;
        for (std::size_t i = 0; i < views.size(); ++i) {
            const Placement& placement = frames[i].placement;
            const bool this_half = (mouse.x < rect.GetCenter().x) == (i == 0);
            if (const BodyArea* area = this_half ? look::area_at(views[i], placement.on_canvas(mouse),
                                                                 hit_slack_px * ui.scale / placement.scale)
                                                 : nullptr) {
                hit.hovered = key_of(*area);
            }
        }
    }
    if (state.clicked) {
        hit.clicked = hit.hovered;
    }
    for (std::size_t i = 0; i < views.size(); ++i) {
        draw_text_centred(ui, frames[i].title,
                          views[i] == BodyView::front ? ui.words.text("front") : ui.words.text("back"),
                          look::type::small_bold, ui.theme.muted);
        draw_view(ui, views[i], frames[i].placement, marks, hit.hovered);
        draw_side_words(ui, views[i], frames[i].below);
    }
    return hit;
}

namespace {

constexpr std::int32_t whole_map = 1000;  // thousandths of a drawing, which a place counts in
constexpr std::int32_t map_step = 15;     // an arrow key's

std::int32_t thousandths(float part, float whole) {
    return std::clamp(static_cast<std::int32_t>(std::lround(part / whole * whole_map)), 0, whole_map);
}

MapPlace place_at(BodyView view, const Placement& placement, const ImVec2& at) {
    const Point point = placement.on_canvas(at);
    return {view, thousandths(point.x, look::body_width), thousandths(point.y, look::body_height)};
}

/// The place that the arrow keys move to, while the drawing has the keyboard's focus.
std::optional<MapPlace> moved_by_key(ImGuiID id, const MapPlace& place) {
    struct Step {
        ImGuiKey key;
        std::int32_t x, y;
    };
    constexpr std::array<Step, 4> steps{{{ImGuiKey_LeftArrow, -map_step, 0},
                                         {ImGuiKey_RightArrow, map_step, 0},
                                         {ImGuiKey_UpArrow, 0, -map_step},
                                         {ImGuiKey_DownArrow, 0, map_step}}};
    std::optional<MapPlace> moved;
    for (const Step& step : steps) {
        ImGui::SetKeyOwner(step.key, id);  // else the arrows would leave the drawing
        if (ImGui::IsKeyPressed(step.key, ImGuiInputFlags_Repeat, id)) {
            moved = MapPlace{place.view, std::clamp(place.x + step.x, 0, whole_map),
                             std::clamp(place.y + step.y, 0, whole_map)};
        }
    }
    return moved;
}

void draw_mark(const Ui& ui, const Placement& placement, const MapPlace& place) {
    const Point point{static_cast<float>(place.x) / whole_map * look::body_width,
                      static_cast<float>(place.y) / whole_map * look::body_height};
    const ImVec2 at = placement.on_screen(point);
    ImGui::GetWindowDrawList()->AddCircleFilled(at, ui.px(6), to_u32(ui.theme.accent));
    ImGui::GetWindowDrawList()->AddCircle(at, ui.px(11), to_u32(ui.theme.accent), 0,
                                          std::max(1.25F, 1.75F * ui.scale));
}

}  // namespace

std::optional<MapPlace> body_place(const Ui& ui, const ImRect& rect, const std::optional<MapPlace>& place) {
    std::optional<MapPlace> pressed;
    for (const BodyView view : {BodyView::front, BodyView::back}) {
        const Frame frame = frame_of(ui, rect, view);
        const std::string_view title =
            view == BodyView::front ? ui.words.text("front") : ui.words.text("back");
        const ImRect drawing(frame.title.Min.x, frame.title.Max.y, frame.title.Max.x, frame.below.Min.y);
        const Press state = press(ui, drawing, title, ui.px(look::radius::control));
        if (state.clicked) {
            const ImVec2 mouse = ImGui::GetIO().MousePos;
            pressed = state.focused || !drawing.Contains(mouse)
                          ? MapPlace{view, whole_map / 2, whole_map * 2 / 5}
                          : place_at(view, frame.placement, mouse);
        }
        if (state.focused && place && place->view == view) {
            const auto moved = moved_by_key(ImGui::GetItemID(), *place);
            pressed = moved ? moved : pressed;
        }
        draw_text_centred(ui, frame.title, title, look::type::small_bold, ui.theme.muted);
        draw_view(ui, view, frame.placement, {}, {});
        draw_side_words(ui, view, frame.below);
        if (place && place->view == view) {
            draw_mark(ui, frame.placement, *place);
        }
    }
    return pressed;
}

namespace {

/// The body, the areas filled, and a ring round them.
void draw_half_body(const Ui& ui, const Placement& placement, const look::Body& body,
                    std::span<const BodyArea* const> areas) {
    fill_shape(placement, body.silhouette, body.triangles, ui.theme.chart.body_mini);
    line_shape(placement, body.silhouette, ui.theme.chart.body_line, 1, true);
    for (const BodyArea* area : areas) {
        fill_shape(placement, area->outline, area->triangles, ui.theme.accent);
    }
    if (!areas.empty()) {
        const ImVec2 middle = placement.on_screen(areas.front()->label);
        ImGui::GetWindowDrawList()->AddCircle(middle, 11 * ui.scale, to_u32(ui.theme.accent), 0,
                                              std::max(1.25F, 1.75F * ui.scale));
    }
}

}  // namespace

void mini_body(const Ui& ui, const ImVec2& at, const AreaCatalogue& areas, const TrackKey& track) {
    const ImRect tile(at.x, at.y, at.x + ui.px(52), at.y + ui.px(90));
    fill(tile, ui.theme.sunken, ui.px(look::radius::tile));
    if (!in_sight(tile)) {
        return;
    }
    const Area* area = areas.find(track.area);
    const BodyView view = area != nullptr && area->back ? BodyView::back : BodyView::front;
    const auto shapes = look::shapes_of(track.area, track.side, view);
    // Half a body is shown: the upper one to the hips, the lower one from there on.
    const bool lower = !shapes.empty() && shapes.front()->label.y > 470;
    Placement placement;
    placement.scale = tile.GetHeight() / (look::body_height * (lower ? 0.56F : 0.5F));
    placement.origin = {tile.GetCenter().x - look::body_width / 2 * placement.scale,
                        lower ? tile.Max.y - (look::body_height + 8) * placement.scale
                              : tile.Min.y + ui.px(2) - 16 * placement.scale};
    ShapeKey key(ShapeKind::mini_body);
    key.add(static_cast<std::uint32_t>(view)).add(placement.scale).add(ui.scale).add(name_of(ui.theme));
    for (const BodyArea* shape : shapes) {  // two at most: left and right
        key.add(static_cast<std::uint32_t>(shape - look::body(view).areas.data()) + 1);
    }
    ImGui::PushClipRect({tile.Min.x + 1, tile.Min.y + 1}, {tile.Max.x - 1, tile.Max.y - 1}, true);
    draw_kept(key, placement.origin, [&](ImDrawList& /*list*/, const ImVec2& origin) {
        draw_half_body(ui, {origin, placement.scale}, look::body(view), shapes);
    });
    ImGui::PopClipRect();
}

}  // namespace unknot::kit
