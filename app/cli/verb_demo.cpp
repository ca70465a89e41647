#include "app/cli/verbs.h"
#include "app/sample/sample.h"

#include <nlohmann/json.hpp>

namespace unknot::cli {

namespace {

/// Records in one transaction: large enough that syncs cost little, small enough for the memory.
constexpr std::size_t records_at_once = 20'000;

struct DemoArguments {
    std::string like = "year";
    std::optional<std::size_t> sessions;
    std::optional<std::size_t> checkins;
    std::uint64_t seed = 1;
};

sample::Extent extent_of(const DemoArguments& given) {
    if (given.sessions || given.checkins) {
        const std::size_t sessions = given.sessions.value_or(0);
        return {sessions, given.checkins.value_or(4 * sessions)};
    }
    return sample::extent_named(given.like).value_or(sample::Extent{});
}

int run_demo(Context& context, const DemoArguments& given) {
    if (!context.file_was_named) {  // made-up records must not begin somebody's own log
        throw Stop{wrong_usage,
                   {std::string(context.words.text("Name a new file for the sample log with --db."))}};
    }
    const sample::Extent extent = extent_of(given);
    sample::Generator generator(extent, given.seed, context.now, context.words);
    storage::Logbook& log = context.new_log();
    std::vector<Area> areas = generator.own_areas();
    for (sample::Batch batch = generator.next(records_at_once); batch.size() > 0;
         batch = generator.next(records_at_once)) {
        ImportRecords records;
        records.areas = std::exchange(areas, {});
        records.sessions = std::move(batch.sessions);
        records.checkins = std::move(batch.checkins);
        if (const auto applied = log.apply(records); !applied) {
            throw context.stopped_by(applied.error());
        }
    }
    if (context.json) {
        print(nlohmann::json{{"sessions", extent.sessions}, {"checkins", extent.checkins}}.dump());
        return done;
    }
    print(context.words.say("A sample log with {0} sessions and {1} check-ins is in {2}.", extent.sessions,
                            extent.checkins, harmless(context.file.string())));
    return done;
}

}  // namespace

Verb add_demo(CLI::App& app) {
    CLI::App* verb = app.add_subcommand("demo", "Make a sample log that ends today; --db names a new file");
    auto given = std::make_shared<DemoArguments>();
    auto* like = verb->add_option("--like", given->like, "How long: week, year, decade, century or million")
                     ->check(CLI::IsMember({"week", "year", "decade", "century", "million"}));
    const CLI::Range counts(std::size_t{0}, sample::most_records);
    verb->add_option("--sessions", given->sessions, "How many sessions")->check(counts)->excludes(like);
    verb->add_option("--checkins", given->checkins, "How many check-ins; else four a session")
        ->check(counts)
        ->excludes(like);
    verb->add_option("--seed", given->seed, "Another number makes another log; the same makes the same");
    return {verb, [given](Context& context) { return run_demo(context, *given); }};
}

}  // namespace unknot::cli
