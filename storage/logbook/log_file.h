#pragma once

#include "app/domain/failure.h"
#include "storage/sqlite/connection.h"

#include <filesystem>
#include <optional>

namespace unknot::storage {

// What happens to files around a log before and beside SQLite. Everything throws Failure or DatabaseError.

/// `file` as an absolute path whose folder holds no symbolic link any more: links to folders are the user's
/// own arrangement and are followed, one in place of the file is not. A folder that is not there yet stays as
/// it is written.
[[nodiscard]] std::filesystem::path resolved(const std::filesystem::path& file);

/// The header of the file at a path, nothing where there is no file. A folder, a device, and any symbolic or
/// hard link in place of the file or of its rollback journal fail with not_a_file: another user may have
/// planted them.
[[nodiscard]] std::optional<FileHeader> look_at(const std::filesystem::path& file);

/// False where the file, its folder or the disk can only be read. SQLite needs the folder for its journal.
[[nodiscard]] bool is_writable(const std::filesystem::path& file);

/// Makes the folders above `file` that are missing, each 0700, and syncs their names to the disk.
void make_private_folders(const std::filesystem::path& file);

/// A file that is made under another name beside its final one, and gets that when it is whole.
class NewFile {
public:
    /// Makes an empty file, 0600, in the folder of `final_name`; `token`: text that no other file there has.
    NewFile(std::filesystem::path final_name, const std::string& token);
    /// Removes the file where it was not published.
    ~NewFile();
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    /// Syncs the file, gives it its final name and syncs the folder. Fails with already_there where that name
    /// is taken: nothing is ever replaced.
    void publish();

private:
    std::filesystem::path final_name_;
    std::filesystem::path path_;
    bool published_ = false;
};

}  // namespace unknot::storage
