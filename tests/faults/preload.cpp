// Loaded before the C library into the real program (LD_PRELOAD): sees every call that changes a file.
//
//   UNKNOT_FOLDER=DIR      only files in this folder count
//   UNKNOT_RECORD=FILE     writes each call as one line of JSON, with its bytes
//   UNKNOT_FAIL=N:ERRNO:once|on   the N-th call fails with ERRNO, or all from that one on
//   UNKNOT_KILL=N          the process is gone at the N-th call, before it does anything
//   UNKNOT_COUNT=FILE      how many calls there were

#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <string>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

struct State {
    std::string folder;
    int record = -1;
    long fail_at = 0;
    int fail_errno = 0;
    bool fail_on = false;
    long kill_at = 0;
    long count = 0;
    std::string count_file;
    std::mutex mutex;
    bool ready = false;

    State() {
        const auto text = [](const char* name) {
            const char* value = std::getenv(name);
            return std::string(value == nullptr ? "" : value);
        };
        folder = text("UNKNOT_FOLDER");
        if (const std::string file = text("UNKNOT_RECORD"); !file.empty()) {
            record = static_cast<int>(
                syscall(SYS_openat, AT_FDCWD, file.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600));
        }
        char how[8] = "";
        if (std::sscanf(text("UNKNOT_FAIL").c_str(), "%ld:%d:%7s", &fail_at, &fail_errno, how) == 3) {
            fail_on = std::strcmp(how, "on") == 0;
        }
        kill_at = std::atol(text("UNKNOT_KILL").c_str());
        count_file = text("UNKNOT_COUNT");
        ready = true;
    }
    ~State() {
        if (!count_file.empty()) {
            const int file = static_cast<int>(
                syscall(SYS_openat, AT_FDCWD, count_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600));
            const std::string text = std::to_string(count);
            syscall(SYS_write, file, text.data(), text.size());
            syscall(SYS_close, file);
        }
        ready = false;
    }
} state;

template <typename Function>
Function* real(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

std::string path_of(int file) {
    char link[64];
    char path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t size = readlink(link, path, sizeof path);
    return size <= 0 ? std::string() : std::string(path, static_cast<std::size_t>(size));
}

bool counts(const std::string& path) {
    return state.ready && !state.folder.empty() && path.compare(0, state.folder.size(), state.folder) == 0;
}

std::string absolute(int folder, const char* path) {
    if (path[0] == '/') {
        return path;
    }
    if (folder != AT_FDCWD) {
        return path_of(folder) + "/" + path;
    }
    char here[4096];
    return getcwd(here, sizeof here) == nullptr ? path : std::string(here) + "/" + path;
}

/// One call on a file of the folder; true where it is to fail, with errno set.
bool meets_fault() {
    const std::lock_guard<std::mutex> lock(state.mutex);
    ++state.count;
    if (state.kill_at != 0 && state.count >= state.kill_at) {
        raise(SIGKILL);
    }
    if (state.fail_at != 0 && (state.fail_on ? state.count >= state.fail_at : state.count == state.fail_at)) {
        errno = state.fail_errno;
        return true;
    }
    return false;
}

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        out += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    }
    return out + "\"";
}

void put(const std::string& line) {
    if (state.record >= 0) {
        const int kept = errno;
        const std::string whole = line + "\n";
        syscall(SYS_write, state.record, whole.data(), whole.size());
        errno = kept;
    }
}

std::string hex(const void* bytes, std::size_t size) {
    constexpr const char* digits = "0123456789abcdef";
    std::string out;
    for (std::size_t i = 0; i < size; ++i) {
        const auto byte = static_cast<const unsigned char*>(bytes)[i];
        out += digits[byte >> 4U];
        out += digits[byte & 15U];
    }
    return out;
}

void note_write(const std::string& path, off_t at, const void* bytes, ssize_t size) {
    if (state.record >= 0 && size > 0) {
        put("{\"op\":\"write\",\"path\":" + quoted(path) + ",\"at\":" + std::to_string(at) + ",\"data\":\"" +
            hex(bytes, static_cast<std::size_t>(size)) + "\"}");
    }
}

int opened(int folder, const char* name, int flags, mode_t mode) {
    const std::string path = absolute(folder, name);
    if (!counts(path)) {
        return static_cast<int>(syscall(SYS_openat, folder, name, flags, mode));
    }
    if (meets_fault()) {
        return -1;
    }
    const bool was_there = access(path.c_str(), F_OK) == 0;
    const int file = static_cast<int>(syscall(SYS_openat, folder, name, flags, mode));
    if (file >= 0 && !was_there && (flags & O_CREAT) != 0) {
        put("{\"op\":\"create\",\"path\":" + quoted(path) + "}");
    } else if (file >= 0 && (flags & O_TRUNC) != 0) {
        put("{\"op\":\"truncate\",\"path\":" + quoted(path) + ",\"size\":0}");
    }
    return file;
}

ssize_t written(int file, const void* bytes, size_t size, off_t at, bool here) {
    const std::string path = path_of(file);
    if (!counts(path)) {
        return here ? syscall(SYS_write, file, bytes, size) : syscall(SYS_pwrite64, file, bytes, size, at);
    }
    if (meets_fault()) {
        return -1;
    }
    const off_t position = here ? lseek(file, 0, SEEK_CUR) : at;
    const ssize_t count =
        here ? syscall(SYS_write, file, bytes, size) : syscall(SYS_pwrite64, file, bytes, size, at);
    note_write(path, position, bytes, count);
    return count;
}

int synced(long call, int file) {
    const std::string path = path_of(file);
    if (!counts(path)) {
        return static_cast<int>(syscall(call, file));
    }
    if (meets_fault()) {
        return -1;
    }
    const int result = static_cast<int>(syscall(call, file));
    if (result == 0) {
        put("{\"op\":\"sync\",\"path\":" + quoted(path) + "}");
    }
    return result;
}

int renamed(const char* op, int from_folder, const char* from, int to_folder, const char* to,
            unsigned flags) {
    const std::string source = absolute(from_folder, from);
    const std::string target = absolute(to_folder, to);
    if (counts(target) && meets_fault()) {
        return -1;
    }
    const int result = static_cast<int>(syscall(SYS_renameat2, from_folder, from, to_folder, to, flags));
    if (result == 0 && counts(target)) {
        put(std::string("{\"op\":\"") + ((flags & 2U) != 0 ? "exchange" : op) +
            "\",\"path\":" + quoted(source) + ",\"to\":" + quoted(target) + "}");
    }
    return result;
}

/// The program says something once it hands it to the stream: when that is written out nobody sees from here,
/// as the C library's own calls do not come by.
void said_on(FILE* stream) {
    if (stream == stdout) {
        put("{\"op\":\"say\"}");
    }
}

}  // namespace

extern "C" {

int fputs(const char* text, FILE* stream) {
    said_on(stream);
    return real<int(const char*, FILE*)>("fputs")(text, stream);
}
size_t fwrite(const void* bytes, size_t size, size_t count, FILE* stream) {
    said_on(stream);
    return real<size_t(const void*, size_t, size_t, FILE*)>("fwrite")(bytes, size, count, stream);
}

int open(const char* path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return opened(AT_FDCWD, path, flags, mode);
}
int open64(const char* path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return opened(AT_FDCWD, path, flags, mode);
}
ssize_t write(int file, const void* bytes, size_t size) {
    return written(file, bytes, size, 0, true);
}
ssize_t pwrite(int file, const void* bytes, size_t size, off_t at) {
    return written(file, bytes, size, at, false);
}
ssize_t pwrite64(int file, const void* bytes, size_t size, off_t at) {
    return written(file, bytes, size, at, false);
}
int ftruncate(int file, off_t size) {
    const std::string path = path_of(file);
    if (counts(path) && meets_fault()) {
        return -1;
    }
    const int result = static_cast<int>(syscall(SYS_ftruncate, file, size));
    if (result == 0 && counts(path)) {
        put("{\"op\":\"truncate\",\"path\":" + quoted(path) + ",\"size\":" + std::to_string(size) + "}");
    }
    return result;
}
int ftruncate64(int file, off_t size) {
    return ftruncate(file, size);
}
int fsync(int file) {
    return synced(SYS_fsync, file);
}
int fdatasync(int file) {
    return synced(SYS_fdatasync, file);
}
int rename(const char* from, const char* to) {
    return renamed("rename", AT_FDCWD, from, AT_FDCWD, to, 0);
}
int renameat2(int from_folder, const char* from, int to_folder, const char* to, unsigned flags) {
    return renamed("rename", from_folder, from, to_folder, to, flags);
}
int link(const char* from, const char* to) {
    const std::string target = absolute(AT_FDCWD, to);
    if (counts(target) && meets_fault()) {
        return -1;
    }
    const int result = static_cast<int>(syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0));
    if (result == 0 && counts(target)) {
        put("{\"op\":\"link\",\"path\":" + quoted(absolute(AT_FDCWD, from)) + ",\"to\":" + quoted(target) +
            "}");
    }
    return result;
}
int unlink(const char* path) {
    const std::string whole = absolute(AT_FDCWD, path);
    if (counts(whole) && meets_fault()) {
        return -1;
    }
    const int result = static_cast<int>(syscall(SYS_unlinkat, AT_FDCWD, path, 0));
    if (result == 0 && counts(whole)) {
        put("{\"op\":\"unlink\",\"path\":" + quoted(whole) + "}");
    }
    return result;
}
int mkdir(const char* path, mode_t mode) {
    const std::string whole = absolute(AT_FDCWD, path);
    const bool is_ours = counts(whole) && whole != state.folder && access(path, F_OK) != 0;
    if (is_ours && meets_fault()) {
        return -1;
    }
    const int result = static_cast<int>(syscall(SYS_mkdirat, AT_FDCWD, path, mode));
    if (result == 0 && is_ours) {
        put("{\"op\":\"mkdir\",\"path\":" + quoted(whole) + "}");
    }
    return result;
}

}  // extern "C"
