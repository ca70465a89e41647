#include "app/platform/machine.h"

#include "app/platform/private_file.h"

namespace unknot::platform {

std::string machine_id() {
    constexpr std::uintmax_t largest = 64;
    constexpr std::size_t length = 32;
    const auto text = read_file("/etc/machine-id", largest);
    const std::string id = text ? text->substr(0, text->find('\n')) : std::string();
    // While the system is installed it says "uninitialized".
    return id.size() == length && id.find_first_not_of("0123456789abcdef") == std::string::npos
               ? id
               : std::string();
}

}  // namespace unknot::platform
