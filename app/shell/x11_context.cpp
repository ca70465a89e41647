#include "app/shell/x11_context.h"

#include <GL/glx.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>

#include <cstring>

namespace unknot::shell {

namespace {

/// While it lives an error of X ends nothing: what was asked for did not come about, and is looked at.
class ErrorsAside {
public:
    explicit ErrorsAside(Display* display)
        : display_(display), before_(XSetErrorHandler([](Display*, XErrorEvent*) { return 0; })) {}
    ~ErrorsAside() {
        XSync(display_, False);
        XSetErrorHandler(before_);
    }
    ErrorsAside(const ErrorsAside&) = delete;
    ErrorsAside& operator=(const ErrorsAside&) = delete;

private:
    Display* display_;
    XErrorHandler before_;
};

struct Free {
    void operator()(XVisualInfo* visual) const { XFree(visual); }
};
using Visual = std::unique_ptr<XVisualInfo, Free>;

Visual visual_of(Display* display, Window window) {
    XWindowAttributes attributes{};
    if (XGetWindowAttributes(display, window, &attributes) == 0) {
        return nullptr;
    }
    XVisualInfo wanted{};
    wanted.visualid = XVisualIDFromVisual(attributes.visual);
    int count = 0;
    return Visual(XGetVisualInfo(display, VisualIDMask, &wanted, &count));
}

bool is_suited(Display* display, XVisualInfo* visual) {
    const auto has = [&](int property) {
        int value = 0;
        return glXGetConfig(display, visual, property, &value) == 0 && value != 0;
    };
    return has(GLX_USE_GL) && has(GLX_RGBA) && has(GLX_DOUBLEBUFFER);
}

bool is_new_enough() {
    const auto* const version = reinterpret_cast<const char*>(glGetString(GL_VERSION));
    return version != nullptr && version[0] >= '3' && version[0] <= '9';
}

/// One picture for each of the screen's.
void wait_for_the_screen(Display* display, Window window) {
    const char* const offered = glXQueryExtensionsString(display, DefaultScreen(display));
    const auto offers = [&](const char* name) {
        return offered != nullptr && std::strstr(offered, name) != nullptr;
    };
    if (offers("GLX_EXT_swap_control")) {
        const auto set = reinterpret_cast<PFNGLXSWAPINTERVALEXTPROC>(
            glXGetProcAddressARB(reinterpret_cast<const GLubyte*>("glXSwapIntervalEXT")));
        set(display, window, 1);
    } else if (offers("GLX_MESA_swap_control")) {
        const auto set = reinterpret_cast<PFNGLXSWAPINTERVALMESAPROC>(
            glXGetProcAddressARB(reinterpret_cast<const GLubyte*>("glXSwapIntervalMESA")));
        set(1);
    }
}

}  // namespace

std::unique_ptr<X11Context> X11Context::make(void* display, unsigned long window) {
    auto* const x11 = static_cast<Display*>(display);
    int error = 0;
    int event = 0;
    if (glXQueryExtension(x11, &error, &event) == False) {
        return nullptr;
    }
    const ErrorsAside aside(x11);
    const Visual visual = visual_of(x11, window);
    if (!visual || !is_suited(x11, visual.get())) {
        return nullptr;
    }
    const GLXContext context = glXCreateContext(x11, visual.get(), nullptr, True);
    if (context == nullptr) {
        return nullptr;
    }
    std::unique_ptr<X11Context> made(new X11Context(display, window, context));
    if (glXIsDirect(x11, context) == False || glXMakeCurrent(x11, window, context) == False ||
        !is_new_enough()) {
        return nullptr;
    }
    wait_for_the_screen(x11, window);
    return made;
}

X11Context::~X11Context() {
    auto* const display = static_cast<Display*>(display_);
    glXMakeCurrent(display, None, nullptr);
    glXDestroyContext(display, static_cast<GLXContext>(context_));
}

void X11Context::swap() {
    glXSwapBuffers(static_cast<Display*>(display_), window_);
}

}  // namespace unknot::shell
