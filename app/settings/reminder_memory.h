#pragma once

#include "app/domain/local_day.h"
#include "app/domain/result.h"

#include <filesystem>
#include <string>

namespace unknot::settings {

/// The last local day on which somebody was reminded, for each log, so that a day's reminder comes once. Kept
/// in private files: reminded/ of a folder.
class ReminderMemory {
public:
    /// `folder`: platform::state_folder(). It is made at the first `remember`.
    explicit ReminderMemory(const std::filesystem::path& folder) : folder_(folder / "reminded") {}

    /// True where `day` is the day that was remembered last. What cannot be read counts as nothing: rather a
    /// reminder twice than none.
    [[nodiscard]] bool was_on(LocalDay day, const std::filesystem::path& log) const;

    /// Fails with the system's words.
    [[nodiscard]] Result<Done, std::string> remember(LocalDay day, const std::filesystem::path& log) const;

    /// Forgets every log's day; the folder goes too where nothing else is in it. Fails with the system's
    /// words; that there is none is no failure.
    [[nodiscard]] Result<Done, std::string> forget() const;

private:
    [[nodiscard]] std::filesystem::path file_of(const std::filesystem::path& log) const;

    std::filesystem::path folder_;
};

}  // namespace unknot::settings
