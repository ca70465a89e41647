#include "app/platform/vigil.h"

#include "app/platform/session_bus.h"
#include "app/platform/sync_folder.h"

#include <glib-unix.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <system_error>
#include <thread>

#include <sys/timerfd.h>
#include <unistd.h>

namespace unknot::platform {

namespace {

constexpr const char* driver_name = "org.freedesktop.DBus";
constexpr const char* driver_path = "/org/freedesktop/DBus";
constexpr int driver_answers_within_ms = 5000;
constexpr std::uint32_t do_not_queue = 4;   // D-Bus Specification, "RequestName"
constexpr std::uint32_t primary_owner = 1;  // its answers

Variant ask_driver(GDBusConnection* bus, const char* method, GVariant* arguments,
                   const GVariantType* answer) {
    return Variant(g_dbus_connection_call_sync(bus, driver_name, driver_path, driver_name, method, arguments,
                                               answer, G_DBUS_CALL_FLAGS_NONE, driver_answers_within_ms,
                                               nullptr, nullptr));
}

/// The process that owns a name; 0 where nobody does.
std::uint32_t owner_of(GDBusConnection* bus, const std::string& name) {
    const Variant answer = ask_driver(bus, "GetConnectionUnixProcessID", g_variant_new("(s)", name.c_str()),
                                      G_VARIANT_TYPE("(u)"));
    std::uint32_t process = 0;
    if (answer) {
        g_variant_get(answer.get(), "(u)", &process);
    }
    return process;
}

}  // namespace

struct Vigil::Impl {
    GMainContext* context = g_main_context_new();
    GMainLoop* loop = g_main_loop_new(context, FALSE);
    Object<GDBusConnection> bus;
    Woken woken = Woken::time;
    bool gone = false;

    ~Impl() {
        if (bus) {
            g_dbus_connection_close_sync(bus.get(), nullptr, nullptr);
        }
        bus.reset();
        g_main_loop_unref(loop);
        g_main_context_unref(context);
    }

    static void on_bus_gone(GDBusConnection*, gboolean, GError*, gpointer self) {
        auto& impl = *static_cast<Impl*>(self);
        impl.gone = true;
        g_main_loop_quit(impl.loop);
    }

    static gboolean on_timer(gint descriptor, GIOCondition, gpointer self) {
        auto& impl = *static_cast<Impl*>(self);
        std::uint64_t times = 0;
        // A clock that was set cancels the timer: the read says so.
        const bool cancelled = ::read(descriptor, &times, sizeof times) < 0 && errno == ECANCELED;
        impl.woken = cancelled ? Woken::clock_changed : Woken::time;
        g_main_loop_quit(impl.loop);
        return G_SOURCE_CONTINUE;
    }
};

Vigil::Vigil(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Vigil::~Vigil() = default;

Result<std::unique_ptr<Vigil>, std::string> Vigil::begin(const std::string& bus_name) {
    auto impl = std::make_unique<Impl>();
    g_main_context_push_thread_default(impl->context);
    impl->bus = connect_to_session_bus(nullptr);
    g_main_context_pop_thread_default(impl->context);
    if (!impl->bus) {
        return Failed{std::string("there is no session bus")};
    }
    g_signal_connect(impl->bus.get(), "closed", G_CALLBACK(Impl::on_bus_gone), impl.get());
    const Variant answer =
        ask_driver(impl->bus.get(), "RequestName", g_variant_new("(su)", bus_name.c_str(), do_not_queue),
                   G_VARIANT_TYPE("(u)"));
    std::uint32_t owner = 0;
    if (answer) {
        g_variant_get(answer.get(), "(u)", &owner);
    }
    return owner == primary_owner ? std::unique_ptr<Vigil>(new Vigil(std::move(impl))) : nullptr;
}

Woken Vigil::until(std::int64_t utc_ms) {
    if (impl_->gone) {
        return Woken::session_ended;
    }
    // The wall clock's own timer: it goes off when the machine wakes behind the moment.
    const int timer = ::timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
    itimerspec when{};
    when.it_value.tv_sec = utc_ms / 1000;
    when.it_value.tv_nsec = utc_ms % 1000 * 1'000'000;
    if (timer < 0 ||
        ::timerfd_settime(timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, nullptr) != 0) {
        const int number = errno;
        if (timer >= 0) {
            ::close(timer);
        }
        throw std::system_error(number, std::generic_category());
    }
    GSource* const source = g_unix_fd_source_new(timer, G_IO_IN);
    g_source_set_callback(source, G_SOURCE_FUNC(Impl::on_timer), impl_.get(), nullptr);
    g_source_attach(source, impl_->context);
    g_main_context_push_thread_default(impl_->context);
    g_main_loop_run(impl_->loop);
    g_main_context_pop_thread_default(impl_->context);
    g_source_destroy(source);
    g_source_unref(source);
    ::close(timer);
    return impl_->gone ? Woken::session_ended : impl_->woken;
}

bool session_bus_is_there() {
    return connect_to_session_bus(nullptr) != nullptr;
}

bool vigil_is_kept(const std::string& bus_name) {
    const Object<GDBusConnection> bus = connect_to_session_bus(nullptr);
    return bus && owner_of(bus.get(), bus_name) != 0;
}

Result<Done, std::string> end_vigil(const std::string& bus_name) {
    const Object<GDBusConnection> bus = connect_to_session_bus(nullptr);
    const std::uint32_t process = bus ? owner_of(bus.get(), bus_name) : 0;
    if (process == 0) {
        return Done{};
    }
    if (::kill(static_cast<pid_t>(process), SIGTERM) != 0 && errno != ESRCH) {
        return system_words(errno);
    }
    // Its name is free when it has ended; whoever begins the next one needs it.
    constexpr int tries = 200;
    for (int i = 0; i < tries && owner_of(bus.get(), bus_name) != 0; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return Done{};
}

}  // namespace unknot::platform
