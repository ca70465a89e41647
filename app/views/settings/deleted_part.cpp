#include "app/views/history/row_texts.h"
#include "app/views/kit/card.h"
#include "app/views/kit/overlay.h"
#include "app/views/kit/text.h"
#include "app/views/settings/parts.h"
#include "app/views/settings/rows.h"
#include "app/words/phrases.h"

#include <algorithm>
#include <string>

namespace unknot::views {

namespace {

constexpr std::size_t shown_deleted = 200;  // more are rather found in a backup than in a list

std::string deleted_meaning(const kit::Ui& ui, const RowTexts& texts, const Trashed& trashed,
                            LocalDay today) {
    const std::string rating = texts.soreness ? ui.words.say("soreness {0}", texts.soreness->value())
                                              : std::string(ui.words.text("soreness not recorded"));
    const std::string when = words::plain_date(ui.words, local_day(trashed.deleted), today);
    const std::string what = ui.words.say_in("a deleted record: what, rating, when it was deleted",
                                             "{0} \u00b7 {1} \u00b7 deleted {2}", texts.what, rating, when);
    return texts.detail.empty() ? what : what + "\n" + texts.detail;
}

void draw_deleted(const kit::Ui& ui, const Facts& facts, const Trashed& trashed, SettingsState& state,
                  kit::Flow& flow, Wishes& wishes) {
    const kit::Scope scope(trashed.entry.id().text());
    const RowTexts texts = row_texts(ui.words, facts.snapshot, trashed.entry, facts.today);
    kit::ButtonOptions options = unless(why_not(ui, facts));
    options.height_units = look::control::compact;
    const std::string_view back = ui.words.text("Put back");
    const std::string_view remove = ui.words.text("Remove for good\u2026");
    const float width =
        kit::button_width(ui, back, options) + kit::button_width(ui, remove, options) + ui.px(look::space::s);
    const std::string name = ui.words.say_in("a place and a moment", "{0}, {1}", texts.place,
                                             moment_text(ui, trashed.entry.at(), facts.today));
    const ImRect rect = setting_row(ui, flow, name, deleted_meaning(ui, texts, trashed, facts.today), width);
    const float top = std::round(rect.GetCenter().y - ui.px(look::control::compact) / 2);
    if (kit::button_at(ui, {rect.Min.x, top}, back, options)) {
        wishes.emplace_back(Save{RestoreRecord{trashed.entry.id()}, Form::settings});
    }
    float right = rect.Min.x + width;
    if (kit::button_before(ui, right, top, remove, options)) {
        state.removing = trashed.entry.id();
    }
}

}  // namespace

void draw_deleted_part(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep, SettingsState& state,
                       kit::Flow& flow, Wishes& wishes) {
    if (upkeep.deleted.empty()) {
        (void)kit::empty_state(
            ui, flow, ui.words.text("Nothing was deleted"),
            ui.words.text("What is deleted in History can be put back from here for 90 days."), {});
        return;
    }
    kit::paragraph(
        ui, flow,
        ui.words.text("Kept for 90 days after it was deleted, then removed. Backups from before hold it "
                      "still, for as long as they are kept."),
        look::type::body, ui.theme.muted);
    flow.gap(ui, look::space::m);
    kit::Card card(ui, flow);
    const std::size_t count = std::min(shown_deleted, upkeep.deleted.size());
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) {
            card.divide(look::space::s);
        }
        draw_deleted(ui, facts, upkeep.deleted[i], state, card.inner, wishes);
    }
    if (count < upkeep.deleted.size()) {
        card.divide(look::space::s);
        kit::paragraph(ui, card.inner,
                       ui.words.plural("{0} more, deleted earlier.", "{0} more, deleted earlier.",
                                       upkeep.deleted.size() - count),
                       look::type::body, ui.theme.muted);
    }
}

void draw_removal_dialog(const kit::Ui& ui, SettingsState& state, Wishes& wishes) {
    if (!state.removing) {
        return;
    }
    const kit::DialogTexts texts{
        ui.words.text("Remove this record for good?"),
        ui.words.text(
            "It cannot be put back then. Older backups hold it until they have had their time; exports that "
            "you made are yours to delete."),
        ui.words.text("Keep it"), ui.words.text("Remove for good"), true};
    const auto answer = kit::dialog(ui, "removal", texts);
    if (answer == kit::DialogAnswer::none) {
        return;
    }
    if (answer == kit::DialogAnswer::other) {
        wishes.emplace_back(Save{RemoveForGood{*state.removing}, Form::settings});
    }
    state.removing.reset();
}

}  // namespace unknot::views
