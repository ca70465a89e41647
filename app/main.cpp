#include "app/cli/run.h"
#include "app/shell/window.h"

namespace {

unknot::cli::WindowAnswer open_window(const unknot::cli::WindowRequest& request) {
    unknot::shell::WindowOptions options{request.file, request.words, {}, 1, 1280, 800};
    const unknot::shell::WindowEnd end = unknot::shell::run_window(options);
    return {end.status, end.problem};
}

}  // namespace

int main(int argc, char** argv) {
    return unknot::cli::run(argc, argv, open_window);
}
