#!/bin/sh
# What needs the large libraries finds its module beside the program and where it is installed; without it the rest works, and
# one sentence says what is missing.
program=$1
module=$(dirname "$program")/unknot-press.so
[ -x "$program" ] && [ -f "$module" ] || { echo "$program and its module are not built"; exit 77; }
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
export HOME="$folder" UNKNOT_NOW=2026-03-07T20:00:00+01:00 TZ=Europe/Berlin
unset UNKNOT_DB XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME
fail() { echo "$*"; exit 1; }
mkdir -p "$folder/bin" && cp "$program" "$folder/bin/unknot"
unknot() { "$folder/bin/unknot" --db "$folder/log.db" "$@"; }

unknot log calf --side left --pressure 4 --minutes 6 --before 1 --screening none >/dev/null 2>&1 || fail "nothing could be logged"
unknot export --format csv -o "$folder/tables" >/dev/null || fail "tables need the module"
for what in "chart calf -o $folder/c.svg" "export --format pdf -o $folder/r.pdf" "export --format xlsx -o $folder/t.xlsx"; do
    # The words are split as a shell splits them.
    said=$(unknot $what 2>&1) && fail "it was made without the module: $what"
    [ "$(echo "$said" | wc -l)" = 1 ] || fail "not one sentence: $said"
    case $said in *unknot-press.so*) ;; *) fail "what is missing is not named: $said" ;; esac
done
[ -z "$(find "$folder" -maxdepth 1 \( -name '*.svg*' -o -name '*.pdf*' -o -name '*.xlsx*' \))" ] || fail "something half made was left"

cp "$module" "$folder/bin/"
unknot chart calf -o "$folder/beside.svg" >/dev/null || fail "the module beside the program was not found"
[ -s "$folder/beside.svg" ] || fail "nothing was drawn"

cmake --install "$(dirname "$program")" --prefix "$folder/usr" >/dev/null || fail "it could not be installed"
"$folder/usr/bin/unknot" --db "$folder/log.db" export --format pdf -o "$folder/installed.pdf" >/dev/null ||
    fail "the module was not found where it is installed"
