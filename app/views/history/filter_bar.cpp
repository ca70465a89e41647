#include "app/views/history/filter_bar.h"

#include "app/domain/text.h"
#include "app/views/kit/button.h"
#include "app/views/kit/field.h"
#include "app/views/kit/overlay.h"
#include "app/views/kit/text.h"
#include "app/words/phrases.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace unknot::views {

namespace {

/// The ranges that the list offers, counted in days that end today.
struct Preset {
    std::string label;
    std::optional<LocalDay> from;
};

std::vector<Preset> presets(const kit::Ui& ui, LocalDay today) {
    const CalendarDate first_of_year{calendar_date(today).year, 1, 1};
    return {{std::string(ui.words.text("All days")), std::nullopt},
            {ui.words.plural("Last {0} day", "Last {0} days", 7), today - 6},
            {ui.words.plural("Last {0} day", "Last {0} days", 28), today - 27},
            {ui.words.plural("Last {0} day", "Last {0} days", 90), today - 89},
            {std::string(ui.words.text("This year")), local_day(first_of_year)}};
}

void draw_search(const kit::Ui& ui, HistoryState& state, const ImRect& rect) {
    kit::FieldOptions options;
    options.icon = look::IconName::search;
    options.hint = ui.words.text("Search notes, tools, areas");
    if (kit::text_field(ui, rect, ui.words.text("Search the history"), state.filter.words, options).changed) {
        state.told.clear();
    }
}

void draw_area_choice(const kit::Ui& ui, const Facts& facts, HistoryState& state, const ImRect& rect) {
    std::vector<std::string> ids{{}};
    std::vector<kit::DropdownItem> items{
        {std::string(ui.words.text("All areas")), {}, state.filter.area.empty()}};
    for (const auto& [id, records] : facts.snapshot.areas) {
        ids.push_back(id);
        items.push_back({words::area_name(ui.words, *facts.snapshot.catalogue, id),
                         std::to_string(records->sessions.size() + records->checkins.size()),
                         state.filter.area == id});
    }
    const std::string shown = state.filter.area.empty()
                                  ? std::string(ui.words.text("All areas"))
                                  : words::area_name(ui.words, *facts.snapshot.catalogue, state.filter.area);
    kit::DropdownOptions options;
    options.searchable = items.size() > 8;
    if (const auto pressed = kit::dropdown(ui, rect, ui.words.text("Area"), shown, items, options)) {
        state.filter.area = ids[*pressed];
        state.told.clear();
    }
}

void draw_range_choice(const kit::Ui& ui, const Facts& facts, HistoryState& state, const ImRect& rect) {
    const std::vector<Preset> all = presets(ui, facts.today);
    std::vector<kit::DropdownItem> items;
    items.reserve(all.size() + 1);
    for (const Preset& preset : all) {
        items.push_back({preset.label, {}, state.filter.from == preset.from && !state.filter.to});
    }
    items.push_back({std::string(ui.words.text("Between two dates\u2026")), {}, state.filter.to.has_value()});
    kit::DropdownOptions options;
    options.icon = look::IconName::calendar;
    const auto pressed = kit::dropdown(ui, rect, ui.words.text("Range of days"),
                                       range_text(ui.words, state.filter, facts.today), items, options);
    if (!pressed) {
        return;
    }
    state.told.clear();
    if (*pressed < all.size()) {
        state.filter.from = all[*pressed].from;
        state.filter.to.reset();
        return;
    }
    DateRangeDraft draft;
    draft.from = state.filter.from ? to_iso(*state.filter.from) : std::string();
    draft.to = state.filter.to ? to_iso(*state.filter.to) : std::string();
    state.range = std::move(draft);
}

void draw_kinds(const kit::Ui& ui, HistoryState& state, const ImRect& rect,
                const std::array<std::string, 3>& kinds) {
    const auto chosen = static_cast<std::size_t>(state.filter.kind);
    if (const auto pressed = kit::segmented(ui, rect, "kinds", kinds, chosen)) {
        state.filter.kind = static_cast<HistoryFilter::Kind>(*pressed);
        state.told.clear();
    }
}

/// Places controls from left to right, in the next line where one does not fit.
class Line {
public:
    Line(const kit::Ui& ui, kit::Flow& flow)
        : flow_(flow), gap_(ui.px(look::space::s)), height_(ui.px(look::control::height)), x_(flow.at.x) {}

    ImRect next(float width) {
        width = std::min(width, flow_.width);
        if (x_ > flow_.at.x && x_ + width > flow_.right()) {
            x_ = flow_.at.x;
            flow_.at.y += height_ + gap_;
        }
        const ImRect rect(x_, flow_.at.y, x_ + width, flow_.at.y + height_);
        x_ = rect.Max.x + gap_;
        return rect;
    }

    /// The same, at the right end of its line where there is a second one beside it.
    ImRect at_right(float width) {
        ImRect rect = next(width);
        const float shift = rect.Min.x > flow_.at.x ? flow_.right() - rect.Max.x : 0;
        rect.TranslateX(shift);
        return rect;
    }

    void end() { flow_.at.y += height_; }

private:
    kit::Flow& flow_;
    float gap_;
    float height_;
    float x_;
};

}  // namespace

std::string range_text(const words::Catalogue& words, const HistoryFilter& filter, LocalDay today) {
    if (filter.from && filter.to) {
        return words.say("{0} to {1}", words::short_date(words, *filter.from, today),
                         words::short_date(words, *filter.to, today));
    }
    if (filter.from) {
        return words.say("since {0}", words::short_date(words, *filter.from, today));
    }
    if (filter.to) {
        return words.say("until {0}", words::short_date(words, *filter.to, today));
    }
    return std::string(words.text("All days"));
}

std::string take_range(const words::Catalogue& words, const DateRangeDraft& draft, HistoryFilter& filter) {
    const std::string from_text = trimmed(draft.from);
    const std::string to_text = trimmed(draft.to);
    const auto from = parse_iso_day(from_text);
    const auto to = parse_iso_day(to_text);
    for (const auto& [text, day] : {std::pair(from_text, from), std::pair(to_text, to)}) {
        if (!text.empty() && !day) {
            return words.say("\"{0}\" is not a date that exists; write it like 2026-03-07.",
                             shown_value(text));
        }
    }
    if (from && to && *to < *from) {
        return std::string(words.text("The second date is before the first one."));
    }
    filter.from = from;
    filter.to = to;
    return {};
}

void draw_filters(const kit::Ui& ui, const Facts& facts, HistoryState& state, kit::Flow& flow) {
    const std::array<std::string, 3> kinds{std::string(ui.words.text_in("kind of record", "Both")),
                                           std::string(ui.words.text("Sessions")),
                                           std::string(ui.words.text("Check-ins"))};
    const bool narrow = flow.width < ui.px(600);
    const float half = std::floor((flow.width - ui.px(look::space::s)) / 2);
    // The field of the search gives way where that keeps all of them in one line.
    const float others = ui.px(200 + 236 + 3 * look::space::s) + kit::segmented_width(ui, kinds);
    const float room = std::floor(flow.width - others) - 1;  // what is rounded away must not break the line
    const float least = kit::text_width(ui, ui.words.text("Search"), look::type::body) + ui.px(60);
    const float search = room >= least ? std::min(ui.px(260), room) : ui.px(260);
    Line line(ui, flow);
    draw_search(ui, state, line.next(narrow ? flow.width : search));
    draw_area_choice(ui, facts, state, line.next(narrow ? half : ui.px(200)));
    draw_range_choice(ui, facts, state, line.next(narrow ? half : ui.px(236)));
    draw_kinds(ui, state, line.at_right(kit::segmented_width(ui, kinds)), kinds);
    line.end();
}

void draw_range_dialog(const kit::Ui& ui, const Facts&, HistoryState& state) {
    if (!state.range) {
        return;
    }
    DateRangeDraft& draft = *state.range;
    const kit::DialogTexts texts{ui.words.text("Which days?"),
                                 ui.words.text("Both dates are included. An empty field sets no limit."),
                                 ui.words.text("Show these days"), ui.words.text("Leave it as it is"), true};
    const auto answer = kit::dialog(ui, "range", texts, [&](kit::Flow& flow) {
        flow.gap(ui, look::space::m);
        const float half = std::floor((flow.width - ui.px(look::space::s)) / 2);
        kit::draw_text(ui, flow.at, ui.words.text("From"), look::type::body, ui.theme.text);
        kit::draw_text(ui, {flow.at.x + half + ui.px(look::space::s), flow.at.y}, ui.words.text("To"),
                       look::type::body, ui.theme.text);
        flow.at.y += kit::line_height(ui, look::type::body) + ui.px(look::space::xxs);
        kit::FieldOptions options;
        options.hint = ui.words.text("like 2026-03-07");
        options.accepted = draft.complaint.empty();
        const ImRect row = flow.take(ui.px(look::control::height));
        (void)kit::text_field(ui, {row.Min.x, row.Min.y, row.Min.x + half, row.Max.y}, ui.words.text("From"),
                              draft.from, options);
        (void)kit::text_field(ui, {row.Max.x - half, row.Min.y, row.Max.x, row.Max.y}, ui.words.text("To"),
                              draft.to, options);
        if (!draft.complaint.empty()) {
            flow.gap(ui, look::space::xs);
            kit::field_complaint(ui, flow, draft.complaint);
        }
    });
    if (answer == kit::DialogAnswer::safe) {
        draft.complaint = take_range(ui.words, draft, state.filter);
        if (draft.complaint.empty()) {
            state.range.reset();
        }
    } else if (answer != kit::DialogAnswer::none) {
        state.range.reset();
    }
}

}  // namespace unknot::views
