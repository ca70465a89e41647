#include "app/cli/run.h"
#include "app/platform/environment.h"
#include "app/platform/machine.h"
#include "app/platform/sound.h"
#include "app/shell/window.h"

#include <string_view>

namespace {

unknot::cli::WindowAnswer open_window(const unknot::cli::WindowRequest& request) {
    namespace platform = unknot::platform;
    const unknot::shell::WindowOptions options{request.file,
                                               request.words,
                                               request.language_named,
                                               platform::config_folder().value_or(""),
                                               platform::state_folder().value_or(""),
                                               platform::machine_id(),
                                               platform::default_log_file().value_or(""),
                                               platform::environment("HOME").value_or(""),
                                               UNKNOT_VERSION,
                                               request.trace,
                                               request.opened};
    const unknot::shell::WindowEnd end = unknot::shell::run_window(options);
    return {end.status, end.problem};
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 2 && std::string_view(argv[1]) == unknot::platform::sound_argument) {
        return unknot::platform::sound_process();
    }
    return unknot::cli::run(argc, argv, open_window);
}
