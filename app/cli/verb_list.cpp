#include "app/cli/range.h"
#include "app/cli/verbs.h"
#include "app/words/phrases.h"

#include <nlohmann/json.hpp>

namespace unknot::cli {

namespace {

struct ListArguments {
    std::string what;
    std::shared_ptr<RangeArguments> range;
};

nlohmann::ordered_json json_of(const LogEntry& entry) {
    nlohmann::ordered_json json{{"id", entry.id().text()},
                                {"kind", entry.session ? "session" : "checkin"},
                                {"at", to_iso(entry.at())},
                                {"area", entry.area()},
                                {"side", name_of(entry.side())}};
    if (entry.session) {
        json["pressure"] = number(entry.session->pressure);
        if (entry.session->duration) {
            json["duration_s"] = entry.session->duration->seconds();
        }
        if (entry.session->soreness_before) {
            json["soreness_before"] = entry.session->soreness_before->value();
        }
    } else if (entry.checkin->soreness) {
        json["soreness"] = entry.checkin->soreness->value();
    }
    return json;
}

std::string what_of(const Context& context, const LogEntry& entry) {
    if (entry.session) {
        const auto pressure = words::pressure_word(context.words, entry.session->pressure);
        return entry.session->duration
                   ? context.words.say(
                         "session, {0}, {1}", pressure,
                         words::duration_text(context.words, entry.session->duration->seconds()))
                   : context.words.say("session, {0}", pressure);
    }
    return entry.checkin->soreness ? context.words.say("check-in, {0}", entry.checkin->soreness->value())
                                   : std::string(context.words.text("check-in, not recorded"));
}

void print_line(const Context& context, const Snapshot& snapshot, const LogEntry& entry) {
    const auto& entered = entry.session ? entry.session->entered_at : entry.checkin->entered_at;
    std::string line =
        fmt::format("{}  {}  {}  {}  {}", to_iso(local_day(entry.at())), words::clock_time(entry.at()),
                    harmless(words::place(context.words, *snapshot.catalogue, entry.area(), entry.side())),
                    what_of(context, entry), harmless(entry.id().text()));
    if (entered_late(entry.at(), entered)) {
        line += "  " + context.words.say("(entered {0})", to_iso(local_day(*entered)));
    }
    print(line);
}

int run_list(Context& context, const ListArguments& given) {
    const auto snapshot = context.snapshot();
    const report::Selection selection = read_range(context, *snapshot->catalogue, *given.range);
    auto listed = nlohmann::ordered_json::array();
    for (const LogEntry& entry : newest_first(*snapshot)) {
        const bool kind_fits = given.what.empty() || (given.what == "sessions") == (entry.session != nullptr);
        if (!kind_fits || !selection.holds(entry)) {
            continue;
        }
        if (context.json) {
            listed.push_back(json_of(entry));
        } else {
            print_line(context, *snapshot, entry);
        }
    }
    if (context.json) {
        print(listed.dump(1));
    }
    return done;
}

int run_areas(Context& context) {
    AreaCatalogue catalogue;
    if (std::filesystem::exists(context.file)) {
        catalogue = *context.snapshot()->catalogue;
    }
    auto listed = nlohmann::ordered_json::array();
    for (const Area& area : catalogue.all()) {
        std::string sides;
        for (const Side side : {Side::left, Side::right, Side::center, Side::both}) {
            if (area.sides.has(side)) {
                sides += (sides.empty() ? "" : ", ") + std::string(name_of(side));
            }
        }
        if (context.json) {
            listed.push_back({{"id", area.id}, {"name", area.name}, {"sides", sides}, {"own", area.own}});
        } else {
            print(fmt::format("{:<18} {} ({})", area.id,
                              harmless(words::area_name(context.words, catalogue, area.id)), sides));
        }
    }
    if (context.json) {
        print(listed.dump(1));
    }
    return done;
}

}  // namespace

Verb add_list(CLI::App& app) {
    CLI::App* verb = app.add_subcommand("list", "List sessions and check-ins, newest first");
    auto given = std::make_shared<ListArguments>();
    verb->add_option("what", given->what, "sessions or checkins; both unless given")
        ->check(CLI::IsMember({"sessions", "checkins"}));
    given->range = add_range(*verb);
    return {verb, [given](Context& context) { return run_list(context, *given); }};
}

Verb add_areas(CLI::App& app) {
    return {app.add_subcommand("areas", "List the areas and their sides"), run_areas};
}

}  // namespace unknot::cli
