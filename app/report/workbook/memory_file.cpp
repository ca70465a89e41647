#include "app/report/workbook/memory_file.h"

#include "app/report/course.h"

#include <array>
#include <cerrno>
#include <system_error>

#include <sys/mman.h>
#include <unistd.h>

namespace unknot::report {

namespace {

std::string why(int number) {
    return std::generic_category().message(number);
}

}  // namespace

MemoryFile::MemoryFile() : descriptor_(::memfd_create("export", MFD_CLOEXEC)) {
    if (descriptor_ < 0) {
        throw NotMade(why(errno));
    }
    path_ = "/proc/self/fd/" + std::to_string(descriptor_);
}

MemoryFile::~MemoryFile() {
    ::close(descriptor_);
}

void MemoryFile::read(const Sink& sink) const {
    std::array<char, std::size_t{64} * 1024> piece{};
    off_t at = 0;
    for (;;) {
        const ssize_t got = ::pread(descriptor_, piece.data(), piece.size(), at);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            throw NotMade(why(errno));
        }
        if (got == 0) {
            return;
        }
        sink({piece.data(), static_cast<std::size_t>(got)});
        at += got;
    }
}

}  // namespace unknot::report
