#include "tests/support/fake_dialogs.h"

#include "tests/support/bus_stand_in.h"

#include <gio/gunixfdlist.h>

#include <array>
#include <atomic>
#include <mutex>

#include <unistd.h>

namespace unknot::tests {

namespace {

constexpr const char* portal_object = "/org/freedesktop/portal/desktop";
constexpr const char* portal_bus_name = "org.freedesktop.portal.Desktop";
constexpr const char* dialogs_description = R"(<node>
<interface name="org.freedesktop.portal.FileChooser">
  <method name="OpenFile"><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
  <method name="SaveFile"><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
  <property name="version" type="u" access="read"/>
</interface>
<interface name="org.freedesktop.portal.Print">
  <method name="PreparePrint"><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="a{sv}" direction="in"/><arg type="a{sv}" direction="in"/>
    <arg type="o" direction="out"/></method>
  <method name="Print"><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="h" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
  <property name="version" type="u" access="read"/>
</interface></node>)";
constexpr const char* request_description = R"(<node><interface name="org.freedesktop.portal.Request">
  <method name="Close"/></interface></node>)";

/// All of the first file that came with a call.
std::string file_of(GDBusMethodInvocation* call) {
    GUnixFDList* files = g_dbus_message_get_unix_fd_list(g_dbus_method_invocation_get_message(call));
    const int file = files == nullptr ? -1 : g_unix_fd_list_get(files, 0, nullptr);
    std::string content;
    std::array<char, 4096> piece{};
    ssize_t count = 0;
    while (file >= 0 && (count = ::read(file, piece.data(), piece.size())) > 0) {
        content.append(piece.data(), static_cast<std::size_t>(count));
    }
    if (file >= 0) {
        ::close(file);
    }
    return content;
}

std::string shown_option(GVariant* value) {
    if (g_variant_is_of_type(value, G_VARIANT_TYPE_BYTESTRING) != FALSE) {
        return g_variant_get_bytestring(value);
    }
    char* text = g_variant_print(value, FALSE);
    std::string shown = text;
    g_free(text);
    return shown;
}

}  // namespace

struct FakeDialogs::Impl {
    Then then;
    std::string uri;
    mutable std::mutex mutex;
    std::vector<Question> asked;
    std::atomic<bool> closed = false;
    BusStandIn bus;  ///< last: its thread uses the others

    Impl(Then what_then, std::string chosen, unsigned version)
        : then(what_then),
          uri(std::move(chosen)),
          bus({portal_bus_name, portal_object, dialogs_description,
               [this](GVariant* arguments, GDBusMethodInvocation* call) { question(arguments, call); },
               version}) {}

    static void on_close(GDBusConnection*, const char*, const char*, const char*, const char*, GVariant*,
                         GDBusMethodInvocation* call, gpointer self) {
        static_cast<Impl*>(self)->closed = true;
        g_dbus_method_invocation_return_value(call, nullptr);
    }

    /// Where the answer will come from: made of who asks and of the token, as the portal documents it.
    static std::string handle_of(GDBusMethodInvocation* call, const std::string& token) {
        std::string sender = g_dbus_method_invocation_get_sender(call) + 1;
        for (char& c : sender) {
            c = c == '.' ? '_' : c;
        }
        return std::string(portal_object) + "/request/" + sender + "/" + token;
    }

    void remember(GVariant* arguments, GDBusMethodInvocation* call, GVariant* options) {
        Question question;
        question.method = g_dbus_method_invocation_get_method_name(call);
        const char* text = nullptr;
        g_variant_get_child(arguments, 0, "&s", &text);
        question.parent = text;
        g_variant_get_child(arguments, 1, "&s", &text);
        question.title = text;
        GVariantIter each;
        g_variant_iter_init(&each, options);
        const char* key = nullptr;
        GVariant* value = nullptr;
        while (g_variant_iter_next(&each, "{&sv}", &key, &value) != FALSE) {
            question.options[key] = shown_option(value);
            g_variant_unref(value);
        }
        question.file = file_of(call);
        const std::lock_guard lock(mutex);
        asked.push_back(std::move(question));
    }

    void respond(GDBusConnection* connection, const char* to, const std::string& handle) const {
        GVariantBuilder results;
        g_variant_builder_init(&results, G_VARIANT_TYPE("a{sv}"));
        if (!uri.empty()) {
            const char* uris = uri.c_str();
            g_variant_builder_add(&results, "{sv}", "uris", g_variant_new_strv(&uris, 1));
        }
        g_variant_builder_add(&results, "{sv}", "token", g_variant_new_uint32(4711));
        const guint32 response = then == Then::answer ? 0 : then == Then::cancel ? 1 : 2;
        // Somebody else's first: it must not be taken for ours.
        g_dbus_connection_emit_signal(connection, to, (handle + "9").c_str(),
                                      "org.freedesktop.portal.Request", "Response",
                                      g_variant_new("(ua{sv})", 2U, nullptr), nullptr);
        g_dbus_connection_emit_signal(connection, to, handle.c_str(), "org.freedesktop.portal.Request",
                                      "Response", g_variant_new("(ua{sv})", response, &results), nullptr);
    }

    /// What the answer comes from, and what can be closed.
    void export_request(GDBusConnection* connection, const std::string& handle) {
        GDBusNodeInfo* node = g_dbus_node_info_new_for_xml(request_description, nullptr);
        const GDBusInterfaceVTable table{on_close, nullptr, nullptr, {}};
        g_dbus_connection_register_object(connection, handle.c_str(), node->interfaces[0], &table, this,
                                          nullptr, nullptr);
        g_dbus_node_info_unref(node);
    }

    void question(GVariant* arguments, GDBusMethodInvocation* call) {
        GVariant* options = g_variant_get_child_value(arguments, g_variant_n_children(arguments) - 1);
        const char* token = "none";
        (void)g_variant_lookup(options, "handle_token", "&s", &token);
        const std::string handle = handle_of(call, token);
        GDBusConnection* const connection = g_dbus_method_invocation_get_connection(call);
        const std::string to = g_dbus_method_invocation_get_sender(call);
        // Before anybody can know of the question: closing it is answered from then on.
        if (then != Then::silence && then != Then::refuse) {
            export_request(connection, handle);
        }
        remember(arguments, call, options);
        g_variant_unref(options);
        if (then == Then::silence) {
            g_object_unref(call);  // it is ours, and goes without an answer: the caller's patience ends it
            return;
        }
        if (then == Then::refuse) {
            g_dbus_method_invocation_return_dbus_error(call, "org.freedesktop.portal.Error.Failed",
                                                       "no dialogs today");
            return;
        }
        g_dbus_method_invocation_return_value(call, g_variant_new("(o)", handle.c_str()));
        if (then == Then::vanish) {
            g_dbus_connection_call(connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                   "org.freedesktop.DBus", "ReleaseName",
                                   g_variant_new("(s)", portal_bus_name), nullptr, G_DBUS_CALL_FLAGS_NONE, -1,
                                   nullptr, nullptr, nullptr);
        } else if (then != Then::think) {
            respond(connection, to.c_str(), handle);
        }
    }
};

FakeDialogs::FakeDialogs(Then then, std::string uri, unsigned version)
    : impl_(std::make_unique<Impl>(then, std::move(uri), version)) {}

FakeDialogs::~FakeDialogs() = default;

std::vector<FakeDialogs::Question> FakeDialogs::asked() const {
    const std::lock_guard lock(impl_->mutex);
    return impl_->asked;
}

bool FakeDialogs::closed() const {
    return impl_->closed;
}

std::string FakeDialogs::address() const {
    return impl_->bus.address();
}

}  // namespace unknot::tests
