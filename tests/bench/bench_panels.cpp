// The panels' own work on one thread, without a window system and without raster.
//
//   bench_panels frames FILE TIME    CPU from NewFrame to Render: each screen of the log, and Dear ImGui's
//   demonstration
//                                    at full size with four sections open, in turns; the median nanoseconds
//                                    of each
//   bench_panels save FILE TIME N    CPU of the frames that carry a key's check-in out and show it; N times,
//   each taken
//                                    back; the nanoseconds of each
#include "app/platform/random.h"
#include "app/shell/faces.h"
#include "app/shell/kept_settings.h"
#include "app/shell/pango_shaper.h"
#include "app/shell/session.h"
#include "app/views/kit/shape_cache.h"
#include "app/views/kit/text_cache.h"
#include "tests/support/headless.h"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

using namespace unknot;

namespace {

constexpr float width = 1280;
constexpr float height = 800;

std::int64_t thread_ns() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

shell::Surroundings surroundings(const std::filesystem::path& log, const Instant& now) {
    shell::Surroundings made;
    made.places = {log, log.string() + ".sample", log.parent_path() / "state", log.parent_path(), {}};
    made.reports_folder = log.parent_path();
    made.version = "bench";
    made.services = {[now] { return now; }, platform::random_bytes, [] { return std::string("bench"); }};
    made.resolve = [now](const WallClock& clock) -> Result<Instant, Reason> {
        return instant_at(clock, now.offset_minutes);
    };
    made.copy = [](const std::string&) {};
    return made;
}

/// Of Dear ImGui's demonstration: four sections, then the parts of "Widgets" that draw controls.
constexpr std::array<const char*, 28> open_in_demonstration{
    "Help",
    "Configuration",
    "Window options",
    "Widgets",
    "Basic",
    "Bullets",
    "Collapsing Headers",
    "Combo",
    "Color/Picker Widgets",
    "Data Types",
    "Disable Blocks",
    "Drag and Drop",
    "Drag/Slider Flags",
    "Fonts",
    "Images",
    "List Boxes",
    "Multi-component Widgets",
    "Plotting",
    "Progress Bars",
    "Querying Item Status (Edited/Active/Hovered etc.)",
    "Selectables",
    "Tabs",
    "Text",
    "Text Filter",
    "Text Input",
    "Tooltips",
    "Tree Nodes",
    "Vertical Sliders"};

/// A log's panels in a context of their own.
class Bench {
public:
    Bench(const std::string& file, const Instant& now)
        : headless_(width, height),
          fonts_(shell::load_faces()),
          settings_(std::filesystem::path(file).parent_path() / "config"),
          session_(file, surroundings(file, now), settings_,
                   shell::read_log(file, surroundings(file, now).services)) {
        shell::apply_theme(look::light_theme(), 1);
    }

    /// Nanoseconds of CPU from NewFrame to Render.
    std::int64_t frame() {
        const std::int64_t begun = thread_ns();
        shaper_.begin_frame();
        shapes_.begin_frame();
        texts_.begin_frame();
        ImGui::NewFrame();
        const kit::Ui ui{
            look::light_theme(), words_, fonts_, 1, width, height, false, &shaper_, nullptr, &texts_};
        session_.frame(ui, 0);
        tests::Headless::render();
        return thread_ns() - begun;
    }

    /// The same of Dear ImGui's demonstration, which fills the window. Four sections are open, and so that
    /// they show more than a list of closed parts, every part of the fourth ("Widgets"), each with its
    /// controls.
    static std::int64_t demonstration() {
        const std::int64_t begun = thread_ns();
        ImGui::NewFrame();
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize({width, height});
        ImGui::ShowDemoWindow();
        tests::Headless::render();
        const std::int64_t spent = thread_ns() - begun;
        if (ImGuiWindow* window = ImGui::FindWindowByName("Dear ImGui Demo")) {
            for (const char* section : open_in_demonstration) {
                window->StateStorage.SetInt(window->GetID(section), 1);
            }
        }
        return spent;
    }

    /// Presses a key and lets go of it; the frames that this takes.
    std::int64_t key(ImGuiKey key, int modifier) {
        ImGuiIO& io = ImGui::GetIO();
        if (modifier != 0) {
            io.AddKeyEvent(static_cast<ImGuiKey>(modifier), true);
        }
        io.AddKeyEvent(key, true);
        std::int64_t spent = frame() + frame();
        io.AddKeyEvent(key, false);
        if (modifier != 0) {
            io.AddKeyEvent(static_cast<ImGuiKey>(modifier), false);
        }
        return spent + frame();
    }

    views::UiState& state() { return session_.state(); }
    [[nodiscard]] std::size_t checkins() const { return session_.snapshot().checkin_count(); }

private:
    tests::Headless headless_;
    kit::ShapeCache shapes_;
    kit::TextCache texts_;
    shell::PangoShaper shaper_;
    kit::Fonts fonts_;
    words::Catalogue words_;
    shell::KeptSettings settings_;
    shell::Session session_;
};

std::int64_t median(std::vector<std::int64_t> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// `only`: that screen alone, for long enough to look into it with a profiler; empty: all.
void measure_frames(Bench& bench, std::string_view only) {
    const int rounds = only.empty() ? 8 : 400;
    constexpr int frames_a_round = 15;
    struct Measured {
        const char* name;
        std::optional<views::Screen> screen;  ///< nothing: the demonstration
        std::vector<std::int64_t> ns;
    };
    using views::Screen;
    std::array<Measured, 8> all{{{"today", Screen::today, {}},
                                 {"log", Screen::log, {}},
                                 {"trends", Screen::trends, {}},
                                 {"history", Screen::history, {}},
                                 {"report", Screen::report, {}},
                                 {"guide", Screen::guide, {}},
                                 {"settings", Screen::settings, {}},
                                 {"demonstration", std::nullopt, {}}}};
    for (int round = 0; round < rounds; ++round) {
        for (Measured& one : all) {
            if (!only.empty() && only != one.name) {
                continue;
            }
            if (one.screen) {
                views::go_to(bench.state(), *one.screen);
            }
            for (int i = 0; i < frames_a_round; ++i) {
                const std::int64_t spent = one.screen ? bench.frame() : Bench::demonstration();
                if (i > 4) {  // the first lay out what was not there before
                    one.ns.push_back(spent);
                }
            }
        }
    }
    for (const Measured& one : all) {
        if (one.ns.empty()) {
            continue;
        }
        std::printf("%s %lld\n", one.name, static_cast<long long>(median(one.ns)));
    }
}

int measure_saves(Bench& bench, int count) {
    for (int i = 0; i < 6; ++i) {
        bench.frame();
    }
    for (int i = 0; i < count; ++i) {
        const std::size_t before = bench.checkins();
        const std::int64_t spent = bench.key(ImGuiKey_4, 0);
        if (bench.checkins() != before + 1) {
            std::fputs("the key saved nothing: no check-in is due\n", stderr);
            return 1;
        }
        std::printf("%lld\n", static_cast<long long>(spent));
        bench.key(ImGuiKey_Z, ImGuiMod_Ctrl);
        for (int settle = 0; settle < 4; ++settle) {
            bench.frame();
        }
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const std::string mode = argc > 3 ? argv[1] : "";
    const auto now = argc > 3 ? parse_iso_instant(argv[3]) : std::nullopt;
    if (!now || !((mode == "frames" && argc <= 5) || (mode == "save" && argc == 5))) {
        std::fputs("usage: bench_panels frames FILE TIME [SCREEN] | save FILE TIME N\n", stderr);
        return 2;
    }
    Bench bench(argv[2], *now);
    if (mode == "frames") {
        measure_frames(bench, argc > 4 ? argv[4] : "");
        return 0;
    }
    return measure_saves(bench, std::atoi(argv[4]));
}
