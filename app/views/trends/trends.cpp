#include "app/views/trends/trends.h"

#include "app/views/kit/button.h"
#include "app/views/kit/card.h"
#include "app/views/kit/field.h"
#include "app/views/kit/page.h"
#include "app/views/kit/text.h"
#include "app/views/trends/cards.h"
#include "app/views/trends/copying.h"
#include "app/views/trends/data.h"
#include "app/words/flags.h"
#include "app/words/phrases.h"

#include <algorithm>
#include <array>

namespace unknot::views {

namespace {

constexpr float area_units = 376;
constexpr float least_area_units = 270;
constexpr float badge_units = 20;

std::array<std::string, 4> range_words(const kit::Ui& ui) {
    return {std::string(ui.words.text("4 weeks")), std::string(ui.words.text("8 weeks")),
            std::string(ui.words.text("6 months")), std::string(ui.words.text_in("range of days", "All"))};
}

/// The track's tier and since when, with **stars** round what is bold; empty where it has none.
std::string tier_text(const kit::Ui& ui, const Facts& facts, const charts::TrackSeries* series) {
    const guidance::TrackGuidance* track = series == nullptr ? nullptr : facts.guidance.find(series->key);
    if (track == nullptr || track->tier == guidance::Tier::none) {
        return {};
    }
    std::optional<LocalDay> since;
    for (const guidance::Flag& flag : track->flags) {
        if (flag.tier == track->tier && flag.since) {
            since = since ? std::min(*since, *flag.since) : *flag.since;
        }
    }
    const std::string word(words::tier_word(ui.words, track->tier));
    return since ? ui.words.say("**{0}** since {1}", word, words::short_date(ui.words, *since, facts.today))
                 : "**" + word + "**";
}

float tier_width(const kit::Ui& ui, const std::string& text) {
    return text.empty() ? 0 : ui.px(badge_units + 8 + 18) + kit::text_width(ui, text, look::type::small_bold);
}

void draw_tier(const kit::Ui& ui, guidance::Tier tier, const std::string& text, const ImRect& rect) {
    const float size = ui.px(badge_units);
    const float top = std::round(rect.GetCenter().y - size / 2);
    kit::draw_badge(ui, tier, {rect.Min.x, top}, size);
    const float line = kit::line_height(ui, look::type::small);
    kit::Flow flow{{rect.Min.x + size + ui.px(8), std::round(rect.GetCenter().y - line / 2)},
                   rect.GetWidth()};
    kit::rich_paragraph(ui, flow, text, look::type::small, look::type::small_bold,
                        kit::tier_colours(ui.theme, tier).ink);
}

void draw_area_choice(const kit::Ui& ui, const Facts& facts, TrendsState& state, const ImRect& rect) {
    const AreaCatalogue& areas = *facts.snapshot.catalogue;
    const charts::TrackSeries* shown = shown_track(state);
    std::vector<kit::DropdownItem> items{{std::string(ui.words.text("All areas")), {}, shown == nullptr}};
    for (const charts::TrackSeries& series : state.data.all) {
        const bool flagged = series.tier != guidance::Tier::none;
        items.push_back({words::place(ui.words, areas, series.key.area, series.key.side),
                         flagged ? std::string(words::tier_word(ui.words, series.tier)) : std::string(),
                         shown == &series});
    }
    const std::string name = shown == nullptr
                                 ? std::string(ui.words.text("All areas"))
                                 : words::place(ui.words, areas, shown->key.area, shown->key.side);
    kit::DropdownOptions options;
    options.searchable = items.size() > 8;
    const auto pressed = kit::dropdown(ui, rect, ui.words.text("Area"), name, items, options);
    if (pressed && *pressed == 0) {
        choose_all_areas(state);
    } else if (pressed) {
        choose_track(state, state.data.all.at(*pressed - 1).key);
    }
}

void draw_range_choice(const kit::Ui& ui, TrendsState& state, const ImRect& rect) {
    const std::array<std::string, 4> ranges = range_words(ui);
    const auto chosen = state.window ? std::nullopt : std::optional(static_cast<std::size_t>(state.range));
    if (const auto pressed = kit::segmented(ui, rect, "range", ranges, chosen)) {
        choose_range(state, static_cast<TrendsRange>(*pressed));
    }
}

/// The same where the words have no room beside each other.
void draw_range_list(const kit::Ui& ui, TrendsState& state, const ImRect& rect) {
    const std::array<std::string, 4> ranges = range_words(ui);
    const auto chosen = static_cast<std::size_t>(state.range);
    std::vector<kit::DropdownItem> items;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        items.push_back({ranges[i], {}, !state.window && i == chosen});
    }
    const std::string shown = state.window ? std::string(ui.words.text("Another range")) : ranges[chosen];
    if (const auto pressed = kit::dropdown(ui, rect, ui.words.text("Range"), shown, items)) {
        choose_range(state, static_cast<TrendsRange>(*pressed));
    }
}

std::string_view table_word(const kit::Ui& ui, const TrendsState& state) {
    return state.as_table ? ui.words.text("Show as charts") : ui.words.text("Show as a table");
}

void draw_table_switch(const kit::Ui& ui, TrendsState& state, const ImRect& rect, bool with_word) {
    kit::ButtonOptions options;
    options.icon = state.as_table ? look::IconName::trends : look::IconName::history;
    options.icon_only = !with_word;
    if (kit::button(ui, rect, table_word(ui, state), options)) {
        state.as_table = !state.as_table;
        forget_cursors(state);
    }
}

/// How wide the two buttons are, in pixels: square ones, or with their words.
struct ButtonWidths {
    float table = 0;
    float copy = 0;
    bool words = false;
    float sum = 0;

    ButtonWidths(const kit::Ui& ui, const TrendsState& state, bool with_words) : words(with_words) {
        kit::ButtonOptions options;
        options.icon = look::IconName::copy;
        options.icon_only = !with_words;
        table = kit::button_width(ui, table_word(ui, state), options);
        copy = kit::button_width(ui, copy_word(ui.words), options);
        sum = table + ui.px(look::space::xs) + copy;
    }
};

/// How to show it, and what to take away, from `left` on.
void draw_buttons(const kit::Ui& ui, const Facts& facts, TrendsState& state, const ButtonWidths& widths,
                  float left, float top, Wishes& wishes) {
    const float bottom = top + ui.px(look::control::height);
    draw_table_switch(ui, state, {left, top, left + widths.table, bottom}, widths.words);
    left += widths.table + ui.px(look::space::xs);
    draw_copy_menu(ui, facts, state, {left, top, left + widths.copy, bottom}, widths.words, wishes);
}

/// The controls of the header: all in its line where they have room, else the range in a line of its own.
struct Header {
    std::string tier;
    float range = 0;
    ButtonWidths buttons;
    float gap = 0;
    bool one_line = false;
};

Header measure_header(const kit::Ui& ui, const Facts& facts, const TrendsState& state, float width) {
    Header header{tier_text(ui, facts, shown_track(state)), kit::segmented_width(ui, range_words(ui)),
                  ButtonWidths(ui, state, false), ui.px(look::space::m)};
    const look::TextStyle& style = ui.narrow() ? look::type::title : look::type::display;
    const float title = kit::text_width(ui, ui.words.text("Trends"), style) + 3 * header.gap;
    const float others =
        title + ui.px(least_area_units) + tier_width(ui, header.tier) + header.range + 2 * header.gap;
    header.one_line = others + header.buttons.sum <= width;
    const ButtonWidths with_words(ui, state, true);
    const float beside = header.one_line ? others : header.range + ui.px(look::space::s);
    if (beside + with_words.sum <= width) {
        header.buttons = with_words;
    }
    return header;
}

void draw_first_line(const kit::Ui& ui, const Facts& facts, TrendsState& state, const Header& header,
                     const ImRect& controls, Wishes& wishes) {
    const float height = ui.px(look::control::height);
    const float top = std::round(controls.GetCenter().y - height / 2);
    float right = controls.Max.x;
    if (header.one_line) {
        draw_range_choice(ui, state, {right - header.range, top, right, top + height});
        right -= header.range + ui.px(look::space::s);
        draw_buttons(ui, facts, state, header.buttons, right - header.buttons.sum, top, wishes);
        right -= header.buttons.sum + header.gap;
    }
    const float tier = header.one_line ? tier_width(ui, header.tier) : 0;
    const float left = controls.Min.x;
    const float area = std::min(ui.px(area_units), right - left - tier);
    draw_area_choice(ui, facts, state, {left, top, left + area, top + height});
    // Another choice may have been made a moment ago, in this frame.
    const charts::TrackSeries* const shown = shown_track(state);
    if (tier > 0 && shown != nullptr) {
        draw_tier(ui, shown->tier, header.tier, {left + area + ui.px(18), top, right, top + height});
    }
}

void draw_second_line(const kit::Ui& ui, const Facts& facts, TrendsState& state, const Header& header,
                      kit::Flow& flow, Wishes& wishes) {
    const float height = ui.px(look::control::height);
    const float gap = ui.px(look::space::s);
    const float room = flow.width - header.buttons.sum - gap;
    const float range = std::min(header.range, room);
    const ImRect row = flow.take(height);
    const ImRect choice(row.Min.x, row.Min.y, row.Min.x + range, row.Max.y);
    if (header.range <= room) {
        draw_range_choice(ui, state, choice);
    } else {
        draw_range_list(ui, state, choice);
    }
    draw_buttons(ui, facts, state, header.buttons, row.Min.x + range + gap, row.Min.y, wishes);
    flow.gap(ui, look::space::s);
    const charts::TrackSeries* const shown = shown_track(state);
    if (!header.tier.empty() && shown != nullptr) {
        draw_tier(ui, shown->tier, header.tier, flow.take(ui.px(26)));
        flow.gap(ui, look::space::s);
    }
}

void draw_track(const kit::Ui& ui, const Facts& facts, TrendsState& state, const charts::TrackSeries& series,
                kit::Flow& flow, Wishes& wishes) {
    draw_timeline_card(ui, state, series, flow, wishes);
    flow.gap(ui, look::control::column_gap);
    kit::Columns both = kit::columns(ui, flow, 1, 1);
    draw_dose_card(ui, state, series, both.first, wishes);
    both.first.gap(ui, look::control::column_gap);
    draw_back_off_card(ui, facts, state, series, both.first);
    if (!both.side_by_side) {
        both.second.at.y = both.first.at.y + ui.px(look::control::column_gap);
    }
    draw_areas_card(ui, facts, state, both.second);
    flow.at.y = std::max(both.first.at.y, both.second.at.y);
}

/// Body and small pictures beside each other, the calendar below. As a table all of them say the same of each
/// area, so the body has none of its own.
void draw_all_areas(const kit::Ui& ui, const Facts& facts, TrendsState& state, kit::Flow& flow,
                    Wishes& wishes) {
    if (state.as_table) {
        draw_areas_card(ui, facts, state, flow);
    } else {
        kit::Columns both = kit::columns(ui, flow, 1, 1);
        draw_body_card(ui, facts, state, both.first);
        if (!both.side_by_side) {
            both.second.at.y = both.first.at.y + ui.px(look::control::column_gap);
        }
        draw_areas_card(ui, facts, state, both.second);
        flow.at.y = std::max(both.first.at.y, both.second.at.y);
    }
    flow.gap(ui, look::control::column_gap);
    draw_calendar_card(ui, facts, state, flow, wishes);
}

/// A long table moves under keys that nothing on the page needs.
void scroll_page_by_key(bool as_table) {
    const float page = ImGui::GetWindowHeight() * 0.85F;
    const bool text = ImGui::GetIO().WantTextInput;
    if (ImGui::IsKeyPressed(ImGuiKey_PageDown) && !text) {
        ImGui::SetScrollY(std::min(ImGui::GetScrollY() + page, ImGui::GetScrollMaxY()));
    } else if (ImGui::IsKeyPressed(ImGuiKey_PageUp) && !text) {
        ImGui::SetScrollY(std::max(ImGui::GetScrollY() - page, 0.0F));
    } else if (as_table && !text && ImGui::IsKeyPressed(ImGuiKey_Home, false)) {
        ImGui::SetScrollY(0);
    } else if (as_table && !text && ImGui::IsKeyPressed(ImGuiKey_End, false)) {
        ImGui::SetScrollY(ImGui::GetScrollMaxY());
    }
}

void draw_empty(const kit::Ui& ui, kit::Flow& flow, Wishes& wishes) {
    if (kit::empty_state(ui, flow, ui.words.text("Nothing logged yet"),
                         ui.words.text("After a session and a check-in the day after, this shows how the "
                                       "soreness went and what it followed."),
                         ui.words.text("Log a session"), look::IconName::log)) {
        wishes.emplace_back(OpenLog{});
    }
}

}  // namespace

void draw_trends(const kit::Ui& ui, const Facts& facts, TrendsState& state, const ImRect& area,
                 Wishes& wishes) {
    refresh_data(facts, state);
    kit::Page page(ui, area, "trends");
    const std::string_view title = ui.words.text("Trends");
    if (state.data.all.empty()) {
        page.header(title, {}, 0);
        kit::Flow flow = page.begin_content();
        draw_empty(ui, flow, wishes);
        page.end_content(flow.at.y);
        return;
    }
    const Header header = measure_header(ui, facts, state, page.right() - page.left());
    const ImRect controls = page.header(title, {}, ui.px(header.one_line ? area_units : least_area_units));
    draw_first_line(ui, facts, state, header, controls, wishes);
    kit::Flow flow = page.begin_content();
    if (!header.one_line) {
        draw_second_line(ui, facts, state, header, flow, wishes);
    }
    if (const charts::TrackSeries* series = shown_track(state)) {
        draw_track(ui, facts, state, *series, flow, wishes);
    } else {
        draw_all_areas(ui, facts, state, flow, wishes);
    }
    scroll_page_by_key(state.as_table);
    page.end_content(flow.at.y);
}

}  // namespace unknot::views
