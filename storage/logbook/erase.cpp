#include "storage/logbook/erase.h"

#include "storage/logbook/backups.h"
#include "storage/logbook/in_use.h"
#include "storage/logbook/log_file.h"
#include "storage/sqlite/error.h"

#include <algorithm>
#include <cerrno>
#include <optional>
#include <set>

#include <unistd.h>

namespace unknot::storage {

namespace {

/// True for files beside a log that only this program gives such names.
bool belongs_to(const std::filesystem::path& log, const std::string& name) {
    const std::string own = log.filename().string();
    for (const char* end : {".aside-", ".before-version-"}) {
        if (name.starts_with(own + end)) {
            return true;
        }
    }
    return name.starts_with("." + own + ".") && name.ends_with(".new");
}

void add_folder(std::vector<std::filesystem::path>& files, const std::filesystem::path& folder,
                const std::filesystem::path& log) {
    std::error_code unreadable;  // a folder that is not there holds nothing of the log
    for (const auto& entry : std::filesystem::directory_iterator(folder, unreadable)) {
        const std::string name = entry.path().filename().string();
        const std::string without_journal =
            name.ends_with("-journal") ? name.substr(0, name.size() - std::string("-journal").size()) : name;
        const bool backup = parse_backup_name(log, without_journal).has_value();
        const bool half_made = name.starts_with("." + log.stem().string() + "-") && name.ends_with(".new");
        if (folder == log.parent_path() ? belongs_to(log, name) || backup : backup || half_made) {
            files.push_back(entry.path());
        }
    }
}

}  // namespace

std::vector<std::filesystem::path> files_of_log(const std::filesystem::path& log,
                                                const std::filesystem::path& folder) {
    const std::filesystem::path file = resolved(log);
    std::vector<std::filesystem::path> files;
    std::error_code unknown;
    for (const char* end : {"", "-journal", "-wal", "-shm"}) {
        const std::filesystem::path side = file.string() + end;
        if (std::filesystem::exists(std::filesystem::symlink_status(side, unknown))) {
            files.push_back(side);
        }
    }
    const Backups backups(file, folder, {});
    std::set<std::filesystem::path> folders{file.parent_path(), backups.folder(),
                                            Backups::default_folder(file)};
    std::vector<std::filesystem::path> others;
    for (const std::filesystem::path& place : folders) {
        add_folder(others, place, file);
    }
    std::sort(others.begin(), others.end());
    files.insert(files.end(), others.begin(), others.end());
    return files;
}

Result<Done, Failure> erase_files(const std::vector<std::filesystem::path>& files) {
    for (const std::filesystem::path& file : files) {
        if (open_elsewhere(file)) {
            Failure failure;
            failure.problem = Problem::busy;
            failure.file = file;
            return Failed{std::move(failure)};
        }
    }
    std::optional<Failure> failed;
    std::set<std::filesystem::path> folders;
    for (const std::filesystem::path& file : files) {
        if (::unlink(file.c_str()) != 0 && errno != ENOENT && !failed) {
            failed = failure_of_errno(errno, file);
        }
        folders.insert(file.parent_path());
    }
    for (const std::filesystem::path& folder : folders) {
        try {
            sync_folder(folder);
        } catch (const Failure& failure) {
            failed = failed ? failed : failure;
        }
        // Only the program's own folder of backups goes with its content.
        if (folder.filename() == "backups") {
            ::rmdir(folder.c_str());  // stays where it holds something else
        }
    }
    if (failed) {
        return Failed{*failed};
    }
    return Done{};
}

}  // namespace unknot::storage
