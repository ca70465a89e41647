#include "app/views/kit/button.h"
#include "app/views/kit/soreness.h"
#include "app/views/kit/text.h"
#include "app/views/log/form.h"
#include "app/words/phrases.h"

#include <array>

namespace unknot::views {

namespace {

constexpr std::array<Screening, 3> screenings{Screening::fresh_injury, Screening::open_skin,
                                              Screening::swelling_warmth};
constexpr std::array<Sensation, 7> sensations{
    Sensation::held_breath, Sensation::tensed,       Sensation::too_sharp,     Sensation::pain_spike,
    Sensation::numbness,    Sensation::new_weakness, Sensation::radiating_pain};

kit::Chip chip_of(std::string_view label, bool chosen) {
    kit::Chip chip;
    chip.label = label;
    chip.options.chosen = chosen;
    return chip;
}

/// Chips for "none" and each value, which change the answer when they are pressed.
template <typename E, std::size_t count, typename Word>
void answer_chips(const kit::Ui& ui, kit::Flow& flow, std::string_view id, std::string_view none,
                  const std::array<E, count>& all, std::optional<AnswerSet<E>>& answer, Word word) {
    std::vector<kit::Chip> chips{chip_of(none, is_none(answer))};
    for (const E value : all) {
        chips.push_back(chip_of(word(value), answer && answer->contains(value)));
    }
    const std::optional<std::size_t> pressed = kit::chips(ui, flow, id, chips);
    if (!pressed) {
        return;
    }
    if (*pressed == 0) {
        toggle_none(answer);
    } else {
        toggle_answer(answer, all[*pressed - 1]);
    }
}

}  // namespace

void draw_screening_row(LogForm& form, kit::Flow& flow) {
    const kit::Ui& ui = form.ui;
    kit::Flow row = begin_row(form, flow, ui.words.text_in("reasons to leave an area out", "Any of these?"),
                              look::control::compact);
    answer_chips(ui, row, "screening", ui.words.text("None"), screenings, form.draft().screening,
                 [&](Screening s) { return words::screening_word(ui.words, s); });
    end_row(form, flow, row, Field::screening);
}

void draw_pressure_row(LogForm& form, kit::Flow& flow) {
    const kit::Ui& ui = form.ui;
    kit::Flow row = begin_row(form, flow, ui.words.text("Pressure"));
    if (form.state.focus_pressure) {
        ImGui::SetKeyboardFocusHere();
        ImGui::SetNavCursorVisible(true);  // a key brought it here: the ring shows where it is
        form.state.focus_pressure = false;
    }
    std::optional<PressureLevel>& pressure = form.draft().pressure;
    if (const auto pressed = kit::pressure_steps(ui, row, "pressure", pressure)) {
        pressure = pressure == pressed ? std::nullopt : pressed;
    }
    end_row(form, flow, row, Field::pressure);
}

void draw_before_row(LogForm& form, kit::Flow& flow) {
    const kit::Ui& ui = form.ui;
    kit::Flow row = begin_row(form, flow, ui.words.text("Sore before"), 48);
    const ImVec2 top = row.at;
    std::optional<Soreness>& before = form.draft().before;
    if (const auto pressed = kit::soreness_picker(ui, row, "before", before)) {
        before = before == pressed ? std::nullopt : pressed;
    }
    form.state.digits_rate_soreness = keyboard_is_in({top.x, top.y, row.right(), row.at.y});
    end_row(form, flow, row, Field::soreness_before);
}

void draw_felt_row(LogForm& form, kit::Flow& flow) {
    const kit::Ui& ui = form.ui;
    kit::Flow row = begin_row(form, flow, ui.words.text("You felt"), look::control::compact);
    answer_chips(ui, row, "felt", ui.words.text("None of these"), sensations, form.draft().sensations,
                 [&](Sensation s) { return words::sensation_word(ui.words, s); });
    row.gap(ui, look::space::xxs);
    kit::paragraph(ui, row, ui.words.text("Not the ordinary ache that travels while you press."),
                   look::type::small, ui.theme.muted);
    end_row(form, flow, row, Field::sensations);
}

}  // namespace unknot::views
