#include "app/cli/flags_json.h"
#include "app/cli/verbs.h"
#include "app/words/flags.h"

namespace unknot::cli {

namespace {

std::string place_of(const Context& context, const Snapshot& snapshot, const TrackKey& key) {
    return harmless(words::place(context.words, *snapshot.catalogue, key.area, key.side));
}

void print_due(const Context& context, const Snapshot& snapshot, const guidance::Guidance& guidance) {
    bool any = false;
    for (const auto& [key, track] : guidance.tracks) {
        if (track->due) {
            any = true;
            print("  " +
                  context.words.say("{0}, day {1}: how sore is it?  (unknot checkin {2} --side {3} 0..10)",
                                    place_of(context, snapshot, key), track->follow_up_day, key.area,
                                    unknot::name_of(key.side)));
        }
    }
    if (!any) {
        print("  " + std::string(context.words.text("No check-in is due.")));
    }
}

void print_tracks(const Context& context, const Snapshot& snapshot, const guidance::Guidance& guidance) {
    for (const guidance::Flag& flag : guidance.global) {
        print("  " + context.words.say_in("tier: sentence", "{0}: {1}",
                                          words::tier_word(context.words, flag.tier),
                                          words::sentence(context.words, flag, guidance.today)));
    }
    for (const auto& [key, track] : guidance.tracks) {
        for (const guidance::Flag& flag : track->flags) {
            print("  " + context.words.say_in("place, tier: sentence", "{0}, {1}: {2}",
                                              place_of(context, snapshot, key),
                                              words::tier_word(context.words, flag.tier),
                                              words::sentence(context.words, flag, guidance.today)));
        }
        if (track->flags.empty()) {
            // A track that nobody rated is not "fine": it says its state, never "nothing flagged".
            print("  " + context.words.say_in("place: what is said of it", "{0}: {1}",
                                              place_of(context, snapshot, key),
                                              words::state_word(context.words, track->state)));
        }
    }
}

int run_today(Context& context) {
    const auto snapshot = context.snapshot();
    const auto guidance = guidance::evaluate(*snapshot, context.now);
    if (context.json) {
        print(flags_json(context.words, guidance).dump(1));
        return done;
    }
    print(words::long_date(context.words, guidance.today, guidance.today));
    print(std::string(context.words.text("Due")));
    print_due(context, *snapshot, guidance);
    print(std::string(context.words.text("Look after these")));
    print_tracks(context, *snapshot, guidance);
    print(std::string(context.words.text("Next session")));
    for (const auto& [key, track] : guidance.tracks) {
        print("  " + context.words.say_in(
                         "place: what is said of it", "{0}: {1}", place_of(context, *snapshot, key),
                         words::next_text(context.words, *track, guidance.global_next, guidance.today)));
    }
    print(std::string(words::disclaimer(context.words)));
    return done;
}

}  // namespace

Verb add_today(CLI::App& app) {
    return {app.add_subcommand("today", "What is due, what is flagged, what the next session may be"),
            run_today};
}

}  // namespace unknot::cli
