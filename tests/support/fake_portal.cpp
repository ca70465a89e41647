#include "tests/support/fake_portal.h"

#include "tests/support/bus_stand_in.h"

#include <string>

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
    std::uint32_t color_scheme = 0;
    double text_factor = 1;
    BusStandIn bus;

    Impl(std::uint32_t scheme, double factor)
        : color_scheme(scheme),
          text_factor(factor),
          bus({"org.freedesktop.portal.Desktop", portal_object, description,
               [this](GVariant* arguments, GDBusMethodInvocation* call) { read(arguments, call); }}) {}

    void read(GVariant* arguments, GDBusMethodInvocation* call) const {
        const char* space = nullptr;
        const char* key = nullptr;
        g_variant_get(arguments, "(&s&s)", &space, &key);
        const bool scheme = std::string(key) == "color-scheme";
        GVariant* value = scheme ? g_variant_new_uint32(color_scheme) : g_variant_new_double(text_factor);
        // The real one packs the value twice.
        g_dbus_method_invocation_return_value(call, g_variant_new("(v)", g_variant_new_variant(value)));
    }

    void tell(const char* space, const char* key, GVariant* value) const {
        bus.emit(interface_name, "SettingChanged", g_variant_new("(ssv)", space, key, value));
    }
};

FakePortal::FakePortal(std::uint32_t color_scheme, double text_factor)
    : impl_(std::make_unique<Impl>(color_scheme, text_factor)) {}

FakePortal::~FakePortal() = default;

void FakePortal::change_color_scheme(std::uint32_t value) {
    impl_->tell("org.freedesktop.appearance", "color-scheme", g_variant_new_uint32(value));
}

void FakePortal::change_text_factor(double value) {
    impl_->tell("org.gnome.desktop.interface", "text-scaling-factor", g_variant_new_double(value));
}

}  // namespace unknot::tests
