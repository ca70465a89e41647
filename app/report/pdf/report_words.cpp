#include "app/report/pdf/report_words.h"

#include "app/words/flags.h"
#include "app/words/phrases.h"

#include <fmt/ranges.h>

#include <algorithm>

namespace unknot::report {

namespace {

constexpr std::size_t most_ratings = 6;  ///< raw ratings that a flag names; the latest ones

/// Every rating with its day, oldest first: "2 before, 5 on 18 Nov"; of many the latest.
std::string ratings_of(const ReportScene& scene, const guidance::Flag& flag) {
    std::vector<std::string> parts;
    const std::size_t count = flag.ratings.size();
    for (std::size_t i = count > most_ratings ? count - most_ratings : 0; i < count; ++i) {
        const guidance::EvidenceRating& rating = flag.ratings[i];
        const std::string day = scene.short_date(rating.day);
        parts.push_back(
            rating.before_session
                ? scene.words.say("{0} before the session on {1}", rating.soreness.value(), day)
                : scene.words.say_in("rating and day", "{0} on {1}", rating.soreness.value(), day));
    }
    const std::string listed = fmt::format("{}", fmt::join(parts, ", "));
    return count > most_ratings ? scene.words.say("\u2026 {0}", listed) : listed;
}

/// The same after the level that the episode started from, where that is still the current one.
std::string ratings_since_start(const ReportScene& scene, const FlagRow& row) {
    std::string ratings = ratings_of(scene, *row.flag);
    const auto area =
        std::find_if(scene.summary.areas.begin(), scene.summary.areas.end(), [&](const AreaSummary& summary) {
            return row.side && summary.key == TrackKey{row.area, *row.side};
        });
    const bool current = !row.to && row.code <= guidance::FlagCode::building_across_days;
    if (ratings.empty() || !current || area == scene.summary.areas.end() || !area->starting_level) {
        return ratings;
    }
    return scene.words.say_in("level at the start and later ratings", "{0} at the start, {1}",
                              area->starting_level->value(), ratings);
}

template <typename E, std::size_t count, typename WordOf>
void add_words(std::vector<std::string>& words, const AnswerSet<E>& set,
               const std::array<std::string_view, count>& names, WordOf word_of) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (set.contains(static_cast<E>(i))) {
            words.emplace_back(word_of(static_cast<E>(i)));
        }
    }
}

std::string conditions_text(const ReportScene& scene, const Conditions& conditions) {
    std::vector<std::string> names;
    add_words(names, conditions, condition_names,
              [&](Condition condition) { return words::condition_word(scene.words, condition); });
    return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

std::string ReportScene::place(std::string_view area, Side side) const {
    return words::place(words, *snapshot.catalogue, area, side);
}

std::string ReportScene::date(LocalDay day) const {
    return words::plain_date(words, day, summary.last);
}

std::string ReportScene::short_date(LocalDay day) const {
    return words::short_date(words, day, summary.last);
}

std::string ReportScene::full_date(LocalDay day) const {
    constexpr int other_year = 400;  // seen from another year a date names its own
    return words::plain_date(words, day, day - other_year);
}

std::string where_text(const ReportScene& scene, const FlagRow& row) {
    return row.side ? scene.place(row.area, *row.side) : std::string(scene.words.text("The whole person"));
}

std::string days_text(const ReportScene& scene, const FlagRow& row) {
    const words::Catalogue& w = scene.words;
    if (!row.from) {
        return std::string(w.text("open, as long as it is so"));
    }
    if (!row.to) {
        return w.say("open, since {0}", scene.date(*row.from));
    }
    const CalendarDate first = calendar_date(*row.from);
    const CalendarDate last = calendar_date(*row.to);
    if (first == last) {
        return w.say_in("a flag on one day", "ended, {0}", scene.date(*row.to));
    }
    if (first.year == last.year && first.month == last.month) {
        return w.say_in("a flag on days of one month: first day, last date", "ended, {0} to {1}", first.day,
                        scene.date(*row.to));
    }
    return w.say_in("a flag from one date to another", "ended, {0} to {1}", scene.date(*row.from),
                    scene.date(*row.to));
}

std::string reason_text(const ReportScene& scene, const FlagRow& row) {
    const std::string sentence = words::sentence(scene.words, *row.flag, scene.summary.last);
    std::string ratings = ratings_since_start(scene, row);
    if (!ratings.empty() && ratings.back() == '.') {
        ratings.pop_back();  // of a month's short form; the sentence brings its own
    }
    return ratings.empty() ? sentence : scene.words.say("{0} Ratings: {1}.", sentence, ratings);
}

std::string short_reason_text(const ReportScene& scene, const FlagRow& row) {
    using guidance::FlagCode;
    if (row.code == FlagCode::red_flag || row.code == FlagCode::contraindication) {
        return words::sentence(scene.words, *row.flag, scene.summary.last);  // which sign, which reason
    }
    const std::string_view word = words::flag_word(scene.words, row.code);
    const std::string ratings = ratings_of(scene, *row.flag);
    return ratings.empty() ? std::string(word)
                           : scene.words.say_in("flag and its ratings", "{0} ({1})", word, ratings);
}

std::string no_flags_text(const ReportScene& scene) {
    const Summary& summary = scene.summary;
    if (summary.open_flags() > 0) {
        return {};
    }
    if (summary.sessions == 0 && summary.checkins == 0) {
        return std::string(scene.words.text("No entries in this period: nothing can be said."));
    }
    if (summary.not_settled.empty()) {
        return summary.flags.empty()
                   ? std::string(scene.words.text("None. Every area worked on has settled."))
                   : std::string(scene.words.text("None is open. Every area worked on has settled."));
    }
    // Silence is never "fine": what is not known to have settled is named (RULES, state unknown and
    // awaiting).
    std::vector<std::string> places;
    for (const std::size_t i : summary.not_settled) {
        places.push_back(scene.place(summary.areas[i].key.area, summary.areas[i].key.side));
    }
    constexpr std::size_t most_places = 4;
    const std::size_t more = places.size() > most_places ? places.size() - most_places : 0;
    places.resize(places.size() - more);
    const std::string listed = fmt::format("{}", fmt::join(places, ", "));
    if (more == 0) {
        return scene.words.say("None is open. But not known to have settled: {0}.", listed);
    }
    return scene.words.plural("None is open. But not known to have settled: {1}, and {0} more area.",
                              "None is open. But not known to have settled: {1}, and {0} more areas.", more,
                              listed);
}

std::string minutes_text(const ReportScene& scene, const AreaSummary& area) {
    if (area.sessions > 0 && area.without_duration == area.sessions) {
        return std::string(scene.words.text("not recorded"));
    }
    constexpr int minute = 60;
    const std::int64_t minutes = (area.seconds + minute / 2) / minute;
    const std::string text = area.seconds > 0 && area.seconds < minute
                                 ? words::duration_text(scene.words, static_cast<std::int32_t>(area.seconds))
                                 : std::to_string(minutes);
    return area.without_duration > 0 ? scene.words.say_in("minutes, some not recorded", "{0} +", text) : text;
}

std::string pressure_text(const ReportScene& scene, const AreaSummary& area) {
    if (!area.usual_pressure) {
        return std::string(scene.words.text("no session"));
    }
    return scene.words.say_in("usual and highest", "{0} / {1}", number(*area.usual_pressure),
                              number(*area.highest_pressure));
}

std::string soreness_text(const ReportScene& scene, const AreaSummary& area) {
    if (!area.usual_soreness) {
        return std::string(scene.words.text("not rated"));
    }
    return scene.words.say_in("usual, worst and latest", "{0} / {1} / {2}", area.usual_soreness->value(),
                              area.worst_soreness->value(), area.latest_soreness->value());
}

std::string settle_text(const ReportScene& scene, const AreaSummary& area) {
    const SettleDays& days = area.settled;
    if (!days.longest) {
        return std::string(scene.words.text("not known"));
    }
    const std::string usual = days.usual ? std::to_string(*days.usual) : "\u2013";
    return days.not_by_then ? scene.words.say_in("usual and longest, not settled by then", "{0} / > {1}",
                                                 usual, *days.longest)
                            : scene.words.say_in("usual and longest", "{0} / {1}", usual, *days.longest);
}

std::string answered_text(const ReportScene& scene, const AreaSummary& area) {
    return area.answered.due == 0 ? std::string(scene.words.text("none due"))
                                  : scene.words.say("{0} of {1}", area.answered.answered, area.answered.due);
}

std::string sign_words(const ReportScene& scene, const SignReport& report) {
    const words::Catalogue& w = scene.words;
    std::vector<std::string> names;
    add_words(names, report.symptoms, symptom_names, [&](Symptom s) { return words::symptom_word(w, s); });
    add_words(names, report.sensations, sensation_names,
              [&](Sensation s) { return words::sensation_word(w, s); });
    add_words(names, report.screenings, screening_names,
              [&](Screening s) { return words::screening_word(w, s); });
    return fmt::format("{}", fmt::join(names, ", "));
}

std::string health_text(const ReportScene& scene) {
    const Profile& profile = scene.snapshot.profile;
    const words::Catalogue& w = scene.words;
    Conditions open;
    for (std::size_t i = 0; i < condition_names.size(); ++i) {
        const auto condition = static_cast<Condition>(i);
        if (!profile.conditions.contains(condition) && !profile.denied.contains(condition)) {
            open.insert(condition);
        }
    }
    if (profile.conditions.empty() && profile.denied.empty()) {
        return std::string(w.text("Health questions: not answered."));
    }
    const std::string unanswered = conditions_text(scene, open);
    if (profile.conditions.empty()) {
        return open.empty() ? std::string(w.text("Health questions: none applies."))
                            : w.say("Health questions: none of those answered applies. Not answered: {0}.",
                                    unanswered);
    }
    const std::string yes = conditions_text(scene, profile.conditions);
    const std::string known =
        profile.clinician_ok() && profile.cleared_at
            ? w.say("Health questions: {0}; the person marked on {1} that a clinician said it is fine.", yes,
                    scene.full_date(local_day(*profile.cleared_at)))
        : profile.clinician_ok()
            ? w.say("Health questions: {0}; the person marked that a clinician said it is fine.", yes)
            : w.say("Health questions: {0}; not marked as fine by a clinician.", yes);
    return open.empty() ? known : w.say("{0} Not answered: {1}.", known, unanswered);
}

std::string left_out_text(const ReportScene& scene) {
    const bool notes = !scene.options.selection.notes;
    const bool name = scene.options.selection.name.empty();
    if (notes && name) {
        return std::string(scene.words.text("Notes and name were left out."));
    }
    if (notes) {
        return std::string(scene.words.text("Notes were left out."));
    }
    return name ? std::string(scene.words.text("The name was left out.")) : std::string();
}

}  // namespace unknot::report
