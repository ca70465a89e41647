#pragma once

#include "app/domain/snapshot.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace unknot::tests {

/// The whole of a file of tests/data, unpacked where its name ends in .gz. Throws where it cannot be read.
[[nodiscard]] std::string test_data(const std::string& name);

/// A log as the reference model reads it. Throws where the importer refuses it.
[[nodiscard]] Snapshot snapshot_of(const nlohmann::json& log);

/// The answer of the rules in the form that reference.py prints.
[[nodiscard]] nlohmann::json answer_of(const Snapshot& snapshot, const std::string& as_of);

/// The flags over time in the form of reference.py's history.
[[nodiscard]] nlohmann::json history_of(const Snapshot& snapshot, const std::string& last_day);

/// The parts of `expected` that `got` answers otherwise, one line each; empty where all agree.
[[nodiscard]] std::string differences(const nlohmann::json& got, const nlohmann::json& expected);

}  // namespace unknot::tests
