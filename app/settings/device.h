#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace unknot::settings {

/// Who changes logs: one user on one machine. A random id, kept in a private file (0600) in the user's state
/// folder, so that a log or a home folder that is copied to another machine does not take it along. It says
/// nothing about the person or the machine.
class Device {
public:
    /// `state_folder`: platform::state_folder(); empty: the user has none. `machine`: text that this
    /// installation of the system has and no other, platform::machine_id(); of it only a hash is kept, in the
    /// file's name. Empty where the system has none.
    Device(const std::filesystem::path& state_folder, std::string_view machine);

    /// The id; makes it the first time. Where it can be neither read nor kept it is a new one for each
    /// process: what is saved is saved all the same, and no two machines ever share one.
    [[nodiscard]] std::string id() const;

    /// Where it is kept; empty: nowhere.
    [[nodiscard]] const std::filesystem::path& file() const { return file_; }

private:
    std::filesystem::path file_;
};

/// The id of `device` for storage::Services: found at its first use, the same for as long as this is there,
/// whatever becomes of the file, and on any thread.
[[nodiscard]] std::function<std::string()> asked_once(Device device);

}  // namespace unknot::settings
