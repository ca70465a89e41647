#pragma once

#include "app/domain/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace unknot::platform {

/// The whole path of the program that runs.
[[nodiscard]] std::filesystem::path this_program();

/// True where a program of this name is on PATH.
[[nodiscard]] bool is_on_path(const std::string& program);

/// Runs a program to its end. Fails with what it said last on standard error, or the system's words, where it
/// cannot be run or does not end with 0. The words are arguments, never a shell's.
[[nodiscard]] Result<Done, std::string> run_to_end(const std::vector<std::string>& words);

/// Starts a program that runs on by itself, in a session of its own, with no terminal; nobody waits for it.
/// Fails with the system's words where it cannot be started.
[[nodiscard]] Result<Done, std::string> start_apart(const std::vector<std::string>& words);

}  // namespace unknot::platform
