#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace unknot::tests {

/// What a finished program left behind.
struct Finished {
    int status = -1;  ///< exit status; 128 + the signal where one ended it
    std::string out;
    std::string err;
};

/// Runs the real program with these arguments and just these environment variables (beside PATH, which is
/// /usr/bin:/bin unless named). Ended after 30 s.
[[nodiscard]] Finished run_program(const std::vector<std::string>& arguments,
                                   const std::map<std::string, std::string>& environment = {});

/// Runs another program, found on PATH (/usr/bin:/bin) or by its whole path, in the same way.
[[nodiscard]] Finished run_command(const std::vector<std::string>& words,
                                   const std::map<std::string, std::string>& environment = {});

/// As `run_program`, with Ctrl+C pressed this many milliseconds after the start.
[[nodiscard]] Finished interrupt_program(const std::vector<std::string>& arguments,
                                         const std::map<std::string, std::string>& environment, int after_ms);

}  // namespace unknot::tests
