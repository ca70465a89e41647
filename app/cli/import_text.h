#pragma once

#include "app/cli/context.h"
#include "storage/import/problem.h"

#include <string>

namespace unknot::cli {

/// Where in a file something stands: "sessions.csv, line 3, column 5 (pressure)", "log.json: sessions[3]".
/// `line` and `column` 0 and `field` empty: not known.
[[nodiscard]] std::string place_in_file(const Context& context, const std::string& file, std::size_t line,
                                        std::size_t column, const std::string& field);

/// One sentence: which file, where in it, what is wrong, what is accepted.
[[nodiscard]] std::string sentence(const Context& context, const std::string& file,
                                   const storage::ImportProblem& problem);

}  // namespace unknot::cli
