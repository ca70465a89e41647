#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace unknot::platform {

/// What the desktop says of how windows should look.
struct DesktopLook {
    bool dark = false;       ///< dark windows are preferred
    double text_factor = 1;  ///< how much larger than usual text is, 0.5 to 3

    friend bool operator==(const DesktopLook&, const DesktopLook&) = default;
};

/// Follows the desktop's settings live, through its settings portal on the session bus
/// (org.freedesktop.portal.Settings: color-scheme of org.freedesktop.appearance, text-scaling-factor of
/// org.gnome.desktop.interface). A thread of its own asks and listens; it sleeps while nothing changes. Where
/// there is no bus or no portal, everything keeps its default.
class DesktopSettings {
public:
    /// `changed` is called on that thread when `look` says something else than before.
    explicit DesktopSettings(std::function<void()> changed);
    ~DesktopSettings();
    DesktopSettings(const DesktopSettings&) = delete;
    DesktopSettings& operator=(const DesktopSettings&) = delete;

    /// What is known now.
    [[nodiscard]] DesktopLook look() const;

    /// Waits until the desktop has answered for the first time, or cannot, at most so long: so that a window
    /// need not begin light and turn dark.
    void wait_for_first(std::chrono::milliseconds most) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace unknot::platform
