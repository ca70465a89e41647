#!/usr/bin/env bash
# LibreOffice opens the workbook that the program exports, and finds in it what was logged; part of ./dev check.
#
#     libreoffice.sh PROGRAM
program=$(readlink -f "$1") || exit 1
command -v soffice >/dev/null || { echo "LibreOffice is not installed"; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME=$folder UNKNOT_NOW=2026-03-07T20:00:00+01:00

# LibreOffice says nothing by its exit status: it is the file that it makes, or does not.
opened() {
    rm -f "$folder"/*.csv
    # All sheets, each into a file of its own.
    soffice --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' \
        --outdir "$folder" "$1" >/dev/null 2>&1
    grep -q "$2" "$folder"/*Soreness*.csv 2>/dev/null
}

"$program" --db "$folder/log.db" checkin calf --side left 4 --note planted || exit 1
"$program" --db "$folder/log.db" export --format xlsx --notes -o "$folder/log.xlsx" || exit 1
printf 'PK\003\004 no workbook' >"$folder/broken.xlsx"
if opened "$folder/broken.xlsx" planted; then
    echo "the check takes a file that is no workbook"
    exit 1
fi
opened "$folder/log.xlsx" planted || { echo "LibreOffice does not find the note"; exit 1; }
