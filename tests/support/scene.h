#pragma once

#include "tests/support/program.h"
#include "tests/support/temporary_log.h"

#include <map>
#include <string>
#include <vector>

namespace unknot::tests {

/// A log of its own and the real program on it, with the clock at 2026-03-07 20:00 in Berlin.
struct Scene {
    TemporaryFolder folder;
    std::string db = folder.path() / "log.db";
    std::map<std::string, std::string> environment{{"UNKNOT_NOW", "2026-03-07T20:00:00+01:00"},
                                                   {"TZ", "Europe/Berlin"}};

    [[nodiscard]] Finished run(std::vector<std::string> arguments) const;
    /// Puts a file into the folder; its path.
    [[nodiscard]] std::string put(const std::string& name, const std::string& content) const;
    [[nodiscard]] std::string path(const std::string& name) const { return folder.path() / name; }
};

[[nodiscard]] std::string content_of(const std::string& file);

/// True where `text` is one line that says something.
[[nodiscard]] bool is_one_sentence(const std::string& text);

}  // namespace unknot::tests
