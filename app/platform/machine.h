#pragma once

#include <string>

namespace unknot::platform {

/// What tells this installation of the system apart from every other one (machine-id(5)); empty where the
/// system has none. To be hashed before it is written anywhere, as its manual asks.
[[nodiscard]] std::string machine_id();

}  // namespace unknot::platform
