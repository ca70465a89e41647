#include "app/settings/device.h"

#include "app/platform/private_file.h"
#include "app/platform/random.h"
#include "app/platform/replace_file.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace unknot::settings {

namespace {

constexpr std::size_t id_length = 32;

bool is_id(std::string_view text) {
    return text.size() == id_length && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

/// 128 random bits as hexadecimal digits.
std::string new_device_id() {
    std::string id;
    while (id.size() < id_length) {
        for (const std::uint8_t byte : platform::random_bytes()) {
            constexpr std::string_view digits = "0123456789abcdef";
            id += digits[byte >> 4U];
            id += digits[byte & 0x0FU];
        }
    }
    id.resize(id_length);
    return id;
}

/// The id in the file; nothing where there is none that can be read.
std::optional<std::string> kept_id(const std::filesystem::path& file) {
    const auto text = platform::read_file(file, id_length + 1);
    if (!text) {
        return std::nullopt;
    }
    const std::string id = text->substr(0, text->find('\n'));
    return is_id(id) ? std::optional(id) : std::nullopt;
}

std::string file_name(std::string_view machine) {
    if (machine.empty()) {
        return "device";
    }
    const std::string salted = "unknot device of " + std::string(machine);
    const XXH128_hash_t hash = XXH3_128bits(salted.data(), salted.size());
    std::array<char, 40> name{};
    std::snprintf(name.data(), name.size(), "device-%016llx%016llx",
                  static_cast<unsigned long long>(hash.high64), static_cast<unsigned long long>(hash.low64));
    return name.data();
}

}  // namespace

Device::Device(const std::filesystem::path& state_folder, std::string_view machine)
    : file_(state_folder.empty() ? std::filesystem::path() : state_folder / file_name(machine)) {}

std::string Device::id() const {
    if (const auto kept = file_.empty() ? std::nullopt : kept_id(file_)) {
        return *kept;
    }
    std::string fresh = new_device_id();
    if (!file_.empty()) {
        // Where it cannot be kept it serves as long as this process. Two that begin at once may each have one
        // of their own: one machine with two names does no harm, two machines with one would.
        (void)platform::replace_file(file_, fresh + "\n");
    }
    return fresh;
}

std::function<std::string()> asked_once(Device device) {
    struct Asked {
        std::mutex one_at_a_time;
        std::string id;
    };
    return [device = std::move(device), asked = std::make_shared<Asked>()] {
        const std::lock_guard lock(asked->one_at_a_time);
        if (asked->id.empty()) {
            asked->id = device.id();
        }
        return asked->id;
    };
}

}  // namespace unknot::settings
