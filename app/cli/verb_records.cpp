#include "app/cli/inputs.h"
#include "app/cli/verbs.h"
#include "app/words/applied.h"

#include <nlohmann/json.hpp>

namespace unknot::cli {

namespace {

int run_delete(Context& context, const std::string& id) {
    (void)context.log(false);
    const storage::Applied applied = context.apply(DeleteRecord{RecordId(id)});
    if (context.json) {
        print(nlohmann::json{{"deleted", id}}.dump());
        return done;
    }
    const bool session = applied.what == storage::Applied::What::deleted_session;
    print(std::string(session ? context.words.text("Deleted the session; \"unknot undo\" brings it back.")
                              : context.words.text("Deleted the check-in; \"unknot undo\" brings it back.")));
    return done;
}

int run_undo(Context& context) {
    (void)context.log(false);
    const storage::Applied applied = context.apply(Undo{});
    if (context.json) {
        print(nlohmann::json{{"undone", applied.count}}.dump());
        return done;
    }
    print(harmless(words::sentence(context.words, *context.snapshot()->catalogue, applied)));
    return done;
}

struct EditArguments {
    std::string id, area, side, pressure, duration, before, felt, screening, tool, note, at, soreness,
        symptoms;
};

/// Gives a field its new value where one was given.
template <typename Value, typename Read>
void change(Value& value, const std::string& given, Read read) {
    if (!given.empty()) {
        value = read();
    }
}

void change_session(const Context& context, const AreaCatalogue& areas, const EditArguments& given,
                    Session& session) {
    change(session.area, given.area, [&] { return given.area; });
    change(session.side, given.side, [&] { return read_side(context, areas, session.area, given.side); });
    change(session.pressure, given.pressure, [&] { return read_pressure(context, given.pressure); });
    change(session.duration, given.duration, [&] { return read_duration(context, given.duration); });
    change(session.soreness_before, given.before,
           [&] { return read_soreness(context, given.before, Field::soreness_before); });
    change(session.sensations, given.felt,
           [&] { return read_answers<Sensation>(context, given.felt, Field::sensations, sensation_names); });
    change(session.screening, given.screening, [&] {
        return read_answers<Screening>(context, given.screening, Field::screening, screening_names);
    });
    change(session.tool, given.tool, [&] { return given.tool; });
    change(session.note, given.note, [&] { return given.note; });
    change(session.started_at, given.at, [&] { return context.moment(given.at, Field::started_at); });
}

void change_checkin(const Context& context, const AreaCatalogue& areas, const EditArguments& given,
                    CheckIn& checkin) {
    change(checkin.area, given.area, [&] { return given.area; });
    change(checkin.side, given.side, [&] { return read_side(context, areas, checkin.area, given.side); });
    change(checkin.soreness, given.soreness,
           [&] { return read_soreness(context, given.soreness, Field::soreness); });
    change(checkin.symptoms, given.symptoms,
           [&] { return read_answers<Symptom>(context, given.symptoms, Field::symptoms, symptom_names); });
    change(checkin.note, given.note, [&] { return given.note; });
    change(checkin.at, given.at, [&] { return context.moment(given.at, Field::at); });
}

int run_edit(Context& context, const EditArguments& given) {
    const auto snapshot = context.snapshot();
    if (const auto session = snapshot->find_session(RecordId(given.id))) {
        if (!given.soreness.empty() || !given.symptoms.empty()) {
            throw Stop{wrong_usage,
                       {std::string(context.words.text("A session has no --soreness and no --symptoms."))}};
        }
        Session changed = *session;
        change_session(context, *snapshot->catalogue, given, changed);
        context.apply(EditSession{changed});
    } else if (const auto checkin = snapshot->find_checkin(RecordId(given.id))) {
        const bool of_session = !given.pressure.empty() || !given.duration.empty() || !given.before.empty() ||
                                !given.felt.empty() || !given.screening.empty() || !given.tool.empty();
        if (of_session) {
            throw Stop{
                wrong_usage,
                {std::string(context.words.text("A check-in has only --area, --side, --soreness, --symptoms, "
                                                "--note and --at."))}};
        }
        CheckIn changed = *checkin;
        change_checkin(context, *snapshot->catalogue, given, changed);
        context.apply(EditCheckIns{{changed}});
    } else {
        Failure failure;
        failure.problem = Problem::no_such_record;
        failure.id = given.id;
        throw context.stopped_by(failure);
    }
    if (context.json) {
        print(nlohmann::json{{"changed", given.id}}.dump());
        return done;
    }
    print(std::string(context.words.text("Changed; \"unknot undo\" takes it back.")));
    return done;
}

}  // namespace

Verb add_delete(CLI::App& app) {
    CLI::App* verb = app.add_subcommand("delete", "Delete a session or check-in");
    auto id = std::make_shared<std::string>();
    verb->add_option("id", *id, "The record's id; \"unknot list\" shows them")->type_name("ID")->required();
    return {verb, [id](Context& context) { return run_delete(context, *id); }};
}

Verb add_undo(CLI::App& app) {
    return {app.add_subcommand("undo", "Take back the latest change of the log"), run_undo};
}

Verb add_edit(CLI::App& app) {
    CLI::App* verb = app.add_subcommand("edit", "Change a session or check-in");
    auto given = std::make_shared<EditArguments>();
    verb->add_option("id", given->id, "The record's id; \"unknot list\" shows them")
        ->type_name("ID")
        ->required();
    verb->add_option("--area", given->area, "Area id")->type_name("AREA");
    verb->add_option("--side", given->side, "left, right, center or both")->type_name("SIDE");
    verb->add_option("--pressure", given->pressure, "1 to 5")->type_name("PRESSURE");
    verb->add_option("--duration", given->duration, "2:30, 90 s, 2 min")->type_name("DURATION");
    verb->add_option("--before", given->before, "Soreness before, 0 to 10")->type_name("SORENESS");
    verb->add_option("--felt", given->felt, "none, or names joined with commas")->type_name("SENSATIONS");
    verb->add_option("--screening", given->screening, "none, or names joined with commas")
        ->type_name("SCREENING");
    verb->add_option("--tool", given->tool, "What you pressed with")->type_name("NAME");
    verb->add_option("--note", given->note, "A note");
    verb->add_option("--at", given->at, "When: 2026-03-07T18:30")->type_name("TIME");
    verb->add_option("--soreness", given->soreness, "0 to 10")->type_name("SORENESS");
    verb->add_option("--symptoms", given->symptoms, "none, or names joined with commas")
        ->type_name("SYMPTOMS");
    return {verb, [given](Context& context) { return run_edit(context, *given); }};
}

}  // namespace unknot::cli
