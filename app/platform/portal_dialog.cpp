#include "app/platform/portal_dialog.h"

#include "app/platform/cancel_impl.h"

#include <string_view>

namespace unknot::platform {

namespace {

constexpr const char* request_interface = "org.freedesktop.portal.Request";
constexpr int version_within_ms = 15000;  // the first to ask starts the portal

/// What the portal answers with (org.freedesktop.portal.Request, "Response").
enum Response : std::uint32_t { response_done = 0, response_cancelled = 1 };

/// The words of a call that failed.
std::string words_of(GError* raw) {
    const Error error(raw);
    g_dbus_error_strip_remote_error(error.get());
    return error->message;
}

/// One question under way.
struct Asked {
    enum class End : std::uint8_t { none, answered, cancelled, gone };

    GMainLoop* loop;
    std::string expected;  ///< where the answer is to come from, as the portal documents it
    std::string handle;    ///< the same as the portal says it; portals before 0.9 say another one
    std::uint32_t response = response_done;
    Variant results;
    End end = End::none;

    void ended(End how) {
        if (end == End::none) {
            end = how;
        }
        g_main_loop_quit(loop);
    }

    static void on_response(GDBusConnection*, const char*, const char* object, const char*, const char*,
                            GVariant* parameters, gpointer self) {
        auto& asked = *static_cast<Asked*>(self);
        const std::string_view from(object);
        if ((from != asked.expected && from != asked.handle) || asked.end != End::none ||
            g_variant_is_of_type(parameters, G_VARIANT_TYPE("(ua{sv})")) == FALSE) {
            return;
        }
        GVariant* results = nullptr;
        g_variant_get(parameters, "(u@a{sv})", &asked.response, &results);
        asked.results.reset(results);
        asked.ended(End::answered);
    }

    static void on_owner_changed(GDBusConnection*, const char*, const char*, const char*, const char*,
                                 GVariant* parameters, gpointer self) {
        const char* owner = nullptr;
        if (g_variant_is_of_type(parameters, G_VARIANT_TYPE("(sss)")) != FALSE) {
            g_variant_get(parameters, "(&s&s&s)", nullptr, nullptr, &owner);
        }
        if (owner != nullptr && *owner == '\0') {
            static_cast<Asked*>(self)->ended(End::gone);
        }
    }

    static void on_bus_gone(GDBusConnection*, gboolean, GError*, gpointer self) {
        static_cast<Asked*>(self)->ended(End::gone);
    }

    static gboolean on_cancelled(GCancellable*, gpointer self) {
        static_cast<Asked*>(self)->ended(End::cancelled);
        return G_SOURCE_REMOVE;
    }
};

/// ":1.42" is "1_42" in a request's path.
std::string sender_in_path(GDBusConnection* bus) {
    std::string sender = g_dbus_connection_get_unique_name(bus) + 1;
    for (char& c : sender) {
        c = c == '.' ? '_' : c;
    }
    return sender;
}

/// Listens while it lives: before the question is asked, so that no answer comes too early.
class Listening {
public:
    Listening(GDBusConnection* bus, GMainContext* context, const Cancel& cancel, Asked& asked)
        : bus_(bus),
          response_(g_dbus_connection_signal_subscribe(bus, portal_name, request_interface, "Response",
                                                       nullptr, nullptr, G_DBUS_SIGNAL_FLAGS_NONE,
                                                       Asked::on_response, &asked, nullptr)),
          owner_(g_dbus_connection_signal_subscribe(bus, "org.freedesktop.DBus", "org.freedesktop.DBus",
                                                    "NameOwnerChanged", "/org/freedesktop/DBus", portal_name,
                                                    G_DBUS_SIGNAL_FLAGS_NONE, Asked::on_owner_changed, &asked,
                                                    nullptr)),
          closed_(g_signal_connect(bus, "closed", G_CALLBACK(Asked::on_bus_gone), &asked)),
          cancelled_(g_cancellable_source_new(gio_of(cancel))) {
        g_source_set_callback(cancelled_, G_SOURCE_FUNC(Asked::on_cancelled), &asked, nullptr);
        g_source_attach(cancelled_, context);
    }
    ~Listening() {
        g_source_destroy(cancelled_);
        g_source_unref(cancelled_);
        g_signal_handler_disconnect(bus_, closed_);
        g_dbus_connection_signal_unsubscribe(bus_, owner_);
        g_dbus_connection_signal_unsubscribe(bus_, response_);
    }
    Listening(const Listening&) = delete;
    Listening& operator=(const Listening&) = delete;

private:
    GDBusConnection* bus_;
    guint response_;
    guint owner_;
    gulong closed_;
    GSource* cancelled_;
};

}  // namespace

struct PortalDialog::Impl {
    Cancel cancel;
    GMainContext* context = g_main_context_new();
    GMainLoop* loop = g_main_loop_new(context, FALSE);
    Object<GDBusConnection> bus;
    std::string token;
    int asked_before = 0;

    explicit Impl(Cancel ended_by) : cancel(std::move(ended_by)) {
        g_main_context_push_thread_default(context);
        bus = connect_to_session_bus(gio_of(cancel));
    }

    ~Impl() {
        if (bus) {
            g_dbus_connection_close_sync(bus.get(), nullptr, nullptr);
        }
        bus.reset();
        g_main_context_pop_thread_default(context);
        g_main_loop_unref(loop);
        g_main_context_unref(context);
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    /// Takes the dialog away that nobody waits for any more.
    void close(const std::string& handle) const {
        g_dbus_connection_call(bus.get(), portal_name, handle.c_str(), request_interface, "Close", nullptr,
                               nullptr, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, nullptr, nullptr, nullptr);
        g_dbus_connection_flush_sync(bus.get(), nullptr, nullptr);
    }

    [[nodiscard]] Result<Variant, std::string> result_of(Asked& asked) const {
        switch (asked.end) {
            case Asked::End::cancelled: close(asked.handle); return Variant();
            case Asked::End::answered: break;
            default: return Failed{std::string("the desktop's dialog ended without an answer")};
        }
        if (asked.response == response_done) {
            return std::move(asked.results);
        }
        return asked.response == response_cancelled
                   ? Result<Variant, std::string>(Variant())
                   : Failed{std::string("the desktop's dialog ended without an answer")};
    }
};

PortalDialog::PortalDialog(const Cancel& cancel) : impl_(std::make_unique<Impl>(cancel)) {}
PortalDialog::~PortalDialog() = default;

std::uint32_t PortalDialog::version(const char* interface) const {
    if (!impl_->bus) {
        return 0;
    }
    const Variant answer(g_dbus_connection_call_sync(
        impl_->bus.get(), portal_name, portal_path, "org.freedesktop.DBus.Properties", "Get",
        g_variant_new("(ss)", interface, "version"), G_VARIANT_TYPE("(v)"), G_DBUS_CALL_FLAGS_NONE,
        version_within_ms, gio_of(impl_->cancel), nullptr));
    if (!answer) {
        return 0;
    }
    GVariant* raw = nullptr;
    g_variant_get(answer.get(), "(v)", &raw);
    const Variant value(raw);
    return g_variant_is_of_type(raw, G_VARIANT_TYPE_UINT32) != FALSE ? g_variant_get_uint32(raw) : 0;
}

GVariantDict PortalDialog::options() {
    impl_->token = "unknot" + std::to_string(++impl_->asked_before);
    GVariantDict options;
    g_variant_dict_init(&options, nullptr);
    g_variant_dict_insert(&options, "handle_token", "s", impl_->token.c_str());
    g_variant_dict_insert(&options, "modal", "b", TRUE);
    return options;
}

Result<Variant, std::string> PortalDialog::ask(const char* interface, const char* method, GVariant* arguments,
                                               GUnixFDList* files, std::chrono::milliseconds patience) {
    const Variant taken(g_variant_ref_sink(arguments));
    GDBusConnection* const bus = impl_->bus.get();
    if (bus == nullptr) {
        return Failed{std::string("there is no session bus")};
    }
    Asked asked{
        impl_->loop, std::string(portal_path) + "/request/" + sender_in_path(bus) + "/" + impl_->token,
        {},          response_done,
        {},          Asked::End::none};
    const Listening listening(bus, impl_->context, impl_->cancel, asked);
    GError* error = nullptr;
    const Variant answer(g_dbus_connection_call_with_unix_fd_list_sync(
        bus, portal_name, portal_path, interface, method, taken.get(), G_VARIANT_TYPE("(o)"),
        G_DBUS_CALL_FLAGS_NONE, static_cast<int>(patience.count()), files, nullptr, gio_of(impl_->cancel),
        &error));
    if (!answer) {
        const std::string why = words_of(error);
        asked.handle = asked.expected;
        if (impl_->cancel.cancelled()) {
            impl_->close(asked.handle);
            return Variant();
        }
        return Failed{why};
    }
    const char* handle = nullptr;
    g_variant_get(answer.get(), "(&o)", &handle);
    asked.handle = handle;
    while (asked.end == Asked::End::none) {
        g_main_loop_run(impl_->loop);
    }
    return impl_->result_of(asked);
}

}  // namespace unknot::platform
