#include "app/views/kit/card.h"
#include "app/views/kit/text.h"
#include "app/views/settings/parts.h"
#include "app/views/settings/rows.h"
#include "app/words/phrases.h"

#include <algorithm>

namespace unknot::views {

namespace {

constexpr std::size_t shown_files = 40;  // 23 that rotation keeps, 10 made before something, and some aside

/// The last good one, with its age.
std::string last_backup_text(const kit::Ui& ui, const Facts& facts, const BackupFacts& backups) {
    if (!backups.last_good) {
        return std::string(ui.words.text("There is no good backup of this log."));
    }
    const Instant& made = *backups.last_good;
    const std::string when = moment_text(ui, made, facts.today);
    if (earlier(facts.now, made)) {
        return ui.words.say(
            "The last good backup is dated {0}, in the future: this computer\u2019s clock was wrong then, or "
            "is now.",
            when);
    }
    const auto days = static_cast<std::size_t>(std::max<std::int64_t>(0, facts.today - local_day(made)));
    if (days == 0) {
        return ui.words.say("The last good backup is of today, {0}.", words::clock_time(made));
    }
    return ui.words.plural("The last good backup is {0} day old: {1}.",
                           "The last good backup is {0} days old: {1}.", days, when);
}

void draw_state_words(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep, kit::Flow& flow) {
    if (!upkeep.backups) {
        kit::paragraph(ui, flow,
                       upkeep.log_is_open
                           ? ui.words.text("Looking at the backups\u2026")
                           : ui.words.text("There is no log yet, so there is nothing to back up."),
                       look::type::body, ui.theme.text);
        return;
    }
    const BackupFacts& backups = *upkeep.backups;
    kit::paragraph(ui, flow, last_backup_text(ui, facts, backups), look::type::body_bold, ui.theme.text);
    if (!backups.failure.empty()) {
        kit::paragraph(ui, flow, ui.words.say("The last one could not be made: {0}", backups.failure),
                       look::type::body_bold, ui.theme.text);
    }
    kit::paragraph(ui, flow,
                   backups.changed_since ? ui.words.text("The log has changed since.")
                                         : ui.words.text("Nothing has changed since."),
                   look::type::small, ui.theme.muted);
}

void draw_state_card(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep, SettingsState& state,
                     kit::Flow& flow, Wishes& wishes) {
    kit::Card card(ui, flow);
    draw_state_words(ui, facts, upkeep, card.inner);
    card.inner.gap(ui, look::space::m);
    const std::string_view reason =
        upkeep.log_is_open ? why_no_work(ui, facts, upkeep) : ui.words.text("There is no log yet.");
    ButtonRow buttons(ui, card.inner);
    kit::ButtonOptions now = unless(reason);
    now.kind = kit::ButtonKind::primary;
    now.icon = look::IconName::save;
    const std::string label = upkeep.working == Work::back_up
                                  ? working_text(ui, Work::back_up, upkeep.working_for_s)
                                  : std::string(ui.words.text("Back up now"));
    if (buttons.button(label, now)) {
        wishes.emplace_back(Begin{{Work::back_up, {}, false}});
    }
    if (buttons.button(ui.words.text("Back up to a file\u2026"), unless(reason))) {
        state.path = PathDraft{PathDraft::For::backup_file, {}, true, {}};
    }
}

void draw_folder_card(const kit::Ui& ui, const Upkeep& upkeep, SettingsState& state, kit::Flow& flow,
                      Wishes& wishes) {
    kit::Card card(ui, flow);
    kit::Flow& inner = card.inner;
    kit::paragraph(ui, inner, ui.words.text("Where they lie"), look::type::body_bold, ui.theme.text);
    inner.gap(ui, look::space::xxs);
    kit::paragraph(ui, inner, upkeep.backups_folder.string(), look::type::body, ui.theme.text);
    inner.gap(ui, look::space::xxs);
    kit::paragraph(
        ui, inner,
        ui.words.text("One is made by itself on each day on which something changed. 7 daily, 4 weekly and "
                      "12 monthly ones are kept. A folder on another disk survives this one."),
        look::type::small, ui.theme.muted);
    inner.gap(ui, look::space::m);
    ButtonRow buttons(ui, inner);
    kit::ButtonOptions copy;
    copy.icon = look::IconName::copy;
    if (buttons.button(ui.words.text("Copy the path"), copy)) {
        wishes.emplace_back(Copy{upkeep.backups_folder.string()});
    }
    kit::ButtonOptions choose;
    choose.icon = look::IconName::folder;
    if (buttons.button(ui.words.text("Another folder\u2026"), choose)) {
        state.path = PathDraft{PathDraft::For::backups_folder, upkeep.backups_folder.string(), true, {}};
    }
}

}  // namespace

void draw_backups_part(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep, SettingsState& state,
                       kit::Flow& flow, Wishes& wishes) {
    draw_state_card(ui, facts, upkeep, state, flow, wishes);
    flow.gap(ui, look::control::card_gap);
    draw_folder_card(ui, upkeep, state, flow, wishes);
    flow.gap(ui, look::space::l);
    kit::section_title(ui, flow, ui.words.text("What can be restored"));
    const std::string_view reason =
        facts.sample ? ui.words.text("This is the sample log.") : why_no_work(ui, facts, upkeep);
    draw_kept_files(ui, upkeep, facts.today, reason, shown_files, flow, wishes);
}

}  // namespace unknot::views
