#include "app/cli/run.h"

int main(int argc, char** argv) {
    return unknot::cli::run(argc, argv);
}
