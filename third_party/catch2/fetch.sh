#!/usr/bin/env bash
# Unpacks Catch2 3 from a newer Debian suite beside the build, never over the system; prints the folder to find it in.
set -euo pipefail
. "$(dirname "$0")/../private_apt.sh"

suites=(bookworm-backports trixie)
cache=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/unknot/catch2
if [ -e "$cache/usr/include/catch2/catch_test_macros.hpp" ]; then
    echo "$cache/usr"
    exit 0
fi

mirror=$(debian_mirror)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
private_apt "$work"
mkdir -p "$cache"
for suite in "${suites[@]}"; do
    echo "deb [signed-by=$keyring] $mirror $suite main" >"$work/sources.list"
    if apt-get "${apt_options[@]}" update >"$work/log" 2>&1 &&
        (cd "$work/download" && apt-get "${apt_options[@]}" download libcatch2-dev/"$suite" >>"$work/log" 2>&1); then
        dpkg-deb -x "$work"/download/libcatch2-dev_*.deb "$cache"
        echo "$cache/usr"
        exit 0
    fi
done
echo "Catch2 3 could not be fetched from ${suites[*]}:" >&2
tail -n 5 "$work/log" >&2
exit 1
