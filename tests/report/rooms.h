#pragma once

#include "app/report/export_job.h"
#include "tests/support/scene.h"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace unknot::tests {

/// A log with what is odd in texts, many kinds of records and flags, imported into the scene's file. `note`
/// stands in notes of both kinds.
void put_odd_log(const Scene& scene, const std::string& note);

/// Writes a job as command line and window do; fails the test where that fails.
void write_job(const report::ExportJob& job, const std::filesystem::path& to);

/// All files below a folder, by their path in it, with what is inside archives unpacked: "log.xlsx/xl/…".
[[nodiscard]] std::vector<std::pair<std::string, std::string>> all_content(
    const std::filesystem::path& folder);

}  // namespace unknot::tests
