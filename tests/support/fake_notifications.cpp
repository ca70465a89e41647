#include "tests/support/fake_notifications.h"

#include "tests/support/bus_stand_in.h"

#include <mutex>

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
    Then then;
    mutable std::mutex mutex;
    std::vector<Shown> shown;
    BusStandIn bus;  ///< last: its thread uses the others

    explicit Impl(Then what_then)
        : then(what_then),
          bus({notifications_interface, notifications_object, notifications_description,
               [this](GVariant* arguments, GDBusMethodInvocation* call) { notify(arguments, call); }}) {}

    void emit(const char* name, GVariant* arguments) const {
        bus.emit(notifications_interface, name, arguments);
    }

    void notify(GVariant* arguments, GDBusMethodInvocation* call) {
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
            const std::lock_guard lock(mutex);
            shown.push_back(one);
            id = static_cast<guint32>(shown.size());
        }
        g_dbus_method_invocation_return_value(call, g_variant_new("(u)", id));
        if (then == Then::press) {
            // Somebody else's first: it must not be taken for ours.
            emit("NotificationClosed", g_variant_new("(uu)", id + 1000, 2U));
            emit("ActionInvoked", g_variant_new("(us)", id, "default"));
        }
        if (then != Then::nothing) {
            emit("NotificationClosed", g_variant_new("(uu)", id, 2U));
        }
    }
};

FakeNotifications::FakeNotifications(Then then) : impl_(std::make_unique<Impl>(then)) {}

FakeNotifications::~FakeNotifications() = default;

std::vector<FakeNotifications::Shown> FakeNotifications::shown() const {
    const std::lock_guard lock(impl_->mutex);
    return impl_->shown;
}

std::string FakeNotifications::address() const {
    return impl_->bus.address();
}

}  // namespace unknot::tests
