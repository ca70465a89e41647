#include "app/platform/replace_file.h"

#include "app/platform/random.h"
#include "app/platform/sync_folder.h"

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace unknot::platform {

namespace {

std::string random_letters() {
    std::string letters;
    for (const std::uint8_t byte : random_bytes()) {
        letters += static_cast<char>('a' + byte % 26);
    }
    return letters;
}

/// Makes the folders that are missing; false with errno set where that fails.
bool make_folders(const std::filesystem::path& folder) {
    std::filesystem::path made;
    for (const auto& part : folder) {
        made /= part;
        if (::mkdir(made.c_str(), 0700) != 0 && errno != EEXIST) {
            struct stat info {};
            const int number = errno;
            // In a folder that only may be read, mkdir says so even of one that is there.
            if (::stat(made.c_str(), &info) != 0) {
                errno = number;
                return false;
            }
        }
    }
    return true;
}

/// Writes all and syncs; false with errno set where that fails.
bool fill(int descriptor, const std::string& content) {
    std::size_t written = 0;
    while (written < content.size()) {
        const ssize_t count = ::write(descriptor, content.data() + written, content.size() - written);
        if (count < 0 && errno != EINTR) {
            return false;
        }
        written += count > 0 ? static_cast<std::size_t>(count) : 0;
    }
    return ::fchmod(descriptor, 0600) == 0 && ::fsync(descriptor) == 0;
}

}  // namespace

Result<Done, std::string> replace_file(const std::filesystem::path& file, const std::string& content) {
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
    if (!make_folders(folder)) {
        return system_words(errno);
    }
    const std::filesystem::path fresh =
        folder / ("." + file.filename().string() + "." + random_letters() + ".new");
    const int descriptor = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return system_words(errno);
    }
    const bool filled = fill(descriptor, content);
    const int fill_error = errno;
    ::close(descriptor);
    if (!filled || std::rename(fresh.c_str(), file.c_str()) != 0) {
        const int number = filled ? errno : fill_error;
        ::unlink(fresh.c_str());
        return system_words(number);
    }
    if (!sync_folder(folder)) {
        return system_words(errno);
    }
    return Done{};
}

Result<std::filesystem::path, std::string> set_aside(const std::filesystem::path& file) {
    constexpr int tries = 1000;
    for (int count = 1; count <= tries; ++count) {
        std::filesystem::path aside = file;
        aside += count == 1 ? ".broken" : ".broken-" + std::to_string(count);
        if (::renameat2(AT_FDCWD, file.c_str(), AT_FDCWD, aside.c_str(), RENAME_NOREPLACE) == 0) {
            return aside;
        }
        if (errno != EEXIST) {
            return system_words(errno);
        }
    }
    return system_words(EEXIST);
}

}  // namespace unknot::platform
