#include "app/platform/private_file.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace unknot::platform {

namespace {

Failed<std::string> system_words(int number) {
    return Failed{std::string(std::strerror(number))};
}

/// Writes all of it; false with errno set where that fails.
bool write_all(int descriptor, const std::string& content) {
    std::size_t written = 0;
    while (written < content.size()) {
        const ssize_t count = ::write(descriptor, content.data() + written, content.size() - written);
        if (count < 0 && errno != EINTR) {
            return false;
        }
        written += count > 0 ? static_cast<std::size_t>(count) : 0;
    }
    return ::fsync(descriptor) == 0;
}

/// A new name is on the disk only when its folder is.
bool sync_folder(const std::filesystem::path& file) {
    const auto parent = file.parent_path();
    const int folder = ::open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) {
        return false;
    }
    const bool synced = ::fsync(folder) == 0;
    ::close(folder);
    return synced;
}

}  // namespace

Result<std::string, std::string> read_file(const std::filesystem::path& file, std::uintmax_t largest) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        return system_words(errno);
    }
    struct stat info {};
    if (::fstat(descriptor, &info) != 0 || !S_ISREG(info.st_mode)) {
        ::close(descriptor);
        return Failed{std::string(S_ISDIR(info.st_mode) ? "it is a folder" : "it is not a plain file")};
    }
    if (static_cast<std::uintmax_t>(info.st_size) > largest) {
        ::close(descriptor);
        return Failed{std::string("it is larger than 256 MiB")};
    }
    std::string content(static_cast<std::size_t>(info.st_size), '\0');
    std::size_t got = 0;
    while (got < content.size()) {
        const ssize_t count = ::read(descriptor, content.data() + got, content.size() - got);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            const int number = errno;
            ::close(descriptor);
            return system_words(number);
        }
        if (count == 0) {
            break;
        }
        got += static_cast<std::size_t>(count);
    }
    ::close(descriptor);
    content.resize(got);
    return content;
}

Result<Done, std::string> write_new_file(const std::filesystem::path& file, const std::string& content) {
    const std::string temporary = file.string() + ".part-" + std::to_string(::getpid());
    const int descriptor =
        ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return system_words(errno);
    }
    const bool complete = write_all(descriptor, content);
    const int write_error = errno;
    ::close(descriptor);
    // link() refuses a name that is taken, rename() would replace it.
    if (!complete || ::link(temporary.c_str(), file.c_str()) != 0) {
        const int number = complete ? errno : write_error;
        ::unlink(temporary.c_str());
        return system_words(number);
    }
    ::unlink(temporary.c_str());
    if (!sync_folder(file)) {
        return system_words(errno);
    }
    return Done{};
}

}  // namespace unknot::platform
