#include "app/charts/dose.h"
#include "app/words/flags.h"
#include "app/words/phrases.h"

#include <fmt/format.h>

namespace unknot::charts {

namespace {

/// Each whole, so that every language can put it its own way.
std::string_view follows_text(const words::Catalogue& words, PressureLevel from) {
    switch (from) {
        case PressureLevel::very_light: return {};  // there is nothing lighter to compare with
        case PressureLevel::light:
            return words.text("Here, soreness that lingers often follows light or harder sessions.");
        case PressureLevel::moderate:
            return words.text("Here, soreness that lingers often follows moderate or harder sessions.");
        case PressureLevel::strong_but_manageable:
            return words.text("Here, soreness that lingers often follows strong sessions.");
        case PressureLevel::too_much:
            return words.text("Here, soreness that lingers often follows sessions with too much pressure.");
    }
    return {};
}

std::string conclusion(const LevelCounts& counts, int known, const words::Catalogue& words) {
    if (known == 0) {
        return std::string(words.text("The outcome of no session is known yet."));
    }
    if (known < least_to_compare) {
        return words.plural("Only {0} session whose outcome is known: too few to say.",
                            "Only {0} sessions whose outcome is known: too few to say.",
                            static_cast<std::size_t>(known));
    }
    if (const auto from = lingers_from(counts)) {
        return std::string(follows_text(words, *from));
    }
    return std::string(words.text("Too few or too alike to compare the pressure levels."));
}

std::string_view settling_word(const words::Catalogue& words, Settling settling) {
    switch (settling) {
        case Settling::in_two_days: return words.text("Settled in two days");
        case Settling::longer: return words.text("Took longer");
        case Settling::not_known: return words.text("Not known");
    }
    return {};
}

std::string peak_text(const words::Catalogue& words, const Outcome& outcome) {
    return outcome.peak ? std::to_string(outcome.peak->value()) : std::string(words.text("not rated"));
}

std::string dose_number(const words::Catalogue& words, const Outcome& outcome) {
    return outcome.dose ? fmt::format("{:.0f}", *outcome.dose) : std::string(words.text("not recorded"));
}

std::string_view done_word(const words::Catalogue& words, AfterFlag done) {
    switch (done) {
        case AfterFlag::no_session: return words.text("No session since");
        case AfterFlag::rested: return words.text("No session since, and it settled");
        case AfterFlag::within: return words.text("A session within what was suggested");
        case AfterFlag::sooner: return words.text("A session sooner than suggested");
        case AfterFlag::harder: return words.text("A session harder or longer than suggested");
    }
    return {};
}

std::string settled_text(const BackOff& flag, LocalDay today, const words::Catalogue& words) {
    if (!flag.settled_on) {
        return std::string(words.text("Not known to have settled"));
    }
    const auto days = static_cast<std::size_t>(*flag.settled_on - flag.from);
    return words.plural("On {1}, {0} day later", "On {1}, {0} days later", days,
                        words::plain_date(words, *flag.settled_on, today));
}

}  // namespace

std::string_view level_name(const words::Catalogue& words, PressureLevel level) {
    switch (level) {
        case PressureLevel::very_light: return words.text_in("pressure, heading", "Very light");
        case PressureLevel::light: return words.text_in("pressure, heading", "Light");
        case PressureLevel::moderate: return words.text_in("pressure, heading", "Moderate");
        case PressureLevel::strong_but_manageable: return words.text_in("pressure, heading", "Strong");
        case PressureLevel::too_much: return words.text_in("pressure, heading", "Too much");
    }
    return {};
}

std::string dose_text(const LevelCounts& counts, const words::Catalogue& words) {
    std::string text;
    int known = 0;
    int all = 0;
    for (std::size_t level = counts.size(); level-- > 0;) {
        const LevelCount& count = counts.at(level);
        known += count.known;
        all += count.all();
        if (count.known == 0) {
            continue;
        }
        const std::string_view name =
            level_name(words, static_cast<PressureLevel>(static_cast<int>(level) + 1));
        text += text.empty()
                    ? words.say("{0}: settled in two days {1} of {2}.", name, count.settled, count.known)
                    : " " + words.say("{0}: {1} of {2}.", name, count.settled, count.known);
    }
    if (all == 0) {
        return std::string(words.text("No sessions in this time."));
    }
    return (text.empty() ? "" : text + " ") + conclusion(counts, known, words);
}

Card dose_card(const TrackSeries& series, const HitTarget& target, const words::Catalogue& words) {
    const SessionDayPoint& day = series.days.at(target.index);
    const SessionPoint& session = series.sessions.at(day.first_session);
    Card card;
    card.record = session.record;
    card.soreness = day.peak;
    card.when = words::long_date(words, day.day, series.today);
    for (const Outcome& outcome : outcomes_of(series, window_of(day.day, day.day))) {
        if (outcome.day == target.index) {
            card.title = settling_word(words, outcome.settling);
            card.context = words.say("{0}. Pressure × minutes: {1}. Worst of the two days after: {2}",
                                     level_name(words, day.pressure), dose_number(words, outcome),
                                     peak_text(words, outcome));
        }
    }
    return card;
}

Table dose_table(const TrackSeries& series, const TimeWindow& window, const words::Catalogue& words) {
    Table table;
    table.headers = {std::string(words.text("Day")), std::string(words.text("Pressure")),
                     std::string(words.text("Pressure × minutes")),
                     std::string(words.text("Worst of the two days after")),
                     std::string(words.text("Settled"))};
    for (const Outcome& outcome : outcomes_of(series, window)) {
        const SessionDayPoint& day = series.days[outcome.day];
        table.rows.push_back({words::weekday_date(words, day.day, series.today),
                              std::string(words::pressure_word(words, day.pressure)),
                              dose_number(words, outcome), peak_text(words, outcome),
                              std::string(settling_word(words, outcome.settling))});
    }
    return table;
}

Table back_off_table(const std::vector<BackOff>& back_offs, LocalDay today, const words::Catalogue& words) {
    Table table;
    table.headers = {std::string(words.text("Flagged")), std::string(words.text("Suggested")),
                     std::string(words.text("Done")), std::string(words.text("Settled"))};
    for (const BackOff& flag : back_offs) {
        guidance::TrackGuidance track;
        track.next = flag.suggested;
        table.rows.push_back({words.say_in("tier and date", "{0}, {1}", words::tier_word(words, flag.tier),
                                           words::plain_date(words, flag.from, today)),
                              words::next_text(words, track, guidance::GlobalNext::none, flag.from),
                              std::string(done_word(words, flag.done)), settled_text(flag, today, words)});
    }
    return table;
}

}  // namespace unknot::charts
