#pragma once

#include "app/domain/import_preview.h"
#include "storage/import/problem.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace unknot::storage {

/// A larger file is not read: it would not fit into memory several times over.
constexpr std::uintmax_t largest_import = 256ULL * 1024 * 1024;

/// The whole content of a file, or the system's words on why there is none.
using ReadWhole = std::function<Result<std::string, std::string>(const std::filesystem::path& file)>;

/// All files of one import; the lists run side by side.
struct Brought {
    ImportFiles import;
    std::vector<std::string> names;
    std::vector<std::vector<std::size_t>> lines;  ///< of tables: where each record's row begins
    std::vector<std::string> computed;  ///< files that were read and bring nothing: what the rules compute
};

/// Reads files as one import: log.json, sessions.csv and checkins.csv in any order. Fails with what is wrong
/// in all of them; nothing of them is to be used then. `progress` is of all the reading.
[[nodiscard]] Result<Brought, std::vector<FileProblem>> read_import_files(
    const std::vector<std::filesystem::path>& files, const ReadWhole& read_whole, const AreaCatalogue& known,
    const Progress& progress);

/// Replaces records that are there already where the file's entry is newer, or does not.
void set_update(ImportFiles& import, bool update);

/// What importing them would do to the log as it stands. `now`: what is later than that lies in the future.
[[nodiscard]] ImportPreview preview_of(const Snapshot& snapshot, const Brought& brought, const Instant& now);

/// True where a file that begins with these bytes is a database, as a log is; 16 of them tell.
[[nodiscard]] bool begins_a_database(std::string_view bytes);

}  // namespace unknot::storage
