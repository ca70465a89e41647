#include "app/views/problem.h"

#include "app/views/kit/button.h"
#include "app/views/kit/card.h"
#include "app/views/kit/text.h"
#include "app/views/kit/thread.h"
#include "app/words/storage.h"

#include <algorithm>

namespace unknot::views {

void draw_problem(const kit::Ui& ui, const Failure& failure, Wishes& wishes) {
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    const float width = std::min(ui.px(560), display.x - ui.px(32));
    kit::Flow flow{{std::round((display.x - width) / 2), std::round(display.y * 0.22F)}, width};
    kit::draw_thread_with_loop(ui, {0, flow.at.y}, display.x);
    flow.gap(ui, look::space::xl);
    kit::Card card(ui, flow);
    kit::paragraph(ui, card.inner, ui.words.text("The log cannot be opened"), look::type::title,
                   ui.theme.text);
    card.inner.gap(ui, look::space::xs);
    kit::paragraph(ui, card.inner, words::sentence(ui.words, failure), look::type::body, ui.theme.text);
    card.inner.gap(ui, look::space::s);
    kit::paragraph(ui, card.inner, failure.file.string(), look::type::small, ui.theme.muted);
    card.inner.gap(ui, look::space::l);
    kit::ButtonOptions primary;
    primary.kind = kit::ButtonKind::primary;
    primary.icon = look::IconName::repeat;
    if (kit::button_at(ui, card.inner.at, ui.words.text("Try again"), primary)) {
        wishes.emplace_back(OpenAgain{});
    }
    card.inner.at.y += ui.px(look::control::height);
}

}  // namespace unknot::views
