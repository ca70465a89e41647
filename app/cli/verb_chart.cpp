#include "app/charts/series.h"
#include "app/charts/timeline.h"
#include "app/cli/inputs.h"
#include "app/cli/verbs.h"
#include "app/platform/private_file.h"
#include "app/press/press.h"
#include "app/words/phrases.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace unknot::cli {

namespace {

constexpr float between_sides = 32;

struct ChartArguments {
    std::string area, side, from, to, output;
};

std::vector<std::string> side_names_of(const Area& area) {
    std::vector<std::string> names;
    for (const Side side : {Side::left, Side::right, Side::center, Side::both}) {
        if (area.sides.has(side)) {
            names.emplace_back(name_of(side));
        }
    }
    return names;
}

/// The sides to draw: the one named, both for "both"; else those that have records, else all of the area.
std::vector<Side> sides_of(const Context& context, const Snapshot& snapshot,
                           const guidance::Guidance& guidance, const ChartArguments& given) {
    const Area* area = snapshot.catalogue->find(given.area);
    if (area == nullptr) {
        throw context.refused({Field::area, Reason::unknown_area, shown_value(given.area),
                               snapshot.catalogue->nearest(given.area)});
    }
    if (!given.side.empty()) {
        const Side side = read_side(context, *snapshot.catalogue, given.area, given.side);
        if (!area->sides.has(side)) {
            throw context.refused({Field::side, Reason::side_not_of_area, given.side, side_names_of(*area)});
        }
        return side == Side::both ? std::vector{Side::left, Side::right} : std::vector{side};
    }
    std::vector<Side> had;
    std::vector<Side> used;
    for (const Side side : {Side::left, Side::right, Side::center}) {
        if (area->sides.has(side)) {
            had.push_back(side);
        }
        if (guidance.find({given.area, side}) != nullptr) {
            used.push_back(side);
        }
    }
    return used.empty() ? had : used;
}

/// The days asked for; else from the first record to today, three days at least.
charts::TimeWindow window_of(const Context& context, const std::vector<charts::TrackSeries>& all,
                             const ChartArguments& given) {
    const LocalDay today = local_day(context.now);
    const LocalDay last = given.to.empty() ? today : context.day(given.to, Field::at);
    LocalDay first = last - (static_cast<int>(charts::shortest_window_days) - 1);
    if (!given.from.empty()) {
        first = context.day(given.from, Field::at);
    } else {
        for (const charts::TrackSeries& series : all) {
            first = std::min(first, series.first_day());
        }
    }
    if (first > last) {
        throw Stop{
            not_accepted,
            {context.words.say("The range ends ({0}) before it begins ({1}).", to_iso(last), to_iso(first))}};
    }
    return charts::window_of(first, last);
}

charts::Picture stacked(const Context& context, const Snapshot& snapshot,
                        const std::vector<charts::TrackSeries>& all, const charts::TimeWindow& window,
                        const charts::Measure& measure) {
    charts::Picture whole;
    for (const charts::TrackSeries& series : all) {
        charts::TimelineFrame frame;
        frame.heading = words::place(context.words, *snapshot.catalogue, series.key.area, series.key.side);
        frame.window = window;
        const charts::Picture part = charts::timeline(series, frame, context.words, measure);
        const float top = whole.height > 0 ? whole.height + between_sides : 0;
        charts::place(whole, part, {0, top});
        whole.width = std::max(whole.width, part.width);
        whole.height = top + part.height;
    }
    return whole;
}

/// Just the area's records: flags over time cost as much as the records that they are asked of.
Snapshot only(const Snapshot& whole, const std::string& area) {
    Snapshot part = whole;
    part.areas.clear();
    if (const auto found = whole.areas.find(area); found != whole.areas.end()) {
        part.areas.insert(*found);
    }
    return part;
}

int run_chart(Context& context, const ChartArguments& given) {
    const auto format = paper::format_named(given.output);
    if (!format) {
        throw Stop{not_accepted,
                   {context.words.say("{0} does not say which format; a name that ends in .svg, .png or .pdf "
                                      "is accepted.",
                                      harmless(given.output))}};
    }
    const Snapshot snapshot = only(*context.snapshot(), given.area);
    const guidance::Guidance guidance = guidance::evaluate(snapshot, context.now);
    const guidance::FlagHistory history = guidance::history(snapshot, guidance.today);
    std::vector<charts::TrackSeries> all;
    for (const Side side : sides_of(context, snapshot, guidance, given)) {
        all.push_back(charts::series_of(snapshot, guidance, history, {given.area, side}));
    }
    const charts::TimeWindow window = window_of(context, all, given);
    const paper::PictureFacts facts{words::area_name(context.words, *snapshot.catalogue, given.area),
                                    context.now};
    const auto file = press::picture_file(
        [&](const charts::Measure& measure) { return stacked(context, snapshot, all, window, measure); },
        *format, facts);
    const auto written =
        file ? platform::write_new_file(given.output, [&](const platform::Pieces& out) { out(*file); })
             : Result<Done, std::string>(Failed{file.error()});
    if (!written) {
        throw Stop{not_accepted,
                   {context.words.say("{0} was not written: {1}.", harmless(given.output), written.error())}};
    }
    if (context.json) {
        print(nlohmann::json{{"file", given.output}}.dump());
    } else {
        print(context.words.say("Drawn to {0}.", harmless(given.output)));
    }
    return done;
}

}  // namespace

Verb add_chart(CLI::App& app) {
    CLI::App* verb = app.add_subcommand("chart", "Draw an area's soreness and sessions over time");
    auto given = std::make_shared<ChartArguments>();
    verb->add_option("area", given->area, "The area, as `unknot areas` names it")
        ->type_name("AREA")
        ->required();
    verb->add_option("--side", given->side, "left, right, center or both; else all that have records")
        ->type_name("SIDE");
    verb->add_option("--from", given->from, "First day: 2026-03-01; else that of the first record")
        ->type_name("DAY");
    verb->add_option("--to", given->to, "Last day, included; else today")->type_name("DAY");
    verb->add_option("-o,--output", given->output, "A file that is not there yet: .svg, .png or .pdf")
        ->type_name("FILE")
        ->required();
    return {verb, [given](Context& context) { return run_chart(context, *given); }};
}

}  // namespace unknot::cli
