#include "tests/support/log_maker.h"
#include "tests/support/panel_test.h"
#include "tests/support/pseudo_locale.h"
#include "tests/support/temporary_log.h"

#include "app/words/article.h"
#include "app/words/notices.h"
#include "app/words/user_guide.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <fstream>
#include <functional>
#include <set>
#include <sstream>

using namespace unknot;
using tests::Panels;
using tests::pseudo;
using tests::SeenItem;
using tests::SeenText;

namespace {

/// A note, a tool and an own area as somebody may call them, without the letters that tell a text from around
/// the catalogue.
constexpr const char* note = "Nách dëm Sïtzën";
constexpr const char* tool = "Bäll";

/// A log in which every screen has something to say, and flags of each tier.
void fill(const std::filesystem::path& file) {
    const auto log = tests::open_log(file);
    REQUIRE(log->apply(SetProfile{}).ok());
    const auto put = [&](const std::string& id, const std::string& at, const std::string& area, Side side,
                         PressureLevel pressure) {
        Session made = tests::session(id, at, area, side, pressure);
        made.duration = Duration::of_seconds(270);
        made.soreness_before = Soreness::of(2);
        made.tool = tool;
        made.note = note;
        made.sensations = Sensations{Sensation::held_breath, Sensation::too_sharp};
        REQUIRE(log->apply(LogSession{made}).ok());
    };
    const auto rate = [&](const std::string& id, const std::string& at, const std::string& area, Side side,
                          int soreness, std::optional<Symptoms> signs = std::nullopt) {
        CheckIn made = tests::checkin(id, at, area, side, soreness);
        made.symptoms = signs;
        made.note = note;
        REQUIRE(log->apply(RecordCheckIns{{made}}).ok());
    };
    put("s1", "2026-02-20T19:00:00+01:00", "low_back", Side::right, PressureLevel::moderate);
    put("s2", "2026-03-03T19:00:00+01:00", "calf", Side::left, PressureLevel::strong_but_manageable);
    rate("c1", "2026-03-04T08:00:00+01:00", "calf", Side::left, 5);
    rate("c2", "2026-03-05T08:00:00+01:00", "calf", Side::left, 6);
    rate("c3", "2026-03-06T08:00:00+01:00", "calf", Side::left, 7, Symptoms{Symptom::numbness});
    put("s3", "2026-03-06T19:00:00+01:00", "levator_scapulae", Side::right, PressureLevel::too_much);
    put("s4", "2026-03-05T19:00:00+01:00", "mid_back", Side::center, PressureLevel::light);
    rate("c4", "2026-03-06T09:00:00+01:00", "mid_back", Side::center, 2, Symptoms{});
    put("s5", "2026-03-02T19:00:00+01:00", "neck_back", Side::both, PressureLevel::moderate);
    rate("c5", "2026-03-05T09:00:00+01:00", "neck_back", Side::both, 5);
}

bool overlap(const ImRect& a, const ImRect& b) {
    // Lines of text are boxes with room above and below their letters.
    const float lead_a = a.GetHeight() * 0.25F;
    const float lead_b = b.GetHeight() * 0.25F;
    return a.Min.x + 1 < b.Max.x && b.Min.x + 1 < a.Max.x && a.Min.y + lead_a < b.Max.y - lead_b &&
           b.Min.y + lead_b < a.Max.y - lead_a;
}

/// Wholly scrolled out of sight, or half: a scroll bar shows the rest.
bool in_sight(const SeenText& text) {
    return text.rect.Min.y >= text.clip.Min.y - 1 && text.rect.Max.y <= text.clip.Max.y + 1;
}

std::string place_of(const ImRect& rect) {
    return " at " + std::to_string(static_cast<int>(rect.Min.x)) + "," +
           std::to_string(static_cast<int>(rect.Min.y)) + " to " +
           std::to_string(static_cast<int>(rect.Max.x)) + "," + std::to_string(static_cast<int>(rect.Max.y));
}

/// A text that is wider than what it is drawn into.
void find_cut(const Panels& panels, std::set<std::string>& found) {
    for (const SeenText& text : panels.recorder().texts()) {
        if (in_sight(text) &&
            (text.rect.Min.x < text.clip.Min.x - 1 || text.rect.Max.x > text.clip.Max.x + 1)) {
            found.insert("cut off: " + text.text + place_of(text.rect) + " in" + place_of(text.clip));
        }
    }
}

void find_overlaps(const Panels& panels, std::set<std::string>& found) {
    const auto& texts = panels.recorder().texts();
    for (std::size_t i = 0; i < texts.size(); ++i) {
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
            const bool together =
                texts[i].window == texts[j].window && in_sight(texts[i]) && in_sight(texts[j]);
            if (together && overlap(texts[i].rect, texts[j].rect)) {
                found.insert("on each other: " + texts[i].text + place_of(texts[i].rect) + " and " +
                             texts[j].text + place_of(texts[j].rect));
            }
        }
    }
}

/// A label that is wider than the thing to press that it stands on.
void find_spilled(const Panels& panels, std::set<std::string>& found) {
    for (const SeenItem& item : panels.recorder().items()) {
        for (const SeenText& text : panels.recorder().texts()) {
            const bool on_it = text.window == item.window && item.label == text.text &&
                               item.rect.Contains(text.rect.GetCenter());
            if (on_it && (text.rect.Min.x < item.rect.Min.x - 1 || text.rect.Max.x > item.rect.Max.x + 1)) {
                found.insert("wider than its button: " + text.text + place_of(text.rect) + " on" +
                             place_of(item.rect));
            }
        }
    }
}

/// What others wrote and stays as they did: names, titles, licences.
std::string texts_of_others() {
    std::string all = "Unknot ";
    const auto add = [&](std::string_view text) { all += std::string(text) + " "; };
    add("\u201c" + std::string(words::article_title()) + "\u201d,");
    for (const std::string_view source : words::article_sources()) {
        add(source);
    }
    for (const words::Notice& notice : words::notices()) {
        add(notice.name);
        add(notice.licence);
        add(notice.notice);
    }
    for (const words::UserGuidePart& part : words::user_guide(words::Catalogue())) {
        add(part.terminal);
    }
    for (const words::LicenceText& licence : words::licence_texts()) {
        add(licence.text);
    }
    add(words::own_notice().notice);
    return all;
}

/// Every word of a line for itself: a line may begin with ours and end with others'.
bool is_of_others(const std::string& line, const std::string& others) {
    std::istringstream words(line);
    std::string word;
    while (words >> word) {
        word.erase(std::remove_if(word.begin(), word.end(), [](char c) { return c == '[' || c == ']'; }),
                   word.end());
        if (tests::goes_around_the_catalogue(word) && others.find(word) == std::string::npos) {
            return false;
        }
    }
    return true;
}

void find_english(const Panels& panels, const std::string& others, std::set<std::string>& found) {
    for (const SeenText& text : panels.recorder().texts()) {
        if (tests::goes_around_the_catalogue(text.text) && !is_of_others(text.text, others)) {
            found.insert("goes around the catalogue: " + text.text);
        }
    }
    for (const SeenItem& item : panels.recorder().items()) {
        const bool is_window = ImGui::FindWindowByID(item.id) != nullptr;
        if (!is_window && tests::goes_around_the_catalogue(item.label)) {
            found.insert("a label goes around the catalogue: " + item.label);
        }
    }
}

/// Goes through a window in the language that nobody speaks.
class Walk {
public:
    Walk(float width, float height, float text_scale, bool filled) {
        if (filled) {
            fill(file_);
        }
        tests::PanelOptions options;
        options.width = width;
        options.height = height;
        options.text_scale = text_scale;
        options.now = tests::test_now();
        options.words = locale_.words();
        options.desktop = {true, true, true};
        panels_.emplace(file_, options);
    }

    /// Presses what people know by this English name.
    void press(std::string_view english, std::size_t nth = 0) { panels_->click(pseudo(english), nth); }
    [[nodiscard]] bool shows(std::string_view english) const { return panels_->shows(pseudo(english)); }
    Panels& panels() { return *panels_; }
    [[nodiscard]] std::string file() const { return file_.string(); }

    /// What is wrong with the screen as it is, from its top to its end.
    void look(const std::string& where, const std::string& others = {}) {
        std::set<std::string> found;
        const auto look_once = [&] {
            find_cut(*panels_, found);
            find_overlaps(*panels_, found);
            find_spilled(*panels_, found);
            find_english(*panels_, others, found);
        };
        look_once();
        for (int page = 0; page < 12 && scroll(); ++page) {
            look_once();
        }
        INFO(where);
        for (const std::string& one : found) {
            UNSCOPED_INFO(one);
        }
        CHECK(found.empty());
    }

private:
    /// Every window that scrolls by half its height; false where all are at their end.
    bool scroll() {
        bool moved = false;
        for (ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
            if (window->WasActive && window->Scroll.y + 1 < window->ScrollMax.y) {
                ImGui::SetScrollY(window, std::min(window->ScrollMax.y,
                                                   window->Scroll.y + window->InnerRect.GetHeight() / 2));
                moved = true;
            }
        }
        if (moved) {
            panels_->frames(2);
        }
        return moved;
    }

    tests::TemporaryFolder folder_{tests::TemporaryFolder::Disk::memory};
    std::filesystem::path file_ = folder_.path() / "log.db";
    tests::PseudoLocale locale_;
    std::optional<Panels> panels_;
};

void walk_today(Walk& walk) {
    walk.press("Today");
    walk.look("Today");
    walk.panels().key(ImGuiKey_4);
    walk.look("Today, one check-in answered");
    walk.press("More");
    walk.look("Today, every warning sign");
    walk.panels().type("?");
    walk.look("the keys");
    walk.panels().key(ImGuiKey_Escape);
}

void walk_log(Walk& walk) {
    walk.press("Log");
    walk.look("Log");
    walk.press("Save");
    walk.look("Log, with what is missing");
    if (walk.shows("Show the map")) {
        walk.press("Show the map");
        walk.look("Log, the map");
        walk.press("Close the map");
    }
    walk.press("When");
    walk.look("Log, when");
    walk.press("Another day");
    walk.look("Log, another day");
    walk.press("Tool");
    walk.look("Log, tools");
    walk.panels().key(ImGuiKey_Escape);
    walk.press("Start timer");
    walk.look("Log, the timer");
    walk.press("Done");
    walk.look("Log, the timer's time");
}

void walk_trends(Walk& walk) {
    walk.press("Trends");
    walk.look("Trends");
    walk.press("Show as a table");
    walk.look("Trends, tables");
    walk.press("Show as charts");
    walk.press("Area");
    walk.look("Trends, areas");
    walk.press("All areas");
    walk.look("Trends, all areas");
    walk.press("Copy a chart\u2026");
    walk.look("Trends, what can be copied");
    walk.panels().key(ImGuiKey_Escape);
}

void walk_history(Walk& walk) {
    walk.press("History");
    walk.look("History");
    walk.press("Range of days");
    walk.look("History, ranges");
    walk.press("Between two dates\u2026");
    walk.look("History, two dates");
    walk.panels().key(ImGuiKey_Escape);
    walk.press("Add a past entry");
    walk.look("History, add");
    walk.press("A check-in");
    walk.look("History, a check-in of the past");
    walk.panels().key(ImGuiKey_Escape);
}

void walk_guide(Walk& walk) {
    const std::string others = texts_of_others();
    walk.press("Guide");
    walk.look("Guide", others);
    for (const char* part :
         {"How hard to press", "When to seek care", "How to use Unknot", "The rules, in numbers", "About"}) {
        if (walk.shows("Part of the guide")) {
            walk.press("Part of the guide");  // narrow: a list to choose from
        }
        walk.press(part);
        walk.look(std::string("Guide, ") + part, others);
    }
    walk.press("Yes", 0);
    walk.press("Yes", 2);
    walk.look("Guide, health questions answered", others);
}

/// Files that are opened: named in Settings, offered, imported, and one that cannot be.
void walk_opening(Walk& walk) {
    const tests::TemporaryFolder folder(tests::TemporaryFolder::Disk::memory);
    const auto file = folder.path() / "in.json";
    std::ofstream(file) << R"({"sessions": [{"id": "opened", "started_at": "2026-03-05T19:40:00+01:00",
        "area": "shin", "side": "left", "pressure": 3}], "checkins": []})";
    walk.panels().key(ImGuiKey_Comma, ImGuiMod_Ctrl);
    walk.panels().session().state().settings.part = views::SettingsPart::log;
    walk.panels().settle();
    walk.press("Import\u2026");
    walk.panels().session().state().settings.path->path = file.string();
    walk.panels().frames();
    walk.look("Settings, which file to import", walk.file() + " " + file.string());
    walk.press("Look into it");
    walk.panels().settle();
    walk.look("what importing would do", walk.file() + " " + file.string());
    walk.press("Import it");
    walk.panels().settle();
    walk.look("imported", walk.file());
    walk.panels().session().open_files({walk.file()});
    walk.panels().frames();
    walk.look("a file that cannot be imported", walk.file());
    walk.press("Close");
}

/// A log joined with another one, from the dialog that asks for it to what came of it.
void walk_merge(Walk& walk) {
    const tests::TemporaryFolder folder(tests::TemporaryFolder::Disk::memory);
    const auto other = folder.path() / "other.db";
    REQUIRE(tests::open_log(other)->apply(LogSession{tests::sample_session("of-another")}).ok());
    walk.panels().key(ImGuiKey_Comma, ImGuiMod_Ctrl);
    walk.panels().session().state().settings.part = views::SettingsPart::log;
    walk.panels().settle();
    walk.press("Join another log\u2026");
    walk.panels().session().state().settings.path->path = other.string();
    walk.panels().frames();
    walk.look("Settings, which log to join", walk.file() + " " + other.string());
    walk.press("Look into it");
    walk.panels().settle();
    walk.look("Settings, what joining would do", walk.file() + " " + other.string());
    walk.panels().pass(60);  // a notice of before goes, which lies over the dialog's lower edge
    walk.panels().frames();
    walk.press("Join it");
    walk.panels().settle();
    CHECK_FALSE(walk.panels().session().state().settings.merging.has_value());
    walk.look("Settings, joined", walk.file());
}

void walk_tools(Walk& walk) {
    walk.panels().key(ImGuiKey_Comma, ImGuiMod_Ctrl);
    walk.panels().session().state().settings.part = views::SettingsPart::tools;
    walk.panels().settle();
    walk.look("Settings, tools");
    walk.press("Add a tool");
    walk.look("Settings, a new tool");
    walk.press("Add the tool");
    walk.look("Settings, a tool without a name");
    walk.panels().session().state().settings.tool->to = tool;
    walk.panels().frames();
    walk.press("Add the tool");
    walk.look("Settings, a tool that is there already");
    walk.panels().key(ImGuiKey_Escape);
}

void walk_all(float width, float height, float text_scale) {
    {
        Walk walk(width, height, text_scale, true);
        walk_today(walk);
        walk_log(walk);
        walk_trends(walk);
        walk_history(walk);
        walk_guide(walk);
        walk_tools(walk);
        walk_opening(walk);
        walk_merge(walk);
    }
    Walk empty(width, height, text_scale, false);
    empty.look("the first start");
    empty.press("Start my log");
    for (const char* screen : {"Today", "Log", "Trends", "History", "Guide"}) {
        empty.press(screen);
        empty.look(std::string("an empty log: ") + screen, texts_of_others());
    }
}

}  // namespace

TEST_CASE("every text of the window is in the catalogue, and 40 % longer ones still have room",
          "[views][words][panel]") {
    walk_all(1280, 800, 1);
}

TEST_CASE("texts 40 % longer have room in the smallest window", "[views][words][panel]") {
    walk_all(640, 480, 1);
}

TEST_CASE("texts 40 % longer have room at twice their size", "[views][words][panel]") {
    walk_all(1280, 800, 2);
}

TEST_CASE("what goes around the catalogue is found", "[words]") {
    CHECK(tests::goes_around_the_catalogue("Nothing is due"));
    CHECK_FALSE(tests::goes_around_the_catalogue(pseudo("Nothing is due")));
    CHECK(pseudo("**{0}** since {1}.") == "[**{0}** sïïncëë {1}.ïïïï]");
    CHECK(pseudo("Pause").size() > 7);
    CHECK(pseudo("{0}: {1}") == "{0}: {1}");
}
