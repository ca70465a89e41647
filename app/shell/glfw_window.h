#pragma once

#include "app/settings/settings.h"
#include "app/shell/x11_context.h"
#include "app/views/kit/ui.h"

#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

struct GLFWwindow;

namespace unknot::shell {

/// The connection to the window system. A window makes it where it is not there; made before the first thread
/// is started it takes half as long: Xlib reads a long table of composed keys letter by letter, and with a
/// second thread each letter takes a lock. Where there is no window system it does nothing, and
/// `GlfwWindow::open` says why.
class WindowSystem {
public:
    WindowSystem();
    ~WindowSystem();
    WindowSystem(const WindowSystem&) = delete;
    WindowSystem& operator=(const WindowSystem&) = delete;
};

/// A GLFW window with an OpenGL context and a Dear ImGui context, as one thing that is made and ended.
class GlfwWindow {
public:
    /// Opens it where it was (`last`), if that is on a screen that is there; else with the size of `first`,
    /// in units of the content scale, where the desktop wants it. Nothing, with the reason in `problem`,
    /// where there is no display or no OpenGL.
    [[nodiscard]] static std::unique_ptr<GlfwWindow> open(const std::string& title,
                                                          const settings::WindowPlace& first,
                                                          const std::optional<settings::WindowPlace>& last,
                                                          std::string& problem);
    ~GlfwWindow();
    GlfwWindow(const GlfwWindow&) = delete;
    GlfwWindow& operator=(const GlfwWindow&) = delete;

    [[nodiscard]] bool should_close() const;
    /// Waits for events, at most `seconds` where that is given.
    void wait(std::optional<double> seconds);
    /// Takes what events there are, without waiting.
    void poll();
    /// Wakes `wait` from any thread; the next one, where nobody waits now.
    void wake();

    /// True once after anything that may change the picture: input, size, scale, exposure.
    [[nodiscard]] bool take_events();

    /// The files that were dropped on it since the last call.
    [[nodiscard]] std::vector<std::filesystem::path> take_dropped();

    /// How much larger than at 100 % things are drawn, in Dear ImGui's coordinates.
    [[nodiscard]] float content_scale() const;
    /// Seconds since the window was made.
    [[nodiscard]] double seconds() const;

    /// Draws a square that nobody sees: a driver translates its shaders when they are first drawn with. For a
    /// moment in which there is nothing to draw yet, before the first frame.
    void warm_up();

    void begin_frame();
    void end_frame(look::Colour ground);

    /// Where it is now, to be opened there again; while it fills the screen, `before` says where it will be
    /// when it does not.
    [[nodiscard]] std::optional<settings::WindowPlace> place(
        const std::optional<settings::WindowPlace>& before) const;

    /// What the desktop's portal knows it by, so that dialogs lie over it: "x11:2a00007"; empty where it is
    /// no window of X11.
    [[nodiscard]] std::string portal_name() const;
    [[nodiscard]] bool is_of_x11() const { return x11_window() != 0; }

    void copy(const std::string& text);
    void set_title(const std::string& title);
    /// Comes to the front, or asks for attention where the desktop does not let windows do that by
    /// themselves.
    void raise();
    void toggle_full_screen();
    void close();

private:
    GlfwWindow(GLFWwindow* window, std::unique_ptr<X11Context> context);
    /// Its id; 0 where it is no window of X11.
    [[nodiscard]] unsigned long x11_window() const;
    void limit_size();

    GLFWwindow* window_;
    std::unique_ptr<X11Context> context_;  ///< null: GLFW made one with the window
    std::atomic<bool> woken_ = false;
    bool dirty_ = true;
    std::vector<std::filesystem::path> dropped_;
    int windowed_x_ = 0, windowed_y_ = 0, windowed_width_ = 0, windowed_height_ = 0;
};

}  // namespace unknot::shell
