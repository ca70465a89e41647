#include "app/charts/overview.h"
#include "app/words/phrases.h"

#include <algorithm>
#include <cmath>

namespace unknot::charts {

namespace {

constexpr float widest_cell = 34;
constexpr float cell_height = 28;
constexpr float cell_gap = 4;
constexpr float week_dates = 26;  ///< room for the date that each week begins on
constexpr float block_gap = 28;
constexpr float title_height = 28;
constexpr float weekday_height = 22;
constexpr float corner = 6;

/// As wide as seven have room.
float cell_width_for(float width) {
    return std::min(widest_cell, (width - week_dates - 6 * cell_gap) / 7);
}

float block_width(float cell_width) {
    return week_dates + 7 * cell_width + 6 * cell_gap;
}

LocalDay month_start(LocalDay day) {
    return day - (calendar_date(day).day - 1);
}

LocalDay next_month(LocalDay start) {
    return month_start(start + 31);
}

/// How many days lie between the first day of the week and `day`.
int place_in_week(LocalDay day, const words::Catalogue& words) {
    return (iso_weekday(day) - words::first_weekday(words) + 7) % 7;
}

Text label(Point at, std::string text, TextRole role, Paint paint, Anchor anchor) {
    return {at, std::move(text), role, paint, anchor};
}

void add_heading(Picture& picture, LocalDay start, Point at, float cell_width,
                 const words::Catalogue& words) {
    picture.shapes.emplace_back(label({at.x, at.y + 18}, words::month_date(words, start, true),
                                      TextRole::body_bold, {ColourRole::text, 0}, Anchor::start));
    const LocalDay first = start - place_in_week(start, words);
    for (int i = 0; i < 7; ++i) {
        const float x = at.x + week_dates + static_cast<float>(i) * (cell_width + cell_gap) + cell_width / 2;
        picture.shapes.emplace_back(label({x, at.y + title_height + 15},
                                          std::string(words::weekday_short(words, first + i)),
                                          TextRole::small, {ColourRole::muted, 0}, Anchor::middle));
    }
}

void add_day(Picture& picture, const Box& box, LocalDay day, const CalendarDay* held, LocalDay today) {
    const Point middle{box.x + box.width / 2, box.y + box.height / 2};
    if (held != nullptr && held->worst) {
        const bool pale = held->worst->value() <= 3;  // too near to the surface without an edge
        picture.shapes.emplace_back(Rect{{box.x + 0.5F, box.y + 0.5F, box.width - 1, box.height - 1},
                                         corner,
                                         soreness_paint(ColourRole::soreness, *held->worst),
                                         pale ? Stroke{{ColourRole::line_strong, 0}, 1} : Stroke{}});
        picture.shapes.emplace_back(
            label({middle.x, middle.y + 5}, std::to_string(held->worst->value()), TextRole::small_bold,
                  soreness_paint(ColourRole::soreness_text, *held->worst), Anchor::middle));
    } else if (day <= today) {
        picture.shapes.emplace_back(Rect{{box.x + 0.5F, box.y + 0.5F, box.width - 1, box.height - 1},
                                         corner,
                                         {},
                                         {{ColourRole::line, 0}, 1}});
    }
    if (held != nullptr && held->session) {
        picture.shapes.emplace_back(
            Rect{{middle.x - 8, box.bottom() + 1, 16, 2.5F}, 1.25F, {ColourRole::session, 0}, {}});
    }
    if (held != nullptr) {
        picture.targets.push_back({HitTarget::Kind::day, static_cast<std::size_t>(day.number), box, middle});
    }
}

/// Gives the height of the block.
float add_month(Picture& picture, const std::map<LocalDay, CalendarDay>& days, LocalDay start, Point at,
                float cell_width, LocalDay today, const words::Catalogue& words) {
    add_heading(picture, start, at, cell_width, words);
    float y = at.y + title_height + weekday_height;
    const LocalDay end = next_month(start);
    for (LocalDay day = start; day < end; day = day + 1) {
        const int column = place_in_week(day, words);
        if (column == 0 || day == start) {
            y += day == start ? 0 : cell_height + cell_gap + 2;
        }
        if ((column == 0 || day == start) && day <= today) {
            picture.shapes.emplace_back(label({at.x + week_dates - 8, y + cell_height / 2 + 5},
                                              std::to_string(calendar_date(day).day), TextRole::small,
                                              {ColourRole::muted, 0}, Anchor::end));
        }
        const float x = at.x + week_dates + static_cast<float>(column) * (cell_width + cell_gap);
        const auto held = days.find(day);
        add_day(picture, {x, y, cell_width, cell_height}, day, held != days.end() ? &held->second : nullptr,
                today);
    }
    return y + cell_height + 6 - at.y;
}

std::string what_of(const std::vector<TrackSeries>& all, const CalendarDay& day, const AreaCatalogue& areas,
                    const words::Catalogue& words) {
    if (!day.worst) {
        return std::string(words.text("not rated"));
    }
    const TrackSeries& series = all.at(day.track);
    return words::place(words, areas, series.key.area, series.key.side);
}

}  // namespace

std::map<LocalDay, CalendarDay> calendar_days(const std::vector<TrackSeries>& all) {
    std::map<LocalDay, CalendarDay> days;
    for (std::size_t track = 0; track < all.size(); ++track) {
        for (std::size_t i = 0; i < all[track].ratings.size(); ++i) {
            const RatingPoint& rating = all[track].ratings[i];
            CalendarDay& day = days[local_day(rating.at)];
            if (!day.worst || rating.soreness > *day.worst) {
                day.worst = rating.soreness;
                day.track = track;
                day.rating = i;
            }
        }
        for (const SessionPoint& session : all[track].sessions) {
            days[local_day(session.at)].session = true;
        }
    }
    return days;
}

Picture calendar(const std::map<LocalDay, CalendarDay>& days, const CalendarFrame& frame,
                 const words::Catalogue& words) {
    Picture picture;
    picture.width = frame.width;
    const float cell_width = cell_width_for(frame.width);
    const float width = block_width(cell_width);
    float x = 0;
    float y = 0;
    float row_height = 0;
    for (LocalDay month = month_start(frame.first); month <= frame.last; month = next_month(month)) {
        if (x > 0 && x + width > frame.width) {
            x = 0;
            y += row_height + block_gap;
            row_height = 0;
        }
        row_height =
            std::max(row_height, add_month(picture, days, month, {x, y}, cell_width, frame.today, words));
        x += width + block_gap;
    }
    picture.height = y + row_height;
    return picture;
}

Card calendar_card(const std::vector<TrackSeries>& all, const std::map<LocalDay, CalendarDay>& days,
                   const HitTarget& target, LocalDay today, const AreaCatalogue& areas,
                   const words::Catalogue& words) {
    const LocalDay day{static_cast<std::int32_t>(target.index)};
    const CalendarDay& held = days.at(day);
    Card card;
    card.title = what_of(all, held, areas, words);
    card.when = words::long_date(words, day, today);
    card.context = held.session ? std::string(words.text("A session on this day")) : std::string();
    if (held.worst) {
        card.soreness = held.worst;
        card.record = all.at(held.track).ratings.at(held.rating).record;
    }
    return card;
}

Table calendar_table(const std::vector<TrackSeries>& all, const std::map<LocalDay, CalendarDay>& days,
                     const CalendarFrame& frame, const AreaCatalogue& areas, const words::Catalogue& words) {
    Table table;
    table.headers = {std::string(words.text("Day")), std::string(words.text("Worst rating")),
                     std::string(words.text("Place")), std::string(words.text("Session"))};
    const LocalDay end = next_month(month_start(frame.last));
    for (auto at = days.lower_bound(month_start(frame.first)); at != days.end() && at->first < end; ++at) {
        const CalendarDay& day = at->second;
        table.rows.push_back({words::weekday_date(words, at->first, frame.today),
                              day.worst ? std::to_string(day.worst->value()) : std::string(),
                              what_of(all, day, areas, words),
                              day.session ? std::string(words.text_in("answer", "yes")) : std::string()});
    }
    return table;
}

}  // namespace unknot::charts
