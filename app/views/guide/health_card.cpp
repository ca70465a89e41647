#include "app/views/guide/health_card.h"

#include "app/views/kit/button.h"
#include "app/views/kit/card.h"
#include "app/views/kit/text.h"
#include "app/words/phrases.h"
#include "app/words/storage.h"

#include <fmt/ranges.h>

#include <array>
#include <string>
#include <vector>

namespace unknot::views {

namespace {

std::string_view question_text(const kit::Ui& ui, HealthQuestion question) {
    switch (question) {
        case HealthQuestion::clots:
            return ui.words.text("A blood clot in the past, or a condition that makes clots more likely");
        case HealthQuestion::fracture: return words::condition_word(ui.words, Condition::fracture_history);
        case HealthQuestion::thinners: return words::condition_word(ui.words, Condition::blood_thinners);
    }
    return {};
}

std::string_view scope_of(HealthQuestion question) {
    constexpr std::array<std::string_view, 3> names{"clots", "fracture", "thinners"};
    return names[static_cast<std::size_t>(question)];
}

std::size_t position_of(std::optional<bool> answer) {
    if (!answer) {
        return 2;
    }
    return *answer ? 0 : 1;
}

/// Yes, No, Not answered: each as wide as its word needs, so that the three fit a narrow column.
std::optional<std::size_t> answer_keys(const kit::Ui& ui, kit::Flow& flow, std::size_t chosen, bool enabled) {
    const std::array<std::string_view, 3> words{ui.words.text("Yes"), ui.words.text("No"),
                                                ui.words.text("Not answered")};
    const ImRect well = flow.take(ui.px(40));
    const float radius = ui.px(look::radius::control);
    kit::fill(well, ui.theme.sunken, radius);
    kit::outline(well, ui.theme.line_strong, 1, radius);
    float needed = 0;
    for (const std::string_view word : words) {
        needed += kit::text_width(ui, word, look::type::small_bold);
    }
    const float inset = ui.px(3);
    const float pad = (well.GetWidth() - 2 * inset - needed) / static_cast<float>(words.size());
    float x = well.Min.x + inset;
    std::optional<std::size_t> pressed;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const float width = kit::text_width(ui, words[i], look::type::small_bold) + pad;
        const ImRect key(std::round(x), well.Min.y + inset, std::round(x + width), well.Max.y - inset);
        const kit::Press state = kit::press(ui, key, words[i], radius - inset / 2, enabled);
        if (i == chosen) {
            kit::fill(key, ui.theme.surface, radius - inset / 2);
            kit::outline(key, ui.theme.accent, 1.5F, radius - inset / 2);
        } else if (enabled) {
            kit::draw_press_state(ui, state, radius - inset / 2);
        }
        const look::Colour ink = enabled ? ui.theme.text : ui.theme.disabled;
        kit::draw_text_centred(ui, key, words[i], i == chosen ? look::type::small_bold : look::type::small,
                               i == chosen ? ui.theme.accent : ink);
        if (!enabled) {
            kit::tooltip(ui, state, ui.words.text("This log can only be read."));
        }
        if (state.clicked && enabled) {
            pressed = i;
        }
        x += width;
    }
    return pressed;
}

std::optional<bool> answer_at(std::size_t position) {
    return position == 2 ? std::nullopt : std::optional(position == 0);
}

void draw_question(const kit::Ui& ui, const Facts& facts, HealthQuestion question, kit::Flow& flow,
                   std::optional<Profile>& changed) {
    const kit::Scope scope(scope_of(question));
    const Profile& profile = facts.snapshot.profile;
    kit::paragraph(ui, flow, question_text(ui, question), look::type::body, ui.theme.text);
    flow.gap(ui, 7);
    const auto answer = answer_to(profile, question);
    if (const auto pressed = answer_keys(ui, flow, position_of(answer), !facts.read_only)) {
        changed = with_answer(profile, question, answer_at(*pressed));
    }
    if (question == HealthQuestion::clots && answer == true && !facts.read_only) {
        flow.gap(ui, look::space::s);
        if (const auto kind = draw_clot_kinds(ui, profile, flow)) {
            changed = with_kind(profile, *kind);
        }
    }
}

std::string conditions_text(const kit::Ui& ui, Conditions conditions) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < condition_names.size(); ++i) {
        if (conditions.contains(static_cast<Condition>(i))) {
            names.push_back(words::condition_word(ui.words, static_cast<Condition>(i)));
        }
    }
    return fmt::format("{}", fmt::join(names, "; "));
}

/// What a clinician said, to what, and when; what it does not cover.
void draw_clinician(const kit::Ui& ui, const Facts& facts, kit::Flow& flow, std::optional<Profile>& changed) {
    const Profile& profile = facts.snapshot.profile;
    const Conditions open = uncovered(profile);
    if (profile.cleared_at && !profile.cleared.empty()) {
        const std::string said =
            ui.words.say("On {0} you noted that a clinician said it is fine: {1}.",
                         words::plain_date(ui.words, local_day(*profile.cleared_at), facts.today),
                         conditions_text(ui, profile.cleared));
        kit::paragraph(ui, flow, said, look::type::small, ui.theme.text);
        flow.gap(ui, look::space::xs);
    }
    if (open.empty()) {
        kit::ButtonOptions options;
        options.enabled = !facts.read_only;
        options.height_units = look::control::compact;
        if (kit::button_at(ui, flow.at, ui.words.text("Take that back"), options)) {
            changed = without_clinicians_word(profile);
        }
        flow.at.y += ui.px(look::control::compact);
        return;
    }
    kit::paragraph(ui, flow, ui.words.say("Ask a clinician first: {0}.", conditions_text(ui, open)),
                   look::type::small_bold, ui.theme.text);
    flow.gap(ui, look::space::xs);
    std::array<kit::Chip, 1> word{{{std::string(ui.words.text("A clinician said it is fine")), {}}}};
    word.front().options.enabled = !facts.read_only;
    if (kit::chips(ui, flow, "clinician", word)) {
        changed = with_clinicians_word(profile, facts.now);
    }
}

}  // namespace

std::optional<Condition> draw_clot_kinds(const kit::Ui& ui, const Profile& profile, kit::Flow& flow) {
    constexpr std::array<Condition, 2> kinds{Condition::blood_clot_history, Condition::clotting_condition};
    const bool both =
        profile.conditions.intersected(asked_by(HealthQuestion::clots)) == asked_by(HealthQuestion::clots);
    kit::paragraph(ui, flow,
                   both ? ui.words.text("Both are noted. Press one that is not true for you.")
                        : ui.words.text("This one is noted. Press the other if it is true as well."),
                   look::type::small, ui.theme.muted);
    flow.gap(ui, look::space::xs);
    std::vector<kit::Chip> chips;
    chips.push_back({std::string(ui.words.text_in("health question", "Clot in the past")), {}});
    chips.push_back({std::string(ui.words.text_in("health question", "Clots more likely")), {}});
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        chips[i].options.chosen = profile.conditions.contains(kinds[i]);
    }
    const auto pressed = kit::chips(ui, flow, "kinds", chips);
    return pressed ? std::optional(kinds[*pressed]) : std::nullopt;
}

void draw_health_card(const kit::Ui& ui, const Facts& facts, GuideState& state, kit::Flow& flow,
                      Wishes& wishes) {
    if (state.not_saved) {
        if (kit::error_banner(ui, flow, look::IconName::disk, ui.words.text("Not saved"),
                              words::sentence(ui.words, state.not_saved->failure),
                              ui.words.text("Try again"))) {
            wishes.emplace_back(Save{state.not_saved->command, Form::guide});
        }
        flow.gap(ui, look::control::card_gap);
    }
    std::optional<Profile> changed;
    {
        kit::Card card(ui, flow);
        kit::Flow& inner = card.inner;
        inner.at.y -= ui.px(look::space::xxs);
        kit::paragraph(ui, inner, ui.words.text("Your health questions"), look::type::head, ui.theme.text);
        inner.gap(ui, look::space::s);
        if (facts.read_only) {
            kit::paragraph(ui, inner,
                           ui.words.text("This log can only be read: the answers cannot be changed."),
                           look::type::small_bold, ui.theme.text);
            inner.gap(ui, look::space::s);
        }
        constexpr std::array<HealthQuestion, 3> questions{HealthQuestion::clots, HealthQuestion::fracture,
                                                          HealthQuestion::thinners};
        for (const HealthQuestion question : questions) {
            draw_question(ui, facts, question, inner, changed);
            if (question != questions.back()) {
                inner.gap(ui, 19);
            }
        }
        if (!facts.snapshot.profile.conditions.empty()) {
            card.divide();
            draw_clinician(ui, facts, inner, changed);
        }
    }
    if (changed && *changed != facts.snapshot.profile && !facts.read_only) {
        wishes.emplace_back(Save{SetProfile{*changed}, Form::guide});
    }
}

}  // namespace unknot::views
