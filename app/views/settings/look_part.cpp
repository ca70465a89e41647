#include "app/views/kit/button.h"
#include "app/views/kit/card.h"
#include "app/views/kit/field.h"
#include "app/views/kit/text.h"
#include "app/views/settings/parts.h"
#include "app/views/settings/rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace unknot::views {

namespace {

constexpr int size_step = 10;  // per cent
constexpr float toggle_width = 40;
constexpr float toggle_height = 24;

/// A language in its own words: who chose the wrong one must find the way back.
std::string language_name(const std::string& language) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> names{
        {{"en", "English"}, {"de", "Deutsch"}, {"es", "Espa\u00f1ol"}, {"fr", "Fran\u00e7ais"}}};
    for (const auto& [id, name] : names) {
        if (id == language) {
            return std::string(name);
        }
    }
    return language;
}

void draw_theme_row(const kit::Ui& ui, const Preferences& preferences, kit::Flow& flow, Wishes& wishes) {
    const std::array<std::string, 3> themes{std::string(ui.words.text_in("theme", "As the desktop")),
                                            std::string(ui.words.text_in("theme", "Light")),
                                            std::string(ui.words.text_in("theme", "Dark"))};
    const ImRect rect = setting_row(ui, flow, ui.words.text("Colours"), {}, kit::segmented_width(ui, themes));
    const auto pressed =
        kit::segmented(ui, rect, "theme", themes, static_cast<std::size_t>(preferences.theme));
    if (pressed && static_cast<ThemeChoice>(*pressed) != preferences.theme) {
        Preferences next = preferences;
        next.theme = static_cast<ThemeChoice>(*pressed);
        wishes.emplace_back(Choose{next});
    }
}

void draw_size_row(const kit::Ui& ui, const Preferences& preferences, kit::Flow& flow, Wishes& wishes) {
    const int now = static_cast<int>(std::lround(preferences.text_scale * 100));
    const float button = ui.px(look::control::height);
    const float words = ui.px(84);
    const ImRect rect = setting_row(
        ui, flow, ui.words.text("Text size"),
        ui.words.text("On top of the desktop\u2019s own size. Ctrl and + or \u2212 change it too."),
        2 * button + words);
    const auto step = [&](float x, look::IconName icon, std::string_view label, int by) {
        kit::ButtonOptions options;
        options.icon = icon;
        options.icon_only = true;
        options.enabled =
            now + by >= std::lround(smallest_text * 100) && now + by <= std::lround(largest_text * 100);
        if (kit::button(ui, {x, rect.Min.y, x + button, rect.Max.y}, label, options)) {
            Preferences next = preferences;
            next.text_scale = static_cast<double>(now + by) / 100;
            wishes.emplace_back(Choose{next});
        }
    };
    step(rect.Min.x, look::IconName::minus, ui.words.text("Smaller text"), -size_step);
    kit::draw_text_centred(ui, {rect.Min.x + button, rect.Min.y, rect.Max.x - button, rect.Max.y},
                           ui.words.say("{0} %", now), look::type::body_bold, ui.theme.text);
    step(rect.Max.x - button, look::IconName::plus, ui.words.text("Larger text"), size_step);
}

void draw_language_row(const kit::Ui& ui, const Upkeep& upkeep, kit::Flow& flow, Wishes& wishes) {
    const std::string as_desktop(ui.words.text_in("language", "As the desktop"));
    const std::string& chosen = upkeep.preferences.language;
    std::vector<kit::DropdownItem> items{{as_desktop, {}, chosen.empty()}};
    for (const std::string& language : upkeep.languages) {
        items.push_back({language_name(language), {}, language == chosen});
    }
    const ImRect rect = setting_row(ui, flow, ui.words.text("Language"), {}, ui.px(240));
    const auto pressed = kit::dropdown(ui, rect, ui.words.text("Language"),
                                       chosen.empty() ? as_desktop : language_name(chosen), items);
    if (pressed) {
        Preferences next = upkeep.preferences;
        next.language = *pressed == 0 ? std::string() : upkeep.languages[*pressed - 1];
        wishes.emplace_back(Choose{next});
    }
}

void draw_sound_row(const kit::Ui& ui, const Preferences& preferences, kit::Flow& flow, Wishes& wishes) {
    const std::string_view name = ui.words.text("Sound of the timer");
    const ImRect rect = setting_row(
        ui, flow, name,
        ui.words.text("One short sound of the desktop\u2019s own when the time you set is reached. Where the "
                      "desktop has no sounds, or they are off, it is silent."),
        ui.px(toggle_width));
    if (kit::toggle(ui, rect.Max.x, rect.GetCenter().y - ui.px(toggle_height) / 2, name,
                    preferences.timer_sound)) {
        Preferences next = preferences;
        next.timer_sound = !preferences.timer_sound;
        wishes.emplace_back(Choose{next});
    }
}

}  // namespace

void draw_look_part(const kit::Ui& ui, const Upkeep& upkeep, kit::Flow& flow, Wishes& wishes) {
    kit::Card card(ui, flow);
    draw_theme_row(ui, upkeep.preferences, card.inner, wishes);
    card.divide();
    draw_size_row(ui, upkeep.preferences, card.inner, wishes);
    if (upkeep.languages.size() > 1) {
        card.divide();
        draw_language_row(ui, upkeep, card.inner, wishes);
    }
    card.divide();
    draw_sound_row(ui, upkeep.preferences, card.inner, wishes);
}

}  // namespace unknot::views
