#include "app/settings/log_key.h"

#include <xxhash.h>

#include <array>
#include <cstdio>

namespace unknot::settings {

std::string log_key(const std::filesystem::path& log) {
    std::error_code failed;  // a path that cannot be looked at is told apart by how it is written
    std::filesystem::path path = std::filesystem::weakly_canonical(std::filesystem::absolute(log), failed);
    const std::string text = (failed ? log : path).string();
    const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
    std::array<char, 33> digits{};
    std::snprintf(digits.data(), digits.size(), "%016llx%016llx",
                  static_cast<unsigned long long>(hash.high64), static_cast<unsigned long long>(hash.low64));
    return digits.data();
}

}  // namespace unknot::settings
