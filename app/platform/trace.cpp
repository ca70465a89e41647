#include "app/platform/trace.h"

#include "app/platform/sync_folder.h"

#include <cerrno>
#include <chrono>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace unknot::platform {

namespace {

/// A new file, or a pipe that is there; -1 with errno set. Nothing that is there is written over.
int open_for_trace(const std::filesystem::path& file) {
    const int fresh = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    struct stat info {};
    if (fresh >= 0 || errno != EEXIST || ::lstat(file.c_str(), &info) != 0) {
        return fresh;
    }
    if (!S_ISFIFO(info.st_mode)) {
        errno = EEXIST;
        return -1;
    }
    return ::open(file.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC);
}

}  // namespace

Result<std::unique_ptr<Trace>, std::string> Trace::open(const std::filesystem::path& file) {
    const int descriptor = open_for_trace(file);
    if (descriptor < 0) {
        return system_words(errno);
    }
    std::FILE* stream = ::fdopen(descriptor, "w");
    if (stream == nullptr) {
        const int number = errno;
        ::close(descriptor);
        return system_words(number);
    }
    std::fputs("[\n", stream);
    return std::unique_ptr<Trace>(new Trace(stream));
}

Trace::~Trace() {
    std::fprintf(file_,
                 R"({"name": "end", "ph": "i", "ts": %lld, "pid": 1, "tid": %d, "s": "g"})"
                 "\n]\n",
                 static_cast<long long>(now_us()), ::gettid());
    std::fclose(file_);
}

// One call of the C library for each event: its lock on the stream keeps those of several threads apart.
void Trace::moment(const char* name) {
    std::fprintf(file_,
                 R"({"name": "%s", "ph": "i", "ts": %lld, "pid": 1, "tid": %d, "s": "g"},)"
                 "\n",
                 name, static_cast<long long>(now_us()), ::gettid());
    std::fflush(file_);
}

void Trace::stretch(const char* name, std::int64_t begun_us) {
    std::fprintf(file_,
                 R"({"name": "%s", "ph": "X", "ts": %lld, "dur": %lld, "pid": 1, "tid": %d},)"
                 "\n",
                 name, static_cast<long long>(begun_us), static_cast<long long>(now_us() - begun_us),
                 ::gettid());
    std::fflush(file_);
}

std::int64_t Trace::now_us() {
    return std::chrono::duration_cast<std::chrono::microseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

}  // namespace unknot::platform
