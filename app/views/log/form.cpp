#include "app/views/log/form.h"

#include "app/domain/text.h"
#include "app/views/kit/field.h"
#include "app/views/kit/page.h"
#include "app/views/kit/text.h"
#include "app/words/phrases.h"

#include <algorithm>

namespace unknot::views {

namespace {

constexpr float label_column = 112;

}  // namespace

std::string form_sentence(const words::Catalogue& words, const Refusal& refusal) {
    if (refusal.reason == Reason::missing && refusal.field == Field::area) {
        return std::string(words.text("Choose an area, on the body or in the list."));
    }
    if (refusal.reason == Reason::missing && refusal.field == Field::pressure) {
        return std::string(words.text("Choose how hard you pressed."));
    }
    switch (refusal.reason) {
        case Reason::not_a_duration: return std::string(words.text("Say 2:30, 90 s or 2 min."));
        case Reason::duration_range: return std::string(words.text("Between 1 second and 4 hours."));
        case Reason::not_a_date_time:
            return std::string(words.text("Write the day like 2026-11-21 and the time like 19:40."));
        case Reason::in_the_future:
            return std::string(words.text("That is still to come; times up to now are accepted."));
        case Reason::skipped_by_clock:
            return std::string(
                words.text("The clock jumps over this time for daylight saving; take one before or after."));
        default: return words::sentence(words, refusal);
    }
}

std::string LogForm::complaint(Field field) const {
    const auto found = std::find_if(drafted.refusals.begin(), drafted.refusals.end(),
                                    [&](const Refusal& refusal) { return refusal.field == field; });
    if (found == drafted.refusals.end()) {
        return {};
    }
    const bool still_empty = found->reason == Reason::missing || trimmed(found->value).empty();
    const bool half_typed = field == Field::started_at && found->reason == Reason::not_a_date_time &&
                            (state.draft.day_text.empty() || state.draft.time_text.empty());
    if (!state.complained && (still_empty || half_typed || state.typing == field)) {
        return {};
    }
    return form_sentence(ui.words, *found);
}

kit::Flow begin_row(const LogForm& form, const kit::Flow& flow, std::string_view label, float control_units) {
    const kit::Ui& ui = form.ui;
    kit::Flow row = flow;
    if (!form.labels_left()) {
        kit::paragraph(ui, row, label, look::type::body_bold, ui.theme.text);
        row.gap(ui, look::space::xxs);
        return row;
    }
    const float line = kit::line_height(ui, look::type::body_bold);
    kit::Flow side{{flow.at.x, flow.at.y + std::round((ui.px(control_units) - line) / 2)},
                   ui.px(label_column - look::space::xs)};
    kit::paragraph(ui, side, label, look::type::body_bold, ui.theme.text);
    row.at.x += ui.px(label_column);
    row.width -= ui.px(label_column);
    return row;
}

void end_row(LogForm& form, kit::Flow& flow, kit::Flow row, Field field) {
    const std::string complaint = form.complaint(field);
    if (!complaint.empty()) {
        row.gap(form.ui, look::space::xxs);
        kit::field_complaint(form.ui, row, complaint);
        if (form.state.show_complaint) {
            kit::Page::scroll_to(flow.at.y - form.ui.px(look::space::s));
            form.state.show_complaint = false;
        }
    }
    flow.at.y = row.at.y + form.ui.px(row_gap);
}

bool keyboard_is_in(const ImRect& rect) {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    const ImGuiWindow* window = context.NavWindow;
    if (window == nullptr || !context.NavCursorVisible || context.NavId == 0) {
        return false;
    }
    const ImRect focused = ImGui::WindowRectRelToAbs(context.NavWindow, window->NavRectRel[context.NavLayer]);
    return rect.Contains(focused.GetCenter());
}

}  // namespace unknot::views
