#include "app/platform/notification.h"

#include "app/platform/session_bus.h"

#include <cstdint>

namespace unknot::platform {

namespace {

constexpr const char* notifications_name = "org.freedesktop.Notifications";
constexpr const char* notifications_path = "/org/freedesktop/Notifications";
constexpr int shown_within_ms = 5000;
constexpr int closed_within_ms = 1000;
constexpr int never_expires = 0;  // the specification, "Notify"

GVariant* call_arguments(const NotificationText& text) {
    GVariantBuilder actions;
    g_variant_builder_init(&actions, G_VARIANT_TYPE("as"));
    // "default" is a press on the notification itself.
    for (const char* key : {"default", "open"}) {
        g_variant_builder_add(&actions, "s", key);
        g_variant_builder_add(&actions, "s", text.action.c_str());
    }
    GVariantBuilder hints;
    g_variant_builder_init(&hints, G_VARIANT_TYPE("a{sv}"));
    g_variant_builder_add(&hints, "{sv}", "desktop-entry", g_variant_new_string("unknot"));
    return g_variant_new("(susssasa{sv}i)", "Unknot", 0U, "unknot", text.title.c_str(), "", &actions, &hints,
                         never_expires);
}

}  // namespace

struct Notification::Impl {
    GMainContext* context = g_main_context_new();
    GMainLoop* loop = g_main_loop_new(context, FALSE);
    Object<GDBusConnection> bus;
    std::uint32_t id = 0;
    guint subscription = 0;
    NotificationEnd end = NotificationEnd::still_there;

    ~Impl() {
        if (bus) {
            g_dbus_connection_signal_unsubscribe(bus.get(), subscription);
            g_dbus_connection_close_sync(bus.get(), nullptr, nullptr);
        }
        bus.reset();
        g_main_loop_unref(loop);
        g_main_context_unref(context);
    }

    void ended(NotificationEnd how) {
        // Whoever is pressed is closed as well: the first of both counts.
        if (end == NotificationEnd::still_there) {
            end = how;
        }
        g_main_loop_quit(loop);
    }

    /// Not everybody who shows them takes one away that was pressed.
    void take_away() const {
        const Variant answer(g_dbus_connection_call_sync(
            bus.get(), notifications_name, notifications_path, notifications_name, "CloseNotification",
            g_variant_new("(u)", id), nullptr, G_DBUS_CALL_FLAGS_NONE, closed_within_ms, nullptr,
            nullptr));  // that it has gone already is no failure
    }

    static void on_signal(GDBusConnection*, const char*, const char*, const char*, const char* name,
                          GVariant* parameters, gpointer self) {
        auto& impl = *static_cast<Impl*>(self);
        const bool pressed = g_str_equal(name, "ActionInvoked") != FALSE &&
                             g_variant_is_of_type(parameters, G_VARIANT_TYPE("(us)")) != FALSE;
        const bool closed = g_str_equal(name, "NotificationClosed") != FALSE &&
                            g_variant_is_of_type(parameters, G_VARIANT_TYPE("(uu)")) != FALSE;
        if (!pressed && !closed) {
            return;
        }
        std::uint32_t of = 0;
        g_variant_get_child(parameters, 0, "u", &of);
        if (of == impl.id) {
            impl.ended(pressed ? NotificationEnd::pressed : NotificationEnd::closed);
        }
    }

    static void on_bus_gone(GDBusConnection*, gboolean, GError*, gpointer self) {
        static_cast<Impl*>(self)->ended(NotificationEnd::closed);
    }

    static gboolean on_time(gpointer self) {
        g_main_loop_quit(static_cast<Impl*>(self)->loop);
        return G_SOURCE_REMOVE;
    }
};

Notification::Notification(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Notification::~Notification() = default;

Result<std::unique_ptr<Notification>, std::string> Notification::show(const NotificationText& text) {
    auto impl = std::make_unique<Impl>();
    g_main_context_push_thread_default(impl->context);
    impl->bus = connect_to_session_bus(nullptr);
    GError* raw = nullptr;
    Variant answer;
    if (impl->bus) {
        // Listened for before it is shown: nobody can press it earlier.
        impl->subscription = g_dbus_connection_signal_subscribe(
            impl->bus.get(), notifications_name, notifications_name, nullptr, notifications_path, nullptr,
            G_DBUS_SIGNAL_FLAGS_NONE, Impl::on_signal, impl.get(), nullptr);
        g_signal_connect(impl->bus.get(), "closed", G_CALLBACK(Impl::on_bus_gone), impl.get());
        answer.reset(g_dbus_connection_call_sync(impl->bus.get(), notifications_name, notifications_path,
                                                 notifications_name, "Notify", call_arguments(text),
                                                 G_VARIANT_TYPE("(u)"), G_DBUS_CALL_FLAGS_NONE,
                                                 shown_within_ms, nullptr, &raw));
    }
    g_main_context_pop_thread_default(impl->context);
    const Error error(raw);
    if (!impl->bus) {
        return Failed{std::string("there is no session bus")};
    }
    if (!answer) {
        g_dbus_error_strip_remote_error(error.get());
        return Failed{std::string(error->message)};
    }
    g_variant_get(answer.get(), "(u)", &impl->id);
    return std::unique_ptr<Notification>(new Notification(std::move(impl)));
}

NotificationEnd Notification::wait(std::chrono::seconds most) {
    if (impl_->end == NotificationEnd::still_there) {
        GSource* const timeout = g_timeout_source_new_seconds(static_cast<guint>(most.count()));
        g_source_set_callback(timeout, Impl::on_time, impl_.get(), nullptr);
        g_source_attach(timeout, impl_->context);
        g_main_context_push_thread_default(impl_->context);
        g_main_loop_run(impl_->loop);
        g_main_context_pop_thread_default(impl_->context);
        g_source_destroy(timeout);
        g_source_unref(timeout);
        if (impl_->end == NotificationEnd::pressed) {
            impl_->take_away();
        }
    }
    return impl_->end;
}

}  // namespace unknot::platform
