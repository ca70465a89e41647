#include "app/views/kit/body.h"
#include "app/views/kit/button.h"
#include "app/views/kit/field.h"
#include "app/views/kit/page.h"
#include "app/views/kit/shape_cache.h"
#include "app/views/kit/text.h"
#include "app/views/kit/tier.h"
#include "app/views/log/form.h"
#include "app/words/phrases.h"

#include <algorithm>

namespace unknot::views {

namespace {

constexpr float row_units = 40;

kit::BodyMarks marks_of(const LogForm& form) {
    kit::BodyMarks marks;
    for (const auto& [key, track] : form.facts.guidance.tracks) {
        if (track->tier != guidance::Tier::none) {
            marks.flagged.emplace(key, track->tier);
        }
    }
    if (const std::optional<TrackKey>& place = form.draft().place) {
        marks.chosen_both = place->side == Side::both;
        marks.chosen = TrackKey{place->area, marks.chosen_both ? Side::left : place->side};
    }
    if (form.state.pointed && form.state.pointed->side != Side::both) {
        marks.pointed = form.state.pointed;
    }
    return marks;
}

std::string_view map_legend(const kit::Ui& ui) {
    return ui.words.text("Outlined parts can be chosen; the rest has no area.");
}

/// How high the line under a map of this width is that says what its colours mean, in pixels.
float legend_height(const kit::Ui& ui, float width) {
    return kit::paragraph_height(ui, map_legend(ui), look::type::small, width) + ui.px(look::space::xxs);
}

void draw_map(LogForm& form, const ImRect& with_legend) {
    const kit::Ui& ui = form.ui;
    const float pad = ui.px(look::space::xs);
    const float legend = legend_height(ui, with_legend.GetWidth() - 2 * pad);
    const ImRect rect(with_legend.Min, {with_legend.Max.x, with_legend.Max.y - legend});
    kit::Flow below{{rect.Min.x + pad, rect.Max.y + ui.px(look::space::xxs)}, rect.GetWidth() - 2 * pad};
    kit::paragraph(ui, below, map_legend(ui), look::type::small, ui.theme.muted);
    const kit::BodyHit hit = kit::body_map(ui, rect, marks_of(form));
    if (hit.hovered) {
        kit::Press pointed;
        pointed.hovered = true;
        pointed.rect = rect;
        kit::tooltip(
            ui, pointed,
            words::place(ui.words, *form.facts.snapshot.catalogue, hit.hovered->area, hit.hovered->side));
    }
    if (hit.clicked) {
        take_place(form.state, *hit.clicked, false);
    }
}

guidance::Tier tier_of(const LogForm& form, const TrackKey& place) {
    const auto of = [&](Side side) {
        const guidance::TrackGuidance* track = form.facts.guidance.find({place.area, side});
        return track == nullptr ? guidance::Tier::none : track->tier;
    };
    return place.side == Side::both ? std::max(of(Side::left), of(Side::right)) : of(place.side);
}

/// One place of the list: its name, at the right its side, and its badge before that. The name wraps.
void draw_place_row(LogForm& form, kit::Flow& flow, const PlaceChoice& choice, bool current) {
    const kit::Ui& ui = form.ui;
    const bool chosen = form.draft().place == choice.place;
    const guidance::Tier tier = tier_of(form, choice.place);
    const look::TextStyle& side_style = chosen ? look::type::body_bold : look::type::body;
    const float pad = ui.px(14);
    const float badge = tier == guidance::Tier::none ? 0 : ui.px(26);
    const float side = choice.side.empty() ? 0 : kit::text_width(ui, choice.side, side_style) + ui.px(8);
    const float room = flow.width - 2 * pad - badge - side;
    const auto lines = kit::wrapped(ui, choice.name, look::type::body, room);
    const float line = kit::line_height(ui, look::type::body);
    const float height =
        std::max(ui.px(row_units), line * static_cast<float>(lines.size()) + ui.px(look::space::m));
    const ImRect rect = flow.take(height);
    const float radius = ui.px(look::radius::control);
    const kit::Press state = kit::press(ui, rect, choice.phrase, radius);
    if (ui.probe == nullptr && !kit::in_sight(rect) && !state.clicked && !state.focused) {
        return;  // most of the places, mostly
    }
    if (chosen) {
        kit::fill(rect, ui.theme.accent_soft, radius);
    } else if (current) {
        kit::fill(rect, ui.theme.hover, radius);
    }
    kit::draw_press_state(ui, state, radius);
    const look::Colour ink = chosen ? ui.theme.accent_soft_on : ui.theme.text;
    float y = rect.GetCenter().y - line * static_cast<float>(lines.size()) / 2;
    for (const std::string_view one : lines) {
        kit::draw_text_middle(ui, {rect.Min.x, y, rect.Max.x, y + line}, rect.Min.x + pad, one,
                              look::type::body, ink);
        y += line;
    }
    float right = rect.Max.x - pad;
    if (side > 0) {
        right -= side - ui.px(8);
        kit::draw_text_middle(ui, rect, right, choice.side, side_style, chosen ? ink : ui.theme.muted);
    }
    if (badge > 0) {
        kit::draw_badge(ui, tier, {right - badge, std::round(rect.GetCenter().y - ui.px(8))}, ui.px(16));
    }
    if (state.hovered || state.focused) {
        form.state.pointed = choice.place;
    }
    if (state.clicked) {
        take_place(form.state, choice.place, state.focused);
    }
}

/// Arrows move in the list while its field has the keyboard. Returns true where the row has changed.
bool move_in_list(LogState& state, std::size_t count, const kit::FieldEdit& edit) {
    const std::optional<std::size_t> before = state.list_at;
    if (edit.active) {
        // The arrows are the list's: without this they would take the focus out of the field.
        ImGui::GetCurrentContext()->ActiveIdUsingNavDirMask |= (1U << ImGuiDir_Up) | (1U << ImGuiDir_Down);
    }
    if (edit.changed) {
        state.list_at = state.search.empty() ? std::nullopt : std::optional<std::size_t>(0);
    }
    if (edit.active && ImGui::IsKeyPressed(ImGuiKey_DownArrow)) {
        state.list_at = state.list_at ? *state.list_at + 1 : 0;
    }
    if (edit.active && state.list_at && *state.list_at > 0 && ImGui::IsKeyPressed(ImGuiKey_UpArrow)) {
        --*state.list_at;
    }
    if (count == 0) {
        state.list_at.reset();
    } else if (state.list_at) {
        state.list_at = std::min(*state.list_at, count - 1);
    }
    return state.list_at && (state.list_at != before || edit.changed);
}

/// Enter chooses the row; where none was asked for it goes on from the place that is chosen already.
void enter_list(LogState& state, const std::vector<std::size_t>& hits) {
    if (state.list_at) {
        take_place(state, state.places.all[hits[*state.list_at]].place, true);
    } else if (state.draft.place) {
        state.focus_pressure = true;
    }
}

void draw_list(LogForm& form, const ImRect& rect) {
    const kit::Ui& ui = form.ui;
    LogState& state = form.state;
    const float field_height = ui.px(look::control::height);
    kit::FieldOptions options;
    options.hint = ui.words.text("Search areas and muscles");
    options.icon = look::IconName::search;
    options.take_focus = state.focus_search;
    options.most_bytes = 200;
    state.focus_search = false;
    const float inset = ui.px(look::space::xs);
    const ImRect field(rect.Min.x + inset, rect.Min.y, rect.Max.x - inset, rect.Min.y + field_height);
    const kit::FieldEdit edit =
        kit::text_field(ui, field, ui.words.text("Search areas"), state.search, options);
    const std::vector<std::size_t> hits = found(state.places, state.search);
    const bool moved = move_in_list(state, hits.size(), edit);
    const std::optional<std::size_t> current = edit.active ? state.list_at : std::nullopt;
    if (edit.entered) {
        enter_list(state, hits);
    }
    state.pointed.reset();
    // The rows stand off the child's edges, so that their focus rings are not cut off.
    const float edge = ui.px(6);
    const float top = field.Max.y + ui.px(look::space::xxs);
    ImGui::SetCursorScreenPos({rect.Min.x - edge, top});
    ImGui::BeginChild("places", {rect.GetWidth() + 2 * edge, rect.Max.y - top}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoBackground);
    const float bar = std::max(0.0F, ImGui::GetStyle().ScrollbarSize + 1 - edge);  // not below the scroll bar
    kit::Flow flow{ImGui::GetCursorScreenPos(), rect.GetWidth() - bar};
    flow.at.x += edge;
    flow.gap(ui, look::space::xxs);
    for (std::size_t i = 0; i < hits.size(); ++i) {
        const PlaceChoice& choice = state.places.all[hits[i]];
        const kit::Scope scope(to_text(choice.place));
        const float row_top = flow.at.y;
        draw_place_row(form, flow, choice, current == i);
        if (current == i && moved) {
            ImGui::SetScrollFromPosY((row_top + flow.at.y) / 2 - ImGui::GetWindowPos().y);
        }
    }
    if (current) {
        state.pointed = state.places.all[hits[*current]].place;
    }
    if (hits.empty()) {
        kit::Flow inner{{flow.at.x + ui.px(14), flow.at.y + ui.px(8)}, flow.width - ui.px(28)};
        kit::paragraph(ui, inner, ui.words.text("No area is called that; try another word, or the map."),
                       look::type::body, ui.theme.muted);
        flow.at.y = inner.at.y;
    }
    kit::extend_content(flow.at);
    ImGui::EndChild();
}

}  // namespace

void take_place(LogState& state, const TrackKey& place, bool by_key) {
    choose_place(state.draft, place);
    state.search.clear();
    state.list_at.reset();
    state.map_open = false;
    state.focus_pressure = by_key;
}

void draw_place_card(LogForm& form, const ImRect& rect) {
    const kit::Ui& ui = form.ui;
    kit::fill(rect, ui.theme.surface, ui.px(look::radius::card));
    kit::outline(rect, ui.theme.line, 1, ui.px(look::radius::card));
    const float pad = ui.px(look::space::xs);
    if (ui.layout() == kit::LayoutMode::three_columns) {
        const float middle = std::round(rect.Min.x + rect.GetWidth() * 0.56F);
        draw_map(form, {rect.Min.x + pad, rect.Min.y + ui.px(14), middle - pad, rect.Max.y - pad});
        ImGui::GetWindowDrawList()->AddLine({middle, rect.Min.y + 1}, {middle, rect.Max.y - 1},
                                            kit::to_u32(ui.theme.line));
        draw_list(form,
                  {middle + pad, rect.Min.y + ui.px(look::space::s), rect.Max.x - pad, rect.Max.y - pad});
        return;
    }
    // The list keeps its field and three rows; the map takes the rest, up to what its width asks for.
    const float list_least = ui.px(look::control::height + 3 * row_units + 2 * look::space::s);
    const float map = std::min(
        kit::body_map_height(ui, rect.GetWidth() - 2 * pad) + legend_height(ui, rect.GetWidth() - 4 * pad),
        rect.GetHeight() - list_least - ui.px(2 * look::space::s));
    const float divide = std::round(rect.Min.y + ui.px(look::space::s) + map + ui.px(look::space::s));
    draw_map(form,
             {rect.Min.x + pad, rect.Min.y + ui.px(14), rect.Max.x - pad, divide - ui.px(look::space::s)});
    kit::horizontal_line(rect.Min.x + 1, rect.Max.x - 1, divide, ui.theme.line);
    draw_list(form, {rect.Min.x + pad, divide + ui.px(look::space::s), rect.Max.x - pad, rect.Max.y - pad});
}

void draw_place_field(LogForm& form, kit::Flow& flow) {
    const kit::Ui& ui = form.ui;
    LogState& state = form.state;
    const ImRect row = flow.take(ui.px(look::control::height));
    const float size = row.GetHeight();
    const ImRect field(row.Min.x, row.Min.y, row.Max.x - size - ui.px(look::space::xs), row.Max.y);
    std::vector<kit::DropdownItem> items;
    items.reserve(state.places.all.size());
    for (const PlaceChoice& choice : state.places.all) {
        items.push_back({choice.phrase, choice.more, state.draft.place == choice.place});
    }
    const std::string shown = state.draft.place
                                  ? words::place(ui.words, *form.facts.snapshot.catalogue,
                                                 state.draft.place->area, state.draft.place->side)
                                  : std::string();
    kit::DropdownOptions options;
    options.searchable = true;
    options.if_empty = ui.words.text("Which area?");
    const std::string_view label = ui.words.text("Area");
    if (state.focus_search) {
        kit::open_menu(kit::dropdown_menu_id(label));
        state.focus_search = false;
    }
    if (const auto pressed = kit::dropdown(ui, field, label, shown, items, options)) {
        take_place(state, state.places.all[*pressed].place, ImGui::IsKeyPressed(ImGuiKey_Enter, false));
    }
    kit::ButtonOptions body;
    body.icon = look::IconName::body;
    body.icon_only = true;
    const std::string_view open =
        state.map_open ? ui.words.text("Close the map") : ui.words.text("Show the map");
    if (kit::button(ui, {row.Max.x - size, row.Min.y, row.Max.x, row.Max.y}, open, body)) {
        state.map_open = !state.map_open;
    }
    const std::string complaint = form.complaint(Field::area);
    if (!complaint.empty()) {
        if (state.show_complaint) {
            kit::Page::scroll_to(row.Min.y - ui.px(look::space::s));
            state.show_complaint = false;
        }
        flow.gap(ui, look::space::xxs);
        kit::field_complaint(ui, flow, complaint);
    }
    flow.gap(ui, look::space::s);
    if (state.map_open) {
        const float width = std::min(flow.width, ui.px(460));
        const ImRect space = flow.take(kit::body_map_height(ui, width) +
                                       legend_height(ui, width - 2 * ui.px(look::space::xs)));
        draw_map(form, {space.Min.x, space.Min.y, space.Min.x + width, space.Max.y});
        flow.gap(ui, look::space::s);
    }
}

}  // namespace unknot::views
