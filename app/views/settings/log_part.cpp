#include "app/views/kit/card.h"
#include "app/views/kit/text.h"
#include "app/views/settings/parts.h"
#include "app/views/settings/rows.h"

namespace unknot::views {

namespace {

void draw_place_card(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep, SettingsState& state,
                     kit::Flow& flow, Wishes& wishes) {
    kit::Card card(ui, flow);
    kit::Flow& inner = card.inner;
    kit::paragraph(ui, inner, ui.words.text("Where it lives"), look::type::body_bold, ui.theme.text);
    inner.gap(ui, look::space::xxs);
    kit::paragraph(ui, inner, upkeep.file.string(), look::type::body, ui.theme.text);
    inner.gap(ui, look::space::xxs);
    kit::paragraph(ui, inner,
                   upkeep.log_is_open
                       ? ui.words.text("One file, that only you can read. Nothing of it leaves this machine.")
                       : ui.words.text("The file is made by the first entry."),
                   look::type::small, ui.theme.muted);
    inner.gap(ui, look::space::m);
    ButtonRow buttons(ui, inner);
    kit::ButtonOptions copy;
    copy.icon = look::IconName::copy;
    if (buttons.button(ui.words.text("Copy the path"), copy)) {
        wishes.emplace_back(Copy{upkeep.file.string()});
    }
    const std::string_view reason = !upkeep.log_is_open          ? ui.words.text("There is no log yet.")
                                    : why_not(ui, facts).empty() ? why_no_work(ui, facts, upkeep)
                                                                 : why_not(ui, facts);
    kit::ButtonOptions move = unless(reason);
    move.icon = look::IconName::folder;
    if (buttons.button(ui.words.text("Move it\u2026"), move)) {
        state.path = PathDraft{PathDraft::For::move, upkeep.file.parent_path().string(), true, {}};
    }
    if (buttons.button(ui.words.text("Use another log\u2026"), unless(why_no_work(ui, facts, upkeep)))) {
        state.path = PathDraft{PathDraft::For::other_log, {}, true, {}};
    }
}

void draw_merge_card(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep, SettingsState& state,
                     kit::Flow& flow) {
    kit::Card card(ui, flow);
    const bool busy = upkeep.working == Work::look_at_other || upkeep.working == Work::merge;
    const std::string label = busy ? working_text(ui, *upkeep.working, upkeep.working_for_s)
                                   : std::string(ui.words.text("Join another log\u2026"));
    const std::string_view reason = !upkeep.log_is_open          ? ui.words.text("There is no log yet.")
                                    : why_not(ui, facts).empty() ? why_no_work(ui, facts, upkeep)
                                                                 : why_not(ui, facts);
    const kit::ButtonOptions options = unless(reason);
    const ImRect rect = setting_row(
        ui, card.inner, ui.words.text("A log on two machines"),
        ui.words.text("Takes in what another machine\u2019s log says: of two entries the later one "
                      "stays, and what was deleted stays deleted."),
        kit::button_width(ui, label, options));
    if (kit::button(ui, rect, label, options)) {
        state.path = PathDraft{PathDraft::For::merge, {}, true, {}};
    }
}

void draw_import_card(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep, SettingsState& state,
                      kit::Flow& flow) {
    kit::Card card(ui, flow);
    const bool busy = upkeep.working == Work::look_at_files || upkeep.working == Work::import;
    const std::string label = busy ? working_text(ui, *upkeep.working, upkeep.working_for_s)
                                   : std::string(ui.words.text("Import\u2026"));
    const kit::ButtonOptions options =
        unless(why_not(ui, facts).empty() ? why_no_work(ui, facts, upkeep) : why_not(ui, facts));
    const ImRect rect = setting_row(
        ui, card.inner, ui.words.text("Records from a file"),
        ui.words.text("Takes in what log.json, sessions.csv or checkins.csv hold, all of it or nothing."),
        kit::button_width(ui, label, options));
    if (kit::button(ui, rect, label, options)) {
        state.path = PathDraft{PathDraft::For::import, {}, true, {}};
    }
}

void draw_check_card(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep, kit::Flow& flow,
                     Wishes& wishes) {
    kit::Card card(ui, flow);
    const bool checking = upkeep.working == Work::check;
    const std::string label = checking ? working_text(ui, Work::check, upkeep.working_for_s)
                                       : std::string(ui.words.text("Check it now"));
    kit::ButtonOptions options =
        unless(upkeep.log_is_open ? why_no_work(ui, facts, upkeep) : ui.words.text("There is no log yet."));
    const ImRect rect =
        setting_row(ui, card.inner, ui.words.text("Is it sound?"),
                    ui.words.text("Looks whether every page and every record is as it was saved."),
                    kit::button_width(ui, label, options));
    if (kit::button(ui, rect, label, options)) {
        wishes.emplace_back(Begin{{Work::check, {}, false}});
    }
}

}  // namespace

void draw_log_part(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep, SettingsState& state,
                   kit::Flow& flow, Wishes& wishes) {
    draw_place_card(ui, facts, upkeep, state, flow, wishes);
    flow.gap(ui, look::control::card_gap);
    draw_import_card(ui, facts, upkeep, state, flow);
    flow.gap(ui, look::control::card_gap);
    draw_merge_card(ui, facts, upkeep, state, flow);
    flow.gap(ui, look::control::card_gap);
    draw_check_card(ui, facts, upkeep, flow, wishes);
}

}  // namespace unknot::views
