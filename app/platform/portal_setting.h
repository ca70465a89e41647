#pragma once

#include "app/platform/desktop_settings.h"
#include "app/platform/session_bus.h"

#include <string>

namespace unknot::platform {

// The settings that are asked of the desktop's settings portal: a name space, and a key in it
// (org.freedesktop.portal.Settings, "Standardized keys").
inline constexpr const char* appearance = "org.freedesktop.appearance";
inline constexpr const char* color_scheme = "color-scheme";
inline constexpr const char* gnome_interface = "org.gnome.desktop.interface";
inline constexpr const char* text_scaling = "text-scaling-factor";

/// Puts what the portal says of one setting into `look`. A setting of another name, and a value of another
/// type than the portal's documentation gives, say nothing; a factor is kept within 0.5 to 3.
void take_setting(DesktopLook& look, const std::string& space, const std::string& key, GVariant* value);

}  // namespace unknot::platform
