#include "app/cli/flags_json.h"
#include "app/cli/verbs.h"
#include "app/words/flags.h"

namespace unknot::cli {

namespace {

struct FlagsArguments {
    std::string as_of;
    bool history = false;
};

void print_flag(const Context& context, const guidance::Flag& flag, LocalDay today) {
    const std::string_view tier = words::tier_word(context.words, flag.tier);
    const std::string sentence = words::sentence(context.words, flag, today);
    print("  " + (flag.since ? context.words.say_in("tier: sentence", "{0}: {1} (since {2})", tier, sentence,
                                                    words::plain_date(context.words, *flag.since, today))
                             : context.words.say_in("tier: sentence", "{0}: {1}", tier, sentence)));
    std::string ratings;
    for (const guidance::EvidenceRating& rating : flag.ratings) {
        ratings += ratings.empty() ? "" : ", ";
        ratings += context.words.say_in("day and rating", "{0} {1}",
                                        words::weekday_date(context.words, rating.day, today),
                                        rating.soreness.value());
    }
    if (!ratings.empty()) {
        print("    " + context.words.say("Ratings: {0}", ratings));
    }
    print("    " + words::clears_text(context.words, flag, today));
}

void print_flags(const Context& context, const Snapshot& snapshot, const guidance::Guidance& guidance) {
    if (!guidance.global.empty()) {
        print(std::string(context.words.text("You, whatever the area")));
    }
    for (const guidance::Flag& flag : guidance.global) {
        print_flag(context, flag, guidance.today);
    }
    for (const auto& [key, track] : guidance.tracks) {
        print(context.words.say_in(
            "place: what is said of it", "{0}: {1}",
            harmless(words::place(context.words, *snapshot.catalogue, key.area, key.side)),
            words::state_word(context.words, track->state)));
        for (const guidance::Flag& flag : track->flags) {
            print_flag(context, flag, guidance.today);
        }
    }
    if (guidance.tracks.empty()) {
        print(std::string(context.words.text("Nothing is logged yet.")));
    }
    print(std::string(words::disclaimer(context.words)));
}

int run_flags(Context& context, const FlagsArguments& given) {
    const Instant as_of = given.as_of.empty() ? context.now : context.moment(given.as_of, Field::at);
    const auto snapshot = context.snapshot();
    if (given.history) {
        const auto history = platform::traced(context.trace.get(), "flags over time",
                                              [&] { return guidance::history(*snapshot, local_day(as_of)); });
        if (context.json) {
            print(history_json(history).dump(1));
            return done;
        }
        for (const auto& [key, intervals] : history.tracks) {
            for (const guidance::FlagInterval& interval : intervals) {
                print(fmt::format(
                    "{}  {}  {}  {}  {}", to_iso(interval.from),
                    interval.to ? to_iso(*interval.to) : std::string(context.words.text("still")),
                    to_text(key), guidance::name_of(interval.code), guidance::name_of(interval.tier)));
            }
        }
        return done;
    }
    const auto guidance = platform::traced(context.trace.get(), "guidance",
                                           [&] { return guidance::evaluate(*snapshot, as_of); });
    if (context.json) {
        print(flags_json(context.words, guidance).dump(1));
    } else {
        print_flags(context, *snapshot, guidance);
    }
    return done;
}

}  // namespace

Verb add_flags(CLI::App& app) {
    CLI::App* verb = app.add_subcommand("flags", "What is flagged, why, and what would clear it");
    auto given = std::make_shared<FlagsArguments>();
    verb->add_option("--as-of", given->as_of, "As it was at that moment: 2026-03-07T09:00:00+00:00")
        ->type_name("TIME");
    verb->add_flag("--history", given->history, "Flags over time");
    return {verb, [given](Context& context) { return run_flags(context, *given); }};
}

}  // namespace unknot::cli
