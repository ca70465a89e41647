#include "app/views/today/look_after.h"

#include "app/views/kit/button.h"
#include "app/views/kit/card.h"
#include "app/views/kit/page.h"
#include "app/views/kit/text.h"
#include "app/views/today/flag_card.h"
#include "app/words/flags.h"

#include <algorithm>
#include <array>

namespace unknot::views {

namespace {

using guidance::Tier;
using kit::Flow;
using kit::Ui;

constexpr std::size_t few_unknown = 5;

/// Nothing flagged says what was recorded, and what is not known.
void draw_nothing_flagged(const Ui& ui, const Facts& facts, Flow& flow) {
    const std::size_t unknown = unknown_count(facts);
    kit::Card card(ui, flow);
    kit::paragraph(ui, card.inner, ui.words.text("No rating on record raises a flag."), look::type::body,
                   ui.theme.text);
    const std::string what =
        unknown == 0
            ? std::string(ui.words.text("This speaks of what was recorded, and of nothing else."))
            : ui.words.plural("{0} area is not known: only a check-in can tell how it is.",
                              "{0} areas are not known: only check-ins can tell how they are.", unknown);
    card.inner.gap(ui, look::space::xxs);
    kit::paragraph(ui, card.inner, what, look::type::small, ui.theme.muted);
}

/// A rating can be asked for that is not due: there is a log to save it in, no row asks for it yet, and the
/// session was not today, when a rating could not say yet how it settles.
bool can_ask(const Facts& facts, const TodayState& state, const TrackKey& track) {
    const guidance::TrackGuidance* known = facts.guidance.find(track);
    const bool today = known != nullptr && known->session_day == facts.today;
    return !facts.read_only && !today && !has_row(state, track);
}

void draw_too_little(const Ui& ui, const Facts& facts, const std::vector<TooLittle>& rows, TodayState& state,
                     Flow& flow) {
    kit::section_title(ui, flow, ui.words.text("Too little to go on"));
    kit::Card card(ui, flow);
    Flow& inner = card.inner;
    const std::size_t shown = state.all_unknown ? rows.size() : std::min(rows.size(), few_unknown);
    for (std::size_t i = 0; i < shown; ++i) {
        if (i > 0) {
            card.divide();
        }
        const float left = ui.px(32);
        kit::draw_icon(look::IconName::ask, {inner.at.x, inner.at.y + ui.px(2)}, ui.px(look::control::icon),
                       ui.theme.muted);
        Flow text{{inner.at.x + left, inner.at.y}, inner.width - left};
        kit::paragraph(ui, text, rows[i].name, look::type::body, ui.theme.text);
        kit::paragraph(ui, text, rows[i].why, look::type::small, ui.theme.muted);
        if (can_ask(facts, state, rows[i].track)) {
            text.gap(ui, look::space::xs);
            if (draw_rate_now(ui, rows[i].name, text)) {
                ask_for(state, rows[i].track, facts.today);
            }
        }
        inner.at.y = text.at.y;
    }
    if (shown < rows.size()) {
        kit::ButtonOptions quiet;
        quiet.kind = kit::ButtonKind::quiet;
        inner.gap(ui, look::space::xs);
        if (kit::button_at(ui, {inner.at.x - ui.px(10), inner.at.y},
                           ui.words.plural("Show {0} area", "Show all {0} areas", rows.size()), quiet)) {
            state.all_unknown = true;
        }
        inner.at.y += ui.px(look::control::height);
    }
}

}  // namespace

void draw_look_after(const Ui& ui, const Facts& facts, TodayState& state, std::optional<Tier> jump_to,
                     Flow& flow, Wishes& wishes) {
    const std::vector<Attention>& flagged = state.lists.attention();
    kit::section_title(ui, flow, ui.words.text("Look after these"),
                       flagged.size() > 1 ? ui.words.text("most serious first") : std::string_view());
    if (flagged.empty()) {
        draw_nothing_flagged(ui, facts, flow);
    }
    for (const Attention& one : flagged) {
        if (&one != &flagged.front()) {
            flow.gap(ui, look::control::card_gap);
        }
        if (jump_to == one.flags->front().tier) {
            kit::Page::scroll_to(flow.at.y - ui.px(look::space::s));
            jump_to.reset();
        }
        const bool rates = one.track && can_ask(facts, state, *one.track);
        if (draw_flag_card(ui, one, facts.today, rates, flow, wishes)) {
            ask_for(state, *one.track, facts.today);
        }
    }
    const std::vector<TooLittle>& unknown = state.lists.too_little();
    if (!unknown.empty()) {
        flow.gap(ui, look::space::l);
        draw_too_little(ui, facts, unknown, state, flow);
    }
}

std::optional<Tier> draw_tier_pills(const Ui& ui, const TodayState& state, Flow& flow) {
    const std::vector<Attention>& flagged = state.lists.attention();
    std::optional<Tier> pressed;
    ImVec2 at = flow.at;
    constexpr std::array<Tier, 4> tiers{Tier::seek_care, Tier::pause, Tier::ease_off, Tier::info};
    for (const Tier tier : tiers) {
        const auto count = std::count_if(flagged.begin(), flagged.end(), [&](const Attention& one) {
            return one.flags->front().tier == tier;
        });
        if (count == 0) {
            continue;
        }
        const std::string label =
            ui.words.say_in("tier: how many", "{0}: {1}", words::tier_word(ui.words, tier), count);
        const float width = kit::text_width(ui, label, look::type::body_bold) + ui.px(58);
        if (at.x > flow.at.x && at.x + width > flow.right()) {
            at = {flow.at.x, at.y + ui.px(44)};
        }
        if (kit::tier_pill(ui, at, tier, label, &at.x)) {
            pressed = tier;
        }
        at.x += ui.px(look::space::xs);
    }
    if (!flagged.empty()) {
        flow.at.y = at.y + ui.px(look::control::compact + look::space::m);
    }
    return pressed;
}

}  // namespace unknot::views
