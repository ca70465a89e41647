#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace unknot::tests {

/// A file of assets/look, its keys in their own order. Throws where it cannot be read.
[[nodiscard]] nlohmann::ordered_json look_data(const std::string& name);

}  // namespace unknot::tests
