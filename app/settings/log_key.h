#pragma once

#include <filesystem>
#include <string>

namespace unknot::settings {

/// What tells one log of a user from another without saying where it is: the path itself may say who somebody
/// is. 32 hexadecimal digits, a hash (XXH3, 128 bits) of the log's absolute path with links followed.
[[nodiscard]] std::string log_key(const std::filesystem::path& log);

}  // namespace unknot::settings
