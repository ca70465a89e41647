#include "app/settings/draft_store.h"

#include "app/platform/private_file.h"
#include "app/platform/replace_file.h"
#include "app/settings/log_key.h"

#include <nlohmann/json.hpp>

#include <system_error>

namespace unknot::settings {

namespace {

/// A note has up to 64 KiB, and JSON may need six bytes for one of them.
constexpr std::uintmax_t largest_draft = std::uintmax_t{1024} * 1024;

bool is_object(const std::string& text) {
    return nlohmann::json::parse(text, nullptr, false).is_object();
}

}  // namespace

std::filesystem::path DraftStore::file_of(Draft draft, const std::filesystem::path& log) const {
    return folder_ / (log_key(log) + (draft == Draft::form ? ".form.json" : ".timer.json"));
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
