#include "app/charts/marks.h"
#include "app/charts/timeline_parts.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace unknot::charts {

namespace {

constexpr float column = 2;            ///< ratings this near to each other share a column
constexpr double named_gap_days = 5;   ///< a gap at least so long is said in words where they have room
constexpr double gap_words_at = 6.75;  ///< above the highest settled line, which is 6
constexpr float gap_edge = 12;         ///< between a gap's words and its ratings
constexpr float gap_mark = 6;          ///< between a gap's words, its line and its ratings
constexpr float gap_foot = 3;          ///< half the height of the foot at a gap's end
constexpr float late_mark = 11;

Point point_of(const RatingPoint& rating, const TimelineLayout& layout) {
    return {layout.scale.x(rating.time), layout.y(rating.soreness.value())};
}

int column_of(float x, float width) {
    return static_cast<int>(std::floor(x / width));
}

/// Of the points that share a column only the first, lowest, highest and last: the line looks the same.
class LineThinner {
public:
    void put(Point p) {
        if (!held_.empty() && column_of(p.x, 1) != column_of(held_.front().x, 1)) {
            flush();
        }
        held_.push_back(p);
    }

    std::vector<Point> finished() && {
        flush();
        return std::move(line_);
    }

private:
    void flush() {
        if (held_.size() <= 4) {
            line_.insert(line_.end(), held_.begin(), held_.end());
        } else {
            const auto [high, low] =
                std::minmax_element(held_.begin(), held_.end(), [](Point a, Point b) { return a.y < b.y; });
            line_.push_back(held_.front());
            line_.push_back(*std::min(high, low));
            line_.push_back(*std::max(high, low));
            line_.push_back(held_.back());
        }
        held_.clear();
    }

    std::vector<Point> held_;
    std::vector<Point> line_;
};

bool joined(const RatingPoint& a, const RatingPoint& b) {
    return hours_between(a.at, b.at) <= joined_within_hours;
}

float line_width(const TimelineLayout& layout) {
    if (layout.roomy()) {
        return 2;
    }
    return layout.scale.per_day() >= 2 ? 1.5F : 0.75F;
}

void add_line(Picture& picture, const std::vector<Point>& line, const TimelineLayout& layout) {
    for (auto& part : clipped(line, layout.scale.left, layout.scale.right)) {
        picture.shapes.emplace_back(
            Polyline{std::move(part), {{ColourRole::soreness_line, 0}, line_width(layout)}});
    }
}

/// Lowest and highest of the ratings of one column.
struct ColumnEnds {
    std::size_t count = 0;
    std::size_t low = 0;
    std::size_t high = 0;
};

void add_late_rating(Picture& picture, Point at, const TimelineLayout& layout) {
    if (layout.roomy()) {
        add_late_mark(picture, {at.x, at.y - layout.dot - late_mark / 2 - 2}, late_mark);
        return;
    }
    const float y = at.y - layout.dot - 2;
    picture.shapes.emplace_back(Polyline{{{at.x, y}, {at.x, y - 3}}, {{ColourRole::muted, 0}, 1.25F}});
}

/// A stretch without ratings, between x positions; whether it begins and ends within the window.
struct GapSpan {
    float left = 0;
    float right = 0;
    bool begins = false;
    bool ends = false;
};

/// How far a gap goes: a thin line at both sides of its words, with a foot where a rating ends it.
void add_gap_span(Picture& picture, const GapSpan& gap, float words, const TimelineLayout& layout) {
    const float y = std::round(layout.y(gap_words_at)) + 0.5F;
    const float middle = (gap.left + gap.right) / 2;
    const auto add = [&](float end, float inner, bool foot) {
        if (std::abs(inner - end) < gap_mark) {
            return;
        }
        std::vector<Point> line{{inner, y}, {end, y}};
        if (foot) {
            line.insert(line.end(), {{end, y - gap_foot}, {end, y + gap_foot}});
        }
        picture.shapes.emplace_back(Polyline{std::move(line), {{ColourRole::line_strong, 0}, 1}});
    };
    add(gap.left, middle - words / 2 - gap_mark, gap.begins);
    add(gap.right, middle + words / 2 + gap_mark, gap.ends);
}

}  // namespace

std::vector<std::size_t> marked_ratings(const TrackSeries& series, const TimelineLayout& layout) {
    std::map<int, ColumnEnds> columns;
    for (std::size_t i = 0; i < series.ratings.size(); ++i) {
        const RatingPoint& rating = series.ratings[i];
        if (!layout.scale.window.holds(rating.time)) {
            continue;
        }
        ColumnEnds& ends = columns[column_of(layout.scale.x(rating.time), column)];
        if (ends.count == 0) {
            ends = {0, i, i};
        }
        ++ends.count;
        if (ends.count <= 2) {
            ends.high = i;  // one or two: both are shown, whatever their values
            continue;
        }
        const auto value = [&](std::size_t index) { return series.ratings[index].soreness; };
        if (value(ends.low) > value(ends.high)) {
            std::swap(ends.low, ends.high);
        }
        ends.low = value(i) < value(ends.low) ? i : ends.low;
        ends.high = value(i) > value(ends.high) ? i : ends.high;
    }
    std::vector<std::size_t> marked;
    for (const auto& [at, ends] : columns) {
        marked.push_back(std::min(ends.low, ends.high));
        if (ends.low != ends.high) {
            marked.push_back(std::max(ends.low, ends.high));
        }
    }
    std::sort(marked.begin(), marked.end());
    return marked;
}

void add_rating_lines(Picture& picture, const TrackSeries& series, const TimelineLayout& layout) {
    LineThinner line;
    bool any = false;
    const auto finish = [&] {
        if (any) {
            add_line(picture, std::move(line).finished(), layout);
        }
        line = {};
        any = false;
    };
    for (std::size_t i = 0; i + 1 < series.ratings.size(); ++i) {
        const RatingPoint& a = series.ratings[i];
        const RatingPoint& b = series.ratings[i + 1];
        const bool seen = std::max(a.time, b.time) >= layout.scale.window.from &&
                          std::min(a.time, b.time) < layout.scale.window.to;
        if (!seen || !joined(a, b)) {
            finish();
            continue;
        }
        if (!any) {
            line.put(point_of(a, layout));
        }
        line.put(point_of(b, layout));
        any = true;
    }
    finish();
}

void add_rating_marks(Picture& picture, const TrackSeries& series, const TimelineLayout& layout) {
    const float edge = layout.dot > 3.5F ? 1.5F : 1.0F;
    for (const std::size_t i : marked_ratings(series, layout)) {
        const RatingPoint& rating = series.ratings[i];
        const Point at = point_of(rating, layout);
        const Paint fill = rating.before_session ? Paint{ColourRole::surface, 0}
                                                 : soreness_paint(ColourRole::soreness, rating.soreness);
        picture.shapes.emplace_back(Circle{at,
                                           rating.before_session ? layout.dot * 0.8F : layout.dot,
                                           fill,
                                           {{ColourRole::soreness_line, 0}, edge}});
        if (rating.late) {
            add_late_rating(picture, at, layout);
        }
    }
    const float reach = std::max(8.0F, layout.dot + 3);
    for (std::size_t i = 0; i < series.ratings.size(); ++i) {
        if (layout.scale.window.holds(series.ratings[i].time)) {
            const Point at = point_of(series.ratings[i], layout);
            picture.targets.push_back(
                {HitTarget::Kind::rating, i, {at.x - reach, at.y - reach, 2 * reach, 2 * reach}, at});
        }
    }
}

void add_settled_line(Picture& picture, const TrackSeries& series, const TimelineLayout& layout) {
    const TimeWindow& window = layout.scale.window;
    for (const SettledSpan& span : series.settled) {
        const double from = std::max(span.from, window.from);
        const double to = std::min({span.to.value_or(series.today.number + 1.0), window.to});
        if (from >= to) {
            continue;
        }
        const float y = layout.y(span.line.value());
        picture.shapes.emplace_back(Polyline{{{layout.scale.x(from), y}, {layout.scale.x(to), y}},
                                             {{ColourRole::settled, 0}, 1.5F, 5, 4}});
    }
}

void add_gap_words(Picture& picture, const TrackSeries& series, const TimelineLayout& layout,
                   const words::Catalogue& words, const Measure& measure) {
    const TimeWindow& window = layout.scale.window;
    const std::string_view text = words.text("no ratings");
    const auto say = [&](double from, double to) {
        if (to - from < named_gap_days || to <= window.from || from >= window.to) {
            return;
        }
        const float left = layout.scale.x(std::max(from, window.from)) + gap_edge;
        const float right = layout.scale.x(std::min(to, window.to)) - gap_edge;
        float widest = 0;
        for (const std::string& line : wrapped(text, TextRole::small, right - left, measure)) {
            widest = std::max(widest, measure(line, TextRole::small));
        }
        if (widest <= right - left) {
            add_centred_text(picture, text, {(left + right) / 2, layout.y(gap_words_at)}, right - left,
                             TextRole::small, measure);
            const GapSpan gap{left - gap_edge + gap_mark, right + gap_edge - gap_mark, from >= window.from,
                              to < window.to};
            add_gap_span(picture, gap, widest, layout);
        }
    };
    const bool any = std::any_of(series.ratings.begin(), series.ratings.end(),
                                 [&](const RatingPoint& rating) { return window.holds(rating.time); });
    if (!any) {
        add_centred_text(picture, text,
                         {(layout.scale.left + layout.scale.right) / 2, layout.y(gap_words_at)},
                         layout.scale.right - layout.scale.left, TextRole::small, measure);
        return;
    }
    double last = series.first_day().number;
    for (const RatingPoint& rating : series.ratings) {
        say(last, rating.time);
        last = rating.time;
    }
    say(last, series.today.number + 1.0);
}

}  // namespace unknot::charts
