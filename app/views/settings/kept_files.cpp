#include "app/views/kit/card.h"
#include "app/views/kit/overlay.h"
#include "app/views/kit/text.h"
#include "app/views/settings/parts.h"
#include "app/views/settings/rows.h"
#include "app/words/phrases.h"
#include "app/words/records.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace unknot::views {

namespace {

std::string_view reason_word(const kit::Ui& ui, KeptFor reason) {
    switch (reason) {
        case KeptFor::daily: return ui.words.text_in("backup", "made by itself");
        case KeptFor::manual: return ui.words.text_in("backup", "asked for");
        case KeptFor::before_import: return ui.words.text_in("backup", "before an import");
        case KeptFor::before_restore: return ui.words.text_in("backup", "before a restore");
        case KeptFor::before_merge: return ui.words.text_in("backup", "before a merge");
        case KeptFor::before_migration: return ui.words.text_in("backup", "before a new version");
        case KeptFor::aside: return ui.words.text_in("backup", "the log that made way, kept aside");
    }
    return {};
}

std::string size_text(const kit::Ui& ui, std::uintmax_t bytes) {
    constexpr double kilobyte = 1000;
    const auto size = static_cast<double>(bytes);
    if (size < kilobyte * kilobyte) {
        return ui.words.say("{0} kB", std::max(1L, std::lround(size / kilobyte)));
    }
    return ui.words.say("{0} MB", std::lround(size / kilobyte / kilobyte));
}

void draw_kept_file(const kit::Ui& ui, const KeptFile& kept, LocalDay today, std::string_view reason,
                    kit::Flow& flow, Wishes& wishes) {
    const kit::Scope scope(kept.file.string());
    const std::string holds =
        kept.usable ? words::counts_text(ui.words, kept.sessions, kept.checkins)
                    : std::string(ui.words.text("It cannot be used: damaged, or not of this log."));
    const std::string meaning = ui.words.say_in("a backup: why it was made, what it holds, how large it is",
                                                "{0} \u00b7 {1} \u00b7 {2}", reason_word(ui, kept.reason),
                                                holds, size_text(ui, kept.bytes));
    kit::ButtonOptions options = unless(kept.usable ? reason : ui.words.text("This file cannot be used."));
    const std::string_view label = ui.words.text("Restore\u2026");
    const ImRect rect = setting_row(ui, flow, moment_text(ui, kept.made, today), meaning,
                                    kit::button_width(ui, label, options));
    if (kit::button(ui, rect, label, options)) {
        wishes.emplace_back(Begin{{Work::look_into, kept.file, false}});
    }
}

}  // namespace

std::string moment_text(const kit::Ui& ui, const Instant& at, LocalDay today) {
    return ui.words.say_in("a day and a time", "{0}, {1}",
                           words::weekday_date(ui.words, local_day(at), today), words::clock_time(at));
}

std::string contents_text(const kit::Ui& ui, const KeptContents& contents, LocalDay today) {
    std::string counts = words::counts_text(ui.words, contents.sessions, contents.checkins);
    if (!contents.first || !contents.last) {
        return counts;
    }
    return ui.words.say_in("counts, first and last day", "{0}, from {1} to {2}", counts,
                           words::plain_date(ui.words, local_day(*contents.first), today),
                           words::plain_date(ui.words, local_day(*contents.last), today));
}

void draw_kept_files(const kit::Ui& ui, const Upkeep& upkeep, LocalDay today, std::string_view reason,
                     std::size_t most, kit::Flow& flow, Wishes& wishes) {
    kit::Card card(ui, flow);
    if (upkeep.kept.empty()) {
        kit::paragraph(ui, card.inner, ui.words.text("No backup yet."), look::type::body, ui.theme.muted);
        return;
    }
    const std::size_t count = std::min(most, upkeep.kept.size());
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) {
            card.divide(look::space::s);
        }
        draw_kept_file(ui, upkeep.kept[i], today, reason, card.inner, wishes);
    }
}

void draw_restore_dialog(const kit::Ui& ui, LocalDay today, SettingsState& state, Wishes& wishes) {
    if (!state.restoring) {
        return;
    }
    const std::string text = ui.words.say(
        "It holds {0}, every row of it as it was saved. The log that is there now is kept aside, and can be "
        "put back.",
        contents_text(ui, *state.restoring, today));
    const kit::DialogTexts texts{ui.words.text("Put this in the place of the log?"), text,
                                 ui.words.text("Change nothing"), ui.words.text("Restore it"), true};
    const auto answer = kit::dialog(ui, "restore", texts, [&](kit::Flow& flow) {
        flow.gap(ui, look::space::s);
        kit::paragraph(ui, flow, state.restoring->file.string(), look::type::small, ui.theme.muted);
    });
    if (answer == kit::DialogAnswer::none) {
        return;
    }
    if (answer == kit::DialogAnswer::other) {
        wishes.emplace_back(Begin{{Work::restore, state.restoring->file, false}});
    }
    state.restoring.reset();
}

}  // namespace unknot::views
