#include "tests/support/scene.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace unknot::tests {

Finished Scene::run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"--db", db});
    return run_program(arguments, environment);
}

std::string Scene::put(const std::string& name, const std::string& content) const {
    std::ofstream(path(name), std::ios::binary) << content;
    return path(name);
}

std::string content_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

bool is_one_sentence(const std::string& text) {
    return std::count(text.begin(), text.end(), '\n') == 1 && text.size() > 10;
}

}  // namespace unknot::tests
