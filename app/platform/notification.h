#pragma once

#include "app/domain/result.h"

#include <chrono>
#include <memory>
#include <string>

namespace unknot::platform {

/// What a desktop notification says. Plain text: what looks like markup is shown as it is.
struct NotificationText {
    std::string title;
    std::string action;  ///< the label of its one button, which a press on the notification itself means too
};

/// How a notification ended.
enum class NotificationEnd { pressed, closed, still_there };

/// A notification of the desktop (org.freedesktop.Notifications on the session bus, Desktop Notifications
/// Specification 1.2), shown until somebody presses or closes it; it stays when this object ends.
class Notification {
public:
    /// Shows it. Fails with the system's words where there is no session bus, or nobody on it who shows
    /// notifications.
    [[nodiscard]] static Result<std::unique_ptr<Notification>, std::string> show(
        const NotificationText& text);
    ~Notification();
    Notification(const Notification&) = delete;
    Notification& operator=(const Notification&) = delete;

    /// Waits until it is pressed or closed, at most so long, or until the session bus has gone (closed). One
    /// that was pressed is taken away.
    [[nodiscard]] NotificationEnd wait(std::chrono::seconds most);

private:
    struct Impl;
    explicit Notification(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace unknot::platform
