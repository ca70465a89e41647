#include "app/sample/ending.h"

namespace unknot::sample {

std::vector<Ending> endings() {
    return {
        {"upper_trapezius", Side::left, 1, {{session_on(0, 3, 2)}}},
        {"calf", Side::right, 4, {{session_on(0, 4, 3), rated_on(1, 5), rated_on(2, 5), rated_on(3, 5)}}},
        {"neck_back", Side::center, 3, {{session_on(0, 3, 2), rated_on(1, 4), rated_on(2, 4)}}},
        {"forearm_outer", Side::right, 6, {{session_on(0, 3, 1)}}},
        {"low_back", Side::center, 4, {{session_on(0, 2, 1), rated_on(1, 1)}}},
        {"foot_sole", Side::left, 3, {{session_on(0, 3, 2), rated_on(1, 3), rated_on(2, 2)}}},
    };
}

}  // namespace unknot::sample
