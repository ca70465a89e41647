#include "app/cli/inputs.h"
#include "app/cli/verbs.h"
#include "app/words/phrases.h"

#include <nlohmann/json.hpp>

namespace unknot::cli {

namespace {

struct ProfileArguments {
    std::vector<std::string> conditions;
    std::string clinician_ok;
};

Profile answered(const Context& context, Profile profile, const ProfileArguments& given) {
    if (!given.conditions.empty()) {
        Conditions named;
        for (const std::string& text : given.conditions) {
            named = named.united(read_answers<Condition>(context, text, Field::conditions, condition_names));
        }
        profile.conditions = named;
        // Naming one condition says nothing of the others; only "none" answers them all with no.
        profile.denied = named.empty() ? Conditions::from_bits(0xFU)
                                       : Conditions::from_bits(profile.denied.bits() & ~named.bits());
    }
    if (given.clinician_ok == "yes") {
        profile.cleared = profile.conditions;
        profile.cleared_at = context.now;
    } else if (given.clinician_ok == "no") {
        profile.cleared = {};
        profile.cleared_at.reset();
    }
    return profile;
}

void print_profile(const Context& context, const Profile& profile) {
    for (std::size_t i = 0; i < condition_names.size(); ++i) {
        const auto condition = static_cast<Condition>(i);
        const std::string_view answer = profile.conditions.contains(condition) ? context.words.text("yes")
                                        : profile.denied.contains(condition)
                                            ? context.words.text("no")
                                            : context.words.text("not answered");
        print(context.words.say_in("question: answer", "{0}: {1}",
                                   words::condition_word(context.words, condition), answer));
    }
    if (!profile.conditions.empty()) {
        print(std::string(profile.clinician_ok() ? context.words.text("A clinician said it is fine.")
                                                 : context.words.text("Ask a clinician before you start.")));
    }
}

int run_profile(Context& context, const ProfileArguments& given) {
    const bool asks = given.conditions.empty() && given.clinician_ok.empty();
    (void)context.log(!asks);
    const Profile profile = answered(context, context.snapshot()->profile, given);
    if (!asks) {
        context.apply(SetProfile{profile});
    }
    if (context.json) {
        auto conditions = nlohmann::json::array();
        for (std::size_t i = 0; i < condition_names.size(); ++i) {
            if (profile.conditions.contains(static_cast<Condition>(i))) {
                conditions.push_back(std::string(condition_names[i]));
            }
        }
        print(nlohmann::json{{"conditions", conditions}, {"clinician_ok", profile.clinician_ok()}}.dump());
    } else {
        print_profile(context, profile);
    }
    return done;
}

}  // namespace

Verb add_profile(CLI::App& app) {
    CLI::App* verb = app.add_subcommand("profile", "Show or answer the health questions");
    auto given = std::make_shared<ProfileArguments>();
    verb->add_option("--condition", given->conditions,
                     "none, or blood_clot_history, fracture_history, blood_thinners, clotting_condition")
        ->type_name("CONDITIONS");
    verb->add_option("--clinician-ok", given->clinician_ok, "A clinician said it is fine: yes or no")
        ->check(CLI::IsMember({"yes", "no"}));
    return {verb, [given](Context& context) { return run_profile(context, *given); }};
}

}  // namespace unknot::cli
