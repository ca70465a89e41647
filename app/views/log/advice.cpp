#include "app/views/kit/field.h"
#include "app/views/kit/text.h"
#include "app/views/kit/tier.h"
#include "app/views/log/form.h"
#include "app/words/flags.h"

#include <algorithm>

namespace unknot::views {

namespace {

using guidance::Flag;
using guidance::Tier;
using guidance::TrackGuidance;

/// What the top of the form says about the place.
struct Advice {
    Tier tier = Tier::none;
    std::string title;
    std::vector<std::string> sentences;  ///< **bold** marks the tier's word
    std::string next;                    ///< what to do, bold
};

std::vector<TrackKey> tracks_of(const std::optional<TrackKey>& place) {
    if (!place) {
        return {};
    }
    if (place->side == Side::both) {
        return {{place->area, Side::left}, {place->area, Side::right}};
    }
    return {*place};
}

void add_flag(const LogForm& form, Advice& advice, const Flag& flag, std::string_view where) {
    const words::Catalogue& words = form.ui.words;
    const std::string_view tier = words::tier_word(words, flag.tier);
    const std::string sentence = words::sentence(words, flag, form.facts.today);
    advice.sentences.push_back(where.empty() ? words.say("**{0}.** {1}", tier, sentence)
                                             : words.say("**{0}, {1}.** {2}", tier, where, sentence));
    advice.tier = std::max(advice.tier, flag.tier);
}

/// A reason to leave the area out, answered just now: what the rules will say once it is saved, said before.
void add_screening(const LogForm& form, Advice& advice) {
    const std::optional<Screenings>& screening = form.draft().screening;
    if (!screening || screening->empty()) {
        return;
    }
    Flag flag;
    flag.code = guidance::FlagCode::contraindication;
    flag.tier = Tier::pause;
    flag.screenings = *screening;
    add_flag(form, advice, flag, {});
    advice.next = form.ui.words.text("Leave this area out");
}

/// The most serious thing about each side that was chosen, and what the stricter of them may do next.
void add_tracks(const LogForm& form, Advice& advice) {
    const std::vector<TrackKey> keys = tracks_of(form.draft().place);
    const TrackGuidance* strictest = nullptr;
    for (const TrackKey& key : keys) {
        const TrackGuidance* track = form.facts.guidance.find(key);
        if (track == nullptr) {
            continue;
        }
        if (!track->flags.empty()) {
            add_flag(form, advice, track->flags.front(),
                     keys.size() > 1 ? words::side_word(form.ui.words, key.side) : std::string_view());
        }
        if (strictest == nullptr || track->tier > strictest->tier) {
            strictest = track;
        }
    }
    if (!advice.next.empty() || keys.empty()) {
        return;
    }
    if (strictest != nullptr) {
        advice.next =
            words::next_text(form.ui.words, *strictest, form.facts.guidance.global_next, form.facts.today);
    } else if (form.facts.guidance.global_next == guidance::GlobalNext::none) {
        advice.next = form.ui.words.text("No session here yet");
    }
}

Advice advice_of(const LogForm& form) {
    Advice advice;
    const words::Catalogue& words = form.ui.words;
    const std::optional<TrackKey>& place = form.draft().place;
    advice.title = place ? words::place(words, *form.facts.snapshot.catalogue, place->area, place->side)
                         : std::string(words.text("Which area?"));
    if (form.draft().editing) {
        return advice;  // a record is corrected: nobody is about to press
    }
    add_screening(form, advice);
    for (const Flag& flag : form.facts.guidance.global) {
        add_flag(form, advice, flag, {});
    }
    if (form.facts.guidance.global_next != guidance::GlobalNext::none && advice.next.empty()) {
        advice.next =
            words::next_text(words, TrackGuidance{}, form.facts.guidance.global_next, form.facts.today);
    }
    add_tracks(form, advice);
    if (place && form.state.held_back == place) {
        advice.sentences.emplace_back(words.text(
            "Not repeated, nothing was saved: read this first, then log it here if you still want to."));
    }
    return advice;
}

/// The words of the band, from `flow` on.
void draw_words(const LogForm& form, const Advice& advice, kit::Flow& flow, bool titled) {
    const kit::Ui& ui = form.ui;
    const bool plain = advice.tier < Tier::ease_off;
    const look::TierColours& colours = kit::tier_colours(ui.theme, advice.tier);
    if (titled) {
        const look::Colour ink = advice.tier == Tier::seek_care ? colours.text : ui.theme.text;
        kit::paragraph(ui, flow, advice.title, look::type::head, ink);
        flow.gap(ui, 2);
        if (!form.draft().place) {
            kit::paragraph(ui, flow, ui.words.text("Choose it on the body, or in the list."),
                           look::type::body, advice.tier == Tier::seek_care ? ink : ui.theme.muted);
        }
    }
    const look::Colour ink = plain ? ui.theme.text : colours.text;
    for (const std::string& sentence : advice.sentences) {
        kit::rich_paragraph(ui, flow, sentence, look::type::body, look::type::body_bold, ink);
    }
    if (!advice.next.empty()) {
        kit::paragraph(ui, flow, advice.next, plain ? look::type::body : look::type::body_bold,
                       plain ? ui.theme.muted : ink);
    }
}

}  // namespace

void draw_advice(LogForm& form, kit::Flow& flow, bool in_card) {
    const kit::Ui& ui = form.ui;
    const Advice advice = advice_of(form);
    // Narrow windows name the place in its field: without anything to say there is nothing to draw.
    if (!in_card && advice.sentences.empty() && advice.next.empty()) {
        return;
    }
    const bool band = advice.tier >= Tier::ease_off;
    const bool badge = advice.tier != Tier::none;
    const float pad = ui.px(in_card ? look::control::card_pad : look::space::m);
    const ImVec2 top = flow.at;
    ImDrawListSplitter splitter;
    ImDrawList* list = ImGui::GetWindowDrawList();
    splitter.Split(list, 2);
    splitter.SetCurrentChannel(list, 1);
    kit::Flow inner{{flow.at.x + pad, flow.at.y + ui.px(in_card ? look::space::s : 14)},
                    flow.width - 2 * pad};
    if (badge) {
        const float size = ui.px(30);
        kit::draw_badge(ui, advice.tier, {inner.at.x, inner.at.y + ui.px(in_card ? 6 : 0)}, size, band);
        inner.at.x += size + ui.px(look::space::m);
        inner.width -= size + ui.px(look::space::m);
    }
    draw_words(form, advice, inner, in_card);
    const std::string complaint = form.complaint(Field::area);
    if (in_card && !complaint.empty()) {
        kit::field_complaint(ui, inner, complaint);
        if (form.state.show_complaint) {
            ImGui::SetScrollY(0);
            form.state.show_complaint = false;
        }
    }
    const float bottom = inner.at.y + ui.px(in_card ? look::space::s : 14);
    splitter.SetCurrentChannel(list, 0);
    if (band) {
        const look::TierColours& colours = kit::tier_colours(ui.theme, advice.tier);
        const ImRect rect(top.x, top.y, flow.right(), bottom);
        const float radius = ui.px(in_card ? look::radius::card : look::radius::tile);
        list->AddRectFilled(rect.Min, rect.Max, kit::to_u32(colours.fill), radius,
                            in_card ? ImDrawFlags_RoundCornersTop : ImDrawFlags_RoundCornersAll);
        if (!in_card) {
            kit::outline(rect, colours.edge, 1, radius);
        }
    }
    splitter.Merge(list);
    flow.at.y = bottom + (in_card && !band ? 0 : ui.px(look::space::m));
}

}  // namespace unknot::views
