#include "app/views/today/whole_person.h"

#include "app/views/kit/card.h"
#include "app/views/kit/text.h"
#include "app/views/today/rows.h"
#include "app/views/today/warning_signs.h"
#include "app/words/flags.h"

namespace unknot::views {

void draw_whole_person(const kit::Ui& ui, const Facts& facts, TodayState& state, const TrackKey& track,
                       kit::Flow& flow, Wishes& wishes) {
    const guidance::Flag* flag = whole_person_question(facts);
    if (flag == nullptr) {
        return;
    }
    kit::section_title(ui, flow, ui.words.text("How are you now?"));
    kit::Card card(ui, flow);
    kit::Flow& inner = card.inner;
    kit::paragraph(ui, inner, words::sentence(ui.words, *flag, facts.today), look::type::small,
                   ui.theme.text);
    inner.gap(ui, look::space::xxs);
    kit::paragraph(ui, inner, ui.words.text("Is any of this there now?"), look::type::body_bold,
                   ui.theme.text);
    inner.gap(ui, look::space::xs);
    const SignsPressed pressed = warning_signs(ui, inner, "whole person", signs_chosen(state, track),
                                               flag->symptoms, state.more_signs);
    if (std::holds_alternative<NoSigns>(pressed)) {
        answer_no_signs_first(facts, state, track, wishes);
    } else if (const auto* sign = std::get_if<Symptom>(&pressed)) {
        choose_sign_first(facts, state, track, *sign, wishes);
    } else if (std::holds_alternative<MoreSigns>(pressed)) {
        state.more_signs = true;
    }
}

}  // namespace unknot::views
