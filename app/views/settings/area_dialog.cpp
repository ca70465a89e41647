#include "app/domain/text.h"
#include "app/domain/validation.h"
#include "app/views/kit/body.h"
#include "app/views/kit/button.h"
#include "app/views/kit/card.h"
#include "app/views/kit/field.h"
#include "app/views/kit/overlay.h"
#include "app/views/kit/text.h"
#include "app/views/settings/parts.h"
#include "app/words/phrases.h"
#include "app/words/storage.h"

#include <algorithm>
#include <array>

namespace unknot::views {

namespace {

void area_label(const kit::Ui& ui, kit::Flow& flow, std::string_view text) {
    flow.gap(ui, look::space::m);
    kit::paragraph(ui, flow, text, look::type::small_bold, ui.theme.muted);
    flow.gap(ui, look::space::xxs);
}

void draw_sides(const kit::Ui& ui, AreaSides& sides, kit::Flow& flow) {
    area_label(ui, flow, ui.words.text("Sides"));
    std::array<kit::Chip, 3> chips{{{std::string(words::side_word(ui.words, Side::left)), {}},
                                    {std::string(words::side_word(ui.words, Side::right)), {}},
                                    {std::string(words::side_word(ui.words, Side::center)), {}}}};
    const std::array<bool*, 3> has{&sides.left, &sides.right, &sides.center};
    for (std::size_t i = 0; i < chips.size(); ++i) {
        chips[i].options.chosen = *has[i];
    }
    if (const auto pressed = kit::chips(ui, flow, "sides", chips)) {
        *has[*pressed] = !*has[*pressed];
    }
}

void draw_map(const kit::Ui& ui, Area& area, kit::Flow& flow) {
    area_label(ui, flow, ui.words.text("Where it is, if you like: press on the drawing"));
    // What the rest of the dialog needs; the map takes what is left, so that the buttons stay in view.
    const float rest = ui.px(500);
    const float room = std::clamp(ImGui::GetIO().DisplaySize.y - rest, ui.px(190), ui.px(420));
    const ImRect rect = flow.take(std::min(room, kit::body_map_height(ui, flow.width)));
    if (const auto place = kit::body_place(ui, rect, area.map_place)) {
        area.map_place = *place;
        area.front = place->view == BodyView::front;
        area.back = !area.front;
    }
    if (!area.map_place) {
        return;
    }
    flow.gap(ui, look::space::xs);
    kit::ButtonOptions options;
    options.kind = kit::ButtonKind::quiet;
    options.height_units = look::control::compact;
    if (kit::button_at(ui, flow.at, ui.words.text("Take the mark away"), options)) {
        area.map_place.reset();
        area.front = false;
        area.back = false;
    }
    flow.gap(ui, look::control::compact);
}

void draw_area_body(const kit::Ui& ui, SettingsState& state, kit::Flow& flow) {
    AreaDraft& draft = *state.area;
    if (state.not_saved) {
        flow.gap(ui, look::space::m);
        (void)kit::error_banner(ui, flow, look::IconName::disk, ui.words.text("Not saved"),
                                words::sentence(ui.words, state.not_saved->failure), {});
    }
    area_label(ui, flow, ui.words.text("Name"));
    kit::FieldOptions name;
    name.accepted = draft.complaint.empty();
    if (kit::text_field(ui, flow.take(ui.px(look::control::height)), ui.words.text("Name"), draft.area.name,
                        name)
            .changed) {
        draft.complaint.clear();
    }
    draw_sides(ui, draft.area.sides, flow);
    if (!draft.complaint.empty()) {
        flow.gap(ui, look::space::xs);
        kit::field_complaint(ui, flow, draft.complaint);
    }
    draw_map(ui, draft.area, flow);
}

void save_area(const kit::Ui& ui, SettingsState& state, Wishes& wishes) {
    AreaDraft& draft = *state.area;
    draft.area.name = trimmed(draft.area.name);
    const auto refusals = validate(draft.area);
    if (!refusals.empty()) {
        draft.complaint = words::sentence(ui.words, refusals.front());
        return;
    }
    wishes.emplace_back(Save{PutArea{draft.area}, Form::settings});
}

}  // namespace

void draw_area_dialog(const kit::Ui& ui, SettingsState& state, Wishes& wishes) {
    if (!state.area) {
        return;
    }
    const bool is_new = state.area->is_new;
    const kit::DialogTexts texts{
        is_new ? ui.words.text("An area of your own") : ui.words.text("Change this area"),
        {},
        is_new ? ui.words.text("Add it") : ui.words.text("Save the change"),
        is_new ? ui.words.text("Add nothing") : ui.words.text("Leave it as it was"),
        true};
    const auto answer =
        kit::dialog(ui, "area", texts, [&](kit::Flow& flow) { draw_area_body(ui, state, flow); });
    if (answer == kit::DialogAnswer::safe) {
        save_area(ui, state, wishes);
    } else if (answer != kit::DialogAnswer::none) {
        state.area.reset();
        state.not_saved.reset();
    }
}

}  // namespace unknot::views
