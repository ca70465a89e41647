#include "app/views/problem.h"

#include "app/views/kit/card.h"
#include "app/views/kit/text.h"
#include "app/views/kit/thread.h"
#include "app/views/settings/parts.h"
#include "app/views/settings/rows.h"
#include "app/words/storage.h"

#include <algorithm>
#include <string>

namespace unknot::views {

namespace {

constexpr std::size_t offered_backups = 4;

std::string_view problem_title(const kit::Ui& ui, Problem problem) {
    switch (problem) {
        case Problem::missing: return ui.words.text("The log is not where it was");
        case Problem::damaged: return ui.words.text("The log is damaged");
        case Problem::newer_version: return ui.words.text("The log is of a newer version");
        case Problem::not_ours:
        case Problem::not_a_file: return ui.words.text("This is not an Unknot log");
        case Problem::busy: return ui.words.text("The log is in use");
        case Problem::no_permission: return ui.words.text("The log may not be opened");
        case Problem::disk_full: return ui.words.text("The disk is full");
        default: return ui.words.text("The log cannot be opened");
    }
}

/// What happened and what can be done, for somebody who sees no command line.
std::string problem_text(const kit::Ui& ui, const Failure& failure) {
    switch (failure.problem) {
        case Problem::missing:
            return std::string(ui.words.text(
                "Nothing was changed and no new log was begun in its place. Was its disk or folder taken "
                "away? Then bring it back and try again. Else restore a backup, or use another log."));
        case Problem::damaged:
            return std::string(ui.words.text(
                "It was left as it is. The surest way is to restore the newest good backup; what can be "
                "read of the damaged log can be saved as well, and loses nothing that is in it."));
        case Problem::newer_version:
            return std::string(
                ui.words.text("This version of Unknot does not know how to read it, and does not guess. Use "
                              "the newer version, or "
                              "another log. Nothing was changed."));
        case Problem::not_ours:
        case Problem::not_a_file:
            return std::string(ui.words.text(
                "The file belongs to another program, or something took the log\u2019s place. It was left "
                "as it is. Use another log, or restore a backup: what is there now is kept aside."));
        case Problem::busy:
            return std::string(ui.words.text(
                "Another program is writing to it, or holds it. Nothing is lost; this page goes away as "
                "soon as it lets go."));
        case Problem::no_permission:
            return std::string(ui.words.text(
                "It belongs to another user, or its permissions were changed. Whoever owns the file or "
                "the folder can give them back; nothing was changed."));
        case Problem::disk_full:
            return std::string(ui.words.text("Free some space, then try again. The log is as it was."));
        default: return words::sentence(ui.words, failure);
    }
}

/// True where putting a backup in the log's place is a way forward.
bool backups_help(Problem problem) {
    return problem == Problem::damaged || problem == Problem::missing || problem == Problem::not_ours ||
           problem == Problem::not_a_file;
}

void draw_ways(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep, const Failure& failure,
               SettingsState& state, kit::Flow& flow, Wishes& wishes) {
    const std::string_view reason = why_no_work(ui, facts, upkeep);
    ButtonRow buttons(ui, flow);
    kit::ButtonOptions again;
    again.kind = kit::ButtonKind::primary;
    again.icon = look::IconName::repeat;
    if (buttons.button(ui.words.text("Try again"), again)) {
        wishes.emplace_back(OpenAgain{});
    }
    if (failure.problem == Problem::damaged) {
        const std::string label = upkeep.working == Work::salvage
                                      ? working_text(ui, Work::salvage, upkeep.working_for_s)
                                      : std::string(ui.words.text("Save what can be read"));
        if (buttons.button(label, unless(reason))) {
            wishes.emplace_back(Begin{{Work::salvage, {}, false}});
        }
    }
    if (buttons.button(ui.words.text("Use another log\u2026"), unless(reason))) {
        state.path = PathDraft{PathDraft::For::other_log, {}, true, {}};
    }
    kit::ButtonOptions copy;
    copy.icon = look::IconName::copy;
    if (buttons.button(ui.words.text("Copy the path"), copy)) {
        wishes.emplace_back(Copy{failure.file.string()});
    }
}

void draw_sentences(const kit::Ui& ui, const Failure& failure, kit::Flow& flow) {
    kit::paragraph(ui, flow, problem_title(ui, failure.problem), look::type::title, ui.theme.text);
    flow.gap(ui, look::space::xs);
    kit::paragraph(ui, flow, problem_text(ui, failure), look::type::body, ui.theme.text);
    flow.gap(ui, look::space::s);
    kit::paragraph(ui, flow, failure.file.string(), look::type::small, ui.theme.muted);
    const std::string& system = failure.system.empty() ? failure.id : failure.system;
    if (!system.empty()) {
        kit::paragraph(ui, flow, system, look::type::small, ui.theme.muted);
    }
}

/// A card in the middle of the window under the thread; `draw` fills it. What does not fit scrolls.
template <typename Draw>
void draw_middle_page(const kit::Ui& ui, Draw draw) {
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    ImGui::SetCursorScreenPos({0, 0});
    ImGui::BeginChild("problem", display, ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_NoBackground);
    const float top = ImGui::GetCursorScreenPos().y;
    const float width = std::min(ui.px(640), display.x - ui.px(32));
    kit::Flow flow{{std::round((display.x - width) / 2), top + std::round(display.y * 0.12F)}, width};
    kit::draw_thread_with_loop(ui, {0, flow.at.y}, display.x);
    flow.gap(ui, look::space::xl);
    draw(flow);
    kit::extend_content({flow.at.x, flow.at.y + ui.px(look::space::l)});
    ImGui::EndChild();
}

}  // namespace

void draw_problem(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep, const Failure& failure,
                  SettingsState& state, Wishes& wishes) {
    draw_middle_page(ui, [&](kit::Flow& flow) {
        if (state.done && state.done->failure) {
            state.part = SettingsPart::backups;
            draw_outcome(ui, state, flow, wishes);
        }
        {
            kit::Card card(ui, flow);
            draw_sentences(ui, failure, card.inner);
            card.inner.gap(ui, look::space::l);
            draw_ways(ui, facts, upkeep, failure, state, card.inner, wishes);
        }
        if (backups_help(failure.problem)) {
            flow.gap(ui, look::space::l);
            kit::section_title(ui, flow, ui.words.text("What can be restored"));
            draw_kept_files(ui, upkeep, facts.today, why_no_work(ui, facts, upkeep), offered_backups, flow,
                            wishes);
        }
    });
    draw_settings_dialogs(ui, facts, state, wishes);
}

void draw_working(const kit::Ui& ui, const Upkeep& upkeep, Work work) {
    draw_middle_page(ui, [&](kit::Flow& flow) {
        kit::Card card(ui, flow);
        kit::paragraph(ui, card.inner, working_text(ui, work, upkeep.working_for_s), look::type::title,
                       ui.theme.text);
        card.inner.gap(ui, look::space::xs);
        kit::paragraph(ui, card.inner,
                       ui.words.text("The log is closed until it is done. Please do not switch off now."),
                       look::type::body, ui.theme.text);
    });
}

}  // namespace unknot::views
