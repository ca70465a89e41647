#include "app/views/log/timer_panel.h"

#include "app/views/kit/button.h"
#include "app/views/kit/text.h"
#include "app/words/phrases.h"

#include <algorithm>
#include <array>
#include <string>

namespace unknot::views {

namespace {

struct Mark {
    Sensation sensation;
    ImGuiKey key;
    std::string_view shown;
};
constexpr std::array<Mark, 4> marks{{{Sensation::held_breath, ImGuiKey_B, "B"},
                                     {Sensation::tensed, ImGuiKey_T, "T"},
                                     {Sensation::too_sharp, ImGuiKey_S, "S"},
                                     {Sensation::pain_spike, ImGuiKey_P, "P"}}};

std::string_view question_text(const kit::Ui& ui, TimerQuestion question) {
    switch (question) {
        case TimerQuestion::breathing: return ui.words.text("Still breathing easily?");
        case TimerQuestion::tensing: return ui.words.text("Any tensing?");
        case TimerQuestion::too_sharp: return ui.words.text("Too sharp? Then ease off.");
    }
    return {};
}

/// "of 3:00, left top of the shoulder": what stands beside the clock.
std::string remark(const kit::Ui& ui, const Timer& timer, const Instant& now, std::string_view about) {
    if (ready_seconds_left(timer, now) > 0) {
        return std::string(ui.words.text("Get ready"));
    }
    if (!timer.running_since) {
        return about.empty() ? std::string(ui.words.text("paused")) : ui.words.say("paused, {0}", about);
    }
    if (!timer.goal_s) {
        return std::string(about);
    }
    const std::string goal = words::clock_text(*timer.goal_s);
    return about.empty() ? ui.words.say("of {0}", goal) : ui.words.say("of {0}, {1}", goal, about);
}

/// Clock at the left, pause and Done at the right, and what it is about between, or below where that is
/// narrow.
bool draw_head(const kit::Ui& ui, kit::Flow& flow, Timer& timer, const Instant& now, std::string_view about) {
    const std::int32_t ready = ready_seconds_left(timer, now);
    const std::string clock =
        ready > 0 ? std::to_string(ready) : words::clock_text(elapsed_seconds(timer, now));
    const ImRect row = flow.take(ui.px(look::control::height));
    kit::draw_text_middle(ui, row, row.Min.x, clock, look::type::clock, ui.theme.text);
    float right = row.Max.x;
    kit::ButtonOptions done;
    done.kind = kit::ButtonKind::primary;
    const bool pressed = kit::button_before(ui, right, row.Min.y, ui.words.text("Done"), done);
    kit::ButtonOptions hold;
    hold.icon_only = true;
    hold.icon = timer.running_since ? look::IconName::pause_timer : look::IconName::play;
    if (kit::button_before(ui, right, row.Min.y,
                           timer.running_since ? ui.words.text("Pause the timer") : ui.words.text("Go on"),
                           hold)) {
        timer.running_since ? pause(timer, now) : resume(timer, now);
    }
    const std::string beside = remark(ui, timer, now, about);
    // The clock's room does not change with its figures, so that the words beside it stand still.
    const float left = row.Min.x + std::max(ui.px(84), kit::text_width(ui, clock, look::type::clock) +
                                                           ui.px(look::space::m));
    if (left + kit::text_width(ui, beside, look::type::small) <= right) {
        kit::draw_text_middle(ui, row, left, beside, look::type::small, ui.theme.muted);
    } else {
        flow.gap(ui, look::space::xxs);
        kit::paragraph(ui, flow, beside, look::type::small, ui.theme.muted);
    }
    return pressed;
}

void draw_bar(const kit::Ui& ui, kit::Flow& flow, const Timer& timer, const Instant& now) {
    if (!timer.goal_s) {
        return;
    }
    const ImRect track = flow.take(ui.px(8));
    const float radius = track.GetHeight() / 2;
    kit::fill(track, ui.theme.sunken, radius);
    const float share = std::min(1.0F, static_cast<float>(elapsed_seconds(timer, now)) /
                                           static_cast<float>(std::max(1, *timer.goal_s)));
    if (share > 0) {
        const float width = std::max(track.GetHeight(), std::round(track.GetWidth() * share));
        kit::fill({track.Min.x, track.Min.y, track.Min.x + width, track.Max.y}, ui.theme.accent, radius);
    }
    flow.gap(ui, look::space::s);
}

}  // namespace

std::optional<Sensation> timer_key() {
    for (const Mark& one : marks) {
        if (ImGui::IsKeyPressed(one.key, false)) {
            return one.sensation;
        }
    }
    return std::nullopt;
}

void mark(Timer& timer, Sensation sensation) {
    if (timer.marked.contains(sensation)) {
        timer.marked.erase(sensation);
    } else {
        timer.marked.insert(sensation);
    }
}

bool draw_timer_panel(const kit::Ui& ui, kit::Flow& flow, Timer& timer, const Instant& now,
                      std::string_view about) {
    const kit::Scope scope("timer");
    const bool done = draw_head(ui, flow, timer, now, about);
    flow.gap(ui, look::space::xs);
    draw_bar(ui, flow, timer, now);
    kit::paragraph(ui, flow, question_text(ui, question_at(elapsed_seconds(timer, now))), look::type::body,
                   ui.theme.text);
    flow.gap(ui, look::space::xs);
    std::array<kit::Chip, marks.size()> chips;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        chips[i].label = words::sensation_word(ui.words, marks[i].sensation);
        chips[i].options.key = marks[i].shown;
        chips[i].options.chosen = timer.marked.contains(marks[i].sensation);
    }
    if (const auto pressed = kit::chips(ui, flow, "marks", chips)) {
        mark(timer, marks[*pressed].sensation);
    }
    return done;
}

}  // namespace unknot::views
