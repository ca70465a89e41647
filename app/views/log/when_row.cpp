#include "app/domain/text.h"
#include "app/views/kit/button.h"
#include "app/views/kit/field.h"
#include "app/views/kit/text.h"
#include "app/views/log/form.h"
#include "app/words/phrases.h"

#include <algorithm>
#include <array>

namespace unknot::views {

namespace {

/// What the first items of the list of moments mean.
enum class Moment : std::uint8_t { now, today, yesterday_evening, another };

constexpr int evening_hour = 20;

WallClock at_hour(const CalendarDate& date, int hour) {
    WallClock clock;
    clock.date = date;
    clock.hour = hour;
    return clock;
}

/// The date on the wall, which after midnight is not yet the rules' day.
LocalDay wall_date(const Instant& now) {
    return *local_day(wall_clock(now).date);
}

void choose_moment(LogForm& form, Moment moment) {
    LogDraft& draft = form.draft();
    const LocalDay date = wall_date(form.facts.now);
    switch (moment) {
        case Moment::now:
            draft.at_now = true;
            draft.day_text.clear();
            draft.time_text.clear();
            break;
        case Moment::today:
            set_moment(draft, at_hour(calendar_date(date), 0));
            draft.time_text.clear();
            form.state.focus_time = true;
            break;
        case Moment::yesterday_evening:
            set_moment(draft, at_hour(calendar_date(date - 1), evening_hour));
            break;
        case Moment::another:
            draft.at_now = false;
            draft.day_text.clear();
            draft.time_text.clear();
            form.state.focus_day = true;
            break;
    }
}

/// "Now", or the moment of the fields as people say it.
std::string shown_moment(const LogForm& form) {
    const LogDraft& draft = form.draft();
    if (draft.at_now) {
        return std::string(form.ui.words.text("Now"));
    }
    const std::optional<LocalDay> day = parse_iso_day(draft.day_text);
    if (!day) {
        return std::string(form.ui.words.text("Another time"));
    }
    const std::string date = words::weekday_date(form.ui.words, *day, form.facts.today);
    return draft.time_text.empty() ? date : form.ui.words.say("{0}, {1}", date, draft.time_text);
}

/// In the order of `Moment`.
std::array<std::string_view, 4> moment_words(const kit::Ui& ui) {
    return {ui.words.text("Now"), ui.words.text("Earlier today"), ui.words.text("Yesterday evening"),
            ui.words.text("Another day")};
}

/// Room for every moment that the field may show.
float when_width(const LogForm& form) {
    const kit::Ui& ui = form.ui;
    float widest = kit::text_width(ui, shown_moment(form), look::type::body);
    for (const std::string_view word : moment_words(ui)) {
        widest = std::max(widest, kit::text_width(ui, word, look::type::body));
    }
    return widest + ui.px(80);  // the icon and the arrow
}

void draw_when(LogForm& form, const ImRect& rect) {
    const kit::Ui& ui = form.ui;
    std::vector<kit::DropdownItem> items;
    for (const std::string_view word : moment_words(ui)) {
        items.push_back({std::string(word), {}, items.empty() && form.draft().at_now});
    }
    kit::DropdownOptions options;
    options.icon = look::IconName::clock;
    if (const auto pressed =
            kit::dropdown(ui, rect, ui.words.text("When"), shown_moment(form), items, options)) {
        choose_moment(form, static_cast<Moment>(*pressed));
    }
}

struct MomentFields {
    ImRect day, time;
};

/// Side by side, each with room for its example; below each other where that is too much for one line.
MomentFields moment_fields(const kit::Ui& ui, kit::Flow& row) {
    const float around = ui.px(60);  // the icon and the edges
    const float day = kit::text_width(ui, ui.words.text("like 2026-11-21"), look::type::body) + around;
    const float time = kit::text_width(ui, ui.words.text("like 19:40"), look::type::body) + around;
    const float gap = ui.px(look::space::xs);
    const ImRect line = row.take(ui.px(look::control::height));
    if (day + gap + time > row.width) {
        row.gap(ui, look::space::xs);
        return {line, row.take(ui.px(look::control::height))};
    }
    const float left = line.Min.x + day + gap;
    return {{line.Min.x, line.Min.y, line.Min.x + day, line.Max.y},
            {left, line.Min.y, left + time, line.Max.y}};
}

/// The two fields of a past moment, below the row.
void draw_moment_fields(LogForm& form, kit::Flow& row) {
    const kit::Ui& ui = form.ui;
    LogDraft& draft = form.draft();
    row.gap(ui, look::space::xs);
    const MomentFields places = moment_fields(ui, row);
    kit::FieldOptions options;
    options.accepted = form.complaint(Field::started_at).empty();
    options.most_bytes = 32;
    options.hint = ui.words.text("like 2026-11-21");
    options.icon = look::IconName::calendar;
    options.take_focus = form.state.focus_day;
    const kit::FieldEdit day = kit::text_field(ui, places.day, ui.words.text("Day"), draft.day_text, options);
    options.hint = ui.words.text("like 19:40");
    options.take_focus = form.state.focus_time;
    options.icon = look::IconName::clock;
    const kit::FieldEdit time =
        kit::text_field(ui, places.time, ui.words.text("Time of day"), draft.time_text, options);
    form.state.focus_day = false;
    form.state.focus_time = false;
    if (day.active || time.active) {
        form.state.typing = Field::started_at;
    } else if (form.state.typing == Field::started_at) {
        form.state.typing.reset();
    }
    row.gap(ui, look::space::xxs);
    kit::paragraph(ui, row, ui.words.text("When it began."), look::type::small, ui.theme.muted);
}

/// What was used before, then what many people use.
std::vector<std::string> tool_names(const LogForm& form) {
    std::vector<std::string> names = form.facts.snapshot.tools;
    const words::Catalogue& words = form.ui.words;
    for (const std::string_view usual : {words.text("Lacrosse ball"), words.text("Tennis ball"),
                                         words.text("Roller"), words.text("Hands")}) {
        if (std::find(names.begin(), names.end(), usual) == names.end()) {
            names.emplace_back(usual);
        }
    }
    return names;
}

void draw_tool(LogForm& form, const ImRect& rect) {
    const kit::Ui& ui = form.ui;
    LogDraft& draft = form.draft();
    const std::string_view label = ui.words.text("Tool");
    if (form.state.tool_typed) {
        kit::FieldOptions options;
        options.icon = look::IconName::tool;
        options.hint = label;
        options.accepted = form.complaint(Field::tool).empty();
        options.take_focus = form.state.focus_tool;
        options.most_bytes = 1024;
        form.state.focus_tool = false;
        const kit::FieldEdit edit = kit::text_field(ui, rect, label, draft.tool, options);
        form.state.tool_typed = !edit.entered && !(edit.left && draft.tool.empty());
        return;
    }
    const std::vector<std::string> names = tool_names(form);
    std::vector<kit::DropdownItem> items;
    items.push_back({std::string(ui.words.text("Another tool")), {}, false});
    items.push_back({std::string(ui.words.text("Not recorded")), {}, draft.tool.empty()});
    for (const std::string& name : names) {
        items.push_back({name, {}, name == draft.tool});
    }
    kit::DropdownOptions options;
    options.icon = look::IconName::tool;
    options.if_empty = label;
    const auto pressed = kit::dropdown(ui, rect, label, draft.tool, items, options);
    if (!pressed) {
        return;
    }
    if (*pressed == 0) {
        draft.tool.clear();
        form.state.tool_typed = true;
        form.state.focus_tool = true;
    } else {
        draft.tool = *pressed == 1 ? std::string() : names[*pressed - 2];
    }
}

/// Closed, the note is a field that opens; what is written stands below the row, where it has room.
void draw_note_opener(LogForm& form, const ImRect& rect) {
    const kit::Ui& ui = form.ui;
    const float radius = ui.px(look::radius::control);
    const kit::Press state = kit::press(ui, rect, ui.words.text("Note"), radius);
    kit::fill(rect, ui.theme.surface, radius);
    kit::draw_press_state(ui, state, radius);
    kit::outline(rect, ui.theme.line_strong, 1, radius);
    const float icon = ui.px(look::control::icon);
    kit::draw_icon(look::IconName::note, {rect.Min.x + ui.px(12), std::round(rect.GetCenter().y - icon / 2)},
                   icon, ui.theme.muted);
    kit::draw_text_middle(ui, rect, rect.Min.x + ui.px(42), ui.words.text("Note"), look::type::body,
                          ui.theme.muted);
    if (state.clicked) {
        form.state.note_open = true;
        form.state.focus_note = true;
    }
}

void draw_note(LogForm& form, kit::Flow& row) {
    const kit::Ui& ui = form.ui;
    LogDraft& draft = form.draft();
    kit::FieldOptions options;
    options.icon = look::IconName::note;
    options.hint = ui.words.text("Note");
    options.multi_line = true;
    options.accepted = form.complaint(Field::note).empty();
    options.most_bytes = longest_note;
    options.take_focus = form.state.focus_note;
    form.state.focus_note = false;
    row.gap(ui, look::space::xs);
    const kit::FieldEdit edit =
        kit::text_field(ui, row.take(ui.px(132)), ui.words.text("Note"), draft.note, options);
    kit::field_reading(ui, row, draft.note);
    form.state.note_open = !(edit.left && draft.note.empty());
}

}  // namespace

void draw_when_row(LogForm& form, kit::Flow& flow) {
    const kit::Ui& ui = form.ui;
    kit::Flow row = begin_row(form, flow, ui.words.text("When, with"));
    const bool note_below = form.state.note_open || !form.draft().note.empty();
    const float gap = ui.px(look::space::xs);
    const int parts = note_below ? 2 : 3;
    // As many side by side as have room for "Yesterday evening"; what is left over takes a line of its own.
    const float least = std::max(ui.px(160), when_width(form));
    const int columns = std::clamp(static_cast<int>((row.width + gap) / (least + gap)), 1, parts);
    const float width =
        std::floor((row.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
    const float height = ui.px(look::control::height);
    const auto place = [&](int index) {
        const int column = index % columns;
        const float x = row.at.x + static_cast<float>(column) * (width + gap);
        const int line = index / columns;
        const float y = row.at.y + static_cast<float>(line) * (height + gap);
        const bool last_of_line = column + 1 == columns || index + 1 == parts;
        return ImRect(x, y, last_of_line ? row.right() : x + width, y + height);
    };
    draw_when(form, place(0));
    draw_tool(form, place(1));
    if (!note_below) {
        draw_note_opener(form, place(2));
    }
    row.at.y = place(parts - 1).Max.y;
    if (form.state.tool_typed) {
        kit::field_reading(ui, row, form.draft().tool);
    }
    if (!form.draft().at_now) {
        draw_moment_fields(form, row);
    }
    if (note_below) {
        draw_note(form, row);
    }
    const Field wrong = !form.complaint(Field::started_at).empty() ? Field::started_at
                        : !form.complaint(Field::tool).empty()     ? Field::tool
                                                                   : Field::note;
    end_row(form, flow, row, wrong);
}

}  // namespace unknot::views
