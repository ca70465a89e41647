#include "app/platform/session_bus.h"

#include "app/platform/environment.h"

#include <filesystem>

namespace unknot::platform {

bool has_session_bus() {
    if (environment("DBUS_SESSION_BUS_ADDRESS")) {
        return true;
    }
    const auto runtime = environment("XDG_RUNTIME_DIR");
    std::error_code unreadable;
    return runtime && std::filesystem::exists(std::filesystem::path(*runtime) / "bus", unreadable);
}

Object<GDBusConnection> connect_to_session_bus(GCancellable* cancel) {
    if (!has_session_bus()) {
        return nullptr;
    }
    // GIO's shared connection would outlive its user.
    const Text address(g_dbus_address_get_for_bus_sync(G_BUS_TYPE_SESSION, cancel, nullptr));
    if (!address) {
        return nullptr;
    }
    constexpr auto flags = static_cast<GDBusConnectionFlags>(G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                             G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION);
    Object<GDBusConnection> bus(
        g_dbus_connection_new_for_address_sync(address.get(), flags, nullptr, cancel, nullptr));
    if (bus) {
        g_dbus_connection_set_exit_on_close(bus.get(), FALSE);
    }
    return bus;
}

}  // namespace unknot::platform
