#pragma once

#include "app/words/catalogue.h"

#include <CLI/CLI.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace unknot::cli {

/// One thing that may stand where somebody is typing.
struct Candidate {
    std::string text;
    std::string meaning;  ///< in a few words; may be empty
};

/// What a shell offers for the last of `typed` (what stands behind the program's name; the last one may be
/// empty).
struct Candidates {
    bool files = false;  ///< a file or folder: the shell knows those better
    std::vector<Candidate> listed;
};

/// Reads the parser's own description, so that nothing offered can be out of date.
[[nodiscard]] Candidates candidates(const CLI::App& app, const std::vector<std::string>& typed,
                                    const words::Catalogue& words);

/// The script that a shell sources; it asks `unknot completion candidates` for every word. `shell`: bash,
/// zsh, fish.
[[nodiscard]] std::string_view completion_script(std::string_view shell);

}  // namespace unknot::cli
