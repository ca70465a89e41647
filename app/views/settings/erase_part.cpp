#include "app/domain/text.h"
#include "app/views/kit/card.h"
#include "app/views/kit/field.h"
#include "app/views/kit/text.h"
#include "app/views/settings/parts.h"
#include "app/views/settings/rows.h"
#include "app/words/records.h"

#include <algorithm>
#include <string>
#include <vector>

namespace unknot::views {

namespace {

void draw_list(const kit::Ui& ui, kit::Flow& flow, const std::vector<std::string>& lines) {
    for (const std::string& line : lines) {
        const float indent = ui.px(look::space::l);
        kit::draw_icon(look::IconName::chevron_right, {flow.at.x, flow.at.y + ui.px(3)}, ui.px(16),
                       ui.theme.muted);
        kit::Flow inner{{flow.at.x + indent, flow.at.y}, flow.width - indent};
        kit::paragraph(ui, inner, line, look::type::body, ui.theme.text);
        flow.at.y = inner.at.y;
        flow.gap(ui, look::space::xxs);
    }
}

std::vector<std::string> what_goes(const kit::Ui& ui, const Facts& facts, const EraseFacts& erasable,
                                   const Upkeep& upkeep) {
    std::vector<std::string> lines;
    lines.push_back(ui.words.say(
        "the log {0}: {1}", upkeep.file.string(),
        words::counts_text(ui.words, facts.snapshot.session_count(), facts.snapshot.checkin_count())));
    lines.push_back(ui.words.plural("{0} backup, in {1} and beside the log",
                                    "{0} backups, in {1} and beside the log", erasable.backups,
                                    upkeep.backups_folder.string()));
    if (erasable.kept_aside > 0) {
        lines.push_back(ui.words.plural("{0} log that was kept aside", "{0} logs that were kept aside",
                                        erasable.kept_aside));
    }
    lines.emplace_back(ui.words.text("deleted records and what could be taken back"));
    lines.emplace_back(ui.words.text(
        "what was typed and not saved, the running timer, the sample log, the reminder, these settings and "
        "every temporary file"));
    return lines;
}

std::vector<std::string> what_stays(const kit::Ui& ui) {
    return {
        std::string(ui.words.text("reports, exports and backups that you saved to files of your own")),
        std::string(ui.words.text("backups in a folder that was chosen earlier, and logs in other folders")),
        std::string(
            ui.words.text("copies that your system made: snapshots, its own backups, a synchronised folder")),
        std::string(ui.words.text("worn cells of a flash drive, which no program can overwrite"))};
}

void draw_confirmation(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep, SettingsState& state,
                       kit::Flow& flow, Wishes& wishes) {
    const std::string_view word = ui.words.text_in("typed to confirm", "erase");
    kit::paragraph(ui, flow, ui.words.say("Type \u201c{0}\u201d to confirm. It cannot be taken back.", word),
                   look::type::body_bold, ui.theme.text);
    flow.gap(ui, look::space::xs);
    const ImRect field = flow.take(ui.px(look::control::height));
    const float width = std::min(field.GetWidth(), ui.px(240));
    (void)kit::text_field(ui, {field.Min.x, field.Min.y, field.Min.x + width, field.Max.y},
                          ui.words.text("Confirmation"), state.erase_word);
    flow.gap(ui, look::space::m);
    const bool typed = trimmed(state.erase_word) == word;
    const std::string_view reason = !why_no_work(ui, facts, upkeep).empty() ? why_no_work(ui, facts, upkeep)
                                    : typed                                 ? std::string_view()
                                            : ui.words.text("Type the word first.");
    kit::ButtonOptions options = unless(reason);
    options.icon = look::IconName::delete_;
    if (kit::button_at(ui, flow.at, ui.words.text("Erase everything"), options)) {
        wishes.emplace_back(Begin{{Work::erase, {}, false}});
    }
    flow.gap(ui, look::control::height);
}

}  // namespace

void draw_erase_part(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep, SettingsState& state,
                     kit::Flow& flow, Wishes& wishes) {
    if (facts.sample) {
        kit::paragraph(ui, flow, ui.words.text("This is the sample log. Go back to your own to erase it."),
                       look::type::body, ui.theme.text);
        return;
    }
    kit::Card card(ui, flow);
    kit::Flow& inner = card.inner;
    kit::paragraph(ui, inner, ui.words.text("This removes"), look::type::head, ui.theme.text);
    inner.gap(ui, look::space::xs);
    draw_list(ui, inner, what_goes(ui, facts, upkeep.erasable.value_or(EraseFacts{}), upkeep));
    card.divide();
    kit::paragraph(ui, inner, ui.words.text("It cannot reach"), look::type::head, ui.theme.text);
    inner.gap(ui, look::space::xs);
    draw_list(ui, inner, what_stays(ui));
    card.divide();
    {
        const std::string_view label = ui.words.text("Back up to a file\u2026");
        const kit::ButtonOptions options = unless(why_no_work(ui, facts, upkeep));
        const ImRect rect = setting_row(ui, inner, ui.words.text("A last backup"),
                                        ui.words.text("In a file of your own, which is not removed."),
                                        kit::button_width(ui, label, options));
        if (kit::button(ui, rect, label, options)) {
            state.path = PathDraft{PathDraft::For::backup_file, {}, true, {}};
        }
    }
    card.divide();
    draw_confirmation(ui, facts, upkeep, state, inner, wishes);
}

}  // namespace unknot::views
