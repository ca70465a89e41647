#include "app/platform/typing.h"

#include "app/platform/x_selection.h"

#include <clocale>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include <langinfo.h>

namespace unknot::platform {

namespace {

struct Disconnect {
    void operator()(xcb_connection_t* x) const { xcb_disconnect(x); }
};

/// "ibus" of "@im=ibus" (XSetLocaleModifiers(3)); empty where the environment names none.
std::string method_named() {
    const char* const modifiers = std::getenv("XMODIFIERS");
    const std::string_view all = modifiers == nullptr ? std::string_view() : modifiers;
    constexpr std::string_view category = "@im=";
    const std::size_t found = all.find(category);
    if (found == std::string_view::npos) {
        return {};
    }
    const std::string_view name = all.substr(found + category.size());
    return std::string(name.substr(0, name.find('@')));
}

/// True where an input method of this name runs on the display: it owns a selection that is named after it
/// (The Input Method Protocol, "Preconnection"). So it is taken to be where there is no display to ask.
bool runs(const std::string& method) {
    const std::unique_ptr<xcb_connection_t, Disconnect> x(xcb_connect(nullptr, nullptr));
    if (xcb_connection_has_error(x.get()) != 0) {
        return true;
    }
    const std::string name = "@server=" + method;
    const Reply<xcb_intern_atom_reply_t> atom(xcb_intern_atom_reply(
        x.get(), xcb_intern_atom(x.get(), 1, static_cast<std::uint16_t>(name.size()), name.c_str()),
        nullptr));
    if (!atom || atom->atom == XCB_ATOM_NONE) {
        return false;
    }
    const Reply<xcb_get_selection_owner_reply_t> owner(
        xcb_get_selection_owner_reply(x.get(), xcb_get_selection_owner(x.get(), atom->atom), nullptr));
    return owner && owner->owner != XCB_WINDOW_NONE;
}

}  // namespace

void prepare_typing() {
    // Xlib makes letters in the locale's encoding. Where the environment names none, or one that is not
    // installed, most of what is typed would be lost.
    const bool named = std::setlocale(LC_CTYPE, "") != nullptr;
    if (!named || std::string_view(nl_langinfo(CODESET)) != "UTF-8") {
        std::setlocale(LC_CTYPE, "C.UTF-8");
    }
    if (const std::string method = method_named(); !method.empty() && !runs(method)) {
        setenv("XMODIFIERS", "@im=local", 1);
    }
}

}  // namespace unknot::platform
