#include "app/charts/marks.h"
#include "app/charts/timeline_parts.h"
#include "app/words/phrases.h"

#include <algorithm>
#include <cmath>

namespace unknot::charts {

namespace {

constexpr float mark_width = 20;
constexpr float mark_to_text = 6;
constexpr float between_entries = 24;
constexpr float row_height = 26;
constexpr float range_height = 28;
constexpr float mark_above_baseline = 5.5F;

/// One thing that the legend explains: a mark and its word.
struct Entry {
    enum class Mark : std::uint8_t { dot, ring, settled, session, late, none };
    Mark mark;
    std::string_view text;
};

std::vector<Entry> entries_of(const TimelineContent& content, const words::Catalogue& words) {
    std::vector<Entry> entries;
    const auto add = [&](bool wanted, Entry::Mark mark, std::string_view text) {
        if (wanted) {
            entries.push_back({mark, text});
        }
    };
    add(content.dots, Entry::Mark::dot, words.text("soreness"));
    add(content.rings, Entry::Mark::ring, words.text("before a session"));
    add(content.settled, Entry::Mark::settled, words.text("settled line"));
    add(content.sessions, Entry::Mark::session, words.text("session, height is pressure"));
    add(content.late, Entry::Mark::late, words.text("entered later"));
    add(content.thinned, Entry::Mark::none, words.text("close together: lowest and highest shown"));
    return entries;
}

void add_mark(Picture& picture, Entry::Mark mark, float x, float y) {
    const Stroke line{{ColourRole::soreness_line, 0}, 2};
    const Stroke edge{{ColourRole::soreness_line, 0}, 1.5F};
    const Point middle{x + mark_width / 2, y};
    switch (mark) {
        case Entry::Mark::dot:
            picture.shapes.emplace_back(Polyline{{{x, y}, {x + mark_width, y}}, line});
            picture.shapes.emplace_back(Circle{middle, 5, {ColourRole::soreness, 5}, edge});
            break;
        case Entry::Mark::ring:
            picture.shapes.emplace_back(Polyline{{{x, y}, {x + mark_width, y}}, line});
            picture.shapes.emplace_back(Circle{middle, 4, {ColourRole::surface, 0}, edge});
            break;
        case Entry::Mark::settled:
            picture.shapes.emplace_back(
                Polyline{{{x, y}, {x + mark_width, y}}, {{ColourRole::settled, 0}, 1.5F, 5, 4}});
            break;
        case Entry::Mark::session:
            picture.shapes.emplace_back(Rect{{middle.x - 4, y - 8, 8, 16}, 3, {ColourRole::session, 0}, {}});
            break;
        case Entry::Mark::late: add_late_mark(picture, middle, 14); break;
        case Entry::Mark::none: break;
    }
}

float width_of(const Entry& entry, const Measure& measure) {
    const float mark = entry.mark == Entry::Mark::none ? 0 : mark_width + mark_to_text;
    return mark + measure(entry.text, TextRole::small);
}

void add_entry(Picture& picture, const Entry& entry, float x, float baseline) {
    if (entry.mark != Entry::Mark::none) {
        add_mark(picture, entry.mark, x, baseline - mark_above_baseline);
        x += mark_width + mark_to_text;
    }
    picture.shapes.emplace_back(
        Text{{x, baseline}, std::string(entry.text), TextRole::small, {ColourRole::muted, 0}, Anchor::start});
}

/// The entries in rows from the left; gives the height of what was added below `top`.
float add_rows(Picture& picture, const std::vector<Entry>& entries, float top, float width,
               const Measure& measure) {
    float x = 0;
    float baseline = top + 18;
    for (const Entry& entry : entries) {
        const float wide = width_of(entry, measure);
        if (x > 0 && x + wide > width) {
            x = 0;
            baseline += row_height;
        }
        add_entry(picture, entry, x, baseline);
        x += wide + between_entries;
    }
    return entries.empty() ? 0 : baseline + 8 - top;
}

std::string range_text(const TimeWindow& window, LocalDay today, const words::Catalogue& words) {
    const LocalDay first{static_cast<std::int32_t>(std::floor(window.from))};
    const LocalDay last{static_cast<std::int32_t>(std::ceil(window.to)) - 1};
    // Where the years differ both are written: each date is seen from the other's year then.
    const bool one_year = calendar_date(first).year == calendar_date(last).year;
    return words.say_in("two dates", "{0} to {1}", words::plain_date(words, first, one_year ? today : last),
                        words::plain_date(words, last, one_year ? today : first));
}

}  // namespace

TimelineContent content_of(const TrackSeries& series, const TimelineLayout& layout) {
    TimelineContent content;
    const TimeWindow& window = layout.scale.window;
    std::size_t seen = 0;
    for (const RatingPoint& rating : series.ratings) {
        if (window.holds(rating.time)) {
            (rating.before_session ? content.rings : content.dots) = true;
            content.late = content.late || rating.late;
            ++seen;
        }
    }
    for (const SessionPoint& session : series.sessions) {
        if (window.holds(session.time)) {
            content.sessions = true;
            content.late = content.late || session.late;
        }
    }
    content.settled = !series.settled.empty() && series.settled.front().from < window.to &&
                      series.today.number + 1.0 > window.from;
    content.thinned = marked_ratings(series, layout).size() < seen;
    return content;
}

float add_timeline_heading(Picture& picture, const TimelineFrame& frame, const Measure& measure) {
    if (frame.heading.empty()) {
        return 0;
    }
    float y = 0;
    for (const std::string& line : wrapped(frame.heading, TextRole::head, frame.width, measure)) {
        picture.shapes.emplace_back(
            Text{{0, y + 20}, line, TextRole::head, {ColourRole::text, 0}, Anchor::start});
        y += line_height(TextRole::head);
    }
    return y + 4;
}

float add_timeline_entries(Picture& picture, const TimelineContent& content, float top, float width,
                           const words::Catalogue& words, const Measure& measure) {
    return add_rows(picture, entries_of(content, words), top, width, measure);
}

float add_timeline_legend(Picture& picture, const TimelineFrame& frame, float top,
                          const TimelineContent& content, LocalDay today, const words::Catalogue& words,
                          const Measure& measure) {
    const std::string range = range_text(frame.window, today, words);
    picture.shapes.emplace_back(
        Text{{0, top + 22}, range, TextRole::body_bold, {ColourRole::text, 0}, Anchor::start});
    const std::vector<Entry> entries = entries_of(content, words);
    float legend = -between_entries;
    for (const Entry& entry : entries) {
        legend += width_of(entry, measure) + between_entries;
    }
    if (measure(range, TextRole::body_bold) + between_entries + legend > frame.width) {
        return range_height + add_rows(picture, entries, top + range_height, frame.width, measure);
    }
    float x = frame.width - legend;
    for (const Entry& entry : entries) {
        add_entry(picture, entry, x, top + 21.5F);
        x += width_of(entry, measure) + between_entries;
    }
    return range_height;
}

}  // namespace unknot::charts
