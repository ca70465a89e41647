#include "app/views/keys.h"

#include "app/views/kit/overlay.h"
#include "app/views/kit/text.h"
#include "app/views/window.h"

#include <algorithm>
#include <array>

namespace unknot::views {

namespace {

bool pressed(ImGuiKey key) {
    return ImGui::IsKeyPressed(key, false);
}

bool with_control(ImGuiKey key) {
    return ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | key);
}

bool no_modifier() {
    const ImGuiIO& io = ImGui::GetIO();
    return !io.KeyCtrl && !io.KeyAlt && !io.KeySuper;
}

/// The digit keys of both blocks, and x for 10.
std::optional<Soreness> soreness_key() {
    for (int i = 0; i <= 9; ++i) {
        if (pressed(static_cast<ImGuiKey>(ImGuiKey_0 + i)) ||
            pressed(static_cast<ImGuiKey>(ImGuiKey_Keypad0 + i))) {
            return Soreness::of(i);
        }
    }
    return pressed(ImGuiKey_X) ? Soreness::of(10) : std::nullopt;
}

void handle_plain_keys(const Facts& facts, UiState& state, Wishes& wishes) {
    if (state.screen == Screen::today) {
        if (const auto soreness = soreness_key()) {
            answer_by_key(facts, state.today, *soreness, wishes);
        } else if (pressed(ImGuiKey_N)) {
            no_signs_by_key(facts, state.today, wishes);
        }
    }
    if (pressed(ImGuiKey_R)) {
        repeat_last(facts, state.log, wishes);
    } else if (pressed(ImGuiKey_L)) {
        wishes.emplace_back(OpenLog{});
    }
    for (const unsigned c : ImGui::GetIO().InputQueueCharacters) {
        if (c == '?') {
            state.keys_shown = true;
        }
    }
}

struct Key {
    std::string_view key;
    std::string_view what;
};

/// The key and, beside it where there is room, what it does.
void draw_key(const kit::Ui& ui, kit::Flow& flow, const Key& key, float keys_width) {
    constexpr float least_units = 200;
    const bool beside = flow.width >= keys_width + ui.px(least_units);
    kit::Flow name = flow;
    kit::paragraph(ui, name, key.key, look::type::body_bold, ui.theme.text);
    kit::Flow what = flow;
    if (beside) {
        what.at.x += keys_width;
        what.width -= keys_width;
    } else {
        what.at.y = name.at.y;
    }
    kit::paragraph(ui, what, key.what, look::type::body, ui.theme.text);
    flow.at.y = std::max(name.at.y, what.at.y) + ui.px(11);
}

}  // namespace

void handle_keys(const Facts& facts, UiState& state, Wishes& wishes) {
    if (ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)) {
        return;
    }
    constexpr std::array<ImGuiKey, 7> screens{ImGuiKey_1, ImGuiKey_2, ImGuiKey_3, ImGuiKey_4,
                                              ImGuiKey_5, ImGuiKey_6, ImGuiKey_7};
    for (std::size_t i = 0; i < screens.size(); ++i) {
        if (with_control(screens[i])) {
            wishes.emplace_back(Show{static_cast<Screen>(i)});
        }
    }
    if (with_control(ImGuiKey_Comma)) {
        wishes.emplace_back(Show{Screen::settings});
    }
    if (ImGui::GetIO().WantTextInput) {
        return;
    }
    if (with_control(ImGuiKey_Z)) {
        wishes.emplace_back(TakeBack{});
    }
    if (no_modifier()) {
        handle_plain_keys(facts, state, wishes);
    }
}

void draw_keys(const kit::Ui& ui, UiState& state) {
    if (!state.keys_shown) {
        return;
    }
    const std::array<Key, 16> keys{{
        {"0 \u2026 9, x", ui.words.text("answer the check-in; x is 10")},
        {"N", ui.words.text("no warning signs, for what was just answered")},
        {"R", ui.words.text("repeat the last session")},
        {"L", ui.words.text("log a session")},
        {"1 \u2026 5", ui.words.text("in Log: the pressure, once the area is chosen")},
        {"B T S P", ui.words.text("while the timer runs: mark what you feel")},
        {"\u2190 \u2192, + \u2212", ui.words.text("in a chart: from record to record; closer, farther")},
        {ui.words.text_in("key", "Ctrl+1 \u2026 7"), ui.words.text("go to a screen")},
        {ui.words.text_in("key", "Ctrl+,"), ui.words.text("settings")},
        {ui.words.text_in("key", "Ctrl+S, Ctrl+Enter"), ui.words.text("save what is in the form")},
        {ui.words.text_in("key", "Ctrl+Z"), ui.words.text("take back the latest change")},
        {ui.words.text_in("key", "Ctrl + \u2212 0"), ui.words.text("larger, smaller, ordinary text")},
        {ui.words.text_in("key", "Ctrl+D"), ui.words.text("dark or light")},
        {ui.words.text_in("key", "Tab"), ui.words.text("to the next control; arrows move inside a row")},
        {ui.words.text_in("key", "Esc"), ui.words.text("close what lies on top")},
        {"?", ui.words.text("show these keys")},
    }};
    const kit::DialogTexts texts{ui.words.text("Keys"), {}, ui.words.text("Close"), {}, true};
    const auto answer = kit::dialog(ui, "keys", texts, [&](kit::Flow& flow) {
        float keys_width = ui.px(150);
        for (const Key& key : keys) {
            keys_width = std::max(
                keys_width, kit::text_width(ui, key.key, look::type::body_bold) + ui.px(look::space::m));
        }
        for (const Key& key : keys) {
            draw_key(ui, flow, key, keys_width);
        }
    });
    if (answer != kit::DialogAnswer::none) {
        state.keys_shown = false;
    }
}

}  // namespace unknot::views
