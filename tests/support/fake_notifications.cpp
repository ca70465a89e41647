#include "tests/support/fake_notifications.h"

#include <gio/gio.h>

#include <future>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace unknot::tests {

namespace {

constexpr const char* notifications_object = "/org/freedesktop/Notifications";
constexpr const char* notifications_interface = "org.freedesktop.Notifications";
constexpr const char* notifications_description = R"(<node><interface name="org.freedesktop.Notifications">
  <method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
  <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>)";

}  // namespace

struct FakeNotifications::Impl {
    Then then = Then::nothing;
    GTestDBus* bus = nullptr;
    GMainContext* context = g_main_context_new();
    GMainLoop* loop = g_main_loop_new(context, FALSE);
    GDBusConnection* connection = nullptr;
    mutable std::mutex mutex;
    std::vector<Shown> shown;
    std::promise<bool> ready;
    std::thread thread;

    void emit(const char* name, GVariant* arguments) const {
        g_dbus_connection_emit_signal(connection, nullptr, notifications_object, notifications_interface,
                                      name, arguments, nullptr);
    }

    static void notify(GDBusConnection*, const char*, const char*, const char*, const char*,
                       GVariant* arguments, GDBusMethodInvocation* call, gpointer self) {
        auto& impl = *static_cast<Impl*>(self);
        const char* program = nullptr;
        const char* title = nullptr;
        const char* body = nullptr;
        GVariantIter* actions = nullptr;
        g_variant_get(arguments, "(&su&s&s&sas@a{sv}i)", &program, nullptr, nullptr, &title, &body, &actions,
                      nullptr, nullptr);
        Shown one{program, title, body, {}};
        const char* action = nullptr;
        while (g_variant_iter_next(actions, "&s", &action) != FALSE) {
            one.actions.emplace_back(action);
        }
        g_variant_iter_free(actions);
        guint32 id = 0;
        {
            const std::lock_guard lock(impl.mutex);
            impl.shown.push_back(one);
            id = static_cast<guint32>(impl.shown.size());
        }
        g_dbus_method_invocation_return_value(call, g_variant_new("(u)", id));
        if (impl.then == Then::press) {
            // Somebody else's first: it must not be taken for ours.
            impl.emit("NotificationClosed", g_variant_new("(uu)", id + 1000, 2U));
            impl.emit("ActionInvoked", g_variant_new("(us)", id, "default"));
        }
        if (impl.then != Then::nothing) {
            impl.emit("NotificationClosed", g_variant_new("(uu)", id, 2U));
        }
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
        GDBusNodeInfo* node = g_dbus_node_info_new_for_xml(notifications_description, nullptr);
        const GDBusInterfaceVTable table{notify, nullptr, nullptr, {}};
        const guint id = g_dbus_connection_register_object(
            connection, notifications_object, node->interfaces[0], &table, this, nullptr, nullptr);
        g_dbus_node_info_unref(node);
        GVariant* owned = g_dbus_connection_call_sync(
            connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
            "RequestName", g_variant_new("(su)", notifications_interface, 0U), nullptr,
            G_DBUS_CALL_FLAGS_NONE, -1, nullptr, nullptr);
        const bool named = owned != nullptr;
        if (named) {
            g_variant_unref(owned);
        }
        return id != 0 && named;
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
};

FakeNotifications::FakeNotifications(Then then) : impl_(std::make_unique<Impl>()) {
    impl_->then = then;
    impl_->bus = g_test_dbus_new(G_TEST_DBUS_NONE);
    g_test_dbus_up(impl_->bus);
    auto ready = impl_->ready.get_future();
    impl_->thread = std::thread([this] { impl_->run(); });
    if (!ready.get()) {
        throw std::runtime_error("the stand-in of the notifications could not be begun");
    }
}

FakeNotifications::~FakeNotifications() {
    g_main_loop_quit(impl_->loop);
    impl_->thread.join();
    g_test_dbus_stop(impl_->bus);
    g_object_unref(impl_->bus);
    g_main_loop_unref(impl_->loop);
    g_main_context_unref(impl_->context);
    g_unsetenv("DBUS_SESSION_BUS_ADDRESS");
}

std::vector<FakeNotifications::Shown> FakeNotifications::shown() const {
    const std::lock_guard lock(impl_->mutex);
    return impl_->shown;
}

std::string FakeNotifications::address() const {
    return g_test_dbus_get_bus_address(impl_->bus);
}

}  // namespace unknot::tests
