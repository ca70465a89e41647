#pragma once

#include <gio/gio.h>

#include <memory>

namespace unknot::platform {

// What this folder's users of the session bus share. Its headers that see GIO include this one; no other
// folder includes it.

template <auto release>
struct Release {
    template <typename T>
    void operator()(T* held) const {
        release(held);
    }
};
template <typename T>
using Object = std::unique_ptr<T, Release<g_object_unref>>;
using Variant = std::unique_ptr<GVariant, Release<g_variant_unref>>;
using Text = std::unique_ptr<char, Release<g_free>>;
using Error = std::unique_ptr<GError, Release<g_error_free>>;

/// The desktop's portal on the bus.
constexpr const char* portal_name = "org.freedesktop.portal.Desktop";
constexpr const char* portal_path = "/org/freedesktop/portal/desktop";

/// True where there is a session bus without starting one: asking for its address would.
[[nodiscard]] bool has_session_bus();

/// A connection of our own to the session bus, which ends with its object; null where there is none. Its
/// signals come in the thread's default context.
[[nodiscard]] Object<GDBusConnection> connect_to_session_bus(GCancellable* cancel);

}  // namespace unknot::platform
