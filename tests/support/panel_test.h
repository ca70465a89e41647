#pragma once

#include "app/shell/pango_shaper.h"
#include "app/shell/session.h"
#include "app/views/kit/shape_cache.h"
#include "app/views/kit/text_cache.h"
#include "tests/support/headless.h"
#include "tests/support/item_recorder.h"

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace unknot::tests {

/// How a window under test looks.
struct PanelOptions {
    float width = 1280;
    float height = 800;
    float text_scale = 1;
    float content_scale = 1;
    bool dark = false;
    Instant now;  ///< where the clock stands
    words::Catalogue words;
    platform::PortalOffers desktop = {};  ///< the desktop's own dialogs
    bool pictures = true;                 ///< its clipboard takes pictures
    std::optional<WorkingSet> set = {};   ///< only these records are read first; empty: the whole log
    int first_frames = 3;                 ///< so many are drawn to begin with
};

/// The real panels over a real log, with no display: driven by the labels that a person reads, answered by
/// the items and texts that were drawn.
class Panels {
public:
    Panels(const std::filesystem::path& log, const PanelOptions& options);
    ~Panels();
    Panels(const Panels&) = delete;
    Panels& operator=(const Panels&) = delete;

    /// Draws frames; two settle what one changed.
    void frames(int count = 3);

    /// Something done with the window's own fonts and theme, within a frame of its own.
    void within_frame(const std::function<void(const kit::Ui&)>& use);

    /// CPU milliseconds of the slowest and of the middle one of so many frames, from NewFrame to Render.
    struct FrameTimes {
        double middle_ms = 0;
        double worst_ms = 0;
    };
    FrameTimes time_frames(int count);

    [[nodiscard]] shell::PangoShaper& shaper() { return *shaper_; }

    /// Clicks the n-th item of this label, scrolled into view where needed; fails the test where there is
    /// none.
    void click(std::string_view label, std::size_t nth = 0);
    /// Moves the pointer to a place of the screen, and clicks there.
    void click_at(const ImVec2& at);
    void point_at(const ImVec2& at);
    /// One key, with modifiers (ImGuiMod_Ctrl …).
    void key(ImGuiKey key, int modifiers = 0);
    /// Types text as a keyboard does: where a field has the focus it goes there. Plain ASCII letters, digits
    /// and "?" press their keys too.
    void type(std::string_view text);

    [[nodiscard]] bool shows(std::string_view label) const { return recorder_.find(label) != nullptr; }
    [[nodiscard]] const SeenItem& item(std::string_view label, std::size_t nth = 0) const;
    /// True where one of the texts drawn holds this one, or consecutive lines of a paragraph do.
    [[nodiscard]] bool says(std::string_view part) const;
    /// All texts of the last frame, joined with blanks in the order of drawing.
    [[nodiscard]] std::string all_text() const;
    [[nodiscard]] const ItemRecorder& recorder() const { return recorder_; }

    [[nodiscard]] shell::Session& session() { return *session_; }
    [[nodiscard]] const std::string& copied() const { return copied_; }
    /// What was opened with the desktop's programs.
    [[nodiscard]] const std::vector<std::filesystem::path>& opened() const { return opened_; }
    /// How often the timer's sound was played.
    [[nodiscard]] int sounds() const { return sounds_; }
    /// How the reminder is set up on the stand-in of a desktop; `problem` makes it fail.
    struct FakeReminder {
        views::ReminderFacts facts;
        std::filesystem::path log;  ///< what it was set up for; empty: one's own
        int shown = 0;
        std::string problem;
    };
    [[nodiscard]] FakeReminder& reminder() { return reminder_; }
    /// The desktop's dialogs: which there are, what was asked, and what is answered.
    struct FakeDesktop {
        platform::PortalOffers offers;
        std::vector<platform::PathQuestion> asked;
        shell::ChosenPath path{std::optional<std::filesystem::path>()};
        std::vector<std::string> printed;              ///< the PDFs
        bool prints = true;                            ///< else somebody chooses not to
        std::string problem;                           ///< why it cannot be printed or copied; empty: it can
        std::vector<platform::ClipboardForm> picture;  ///< what is on the clipboard
    };
    [[nodiscard]] FakeDesktop& desktop() { return desktop_; }
    /// Draws frames until what was begun on other threads is done and shown; fails the test after 30 s.
    void finish_work();
    void set_now(const Instant& now);
    /// Lets seconds of the window's own clock pass (notices), without the wall clock.
    void pass(double seconds) { seconds_ += seconds; }
    /// Waits until nothing is done on another thread any more, then draws frames.
    void settle();
    /// The settings of the one who sits at the window, kept beside the log.
    [[nodiscard]] const settings::Settings& settings() const { return settings_->now(); }
    /// As another process's change or a new minute would: the session looks around, then frames are drawn.
    bool look_around();

private:
    [[nodiscard]] kit::Ui ui();
    void one_frame();

    PanelOptions options_;
    Headless headless_;
    ItemRecorder recorder_;
    kit::Fonts fonts_;
    kit::ShapeCache shapes_;
    kit::TextCache texts_;
    std::optional<shell::PangoShaper> shaper_;  ///< ends before Dear ImGui's context does
    std::string copied_;
    std::vector<std::filesystem::path> opened_;
    FakeReminder reminder_;
    int sounds_ = 0;
    FakeDesktop desktop_;
    double seconds_ = 0;
    std::atomic<std::uint8_t> next_random_ = 0;
    std::unique_ptr<shell::KeptSettings> settings_;
    std::unique_ptr<shell::Session> session_;
};

}  // namespace unknot::tests
