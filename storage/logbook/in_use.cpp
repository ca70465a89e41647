#include "storage/logbook/in_use.h"

#include <algorithm>
#include <string>

#include <sys/stat.h>
#include <unistd.h>

namespace unknot::storage {

namespace {

/// Looks through the open files of one process; those of other users cannot be seen, nor do they open a file
/// that is 0600.
bool has_open(const std::filesystem::path& process, const struct stat& wanted) {
    std::error_code denied;
    for (const auto& entry : std::filesystem::directory_iterator(process / "fd", denied)) {
        struct stat info {};
        if (::stat(entry.path().c_str(), &info) == 0 && info.st_dev == wanted.st_dev &&
            info.st_ino == wanted.st_ino) {
            return true;
        }
    }
    return false;
}

}  // namespace

bool open_elsewhere(const std::filesystem::path& file) {
    struct stat wanted {};
    if (::stat(file.c_str(), &wanted) != 0) {
        return false;
    }
    const std::string self = std::to_string(::getpid());
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator("/proc", failed)) {
        const std::string name = entry.path().filename().string();
        const bool process =
            std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (process && name != self && has_open(entry.path(), wanted)) {
            return true;
        }
    }
    return false;
}

}  // namespace unknot::storage
