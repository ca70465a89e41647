#include "app/settings/draft_store.h"

#include "app/platform/private_file.h"
#include "app/platform/replace_file.h"

#include <xxhash.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>

namespace unknot::settings {

namespace {

/// A note has up to 64 KiB, and JSON may need six bytes for one of them.
constexpr std::uintmax_t largest_draft = 1024 * 1024;

std::string hash_of(const std::filesystem::path& log) {
    std::error_code failed;  // a path that cannot be looked at is told apart by how it is written
    std::filesystem::path path = std::filesystem::weakly_canonical(std::filesystem::absolute(log), failed);
    const std::string text = (failed ? log : path).string();
    const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
    std::array<char, 33> digits{};
    std::snprintf(digits.data(), digits.size(), "%016llx%016llx",
                  static_cast<unsigned long long>(hash.high64), static_cast<unsigned long long>(hash.low64));
    return digits.data();
}

bool is_object(const std::string& text) {
    return nlohmann::json::parse(text, nullptr, false).is_object();
}

}  // namespace

std::filesystem::path DraftStore::file_of(Draft draft, const std::filesystem::path& log) const {
    return folder_ / (hash_of(log) + (draft == Draft::form ? ".form.json" : ".timer.json"));
}

std::optional<std::string> DraftStore::load(Draft draft, const std::filesystem::path& log) const {
    const auto text = platform::read_file(file_of(draft, log), largest_draft);
    return text && is_object(*text) ? std::optional(*text) : std::nullopt;
}

Result<Done, std::string> DraftStore::save(Draft draft, const std::filesystem::path& log,
                                           const std::string& object) const {
    return platform::replace_file(file_of(draft, log), object);
}

Result<Done, std::string> DraftStore::remove(Draft draft, const std::filesystem::path& log) const {
    std::error_code failed;
    std::filesystem::remove(file_of(draft, log), failed);
    if (failed) {
        return Failed{failed.message()};
    }
    return Done{};
}

}  // namespace unknot::settings
