#include "app/domain/text.h"
#include "app/domain/validation.h"
#include "app/views/kit/card.h"
#include "app/views/kit/field.h"
#include "app/views/kit/overlay.h"
#include "app/views/kit/text.h"
#include "app/views/settings/parts.h"
#include "app/views/settings/rows.h"
#include "app/words/phrases.h"
#include "app/words/storage.h"

#include <algorithm>
#include <string>
#include <vector>

namespace unknot::views {

namespace {

struct ListedTool {
    const std::string& name;
    bool retired = false;
    bool unused = false;  ///< no session has it
};

/// Those that are offered, then the retired ones. One that was removed is in neither.
std::vector<ListedTool> listed_tools(const Snapshot& snapshot) {
    const auto unused = [&](const std::string& name) {
        return std::binary_search(snapshot.unused_tools.begin(), snapshot.unused_tools.end(), name);
    };
    std::vector<ListedTool> tools;
    for (const std::string& name : snapshot.tools) {
        tools.push_back({name, false, unused(name)});
    }
    for (const std::string& name : snapshot.retired_tools) {
        if (!unused(name)) {
            tools.push_back({name, true, false});
        }
    }
    return tools;
}

std::string_view tool_meaning(const kit::Ui& ui, const ListedTool& tool) {
    if (tool.retired) {
        return ui.words.text("Retired: offered no more, its sessions keep it.");
    }
    return tool.unused ? ui.words.text("No session has it yet.") : std::string_view();
}

void draw_tool(const kit::Ui& ui, const Facts& facts, const ListedTool& tool, SettingsState& state,
               kit::Flow& flow, Wishes& wishes) {
    const kit::Scope scope(tool.name);
    kit::ButtonOptions options = unless(why_not(ui, facts));
    options.height_units = look::control::compact;
    const std::string_view rename = ui.words.text("Rename\u2026");
    const std::string_view retire = tool.retired  ? ui.words.text("Offer again")
                                    : tool.unused ? ui.words.text("Remove")
                                                  : ui.words.text("Retire");
    const float width = kit::button_width(ui, rename, options) + kit::button_width(ui, retire, options) +
                        ui.px(look::space::s);
    const ImRect rect = setting_row(ui, flow, tool.name, tool_meaning(ui, tool), width);
    const float top = std::round(rect.GetCenter().y - ui.px(look::control::compact) / 2);
    if (kit::button_at(ui, {rect.Min.x, top}, rename, options)) {
        state.tool = ToolDraft{tool.name, tool.name, {}};
    }
    float right = rect.Min.x + width;
    if (kit::button_before(ui, right, top, retire, options)) {
        wishes.emplace_back(Save{RetireTool{tool.name, !tool.retired}, Form::settings});
    }
}

kit::DialogTexts tool_dialog_texts(const kit::Ui& ui, const ToolDraft& draft, std::string& about) {
    if (draft.from.empty()) {
        return {
            ui.words.text("Add a tool"),
            ui.words.text("It is offered in the Log form. What you press with: a ball, a roller, the edge "
                          "of a door."),
            ui.words.text("Add the tool"), ui.words.text("Leave it out"), true};
    }
    about = ui.words.say(
        "Every session with \u201c{0}\u201d gets the new name. A name that is in use already makes the two "
        "one.",
        draft.from);
    return {ui.words.text("Rename this tool"), about, ui.words.text("Rename it"),
            ui.words.text("Leave it as it was"), true};
}

}  // namespace

void draw_tools_part(const kit::Ui& ui, const Facts& facts, SettingsState& state, kit::Flow& flow,
                     Wishes& wishes) {
    const std::vector<ListedTool> tools = listed_tools(facts.snapshot);
    const std::string_view add = ui.words.text("Add a tool");
    if (tools.empty()) {
        if (kit::empty_state(
                ui, flow, ui.words.text("No tools yet"),
                ui.words.text("What you press with: a ball, a roller, the edge of a door. One that "
                              "you write in the Log form is listed here too."),
                why_not(ui, facts).empty() ? add : std::string_view(), look::IconName::plus)) {
            state.tool = ToolDraft{};
        }
        return;
    }
    kit::ButtonOptions options = unless(why_not(ui, facts));
    options.icon = look::IconName::plus;
    if (kit::button_at(ui, flow.at, add, options)) {
        state.tool = ToolDraft{};
    }
    flow.gap(ui, look::control::height + look::space::m);
    kit::Card card(ui, flow);
    for (std::size_t i = 0; i < tools.size(); ++i) {
        if (i > 0) {
            card.divide(look::space::s);
        }
        draw_tool(ui, facts, tools[i], state, card.inner, wishes);
    }
}

void draw_tool_dialog(const kit::Ui& ui, SettingsState& state, Wishes& wishes) {
    if (!state.tool) {
        return;
    }
    ToolDraft& draft = *state.tool;
    const bool is_new = draft.from.empty();
    std::string about;
    const kit::DialogTexts texts = tool_dialog_texts(ui, draft, about);
    const auto answer = kit::dialog(ui, "tool", texts, [&](kit::Flow& flow) {
        flow.gap(ui, look::space::m);
        kit::FieldOptions options;
        options.accepted = draft.complaint.empty();
        const std::string_view label = is_new ? ui.words.text("Its name") : ui.words.text("New name");
        if (kit::text_field(ui, flow.take(ui.px(look::control::height)), label, draft.to, options).changed) {
            draft.complaint.clear();
            state.not_saved.reset();
        }
        const std::string complaint =
            state.not_saved ? words::sentence(ui.words, state.not_saved->failure) : draft.complaint;
        if (!complaint.empty()) {
            flow.gap(ui, look::space::xs);
            kit::field_complaint(ui, flow, complaint);
        }
    });
    if (answer == kit::DialogAnswer::safe) {
        const std::string name = is_new ? trimmed(draft.to) : draft.to;
        const auto refusals = validate_tool(name);
        if (!refusals.empty()) {
            draft.complaint = words::sentence(ui.words, refusals.front());
            return;
        }
        const Command command = is_new ? Command(AddTool{name}) : Command(RenameTool{draft.from, draft.to});
        wishes.emplace_back(Save{command, Form::settings});
    } else if (answer != kit::DialogAnswer::none) {
        state.tool.reset();
        state.not_saved.reset();
    }
}

}  // namespace unknot::views
