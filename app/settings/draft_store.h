#pragma once

#include "app/domain/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace unknot::settings {

/// What outlives the window without being saved in a log.
enum class Draft : std::uint8_t {
    form,   ///< what was typed into the Log form
    timer,  ///< the running timer
};

/// The drafts of every log of one user, each in a private file: drafts/ of a folder. A draft is one JSON
/// object, whose fields only the view knows that gave it.
class DraftStore {
public:
    /// `folder`: platform::state_folder(). It is made at the first `save`.
    explicit DraftStore(const std::filesystem::path& folder) : folder_(folder / "drafts") {}

    /// The draft that belongs to the log at this path; nothing where there is none. One that is not a JSON
    /// object, or that cannot be read, counts as none.
    [[nodiscard]] std::optional<std::string> load(Draft draft, const std::filesystem::path& log) const;

    /// Fails with the system's words; the draft saved before is then as it was.
    [[nodiscard]] Result<Done, std::string> save(Draft draft, const std::filesystem::path& log,
                                                 const std::string& object) const;

    /// Removes it; that there is none is no failure.
    [[nodiscard]] Result<Done, std::string> remove(Draft draft, const std::filesystem::path& log) const;

    /// The file of a draft, which is named after the log's key (log_key.h).
    [[nodiscard]] std::filesystem::path file_of(Draft draft, const std::filesystem::path& log) const;

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

private:
    std::filesystem::path folder_;
};

}  // namespace unknot::settings
