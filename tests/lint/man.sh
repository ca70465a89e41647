#!/usr/bin/env bash
# The manual pages are well-formed, the guide holds each of its parts, and the check finds a planted mistake.
cd "$(dirname "$0")/../.." || exit 1
command -v groff >/dev/null || { echo "groff is not installed"; exit 77; }
complaints() { groff -ww -man -Tutf8 -z "$1" 2>&1; }

planted=$(mktemp)
trap 'rm -f "$planted"' EXIT
printf '.TH UNKNOT 1\n.SH NAME\n.nosuchmacro\n' >"$planted"
[ -n "$(complaints "$planted")" ] || { echo "the check does not find what was planted"; exit 1; }
guide=$(mktemp)
trap 'rm -f "$planted" "$guide"' EXIT
python3 assets/guide.py assets >"$guide" || exit 1
parts=$(grep -c '"title"' assets/guide.json)
found=$(complaints assets/unknot.1; complaints "$guide")
printf '%s' "$found"
[ -z "$found" ] || exit 1
[ "$(grep -c '^\.SH' "$guide")" = $((parts + 3)) ] || { echo "the guide has not all of its parts"; exit 1; }
