#include "tests/support/fake_portal.h"

#include <gio/gio.h>

#include <future>
#include <stdexcept>
#include <string>
#include <thread>

namespace unknot::tests {

namespace {

constexpr const char* portal_object = "/org/freedesktop/portal/desktop";
constexpr const char* interface_name = "org.freedesktop.portal.Settings";
constexpr const char* description = R"(<node><interface name="org.freedesktop.portal.Settings">
  <method name="Read"><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="v" direction="out"/></method>
  <signal name="SettingChanged"><arg type="s"/><arg type="s"/><arg type="v"/></signal>
</interface></node>)";

}  // namespace

struct FakePortal::Impl {
    GTestDBus* bus = nullptr;
    GMainContext* context = g_main_context_new();
    GMainLoop* loop = g_main_loop_new(context, FALSE);
    GDBusConnection* connection = nullptr;
    std::uint32_t color_scheme = 0;
    double text_factor = 1;
    std::promise<bool> ready;
    std::thread thread;

    static void read(GDBusConnection*, const char*, const char*, const char*, const char*,
                     GVariant* arguments, GDBusMethodInvocation* call, gpointer self) {
        const auto& impl = *static_cast<Impl*>(self);
        const char* space = nullptr;
        const char* key = nullptr;
        g_variant_get(arguments, "(&s&s)", &space, &key);
        const bool scheme = std::string(key) == "color-scheme";
        GVariant* value =
            scheme ? g_variant_new_uint32(impl.color_scheme) : g_variant_new_double(impl.text_factor);
        // The real one packs the value twice.
        g_dbus_method_invocation_return_value(call, g_variant_new("(v)", g_variant_new_variant(value)));
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
        GDBusNodeInfo* node = g_dbus_node_info_new_for_xml(description, nullptr);
        const GDBusInterfaceVTable table{read, nullptr, nullptr, {}};
        const guint id = g_dbus_connection_register_object(connection, portal_object, node->interfaces[0],
                                                           &table, this, nullptr, nullptr);
        g_dbus_node_info_unref(node);
        GVariant* owned = g_dbus_connection_call_sync(
            connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
            "RequestName", g_variant_new("(su)", "org.freedesktop.portal.Desktop", 0U), nullptr,
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

    void tell(const char* space, const char* key, GVariant* value) const {
        g_dbus_connection_emit_signal(connection, nullptr, portal_object, interface_name, "SettingChanged",
                                      g_variant_new("(ssv)", space, key, value), nullptr);
    }
};

FakePortal::FakePortal(std::uint32_t color_scheme, double text_factor) : impl_(std::make_unique<Impl>()) {
    impl_->color_scheme = color_scheme;
    impl_->text_factor = text_factor;
    impl_->bus = g_test_dbus_new(G_TEST_DBUS_NONE);
    g_test_dbus_up(impl_->bus);
    auto ready = impl_->ready.get_future();
    impl_->thread = std::thread([this] { impl_->run(); });
    if (!ready.get()) {
        throw std::runtime_error("the stand-in of the portal could not be begun");
    }
}

FakePortal::~FakePortal() {
    g_main_loop_quit(impl_->loop);
    impl_->thread.join();
    g_test_dbus_stop(impl_->bus);
    g_object_unref(impl_->bus);
    g_main_loop_unref(impl_->loop);
    g_main_context_unref(impl_->context);
    g_unsetenv("DBUS_SESSION_BUS_ADDRESS");
}

void FakePortal::change_color_scheme(std::uint32_t value) {
    impl_->tell("org.freedesktop.appearance", "color-scheme", g_variant_new_uint32(value));
}

void FakePortal::change_text_factor(double value) {
    impl_->tell("org.gnome.desktop.interface", "text-scaling-factor", g_variant_new_double(value));
}

}  // namespace unknot::tests
