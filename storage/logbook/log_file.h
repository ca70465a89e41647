#pragma once

#include "app/domain/failure.h"
#include "storage/sqlite/connection.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

namespace unknot::storage {

// What happens to files around a log before and beside SQLite. Everything throws Failure or DatabaseError.

/// How long a reader beside the window or another command line waits for a log that is being written.
constexpr std::chrono::milliseconds reader_patience{5000};

/// A failure of a file, to be thrown; `system`: the system's own words, where there are some.
[[nodiscard]] Failure failed(Problem problem, const std::filesystem::path& file,
                             const std::string& system = {});

/// `file` as an absolute path whose folder holds no symbolic link any more: links to folders are the user's
/// own arrangement and are followed, one in place of the file is not. A folder that is not there yet stays as
/// it is written.
[[nodiscard]] std::filesystem::path resolved(const std::filesystem::path& file);

/// The header of the file at a path, nothing where there is no file. A folder, a device, and any symbolic or
/// hard link in place of the file or of its rollback journal fail with not_a_file: another user may have
/// planted them.
[[nodiscard]] std::optional<FileHeader> look_at(const std::filesystem::path& file);

/// True where a plain file at the path is a log or a backup of this program, in whatever state.
[[nodiscard]] bool is_log(const std::filesystem::path& file);

/// False where the file, its folder or the disk can only be read. SQLite needs the folder for its journal.
[[nodiscard]] bool is_writable(const std::filesystem::path& file);

/// Makes the folders above `file` that are missing, each 0700, and syncs their names to the disk.
void make_private_folders(const std::filesystem::path& file);

/// Makes the names in a folder durable.
void sync_folder(const std::filesystem::path& folder);

/// Copies the bytes of a plain file into one that is there, and is empty. For files that no connection of
/// this process has open.
void copy_bytes(const std::filesystem::path& from, const std::filesystem::path& to);

/// Gives a file another name in its folder, which must be free. False where there is no such file.
bool move_file(const std::filesystem::path& from, const std::filesystem::path& to);

/// True where a file with at least one byte is at the path.
[[nodiscard]] bool holds_bytes(const std::filesystem::path& file);

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

    /// Syncs the file and puts it in the place of the one that has the final name, which gets the name
    /// `aside` (in the same folder, free): in one step, so that at every moment a whole file has the final
    /// name.
    void take_place(const std::filesystem::path& aside);

private:
    void sync() const;

    std::filesystem::path final_name_;
    std::filesystem::path path_;
    bool published_ = false;
};

}  // namespace unknot::storage
