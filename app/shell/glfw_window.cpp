#include "app/shell/glfw_window.h"

#include "app/platform/environment.h"

#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>

#include <GLFW/glfw3.h>

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include <dlfcn.h>

namespace unknot::shell {

namespace {

/// At a content scale of 1; where things are drawn larger the window is no smaller than they need.
constexpr float least_width = 640;
constexpr float least_height = 480;

std::string glfw_problem() {
    const char* text = nullptr;
    glfwGetError(&text);
    return text == nullptr ? std::string() : std::string(text);
}

bool is_modifier(ImGuiKey key) {
    return (key & ImGuiMod_Mask_) != 0 || (key >= ImGuiKey_LeftCtrl && key <= ImGuiKey_RightSuper);
}

/// Where in the queue a modifier is let go behind a key that was pressed; its size where that is nowhere.
int first_modifier_let_go_after_a_key(const ImVector<ImGuiInputEvent>& queue) {
    bool pressed = false;
    for (int i = 0; i < queue.Size; ++i) {
        if (queue[i].Type != ImGuiInputEventType_Key) {
            continue;
        }
        const ImGuiInputEventKey& event = queue[i].Key;
        if (pressed && !event.Down && is_modifier(event.Key)) {
            return i;
        }
        pressed = pressed || (event.Down && !is_modifier(event.Key));
    }
    return queue.Size;
}

/// True where at least a corner of the window's upper edge, which it is moved by, is on one of the screens.
bool is_on_a_screen(const settings::WindowPlace& place) {
    constexpr int enough = 64;
    int count = 0;
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    return std::any_of(monitors, monitors + count, [&](GLFWmonitor* monitor) {
        int x = 0;
        int y = 0;
        int width = 0;
        int height = 0;
        glfwGetMonitorWorkarea(monitor, &x, &y, &width, &height);
        return place.x + place.width >= x + enough && place.x + enough <= x + width && place.y >= y &&
               place.y + enough <= y + height;
    });
}

// Debian 12's GLFW for Wayland has the same name as the one for X11, but not these functions: bound by the
// linker they would keep the program from starting there. GLFW 3.4 has them always, and answers nothing under
// Wayland.

/// Xlib's Display; null where the window system is another one.
void* x11_display() {
    using X11Display = void* (*)();
    const auto function = reinterpret_cast<X11Display>(::dlsym(RTLD_DEFAULT, "glfwGetX11Display"));
    return function == nullptr ? nullptr : function();
}

/// 0 where it is no window of X11.
unsigned long x11_window_of(GLFWwindow* window) {
    using X11Window = unsigned long (*)(GLFWwindow*);
    const auto function = reinterpret_cast<X11Window>(::dlsym(RTLD_DEFAULT, "glfwGetX11Window"));
    return function == nullptr ? 0 : function(window);
}

/// X11 wherever there is one, on a Wayland desktop too: GLFW's own way to Wayland has no input method and no
/// place of the window to keep. Where neither is, X11 says so; libwayland would add a line of its own.
void choose_platform() {
#ifdef GLFW_PLATFORM  // since 3.4; before, a library is for one of them
    const bool only_wayland = !platform::environment("DISPLAY") && platform::environment("WAYLAND_DISPLAY");
    glfwInitHint(GLFW_PLATFORM, only_wayland ? GLFW_PLATFORM_WAYLAND : GLFW_PLATFORM_X11);
#endif
}

GlfwWindow* self(GLFWwindow* window) {
    return static_cast<GlfwWindow*>(glfwGetWindowUserPointer(window));
}

}  // namespace

WindowSystem::WindowSystem() {
    choose_platform();
    glfwInit();
}

WindowSystem::~WindowSystem() {
    glfwTerminate();
}

std::unique_ptr<GlfwWindow> GlfwWindow::open(const std::string& title, const settings::WindowPlace& first,
                                             const std::optional<settings::WindowPlace>& last,
                                             std::string& problem) {
    if (glfwInit() != GLFW_TRUE) {
        problem = glfw_problem();
        return nullptr;
    }
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 0);
    const bool again = last && is_on_a_screen(*last);
    // A size that was kept counts in the desktop's units already.
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, again ? GLFW_FALSE : GLFW_TRUE);
    glfwWindowHint(GLFW_VISIBLE, again ? GLFW_FALSE : GLFW_TRUE);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "unknot");
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "unknot");
    const settings::WindowPlace& place = again ? *last : first;
    const auto create = [&] {
        return glfwCreateWindow(std::max(place.width, static_cast<int>(least_width)),
                                std::max(place.height, static_cast<int>(least_height)), title.c_str(),
                                nullptr, nullptr);
    };
    std::unique_ptr<X11Context> context;
    GLFWwindow* window = nullptr;
    if (void* const display = x11_display()) {
        glfwWindowHint(GLFW_CLIENT_API, GLFW_NO_API);
        window = create();
        context = window != nullptr ? X11Context::make(display, x11_window_of(window)) : nullptr;
        if (!context && window != nullptr) {
            glfwDestroyWindow(window);
            window = nullptr;
        }
        glfwWindowHint(GLFW_CLIENT_API, GLFW_OPENGL_API);
    }
    if (window == nullptr) {
        window = create();
    }
    if (window == nullptr) {
        problem = glfw_problem();
        glfwTerminate();
        return nullptr;
    }
    if (again) {
        glfwSetWindowPos(window, place.x, place.y);
        if (place.maximized) {
            glfwMaximizeWindow(window);
        }
        glfwShowWindow(window);
    }
    return std::unique_ptr<GlfwWindow>(new GlfwWindow(window, std::move(context)));
}

GlfwWindow::GlfwWindow(GLFWwindow* window, std::unique_ptr<X11Context> context)
    : window_(window), context_(std::move(context)) {
    if (!context_) {
        glfwMakeContextCurrent(window_);
        glfwSwapInterval(1);
    }
    glfwSetWindowUserPointer(window_, this);
    glfwSetWindowRefreshCallback(window_, [](GLFWwindow* w) { self(w)->dirty_ = true; });
    glfwSetFramebufferSizeCallback(window_, [](GLFWwindow* w, int, int) { self(w)->dirty_ = true; });
    glfwSetWindowContentScaleCallback(window_, [](GLFWwindow* w, float, float) {
        self(w)->limit_size();
        self(w)->dirty_ = true;
    });
    glfwSetDropCallback(window_, [](GLFWwindow* w, int count, const char** paths) {
        self(w)->dropped_.insert(self(w)->dropped_.end(), paths, paths + count);
        self(w)->dirty_ = true;
    });
    limit_size();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    // A blinking cursor would draw all night.
    io.ConfigInputTextCursorBlink = false;
    io.ConfigNavCursorVisibleAuto = true;
    ImGui_ImplGlfw_InitForOpenGL(window_, true);
    ImGui_ImplOpenGL3_Init("#version 130");
}

GlfwWindow::~GlfwWindow() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
    context_.reset();
    glfwDestroyWindow(window_);
    glfwTerminate();
}

void GlfwWindow::limit_size() {
    const float scale = content_scale();
    glfwSetWindowSizeLimits(window_, static_cast<int>(least_width * scale),
                            static_cast<int>(least_height * scale), GLFW_DONT_CARE, GLFW_DONT_CARE);
}

bool GlfwWindow::should_close() const {
    return glfwWindowShouldClose(window_) == GLFW_TRUE;
}

void GlfwWindow::wait(std::optional<double> seconds) {
    // The event that `wake` posts can have been taken by `poll`, between two frames.
    if (woken_.exchange(false)) {
        glfwPollEvents();
        return;
    }
    if (seconds) {
        glfwWaitEventsTimeout(std::max(0.001, *seconds));
    } else {
        glfwWaitEvents();
    }
    woken_ = false;  // what it was about is looked at after this
}

void GlfwWindow::poll() {
    glfwPollEvents();
}

void GlfwWindow::wake() {
    woken_ = true;
    glfwPostEmptyEvent();
}

bool GlfwWindow::take_events() {
    const ImGuiContext& imgui = *ImGui::GetCurrentContext();
    // A focus that was asked for is given in the next frame: without one, the first key typed would be lost.
    const bool any = dirty_ || imgui.InputEventsQueue.Size > 0 || imgui.NavMoveSubmitted;
    dirty_ = false;
    return any;
}

std::vector<std::filesystem::path> GlfwWindow::take_dropped() {
    return std::exchange(dropped_, {});
}

float GlfwWindow::content_scale() const {
    float x = 1;
    float y = 1;
    glfwGetWindowContentScale(window_, &x, &y);
    int width = 0;
    int height = 0;
    int pixels_wide = 0;
    int pixels_high = 0;
    glfwGetWindowSize(window_, &width, &height);
    glfwGetFramebufferSize(window_, &pixels_wide, &pixels_high);
    // Where the window system scales by itself (Wayland), Dear ImGui counts in its units, not in pixels.
    const float system = width > 0 ? static_cast<float>(pixels_wide) / static_cast<float>(width) : 1;
    return std::max(0.5F, x / std::max(0.5F, system));
}

double GlfwWindow::seconds() const {
    return glfwGetTime();
}

void GlfwWindow::warm_up() {
    ImGui_ImplOpenGL3_NewFrame();
    // Of the same kind as the textures of glyphs: other kinds are other shaders.
    constexpr int side = 64;
    const std::vector<unsigned char> pixels(std::size_t{4} * side * side);
    GLuint texture = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, side, side, 0, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
    ImDrawList list(ImGui::GetDrawListSharedData());
    list._ResetForNewFrame();
    list.PushTexture(ImTextureRef(static_cast<ImTextureID>(texture)));
    list.PushClipRect({0, 0}, {side, side});
    list.PrimReserve(6, 4);
    list.PrimRectUV({0, 0}, {side, side}, {0, 0}, {1, 1}, IM_COL32_WHITE);
    ImDrawData data;
    data.Valid = true;
    data.DisplaySize = {side, side};
    data.FramebufferScale = {1, 1};
    data.CmdLists.push_back(&list);
    data.CmdListsCount = 1;
    data.TotalVtxCount = list.VtxBuffer.Size;
    data.TotalIdxCount = list.IdxBuffer.Size;
    ImGui_ImplOpenGL3_RenderDrawData(&data);
    glDeleteTextures(1, &texture);
}

void GlfwWindow::begin_frame() {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    // A quick Ctrl+3 can arrive whole within one frame. Dear ImGui would see Ctrl let go together with the 3
    // pressed, and a screen's key would have answered a check-in: what comes from the letting go on waits for
    // the next frame.
    ImVector<ImGuiInputEvent>& queue = ImGui::GetCurrentContext()->InputEventsQueue;
    const int end = first_modifier_let_go_after_a_key(queue);
    ImVector<ImGuiInputEvent> later;
    for (int i = end; i < queue.Size; ++i) {
        later.push_back(queue[i]);
    }
    queue.resize(end);
    ImGui::NewFrame();
    for (const ImGuiInputEvent& event : later) {
        queue.push_back(event);
    }
    dirty_ = dirty_ || !later.empty();
}

void GlfwWindow::end_frame(look::Colour ground) {
    ImGui::Render();
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    glViewport(0, 0, width, height);
    glClearColor(static_cast<float>(ground.r) / 255, static_cast<float>(ground.g) / 255,
                 static_cast<float>(ground.b) / 255, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    if (context_) {
        context_->swap();
    } else {
        glfwSwapBuffers(window_);
    }
}

std::optional<settings::WindowPlace> GlfwWindow::place(
    const std::optional<settings::WindowPlace>& before) const {
    if (glfwGetWindowMonitor(window_) != nullptr) {
        return settings::WindowPlace{windowed_x_, windowed_y_, windowed_width_, windowed_height_, false};
    }
    if (glfwGetWindowAttrib(window_, GLFW_MAXIMIZED) == GLFW_TRUE && before) {
        settings::WindowPlace maximized = *before;
        maximized.maximized = true;
        return maximized;
    }
    settings::WindowPlace now;
    glfwGetWindowPos(window_, &now.x, &now.y);
    glfwGetWindowSize(window_, &now.width, &now.height);
    now.maximized = glfwGetWindowAttrib(window_, GLFW_MAXIMIZED) == GLFW_TRUE;
    return now.width > 0 && now.height > 0 ? std::optional(now) : before;
}

void GlfwWindow::set_title(const std::string& title) {
    glfwSetWindowTitle(window_, title.c_str());
}

unsigned long GlfwWindow::x11_window() const {
    return x11_window_of(window_);
}

std::string GlfwWindow::portal_name() const {
    const unsigned long window = x11_window();
    return window == 0 ? std::string() : fmt::format("x11:{:x}", window);
}

void GlfwWindow::copy(const std::string& text) {
    glfwSetClipboardString(window_, text.c_str());
}

void GlfwWindow::raise() {
    if (glfwGetWindowAttrib(window_, GLFW_ICONIFIED) == GLFW_TRUE) {
        glfwRestoreWindow(window_);
    }
    glfwShowWindow(window_);
    glfwFocusWindow(window_);
    glfwRequestWindowAttention(window_);
    dirty_ = true;
}

void GlfwWindow::toggle_full_screen() {
    if (glfwGetWindowMonitor(window_) != nullptr) {
        glfwSetWindowMonitor(window_, nullptr, windowed_x_, windowed_y_, windowed_width_, windowed_height_,
                             GLFW_DONT_CARE);
        return;
    }
    GLFWmonitor* monitor = glfwGetPrimaryMonitor();
    const GLFWvidmode* mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
    if (mode == nullptr) {
        return;
    }
    glfwGetWindowPos(window_, &windowed_x_, &windowed_y_);
    glfwGetWindowSize(window_, &windowed_width_, &windowed_height_);
    glfwSetWindowMonitor(window_, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

void GlfwWindow::close() {
    glfwSetWindowShouldClose(window_, GLFW_TRUE);
}

}  // namespace unknot::shell
