#pragma once

#include "app/cli/context.h"
#include "app/report/selection.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <vector>

namespace unknot::cli {

/// The part of a log that somebody asked for.
struct RangeArguments {
    std::string from, to;
    std::vector<std::string> areas;

    [[nodiscard]] bool given() const { return !from.empty() || !to.empty() || !areas.empty(); }
};

/// Adds --from, --to and --area to a verb.
[[nodiscard]] std::shared_ptr<RangeArguments> add_range(CLI::App& verb);

/// Reads them; an area must be one that the log knows. Throws Stop.
[[nodiscard]] report::Selection read_range(const Context& context, const AreaCatalogue& catalogue,
                                           const RangeArguments& given);

}  // namespace unknot::cli
