#!/usr/bin/env bash
# The Debian package installs in a minimal root of its release with what the release itself has, its program works there
# and on a desktop, and removing it leaves nothing but the log. Part of ./dev check, which makes the package: build/package.
# Pictures of each step: build/package-desktop.
cd "$(dirname "$0")/../.." || exit 1
[ "$(id -u)" = 0 ] || { echo "a root of Debian can be made by root alone"; exit 77; }
for needed in debootstrap Xvfb xdotool dunst dunstctl dbus-daemon import montage rsvg-convert desktop-file-validate systemd-analyze; do
    command -v "$needed" >/dev/null || { echo "$needed is not installed"; exit 77; }
done
/usr/bin/python3 -c 'import xdg' 2>/dev/null || { echo "python3-xdg is not installed"; exit 77; }
package=$(echo "${UNKNOT_PACKAGE:-build/package/*.deb}")
package=$(echo $package)
[ -f "$package" ] || { echo "there is no package: ./dev package --here"; exit 1; }
case $package in
    *~deb12_*) suite=bookworm ;;
    *~deb13_*) suite=trixie ;;
    *) echo "the package is for no release that is known: $package"; exit 77 ;;
esac
. tests/support/debian_root.sh
trap remove_debian_root EXIT
fail() {
    echo "$1"
    exit 1
}

make_debian_root "$suite" "${TMPDIR:-/tmp}" ca-certificates || exit 1
cp "$package" "$debian_root/root/unknot.deb"
files() { (cd "$debian_root" && find etc usr opt srv home root -xdev ! -path 'usr/share/mime/*' | sort); }
in_debian_root apt-get update >/dev/null || fail "apt-get update failed"
# What it depends on goes in first, so that the files from then on are the package's own.
depends=$(dpkg-deb -f "$package" Depends | sed -E 's/\([^)]*\)|,//g; s/\| *[^ ]+//g')
in_debian_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $depends >/dev/null ||
    fail "what it depends on is not in $suite: $depends"
before=$(files)
in_debian_root dpkg -i /root/unknot.deb >/dev/null || fail "it could not be installed"

unknot() { in_debian_root env TZ=Europe/Berlin UNKNOT_NOW=2026-03-07T20:00:00+01:00 unknot "$@"; }
unknot --version || fail "the program does not run"
unknot log calf --side left --pressure 4 --minutes 6 --before 1 --screening none || fail "nothing could be logged"
unknot today | grep -q 'calf' || fail "today does not know what was logged"
unknot export --format pdf -o /root/report.pdf || fail "no report could be made"
head -c 5 "$debian_root/root/report.pdf" | grep -q '^%PDF-' || fail "the report is no PDF"

show_windows_of_debian_root
rm -rf build/package-desktop
/usr/bin/python3 tests/package/desktop.py "$debian_root" build/package-desktop || fail "it is not at home on the desktop"

own() { (cd "$debian_root/root" && find . -path '*unknot*' -type f ! -name '*-shm' ! -name '*-wal' -exec sha256sum {} + | sort); }
kept=$(own)
in_debian_root env DEBIAN_FRONTEND=noninteractive apt-get remove -y unknot >/dev/null || fail "it could not be removed"
[ -n "$kept" ] && [ "$kept" = "$(own)" ] || fail "removing it touches what is the user's"
echo "of the user: $(echo "$kept" | sed 's/^[^ ]* *//' | tr '\n' ' ')"
in_debian_root rm -rf /root/.local /root/.config /root/.cache /root/report.pdf /root/other "/root/from a phone.json"
left=$(diff <(printf '%s\n' "$before") <(files)) && exit 0
echo "$left" | grep -E '^[<>] ' | grep -vE '/(info/|dpkg|ldconfig|icon-theme\.cache)' && fail "removing it leaves files"
exit 0
