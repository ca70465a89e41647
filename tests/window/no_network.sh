#!/usr/bin/env bash
# No network, ever: which sockets the program opens, as the kernel sees it.
#
#     no_network.sh PROGRAM
cd "$(dirname "$0")/../.." || exit 1
exec python3 tests/window/no_network.py "$1"
