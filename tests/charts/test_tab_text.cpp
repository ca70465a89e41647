#include "app/charts/tab_text.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;

TEST_CASE("a copied table has a tab between cells and a line for each row", "[charts][copy]") {
    const charts::Table table{{"Day", "Soreness"}, {{"6 March", "3"}, {"7 March", ""}}};
    CHECK(charts::tab_text(table) == "Day\tSoreness\n6 March\t3\n7 March\t\n");
}

TEST_CASE("no cell of a copied table breaks its row, or is run as a formula", "[charts][copy]") {
    const charts::Table table{{"Area"}, {{"a\tb\nc\r"}, {"=1+1"}, {"+1"}, {"-1"}, {"@x"}, {"\"x"}}};
    CHECK(charts::tab_text(table) == "Area\na b c \n =1+1\n +1\n -1\n @x\n \"x\n");
}
