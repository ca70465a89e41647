#include "app/platform/portal_setting.h"

#include <algorithm>
#include <cstdint>

namespace unknot::platform {

namespace {

constexpr std::uint32_t prefers_dark = 1;  // the portal's documentation: 0 no preference, 1 dark, 2 light
constexpr double least_factor = 0.5;
constexpr double most_factor = 3;

/// `Read` packs its answer into one variant more than `SettingChanged` does.
Variant unpacked(GVariant* value) {
    Variant inner(g_variant_ref(value));
    while (g_variant_is_of_type(inner.get(), G_VARIANT_TYPE_VARIANT)) {
        inner.reset(g_variant_get_variant(inner.get()));
    }
    return inner;
}

}  // namespace

void take_setting(DesktopLook& look, const std::string& space, const std::string& key, GVariant* packed) {
    const Variant value = unpacked(packed);
    if (space == appearance && key == color_scheme &&
        g_variant_is_of_type(value.get(), G_VARIANT_TYPE_UINT32)) {
        look.dark = g_variant_get_uint32(value.get()) == prefers_dark;
    } else if (space == gnome_interface && key == text_scaling &&
               g_variant_is_of_type(value.get(), G_VARIANT_TYPE_DOUBLE)) {
        const double factor = g_variant_get_double(value.get());
        look.text_factor = factor > 0 ? std::clamp(factor, least_factor, most_factor) : 1;
    }
}

}  // namespace unknot::platform
