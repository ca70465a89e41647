#include "app/views/kit/card.h"
#include "app/views/kit/text.h"
#include "app/views/settings/parts.h"
#include "app/views/settings/rows.h"
#include "app/words/phrases.h"

#include <fmt/ranges.h>

#include <string>
#include <vector>

namespace unknot::views {

namespace {

std::string sides_text(const kit::Ui& ui, const AreaSides& sides) {
    std::vector<std::string_view> names;
    for (const Side side : {Side::left, Side::right, Side::center}) {
        if (sides.has(side)) {
            names.push_back(words::side_word(ui.words, side));
        }
    }
    return fmt::format("{}", fmt::join(names, ", "));
}

std::string area_meaning(const kit::Ui& ui, const Area& area) {
    const std::string sides = sides_text(ui, area.sides);
    if (area.retired) {
        return ui.words.say("{0}. Retired: offered no more, its records stay.", sides);
    }
    return area.map_place ? ui.words.say("{0}. Marked on the body map.", sides)
                          : ui.words.say("{0}. Not marked on the body map.", sides);
}

void draw_own_area(const kit::Ui& ui, const Facts& facts, const Area& area, SettingsState& state,
                   kit::Flow& flow, Wishes& wishes) {
    const kit::Scope scope(area.id);
    kit::ButtonOptions options = unless(why_not(ui, facts));
    options.height_units = look::control::compact;
    const std::string_view edit = ui.words.text("Edit\u2026");
    const std::string_view retire = area.retired ? ui.words.text("Offer again") : ui.words.text("Retire");
    const float width =
        kit::button_width(ui, edit, options) + kit::button_width(ui, retire, options) + ui.px(look::space::s);
    const ImRect rect = setting_row(ui, flow, area.name, area_meaning(ui, area), width);
    const float top = std::round(rect.GetCenter().y - ui.px(look::control::compact) / 2);
    if (kit::button_at(ui, {rect.Min.x, top}, edit, options)) {
        state.area = AreaDraft{area, false, {}};
    }
    float right = rect.Min.x + width;
    if (kit::button_before(ui, right, top, retire, options)) {
        Area changed = area;
        changed.retired = !area.retired;
        wishes.emplace_back(Save{PutArea{changed}, Form::settings});
    }
}

void begin_area(const Facts& facts, SettingsState& state) {
    AreaDraft draft;
    draft.area.own = true;
    draft.area.id = "own_" + facts.new_id().text();  // two machines' areas must never share one
    draft.area.sides = {true, true, false};
    state.area = std::move(draft);
}

}  // namespace

void draw_areas_part(const kit::Ui& ui, const Facts& facts, SettingsState& state, kit::Flow& flow,
                     Wishes& wishes) {
    const std::vector<Area> own = facts.snapshot.catalogue->own();
    const std::string_view add = ui.words.text("Add an area");
    if (own.empty()) {
        if (kit::empty_state(
                ui, flow, ui.words.text("No areas of your own yet"),
                ui.words.text("For a spot that the body map does not have: under the arm, the jaw, a scar."),
                why_not(ui, facts).empty() ? add : std::string_view(), look::IconName::plus)) {
            begin_area(facts, state);
        }
        return;
    }
    kit::ButtonOptions options = unless(why_not(ui, facts));
    options.icon = look::IconName::plus;
    if (kit::button_at(ui, flow.at, add, options)) {
        begin_area(facts, state);
    }
    flow.gap(ui, look::control::height + look::space::m);
    kit::Card card(ui, flow);
    for (const Area& area : own) {
        if (area.id != own.front().id) {
            card.divide(look::space::s);
        }
        draw_own_area(ui, facts, area, state, card.inner, wishes);
    }
}

}  // namespace unknot::views
