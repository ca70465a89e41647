#include "app/views/kit/button.h"
#include "app/views/kit/card.h"
#include "app/views/kit/field.h"
#include "app/views/kit/text.h"
#include "app/views/report/cards.h"

#include <algorithm>
#include <array>
#include <optional>

namespace unknot::views {

namespace {

void draw_progress(const kit::Ui& ui, double done, kit::Flow& flow, Wishes& wishes) {
    const std::string text = ui.words.say("Making it: {0} %", static_cast<int>(done * 100));
    kit::paragraph(ui, flow, text, look::type::body_bold, ui.theme.text);
    flow.gap(ui, look::space::xs);
    kit::progress_bar(ui, flow, done);
    flow.gap(ui, look::space::s);
    if (kit::button(ui, flow.take(ui.px(look::control::height)), ui.words.text("Stop"))) {
        wishes.emplace_back(StopReport{});
    }
}

void draw_save_as(const kit::Ui& ui, ReportState& state, kit::Flow& flow, bool ready, Wishes& wishes) {
    kit::FieldOptions options;
    options.hint = ui.words.text("A path that is not there yet");
    options.icon = look::IconName::folder;
    options.take_focus = state.focus_save_as;
    state.focus_save_as = false;
    const kit::FieldEdit edit = kit::text_field(ui, flow.take(ui.px(look::control::height)),
                                                ui.words.text("Where to save it"), *state.save_as, options);
    flow.gap(ui, look::space::xs);
    const float half = std::floor((flow.width - ui.px(look::space::s)) / 2);
    const ImRect row = flow.take(ui.px(look::control::height));
    kit::ButtonOptions save;
    save.enabled = ready && !state.save_as->empty();
    save.kind = kit::ButtonKind::primary;
    const bool pressed = kit::button(ui, {row.Min.x, row.Min.y, row.Min.x + half, row.Max.y},
                                     ui.words.text("Save here"), save);
    const bool away =
        kit::button(ui, {row.Max.x - half, row.Min.y, row.Max.x, row.Max.y}, ui.words.text("Not now"));
    if ((pressed || edit.entered) && save.enabled) {
        wishes.emplace_back(SaveReport{*state.save_as});
    } else if (away || (edit.active && ImGui::IsKeyPressed(ImGuiKey_Escape, false))) {
        state.save_as.reset();
    }
}

/// Names a place in the desktop's dialog where there is one, else in a field.
void begin_save_as(const Facts& facts, ReportState& state, Wishes& wishes) {
    if (facts.desktop.files) {
        wishes.emplace_back(ChooseReportPath{});
        return;
    }
    state.save_as = state.default_folder.empty() ? std::string() : state.default_folder + "/";
    state.focus_save_as = true;
}

/// The buttons that save and print: in one row where their words have room, else the last one below.
struct SaveRow {
    ImRect save, as;
    std::optional<ImRect> print;
    bool print_below = false;  ///< with its word, not the icon alone
};

SaveRow save_row(const kit::Ui& ui, kit::Flow& flow, const kit::ButtonOptions& save, float as_width,
                 bool prints) {
    const float height = ui.px(look::control::height);
    const float gap = ui.px(look::space::s);
    const ImRect row = flow.take(height);
    const float with_print = as_width + height + 2 * gap;
    const bool beside =
        kit::button_width(ui, ui.words.text("Save report"), save) + with_print <= row.GetWidth();
    SaveRow made;
    float right = row.Max.x;
    if (prints && beside) {
        made.print = ImRect(right - height, row.Min.y, right, row.Max.y);
        right -= height + gap;
    } else if (prints) {
        flow.gap(ui, look::space::xs);
        made.print = flow.take(height);
        made.print_below = true;
    }
    made.as = {right - as_width, row.Min.y, right, row.Max.y};
    made.save = {row.Min.x, row.Min.y, made.as.Min.x - gap, row.Max.y};
    return made;
}

void draw_print(const kit::Ui& ui, const std::string& complaint, const SaveRow& row, Wishes& wishes) {
    const std::string_view label = ui.words.text("Print\u2026");
    kit::ButtonOptions print;
    print.enabled = complaint.empty();
    print.tooltip = complaint.empty() ? std::string_view() : std::string_view(complaint);
    print.icon = look::IconName::print;
    print.icon_only = !row.print_below;
    if (kit::button(ui, *row.print, label, print)) {
        wishes.emplace_back(PrintReport{});
    }
}

void draw_save(const kit::Ui& ui, const Facts& facts, ReportState& state, kit::Flow& flow,
               const std::string& complaint, Wishes& wishes) {
    kit::ButtonOptions save;
    save.kind = kit::ButtonKind::primary;
    save.icon = look::IconName::save;
    save.enabled = complaint.empty() && !state.default_folder.empty();
    save.tooltip = complaint;
    const std::string_view as = ui.words.text("Save as\u2026");
    kit::ButtonOptions other;
    other.enabled = complaint.empty();
    const bool prints = facts.desktop.print && state.choice.has_pdf();
    const SaveRow row = save_row(ui, flow, save, kit::button_width(ui, as, other), prints);
    if (kit::button(ui, row.save, ui.words.text("Save report"), save)) {
        wishes.emplace_back(SaveReport{});
    }
    if (kit::button(ui, row.as, as, other)) {
        begin_save_as(facts, state, wishes);
    }
    if (row.print) {
        draw_print(ui, complaint, row, wishes);
    }
    if (!state.outcome) {
        const std::string into =
            state.default_folder.empty()
                ? std::string(ui.words.text("There is no folder of documents; use Save as."))
                : ui.words.say("Goes into {0}, under a free name. Nothing is sent.", state.default_folder);
        flow.gap(ui, look::space::xs);
        kit::paragraph(ui, flow, into, look::type::small, ui.theme.muted);
    }
}

/// What can be done with what was saved, side by side, or below each other where a word needs more room.
void draw_after(const kit::Ui& ui, const std::string& path, kit::Flow& flow, Wishes& wishes) {
    struct Action {
        std::string_view label;
        Wish wish;
    };
    const std::array<Action, 3> actions{{{ui.words.text("Open it"), OpenFile{path}},
                                         {ui.words.text("Show in folder"), ShowInFolder{path}},
                                         {ui.words.text("Copy its path"), Copy{path}}}};
    kit::ButtonOptions options;
    options.kind = kit::ButtonKind::quiet;
    options.height_units = look::control::compact;
    const float third = std::floor(flow.width / 3);
    const bool in_line = std::all_of(actions.begin(), actions.end(), [&](const Action& action) {
        return kit::text_width(ui, action.label, look::type::body_bold) <= third;
    });
    const float height = ui.px(look::control::compact);
    ImRect rect(flow.at.x, flow.at.y, in_line ? flow.at.x + third : flow.right(), flow.at.y + height);
    for (const Action& action : actions) {
        if (kit::button(ui, rect, action.label, options)) {
            wishes.push_back(action.wish);
        }
        rect.Translate(in_line ? ImVec2(third, 0) : ImVec2(0, height));
    }
    flow.at.y += in_line ? height : 3 * height;
}

void draw_outcome(const kit::Ui& ui, const ReportOutcome& outcome, kit::Flow& flow, Wishes& wishes) {
    flow.gap(ui, look::space::xs);
    if (!outcome.problem.empty()) {
        kit::field_complaint(ui, flow, outcome.problem);
        return;
    }
    draw_after(ui, outcome.path, flow, wishes);
    flow.gap(ui, look::space::xxs);
    kit::paragraph(ui, flow, ui.words.say("Saved as {0}", outcome.path), look::type::small, ui.theme.muted);
}

}  // namespace

void draw_saving(const kit::Ui& ui, const Facts& facts, ReportState& state, kit::Flow& flow, Wishes& wishes) {
    if (state.working) {
        draw_progress(ui, *state.working, flow, wishes);
        return;
    }
    const std::string complaint = complaint_of(ui.words, state.choice);
    if (state.save_as) {
        draw_save_as(ui, state, flow, complaint.empty(), wishes);
    } else {
        draw_save(ui, facts, state, flow, complaint, wishes);
    }
    if (state.outcome) {
        draw_outcome(ui, *state.outcome, flow, wishes);
    }
}

}  // namespace unknot::views
