#!/usr/bin/env bash
# fetch.sh FOLDER: puts the sources of Dear ImGui into FOLDER. The archive is kept in the user's cache, so that the next
# build folder needs no network.
#
# They come from Debian's source package in a newer suite or from upstream's tag: the files are the same, and `hashes`
# vouches for each one that is compiled or included; no other file is unpacked. Where neither place offers the version
# any more, the newest 1.92 of Debian's signed index is taken, and said.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../private_apt.sh"

version=1.92.2b
series=1.92
suites=(forky sid)
upstream=https://github.com/ocornut/imgui/archive/refs/tags/v$version.tar.gz
cache=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/unknot/imgui
folder=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What Debian offers is compared without what it adds: "1.92.2b+ds-1" is 1.92.2b.
plain() { sed -E 's/[+-].*//'; }

# are_the_files_of FOLDER: whether it holds the files that `hashes` vouches for
are_the_files_of() { (cd "$1" && sha256sum --quiet --strict -c "$here/hashes") >"$work/wrong" 2>&1; }

# unpack ARCHIVE: the files that `hashes` names, into $work/unpacked
unpack() {
    local listing top names
    rm -rf "$work/tar" "$work/unpacked"
    mkdir "$work/tar"
    listing=$(cd "$work/tar" && cmake -E tar tf "$1") || return 1
    top=${listing%%/*}
    mapfile -t names < <(awk -v top="$top" '{print top "/" $2}' "$here/hashes")
    (cd "$work/tar" && cmake -E tar xf "$1" -- "${names[@]}") || return 1
    mv "$work/tar/$top" "$work/unpacked"
}

# use ARCHIVE VERSION: ends the script where the archive holds what it should
use() {
    local kept
    unpack "$1" >"$work/log" 2>&1 || { echo "$1 cannot be unpacked:" >&2; tail -n 3 "$work/log" >&2; return 1; }
    if [ "$2" = "$version" ]; then
        are_the_files_of "$work/unpacked" ||
            { echo "$1 is not Dear ImGui $version as it was released:" >&2; head -n 3 "$work/wrong" >&2; return 1; }
    else
        echo "Dear ImGui $version is not offered by Debian, and upstream cannot be reached: building $2, vouched for by Debian's signed index." >&2
    fi
    kept=$cache/imgui-$2.archive
    [ "$2" = "$version" ] || kept=$cache/imgui-$2-instead-of-$version.archive
    mkdir -p "$cache" "$(dirname "$folder")"
    [ "$1" = "$kept" ] || mv "$1" "$kept"
    rm -rf "$folder"
    mv -T "$work/unpacked" "$folder"
    exit 0
}

# download VERSION: from the suites of $work/sources.list to $work/debian.archive
download() {
    rm -f "$work"/download/*
    (cd "$work/download" && apt-get "${apt_options[@]}" source --download-only --tar-only "imgui=$1") >"$work/log" 2>&1 &&
        find "$work/download" -name '*.orig.tar.*' ! -name '*.asc' -exec mv {} "$work/debian.archive" ';'
}

from_debian() {
    local mirror suite offered
    mirror=$(debian_mirror) || return 0
    private_apt "$work"
    for suite in "${suites[@]}"; do
        echo "deb-src [signed-by=$keyring] $mirror $suite main" >>"$work/sources.list"
        apt-get "${apt_options[@]}" update >"$work/log" 2>&1 ||
            { echo "asking $suite failed:" >&2; tail -n 2 "$work/log" >&2; }
        offered=$(apt-cache "${apt_options[@]}" showsrc --only-source imgui 2>/dev/null | sed -n 's/^Version: //p' | sort -V) || true
        newest_of_series=$(grep -E "^${series//./\\.}\." <<<"$offered" | tail -n 1) || true
        offered=$(grep -E "^${version//./\\.}[+-]" <<<"$offered" | tail -n 1) || continue
        if download "$offered"; then
            use "$work/debian.archive" "$version" || true
        else
            tail -n 2 "$work/log" >&2
        fi
    done
}

from_upstream() {
    cat >"$work/download.cmake" <<CMAKE
file(DOWNLOAD $upstream $work/upstream.archive STATUS status TIMEOUT 120 INACTIVITY_TIMEOUT 20 TLS_VERIFY ON)
list(GET status 0 code)
if(code)
    message(FATAL_ERROR "\${status}")
endif()
CMAKE
    if cmake -P "$work/download.cmake" >"$work/log" 2>&1; then
        use "$work/upstream.archive" "$version" || true
    else
        echo "upstream cannot be reached: $(grep -m 1 ';' "$work/log" || true)" >&2
    fi
}

newer_of_debian() {
    [ -n "$newest_of_series" ] || return 0
    if download "$newest_of_series"; then
        use "$work/debian.archive" "$(plain <<<"$newest_of_series")" || true
    fi
}

if [ -d "$folder" ] && are_the_files_of "$folder"; then
    exit 0
fi
for archive in "$cache/imgui-$version.archive" "$cache"/imgui-*-instead-of-"$version".archive; do
    name=$(basename "$archive" .archive)
    name=${name#imgui-}
    if [ -e "$archive" ]; then
        use "$archive" "${name%-instead-of-*}" || true
    fi
done
newest_of_series=
from_debian
from_upstream
newer_of_debian
echo "Dear ImGui $version could be fetched neither from Debian (${suites[*]}) nor from upstream." >&2
exit 1
