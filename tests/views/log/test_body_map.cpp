#include "app/look/body_map.h"
#include "app/views/kit/body.h"

#include <catch2/catch_test_macros.hpp>

using namespace unknot;

TEST_CASE("the label point of every shape on both views chooses its own area and side", "[views][log]") {
    for (const look::BodyView view : {look::BodyView::front, look::BodyView::back}) {
        for (const look::BodyArea& shape : look::body(view).areas) {
            const look::BodyArea* hit = look::area_at(view, shape.label, 6);
            INFO(shape.area << " " << name_of(shape.side));
            REQUIRE(hit != nullptr);
            CHECK(hit->area == shape.area);
            CHECK(hit->side == shape.side);
        }
    }
}

TEST_CASE("left and right are the person's own on both views", "[views][log]") {
    for (const look::BodyView view : {look::BodyView::front, look::BodyView::back}) {
        // From the front the person's left lies on the picture's right, from behind on its left.
        const bool left_is_left = view == look::BodyView::back;
        for (const look::BodyArea& shape : look::body(view).areas) {
            INFO(shape.area << " " << name_of(shape.side));
            const bool in_left_half = shape.label.x < look::body_width / 2;
            if (shape.side == Side::left) {
                CHECK(in_left_half == left_is_left);
            } else if (shape.side == Side::right) {
                CHECK(in_left_half != left_is_left);
            }
        }
    }
}
