#include "tests/support/golden.h"

#include <cairo.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

namespace unknot::tests {

namespace {

constexpr int clear_difference = 60;  ///< of a colour's 255
constexpr double share_allowed = 0.01;

struct FreeSurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, FreeSurface>;

bool approving() {
    const char* approve = std::getenv("UNKNOT_APPROVE");
    return approve != nullptr && std::string(approve) == "1";
}

std::filesystem::path golden_file(const std::string& name) {
    return std::filesystem::path(UNKNOT_TEST_SOURCES) / "golden" / name;
}

/// Where the pictures of a failure are kept, beside the build.
std::filesystem::path kept_file(const std::string& name, const std::string& what) {
    const std::filesystem::path file =
        std::filesystem::path(UNKNOT_TEST_OUTPUT) / (std::filesystem::path(name).stem().string() + what);
    std::filesystem::create_directories(file.parent_path());
    return file;
}

void put(const std::filesystem::path& file, const std::string& content) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
}

std::string content_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

Surface read_png(const std::filesystem::path& file) {
    return Surface(cairo_image_surface_create_from_png(file.c_str()));
}

int largest_difference(const unsigned char* a, const unsigned char* b) {
    int largest = 0;
    for (int part = 0; part < 3; ++part) {
        largest = std::max(largest, std::abs(static_cast<int>(a[part]) - static_cast<int>(b[part])));
    }
    return largest;
}

/// The share of pixels that differ clearly; blackens all others in `shown`.
double differing_share(const Surface& actual, const Surface& expected, const Surface& shown) {
    const int width = cairo_image_surface_get_width(actual.get());
    const int height = cairo_image_surface_get_height(actual.get());
    const int stride = cairo_image_surface_get_stride(actual.get());
    const unsigned char* a = cairo_image_surface_get_data(actual.get());
    const unsigned char* e = cairo_image_surface_get_data(expected.get());
    cairo_surface_flush(shown.get());
    unsigned char* s = cairo_image_surface_get_data(shown.get());
    long differing = 0;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const int at = y * stride + 4 * x;
            const bool clear = largest_difference(a + at, e + at) > clear_difference;
            differing += clear ? 1 : 0;
            std::fill(s + at, s + at + 3, static_cast<unsigned char>(clear ? 255 : 0));
        }
    }
    cairo_surface_mark_dirty(shown.get());
    return static_cast<double>(differing) / (static_cast<double>(width) * height);
}

}  // namespace

std::string golden_difference(const std::string& name, const std::string& text) {
    if (approving()) {
        put(golden_file(name), text);
        return {};
    }
    const std::string expected = content_of(golden_file(name));
    if (text == expected) {
        return {};
    }
    put(kept_file(name, "-actual.txt"), text);
    const auto [a, b] = std::mismatch(text.begin(), text.end(), expected.begin(), expected.end());
    return fmt::format("{} differs from line {} on; what came out is in {}", name,
                       std::count(text.begin(), a, '\n') + 1, kept_file(name, "-actual.txt").string());
}

std::string picture_difference(const std::string& name, const std::string& png) {
    if (approving()) {
        put(golden_file(name), png);
        return {};
    }
    const auto kept_actual = kept_file(name, "-actual.png");
    put(kept_actual, png);
    const Surface actual = read_png(kept_actual);
    const Surface shown(cairo_image_surface_create(CAIRO_FORMAT_RGB24,
                                                   cairo_image_surface_get_width(actual.get()),
                                                   cairo_image_surface_get_height(actual.get())));
    const Surface expected = read_png(golden_file(name));
    std::string problem;
    if (cairo_surface_status(actual.get()) != CAIRO_STATUS_SUCCESS ||
        cairo_surface_status(expected.get()) != CAIRO_STATUS_SUCCESS) {
        problem = "one of the two cannot be read";
    } else if (cairo_image_surface_get_width(actual.get()) != cairo_image_surface_get_width(expected.get()) ||
               cairo_image_surface_get_height(actual.get()) !=
                   cairo_image_surface_get_height(expected.get())) {
        problem = "the sizes differ";
    } else if (const double share = differing_share(actual, expected, shown); share > share_allowed) {
        problem = fmt::format("{:.1f} % of the pixels differ", 100 * share);
        cairo_surface_write_to_png(shown.get(), kept_file(name, "-difference.png").c_str());
    }
    if (problem.empty()) {
        std::filesystem::remove(kept_actual);
        return {};
    }
    put(kept_file(name, "-expected.png"), content_of(golden_file(name)));
    return fmt::format("{}: {}; actual, expected and difference are kept beside {}", name, problem,
                       kept_actual.string());
}

}  // namespace unknot::tests
