// unknot_picture: draws one screen of a log into a file, for people who look at what they build.
//
//   unknot_picture --db FILE -o OUT.ppm [--size 1280x800] [--text 1.0] [--dark] [--lang en]
//                  [--now 2026-11-21T08:10:00+01:00]
//                  [STEP…]     STEP: click:LABEL · click:LABEL#2 · key:r · type:TEXT · point:X,Y · open:FILE
#include "app/platform/clock.h"
#include "app/platform/random.h"
#include "app/platform/time_zone.h"
#include "app/shell/faces.h"
#include "app/shell/field_fonts.h"
#include "app/shell/glfw_window.h"
#include "app/shell/pango_shaper.h"
#include "app/shell/session.h"
#include "app/views/kit/shape_cache.h"
#include "app/views/kit/text_cache.h"
#include "app/words/languages.h"
#include "tests/support/item_recorder.h"

#include <GLFW/glfw3.h>

#include <imgui_impl_glfw.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace unknot;

struct Arguments {
    std::string db, out, now, language = "en";
    int width = 1280, height = 800;
    float text = 1;
    bool dark = false;
    std::vector<std::string> steps;
};

Arguments read(int argc, char** argv) {
    Arguments given;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        const auto next = [&] { return i + 1 < argc ? std::string(argv[++i]) : std::string(); };
        if (word == "--db") {
            given.db = next();
        } else if (word == "-o") {
            given.out = next();
        } else if (word == "--now") {
            given.now = next();
        } else if (word == "--dark") {
            given.dark = true;
        } else if (word == "--lang") {
            given.language = next();
        } else if (word == "--text") {
            given.text = std::strtof(next().c_str(), nullptr);
        } else if (word == "--size") {
            std::sscanf(next().c_str(), "%dx%d", &given.width, &given.height);
        } else {
            given.steps.push_back(word);
        }
    }
    return given;
}

class Picture {
public:
    Picture(shell::GlfwWindow& window, const Arguments& given)
        : window_(window),
          given_(given),
          words_(words::catalogue_of(given.language).value_or(words::Catalogue())),
          fonts_(shell::load_faces()),
          settings_(std::filesystem::path()),
          session_(given.db, surroundings(), settings_, shell::read_log(given.db, surroundings().services)) {
        recorder_.attach();
        shell::apply_theme(theme(), given.text);
    }

    void frames(int count) {
        for (int i = 0; i < count; ++i) {
            recorder_.begin_frame();
            ImGuiIO& io = ImGui::GetIO();
            shaper_.begin_frame();
            shapes_.begin_frame();
            texts_.begin_frame();
            field_fonts_.want(shaper_.take_wanted());
            field_fonts_.load();
            window_.begin_frame();
            const kit::Ui ui{theme(),
                             words_,
                             fonts_,
                             given_.text,
                             io.DisplaySize.x / given_.text,
                             io.DisplaySize.y / given_.text,
                             true,
                             &shaper_,
                             &recorder_,
                             &texts_};
            session_.frame(ui, window_.seconds());
            window_.end_frame(theme().ground);
        }
    }

    void click_at(const ImVec2& at) {
        ImGuiIO& io = ImGui::GetIO();
        io.AddMousePosEvent(at.x, at.y);
        frames(2);
        // The place goes with each event: a window that has the focus tells of the real pointer in every
        // frame.
        for (const bool down : {true, false}) {
            io.AddMousePosEvent(at.x, at.y);
            io.AddMouseButtonEvent(0, down);
            frames(1);
        }
        frames(3);
    }

    void step(const std::string& step) {
        const std::string verb = step.substr(0, step.find(':'));
        const std::string what = step.substr(std::min(step.size(), verb.size() + 1));
        ImGuiIO& io = ImGui::GetIO();
        if (verb == "click") {
            const auto hash = what.rfind('#');
            const std::string label = what.substr(0, hash);
            const std::size_t nth =
                hash == std::string::npos ? 0 : std::strtoul(what.c_str() + hash + 1, nullptr, 10) - 1;
            if (const tests::SeenItem* item = recorder_.find(label, nth)) {
                click_at(item->rect.GetCenter());
            } else {
                std::fprintf(stderr, "nothing is labelled %s; there are:\n", what.c_str());
                for (const tests::SeenItem& one : recorder_.items()) {
                    std::fprintf(stderr, "  %s\n", one.label.c_str());
                }
            }
        } else if (verb == "point") {
            float x = 0;
            float y = 0;
            std::sscanf(what.c_str(), "%f,%f", &x, &y);
            io.AddMousePosEvent(x, y);
        } else if (verb == "open") {
            session_.open_files({what});
        } else if (verb == "scroll") {
            io.AddMouseWheelEvent(0, std::strtof(what.c_str(), nullptr));
        } else if (verb == "type" || verb == "key") {
            for (const char c : what) {
                const bool letter = (c >= 'a' && c <= 'z');
                const bool digit = (c >= '0' && c <= '9');
                const ImGuiKey key = letter      ? static_cast<ImGuiKey>(ImGuiKey_A + (c - 'a'))
                                     : digit     ? static_cast<ImGuiKey>(ImGuiKey_0 + (c - '0'))
                                     : c == '\t' ? ImGuiKey_Tab
                                     : c == '\n' ? ImGuiKey_Enter
                                                 : ImGuiKey_None;
                if (key != ImGuiKey_None) {
                    io.AddKeyEvent(key, true);
                }
                io.AddInputCharacter(static_cast<unsigned char>(c));
                frames(1);
                if (key != ImGuiKey_None) {
                    io.AddKeyEvent(key, false);
                }
                frames(1);
            }
        }
        frames(3);
        finish_work();
    }

    /// Lets the other threads end what they were asked for.
    void finish_work() {
        for (int i = 0; i < 3000 && (session_.report_desk().busy() || session_.working()); ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
            session_.look_around();
            frames(2);
        }
    }

    bool write() {
        finish_work();
        frames(2);
        const int width = static_cast<int>(ImGui::GetIO().DisplaySize.x);
        const int height = static_cast<int>(ImGui::GetIO().DisplaySize.y);
        std::vector<unsigned char> pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) *
                                          4);
        glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
        std::FILE* file = std::fopen(given_.out.c_str(), "wb");
        if (file == nullptr) {
            return false;
        }
        std::fprintf(file, "P6 %d %d 255\n", width, height);
        for (int y = height - 1; y >= 0; --y) {
            for (int x = 0; x < width; ++x) {
                std::fwrite(&pixels[(static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                                     static_cast<std::size_t>(x)) *
                                    4],
                            1, 3, file);
            }
        }
        return std::fclose(file) == 0;
    }

private:
    [[nodiscard]] const look::Theme& theme() const {
        return given_.dark ? look::dark_theme() : look::light_theme();
    }

    shell::Surroundings surroundings() {
        return {{[this] {
                     const auto fixed = parse_iso_instant(given_.now);
                     return fixed ? *fixed : platform::now(zone_).value();
                 },
                 platform::random_bytes, [] { return std::string("picture"); }},
                [this](const WallClock& clock) { return zone_.resolve(clock); },
                [](const std::string&) {},
                {given_.db, given_.db + ".sample", {}, {}, {}},
                std::filesystem::path(given_.db).parent_path(),
                [] {},
                [](const std::filesystem::path&) { return Failed{std::string("there is no desktop")}; },
                "1.2.3"};
    }

    shell::GlfwWindow& window_;
    const Arguments& given_;
    words::Catalogue words_;
    platform::TimeZone zone_ = platform::TimeZone::of_environment();
    tests::ItemRecorder recorder_;
    kit::Fonts fonts_;
    shell::PangoShaper shaper_;
    kit::ShapeCache shapes_;
    kit::TextCache texts_;
    shell::FieldFonts field_fonts_{fonts_.text};
    shell::KeptSettings settings_;
    shell::Session session_;
};

}  // namespace

int main(int argc, char** argv) {
    const Arguments given = read(argc, argv);
    std::string problem;
    const auto window =
        shell::GlfwWindow::open("Unknot", {0, 0, given.width, given.height, false}, {}, problem);
    if (!window) {
        std::fprintf(stderr, "no window: %s\n", problem.c_str());
        return 4;
    }
    window->poll();
    // The display's own pointer may be outside a small window, and would be asked for in every frame: as long
    // as it is said to be inside, only the steps move it.
    ImGui_ImplGlfw_CursorEnterCallback(glfwGetCurrentContext(), GLFW_TRUE);
    Picture picture(*window, given);
    picture.frames(4);
    for (const std::string& step : given.steps) {
        picture.step(step);
    }
    return picture.write() ? 0 : 1;
}
