#include "app/charts/dose.h"
#include "app/paper/painter.h"
#include "app/paper/picture_file.h"
#include "tests/charts/scene.h"
#include "tests/support/golden.h"
#include "tests/support/pdf_text.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace unknot;
using namespace unknot::tests;
using paper::PictureFormat;

namespace {

const words::Catalogue english;

/// All charts of the eight weeks below one another, as long as a name can be.
charts::Picture all_charts(const paper::Typesetter& typesetter) {
    const ChartScene scene = eight_weeks();
    const auto& areas = *scene.snapshot.catalogue;
    const auto& series = scene.track("levator_scapulae", Side::left);
    const auto window = charts::window_of(*parse_iso_day("2026-09-27"), *parse_iso_day("2026-11-21"));
    charts::TimelineFrame frame;
    frame.width = 720;
    frame.heading =
        "Left: Die längste Stelle am ganzen Rücken, der je ein Mensch einen Namen gab, damals im Herbst";
    frame.window = window;
    charts::DoseFrame dose;
    dose.window = window;
    charts::SmallFrame small;
    small.window = window;
    charts::CalendarFrame months;
    months.width = 720;
    months.first = *parse_iso_day("2026-10-01");
    months.last = months.today = series.today;
    charts::Picture whole;
    whole.width = 720;
    for (const charts::Picture& part :
         {charts::timeline(series, frame, english, typesetter.measure()),
          charts::dose_chart(series, dose, english, typesetter.measure()),
          charts::small_multiples(scene.all, small, areas, english, typesetter.measure()),
          charts::calendar(charts::calendar_days(scene.all), months, english),
          charts::body_map(scene.all, {}, areas, english, typesetter.measure())}) {
        charts::place(whole, part, {0, whole.height});
        whole.height += part.height + 40;
    }
    return whole;
}

std::string file_of(PictureFormat format, const look::Theme& theme = paper::paper_theme()) {
    const paper::Typesetter typesetter;
    const paper::PictureFacts facts{"All charts", *parse_iso_instant("2026-11-21T08:16:00+01:00")};
    const auto file = paper::picture_file(all_charts(typesetter), theme, typesetter, format, facts);
    REQUIRE(file.ok());
    return *file;
}

/// The exit status of a checker that others wrote, run on the bytes; nothing where it is not installed.
std::optional<int> checked(const std::string& checker, const std::string& arguments,
                           const std::string& bytes) {
    if (std::system(("command -v " + checker + " >/dev/null").c_str()) != 0) {
        return std::nullopt;
    }
    const TemporaryFolder folder;
    const auto file = folder.path() / "picture";
    std::ofstream(file, std::ios::binary) << bytes;
    return std::system((checker + " " + arguments + " " + file.string() + " >/dev/null 2>&1").c_str());
}

void check_with(const std::string& checker, const std::string& arguments, const std::string& bytes) {
    const auto status = checked(checker, arguments, bytes);
    if (!status) {
        SKIP(checker + " is not installed");
    }
    CHECK(checked(checker, arguments, bytes.substr(0, bytes.size() / 2)) != 0);
    CHECK(status == 0);
}

}  // namespace

TEST_CASE("charts look as approved on paper", "[paper]") {
    CHECK(picture_difference("paper/all_charts.png", file_of(PictureFormat::png)) == "");
}

TEST_CASE("charts look as approved in the dark", "[paper]") {
    CHECK(picture_difference("paper/all_charts_dark.png", file_of(PictureFormat::png, look::dark_theme())) ==
          "");
}

TEST_CASE("a picture that does not look as approved is found and kept", "[pictures]") {
    const std::string dark = file_of(PictureFormat::png, look::dark_theme());
    CHECK(picture_difference("paper/all_charts.png", dark).find("of the pixels differ") != std::string::npos);
    const std::filesystem::path kept = UNKNOT_TEST_OUTPUT;
    for (const char* what : {"actual", "expected", "difference"}) {
        CHECK(std::filesystem::remove(kept / (std::string("all_charts-") + what + ".png")));
    }
}

TEST_CASE("the same picture gives the same bytes in every format", "[paper]") {
    for (const auto format : {PictureFormat::svg, PictureFormat::png, PictureFormat::pdf}) {
        CHECK(file_of(format) == file_of(format));
    }
}

TEST_CASE("rsvg-convert reads the SVG, and rejects half of it", "[paper]") {
    check_with("rsvg-convert", "--format=png", file_of(PictureFormat::svg));
}

TEST_CASE("pngcheck accepts the PNG, and rejects half of it", "[paper]") {
    check_with("pngcheck", "-q", file_of(PictureFormat::png));
}

TEST_CASE("a chart in a PDF is vectors with its text in it", "[paper]") {
    const std::string pdf = file_of(PictureFormat::pdf);
    CHECK(pdf.rfind("%PDF-", 0) == 0);
    CHECK(unpacked_pdf(pdf).find("/S /Figure") != std::string::npos);
}

TEST_CASE("a file's ending names its format, and nothing else does", "[paper]") {
    CHECK(paper::format_named("a.svg") == PictureFormat::svg);
    CHECK(paper::format_named("dir.svg/a.PNG") == PictureFormat::png);
    CHECK(paper::format_named("a.b.pdf") == PictureFormat::pdf);
    for (const char* name : {"", "svg", "a.svg.txt", "a.", "a.jpeg"}) {
        CHECK(paper::format_named(name) == std::nullopt);
    }
}

TEST_CASE("what stands round a figure is called once before and once after it", "[paper]") {
    const paper::Typesetter typesetter;
    std::string calls;
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 10, 10);
    cairo_t* canvas = cairo_create(surface);
    paper::paint(canvas, {}, paper::paper_theme(), typesetter,
                 {[&](std::string_view name) { calls += "<" + std::string(name) + ">"; },
                  [&](std::string_view name) { calls += "</" + std::string(name) + ">"; }});
    cairo_destroy(canvas);
    cairo_surface_destroy(surface);
    CHECK(calls == "<Figure></Figure>");
}

TEST_CASE("a text of any script is as wide as it is drawn, and an empty one has no width", "[paper]") {
    const paper::Typesetter typesetter;
    for (const char* text : {"Wade", "عضلة الساق", "पिंडली", "น่อง", "ふくらはぎ", "👣"}) {
        CHECK(typesetter.width(text, charts::TextRole::body) > 0);
        CHECK(typesetter.width(text, charts::TextRole::body) <
              typesetter.width(text, charts::TextRole::head));
    }
    CHECK(typesetter.width("", charts::TextRole::body) == 0);
}
