#include "app/cli/verbs.h"
#include "app/words/storage.h"
#include "storage/logbook/checking.h"
#include "storage/logbook/salvage.h"

#include <nlohmann/json.hpp>

namespace unknot::cli {

namespace {

std::string problem_text(const Context& context, const storage::CheckProblem& problem) {
    return words::sentence(context.words,
                           words::DamageFound{static_cast<words::DamageFound::What>(problem.what),
                                              harmless(problem.table), harmless(problem.detail)});
}

std::string_view name_of(storage::CheckProblem::What what) {
    using What = storage::CheckProblem::What;
    switch (what) {
        case What::structure: return "structure";
        case What::record: return "record";
        case What::foreign_object: return "foreign_object";
        case What::reference: return "reference";
        case What::digest: return "digest";
    }
    return {};
}

int run_check(Context& context) {
    const auto problems = storage::check_log(context.file);
    if (!problems) {
        throw context.stopped_by(problems.error());
    }
    if (context.json) {
        auto listed = nlohmann::ordered_json::array();
        for (const storage::CheckProblem& problem : *problems) {
            listed.push_back({{"what", name_of(problem.what)},
                              {"table", problem.table},
                              {"detail", harmless(problem.detail)}});
        }
        print(nlohmann::ordered_json{{"sound", problems->empty()}, {"problems", std::move(listed)}}.dump(1));
        return problems->empty() ? done : log_unusable;
    }
    if (problems->empty()) {
        print(context.words.say("{0} is sound: every page and every record is as it was saved.",
                                harmless(context.file.string())));
        return done;
    }
    Stop stop{log_unusable, {}};
    for (const storage::CheckProblem& problem : *problems) {
        stop.sentences.push_back(problem_text(context, problem));
    }
    stop.sentences.push_back(context.way_forward());
    throw stop;
}

int run_salvage(Context& context, const std::string& target) {
    const auto saved = storage::salvage(context.file, target, context.services());
    if (!saved) {
        throw context.stopped_by(saved.error());
    }
    if (context.json) {
        print(nlohmann::ordered_json{{"file", target},
                                     {"sessions", saved->sessions},
                                     {"checkins", saved->checkins},
                                     {"own_areas", saved->own_areas},
                                     {"areas_without_name", saved->renamed_areas},
                                     {"profile", saved->profile}}
                  .dump());
        return done;
    }
    print(context.words.say("Saved {0} sessions and {1} check-ins into {2}; the damaged log is as it was.",
                            saved->sessions, saved->checkins, harmless(target)));
    if (saved->renamed_areas > 0) {
        print(context.words.plural("The name of {0} area of yours was lost; its records are there.",
                                   "The names of {0} areas of yours were lost; their records are there.",
                                   saved->renamed_areas));
    }
    if (!saved->profile) {
        print(std::string(context.words.text(
            "No answers to the health questions were found; \"unknot profile\" asks again.")));
    }
    return done;
}

}  // namespace

Verb add_check(CLI::App& app) {
    return {app.add_subcommand("check", "Look whether every page and record is as it was saved"), run_check};
}

Verb add_salvage(CLI::App& app) {
    CLI::App* verb = app.add_subcommand("salvage", "Read what can be read of a damaged log into a new one");
    auto target = std::make_shared<std::string>();
    verb->add_option("-o", *target, "The new log, a file that is not there yet")
        ->type_name("FILE")
        ->required();
    return {verb, [target](Context& context) { return run_salvage(context, *target); }};
}

}  // namespace unknot::cli
