#include "app/views/guide/guide.h"
#include "app/views/guide/health_card.h"
#include "app/views/kit/button.h"
#include "app/views/kit/card.h"
#include "app/views/kit/text.h"
#include "app/views/kit/thread.h"
#include "app/views/kit/tier.h"
#include "app/words/phrases.h"
#include "app/words/storage.h"

#include <algorithm>
#include <array>

namespace unknot::views {

namespace {

constexpr float two_columns_from = 900;  // units of the window's width
constexpr float block_width = 1104;      // both columns with what is between them
constexpr float block_height = 640;
constexpr float card_width = 504;
constexpr float column_gap = 48;
constexpr float thread_down = 92;  // the thread, below the block's top
constexpr float hero_down = 148;   // the first line of text, below the block's top
constexpr float card_pad = 28;

/// The thread comes in knotted and goes on straight: four loops, each smaller than the one before, placed
/// from the column's left edge.
struct Knot {
    float along = 0;
    float height = 0;
};
constexpr std::array<Knot, 4> knots{{{55, 66}, {169, 46}, {255, 30}, {320, 18}}};

void draw_knotted_thread(const kit::Ui& ui, float left, float y, float right) {
    std::array<kit::ThreadLoop, knots.size()> loops{};
    for (std::size_t i = 0; i < knots.size(); ++i) {
        loops[i] = {left + ui.px(knots[i].along), ui.px(knots[i].height)};
    }
    kit::draw_thread({0, y}, {right, y}, {0, -1}, loops, std::max(1.5F, 2.5F * ui.scale), ui.theme.accent);
}

void draw_point(const kit::Ui& ui, kit::Flow& flow, look::IconName icon, std::string_view title,
                std::string_view text) {
    const float tile = ui.px(52);
    const ImRect square(flow.at.x, flow.at.y, flow.at.x + tile, flow.at.y + tile);
    kit::fill(square, ui.theme.accent_soft, ui.px(12));
    if (icon == look::IconName::rating) {
        ImGui::GetWindowDrawList()->AddCircleFilled(square.GetCenter(), ui.px(5),
                                                    kit::to_u32(ui.theme.accent_soft_on));
    } else {
        kit::draw_icon_centred(icon, square, ui.px(26), ui.theme.accent_soft_on);
    }
    kit::Flow inner{{square.Max.x + ui.px(20), flow.at.y + 1}, flow.width - tile - ui.px(20)};
    kit::paragraph(ui, inner, title, look::type::head, ui.theme.text);
    inner.gap(ui, 2);
    kit::paragraph(ui, inner, text, look::type::body, ui.theme.muted);
    flow.at.y = std::max(square.Max.y, inner.at.y);
}

void draw_promise(const kit::Ui& ui, kit::Flow& flow) {
    kit::paragraph(ui, flow, ui.words.text("Am I overdoing it?"), look::type::hero, ui.theme.text);
    flow.gap(ui, look::space::xs);
    kit::paragraph(
        ui, flow,
        ui.words.text("Unknot keeps a log of your self-massage and how sore it leaves you, and says "
                      "when to ease off."),
        look::type::lead, ui.theme.muted);
    flow.gap(ui, 34);
    draw_point(ui, flow, look::IconName::log, ui.words.text("Log a session"),
               ui.words.text("Where, how hard, how long. A few clicks."));
    flow.gap(ui, look::space::l);
    draw_point(ui, flow, look::IconName::rating, ui.words.text("Say how sore it is the next day"),
               ui.words.text("One click an area, until it has settled."));
    flow.gap(ui, look::space::l);
    draw_point(ui, flow, look::IconName::today, ui.words.text("See what to do today"),
               ui.words.text("What to rest, what may go on, and why."));
}

void draw_sample(const kit::Ui& ui, kit::Flow& flow, Wishes& wishes) {
    kit::ButtonOptions options;
    options.height_units = look::control::large;
    if (kit::button_at(ui, flow.at, ui.words.text("Look around a sample log"), options)) {
        wishes.emplace_back(UseSample{true});
    }
    flow.at.y += ui.px(look::control::large);
    flow.gap(ui, 14);
    kit::paragraph(ui, flow, ui.words.text("The sample is kept apart from your own log."), look::type::small,
                   ui.theme.muted);
}

bool answer_key(const kit::Ui& ui, const ImRect& rect, std::string_view label, bool chosen) {
    const float radius = ui.px(look::radius::control);
    const kit::Press state = kit::press(ui, rect, label, radius);
    kit::fill(rect, chosen ? ui.theme.accent_soft : ui.theme.surface, radius);
    kit::draw_press_state(ui, state, radius);
    kit::outline(rect, chosen ? ui.theme.accent : ui.theme.line_strong, chosen ? 1.5F : 1, radius);
    if (!chosen) {
        kit::draw_text_centred(ui, rect, label, look::type::body, ui.theme.text);
        return state.clicked;
    }
    const float tick = ui.px(18);
    const float width = tick + ui.px(4) + kit::text_width(ui, label, look::type::body_bold);
    const float left = std::round(rect.GetCenter().x - width / 2);
    kit::draw_icon(look::IconName::check, {left, std::round(rect.GetCenter().y - tick / 2)}, tick,
                   ui.theme.accent_soft_on);
    kit::draw_text_middle(ui, rect, left + tick + ui.px(4), label, look::type::body_bold,
                          ui.theme.accent_soft_on);
    return state.clicked;
}

/// Yes, No, Skip; a second press on the one chosen takes it back.
void draw_answers(const kit::Ui& ui, FirstStartState& state, HealthQuestion question, kit::Flow& flow) {
    const ImRect row = flow.take(ui.px(look::control::height));
    const float gap = ui.px(look::space::xs);
    const float width = (row.GetWidth() - 2 * gap) / 3;
    const auto key = [&](int position) {
        const float left = std::round(row.Min.x + (width + gap) * static_cast<float>(position));
        return ImRect(left, row.Min.y, std::round(left + width), row.Max.y);
    };
    const auto answer = answer_to(state.chosen, question);
    bool& skipped = state.skipped[static_cast<std::size_t>(question)];
    const auto choose = [&](bool yes) {
        state.chosen = with_answer(state.chosen, question, answer == yes ? std::nullopt : std::optional(yes));
        skipped = false;
    };
    if (answer_key(ui, key(0), ui.words.text("Yes"), answer == true)) {
        choose(true);
    }
    if (answer_key(ui, key(1), ui.words.text("No"), answer == false)) {
        choose(false);
    }
    if (answer_key(ui, key(2), ui.words.text("Skip"), skipped)) {
        skipped = !skipped;
        state.chosen = with_answer(state.chosen, question, std::nullopt);
    }
}

void draw_question(const kit::Ui& ui, FirstStartState& state, HealthQuestion question, std::string_view id,
                   std::string_view text, kit::Card& card) {
    const kit::Scope scope(id);
    kit::Flow& flow = card.inner;
    kit::paragraph(ui, flow, text, look::type::body, ui.theme.text);
    flow.gap(ui, look::space::xs);
    draw_answers(ui, state, question, flow);
    if (question == HealthQuestion::clots && answer_to(state.chosen, question) == true) {
        flow.gap(ui, look::space::s);
        if (const auto kind = draw_clot_kinds(ui, state.chosen, flow)) {
            state.chosen = with_kind(state.chosen, *kind);
        }
    }
    card.divide();
}

void draw_what_a_yes_means(const kit::Ui& ui, kit::Flow& flow) {
    kit::draw_badge(ui, guidance::Tier::info, {flow.at.x, flow.at.y + ui.px(3)}, ui.px(22));
    kit::Flow text{{flow.at.x + ui.px(34), flow.at.y}, flow.width - ui.px(34)};
    kit::paragraph(
        ui, text,
        ui.words.text("After a yes: ask a clinician before you start. Until one said it is fine, the "
                      "program advises no deep work."),
        look::type::small, ui.theme.muted);
    flow.at.y = text.at.y;
}

void draw_questions(const kit::Ui& ui, const Facts& facts, FirstStartState& state, kit::Flow& flow,
                    Wishes& wishes) {
    if (state.not_saved) {
        (void)kit::error_banner(ui, flow, look::IconName::disk, ui.words.text("Not saved"),
                                words::sentence(ui.words, state.not_saved->failure), {});
        flow.gap(ui, look::control::card_gap);
    }
    kit::Card card(ui, flow, card_pad);
    kit::Flow& inner = card.inner;
    inner.at.y -= ui.px(look::space::xxs);
    kit::paragraph(ui, inner, ui.words.text("Three questions first"), look::type::title, ui.theme.text);
    inner.gap(ui, 5);
    kit::paragraph(
        ui, inner,
        ui.words.text("They change what the program says. Skip any of them; they wait in the Guide."),
        look::type::body, ui.theme.muted);
    card.divide();
    draw_question(ui, state, HealthQuestion::clots, "clots",
                  ui.words.text("Have you had a blood clot, or a condition that makes clots more likely?"),
                  card);
    draw_question(ui, state, HealthQuestion::fracture, "fracture", ui.words.text("Have you had a fracture?"),
                  card);
    draw_question(ui, state, HealthQuestion::thinners, "thinners",
                  ui.words.text("Do you take medicine that thins the blood?"), card);
    draw_what_a_yes_means(ui, inner);
    inner.gap(ui, 30);
    kit::ButtonOptions start;
    start.kind = kit::ButtonKind::primary;
    start.enabled = !facts.read_only;
    start.tooltip = facts.read_only ? ui.words.text("This log can only be read.") : std::string_view();
    if (kit::button(ui, inner.take(ui.px(look::control::large)), ui.words.text("Start my log"), start)) {
        wishes.emplace_back(Save{SetProfile{state.chosen}, Form::first_start});
    }
}

/// Where the log lives, and what this is not; below everything, or at the window's foot.
void draw_foot(const kit::Ui& ui, kit::Flow& flow) {
    const std::string_view where =
        ui.words.text("On this computer only, offline. Your log lives in one file that belongs to you.");
    const std::string_view what = words::disclaimer(ui.words);
    const float both = kit::text_width(ui, where, look::type::small) + ui.px(look::space::l) +
                       kit::text_width(ui, what, look::type::small);
    if (both <= flow.width) {
        kit::draw_text_right(ui, flow.right(), flow.at.y, what, look::type::small, ui.theme.muted);
        kit::paragraph(ui, flow, where, look::type::small, ui.theme.muted);
        return;
    }
    kit::paragraph(ui, flow, where, look::type::small, ui.theme.muted);
    kit::paragraph(ui, flow, what, look::type::small, ui.theme.muted);
}

/// Returns where the content ends.
float draw_two_columns(const kit::Ui& ui, const Facts& facts, FirstStartState& state, const ImVec2& origin,
                       const ImVec2& display, Wishes& wishes) {
    const float edge = std::max(ui.px(look::space::xl), std::round((display.x - ui.px(block_width)) / 2));
    const float spare = display.y - ui.px(800);
    const float top = origin.y + (spare >= 0 ? ui.px(60) + std::round(spare / 2)
                                             : std::max(ui.px(look::space::l), ui.px(60) + spare / 2));
    const float card = ui.px(card_width);
    draw_knotted_thread(ui, edge, top + ui.px(thread_down), display.x);
    kit::Flow left{{edge, top + ui.px(hero_down)}, display.x - 2 * edge - card - ui.px(column_gap)};
    draw_promise(ui, left);
    left.gap(ui, 44);
    draw_sample(ui, left, wishes);
    kit::Flow right{{display.x - edge - card, top}, card};
    draw_questions(ui, facts, state, right, wishes);
    const float content = std::max({left.at.y, right.at.y, top + ui.px(block_height)});
    kit::Flow foot{{edge, std::max(content + ui.px(look::space::l), origin.y + display.y - ui.px(56))},
                   display.x - 2 * edge};
    draw_foot(ui, foot);
    return foot.at.y;
}

float draw_one_column(const kit::Ui& ui, const Facts& facts, FirstStartState& state, const ImVec2& origin,
                      const ImVec2& display, Wishes& wishes) {
    const float width = std::min(display.x - 2 * ui.px(look::space::l), ui.px(640));
    const float edge = std::round((display.x - width) / 2);
    draw_knotted_thread(ui, edge, origin.y + ui.px(86), display.x);
    kit::Flow flow{{edge, origin.y + ui.px(110)}, width};
    draw_promise(ui, flow);
    flow.gap(ui, look::space::l);
    draw_sample(ui, flow, wishes);
    flow.gap(ui, look::space::l);
    draw_questions(ui, facts, state, flow, wishes);
    flow.gap(ui, look::space::l);
    draw_foot(ui, flow);
    return flow.at.y;
}

}  // namespace

void draw_first_start(const kit::Ui& ui, const Facts& facts, FirstStartState& state, Wishes& wishes) {
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    ImGui::SetCursorScreenPos({0, 0});
    ImGui::BeginChild("first start", display, ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_NoBackground);
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    const float bottom = ui.unit_width >= two_columns_from
                             ? draw_two_columns(ui, facts, state, origin, display, wishes)
                             : draw_one_column(ui, facts, state, origin, display, wishes);
    kit::extend_content({0, bottom + ui.px(look::space::l)});
    ImGui::EndChild();
}

}  // namespace unknot::views
