#include "tests/support/panel_test.h"

#include "app/look/theme.h"
#include "app/platform/time_zone.h"
#include "app/shell/faces.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <thread>

namespace unknot::tests {

namespace {

ImGuiKey key_of(char c) {
    if (c >= 'a' && c <= 'z') {
        return static_cast<ImGuiKey>(ImGuiKey_A + (c - 'a'));
    }
    if (c >= '0' && c <= '9') {
        return static_cast<ImGuiKey>(ImGuiKey_0 + (c - '0'));
    }
    return c == ' ' ? ImGuiKey_Space : ImGuiKey_None;
}

}  // namespace

Panels::Panels(const std::filesystem::path& log, const PanelOptions& options)
    : options_(options), headless_(options.width, options.height) {
    recorder_.attach();
    shaper_.emplace();
    fonts_ = shell::load_faces();
    shell::apply_theme(options_.dark ? look::dark_theme() : look::light_theme(),
                       options_.text_scale * options_.content_scale);
    shell::Surroundings surroundings;
    surroundings.services.now = [this] { return options_.now; };
    surroundings.services.device = [] { return std::string("window"); };
    surroundings.services.random = [this] {
        std::array<std::uint8_t, 10> bytes{};
        bytes.back() = ++next_random_;
        return bytes;
    };
    surroundings.resolve = [this](const WallClock& clock) -> Result<Instant, Reason> {
        return instant_at(clock, options_.now.offset_minutes);
    };
    surroundings.copy = [this](const std::string& text) { copied_ = text; };
    surroundings.reports_folder = log.parent_path();
    surroundings.open_elsewhere = [this](const std::filesystem::path& path) -> Result<Done, std::string> {
        opened_.push_back(path);
        return Done{};
    };
    surroundings.places = {log, log.string() + ".sample", log.parent_path() / "state", log.parent_path(),
                           log.parent_path() / "state" / "device"};
    surroundings.version = "1.2.3";
    surroundings.play_sound = [this] { ++sounds_; };
    surroundings.reminder = {
        [this](std::int32_t minute) {
            reminder_.facts.minute = minute;
            return reminder_.facts;
        },
        [this](const views::Remind& remind, const std::filesystem::path& of) -> Result<Done, std::string> {
            if (!reminder_.problem.empty()) {
                return Failed{reminder_.problem};
            }
            reminder_.facts.keeper =
                remind.on ? views::ReminderKeeper::systemd : views::ReminderKeeper::nobody;
            reminder_.log = of;
            return Done{};
        },
        [this](const std::string&, const std::string&) -> Result<Done, std::string> {
            ++reminder_.shown;
            return reminder_.problem.empty() ? Result<Done, std::string>(Done{}) : Failed{reminder_.problem};
        }};
    desktop_.offers = options.desktop;
    surroundings.dialogs.look = [this](const platform::Cancel&) { return desktop_.offers; };
    surroundings.dialogs.choose = [this](const platform::PathQuestion& question, const platform::Cancel&) {
        desktop_.asked.push_back(question);
        return desktop_.path;
    };
    surroundings.dialogs.print = [this](const std::string&, const platform::MakePdf& make,
                                        const platform::Cancel&) -> shell::Printed {
        if (!desktop_.problem.empty()) {
            return Failed{desktop_.problem};
        }
        if (desktop_.prints) {
            desktop_.printed.push_back(make().value().value());
        }
        return desktop_.prints;
    };
    if (options.pictures) {
        surroundings.copy_picture =
            [this](std::vector<platform::ClipboardForm> forms) -> Result<Done, std::string> {
            if (!desktop_.problem.empty()) {
                return Failed{desktop_.problem};
            }
            desktop_.picture = std::move(forms);
            return Done{};
        };
    }
    settings_ = std::make_unique<shell::KeptSettings>(log.parent_path() / "config");
    shell::ReadLog read = shell::read_log(log, surroundings.services, options.set);
    session_ = std::make_unique<shell::Session>(log, std::move(surroundings), *settings_, std::move(read));
    frames(options.first_frames);
}

Panels::~Panels() {
    session_.reset();  // its textures are the context's
    ImGui::GetCurrentContext()->TestEngineHookItems = false;
    ImGui::GetCurrentContext()->TestEngine = nullptr;
    shaper_.reset();
}

kit::Ui Panels::ui() {
    const float scale = options_.text_scale * options_.content_scale;
    return {options_.dark ? look::dark_theme() : look::light_theme(),
            options_.words,
            fonts_,
            scale,
            options_.width / scale,
            options_.height / scale,
            true,
            &*shaper_,
            &recorder_,
            &texts_};
}

void Panels::one_frame() {
    recorder_.begin_frame();
    shaper_->begin_frame();
    shapes_.begin_frame();
    texts_.begin_frame();
    ImGui::NewFrame();
    session_->frame(ui(), seconds_);
    Headless::render();
}

void Panels::within_frame(const std::function<void(const kit::Ui&)>& use) {
    shaper_->begin_frame();
    shapes_.begin_frame();
    texts_.begin_frame();
    ImGui::NewFrame();
    use(ui());
    Headless::render();
}

Panels::FrameTimes Panels::time_frames(int count) {
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        const std::clock_t begun = std::clock();
        one_frame();
        times.push_back(1000.0 * static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC);
    }
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times.back()};
}

void Panels::frames(int count) {
    for (int i = 0; i < count; ++i) {
        one_frame();
    }
}

const SeenItem& Panels::item(std::string_view label, std::size_t nth) const {
    const SeenItem* found = recorder_.find(label, nth);
    if (found == nullptr) {
        std::string labels;
        for (const SeenItem& one : recorder_.items()) {
            labels += "\n  " + one.label;
        }
        FAIL("nothing is labelled \"" << label << "\"; there are:" << labels);
    }
    return *found;
}

void Panels::point_at(const ImVec2& at) {
    ImGui::GetIO().AddMousePosEvent(at.x, at.y);
    frames(2);
}

void Panels::click_at(const ImVec2& at) {
    point_at(at);
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    frames(1);
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    frames(3);
}

void Panels::click(std::string_view label, std::size_t nth) {
    const SeenItem before = item(label, nth);
    const ImRect view = before.window->InnerClipRect;
    const float middle = before.rect.GetCenter().y;
    if (middle < view.Min.y || middle > view.Max.y) {
        const float wanted = before.window->Scroll.y + middle - view.GetCenter().y;
        ImGui::SetScrollY(before.window, std::clamp(wanted, 0.0F, before.window->ScrollMax.y));
        frames(2);
    }
    click_at(item(label, nth).rect.GetCenter());
}

void Panels::key(ImGuiKey key, int modifiers) {
    ImGuiIO& io = ImGui::GetIO();
    const auto modify = [&](bool down) {
        for (const ImGuiKey modifier : {ImGuiMod_Ctrl, ImGuiMod_Shift, ImGuiMod_Alt}) {
            if ((modifiers & modifier) != 0) {
                io.AddKeyEvent(modifier, down);
            }
        }
    };
    modify(true);
    io.AddKeyEvent(key, true);
    frames(1);
    io.AddKeyEvent(key, false);
    modify(false);
    frames(3);
}

void Panels::type(std::string_view text) {
    ImGuiIO& io = ImGui::GetIO();
    for (const char c : text) {
        const ImGuiKey pressed = key_of(c);
        if (pressed != ImGuiKey_None) {
            io.AddKeyEvent(pressed, true);
        }
        io.AddInputCharacter(static_cast<unsigned char>(c));
        frames(1);
        if (pressed != ImGuiKey_None) {
            io.AddKeyEvent(pressed, false);
        }
        frames(1);
    }
    frames(2);
}

std::string Panels::all_text() const {
    std::string all;
    for (const SeenText& seen : recorder_.texts()) {
        all += seen.text + " ";
    }
    return all;
}

bool Panels::says(std::string_view part) const {
    return all_text().find(part) != std::string::npos;
}

void Panels::set_now(const Instant& now) {
    options_.now = now;
}

void Panels::finish_work() {
    constexpr int most_waits = 3000;
    for (int i = 0;
         session_->report_desk().busy() || session_->dialogs().busy() || session_->picture_desk().busy();
         ++i) {
        REQUIRE(i < most_waits);
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        (void)look_around();
    }
    frames();
}

void Panels::settle() {
    constexpr int longest_ms = 20'000;
    for (int waited = 0; session_->working(); ++waited) {
        if (waited > longest_ms) {
            FAIL("what is done on another thread does not end");
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        one_frame();
    }
    frames();
}

bool Panels::look_around() {
    const bool changed = session_->look_around();
    frames();
    return changed;
}

}  // namespace unknot::tests
