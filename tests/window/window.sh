#!/usr/bin/env bash
# The released program's real window, on a virtual display.
cd "$(dirname "$0")/../.." || exit 1
exec python3 tests/window/test_window.py build/release/unknot
