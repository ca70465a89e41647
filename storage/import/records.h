#pragma once

#include "storage/import/fields.h"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <unordered_set>
#include <vector>

namespace unknot::storage {

/// Gathers one file: the records, what is wrong, and the ids met so far.
struct Reading {
    ImportedFile file;
    std::vector<ImportProblem> problems;
    AreaCatalogue catalogue;  ///< the areas that records may be on
    std::unordered_set<std::string> ids;
    std::map<std::string, int> equal_so_far;  ///< records without id, by canonical form
};

/// Reads one record and adds it to what was read, or to the problems what is wrong with it. A record without
/// id gets one computed from its content.
void read_session(Fields& fields, Reading& reading);
void read_checkin(Fields& fields, Reading& reading);

/// What was read, or what is wrong where anything is.
[[nodiscard]] ImportResult result_of(Reading&& reading);

}  // namespace unknot::storage
