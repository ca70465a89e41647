#include "app/views/kit/button.h"
#include "app/views/kit/card.h"
#include "app/views/kit/field.h"
#include "app/views/kit/text.h"
#include "app/views/settings/parts.h"
#include "app/views/settings/rows.h"
#include "app/words/reminder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace unknot::views {

namespace {

constexpr std::int32_t choice_step = 30;  // minutes between the times that are offered
constexpr std::int32_t first_choice = 5 * 60;
constexpr std::int32_t last_choice = 22 * 60;

std::string clock_of(std::int32_t minute) {
    return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

/// The times that are offered, and the one that is chosen where the command line chose another.
std::vector<std::int32_t> choices(std::int32_t chosen) {
    std::vector<std::int32_t> minutes;
    for (std::int32_t minute = first_choice; minute <= last_choice; minute += choice_step) {
        minutes.push_back(minute);
    }
    if (std::find(minutes.begin(), minutes.end(), chosen) == minutes.end()) {
        minutes.insert(std::upper_bound(minutes.begin(), minutes.end(), chosen), chosen);
    }
    return minutes;
}

void draw_switch_row(const kit::Ui& ui, const ReminderFacts& reminder, kit::Flow& flow, Wishes& wishes) {
    const std::array<std::string, 2> states{std::string(ui.words.text_in("reminder", "Off")),
                                            std::string(ui.words.text_in("reminder", "On"))};
    const ImRect rect = setting_row(
        ui, flow, ui.words.text("Remind me of check-ins"),
        ui.words.text("Once on a day on which one is due and not answered yet. It says no more than that."),
        kit::segmented_width(ui, states));
    const auto pressed =
        kit::segmented(ui, rect, "reminder", states, reminder.keeper == ReminderKeeper::nobody ? 0U : 1U);
    if (pressed) {
        wishes.emplace_back(Remind{*pressed == 1, reminder.minute});
    }
}

void draw_time_row(const kit::Ui& ui, const ReminderFacts& reminder, kit::Flow& flow, Wishes& wishes) {
    const std::vector<std::int32_t> minutes = choices(reminder.minute);
    std::vector<kit::DropdownItem> items;
    items.reserve(minutes.size());
    for (const std::int32_t minute : minutes) {
        items.push_back({clock_of(minute), {}, minute == reminder.minute});
    }
    const ImRect rect = setting_row(ui, flow, ui.words.text_in("reminder", "When"),
                                    ui.words.text("In the morning an area says most."), ui.px(140));
    const auto pressed =
        kit::dropdown(ui, rect, ui.words.text_in("reminder", "When"), clock_of(reminder.minute), items);
    if (pressed) {
        wishes.emplace_back(Remind{reminder.keeper != ReminderKeeper::nobody, minutes[*pressed]});
    }
}

std::string state_text(const kit::Ui& ui, const ReminderFacts& reminder) {
    if (reminder.keeper == ReminderKeeper::nobody) {
        return std::string(words::reminder_is_off(ui.words));
    }
    std::string text = words::reminder_is_on(ui.words, clock_of(reminder.minute),
                                             reminder.keeper == ReminderKeeper::systemd);
    if (reminder.keeper == ReminderKeeper::autostart && !reminder.waiting) {
        text += " " + std::string(words::reminder_not_waiting(ui.words));
    }
    return text;
}

}  // namespace

void draw_reminder_part(const kit::Ui& ui, const Facts& facts, const Upkeep& upkeep, kit::Flow& flow,
                        Wishes& wishes) {
    if (facts.sample) {
        kit::info_strip(ui, flow, look::IconName::bell, ui.words.text("This is the sample log."));
        flow.gap(ui, look::space::m);
    }
    {
        kit::Card card(ui, flow);
        draw_switch_row(ui, upkeep.reminder, card.inner, wishes);
        card.divide();
        draw_time_row(ui, upkeep.reminder, card.inner, wishes);
    }
    flow.gap(ui, look::control::card_gap);
    kit::Card card(ui, flow);
    kit::paragraph(ui, card.inner, state_text(ui, upkeep.reminder), look::type::body, ui.theme.text);
    card.inner.gap(ui, look::space::m);
    ButtonRow buttons(ui, card.inner);
    kit::ButtonOptions options;
    options.icon = look::IconName::bell;
    if (buttons.button(ui.words.text("Show one now"), options)) {
        wishes.emplace_back(TryReminder{});
    }
}

}  // namespace unknot::views
