#include "app/platform/desktop_settings.h"

#include "app/platform/portal_setting.h"

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace unknot::platform {

namespace {

constexpr const char* portal_settings = "org.freedesktop.portal.Settings";

constexpr int answer_within_ms = 2000;

}  // namespace

struct DesktopSettings::Impl {
    std::function<void()> changed;
    mutable std::mutex mutex;
    mutable std::condition_variable answered_changed;
    DesktopLook look;
    bool answered = false;
    GCancellable* cancel = g_cancellable_new();
    GMainContext* context = g_main_context_new();
    GMainLoop* loop = g_main_loop_new(context, FALSE);
    std::thread thread;

    ~Impl() {
        g_main_loop_unref(loop);
        g_main_context_unref(context);
        g_object_unref(cancel);
    }

    void set(const DesktopLook& next) {
        {
            const std::lock_guard lock(mutex);
            if (next == look) {
                return;
            }
            look = next;
        }
        changed();
    }

    void set_answered() {
        {
            const std::lock_guard lock(mutex);
            answered = true;
        }
        answered_changed.notify_all();
    }

    void ask(GDBusConnection* bus, const char* space, const char* key, DesktopLook& into) const {
        const Variant answer(g_dbus_connection_call_sync(
            bus, portal_name, portal_path, portal_settings, "Read", g_variant_new("(ss)", space, key),
            G_VARIANT_TYPE("(v)"), G_DBUS_CALL_FLAGS_NONE, answer_within_ms, cancel, nullptr));
        if (answer) {  // no portal, or one that does not know the key: the default stays
            const Variant value(g_variant_get_child_value(answer.get(), 0));
            take_setting(into, space, key, value.get());
        }
    }

    static void on_changed(GDBusConnection*, const char*, const char*, const char*, const char*,
                           GVariant* parameters, gpointer self) {
        if (!g_variant_is_of_type(parameters, G_VARIANT_TYPE("(ssv)"))) {
            return;
        }
        auto& impl = *static_cast<Impl*>(self);
        const char* space = nullptr;
        const char* key = nullptr;
        GVariant* value = nullptr;
        g_variant_get(parameters, "(&s&sv)", &space, &key, &value);
        const Variant held(value);
        DesktopLook next;
        {
            const std::lock_guard lock(impl.mutex);
            next = impl.look;
        }
        take_setting(next, space, key, held.get());
        impl.set(next);
    }

    void run() {
        g_main_context_push_thread_default(context);
        if (const Object<GDBusConnection> bus = connect_to_session_bus(cancel)) {
            const guint subscription = g_dbus_connection_signal_subscribe(
                bus.get(), portal_name, portal_settings, "SettingChanged", portal_path, nullptr,
                G_DBUS_SIGNAL_FLAGS_NONE, on_changed, this, nullptr);
            DesktopLook first;
            ask(bus.get(), appearance, color_scheme, first);
            ask(bus.get(), gnome_interface, text_scaling, first);
            set(first);
            set_answered();
            if (g_cancellable_is_cancelled(cancel) == FALSE) {
                g_main_loop_run(loop);
            }
            g_dbus_connection_signal_unsubscribe(bus.get(), subscription);
            g_dbus_connection_close_sync(bus.get(), nullptr, nullptr);
        }
        set_answered();
        g_main_context_pop_thread_default(context);
    }

    /// Ends the loop from within it: quitting before it runs would be forgotten.
    static gboolean quit(gpointer loop) {
        g_main_loop_quit(static_cast<GMainLoop*>(loop));
        return G_SOURCE_REMOVE;
    }
};

DesktopSettings::DesktopSettings(std::function<void()> changed) : impl_(std::make_unique<Impl>()) {
    impl_->changed = std::move(changed);
    impl_->thread = std::thread([this] { impl_->run(); });
}

DesktopSettings::~DesktopSettings() {
    g_cancellable_cancel(impl_->cancel);
    GSource* const source = g_idle_source_new();
    g_source_set_callback(source, Impl::quit, impl_->loop, nullptr);
    g_source_attach(source, impl_->context);
    g_source_unref(source);
    impl_->thread.join();
}

DesktopLook DesktopSettings::look() const {
    const std::lock_guard lock(impl_->mutex);
    return impl_->look;
}

void DesktopSettings::wait_for_first(std::chrono::milliseconds most) const {
    std::unique_lock lock(impl_->mutex);
    (void)impl_->answered_changed.wait_for(lock, most, [this] { return impl_->answered; });
}

}  // namespace unknot::platform
