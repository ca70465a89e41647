#include "app/settings/reminder_memory.h"

#include "app/platform/private_file.h"
#include "app/platform/replace_file.h"
#include "app/settings/log_key.h"

namespace unknot::settings {

std::filesystem::path ReminderMemory::file_of(const std::filesystem::path& log) const {
    return folder_ / log_key(log);
}

bool ReminderMemory::was_on(LocalDay day, const std::filesystem::path& log) const {
    constexpr std::uintmax_t largest = 64;
    const auto text = platform::read_file(file_of(log), largest);
    return text && *text == to_iso(day) + "\n";
}

Result<Done, std::string> ReminderMemory::remember(LocalDay day, const std::filesystem::path& log) const {
    return platform::replace_file(file_of(log), to_iso(day) + "\n");
}

Result<Done, std::string> ReminderMemory::forget() const {
    std::error_code failed;
    std::filesystem::remove_all(folder_, failed);
    if (failed) {
        return Failed{failed.message()};
    }
    if (std::filesystem::is_empty(folder_.parent_path(), failed)) {
        std::filesystem::remove(folder_.parent_path(), failed);
    }
    return Done{};
}

}  // namespace unknot::settings
