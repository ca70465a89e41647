#include "app/cli/inputs.h"
#include "app/cli/verbs.h"
#include "app/words/phrases.h"

#include <nlohmann/json.hpp>

namespace unknot::cli {

namespace {

struct CheckinArguments {
    std::string area, side, soreness, symptoms, note, at;
};

int run_checkin(Context& context, const CheckinArguments& given) {
    storage::Logbook& log = context.log(true);
    const auto snapshot = context.snapshot();
    CheckIn checkin;
    checkin.id = log.new_id();
    checkin.area = given.area;
    checkin.side = read_side(context, *snapshot->catalogue, given.area, given.side);
    checkin.soreness = read_soreness(context, given.soreness, Field::soreness);
    if (!given.symptoms.empty()) {
        checkin.symptoms = read_answers<Symptom>(context, given.symptoms, Field::symptoms, symptom_names);
    }
    checkin.note = given.note;
    checkin.at = given.at.empty() ? context.now : context.moment(given.at, Field::at);
    checkin.entered_at = context.now;
    context.apply(RecordCheckIns{{checkin}});
    if (context.json) {
        print(nlohmann::json{{"id", checkin.id.text()}}.dump());
        return done;
    }
    print(context.words.say(
        "Saved: {0}, {1}.",
        harmless(words::place(context.words, *snapshot->catalogue, checkin.area, checkin.side)),
        checkin.soreness->value()));
    if (!checkin.symptoms) {
        print(std::string(
            context.words.text("Warning signs: not asked (--symptoms none says that there were none).")));
    }
    return done;
}

}  // namespace

Verb add_checkin(CLI::App& app) {
    CLI::App* verb = app.add_subcommand("checkin", "Say how sore an area is");
    auto given = std::make_shared<CheckinArguments>();
    verb->add_option("area", given->area, "Area id; \"unknot areas\" lists them")
        ->type_name("AREA")
        ->required();
    verb->add_option("soreness", given->soreness, "0 none to 10")->type_name("SORENESS")->required();
    verb->add_option("--side", given->side, "left, right, center or both")->type_name("SIDE");
    verb->add_option("--symptoms", given->symptoms,
                     "none, or names joined with commas: numbness,swelling,...")
        ->type_name("SYMPTOMS");
    verb->add_option("--note", given->note, "A note");
    verb->add_option("--at", given->at, "The moment the rating is about: 2026-03-07T08:00; now unless given")
        ->type_name("TIME");
    return {verb, [given](Context& context) { return run_checkin(context, *given); }};
}

}  // namespace unknot::cli
