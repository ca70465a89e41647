#include "app/views/kit/card.h"
#include "app/views/kit/text.h"
#include "app/views/settings/parts.h"
#include "app/views/settings/rows.h"
#include "app/words/merge.h"
#include "app/words/storage.h"

#include <string>

namespace unknot::views {

namespace {

std::string_view failed_title(const kit::Ui& ui, Work work) {
    switch (work) {
        case Work::back_up:
        case Work::back_up_to: return ui.words.text("No backup was made");
        case Work::look_into: return ui.words.text("This file cannot be restored");
        case Work::restore: return ui.words.text("Nothing was restored");
        case Work::move: return ui.words.text("The log was not moved");
        case Work::check: return ui.words.text("The log could not be checked");
        case Work::salvage: return ui.words.text("Nothing could be saved from it");
        case Work::erase: return ui.words.text("Not everything was erased");
        case Work::look_at_other: return ui.words.text("This log cannot be joined");
        case Work::merge: return ui.words.text("Nothing was joined");
        case Work::look_at_files:
        case Work::import: break;  // what was opened is answered where it was asked
    }
    return {};
}

SettingsPart home_of(Work work) {
    switch (work) {
        case Work::back_up:
        case Work::look_into:
        case Work::restore:
        case Work::salvage:
        case Work::back_up_to: return SettingsPart::backups;
        case Work::move:
        case Work::look_at_other:
        case Work::merge:
        case Work::look_at_files:
        case Work::import:
        case Work::check: return SettingsPart::log;
        case Work::erase: return SettingsPart::erase;
    }
    return SettingsPart::log;
}

void draw_check_outcome(const kit::Ui& ui, const WorkDone& done, kit::Flow& flow) {
    if (done.problems.empty()) {
        kit::info_strip(ui, flow, look::IconName::check,
                        ui.words.text("The log is sound: every page and every record is as it was saved."));
        return;
    }
    kit::Card card(ui, flow);
    kit::paragraph(ui, card.inner, ui.words.text("The log is damaged"), look::type::head, ui.theme.text);
    kit::paragraph(
        ui, card.inner,
        ui.words.text("It was left as it is. Restore a good backup, or use it as long as it opens and keep "
                      "the backups that are there."),
        look::type::body, ui.theme.text);
    for (const words::DamageFound& problem : done.problems) {
        card.inner.gap(ui, look::space::xxs);
        kit::paragraph(ui, card.inner, words::sentence(ui.words, problem), look::type::small, ui.theme.text);
    }
}

void draw_merge_outcome(const kit::Ui& ui, const MergeCounts& counts, kit::Flow& flow) {
    kit::Card card(ui, flow);
    kit::paragraph(ui, card.inner, ui.words.text("The other log was joined"), look::type::head,
                   ui.theme.text);
    for (const std::string& sentence : words::merge_sentences(ui.words, counts, words::Merge::done)) {
        card.inner.gap(ui, look::space::xxs);
        kit::paragraph(ui, card.inner, sentence, look::type::body, ui.theme.text);
    }
}

void draw_left_behind(const kit::Ui& ui, const WorkDone& done, kit::Flow& flow) {
    kit::info_strip(
        ui, flow, look::IconName::tier_info,
        ui.words.say("The log was moved. Its old file could not be taken away ({0}); nothing uses it any "
                     "more.",
                     done.not_removed));
}

}  // namespace

void draw_outcome(const kit::Ui& ui, SettingsState& state, kit::Flow& flow, Wishes& wishes) {
    if (!state.done || home_of(state.done->order.work) != state.part) {
        return;
    }
    const WorkDone& done = *state.done;
    if (done.failure) {
        const bool again =
            kit::error_banner(ui, flow, look::IconName::disk, failed_title(ui, done.order.work),
                              words::sentence(ui.words, *done.failure), ui.words.text("Try again"));
        if (again) {
            wishes.emplace_back(Begin{done.order});
        }
    } else if (done.order.work == Work::check) {
        draw_check_outcome(ui, done, flow);
    } else if (done.order.work == Work::merge && done.merging) {
        draw_merge_outcome(ui, *done.merging, flow);
    } else if (!done.not_removed.empty()) {
        draw_left_behind(ui, done, flow);
    } else {
        return;
    }
    flow.gap(ui, look::space::m);
}

std::string working_text(const kit::Ui& ui, Work work, std::int64_t seconds) {
    const auto since = [&](std::string_view what) {
        return seconds < 2 ? std::string(what)
                           : ui.words.say_in("work and since how many seconds", "{0} {1} s", what, seconds);
    };
    switch (work) {
        case Work::back_up:
        case Work::back_up_to: return since(ui.words.text("Backing up\u2026"));
        case Work::look_into: return since(ui.words.text("Looking into it\u2026"));
        case Work::restore: return since(ui.words.text("Restoring\u2026"));
        case Work::move: return since(ui.words.text("Moving the log\u2026"));
        case Work::check: return since(ui.words.text("Checking\u2026"));
        case Work::salvage: return since(ui.words.text("Reading what can be read\u2026"));
        case Work::look_at_other: return since(ui.words.text("Looking into it\u2026"));
        case Work::merge: return since(ui.words.text("Joining\u2026"));
        case Work::look_at_files: return since(ui.words.text("Reading it\u2026"));
        case Work::import: return since(ui.words.text("Importing\u2026"));
        case Work::erase: return since(ui.words.text("Erasing\u2026"));
    }
    return {};
}

void work_ended(SettingsState& state, WorkDone done) {
    if (!done.failure && done.contents) {
        state.restoring = *done.contents;
        state.done.reset();
        return;
    }
    if (!done.failure && done.order.work == Work::look_at_other && done.merging) {
        state.merging = MergeDraft{done.order.target, *done.merging};
        state.done.reset();
        return;
    }
    state.part = done.failure && done.order.work != Work::look_into ? home_of(done.order.work) : state.part;
    state.erase_word.clear();
    state.done = std::move(done);
}

}  // namespace unknot::views
