#include "app/views/trends/walk.h"

#include "app/views/kit/picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace unknot::views {

namespace {

using charts::HitTarget;

constexpr std::array<ImGuiKey, 6> walking_keys{ImGuiKey_LeftArrow, ImGuiKey_RightArrow, ImGuiKey_UpArrow,
                                               ImGuiKey_DownArrow, ImGuiKey_Home,       ImGuiKey_End};

bool is_upright(ImGuiKey key) {
    return key == ImGuiKey_UpArrow || key == ImGuiKey_DownArrow;
}

/// The day that is a week away or, where nothing is recorded on it, the next one beyond it.
std::optional<std::size_t> week_away(const charts::Picture& picture, std::size_t from, bool down) {
    constexpr std::ptrdiff_t week = 7;
    const auto day_of = [](const HitTarget& target) { return static_cast<std::ptrdiff_t>(target.index); };
    const std::ptrdiff_t wanted = day_of(picture.targets[from]) + (down ? week : -week);
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < picture.targets.size(); ++i) {
        const std::ptrdiff_t day = day_of(picture.targets[i]);
        if (down && day >= wanted) {
            return i;
        }
        found = !down && day <= wanted ? std::optional(i) : found;
    }
    return found;
}

/// The nearest one above or below; what lies aside counts twice.
std::optional<std::size_t> nearest_upright(const charts::Picture& picture, std::size_t from, bool down) {
    const charts::Point at = picture.targets[from].at;
    std::optional<std::size_t> found;
    float least = std::numeric_limits<float>::max();
    for (std::size_t i = 0; i < picture.targets.size(); ++i) {
        const charts::Point to = picture.targets[i].at;
        const float along = down ? to.y - at.y : at.y - to.y;
        const float distance = along + 2 * std::abs(to.x - at.x);
        if (along > 0.5F && distance < least) {
            least = distance;
            found = i;
        }
    }
    return found;
}

void move_cursor(const kit::Ui& ui, const Walk& walk, const charts::Picture& picture,
                 std::optional<std::size_t>& cursor, bool upright) {
    const ImGuiID id = ImGui::GetItemID();
    for (const ImGuiKey key : walking_keys) {
        if (!upright && is_upright(key)) {
            continue;
        }
        ImGui::SetKeyOwner(key, id);  // else the arrows would leave the picture
        if (!ImGui::IsKeyPressed(key, ImGuiInputFlags_Repeat, id)) {
            continue;
        }
        if (const auto next = target_after(picture, cursor, key)) {
            cursor = next;
            const charts::Box& box = picture.targets[*next].box;
            const float room = ui.px(look::control::height);
            const ImVec2 from = kit::to_screen(ui, walk.rect.Min, {box.x, box.y});
            const ImVec2 to = kit::to_screen(ui, walk.rect.Min, {box.right(), box.bottom()});
            ImGui::ScrollToRect(ImGui::GetCurrentWindow(), {from.x, from.y - room, to.x, to.y + room},
                                ImGuiScrollFlags_KeepVisibleEdgeY);
        }
    }
}

}  // namespace

std::optional<std::size_t> target_after(const charts::Picture& picture, std::optional<std::size_t> from,
                                        ImGuiKey key) {
    const std::size_t count = picture.targets.size();
    if (count == 0) {
        return std::nullopt;
    }
    const bool known = from && *from < count;
    switch (key) {
        case ImGuiKey_Home: return 0;
        case ImGuiKey_End: return count - 1;
        case ImGuiKey_LeftArrow: return known ? *from - (*from > 0 ? 1U : 0U) : count - 1;
        case ImGuiKey_RightArrow: return known ? std::min(count - 1, *from + 1) : 0;
        case ImGuiKey_UpArrow:
        case ImGuiKey_DownArrow: break;
        default: return std::nullopt;
    }
    if (!known) {
        return 0;
    }
    const bool down = key == ImGuiKey_DownArrow;
    return picture.targets[*from].kind == HitTarget::Kind::day ? week_away(picture, *from, down)
                                                               : nearest_upright(picture, *from, down);
}

Walk walk_picture(const kit::Ui& ui, kit::Flow& flow, std::string_view label, const charts::Picture& picture,
                  std::optional<std::size_t>& cursor, bool upright) {
    Walk walk;
    walk.rect = flow.take(kit::picture_size(ui, picture).y);
    walk.press = kit::press(ui, walk.rect, label, ui.px(look::radius::control));
    kit::draw_picture(ui, walk.rect.Min, picture);
    if (walk.press.focused) {
        move_cursor(ui, walk, picture, cursor, upright);
    }
    if (cursor && *cursor >= picture.targets.size()) {
        cursor.reset();
    }
    walk.shown = walk.press.focused ? cursor : std::nullopt;
    if (walk.press.hovered && !walk.shown) {
        walk.shown = charts::target_at(picture, kit::to_picture(ui, walk.rect.Min, ImGui::GetIO().MousePos));
    }
    walk.clicked = walk.press.clicked && walk.shown.has_value();
    return walk;
}

void draw_ring(const kit::Ui& ui, const ImVec2& at, float units) {
    ImGui::GetWindowDrawList()->AddCircle(at, units * ui.scale, kit::to_u32(ui.theme.text), 0,
                                          std::max(1.5F, 2 * ui.scale));
}

}  // namespace unknot::views
