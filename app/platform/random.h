#pragma once

#include <array>
#include <cstdint>

namespace unknot::platform {

/// Bytes from the system's random source, for ids. Throws std::system_error where it has none.
[[nodiscard]] std::array<std::uint8_t, 10> random_bytes();

}  // namespace unknot::platform
