#include "storage/logbook/file_check.h"

#include "storage/logbook/schema.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace unknot::storage {

namespace {

constexpr std::size_t header_size = 100;  // of every SQLite file (its documentation, "The Database Header")
constexpr std::string_view magic{"SQLite format 3\0", 16};

Failure failed(Problem problem, const std::filesystem::path& file, int number = 0) {
    Failure failure;
    failure.problem = problem;
    failure.file = file;
    failure.system = number != 0 ? std::strerror(number) : "";
    return failure;
}

Failure failed_with_errno(const std::filesystem::path& file, int number) {
    switch (number) {
        case EACCES:
        case EPERM: return failed(Problem::no_permission, file, number);
        case EROFS: return failed(Problem::read_only, file, number);
        case ENOSPC:
        case EDQUOT: return failed(Problem::disk_full, file, number);
        case EEXIST: return failed(Problem::already_there, file, number);
        case ELOOP:  // a symbolic link: not followed, another user may have planted it
        case EISDIR:
        case ENOTDIR: return failed(Problem::not_a_file, file, number);
        default: return failed(Problem::io_error, file, number);
    }
}

std::int64_t big_endian(const std::array<unsigned char, header_size>& header, std::size_t at) {
    return std::int64_t{header[at]} << 24 | header[at + 1] << 16 | header[at + 2] << 8 | header[at + 3];
}

Result<FileKind, Failure> kind_of_header(const std::array<unsigned char, header_size>& header,
                                         const std::filesystem::path& file) {
    const bool database = std::memcmp(header.data(), magic.data(), magic.size()) == 0;
    const bool write_ahead = header[18] == 2 || header[19] == 2;
    if (!database || write_ahead || big_endian(header, 68) != application_id) {
        return Failed{failed(Problem::not_ours, file)};
    }
    if (big_endian(header, 60) > schema_version) {
        return Failed{failed(Problem::newer_version, file)};
    }
    return FileKind::our_log;
}

}  // namespace

Result<FileKind, Failure> look_at(const std::filesystem::path& file) {
    struct stat info {};
    if (lstat(file.c_str(), &info) != 0) {
        if (errno == ENOENT) {
            return FileKind::absent;
        }
        return Failed{failed_with_errno(file, errno)};
    }
    if (!S_ISREG(info.st_mode) || info.st_nlink > 1) {
        return Failed{failed(Problem::not_a_file, file)};
    }
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0) {
        return Failed{failed_with_errno(file, errno)};
    }
    std::array<unsigned char, header_size> header{};
    const ssize_t got = ::read(descriptor, header.data(), header.size());
    const int number = errno;
    ::close(descriptor);
    if (got < 0) {
        return Failed{failed_with_errno(file, number)};
    }
    if (got == 0) {
        return FileKind::empty;
    }
    if (got < static_cast<ssize_t>(header_size)) {
        return Failed{failed(Problem::not_ours, file)};
    }
    return kind_of_header(header, file);
}

Result<Done, Failure> make_private_folders(const std::filesystem::path& file) {
    std::filesystem::path folder;
    for (const auto& part : std::filesystem::absolute(file).parent_path()) {
        folder /= part;
        if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST && errno != EROFS && errno != EACCES) {
            return Failed{failed_with_errno(folder, errno)};
        }
    }
    struct stat info {};
    if (::stat(folder.c_str(), &info) != 0) {
        // Asked again: mkdir alone cannot tell a folder that is there from one that could not be made.
        return Failed{failed_with_errno(folder, ::mkdir(folder.c_str(), 0700) == 0 ? EIO : errno)};
    }
    if (!S_ISDIR(info.st_mode)) {
        return Failed{failed(Problem::not_a_file, folder)};
    }
    return Done{};
}

Result<Done, Failure> make_private_file(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return Failed{failed_with_errno(file, errno)};
    }
    ::close(descriptor);
    return Done{};
}

}  // namespace unknot::storage
