#include "app/views/today/warning_signs.h"

#include "app/views/kit/button.h"
#include "app/words/phrases.h"

#include <string>
#include <vector>

namespace unknot::views {

namespace {

constexpr Symptoms common{Symptom::numbness, Symptom::new_weakness};

/// The signs that have a chip now, those reported before the others.
std::vector<Symptom> signs_shown(const std::optional<Symptoms>& chosen, Symptoms reported, bool all) {
    const Symptoms wanted = reported.united(common).united(chosen.value_or(Symptoms{}));
    std::vector<Symptom> first;
    std::vector<Symptom> others;
    for (std::size_t i = 0; i < symptom_names.size(); ++i) {
        const auto sign = static_cast<Symptom>(i);
        if (all || wanted.contains(sign)) {
            (reported.contains(sign) ? first : others).push_back(sign);
        }
    }
    first.insert(first.end(), others.begin(), others.end());
    return first;
}

}  // namespace

SignsPressed warning_signs(const kit::Ui& ui, kit::Flow& flow, std::string_view id,
                           const std::optional<Symptoms>& chosen, Symptoms reported, bool all) {
    const std::vector<Symptom> signs = signs_shown(chosen, reported, all);
    std::vector<kit::Chip> chips;
    kit::ChipOptions none;
    none.chosen = chosen && chosen->empty();
    none.key = "N";
    chips.push_back({std::string(ui.words.text("No warning signs")), none});
    for (const Symptom sign : signs) {
        kit::ChipOptions options;
        options.chosen = chosen && chosen->contains(sign);
        chips.push_back({std::string(words::symptom_word(ui.words, sign)), options});
    }
    if (signs.size() < symptom_names.size()) {
        chips.push_back({std::string(ui.words.text_in("warning signs", "More")), {}});
    }
    const auto pressed = kit::chips(ui, flow, id, chips);
    if (!pressed) {
        return {};
    }
    if (*pressed == 0) {
        return NoSigns{};
    }
    return *pressed <= signs.size() ? SignsPressed(signs[*pressed - 1]) : SignsPressed(MoreSigns{});
}

}  // namespace unknot::views
