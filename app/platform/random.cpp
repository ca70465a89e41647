#include "app/platform/random.h"

#include <cerrno>
#include <system_error>

#include <sys/random.h>

namespace unknot::platform {

std::array<std::uint8_t, 10> random_bytes() {
    std::array<std::uint8_t, 10> bytes{};
    if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
        throw std::system_error(errno, std::generic_category(), "no random numbers");
    }
    return bytes;
}

}  // namespace unknot::platform
