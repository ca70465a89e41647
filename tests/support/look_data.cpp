#include "tests/support/look_data.h"

#include <fstream>

namespace unknot::tests {

nlohmann::ordered_json look_data(const std::string& name) {
    return nlohmann::ordered_json::parse(std::ifstream(UNKNOT_TEST_SOURCES "/../assets/look/" + name));
}

}  // namespace unknot::tests
