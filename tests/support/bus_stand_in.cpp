#include "tests/support/bus_stand_in.h"

#include <future>
#include <stdexcept>
#include <thread>
#include <utility>

namespace unknot::tests {

struct BusStandIn::Impl {
    Service service;
    GTestDBus* bus = nullptr;
    GMainContext* context = g_main_context_new();
    GMainLoop* loop = g_main_loop_new(context, FALSE);
    GDBusConnection* connection = nullptr;
    std::promise<bool> ready;
    std::thread thread;

    static void on_call(GDBusConnection*, const char*, const char*, const char*, const char*,
                        GVariant* arguments, GDBusMethodInvocation* call, gpointer self) {
        static_cast<const Impl*>(self)->service.answer(arguments, call);
    }

    static GVariant* on_get(GDBusConnection*, const char*, const char*, const char*, const char*, GError**,
                            gpointer self) {
        return g_variant_new_uint32(static_cast<const Impl*>(self)->service.version);
    }

    bool register_all(const GDBusNodeInfo& node) {
        const GDBusInterfaceVTable table{on_call, on_get, nullptr, {}};
        bool all = true;
        for (GDBusInterfaceInfo** interface = node.interfaces; *interface != nullptr; ++interface) {
            all = g_dbus_connection_register_object(connection, service.object, *interface, &table, this,
                                                    nullptr, nullptr) != 0 &&
                  all;
        }
        return all;
    }

    bool begin() {
        connection = g_dbus_connection_new_for_address_sync(
            g_test_dbus_get_bus_address(bus),
            static_cast<GDBusConnectionFlags>(G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                              G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION),
            nullptr, nullptr, nullptr);
        if (connection == nullptr) {
            return false;
        }
        GDBusNodeInfo* node = g_dbus_node_info_new_for_xml(service.description, nullptr);
        const bool registered = register_all(*node);
        g_dbus_node_info_unref(node);
        GVariant* owned = g_dbus_connection_call_sync(connection, "org.freedesktop.DBus",
                                                      "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                                      "RequestName", g_variant_new("(su)", service.name, 0U),
                                                      nullptr, G_DBUS_CALL_FLAGS_NONE, -1, nullptr, nullptr);
        const bool named = owned != nullptr;
        if (named) {
            g_variant_unref(owned);
        }
        return registered && named;
    }

    void run() {
        g_main_context_push_thread_default(context);
        const bool begun = begin();
        ready.set_value(begun);
        if (begun) {
            g_main_loop_run(loop);
        }
        if (connection != nullptr) {
            g_dbus_connection_close_sync(connection, nullptr, nullptr);
            g_object_unref(connection);
        }
        g_main_context_pop_thread_default(context);
    }

    void begin_bus() {
        bus = g_test_dbus_new(G_TEST_DBUS_NONE);
        g_test_dbus_up(bus);
        auto begun = ready.get_future();
        thread = std::thread([this] { run(); });
        if (!begun.get()) {
            throw std::runtime_error(std::string("the stand-in of ") + service.name + " could not be begun");
        }
    }

    ~Impl() {
        if (thread.joinable()) {
            g_main_loop_quit(loop);
            thread.join();
        }
        g_test_dbus_stop(bus);
        g_object_unref(bus);
        g_main_loop_unref(loop);
        g_main_context_unref(context);
        g_unsetenv("DBUS_SESSION_BUS_ADDRESS");
    }
};

BusStandIn::BusStandIn(Service service) : impl_(std::make_unique<Impl>()) {
    impl_->service = std::move(service);
    impl_->begin_bus();
}

BusStandIn::~BusStandIn() = default;

void BusStandIn::emit(const char* interface, const char* signal, GVariant* arguments) const {
    g_dbus_connection_emit_signal(impl_->connection, nullptr, impl_->service.object, interface, signal,
                                  arguments, nullptr);
}

std::string BusStandIn::address() const {
    return g_test_dbus_get_bus_address(impl_->bus);
}

}  // namespace unknot::tests
