#include "app/cli/inputs.h"
#include "app/cli/verbs.h"
#include "app/guidance/guidance.h"
#include "app/words/flags.h"

#include <nlohmann/json.hpp>

namespace unknot::cli {

namespace {

struct LogArguments {
    std::string area, side, pressure, minutes, duration, before, felt, screening, tool, note, at;
};

std::optional<Duration> duration_of(const Context& context, const LogArguments& given) {
    if (!given.duration.empty()) {
        return read_duration(context, given.duration);
    }
    return given.minutes.empty() ? std::nullopt : std::optional(read_duration(context, given.minutes));
}

Session session_of(Context& context, const LogArguments& given) {
    storage::Logbook& log = context.log(true);
    const auto snapshot = context.snapshot();
    Session session;
    session.id = log.new_id();
    session.area = given.area;
    session.side = read_side(context, *snapshot->catalogue, given.area, given.side);
    session.pressure = read_pressure(context, given.pressure);
    session.duration = duration_of(context, given);
    if (!given.before.empty()) {
        session.soreness_before = read_soreness(context, given.before, Field::soreness_before);
    }
    if (!given.felt.empty()) {
        session.sensations = read_answers<Sensation>(context, given.felt, Field::sensations, sensation_names);
    }
    if (!given.screening.empty()) {
        session.screening =
            read_answers<Screening>(context, given.screening, Field::screening, screening_names);
    }
    session.tool = given.tool;
    session.note = given.note;
    session.entered_at = context.now;
    // Logged right afterwards: it began when it had not yet lasted.
    session.started_at = given.at.empty()
                             ? plus_seconds(context.now, session.duration ? -session.duration->seconds() : 0)
                             : context.moment(given.at, Field::started_at);
    return session;
}

void say_logged(Context& context, const Session& session) {
    const auto snapshot = context.snapshot();
    print(context.words.say(
        "Logged: {0}, {1}, at {2}.",
        harmless(words::place(context.words, *snapshot->catalogue, session.area, session.side)),
        words::pressure_word(context.words, session.pressure), words::clock_time(session.started_at)));
    const auto guidance = guidance::evaluate(*snapshot, context.now);
    for (const auto& [key, track] : guidance.tracks) {
        const bool touched =
            key.area == session.area && (key.side == session.side || session.side == Side::both);
        for (const guidance::Flag& flag : track->flags) {
            if (touched && flag.tier >= guidance::Tier::ease_off) {
                print(context.words.say_in("tier: sentence", "{0}: {1}",
                                           words::tier_word(context.words, flag.tier),
                                           words::sentence(context.words, flag, guidance.today)));
            }
        }
    }
    print(std::string(words::disclaimer(context.words)));
}

int run_log(Context& context, const LogArguments& given) {
    const Session session = session_of(context, given);
    context.apply(LogSession{session});
    if (context.json) {
        print(nlohmann::json{{"id", session.id.text()}}.dump());
    } else {
        say_logged(context, session);
    }
    return done;
}

}  // namespace

Verb add_log(CLI::App& app) {
    CLI::App* verb = app.add_subcommand("log", "Log a session");
    auto given = std::make_shared<LogArguments>();
    verb->add_option("area", given->area, "Area id; \"unknot areas\" lists them")
        ->type_name("AREA")
        ->required();
    verb->add_option("--side", given->side, "left, right, center or both")->type_name("SIDE");
    verb->add_option("--pressure", given->pressure, "1 very light to 5 too much")
        ->type_name("PRESSURE")
        ->required();
    verb->add_option("--minutes", given->minutes, "How long, in minutes")->type_name("MINUTES");
    verb->add_option("--duration", given->duration, "How long: 2:30, 90 s, 2 min")->type_name("DURATION");
    verb->add_option("--before", given->before, "Soreness before, 0 to 10")->type_name("SORENESS");
    verb->add_option("--felt", given->felt, "none, or names joined with commas: held_breath,tensed,...")
        ->type_name("SENSATIONS");
    verb->add_option("--screening", given->screening, "none, or fresh_injury, open_skin, swelling_warmth")
        ->type_name("SCREENING");
    verb->add_option("--tool", given->tool, "What you pressed with")->type_name("NAME");
    verb->add_option("--note", given->note, "A note");
    verb->add_option("--at", given->at,
                     "When it began: 2026-03-07T18:30; now minus its duration unless given")
        ->type_name("TIME");
    return {verb, [given](Context& context) { return run_log(context, *given); }};
}

}  // namespace unknot::cli
