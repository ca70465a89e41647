#include "tests/support/failing_io.h"

#include <sqlite3.h>

#include <array>
#include <cerrno>
#include <map>
#include <stdexcept>
#include <string>

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace unknot::tests {

namespace {

/// What the stand-ins below look at: C functions have no place of their own to keep it.
struct Plan {
    bool on = false;
    int calls_left = 0;
    int error = 0;
    FailingIo::How how = FailingIo::How::once;
    bool failed = false;
    std::map<std::string, sqlite3_syscall_ptr> real;
} plan;

/// A full disk, a quota, a size limit: what only reads or removes never fails of them.
bool is_about_room(int error) {
    return error == ENOSPC || error == EDQUOT || error == EFBIG;
}

enum class Call { needs_room, other };

/// Counts one call; true where it is to fail, with errno set. A call that cannot fail this way is not
/// counted.
bool fails(Call call) {
    if (!plan.on || (call == Call::other && is_about_room(plan.error))) {
        return false;
    }
    --plan.calls_left;
    const bool now = plan.how == FailingIo::How::once ? plan.calls_left == 0 : plan.calls_left <= 0;
    if (now) {
        plan.failed = true;
        errno = plan.error;
    }
    return now;
}

template <typename Function>
Function* real(const char* name) {
    return reinterpret_cast<Function*>(plan.real.at(name));
}

ssize_t failing_read(int file, void* bytes, size_t size) {
    return fails(Call::other) ? -1 : real<ssize_t(int, void*, size_t)>("read")(file, bytes, size);
}
ssize_t failing_pread(int file, void* bytes, size_t size, off_t at) {
    return fails(Call::other) ? -1 : pread(file, bytes, size, at);
}
ssize_t failing_write(int file, const void* bytes, size_t size) {
    return fails(Call::needs_room) ? -1 : real<ssize_t(int, const void*, size_t)>("write")(file, bytes, size);
}
ssize_t failing_pwrite(int file, const void* bytes, size_t size, off_t at) {
    return fails(Call::needs_room) ? -1 : pwrite(file, bytes, size, at);
}
int failing_truncate(int file, off_t size) {
    return fails(Call::needs_room) ? -1 : real<int(int, off_t)>("ftruncate")(file, size);
}
// SQLite tries a failed opening again for reading only, and reports what that says: a full disk is then not
// what it hears of.
int failing_open(const char* file, int flags, int mode) {
    return fails(Call::other) ? -1 : real<int(const char*, int, int)>("open")(file, flags, mode);
}
int failing_unlink(const char* file) {
    return fails(Call::other) ? -1 : real<int(const char*)>("unlink")(file);
}

template <typename Function>
sqlite3_syscall_ptr as_pointer(Function* function) {
    return reinterpret_cast<sqlite3_syscall_ptr>(function);
}

const std::array<std::pair<const char*, sqlite3_syscall_ptr>, 9> stand_ins{
    {{"read", as_pointer(failing_read)},
     {"pread", as_pointer(failing_pread)},
     {"pread64", as_pointer(failing_pread)},
     {"write", as_pointer(failing_write)},
     {"pwrite", as_pointer(failing_pwrite)},
     {"pwrite64", as_pointer(failing_pwrite)},
     {"ftruncate", as_pointer(failing_truncate)},
     {"open", as_pointer(failing_open)},
     {"unlink", as_pointer(failing_unlink)}}};

}  // namespace

FailingIo::FailingIo(int nth, int error, How how) {
    sqlite3_vfs* const vfs = sqlite3_vfs_find(nullptr);
    if (plan.on || vfs == nullptr || vfs->xSetSystemCall == nullptr) {
        throw std::logic_error("no failing input and output here");
    }
    plan = {true, nth, error, how, false, {}};
    for (const auto& [name, stand_in] : stand_ins) {
        plan.real[name] = vfs->xGetSystemCall(vfs, name);
        if (plan.real[name] != nullptr) {
            vfs->xSetSystemCall(vfs, name, stand_in);
        }
    }
}

FailingIo::~FailingIo() {
    plan.on = false;
    sqlite3_vfs* const vfs = sqlite3_vfs_find(nullptr);
    for (const auto& [name, stand_in] : stand_ins) {
        if (plan.real[name] != nullptr) {
            vfs->xSetSystemCall(vfs, name, nullptr);
        }
    }
}

bool FailingIo::has_failed() {
    return plan.failed;
}

/// One fsync or fdatasync.
static int counted_sync(long number, int file) {
    return fails(Call::needs_room) ? -1 : static_cast<int>(syscall(number, file));
}

}  // namespace unknot::tests

// SQLite does not let these be replaced; the program's own definitions come before the C library's.
extern "C" int fsync(int file) {
    return unknot::tests::counted_sync(SYS_fsync, file);
}
extern "C" int fdatasync(int file) {
    return unknot::tests::counted_sync(SYS_fdatasync, file);
}
