#include "app/shell/window.h"

#include "app/platform/clock.h"
#include "app/platform/desktop_settings.h"
#include "app/platform/file_watch.h"
#include "app/platform/open_with.h"
#include "app/platform/random.h"
#include "app/platform/sound.h"
#include "app/platform/time_zone.h"
#include "app/platform/typing.h"
#include "app/platform/user_folders.h"
#include "app/settings/device.h"
#include "app/shell/desktop_reminder.h"
#include "app/shell/doorbell.h"
#include "app/shell/draft_keeper.h"
#include "app/shell/faces.h"
#include "app/shell/field_fonts.h"
#include "app/shell/glfw_window.h"
#include "app/shell/kept_settings.h"
#include "app/shell/language.h"
#include "app/shell/log_reading.h"
#include "app/shell/pango_shaper.h"
#include "app/shell/session.h"
#include "app/views/kit/shape_cache.h"
#include "app/views/kit/text_cache.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <future>
#include <optional>

namespace unknot::shell {

namespace {

/// Frames drawn after something happened: Dear ImGui lays out what opened in the first, and settles in the
/// next.
constexpr int settling_frames = Session::frames_of_start;

/// How long the window sleeps at most: the day changes, a check-in becomes due.
constexpr double longest_sleep_s = 60;

constexpr int no_display_status = 4;

/// The window's size at first, in units of the content scale.
constexpr int first_width = 1280;
constexpr int first_height = 800;

/// How much Ctrl and plus or minus change the text size.
constexpr double text_step = 0.1;

storage::Services services_of(const WindowOptions& options) {
    return {// The command line has refused an UNKNOT_NOW that cannot be read before the window opens.
            [zone = platform::TimeZone::of_environment()] { return platform::now(zone).value(); },
            platform::random_bytes,
            settings::asked_once(settings::Device(options.state_folder, options.machine))};
}

/// What a second start of the program hands over: to come to the front, with files to open where there are
/// any.
constexpr const char* handed_files = "open";

std::optional<settings::WorkingSetStore> working_sets(const WindowOptions& options) {
    return options.state_folder.empty()
               ? std::nullopt
               : std::optional(settings::WorkingSetStore(options.state_folder, options.version));
}

platform::Handed wanted_of(const WindowOptions& options) {
    if (options.opened.empty()) {
        return {"show"};
    }
    platform::Handed wanted{handed_files};
    for (const std::filesystem::path& file : options.opened) {
        wanted.push_back(file.string());
    }
    return wanted;
}

std::string title_of(const std::filesystem::path& log) {
    const std::string name = log.stem().string();
    return name == "log" ? "Unknot" : "Unknot \u2013 " + name;
}

/// How long the window waits for the desktop to say whether it is dark: longer than a portal that runs takes,
/// too short to be noticed where there is none.
constexpr std::chrono::milliseconds first_look{120};

/// The window with everything that one run of it needs.
class Loop {
public:
    /// `services` are those that `log` was read with.
    Loop(GlfwWindow& window, const WindowOptions& options, KeptSettings& settings, const Language& language,
         Doorbell& doorbell, const storage::Services& services, std::future<ReadLog> log)
        : window_(window),
          doorbell_(doorbell),
          options_(options),
          settings_(settings),
          language_(language),
          drafts_(options.state_folder, options.file),
          desktop_([this] { window_.wake(); }),
          session_(options.file, surroundings(services), settings,
                   platform::traced(options.trace, "wait for the log", [&] { return log.get(); })),
          fonts_(platform::traced(options.trace, "fonts", [] { return load_faces(); })),
          field_fonts_(fonts_.text) {
        follow_log();
        doorbell_.wake_with([this] { window_.wake(); });
        say_how_settings_were_read();
        desktop_.wait_for_first(first_look);
    }

    ~Loop() { doorbell_.wake_with(nullptr); }
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    /// Returns what could not be kept when it was closed.
    std::optional<std::string> run() {
        drafts_.load(session_);
        session_.open_files(options_.opened);
        int frames = settling_frames;
        while (!window_.should_close()) {
            if (frames > 0) {
                window_.poll();
                session_.open_files(window_.take_dropped());
                --frames;
                const bool again = draw();
                // Of keys that came quickly Dear ImGui takes one a frame; none may wait for the next event.
                if (window_.take_events() || again) {
                    frames = settling_frames;
                }
                tell(drafts_.keep(session_, window_.seconds()));
                follow_log();
                continue;
            }
            window_.wait(sleep());
            tell(drafts_.keep(session_, window_.seconds()));
            answer_door();
            session_.open_files(window_.take_dropped());
            const bool happened = window_.take_events();
            const bool changed = session_.look_around() || desktop_.look() != drawn_for_;
            if (happened || changed) {
                frames = settling_frames;
            } else if (const auto next = session_.next_frame(last_drawn_);
                       next && window_.seconds() >= *next) {
                frames = 1;
            }
        }
        const auto drafts = kept_text(drafts_.keep_now(session_));
        const auto place = keep_place();
        return drafts ? drafts : place;
    }

private:
    Surroundings surroundings(const storage::Services& services) {
        return {
            services,
            [zone = platform::TimeZone::of_environment()](const WallClock& clock) {
                return zone.resolve(clock);
            },
            [this](const std::string& text) { window_.copy(text); },
            {options_.usual_log,
             options_.state_folder.empty() ? std::filesystem::path() : options_.state_folder / "sample.db",
             options_.state_folder, options_.home,
             settings::Device(options_.state_folder, options_.machine).file()},
            platform::documents_folder().value_or(std::filesystem::path()),
            [this] { window_.wake(); },
            platform::open_with_desktop,
            options_.version,
            platform::play_sound_of_the_end,
            desktop_reminder(options_.state_folder),
            desktop_dialogs(window_.portal_name()),
            picture_hand()};
    }

    /// Where the window is one of X11: only there a picture can be put on the clipboard.
    PictureHand picture_hand() {
        if (!window_.is_of_x11()) {
            return {};
        }
        return
            [this](std::vector<platform::ClipboardForm> forms) { return clipboard_.put(std::move(forms)); };
    }

    [[nodiscard]] bool is_dark() const {
        const settings::Theme theme = settings_.now().theme;
        return theme == settings::Theme::desktop ? desktop_.look().dark : theme == settings::Theme::dark;
    }

    [[nodiscard]] const look::Theme& theme() const {
        return is_dark() ? look::dark_theme() : look::light_theme();
    }

    [[nodiscard]] words::Catalogue words() const { return language_.words(settings_.now().language); }

    /// Text size and theme by keys; what was chosen is kept.
    void handle_keys() {
        settings::Settings next = settings_.now();
        const auto chord = [](ImGuiKey key) { return ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | key); };
        if (chord(ImGuiKey_Equal) || chord(ImGuiKey_KeypadAdd)) {
            next.text_scale = std::min(settings::largest_text, next.text_scale + text_step);
        } else if (chord(ImGuiKey_Minus) || chord(ImGuiKey_KeypadSubtract)) {
            next.text_scale = std::max(settings::smallest_text, next.text_scale - text_step);
        } else if (chord(ImGuiKey_0)) {
            next.text_scale = 1;
        } else if (chord(ImGuiKey_D)) {
            next.theme = is_dark() ? settings::Theme::light : settings::Theme::dark;
        } else if (chord(ImGuiKey_Q)) {
            window_.close();
        } else if (ImGui::IsKeyPressed(ImGuiKey_F11, false)) {
            window_.toggle_full_screen();
        }
        // While a log moves, its new place is written into the settings by who moves it.
        if (next != settings_.now() && !session_.closed()) {
            keep_settings(next);
        }
    }

    void keep_settings(const settings::Settings& next) {
        if (const auto kept = settings_.change(next); !kept) {
            session_.notify(words().say("The settings could not be kept: {0}.", kept.error()),
                            window_.seconds());
        }
    }

    /// Where the window is, for the next time.
    [[nodiscard]] std::optional<std::string> keep_place() {
        settings::Settings next = settings_.now();
        next.window = window_.place(next.window);
        const auto kept = settings_.change(next);
        return kept ? std::nullopt
                    : std::optional(words().say("The settings could not be kept: {0}.", kept.error()));
    }

    void say_how_settings_were_read() {
        const settings::LoadedSettings& loaded = settings_.loaded();
        if (!loaded.unreadable.empty()) {
            session_.notify(words().say("The settings could not be read: {0}.", loaded.unreadable),
                            window_.seconds());
        } else if (!loaded.aside.empty() && loaded.ignored.empty()) {
            session_.notify(
                words().say("The settings could not be understood, and are as they were at first. The file "
                            "is kept as {0}.",
                            loaded.aside.string()),
                window_.seconds());
        } else if (!loaded.ignored.empty()) {
            session_.notify(
                words().say("Of the settings, these were not acceptable and are as they were at first: {0}.",
                            fmt::join(loaded.ignored, ", ")),
                window_.seconds());
        }
    }

    /// The program was started once more for this log: comes to the front, and shows what was wanted.
    void answer_door() {
        for (const platform::Handed& wanted : doorbell_.answer()) {
            if (std::find(wanted.begin(), wanted.end(), "today") != wanted.end()) {
                views::go_to(session_.state(), views::Screen::today);
            }
            if (!wanted.empty() && wanted.front() == handed_files) {
                session_.open_files({wanted.begin() + 1, wanted.end()});
            }
            window_.raise();
        }
    }

    /// Watches the log where it is now, and names it in the title.
    void follow_log() {
        if (watched_ == session_.file()) {
            return;
        }
        watched_ = session_.file();
        doorbell_.log_is(watched_);
        watch_.emplace(watched_, [this] { window_.wake(); });
        window_.set_title(title_of(watched_));
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
        const double longest = watch_ && watch_->watching() ? longest_sleep_s : 1;
        return next ? std::clamp(*next - window_.seconds(), 0.001, longest) : longest;
    }

    bool draw() {
        drawn_for_ = desktop_.look();
        const float scale =
            window_.content_scale() * static_cast<float>(settings_.now().text_scale * drawn_for_.text_factor);
        if (scale != scale_ || themed_ != &theme()) {
            apply_theme(theme(), scale);
            scale_ = scale;
            themed_ = &theme();
        }
        const platform::Span frame(options_.trace, "frame");
        shaper_.begin_frame();
        shapes_.begin_frame();
        texts_.begin_frame();
        field_fonts_.want(shaper_.take_wanted());
        field_fonts_.load();
        window_.begin_frame();
        const ImVec2 display = ImGui::GetIO().DisplaySize;
        const words::Catalogue spoken = words();
        const kit::Ui ui{theme(),           spoken, fonts_,   scale,   display.x / scale,
                         display.y / scale, false,  &shaper_, nullptr, &texts_};
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
    Doorbell& doorbell_;
    const WindowOptions& options_;
    KeptSettings& settings_;
    const Language& language_;
    DraftKeeper drafts_;
    platform::DesktopSettings desktop_;
    platform::PictureClipboard clipboard_;  ///< used by the session's thread alone
    Session session_;
    std::filesystem::path watched_;
    std::optional<platform::FileWatch> watch_;
    kit::Fonts fonts_;
    PangoShaper shaper_;
    kit::ShapeCache shapes_;
    kit::TextCache texts_;
    FieldFonts field_fonts_;
    float scale_ = 0;
    const look::Theme* themed_ = nullptr;
    platform::DesktopLook drawn_for_;
    double last_drawn_ = 0;
    bool drawn_once_ = false;
};

}  // namespace

WindowEnd run_window(const WindowOptions& options) {
    platform::prepare_typing();  // before any thread, and before X is connected to
    std::optional<WindowSystem> system;
    const auto connect = [&] {
        const platform::Span span(options.trace, "window system");
        system.emplace();
    };
    const bool long_log = takes_long_to_read(options.file);
    if (!long_log) {
        connect();  // before any thread
    }
    Doorbell doorbell;
    if (!doorbell.take(options.file, wanted_of(options))) {
        return {};
    }
    const storage::Services services = services_of(options);
    std::future<ReadLog> log =
        read_log_meanwhile(options.file, services, working_sets(options), options.trace);
    if (long_log) {
        connect();
    }
    KeptSettings settings(options.config_folder);
    const Language language(options.words, options.language_named, settings.now().language);
    std::string problem;
    const auto window = platform::traced(options.trace, "window", [&] {
        return GlfwWindow::open(title_of(options.file), {0, 0, first_width, first_height, false},
                                settings.now().window, problem);
    });
    if (!window) {
        return {no_display_status, language.words(settings.now().language)
                                       .say("There is no display to open the window on ({0}).", problem)};
    }
    if (log.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
        const platform::Span span(options.trace, "warm up");
        window->warm_up();
    }
    const auto problem_at_end =
        Loop(*window, options, settings, language, doorbell, services, std::move(log)).run();
    return {0, problem_at_end.value_or(std::string())};
}

}  // namespace unknot::shell
