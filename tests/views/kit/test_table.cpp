#include "app/views/kit/table.h"
#include "tests/support/panel_test.h"
#include "tests/support/temporary_log.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;

namespace {

charts::Table table_of(std::size_t rows) {
    charts::Table table{{"Day", "Suggested", "Done"}, {}};
    for (std::size_t i = 0; i < rows; ++i) {
        table.rows.push_back({"Friday 6 March",
                              "Rest until it has settled, then one level lighter and two thirds as long",
                              i % 2 == 0 ? "" : "No session since"});
    }
    return table;
}

/// Measures text in a frame of a real window.
template <typename Use>
void in_frame(float scale, Use&& use) {
    const tests::TemporaryFolder folder(tests::TemporaryFolder::Disk::memory);
    tests::PanelOptions options;
    options.now = tests::test_now();
    options.text_scale = scale;
    tests::Panels panels(folder.path() / "log.db", options);
    panels.within_frame(std::forward<Use>(use));
}

}  // namespace

TEST_CASE("a table's widest columns wrap where they have too little room, and its rows grow", "[kit]") {
    in_frame(1, [](const kit::Ui& ui) {
        const kit::TextTable wide = kit::text_table(ui, table_of(3), 1000);
        const kit::TextTable narrow = kit::text_table(ui, table_of(3), 500);
        CHECK_FALSE(wide.stacked);
        CHECK_FALSE(narrow.stacked);
        CHECK(narrow.widths[1] < wide.widths[1]);
        CHECK(narrow.widths[0] == wide.widths[0]);  // the short ones keep their width
        REQUIRE(narrow.tops.size() == 4);
        CHECK(narrow.tops[1] > wide.tops[1]);
    });
}

TEST_CASE("a table without room for columns is a list, each row as high as its values", "[kit]") {
    in_frame(2, [](const kit::Ui& ui) {
        const kit::TextTable list = kit::text_table(ui, table_of(2), 400);
        CHECK(list.stacked);
        REQUIRE(list.widths.size() == 2);
        REQUIRE(list.tops.size() == 3);
        CHECK(list.tops[1] > 3 * ui.px(20));
    });
}
