#include "app/platform/private_file.h"

#include "app/platform/sync_folder.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace unknot::platform {

namespace {

std::filesystem::path folder_of(const std::filesystem::path& file) {
    const auto parent = file.parent_path();
    return parent.empty() ? "." : parent;
}

/// A new private file, open for writing. The first error is kept, and what comes after it is let go.
class NewFile {
public:
    explicit NewFile(const std::filesystem::path& file)
        : descriptor_(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600)),
          error_(descriptor_ < 0 ? errno : 0) {}
    ~NewFile() {
        if (descriptor_ >= 0) {
            ::close(descriptor_);
        }
    }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
    [[nodiscard]] int error() const { return error_; }

    void write(std::string_view piece) {
        while (error_ == 0 && !piece.empty()) {
            const ssize_t count = ::write(descriptor_, piece.data(), piece.size());
            if (count >= 0) {
                piece.remove_prefix(static_cast<std::size_t>(count));
            } else if (errno != EINTR) {
                error_ = errno;
            }
        }
    }

    void sync() {
        // 0600 whatever the umask took away.
        if (error_ == 0 && (::fchmod(descriptor_, 0600) != 0 || ::fsync(descriptor_) != 0)) {
            error_ = errno;
        }
    }

private:
    int descriptor_;
    int error_;
};

/// Writes all of a file and syncs it. Zero, or the error's number.
int fill(NewFile& file, const std::function<void(const Pieces&)>& write) {
    if (file.is_open()) {
        write([&file](std::string_view piece) { file.write(piece); });
        file.sync();
    }
    return file.error();
}

/// Removes what was begun unless it was finished.
class Unfinished {
public:
    explicit Unfinished(std::filesystem::path path) : path_(std::move(path)) {}
    ~Unfinished() {
        std::error_code ignored;  // what is left has a name that says what it is
        std::filesystem::remove_all(path_, ignored);
    }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// A name beside `path` that nobody else uses.
std::filesystem::path beside(const std::filesystem::path& path) {
    return path.string() + ".part-" + std::to_string(::getpid());
}

/// Gives a folder its name unless that is taken.
int rename_to_new(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
        return 0;
    }
    if (errno != EINVAL && errno != ENOSYS) {
        return errno;
    }
    // A file system that cannot refuse by itself. What rename() replaces in between is an empty folder at
    // most.
    struct stat info {};
    if (::lstat(to.c_str(), &info) == 0) {
        return EEXIST;
    }
    return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

/// Makes the folder within `folder` that a file named "data/sessions.csv" lies in. Zero, or the error's
/// number.
int make_folder_of(const std::filesystem::path& folder, const std::filesystem::path& name) {
    if (!name.has_parent_path() || ::mkdir((folder / name.parent_path()).c_str(), 0700) == 0) {
        return 0;
    }
    return errno == EEXIST ? 0 : errno;
}

/// Puts the names of all that was made on the disk.
bool sync_folders(const std::filesystem::path& folder, const std::vector<FileOfFolder>& files) {
    for (const FileOfFolder& file : files) {
        const std::filesystem::path inner = std::filesystem::path(file.name).parent_path();
        if (!inner.empty() && !sync_folder(folder / inner)) {
            return false;
        }
    }
    return sync_folder(folder);
}

/// Writes a file beside the one it is to be, and hands it to `place`, which gives it that name: 0 where it
/// did.
Result<Done, std::string> write_beside(const std::filesystem::path& file,
                                       const std::function<void(const Pieces&)>& write,
                                       int (*place)(const char* from, const char* to)) {
    NewFile temporary(beside(file));
    if (!temporary.is_open()) {
        return system_words(temporary.error());
    }
    const Unfinished unfinished(beside(file));
    if (const int error = fill(temporary, write); error != 0) {
        return system_words(error);
    }
    if (place(unfinished.path().c_str(), file.c_str()) != 0 || !sync_folder(folder_of(file))) {
        return system_words(errno);
    }
    return Done{};
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

// link() refuses a name that is taken, rename() replaces it.

Result<Done, std::string> write_new_file(const std::filesystem::path& file,
                                         const std::function<void(const Pieces&)>& write) {
    return write_beside(file, write, ::link);
}

Result<Done, std::string> write_file_over(const std::filesystem::path& file,
                                          const std::function<void(const Pieces&)>& write) {
    return write_beside(file, write, ::rename);
}

Result<Done, std::string> write_new_folder(const std::filesystem::path& folder,
                                           const std::vector<FileOfFolder>& files) {
    // "out/" names the same folder as "out".
    const std::filesystem::path named = folder.has_filename() ? folder : folder.parent_path();
    struct stat info {};
    if (::lstat(named.c_str(), &info) == 0) {
        return system_words(EEXIST);
    }
    if (::mkdir(beside(named).c_str(), 0700) != 0) {
        return system_words(errno);
    }
    const Unfinished unfinished(beside(named));
    for (const FileOfFolder& file : files) {
        if (const int error = make_folder_of(unfinished.path(), file.name); error != 0) {
            return system_words(error);
        }
        NewFile out(unfinished.path() / file.name);
        if (const int error = fill(out, file.write); error != 0) {
            return system_words(error);
        }
    }
    if (!sync_folders(unfinished.path(), files)) {
        return system_words(errno);
    }
    if (const int error = rename_to_new(unfinished.path(), named); error != 0) {
        return system_words(error);
    }
    return sync_folder(folder_of(named)) ? Result<Done, std::string>(Done{}) : system_words(errno);
}

}  // namespace unknot::platform
