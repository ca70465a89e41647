#include "app/shell/window.h"

#include "app/platform/clock.h"
#include "app/platform/file_watch.h"
#include "app/platform/open_with.h"
#include "app/platform/random.h"
#include "app/platform/time_zone.h"
#include "app/platform/user_folders.h"
#include "app/settings/settings_store.h"
#include "app/shell/draft_keeper.h"
#include "app/shell/faces.h"
#include "app/shell/field_fonts.h"
#include "app/shell/glfw_window.h"
#include "app/shell/language.h"
#include "app/shell/pango_shaper.h"
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

/// The window's size at first, in units of the content scale.
constexpr int first_width = 1280;
constexpr int first_height = 800;

/// How much Ctrl and plus or minus change the text size.
constexpr double text_step = 0.1;

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
    Loop(GlfwWindow& window, const WindowOptions& options, settings::Settings settings)
        : window_(window),
          options_(options),
          settings_(std::move(settings)),
          language_(options.words, options.language_named, settings_.language),
          drafts_(options.state_folder, options.file),
          session_(platform::traced(options.trace, "open and read log",
                                    [&] { return Session(options.file, surroundings()); })),
          watch_(options.file, [this] { window_.wake(); }),
          fonts_(platform::traced(options.trace, "fonts", [] { return load_faces(); })),
          field_fonts_(fonts_.text) {}

    /// Returns what could not be kept when it was closed.
    std::optional<std::string> run() {
        drafts_.load(session_);
        int frames = settling_frames;
        while (!window_.should_close()) {
            if (frames > 0) {
                window_.poll();
                --frames;
                if (draw()) {
                    frames = settling_frames;
                }
                tell(drafts_.keep(session_, window_.seconds()));
                continue;
            }
            window_.wait(sleep());
            tell(drafts_.keep(session_, window_.seconds()));
            const bool happened = window_.take_events();
            const bool changed = session_.look_around();
            if (happened || changed) {
                frames = settling_frames;
            } else if (const auto next = session_.next_frame(last_drawn_);
                       next && window_.seconds() >= *next) {
                frames = 1;
            }
        }
        return kept_text(drafts_.keep_now(session_));
    }

private:
    Surroundings surroundings() {
        return {{[this] { return now_in(zone_); }, platform::random_bytes},
                [this](const WallClock& clock) { return zone_.resolve(clock); },
                [this](const std::string& text) { window_.copy(text); },
                options_.state_folder.empty() ? std::filesystem::path() : options_.state_folder / "sample.db",
                platform::documents_folder().value_or(std::filesystem::path()),
                [this] { window_.wake(); },
                platform::open_with_desktop};
    }

    [[nodiscard]] const look::Theme& theme() const {
        return settings_.theme == settings::Theme::dark ? look::dark_theme() : look::light_theme();
    }

    [[nodiscard]] words::Catalogue words() const { return language_.words(settings_.language); }

    /// Text size and theme by keys; what was chosen is kept.
    void handle_keys() {
        const double before = settings_.text_scale;
        const settings::Theme theme_before = settings_.theme;
        const auto chord = [](ImGuiKey key) { return ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | key); };
        if (chord(ImGuiKey_Equal) || chord(ImGuiKey_KeypadAdd)) {
            settings_.text_scale = std::min(settings::largest_text, before + text_step);
        } else if (chord(ImGuiKey_Minus) || chord(ImGuiKey_KeypadSubtract)) {
            settings_.text_scale = std::max(settings::smallest_text, before - text_step);
        } else if (chord(ImGuiKey_0)) {
            settings_.text_scale = 1;
        } else if (chord(ImGuiKey_D)) {
            settings_.theme =
                theme_before == settings::Theme::dark ? settings::Theme::light : settings::Theme::dark;
        } else if (chord(ImGuiKey_Q)) {
            window_.close();
        } else if (ImGui::IsKeyPressed(ImGuiKey_F11, false)) {
            window_.toggle_full_screen();
        }
        if (settings_.text_scale != before || settings_.theme != theme_before) {
            scale_ = 0;
            keep_settings();
        }
    }

    void keep_settings() {
        if (options_.config_folder.empty()) {
            return;
        }
        const auto saved = settings::SettingsStore(options_.config_folder).save(settings_);
        if (!saved) {
            session_.notify(words().say("The settings could not be kept: {0}.", saved.error()),
                            window_.seconds());
        }
    }

    /// A sentence for the system's words.
    [[nodiscard]] std::optional<std::string> kept_text(const std::optional<std::string>& problem) const {
        return problem ? std::optional(words().say("What is not saved yet could not be kept: {0}.", *problem))
                       : std::nullopt;
    }

    void tell(const std::optional<std::string>& problem) {
        if (const auto text = kept_text(problem)) {
            session_.notify(*text, window_.seconds());
        }
    }

    [[nodiscard]] double sleep() const {
        std::optional<double> next = session_.next_frame(last_drawn_);
        if (const auto keeping = drafts_.next(window_.seconds())) {
            next = next ? std::min(*next, *keeping) : *keeping;
        }
        const double longest = watch_.watching() ? longest_sleep_s : 1;
        return next ? std::clamp(*next - window_.seconds(), 0.001, longest) : longest;
    }

    bool draw() {
        const float scale = window_.content_scale() * static_cast<float>(settings_.text_scale);
        if (scale != scale_) {
            apply_theme(theme(), scale);
            scale_ = scale;
        }
        const platform::Span frame(options_.trace, "frame");
        shaper_.begin_frame();
        field_fonts_.want(shaper_.take_wanted());
        field_fonts_.load();
        window_.begin_frame();
        const ImVec2 display = ImGui::GetIO().DisplaySize;
        const words::Catalogue spoken = words();
        const kit::Ui ui{theme(),           spoken, fonts_,   scale,  display.x / scale,
                         display.y / scale, false,  &shaper_, nullptr};
        last_drawn_ = window_.seconds();
        const bool again = session_.frame(ui, last_drawn_);
        handle_keys();
        {
            const platform::Span show(options_.trace, "render and show");
            window_.end_frame(theme().ground);
        }
        if (options_.trace != nullptr && !drawn_once_) {
            options_.trace->moment("first frame");
        }
        drawn_once_ = true;
        return again;
    }

    GlfwWindow& window_;
    const WindowOptions& options_;
    settings::Settings settings_;
    Language language_;
    DraftKeeper drafts_;
    platform::TimeZone zone_ = platform::TimeZone::of_environment();
    Session session_;
    platform::FileWatch watch_;
    kit::Fonts fonts_;
    PangoShaper shaper_;
    FieldFonts field_fonts_;
    float scale_ = 0;
    double last_drawn_ = 0;
    bool drawn_once_ = false;
};

}  // namespace

WindowEnd run_window(const WindowOptions& options) {
    settings::LoadedSettings loaded;
    if (!options.config_folder.empty()) {
        loaded = settings::SettingsStore(options.config_folder).load();
    }
    const Language language(options.words, options.language_named, loaded.settings.language);
    std::string problem;
    const auto window = platform::traced(options.trace, "window", [&] {
        return GlfwWindow::open(title_of(options), first_width, first_height, problem);
    });
    if (!window) {
        return {no_display_status, language.words(loaded.settings.language)
                                       .say("There is no display to open the window on ({0}).", problem)};
    }
    const auto problem_at_end = Loop(*window, options, std::move(loaded.settings)).run();
    return {0, problem_at_end.value_or(std::string())};
}

}  // namespace unknot::shell
