#pragma once

#include <memory>

namespace unknot::shell {

/// An OpenGL context of a window of X11, current on the thread that made it. GLFW makes them too, but asks
/// GLX for each property of each of a thousand kinds of surface first, twice: with Mesa that takes a third of
/// opening a window. This takes the kind that the window has.
class X11Context {
public:
    /// For a window that GLFW made without a context, with OpenGL 3.0 at least and two buffers, of which one
    /// is shown with the screen's next picture. Null where the window's kind has no such context: GLFW may
    /// know another kind. `display`: Xlib's Display, which must outlive this.
    [[nodiscard]] static std::unique_ptr<X11Context> make(void* display, unsigned long window);
    ~X11Context();
    X11Context(const X11Context&) = delete;
    X11Context& operator=(const X11Context&) = delete;

    /// Shows what was drawn.
    void swap();

private:
    X11Context(void* display, unsigned long window, void* context)
        : display_(display), window_(window), context_(context) {}

    void* display_;
    unsigned long window_;
    void* context_;
};

}  // namespace unknot::shell
