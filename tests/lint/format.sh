#!/usr/bin/env bash
# Every source is as clang-format leaves it.
cd "$(dirname "$0")/../.." || exit 1
command -v clang-format-14 >/dev/null || { echo "clang-format-14 is not installed"; exit 77; }
git ls-files '*.cpp' '*.h' | xargs clang-format-14 --dry-run --Werror
