#pragma once

#include "app/views/kit/ui.h"

#include <memory>
#include <optional>
#include <string>

struct GLFWwindow;

namespace unknot::shell {

/// A GLFW window with an OpenGL context and a Dear ImGui context, as one thing that is made and ended.
class GlfwWindow {
public:
    /// Nothing, with the reason in `problem`, where there is no display or no OpenGL.
    [[nodiscard]] static std::unique_ptr<GlfwWindow> open(const std::string& title, int width, int height,
                                                          std::string& problem);
    ~GlfwWindow();
    GlfwWindow(const GlfwWindow&) = delete;
    GlfwWindow& operator=(const GlfwWindow&) = delete;

    [[nodiscard]] bool should_close() const;
    /// Waits for events, at most `seconds` where that is given.
    void wait(std::optional<double> seconds);
    /// Takes what events there are, without waiting.
    void poll();
    /// Wakes `wait` from any thread.
    void wake();

    /// True once after anything that may change the picture: input, size, scale, exposure.
    [[nodiscard]] bool take_events();

    /// How much larger than at 100 % things are drawn, in Dear ImGui's coordinates.
    [[nodiscard]] float content_scale() const;
    /// Seconds since the window was made.
    [[nodiscard]] double seconds() const;

    void begin_frame();
    void end_frame(look::Colour ground);

    void copy(const std::string& text);
    void toggle_full_screen();
    void close();

private:
    explicit GlfwWindow(GLFWwindow* window);
    void limit_size();

    GLFWwindow* window_;
    bool dirty_ = true;
    int windowed_x_ = 0, windowed_y_ = 0, windowed_width_ = 0, windowed_height_ = 0;
};

}  // namespace unknot::shell
