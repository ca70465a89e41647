// Where the module is a file: in the program that people run.
#include "app/press/parts.h"

#include <dlfcn.h>

#include <filesystem>
#include <stdexcept>
#include <string>

namespace unknot::press {

namespace {

/// Beside the program, as it is built; else where it is installed, counted from the program's folder.
std::filesystem::path module_file() {
    const std::filesystem::path folder = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    const std::filesystem::path beside = folder / "unknot-press.so";
    return std::filesystem::exists(beside)
               ? beside
               : (folder / UNKNOT_MODULE_FOLDER / "unknot-press.so").lexically_normal();
}

const Parts* load() {
    // Never unloaded: GLib's types cannot be registered twice.
    void* const module = ::dlopen(module_file().c_str(), RTLD_NOW | RTLD_LOCAL);
    void* const symbol = module == nullptr ? nullptr : ::dlsym(module, "unknot_press_parts");
    if (symbol == nullptr) {
        throw std::runtime_error(::dlerror());
    }
    return reinterpret_cast<const Parts* (*)()>(symbol)();
}

}  // namespace

const Parts& parts() {
    static const Parts* const loaded = load();
    return *loaded;
}

}  // namespace unknot::press
