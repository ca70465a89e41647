#include "tests/fuzz/fuzzers.h"

#include "app/platform/portal_setting.h"

namespace unknot::tests {

/// What the settings portal answers, as its bytes come over the bus: the value of a variant. The first byte
/// says of which setting.
void fuzz_portal(std::string_view input) {
    using namespace platform;
    if (input.empty()) {
        return;
    }
    const bool dark = (static_cast<unsigned char>(input.front()) & 1U) == 0;
    input.remove_prefix(1);
    const std::string bytes(input);
    const Variant value(g_variant_ref_sink(g_variant_new_from_data(G_VARIANT_TYPE_VARIANT, bytes.data(),
                                                                   bytes.size(), FALSE, nullptr, nullptr)));
    DesktopLook look;
    take_setting(look, dark ? appearance : gnome_interface, dark ? color_scheme : text_scaling, value.get());
    require(look.text_factor >= 0.5 && look.text_factor <= 3, "text keeps a size that can be read");
    require(dark || !look.dark, "the size of text says nothing about dark windows");
}

}  // namespace unknot::tests
