#include "app/views/history/list.h"

#include "app/views/kit/soreness.h"
#include "app/views/kit/text.h"

#include <algorithm>

namespace unknot::views {

namespace {

constexpr float table_from = 880;  // units of width: below, a table's columns would be too narrow to read
constexpr float day_column = 106;
constexpr float time_column = 64;
constexpr float what_column = 208;
constexpr float rating_column = 98;
constexpr float icon_column = 28;
constexpr float pencil_column = 30;    // at the row's end
constexpr float place_share = 0.536F;  // of what the fixed columns leave, as in the picture
constexpr float gap = 14;              // between a text and the next column

HistoryColumns table_columns(const kit::Ui& ui, float left, float width) {
    HistoryColumns columns;
    columns.left = left;
    columns.width = width;
    columns.day = ui.px(look::control::card_pad);
    columns.time = columns.day + ui.px(day_column);
    columns.place = columns.time + ui.px(time_column);
    columns.end = width - ui.px(look::control::card_pad);
    columns.words_end = columns.end - ui.px(pencil_column);
    const float free = columns.words_end - columns.place - ui.px(what_column) - ui.px(rating_column);
    columns.what = columns.place + std::round(free * place_share);
    columns.rating = columns.what + ui.px(what_column);
    columns.detail = columns.rating + ui.px(rating_column);
    columns.place_width = columns.what - columns.place - ui.px(gap);
    columns.what_width = ui.px(what_column) - ui.px(icon_column) - ui.px(gap);
    columns.detail_width = columns.words_end - columns.detail;
    return columns;
}

HistoryColumns narrow_columns(const kit::Ui& ui, float left, float width) {
    HistoryColumns columns;
    columns.as_table = false;
    columns.left = left;
    columns.width = width;
    const float pad = ui.px(look::space::m);
    columns.day = columns.time = pad;
    columns.end = width - pad;
    columns.words_end = columns.end - ui.px(pencil_column);
    columns.what = columns.time + ui.px(58);
    columns.rating = columns.end - kit::rating_chip_width(ui);
    columns.place = columns.detail = columns.what;
    columns.place_width = columns.detail_width = columns.words_end - columns.place;
    // "before" stands between what and the chip.
    columns.what_width = columns.rating - ui.px(64) - columns.what - ui.px(icon_column);
    return columns;
}

bool same_room(const kit::Ui& ui, const HistoryList& list, const HistoryColumns& columns, LocalDay today) {
    return list.width == columns.width && list.scale == ui.scale && list.as_table == columns.as_table &&
           list.today == today;
}

void find_entries(const kit::Ui& ui, const Facts& facts, const HistoryFilter& filter, HistoryList& list) {
    list.entries = filtered(facts.snapshot, filter, ui.words);
    list.sessions = static_cast<std::size_t>(
        std::count_if(list.entries.begin(), list.entries.end(),
                      [](const LogEntry& entry) { return entry.session != nullptr; }));
    list.checkins = list.entries.size() - list.sessions;
    list.filter = filter;
    list.generation = facts.snapshot.generation;
    list.sample = facts.sample;
    list.language = ui.words.language();
}

void place_rows(const kit::Ui& ui, const Facts& facts, const HistoryColumns& columns, HistoryList& list) {
    list.rows.clear();
    list.rows.reserve(list.entries.size());
    float y = 0;
    std::optional<LocalDay> day;
    for (const LogEntry& entry : list.entries) {
        HistoryRowPlace place;
        place.begins_day = day != local_day(entry.at());
        day = local_day(entry.at());
        if (place.begins_day && !columns.as_table) {
            y += day_heading_height(ui);
        }
        place.top = y;
        place.height = room_of(ui, columns, row_texts(ui.words, facts.snapshot, entry, facts.today)).height;
        y += place.height;
        list.rows.push_back(place);
    }
    list.height = y;
    list.width = columns.width;
    list.scale = ui.scale;
    list.as_table = columns.as_table;
    list.today = facts.today;
}

/// Of the detail's lines and the mark beside them; 0 where there is neither.
float detail_height(const kit::Ui& ui, const RowTexts& texts, float width) {
    const float words = texts.detail.empty() ? 0
                                             : kit::paragraph_height(ui, texts.detail, look::type::small,
                                                                     width - signs_mark_width(ui, texts));
    return texts.signs_unanswered ? std::max(words, kit::line_height(ui, look::type::small)) : words;
}

void make_table_room(const kit::Ui& ui, const HistoryColumns& columns, const RowTexts& texts, RowRoom& room) {
    const float beside = columns.detail_width - (room.late_width > 0 ? room.late_width + ui.px(6) : 0);
    const float mark = signs_mark_width(ui, texts);
    room.late_below =
        room.late_width > 0 && mark + kit::text_width(ui, texts.detail, look::type::small) > beside;
    room.detail = detail_height(ui, texts, room.late_below ? columns.detail_width : beside);
    const float late = room.late_below ? kit::line_height(ui, look::type::small) : 0;
    room.height = std::max({ui.px(look::control::table_row), ui.px(21) + room.place, ui.px(21) + room.what,
                            ui.px(24) + room.detail + late});
}

}  // namespace

HistoryColumns columns_for(const kit::Ui& ui, float left, float width) {
    return width >= ui.px(table_from) ? table_columns(ui, left, width) : narrow_columns(ui, left, width);
}

float signs_mark_width(const kit::Ui& ui, const RowTexts& texts) {
    const float after = texts.detail.empty() ? 0 : look::space::xs;
    return texts.signs_unanswered ? ui.px(unanswered_units + after) : 0;
}

float day_heading_height(const kit::Ui& ui) {
    return ui.px(40);
}

RowRoom room_of(const kit::Ui& ui, const HistoryColumns& columns, const RowTexts& texts) {
    RowRoom room;
    room.place = kit::paragraph_height(ui, texts.place, look::type::body, columns.place_width);
    room.what = kit::paragraph_height(ui, texts.what, look::type::body_bold, columns.what_width);
    if (!texts.late.empty()) {
        room.late_width = ui.px(23) + kit::text_width(ui, texts.late, look::type::small);
    }
    if (columns.as_table) {
        make_table_room(ui, columns, texts, room);
        return room;
    }
    room.late_below = true;
    room.detail = detail_height(ui, texts, columns.detail_width);
    const float late = texts.late.empty() ? 0 : kit::line_height(ui, look::type::small);
    room.height =
        ui.px(8) + std::max(ui.px(28), room.what) + ui.px(2) + room.place + room.detail + late + ui.px(10);
    return room;
}

void update_list(const kit::Ui& ui, const Facts& facts, HistoryState& state, const HistoryColumns& columns) {
    HistoryList& list = state.list;
    const bool same_entries = list.made && list.generation == facts.snapshot.generation &&
                              list.sample == facts.sample && list.filter == state.filter &&
                              list.language == ui.words.language();
    if (same_entries && same_room(ui, list, columns, facts.today)) {
        return;
    }
    if (!same_entries) {
        find_entries(ui, facts, state.filter, list);
    }
    place_rows(ui, facts, columns, list);
    list.made = true;
}

RowRange rows_between(const HistoryList& list, float top, float bottom) {
    const auto ends_above = [](const HistoryRowPlace& row, float y) { return row.top + row.height <= y; };
    const auto first = std::lower_bound(list.rows.begin(), list.rows.end(), top, ends_above);
    const auto begins_above = [](const HistoryRowPlace& row, float y) { return row.top < y; };
    const auto last = std::lower_bound(first, list.rows.end(), bottom, begins_above);
    return {static_cast<std::size_t>(first - list.rows.begin()),
            static_cast<std::size_t>(last - list.rows.begin())};
}

}  // namespace unknot::views
