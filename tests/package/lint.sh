#!/usr/bin/env bash
# The Debian package is clean under the checkers of Debian and freedesktop.org, small, and holds what `cmake --install`
# installs; the checks find what is planted. Part of ./dev check, which makes the package: build/package.
cd "$(dirname "$0")/../.." || exit 1
for checker in lintian desktop-file-validate appstreamcli man; do
    command -v "$checker" >/dev/null || { echo "$checker is not installed"; exit 77; }
done
package=$(echo build/package/*.deb)
[ -f "$package" ] || { echo "there is no package: ./dev package --here"; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
status=0
wrong() {
    echo "$1"
    status=1
}

dpkg-deb -R "$package" "$folder/unpacked"
share=$folder/unpacked/usr/share
validate() { desktop-file-validate "$1" 2>&1; }
complaints() { MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$1" 2>&1 >/dev/null; }

sed 's/^Type=.*/Type=Nothing/' "$share/applications/unknot.desktop" >"$folder/planted.desktop"
[ -n "$(validate "$folder/planted.desktop")" ] || wrong "the check finds no planted mistake in a desktop file"
found=$(validate "$share/applications/unknot.desktop")
[ -z "$found" ] || wrong "$found"

printf '.TH UNKNOT 1\n.SH NAME\n.nosuchmacro\n' >"$folder/planted.1"
[ -n "$(complaints "$folder/planted.1")" ] || wrong "the check finds no planted mistake in a manual page"
for page in man1/unknot.1.gz man7/unknot-guide.7.gz; do
    found=$(complaints "$share/man/$page")
    [ -z "$found" ] || wrong "$found"
done

sed 's#<id>.*</id>#<id>unknot</id>#' "$share"/metainfo/*.xml >"$folder/planted.metainfo.xml"
appstreamcli validate --no-net "$folder/planted.metainfo.xml" >/dev/null && wrong "the check takes a planted id"
appstreamcli validate --no-net "$share"/metainfo/*.xml || status=1

cp -r "$folder/unpacked" "$folder/planted" && chmod 0777 "$folder/planted/usr/bin/unknot" &&
    rm "$folder/planted/usr/share/doc/unknot/copyright" &&
    dpkg-deb --root-owner-group -b "$folder/planted" "$folder/planted.deb" >/dev/null
lintian --allow-root --fail-on error,warning "$folder/planted.deb" >/dev/null 2>&1 && wrong "lintian takes a planted package"
lintian --allow-root --fail-on error,warning "$package" || status=1

size=$(cat "$folder"/unpacked/usr/bin/unknot "$folder"/unpacked/usr/lib/*/unknot/unknot-press.so | wc -c)
[ "$size" -le 6000000 ] || wrong "the program has $size bytes; 6 MB is the most"
# 0x89 P N G, then the width at the 17th byte.
for icon in 16 22 24 32 48 64 128 256 512; do
    width=$(od -An -j16 -N4 -tu1 "$share/icons/hicolor/${icon}x$icon/apps/unknot.png" | awk '{print $3 * 256 + $4}')
    [ "$width" = "$icon" ] || wrong "the icon of $icon is $width wide"
done
[ -f "$share/icons/hicolor/scalable/apps/unknot.svg" ] || wrong "there is no icon that scales"

# What is built in is named in the copyright file, as the program itself names it.
while read -r name; do
    grep -qF "$name" "$share/doc/unknot/copyright" || wrong "the copyright file does not name $name"
done <<'NAMES'
Omar Cornut
Sean Barrett
Niels Lohmann
Victor Zverovich
Howard Hinnant
Henry Schreiner
Łukasz Dziedzic
Friedrich Althausen
Kai-Uwe Behrmann
Regenstrief
NAMES

DESTDIR=$folder/installed cmake --install build/package >/dev/null || status=1
diff <(cd "$folder/unpacked" && find usr -type f | sort) <(cd "$folder/installed" && find usr -type f | sort) ||
    wrong "cmake --install installs other files"
exit $status
