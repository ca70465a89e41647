#pragma once

#include "app/domain/result.h"
#include "app/domain/working_set.h"

#include <filesystem>
#include <optional>
#include <string>

namespace unknot::settings {

/// The working set of each long log of one user, each in a private file: working-sets/ of a folder. It holds
/// ids only, and can be lost at any time: the log is then read whole.
class WorkingSetStore {
public:
    /// `folder`: platform::state_folder(). It is made at the first `save`. `version`: of the program; what
    /// another one kept was answered by other rules, perhaps, and counts as nothing.
    WorkingSetStore(const std::filesystem::path& folder, std::string version)
        : folder_(folder / "working-sets"), version_(std::move(version)) {}

    /// The one of the log at this path; nothing where there is none, or where it cannot be understood.
    [[nodiscard]] std::optional<WorkingSet> load(const std::filesystem::path& log) const;

    /// Fails with the system's words; what was saved before is then as it was.
    [[nodiscard]] Result<Done, std::string> save(const WorkingSet& set,
                                                 const std::filesystem::path& log) const;

    /// Removes it; that there is none is no failure.
    [[nodiscard]] Result<Done, std::string> remove(const std::filesystem::path& log) const;

    /// Its file, which is named after the log's key (log_key.h).
    [[nodiscard]] std::filesystem::path file_of(const std::filesystem::path& log) const;

private:
    std::filesystem::path folder_;
    std::string version_;
};

}  // namespace unknot::settings
