#include "app/views/settings/settings.h"

#include "app/views/kit/card.h"
#include "app/views/kit/page.h"
#include "app/views/kit/text.h"
#include "app/views/settings/parts.h"
#include "app/words/storage.h"

#include <algorithm>

namespace unknot::views {

namespace {

constexpr float list_units = 236;
constexpr float most_units = 760;  // wider, a row's control is too far from its words

void draw_messages_above(const kit::Ui& ui, const Facts& facts, SettingsState& state, kit::Flow& flow,
                         Wishes& wishes) {
    const bool of_the_log = state.part != SettingsPart::look && state.part != SettingsPart::reminder &&
                            state.part != SettingsPart::about;
    if (facts.read_only && of_the_log) {
        kit::info_strip(ui, flow, look::IconName::lock,
                        facts.newer
                            ? ui.words.text("A newer version of Unknot wrote this log: it can be read here, "
                                            "but only that version can save in it.")
                            : ui.words.text("This log can be read, but nothing can be saved in it."));
        flow.gap(ui, look::space::m);
    }
    // A dialog shows its own.
    if (state.not_saved && !state.area && !state.tool) {
        if (kit::error_banner(ui, flow, look::IconName::disk, ui.words.text("Not done"),
                              words::sentence(ui.words, state.not_saved->failure),
                              ui.words.text("Try again"))) {
            wishes.emplace_back(Save{state.not_saved->command, Form::settings});
        }
        flow.gap(ui, look::space::m);
    }
    draw_outcome(ui, state, flow, wishes);
}

void draw_chosen_part(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep, SettingsState& state,
                      kit::Flow& flow, Wishes& wishes) {
    const kit::Scope scope("part");
    draw_messages_above(ui, facts, state, flow, wishes);
    switch (state.part) {
        case SettingsPart::look: draw_look_part(ui, upkeep, flow, wishes); break;
        case SettingsPart::reminder: draw_reminder_part(ui, facts, upkeep, flow, wishes); break;
        case SettingsPart::log: draw_log_part(ui, facts, upkeep, state, flow, wishes); break;
        case SettingsPart::backups: draw_backups_part(ui, facts, upkeep, state, flow, wishes); break;
        case SettingsPart::areas: draw_areas_part(ui, facts, state, flow, wishes); break;
        case SettingsPart::tools: draw_tools_part(ui, facts, state, flow, wishes); break;
        case SettingsPart::deleted: draw_deleted_part(ui, facts, upkeep, state, flow, wishes); break;
        case SettingsPart::erase: draw_erase_part(ui, facts, upkeep, state, flow, wishes); break;
        case SettingsPart::about: draw_about_part(ui, upkeep, flow); break;
    }
}

}  // namespace

std::string_view why_not(const kit::Ui& ui, const Facts& facts) {
    return facts.read_only ? ui.words.text("This log can only be read.") : std::string_view();
}

std::string_view why_no_work(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep) {
    if (facts.sample) {
        return ui.words.text("This is the sample log.");
    }
    return upkeep.working ? ui.words.text("Something else is being done; one moment.") : std::string_view();
}

void draw_settings(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep, SettingsState& state,
                   const ImRect& area, Wishes& wishes) {
    kit::Page page(ui, area, "settings");
    (void)page.header(ui.words.text("Settings"), {}, 0);
    kit::Flow flow = page.begin_content();
    std::optional<SettingsPart> pressed;
    const bool wide =
        ui.layout() == kit::LayoutMode::two_columns || ui.layout() == kit::LayoutMode::three_columns;
    if (wide) {
        kit::Columns both = kit::split(ui, flow, ui.px(list_units));
        pressed = draw_part_list(ui, state.part, both.first);
        both.second.width = std::min(both.second.width, ui.px(most_units));
        draw_chosen_part(ui, facts, upkeep, state, both.second, wishes);
        flow.at.y = std::max(both.first.at.y, both.second.at.y);
    } else {
        pressed = draw_part_choice(ui, state.part, flow.take(ui.px(look::control::height)));
        flow.gap(ui, look::space::m);
        draw_chosen_part(ui, facts, upkeep, state, flow, wishes);
    }
    if (pressed && *pressed != state.part) {
        state.part = *pressed;
        state.not_saved.reset();
        ImGui::SetScrollY(0);
    }
    page.end_content(flow.at.y);
    draw_settings_dialogs(ui, facts, state, wishes);
    draw_merge_dialog(ui, state.merging, wishes);
    draw_area_dialog(ui, state, wishes);
    draw_tool_dialog(ui, state, wishes);
    draw_removal_dialog(ui, state, wishes);
}

void draw_settings_dialogs(const kit::Ui& ui, const Facts& facts, SettingsState& state, Wishes& wishes) {
    draw_path_dialog(ui, facts, state, wishes);
    draw_restore_dialog(ui, facts.today, state, wishes);
}

void settings_saved(SettingsState& state) {
    state.not_saved.reset();
    state.area.reset();
    state.tool.reset();
}

}  // namespace unknot::views
