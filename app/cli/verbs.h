#pragma once

#include "app/cli/context.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <vector>

namespace unknot::cli {

/// A verb adds itself to the parser and returns what runs it; it throws Stop where it cannot be done.
using Action = std::function<int(Context&)>;
struct Verb {
    CLI::App* parser;
    Action action;
};

[[nodiscard]] Verb add_log(CLI::App& app);
[[nodiscard]] Verb add_checkin(CLI::App& app);
[[nodiscard]] Verb add_today(CLI::App& app);
[[nodiscard]] Verb add_flags(CLI::App& app);
[[nodiscard]] Verb add_list(CLI::App& app);
[[nodiscard]] Verb add_edit(CLI::App& app);
[[nodiscard]] Verb add_delete(CLI::App& app);
[[nodiscard]] Verb add_undo(CLI::App& app);
[[nodiscard]] Verb add_export(CLI::App& app);
[[nodiscard]] Verb add_import(CLI::App& app);
[[nodiscard]] Verb add_areas(CLI::App& app);
[[nodiscard]] Verb add_merge(CLI::App& app);
[[nodiscard]] Verb add_chart(CLI::App& app);
[[nodiscard]] Verb add_profile(CLI::App& app);
[[nodiscard]] Verb add_demo(CLI::App& app);
[[nodiscard]] Verb add_completion(CLI::App& app);
[[nodiscard]] Verb add_backup(CLI::App& app);
[[nodiscard]] Verb add_restore(CLI::App& app);
[[nodiscard]] Verb add_check(CLI::App& app);
[[nodiscard]] Verb add_salvage(CLI::App& app);
[[nodiscard]] Verb add_remind(CLI::App& app);

}  // namespace unknot::cli
