#include "app/views/kit/body.h"
#include "app/views/kit/shape_cache.h"
#include "app/views/kit/text.h"
#include "app/views/kit/text_cache.h"
#include "app/views/kit/tier.h"
#include "tests/support/panel_test.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

using namespace unknot;

namespace {

/// Does something within a frame of a real window.
template <typename Use>
void in_some_frame(Use&& use) {
    const tests::TemporaryFolder folder(tests::TemporaryFolder::Disk::memory);
    tests::PanelOptions options;
    options.now = tests::test_now();
    tests::Panels panels(folder.path() / "log.db", options);
    panels.within_frame(std::forward<Use>(use));
}

/// One of each drawing that is kept.
void draw_all(const kit::Ui& ui, const ImVec2& at, look::Colour colour) {
    const auto rect = [&](float x, float y, float width, float height) {
        return ImRect(at.x + x, at.y + y, at.x + x + width, at.y + y + height);
    };
    kit::fill(rect(0, 0, 120, 40), colour, 8);
    kit::outline(rect(0, 0, 120, 40), colour, 1.5F, 8);
    kit::draw_icon(look::IconName::calendar, {at.x + 10, at.y + 50}, 24, colour);
    kit::draw_badge(ui, guidance::Tier::pause, {at.x + 40, at.y + 50}, 20);
    kit::mini_body(ui, {at.x, at.y + 80}, AreaCatalogue(), {"calf", Side::left});
    kit::BodyMarks marks;
    marks.chosen = TrackKey{"shin", Side::right};
    (void)kit::body_map(ui, rect(140, 0, 400, 420), marks);
}

struct Drawn {
    std::vector<ImDrawVert> vertices;
    std::vector<ImDrawIdx> indices;  ///< the first vertex is number 0
};

/// What the drawings add to a window of their own.
Drawn drawn(const char* window, const kit::Ui& ui, const ImVec2& at, look::Colour colour) {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({1280, 800});
    ImGui::Begin(window);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const kit::ShapeCache::Mark before = kit::ShapeCache::mark(list);
    draw_all(ui, at, colour);
    Drawn found{{list.VtxBuffer.begin() + before.vertices, list.VtxBuffer.end()},
                {list.IdxBuffer.begin() + before.indices, list.IdxBuffer.end()}};
    for (ImDrawIdx& index : found.indices) {
        index = static_cast<ImDrawIdx>(index - before.first);
    }
    ImGui::End();
    return found;
}

bool same_point(const ImDrawVert& a, const ImDrawVert& b) {
    return std::abs(a.pos.x - b.pos.x) < 0.001F && std::abs(a.pos.y - b.pos.y) < 0.001F && a.uv.x == b.uv.x &&
           a.uv.y == b.uv.y && a.col == b.col;
}

}  // namespace

TEST_CASE("a drawing that was kept is the one that would be made anew, wherever it stands", "[kit]") {
    in_some_frame([](const kit::Ui& ui) {
        kit::ShapeCache* const cache = kit::ShapeCache::current();
        REQUIRE(cache != nullptr);
        const look::Colour colour{10, 90, 160, 255};
        (void)drawn("first", ui, {20, 30}, colour);
        const std::size_t kept = cache->kept_bytes();
        CHECK(kept > 0);
        const Drawn again = drawn("again", ui, {57, 41}, colour);
        CHECK(cache->kept_bytes() == kept);
        ImGui::GetIO().UserData = nullptr;
        const Drawn anew = drawn("anew", ui, {57, 41}, colour);
        ImGui::GetIO().UserData = cache;
        REQUIRE(again.vertices.size() == anew.vertices.size());
        CHECK(again.indices == anew.indices);
        CHECK(std::equal(again.vertices.begin(), again.vertices.end(), anew.vertices.begin(), same_point));
        // Another colour is another drawing.
        const Drawn other = drawn("other", ui, {57, 41}, {200, 90, 160, 255});
        CHECK_FALSE(std::equal(other.vertices.begin(), other.vertices.end(), anew.vertices.begin(),
                               anew.vertices.end(), same_point));
    });
}

TEST_CASE("what is drawn no more is not kept for good", "[kit]") {
    in_some_frame([](const kit::Ui& ui) {
        kit::ShapeCache& cache = *kit::ShapeCache::current();
        for (int frame = 0; frame < 200; ++frame) {
            cache.begin_frame();
            ImGui::Begin(std::to_string(frame).c_str());
            ImGui::GetWindowDrawList()->PushClipRectFullScreen();
            for (int i = 0; i < 40; ++i) {
                const auto blue = static_cast<std::uint8_t>(i);
                const auto red = static_cast<std::uint8_t>(frame);
                kit::draw_icon(look::IconName::calendar, {100, 100}, 24, {red, 0, blue, 255});
            }
            ImGui::GetWindowDrawList()->PopClipRect();
            ImGui::End();
        }
        CHECK(cache.kept_bytes() > 0);
        CHECK(cache.kept_bytes() < std::size_t{6} * 1024 * 1024);
        kit::TextCache texts;
        kit::Ui with = ui;
        with.texts = &texts;
        for (int i = 0; i < 20'000; ++i) {
            texts.begin_frame();
            (void)kit::text_width(with, "text number " + std::to_string(i), look::type::body);
        }
        CHECK(texts.kept_bytes() < std::size_t{2} * 1024 * 1024);
    });
}

TEST_CASE("a text that is known has the width and the lines that it had when it was measured", "[kit]") {
    in_some_frame([](const kit::Ui& ui) {
        kit::TextCache texts;
        kit::Ui with = ui;
        with.texts = &texts;
        kit::Ui without = ui;
        without.texts = nullptr;
        for (const std::string_view text :
             {"", "Calf", "Sore for nine days in a row, and it has not been below four since Monday.",
              "One line\nand another\n\nafter an empty one", "Ein Wort: Oberschenkelrückseitenmuskulatur",
              "小腿 is not in the embedded fonts"}) {
            for (const float width : {30.0F, 120.0F, 300.0F}) {
                INFO(text << " at " << width);
                const auto anew = kit::wrapped(without, text, look::type::body, width);
                for (int time = 0; time < 2; ++time) {
                    CHECK(kit::wrapped(with, text, look::type::body, width) == anew);
                    CHECK(kit::paragraph_height(with, text, look::type::body, width) ==
                          kit::paragraph_height(without, text, look::type::body, width));
                }
            }
            CHECK(kit::text_width(with, text, look::type::body) ==
                  kit::text_width(without, text, look::type::body));
            CHECK(kit::text_width(with, text, look::type::body_bold) ==
                  kit::text_width(without, text, look::type::body_bold));
        }
    });
}
