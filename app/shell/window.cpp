#include "app/shell/window.h"

#include "app/platform/clock.h"
#include "app/platform/environment.h"
#include "app/platform/file_watch.h"
#include "app/platform/random.h"
#include "app/platform/time_zone.h"
#include "app/shell/faces.h"
#include "app/shell/glfw_window.h"
#include "app/shell/session.h"

#include <algorithm>

namespace unknot::shell {

namespace {

/// Frames drawn after something happened: Dear ImGui lays out what opened in the first, and settles in the
/// next.
constexpr int settling_frames = 3;

/// How long the window sleeps at most: the day changes, a check-in becomes due.
constexpr double longest_sleep_s = 60;

constexpr int no_display_status = 4;

Instant now_in(const platform::TimeZone& zone) {
    // The command line has refused an UNKNOT_NOW that cannot be read before the window opens.
    return platform::now(zone).value();
}

std::string title_of(const WindowOptions& options) {
    const std::string name = options.file.stem().string();
    return name == "log" ? "Unknot" : "Unknot \u2013 " + name;
}

/// The window with everything that one run of it needs.
class Loop {
public:
    Loop(GlfwWindow& window, const WindowOptions& options)
        : window_(window),
          options_(options),
          theme_(options.dark.value_or(false) ? look::dark_theme() : look::light_theme()),
          session_(options.file, surroundings()),
          watch_(options.file, [this] { window_.wake(); }),
          fonts_(load_faces()) {}

    void run() {
        int frames = settling_frames;
        while (!window_.should_close()) {
            if (frames > 0) {
                window_.poll();
                --frames;
                if (draw()) {
                    frames = settling_frames;
                }
                continue;
            }
            window_.wait(sleep());
            const bool happened = window_.take_events();
            const bool changed = session_.look_around();
            if (happened || changed) {
                frames = settling_frames;
            } else if (const auto next = session_.next_frame(last_drawn_);
                       next && window_.seconds() >= *next) {
                frames = 1;
            }
        }
    }

private:
    Surroundings surroundings() {
        return {{[this] { return now_in(zone_); }, platform::random_bytes},
                [this](const WallClock& clock) { return zone_.resolve(clock); },
                [this](const std::string& text) { window_.copy(text); },
                platform::state_folder().value_or(std::filesystem::temp_directory_path()) / "sample.db"};
    }

    [[nodiscard]] double sleep() const {
        const auto next = session_.next_frame(last_drawn_);
        const double longest = watch_.watching() ? longest_sleep_s : 1;
        return next ? std::clamp(*next - window_.seconds(), 0.001, longest) : longest;
    }

    bool draw() {
        const float scale = window_.content_scale() * options_.text_scale;
        if (scale != scale_) {
            apply_theme(theme_, scale);
            scale_ = scale;
        }
        window_.begin_frame();
        const ImVec2 display = ImGui::GetIO().DisplaySize;
        const kit::Ui ui{theme_, options_.words, fonts_, scale, display.x / scale, display.y / scale,
                         false,  nullptr,        nullptr};
        last_drawn_ = window_.seconds();
        const bool again = session_.frame(ui, last_drawn_);
        if (ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Q)) {
            window_.close();
        }
        if (ImGui::IsKeyPressed(ImGuiKey_F11, false)) {
            window_.toggle_full_screen();
        }
        window_.end_frame(theme_.ground);
        return again;
    }

    GlfwWindow& window_;
    const WindowOptions& options_;
    const look::Theme& theme_;
    platform::TimeZone zone_ = platform::TimeZone::of_environment();
    Session session_;
    platform::FileWatch watch_;
    kit::Fonts fonts_;
    float scale_ = 0;
    double last_drawn_ = 0;
};

}  // namespace

WindowEnd run_window(const WindowOptions& options) {
    std::string problem;
    const auto window = GlfwWindow::open(title_of(options), options.width, options.height, problem);
    if (!window) {
        return {no_display_status,
                options.words.say("There is no display to open the window on ({0}).", problem)};
    }
    Loop(*window, options).run();
    return {};
}

}  // namespace unknot::shell
