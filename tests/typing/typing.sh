#!/usr/bin/env bash
# Dead keys, Compose and an X input method that others wrote (nabi, for Korean) type into the real window. Part of ./dev check.
#
#     typing.sh PROGRAM
cd "$(dirname "$0")/../.." || exit 1
for needed in nabi setxkbmap xprop; do
    command -v "$needed" >/dev/null || { echo "$needed is not installed"; exit 77; }
done
exec python3 tests/typing/typing.py "$1"
