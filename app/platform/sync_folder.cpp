#include "app/platform/sync_folder.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace unknot::platform {

Failed<std::string> system_words(int number) {
    return Failed{std::string(std::strerror(number))};
}

bool sync_folder(const std::filesystem::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        return false;
    }
    const bool synced = ::fsync(descriptor) == 0 || errno == EINVAL;
    const int number = errno;
    ::close(descriptor);
    errno = number;
    return synced;
}

}  // namespace unknot::platform
