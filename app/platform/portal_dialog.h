#pragma once

#include "app/domain/result.h"
#include "app/platform/cancel.h"
#include "app/platform/session_bus.h"

#include <gio/gunixfdlist.h>

#include <chrono>
#include <memory>
#include <string>

namespace unknot::platform {

/// Talks with the desktop's portal on the thread that makes it, one question after the other.
class PortalDialog {
public:
    explicit PortalDialog(const Cancel& cancel);
    ~PortalDialog();
    PortalDialog(const PortalDialog&) = delete;
    PortalDialog& operator=(const PortalDialog&) = delete;

    /// The version of one of the portal's interfaces; 0 where it does not have it.
    [[nodiscard]] std::uint32_t version(const char* interface) const;

    /// What every question's options begin with: its token, and that its dialog belongs to the window.
    [[nodiscard]] GVariantDict options();

    /// Asks and waits for whoever answers the dialog: the results, or null where they chose not to or it was
    /// cancelled. `arguments` (floating; taken) hold `options()`. `files` (may be null) belong to them.
    [[nodiscard]] Result<Variant, std::string> ask(const char* interface, const char* method,
                                                   GVariant* arguments, GUnixFDList* files,
                                                   std::chrono::milliseconds patience);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace unknot::platform
