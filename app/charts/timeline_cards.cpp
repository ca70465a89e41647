#include "app/charts/timeline.h"
#include "app/words/flags.h"
#include "app/words/letters.h"
#include "app/words/phrases.h"

#include <algorithm>
#include <limits>

namespace unknot::charts {

namespace {

std::string moment_text(const words::Catalogue& words, const Instant& at, LocalDay today) {
    // The calendar's date, not the local day's: at 01:00 the clock beside it would contradict it.
    const LocalDay date = local_day(wall_clock(at).date).value_or(local_day(at));
    return words.say_in("date and time", "{0}, {1}", words::long_date(words, date, today),
                        words::clock_time(at));
}

std::string session_text(const words::Catalogue& words, const SessionPoint& session) {
    const std::string_view pressure = words::pressure_word(words, session.pressure);
    if (!session.duration) {
        return words.say("{0}, duration not recorded", pressure);
    }
    return words.say_in("pressure and duration", "{0}, {1}", pressure,
                        words::duration_text(words, session.duration->seconds()));
}

std::string felt_text(const words::Catalogue& words, const std::optional<Sensations>& felt) {
    std::string text;
    for (std::size_t i = 0; felt && i < sensation_names.size(); ++i) {
        if (felt->contains(static_cast<Sensation>(i))) {
            text += (text.empty() ? "" : ". ") +
                    std::string(words::sensation_word(words, static_cast<Sensation>(i)));
        }
    }
    return text;
}

std::string joined(const std::string& a, const std::string& b) {
    return b.empty() ? a : a + ". " + b;
}

std::string rating_title(const words::Catalogue& words, const RatingPoint& rating) {
    std::string word = words::capitalised(words::soreness_word(words, rating.soreness));
    if (rating.before_session) {
        return words.say("{0}, before a session", word);
    }
    if (!rating.session_day) {
        return word;
    }
    return rating.follow_up_day == 0 ? words.say("{0}, same day", word)
                                     : words.say("{0}, day {1}", word, rating.follow_up_day);
}

/// Of several sessions of a day the last, which the rating followed.
std::string followed_text(const TrackSeries& series, const RatingPoint& rating,
                          const words::Catalogue& words) {
    if (!rating.session_day || rating.before_session) {
        return {};
    }
    const SessionDayPoint& day = series.days[*rating.session_day];
    std::size_t last = day.first_session;
    for (std::size_t i = day.first_session; i < day.first_session + day.session_count; ++i) {
        if (series.sessions[i].at.utc_ms <= rating.at.utc_ms) {
            last = i;
        }
    }
    const SessionPoint& session = series.sessions[last];
    return joined(words.say("After {0}", session_text(words, session)), felt_text(words, session.sensations));
}

Card rating_card(const TrackSeries& series, const RatingPoint& rating, const words::Catalogue& words) {
    Card card;
    card.record = rating.record;
    card.soreness = rating.soreness;
    card.title = rating_title(words, rating);
    card.when = moment_text(words, rating.at, series.today);
    if (rating.session_day && !rating.before_session) {
        card.when = joined(
            card.when, words.say("Settled line {0}", series.days[*rating.session_day].settled_line.value()));
    }
    card.context = followed_text(series, rating, words);
    if (rating.late) {
        card.context = card.context.empty() ? std::string(words.text("Entered later"))
                                            : joined(card.context, std::string(words.text("Entered later")));
    }
    return card;
}

Card session_card(const TrackSeries& series, const SessionPoint& session, const words::Catalogue& words) {
    Card card;
    card.record = session.record;
    card.title = words.say("Session: {0}", session_text(words, session));
    card.when = moment_text(words, session.at, series.today);
    card.context = felt_text(words, session.sensations);
    if (session.both_sides) {
        card.context = card.context.empty() ? std::string(words.text("Both sides"))
                                            : joined(std::string(words.text("Both sides")), card.context);
    }
    return card;
}

Card flag_card(const TrackSeries& series, const FlagSpan& span, const words::Catalogue& words) {
    Card card;
    card.title = words::tier_word(words, span.tier);
    const std::string from = words::plain_date(words, span.from, series.today);
    card.when = span.open              ? words.say("Since {0}", from)
                : span.from == span.to ? from
                                       : words.say_in("two dates", "{0} to {1}", from,
                                                      words::plain_date(words, span.to, series.today));
    for (const guidance::FlagCode code : span.codes) {
        card.context = card.context.empty()
                           ? std::string(words::flag_word(words, code))
                           : joined(card.context, std::string(words::flag_word(words, code)));
    }
    return card;
}

using Row = std::vector<std::string>;

Row row_start(const words::Catalogue& words, const Instant& at, LocalDay today) {
    const LocalDay date = local_day(wall_clock(at).date).value_or(local_day(at));
    return {words::weekday_date(words, date, today), words::clock_time(at)};
}

std::string late_text(const words::Catalogue& words, bool late) {
    return late ? std::string(words.text("Entered later")) : std::string();
}

}  // namespace

Card timeline_card(const TrackSeries& series, const HitTarget& target, const words::Catalogue& words) {
    switch (target.kind) {
        case HitTarget::Kind::rating: return rating_card(series, series.ratings.at(target.index), words);
        case HitTarget::Kind::session: return session_card(series, series.sessions.at(target.index), words);
        case HitTarget::Kind::flag: return flag_card(series, series.flags.at(target.index), words);
        default: return {};
    }
}

Table timeline_table(const TrackSeries& series, const TimeWindow& window, const words::Catalogue& words) {
    Table table;
    table.headers = {std::string(words.text("Day")),      std::string(words.text_in("time of day", "Time")),
                     std::string(words.text("What")),     std::string(words.text("Soreness")),
                     std::string(words.text("Pressure")), std::string(words.text("Duration")),
                     std::string(words.text("Entered"))};
    const auto add_session = [&](const SessionPoint& session) {
        Row row = row_start(words, session.at, series.today);
        row.insert(row.end(), {std::string(words.text("Session")), "",
                               std::string(words::pressure_word(words, session.pressure)),
                               session.duration ? words::duration_text(words, session.duration->seconds())
                                                : std::string(words.text("not recorded")),
                               late_text(words, session.late)});
        table.rows.push_back(std::move(row));
    };
    std::size_t next = 0;
    const auto sessions_until = [&](std::int64_t utc_ms) {
        for (; next < series.sessions.size() && series.sessions[next].at.utc_ms < utc_ms; ++next) {
            if (window.holds(series.sessions[next].time)) {
                add_session(series.sessions[next]);
            }
        }
    };
    for (const RatingPoint& rating : series.ratings) {
        if (!window.holds(rating.time)) {
            continue;
        }
        sessions_until(rating.at.utc_ms);
        Row row = row_start(words, rating.at, series.today);
        row.insert(row.end(), {rating_title(words, rating), std::to_string(rating.soreness.value()), "", "",
                               late_text(words, rating.late)});
        table.rows.push_back(std::move(row));
    }
    sessions_until(std::numeric_limits<std::int64_t>::max());
    return table;
}

}  // namespace unknot::charts
