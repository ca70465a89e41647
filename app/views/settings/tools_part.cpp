#include "app/domain/validation.h"
#include "app/views/kit/card.h"
#include "app/views/kit/field.h"
#include "app/views/kit/overlay.h"
#include "app/views/kit/text.h"
#include "app/views/settings/parts.h"
#include "app/views/settings/rows.h"
#include "app/words/phrases.h"
#include "app/words/storage.h"

#include <string>

namespace unknot::views {

namespace {

void draw_tool(const kit::Ui& ui, const Facts& facts, const std::string& name, bool retired,
               SettingsState& state, kit::Flow& flow, Wishes& wishes) {
    const kit::Scope scope(name);
    kit::ButtonOptions options = unless(why_not(ui, facts));
    options.height_units = look::control::compact;
    const std::string_view rename = ui.words.text("Rename\u2026");
    const std::string_view retire = retired ? ui.words.text("Offer again") : ui.words.text("Retire");
    const float width = kit::button_width(ui, rename, options) + kit::button_width(ui, retire, options) +
                        ui.px(look::space::s);
    const ImRect rect = setting_row(
        ui, flow, name,
        retired ? ui.words.text("Retired: offered no more, its sessions keep it.") : std::string_view(),
        width);
    const float top = std::round(rect.GetCenter().y - ui.px(look::control::compact) / 2);
    if (kit::button_at(ui, {rect.Min.x, top}, rename, options)) {
        state.tool = ToolDraft{name, name, {}};
    }
    float right = rect.Min.x + width;
    if (kit::button_before(ui, right, top, retire, options)) {
        wishes.emplace_back(Save{RetireTool{name, !retired}, Form::settings});
    }
}

}  // namespace

void draw_tools_part(const kit::Ui& ui, const Facts& facts, SettingsState& state, kit::Flow& flow,
                     Wishes& wishes) {
    const Snapshot& snapshot = facts.snapshot;
    if (snapshot.tools.empty() && snapshot.retired_tools.empty()) {
        (void)kit::empty_state(
            ui, flow, ui.words.text("No tools yet"),
            ui.words.text("A tool is added by writing it in the Log form: a ball, a roller, the edge "
                          "of a door."),
            {});
        return;
    }
    kit::paragraph(ui, flow, ui.words.text("A new tool is added by writing it in the Log form."),
                   look::type::body, ui.theme.muted);
    flow.gap(ui, look::space::m);
    kit::Card card(ui, flow);
    bool first = true;
    for (const auto* tools : {&snapshot.tools, &snapshot.retired_tools}) {
        for (const std::string& name : *tools) {
            if (!first) {
                card.divide(look::space::s);
            }
            first = false;
            draw_tool(ui, facts, name, tools == &snapshot.retired_tools, state, card.inner, wishes);
        }
    }
}

void draw_tool_dialog(const kit::Ui& ui, SettingsState& state, Wishes& wishes) {
    if (!state.tool) {
        return;
    }
    ToolDraft& draft = *state.tool;
    const std::string text = ui.words.say(
        "Every session with \u201c{0}\u201d gets the new name. A name that is in use already makes the two "
        "one.",
        draft.from);
    const kit::DialogTexts texts{ui.words.text("Rename this tool"), text, ui.words.text("Rename it"),
                                 ui.words.text("Leave it as it was"), true};
    const auto answer = kit::dialog(ui, "tool", texts, [&](kit::Flow& flow) {
        flow.gap(ui, look::space::m);
        kit::FieldOptions options;
        options.accepted = draft.complaint.empty();
        if (kit::text_field(ui, flow.take(ui.px(look::control::height)), ui.words.text("New name"), draft.to,
                            options)
                .changed) {
            draft.complaint.clear();
        }
        const std::string complaint =
            state.not_saved ? words::sentence(ui.words, state.not_saved->failure) : draft.complaint;
        if (!complaint.empty()) {
            flow.gap(ui, look::space::xs);
            kit::field_complaint(ui, flow, complaint);
        }
    });
    if (answer == kit::DialogAnswer::safe) {
        const auto refusals = validate_tool(draft.to);
        if (!refusals.empty()) {
            draft.complaint = words::sentence(ui.words, refusals.front());
            return;
        }
        wishes.emplace_back(Save{RenameTool{draft.from, draft.to}, Form::settings});
    } else if (answer != kit::DialogAnswer::none) {
        state.tool.reset();
        state.not_saved.reset();
    }
}

}  // namespace unknot::views
