#include "app/shell/sample_log.h"
#include "tests/support/log_maker.h"
#include "tests/support/panel_test.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace unknot;
using tests::Panels;
using tests::SeenItem;
using tests::SeenText;
using views::Screen;
using views::UiState;

// Every screen and dialog at every size of window and text: nothing stands outside of what it belongs to,
// nothing covers another, no text is cut off.

namespace {

struct Stop {
    const char* name;
    std::function<void(Panels&)> go;
};

void press_if_there(Panels& panels, std::string_view label) {
    if (panels.shows(label)) {
        panels.click(label);
    }
}

void go_to(Panels& panels, Screen screen) {
    panels.session().state().screen = screen;
    panels.frames(2);
}

/// A name and a note as long as people make them.
constexpr std::string_view long_note =
    "Pressed longer than planned because the phone rang; afterwards a warm shower, and the ache had gone "
    "before "
    "supper, though Donaudampfschifffahrtsgesellschaftskapitaensmuetze came to mind.";

void fill_log_form(Panels& panels) {
    views::LogState& log = panels.session().state().log;
    log.draft.place = TrackKey{"rhomboids", Side::both};
    log.draft.note = long_note;
    log.draft.at_now = false;
    log.draft.day_text = "2026-13-40";
    log.draft.time_text = "25:00";
    log.draft.duration_text = "a while";
    log.complained = true;
    go_to(panels, Screen::log);
}

void begin_checkin_dialog(Panels& panels) {
    views::CheckInDraft draft;
    draft.id = RecordId{"0190a1b2-0000-7000-8000-0000000000aa"};
    draft.note = long_note;
    panels.session().state().history.editing = draft;
    go_to(panels, Screen::history);
}

void fail_to_save(Panels& panels) {
    Failure failure;
    failure.problem = Problem::disk_full;
    views::command_failed(
        panels.session().state(), views::Form::log,
        {failure, LogSession{tests::session("s", "2026-03-05T19:00:00+01:00", "calf", Side::left)}});
    panels.frames();
}

std::vector<Stop> all_stops() {
    return {
        {"Today", [](Panels& panels) { go_to(panels, Screen::today); }},
        {"Log", [](Panels& panels) { go_to(panels, Screen::log); }},
        {"Log with all that can be wrong", fill_log_form},
        {"Log with a timer",
         [](Panels& panels) {
             views::start(panels.session().state().log.timer, tests::test_now(), 0);
             go_to(panels, Screen::log);
         }},
        {"Log with the map open",
         [](Panels& panels) {
             panels.session().state().log.map_open = true;
             go_to(panels, Screen::log);
             panels.session().state().log.map_open = false;
         }},
        {"Log that could not be saved", fail_to_save},
        {"Trends of an area", [](Panels& panels) { go_to(panels, Screen::trends); }},
        {"Trends as a table",
         [](Panels& panels) {
             panels.session().state().trends.as_table = true;
             go_to(panels, Screen::trends);
         }},
        {"Trends of all areas",
         [](Panels& panels) {
             panels.session().state().trends.all_areas = true;
             go_to(panels, Screen::trends);
         }},
        {"Trends of all areas as a table",
         [](Panels& panels) {
             panels.session().state().trends.all_areas = true;
             panels.session().state().trends.as_table = true;
             go_to(panels, Screen::trends);
         }},
        {"the list of areas in Trends",
         [](Panels& panels) {
             go_to(panels, Screen::trends);
             press_if_there(panels, "Area");
         }},
        {"the list of what can be copied in Trends",
         [](Panels& panels) {
             go_to(panels, Screen::trends);
             press_if_there(panels, "Copy a chart\u2026");
         }},
        {"History", [](Panels& panels) { go_to(panels, Screen::history); }},
        {"History that finds nothing",
         [](Panels& panels) {
             panels.session().state().history.filter.words = "nobody wrote this";
             go_to(panels, Screen::history);
         }},
        {"a check-in of the past", begin_checkin_dialog},
        {"the range of History",
         [](Panels& panels) {
             panels.session().state().history.range = views::DateRangeDraft{"2026", "", "Not a date."};
             go_to(panels, Screen::history);
         }},
        {"Report", [](Panels& panels) { go_to(panels, Screen::report); }},
        {"Guide", [](Panels& panels) { go_to(panels, Screen::guide); }},
        {"Settings", [](Panels& panels) { go_to(panels, Screen::settings); }},
        {"a dialog that asks for a path",
         [](Panels& panels) {
             panels.session().state().settings.path =
                 views::PathDraft{views::PathFor::move, "/home/somebody/Documents", true, "A path begins."};
             go_to(panels, Screen::settings);
         }},
        {"the keys",
         [](Panels& panels) {
             panels.session().state().keys_shown = true;
             panels.frames();
         }},
        {"a notice",
         [](Panels& panels) {
             panels.session().state().notice =
                 views::Notice{"Saved: " + std::string(long_note.substr(0, 90)), true, 0, true};
             panels.frames(2);
         }},
    };
}

std::string where(const ImRect& r) {
    return "(" + std::to_string(std::lround(r.Min.x)) + ", " + std::to_string(std::lround(r.Min.y)) +
           ") to (" + std::to_string(std::lround(r.Max.x)) + ", " + std::to_string(std::lround(r.Max.y)) +
           ")";
}

/// What is wrong with a frame, one line each.
class Findings {
public:
    explicit Findings(const Panels& panels) : panels_(panels) {
        look_at_items();
        look_at_texts();
    }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    void look_at_items() {
        const auto& items = panels_.recorder().items();
        std::vector<const SeenItem*> controls;
        for (const SeenItem& item : items) {
            if (item.control) {
                controls.push_back(&item);
                inside_its_window(item);
            }
        }
        for (std::size_t i = 0; i < controls.size(); ++i) {
            for (std::size_t k = i + 1; k < controls.size(); ++k) {
                apart(*controls[i], *controls[k]);
            }
        }
    }

    void inside_its_window(const SeenItem& item) {
        const ImRect room = item.window->InnerRect;
        const bool scrolls = item.window->ScrollMax.y > 0;
        const bool beside = item.rect.Min.x < room.Min.x - 1 || item.rect.Max.x > room.Max.x + 1;
        const bool above = !scrolls && (item.rect.Min.y < room.Min.y - 1 || item.rect.Max.y > room.Max.y + 1);
        if (beside || above) {
            say("outside: " + item.label + " " + where(item.rect) + " in " + where(room));
        }
    }

    void apart(const SeenItem& a, const SeenItem& b) {
        if (a.window->RootWindow != b.window->RootWindow || a.may_be_covered || b.may_be_covered) {
            return;
        }
        ImRect first = a.rect;
        ImRect second = b.rect;
        first.ClipWith(a.window->InnerClipRect);
        second.ClipWith(b.window->InnerClipRect);
        const float wide = std::min(first.Max.x, second.Max.x) - std::max(first.Min.x, second.Min.x);
        const float high = std::min(first.Max.y, second.Max.y) - std::max(first.Min.y, second.Min.y);
        if (wide > 1 && high > 1) {
            say("one over another: " + a.label + " " + where(a.rect) + " and " + b.label + " " +
                where(b.rect));
        }
    }

    void look_at_texts() {
        const auto& texts = panels_.recorder().texts();
        for (const SeenText& text : texts) {
            const bool beside =
                text.rect.Min.x < text.clip.Min.x - 1.5F || text.rect.Max.x > text.clip.Max.x + 1.5F;
            if (beside && text.clip.GetHeight() > 0) {
                say("cut off: \"" + text.text + "\" " + where(text.rect) + " by " + where(text.clip));
            }
        }
        for (std::size_t i = 0; i < texts.size(); ++i) {
            for (std::size_t k = i + 1; k < texts.size(); ++k) {
                not_over(texts[i], texts[k]);
            }
        }
    }

    void not_over(const SeenText& a, const SeenText& b) {
        if (a.window->RootWindow != b.window->RootWindow) {
            return;
        }
        ImRect first = a.rect;
        ImRect second = b.rect;
        first.ClipWith(a.clip);
        second.ClipWith(b.clip);
        const float wide = std::min(first.Max.x, second.Max.x) - std::max(first.Min.x, second.Min.x);
        const float high = std::min(first.Max.y, second.Max.y) - std::max(first.Min.y, second.Min.y);
        // The boxes hold room above capitals and below letters.
        if (wide > 1.5F && high > 0.45F * std::min(first.GetHeight(), second.GetHeight())) {
            say("texts over each other: \"" + a.text + "\" " + where(a.rect) + " and \"" + b.text + "\" " +
                where(b.rect));
        }
    }

    void say(const std::string& line) { text_ += "  " + line + "\n"; }

    const Panels& panels_;
    std::string text_;
};

struct Size {
    float width, height;
};

/// Walks over a log, at all sizes of text and all content scales of a window of a size.
void walk(const std::filesystem::path& log, Size size) {
    for (const float content : {1.0F, 1.25F, 2.0F}) {
        for (const float text : {0.8F, 1.0F, 2.0F}) {
            tests::PanelOptions options;
            // The window is never smaller than 640 x 480 things of the content scale.
            options.width = std::max(size.width, 640 * content);
            options.height = std::max(size.height, 480 * content);
            options.content_scale = content;
            options.text_scale = text;
            options.now = tests::test_now();
            options.desktop = {true, true, true};
            Panels panels(log, options);
            for (const Stop& stop : all_stops()) {
                panels.session().state() = UiState{};
                panels.frames(1);
                stop.go(panels);
                panels.frames(2);
                const Findings found(panels);
                INFO(options.width << " x " << options.height << ", content scale " << content << ", text "
                                   << text << ", " << stop.name << ":\n"
                                   << found.text());
                CHECK(found.text().empty());
            }
        }
    }
}

struct SampleRoom {
    tests::TemporaryFolder folder{tests::TemporaryFolder::Disk::memory};
    std::filesystem::path file = folder.path() / "log.db";

    SampleRoom() {
        auto made = shell::make_sample_log(file, tests::test_services(), words::Catalogue());
        REQUIRE(made.ok());
        REQUIRE((*made)->apply(SetProfile{}).ok());
    }
};

struct EmptyRoom {
    tests::TemporaryFolder folder{tests::TemporaryFolder::Disk::memory};
    std::filesystem::path file = folder.path() / "log.db";

    EmptyRoom() { REQUIRE(tests::open_log(file)->apply(SetProfile{}).ok()); }
};

}  // namespace

TEST_CASE("in the smallest window nothing is cut off, covered or outside", "[layout]") {
    const SampleRoom room;
    walk(room.file, {640, 480});
}

TEST_CASE("in a small window nothing is cut off, covered or outside", "[layout]") {
    const SampleRoom room;
    walk(room.file, {800, 600});
}

TEST_CASE("in a window as it opens nothing is cut off, covered or outside", "[layout]") {
    const SampleRoom room;
    walk(room.file, {1280, 800});
}

TEST_CASE("on a 4K screen nothing is cut off, covered or outside", "[layout]") {
    const SampleRoom room;
    walk(room.file, {3840, 2160});
}

TEST_CASE("an empty log is laid out as well as a full one", "[layout]") {
    const EmptyRoom room;
    walk(room.file, {640, 480});
    walk(room.file, {1280, 800});
}

TEST_CASE("the first start is laid out at every size", "[layout]") {
    const tests::TemporaryFolder folder(tests::TemporaryFolder::Disk::memory);
    for (const Size size : {Size{640, 480}, Size{800, 600}, Size{1280, 800}, Size{3840, 2160}}) {
        for (const float text : {0.8F, 1.0F, 2.0F}) {
            tests::PanelOptions options;
            options.width = size.width;
            options.height = size.height;
            options.text_scale = text;
            options.now = tests::test_now();
            Panels panels(folder.path() / "none.db", options);
            const Findings found(panels);
            INFO(size.width << " x " << size.height << ", text " << text << ":\n" << found.text());
            CHECK(found.text().empty());
        }
    }
}
