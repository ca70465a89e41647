#include "storage/logbook/log_file.h"

#include "app/domain/seeded_fault.h"
#include "storage/migrations/migrations.h"
#include "storage/sqlite/error.h"

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace unknot::storage {

namespace {

/// Closes a descriptor at the end of its scope.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) {
            ::close(number_);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool open() const { return number_ >= 0; }

private:
    int number_;
};

/// Throws where something other than a plain file with one name is at the path. False where nothing is.
bool require_plain_file(const std::filesystem::path& file) {
    struct stat info {};
    if (::lstat(file.c_str(), &info) != 0) {
        if (errno == ENOENT) {
            return false;
        }
        throw failure_of_errno(errno, file);
    }
    if (!S_ISREG(info.st_mode) || info.st_nlink > 1) {
        throw failed(Problem::not_a_file, file);
    }
    return true;
}

}  // namespace

Failure failed(Problem problem, const std::filesystem::path& file, const std::string& system) {
    Failure failure;
    failure.problem = problem;
    failure.file = file;
    failure.system = system;
    return failure;
}

void sync_folder(const std::filesystem::path& folder) {
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // Some file systems cannot sync a folder and say EINVAL; there is nothing more to be done on them.
    if (!descriptor.open() || (::fsync(descriptor.number()) != 0 && errno != EINVAL)) {
        throw failure_of_errno(errno, folder);
    }
}

std::filesystem::path resolved(const std::filesystem::path& file) {
    std::error_code error;  // what cannot be looked at now fails with its own words when it is opened
    const std::filesystem::path absolute = std::filesystem::absolute(file, error);
    const std::filesystem::path folder = std::filesystem::weakly_canonical(absolute.parent_path(), error);
    return error ? absolute : folder / absolute.filename();
}

std::optional<FileHeader> look_at(const std::filesystem::path& file) {
    if (!require_plain_file(file)) {
        return std::nullopt;
    }
    (void)require_plain_file(file.string() + "-journal");
    return FileHeader::read(file);
}

bool is_log(const std::filesystem::path& file) {
    try {
        const auto header = look_at(file);
        return header && header->sqlite && header->application_id == application_id;
    } catch (const Failure&) {
        return false;  // a folder, a link, a device
    } catch (const DatabaseError&) {
        return false;
    }
}

bool is_writable(const std::filesystem::path& file) {
    struct statvfs info {};
    if (::statvfs(file.c_str(), &info) == 0 && (info.f_flag & ST_RDONLY) != 0) {
        return false;
    }
    return ::faccessat(AT_FDCWD, file.c_str(), W_OK, AT_EACCESS) == 0 &&
           ::faccessat(AT_FDCWD, file.parent_path().c_str(), W_OK | X_OK, AT_EACCESS) == 0;
}

void make_private_folders(const std::filesystem::path& file) {
    std::filesystem::path folder;
    for (const auto& part : file.parent_path()) {
        const std::filesystem::path above = folder;
        folder /= part;
        if (::mkdir(folder.c_str(), 0700) == 0) {
            if (::chmod(folder.c_str(), 0700) != 0) {  // whatever the umask took away
                throw failure_of_errno(errno, folder);
            }
            sync_folder(above);
            continue;
        }
        const int number = errno;
        struct stat info {};
        if (::stat(folder.c_str(), &info) != 0) {
            // mkdir says why there is none; EEXIST here is a link that leads nowhere.
            throw failure_of_errno(number == EEXIST ? ENOTDIR : number, folder);
        }
        if (!S_ISDIR(info.st_mode)) {
            throw failure_of_errno(ENOTDIR, folder);
        }
    }
}

void copy_bytes(const std::filesystem::path& from, const std::filesystem::path& to) {
    const Descriptor source(::open(from.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!source.open()) {
        throw failure_of_errno(errno, from);
    }
    const Descriptor target(::open(to.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC));
    if (!target.open()) {
        throw failure_of_errno(errno, to);
    }
    std::vector<char> buffer(std::size_t{256} * 1024);
    for (;;) {
        const ssize_t got = ::read(source.number(), buffer.data(), buffer.size());
        if (got < 0) {
            throw failure_of_errno(errno, from);
        }
        if (got == 0) {
            return;
        }
        for (ssize_t written = 0; written < got;) {
            const ssize_t count =
                ::write(target.number(), buffer.data() + written, static_cast<std::size_t>(got - written));
            if (count < 0) {
                throw failure_of_errno(errno, to);
            }
            written += count;
        }
    }
}

bool move_file(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
        return true;
    }
    if (errno == ENOENT) {
        return false;
    }
    throw failure_of_errno(errno, from);
}

bool holds_bytes(const std::filesystem::path& file) {
    struct stat info {};
    return ::stat(file.c_str(), &info) == 0 && info.st_size > 0;
}

NewFile::NewFile(std::filesystem::path final_name, const std::string& token)
    : final_name_(std::move(final_name)) {
    std::string name(1, '.');
    name.append(final_name_.filename().string()).append(1, '.').append(token).append(".new");
    path_ = final_name_.parent_path() / name;
    const Descriptor descriptor(
        ::open(path_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    const mode_t mode = seeded(Fault::opens_files_to_all) ? 0644 : 0600;
    if (!descriptor.open() || ::fchmod(descriptor.number(), mode) != 0) {
        throw failure_of_errno(errno, final_name_);
    }
}

NewFile::~NewFile() {
    if (!published_) {
        ::unlink(path_.c_str());  // where even that fails, what is left is a file that nobody reads
    }
}

void NewFile::sync() const {
    const Descriptor descriptor(::open(path_.c_str(), O_RDWR | O_NOFOLLOW | O_CLOEXEC));
    if (!descriptor.open() || ::fsync(descriptor.number()) != 0) {
        throw failure_of_errno(errno, final_name_);
    }
}

void NewFile::take_place(const std::filesystem::path& aside) {
    sync();
    // First the new file gets the name that the old one will have: whatever happens then, the old one is
    // never under a name that says nothing.
    if (!move_file(path_, aside)) {
        throw failure_of_errno(ENOENT, final_name_);
    }
    path_ = aside;
    if (::renameat2(AT_FDCWD, aside.c_str(), AT_FDCWD, final_name_.c_str(), RENAME_EXCHANGE) != 0) {
        throw failure_of_errno(errno, final_name_);
    }
    published_ = true;
    sync_folder(final_name_.parent_path());
}

void NewFile::publish() {
    sync();
    if (::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, final_name_.c_str(), RENAME_NOREPLACE) != 0) {
        if (errno != EINVAL && errno != ENOSYS) {
            throw failure_of_errno(errno, final_name_);
        }
        // A file system without that call: a second name and then one less also never replaces anything.
        if (::link(path_.c_str(), final_name_.c_str()) != 0 || ::unlink(path_.c_str()) != 0) {
            throw failure_of_errno(errno, final_name_);
        }
    }
    published_ = true;
    if (!seeded(Fault::publishes_without_sync)) {
        sync_folder(final_name_.parent_path());
    }
}

}  // namespace unknot::storage
