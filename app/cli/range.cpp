#include "app/cli/range.h"

namespace unknot::cli {

std::shared_ptr<RangeArguments> add_range(CLI::App& verb) {
    auto given = std::make_shared<RangeArguments>();
    verb.add_option("--from", given->from, "First day: 2026-03-01")->type_name("DAY");
    verb.add_option("--to", given->to, "Last day, included: 2026-03-31")->type_name("DAY");
    verb.add_option("--area", given->areas, "Only this area; may be given again")
        ->type_name("AREA")
        ->allow_extra_args(false);
    return given;
}

report::Selection read_range(const Context& context, const AreaCatalogue& catalogue,
                             const RangeArguments& given) {
    report::Selection selection;
    if (!given.from.empty()) {
        selection.from = context.day(given.from, Field::at);
    }
    if (!given.to.empty()) {
        selection.to = context.day(given.to, Field::at);
    }
    if (selection.from && selection.to && *selection.to < *selection.from) {
        throw Stop{not_accepted,
                   {context.words.say("The range ends on {0}, before it begins on {1}.",
                                      to_iso(*selection.to), to_iso(*selection.from))}};
    }
    for (const std::string& area : given.areas) {
        if (catalogue.find(area) == nullptr) {
            throw context.refused(
                {Field::area, Reason::unknown_area, shown_value(area), catalogue.nearest(area)});
        }
        selection.areas.push_back(area);
    }
    return selection;
}

}  // namespace unknot::cli
