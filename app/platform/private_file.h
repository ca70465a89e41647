#pragma once

#include "app/domain/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot::platform {

/// The whole of a plain file; fails with the system's words, or where it is larger than `largest` bytes.
[[nodiscard]] Result<std::string, std::string> read_file(const std::filesystem::path& file,
                                                         std::uintmax_t largest);

/// Takes a file's content piece by piece, in order.
using Pieces = std::function<void(std::string_view piece)>;

/// Writes a file that must not be there yet: private (0600), complete and on the disk, or not at all. No link
/// is followed. `write` hands over the content; what it throws ends the writing, and nothing is left. Fails
/// with the system's words.
[[nodiscard]] Result<Done, std::string> write_new_file(const std::filesystem::path& file,
                                                       const std::function<void(const Pieces&)>& write);

/// The same, also where a file is there already: it stays as it was until the new one takes its place whole.
/// A link in its place is replaced, not followed; a folder is not.
[[nodiscard]] Result<Done, std::string> write_file_over(const std::filesystem::path& file,
                                                        const std::function<void(const Pieces&)>& write);

/// One file of a folder.
struct FileOfFolder {
    std::string name;  ///< may be in a folder within that one: "data/sessions.csv"
    std::function<void(const Pieces&)> write;
};

/// Makes a folder that must not be there yet, with these files: private (0700, 0600), complete and on the
/// disk, or not at all. Fails with the system's words.
[[nodiscard]] Result<Done, std::string> write_new_folder(const std::filesystem::path& folder,
                                                         const std::vector<FileOfFolder>& files);

}  // namespace unknot::platform
