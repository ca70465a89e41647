#include "app/views/today/flag_card.h"

#include "app/views/kit/button.h"
#include "app/views/kit/card.h"
#include "app/views/kit/soreness.h"
#include "app/views/kit/text.h"
#include "app/views/kit/tier.h"
#include "app/views/today/rows.h"
#include "app/words/flags.h"
#include "app/words/statement.h"

#include <algorithm>
#include <set>

namespace unknot::views {

namespace {

using guidance::EvidenceRating;
using guidance::Flag;
using guidance::Tier;
using kit::Flow;
using kit::Ui;

constexpr float badge_size = 30;
constexpr float name_left = 44;          // of the tier's word and the name, from the card's content
constexpr std::size_t most_chips = 10;   // more than that is counted
constexpr float further_text_left = 28;  // behind a small badge or a tick

/// `by_date`: one of the ratings is too old for its weekday, so that all of them have their date.
std::string rating_label(const Ui& ui, const EvidenceRating& rating, bool by_date, LocalDay today) {
    const std::string day = !by_date ? std::string(words::weekday_short(ui.words, rating.day))
                                     : words::short_date(ui.words, rating.day, today);
    return rating.before_session ? ui.words.say_in("rating before a session", "{0}, before", day) : day;
}

std::string since_text(const Ui& ui, const Flag& flag, LocalDay today) {
    if (!flag.since) {
        return {};
    }
    return *flag.since == today
               ? std::string(ui.words.text("flagged today"))
               : ui.words.say("flagged since {0}", words::short_date(ui.words, *flag.since, today));
}

/// Badge, tier, name and since, which is the day of the flag and not that of the session. Returns where they
/// end.
float draw_heading(const Ui& ui, const Attention& attention, LocalDay today, const Flow& inner, float top) {
    const Flag& lead = attention.flags->front();
    const look::TierColours& colours = kit::tier_colours(ui.theme, lead.tier);
    const bool on_band = lead.tier > Tier::info;
    const float left = inner.at.x + ui.px(name_left);
    const float word_top = top + ui.px(on_band ? 7 : 9);
    const std::string_view word = words::tier_word(ui.words, lead.tier);
    const std::string since = on_band ? since_text(ui, lead, today) : std::string();
    kit::draw_text(ui, {left, word_top}, word, look::type::small_bold, colours.text);
    const bool beside = left + kit::text_width(ui, word, look::type::small_bold) + ui.px(look::space::s) +
                            kit::text_width(ui, since, look::type::small) <=
                        inner.right();
    if (beside) {
        kit::draw_text_right(ui, inner.right(), word_top, since, look::type::small, colours.text);
    }
    Flow name{{left, word_top + ui.px(18)}, inner.right() - left};
    kit::paragraph(ui, name, attention.name, look::type::head, on_band ? colours.text : ui.theme.text);
    if (!beside) {
        kit::paragraph(ui, name, since, look::type::small, colours.text);
    }
    const float bottom = name.at.y + ui.px(on_band ? 9 : 0);
    const float middle = on_band ? (top + bottom) / 2 : top + ui.px(44);
    kit::draw_badge(ui, lead.tier, {inner.at.x, std::round(middle - ui.px(badge_size) / 2)},
                    ui.px(badge_size), true);
    return bottom;
}

/// True where a flag's sentence compares with how sore it was before.
bool compares_with_before(guidance::FlagCode code) {
    switch (code) {
        case guidance::FlagCode::lingering:
        case guidance::FlagCode::not_settled:
        case guidance::FlagCode::building_across_days:
        case guidance::FlagCode::spike:
        case guidance::FlagCode::returned: return true;
        default: return false;
    }
}

/// The ratings that the card's first flag rests on, the one before the session first.
std::vector<EvidenceRating> leading_ratings(const Attention& attention) {
    const Flag& lead = attention.flags->front();
    std::vector<EvidenceRating> ratings = lead.ratings;
    if (attention.before && compares_with_before(lead.code) && !ratings.empty() &&
        earlier(attention.before->at, ratings.front().at)) {
        ratings.insert(ratings.begin(), *attention.before);
    }
    return ratings;
}

/// True where every rating of `part` is among those of `whole`.
bool all_shown(const std::vector<EvidenceRating>& part, const std::set<RecordId>& whole) {
    return std::all_of(part.begin(), part.end(),
                       [&](const EvidenceRating& rating) { return whole.count(rating.record) > 0; });
}

/// What of a card's flags was drawn already: nothing is said twice.
struct Said {
    std::set<RecordId> ratings;
    std::set<std::string> clears;
    std::set<std::string_view> statements;

    void take(const std::vector<EvidenceRating>& more) {
        for (const EvidenceRating& rating : more) {
            ratings.insert(rating.record);
        }
    }
};

void draw_evidence(const Ui& ui, const std::vector<EvidenceRating>& ratings, LocalDay today, Flow& flow,
                   Said& said) {
    if (!all_shown(ratings, said.ratings)) {
        flow.gap(ui, 9);
        draw_ratings(ui, ratings, today, flow);
        said.take(ratings);
    }
}

/// A further flag of the card: small badge, tier and sentence; its ratings and what clears it where they are
/// others.
void draw_further(const Ui& ui, const Flag& flag, LocalDay today, Flow& flow, Said& said) {
    flow.gap(ui, look::space::xs);
    const float badge = ui.px(18);
    kit::draw_badge(ui, flag.tier, {flow.at.x, flow.at.y + ui.px(1)}, badge);
    const float left = ui.px(further_text_left);
    Flow text{{flow.at.x + left, flow.at.y}, flow.width - left};
    kit::paragraph(ui, text,
                   ui.words.say_in("tier: sentence", "{0}: {1}", words::tier_word(ui.words, flag.tier),
                                   words::sentence(ui.words, flag, today)),
                   look::type::small, ui.theme.text);
    draw_evidence(ui, flag.ratings, today, text, said);
    if (said.clears.insert(words::clears_text(ui.words, flag, today)).second) {
        text.gap(ui, look::space::xxs);
        draw_clears(ui, flag, today, true, text);
    }
    flow.at.y = text.at.y;
}

/// Below what clears a flag: why that may be above the start.
void draw_settled(const Ui& ui, std::string_view settled, Flow& flow) {
    const float left = ui.px(further_text_left);
    Flow text{{flow.at.x + left, flow.at.y}, flow.width - left};
    kit::paragraph(ui, text, settled, look::type::small, ui.theme.muted);
    flow.at.y = text.at.y;
}

kit::ButtonOptions rate_now_options(const Ui& ui) {
    kit::ButtonOptions options;
    options.icon = look::IconName::rating;
    options.height_units = look::control::compact;
    options.tooltip = ui.words.text("Asks for it among the check-ins");
    return options;
}

/// True where "Rate it now" has room on the line of a name without a band.
bool rate_now_fits(const Ui& ui, const Attention& attention, const Flow& inner) {
    const float button = kit::button_width(ui, ui.words.text("Rate it now"), rate_now_options(ui));
    const float name = kit::text_width(ui, attention.name, look::type::head);
    return ui.px(name_left) + name + ui.px(look::space::m) + button <= inner.width;
}

/// At the right end of the lines of tier and name, whose bottom is given.
bool draw_rate_now_beside(const Ui& ui, const Attention& attention, const Flow& inner, float bottom) {
    const kit::Scope scope(attention.name);
    const kit::ButtonOptions options = rate_now_options(ui);
    const float width = kit::button_width(ui, ui.words.text("Rate it now"), options);
    return kit::button_at(ui, {inner.right() - width, bottom - ui.px(options.height_units)},
                          ui.words.text("Rate it now"), options);
}

/// The article's statement that says a flag's matter best; the Guide has the others. What was reported
/// decides among those of a red flag.
std::string_view statement_of(const Flag& flag, bool whole_person) {
    if (flag.code == guidance::FlagCode::red_flag) {
        if (!flag.symptoms.intersected({Symptom::swelling, Symptom::fever}).empty()) {
            return "G28";
        }
        if (!flag.symptoms.intersected({Symptom::rapidly_worse, Symptom::unwell}).empty()) {
            return "G27";
        }
    }
    const auto ids = guidance::statements_of(flag.code, whole_person);
    return ids.empty() ? std::string_view() : ids.front();
}

/// What the article says, with the Guide's sign before it: pressing it opens the Guide there.
bool draw_statement(const Ui& ui, std::string_view says, Flow& flow) {
    const ImVec2 from = flow.at;
    const float left = ui.px(further_text_left);
    const float radius = ui.px(look::radius::control);
    const float height = kit::paragraph_height(ui, says, look::type::small, flow.width - left);
    const kit::Press state = kit::press(ui, {from.x, from.y, flow.right(), from.y + height}, says, radius);
    kit::draw_press_state(ui, state, radius);
    kit::draw_icon(look::IconName::guide, {from.x, from.y + ui.px(1)}, ui.px(18), ui.theme.accent);
    Flow text{{from.x + left, from.y}, flow.width - left};
    kit::paragraph(ui, text, says, look::type::small, ui.theme.muted);
    kit::tooltip(ui, state, ui.words.text("Open the Guide there"));
    flow.at.y = text.at.y;
    return state.clicked;
}

void draw_statements(const Ui& ui, const Attention& attention, Flow& flow, Said& said, Wishes& wishes) {
    for (const Flag& flag : *attention.flags) {
        const std::string_view id = statement_of(flag, !attention.track);
        if (!id.empty() && said.statements.insert(id).second) {
            flow.gap(ui, look::space::xs);
            if (draw_statement(ui, words::statement(ui.words, id), flow)) {
                wishes.emplace_back(OpenGuide{id});
            }
        }
    }
}

}  // namespace

void draw_ratings(const Ui& ui, const std::vector<EvidenceRating>& ratings, LocalDay today, Flow& flow) {
    const std::size_t first = ratings.size() > most_chips ? ratings.size() - most_chips : 0;
    const bool by_date =
        std::any_of(ratings.begin() + static_cast<std::ptrdiff_t>(first), ratings.end(),
                    [&](const EvidenceRating& rating) { return today - rating.day > weekday_names_for; });
    const float height = ui.px(28);
    const float chip = kit::rating_chip_width(ui);
    const float label_gap = ui.px(6);
    ImVec2 at = flow.at;
    if (first > 0) {
        const std::string earlier = ui.words.plural("{0} earlier,", "{0} earlier,", first);
        kit::draw_text_middle(ui, {at.x, at.y, flow.right(), at.y + height}, at.x, earlier, look::type::small,
                              ui.theme.muted);
        at.x += kit::text_width(ui, earlier, look::type::small) + ui.px(10);
    }
    for (std::size_t i = first; i < ratings.size(); ++i) {
        const std::string label = rating_label(ui, ratings[i], by_date, today);
        const float label_width = kit::text_width(ui, label, look::type::small);
        if (at.x > flow.at.x && at.x + label_width + label_gap + chip > flow.right()) {
            at = {flow.at.x, at.y + height + ui.px(6)};
        }
        kit::draw_text_middle(ui, {at.x, at.y, flow.right(), at.y + height}, at.x, label, look::type::small,
                              ui.theme.muted);
        at.x = kit::rating_chip(ui, {at.x + label_width + label_gap, at.y}, ratings[i].soreness);
        at.x += ui.px(14);
        if (ratings[i].before_session && i + 1 < ratings.size()) {
            const float arrow = ui.px(16);
            kit::draw_icon(look::IconName::arrow_right, {at.x - ui.px(6), at.y + ui.px(6)}, arrow,
                           ui.theme.muted);
            at.x += arrow + ui.px(4);
        }
    }
    flow.at.y = at.y + height;
}

void draw_clears(const Ui& ui, const Flag& flag, LocalDay today, bool small, Flow& flow) {
    kit::draw_icon(look::IconName::check, {flow.at.x, flow.at.y + ui.px(small ? 1 : 3)}, ui.px(18),
                   ui.theme.accent);
    const float left = ui.px(further_text_left);
    Flow text{{flow.at.x + left, flow.at.y}, flow.width - left};
    kit::rich_paragraph(ui, text, words::clears_marked(ui.words, flag, today),
                        small ? look::type::small : look::type::body,
                        small ? look::type::small_bold : look::type::body_bold, ui.theme.text);
    flow.at.y = text.at.y;
}

bool draw_rate_now(const Ui& ui, std::string_view place, Flow& flow) {
    const kit::Scope scope(place);
    const kit::ButtonOptions options = rate_now_options(ui);
    const bool pressed = kit::button_at(ui, flow.at, ui.words.text("Rate it now"), options);
    flow.at.y += ui.px(look::control::compact);
    return pressed;
}

bool draw_flag_card(const Ui& ui, const Attention& attention, LocalDay today, bool rates, Flow& flow,
                    Wishes& wishes) {
    const kit::Scope scope(attention.track ? to_text(*attention.track) : "whole person");
    const Flag& lead = attention.flags->front();
    const bool banded = lead.tier > Tier::info;
    const float top = flow.at.y;
    kit::Card card(ui, flow);
    Flow& inner = card.inner;
    const float bottom = draw_heading(ui, attention, today, inner, top);
    const bool beside = rates && !banded && rate_now_fits(ui, attention, inner);
    bool wants_rating = beside && draw_rate_now_beside(ui, attention, inner, bottom);
    if (banded) {
        card.band_to(bottom, kit::tier_colours(ui.theme, lead.tier).fill);
    }
    // Without a band the text stands under the name, to the right of the badge.
    const float left = banded ? 0 : ui.px(name_left);
    Flow text{{inner.at.x + left, bottom + ui.px(banded ? 13 : 2)}, inner.width - left};
    kit::paragraph(ui, text, words::sentence(ui.words, lead, today),
                   banded ? look::type::body : look::type::small, banded ? ui.theme.text : ui.theme.muted);
    Said said;
    draw_evidence(ui, leading_ratings(attention), today, text, said);
    said.clears.insert(words::clears_text(ui.words, lead, today));
    for (std::size_t i = 1; i < attention.flags->size(); ++i) {
        draw_further(ui, (*attention.flags)[i], today, text, said);
    }
    text.gap(ui, 9);
    draw_clears(ui, lead, today, !banded, text);
    draw_settled(ui, attention.settled, text);
    if (rates && !beside) {
        text.gap(ui, look::space::s);
        wants_rating = draw_rate_now(ui, attention.name, text);
        text.gap(ui, look::space::xxs);
    }
    draw_statements(ui, attention, text, said, wishes);
    // The card's own padding is for controls; below small text less of it looks the same.
    inner.at.y = text.at.y - ui.px(6);
    return wants_rating;
}

}  // namespace unknot::views
