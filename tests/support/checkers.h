#pragma once

#include <string>

namespace unknot::tests {

/// The path of a checker that others wrote. Where it is not installed, the test that asks for it is skipped
/// by name; under CI=true it fails.
[[nodiscard]] std::string checker(const std::string& program);      ///< from Debian
[[nodiscard]] std::string npm_checker(const std::string& program);  ///< from build/npm
[[nodiscard]] std::string npm_modules();  ///< all that is there, for tests/npm/*.mjs
/// A module of Python, as Debian packages it; used with `python3`.
void require_python_module(const std::string& module);

/// A file or folder of the source tree: "assets/unknot.1".
[[nodiscard]] std::string in_source(const std::string& path);

}  // namespace unknot::tests
