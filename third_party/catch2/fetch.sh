#!/usr/bin/env bash
# Unpacks Catch2 3 from a newer Debian suite beside the build, never over the system; prints the folder to find it in.
# The mirror is the machine's own, asked from apt; the index's signature is checked with Debian's keyring.
set -euo pipefail

suites=(bookworm-backports trixie)
cache=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/unknot/catch2
if [ -e "$cache/usr/include/catch2/catch_test_macros.hpp" ]; then
    echo "$cache/usr"
    exit 0
fi

keyring=/usr/share/keyrings/debian-archive-keyring.gpg
mirror=$(apt-get indextargets --format '$(REPO_URI)|$(ORIGIN)|$(COMPONENT)' 'Created-By: Packages' |
    awk -F'|' '$2 == "Debian" && $3 == "main" && $1 !~ /security/ {print $1; exit}')
if [ -z "$mirror" ]; then
    echo "no Debian mirror is known to apt; run apt-get update" >&2
    exit 1
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work"/{state/lists/partial,cache/archives/partial,download} "$cache"
for suite in "${suites[@]}"; do
    echo "deb [signed-by=$keyring] $mirror $suite main" >"$work/sources.list"
    options=(-o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=/dev/null
        -o Dir::State="$work/state" -o Dir::State::Status=/var/lib/dpkg/status -o Dir::Cache="$work/cache"
        -o Acquire::Check-Valid-Until=false -o APT::Sandbox::User=root)
    if apt-get "${options[@]}" update >"$work/log" 2>&1 &&
        (cd "$work/download" && apt-get "${options[@]}" download libcatch2-dev/"$suite" >>"$work/log" 2>&1); then
        dpkg-deb -x "$work"/download/libcatch2-dev_*.deb "$cache"
        echo "$cache/usr"
        exit 0
    fi
done
echo "Catch2 3 could not be fetched from ${suites[*]}:" >&2
tail -n 5 "$work/log" >&2
exit 1
