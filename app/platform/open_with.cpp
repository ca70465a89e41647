#include "app/platform/open_with.h"

#include "app/platform/programs.h"

namespace unknot::platform {

Result<Done, std::string> open_with_desktop(const std::filesystem::path& path) {
    if (!is_on_path("xdg-open")) {
        return Failed{std::string("xdg-open is not installed")};
    }
    return start_apart({"xdg-open", std::filesystem::absolute(path).string()});
}

}  // namespace unknot::platform
