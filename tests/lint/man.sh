#!/usr/bin/env bash
# The manual page is well-formed, and the check finds a planted mistake.
cd "$(dirname "$0")/../.." || exit 1
command -v groff >/dev/null || { echo "groff is not installed"; exit 77; }
complaints() { groff -ww -man -Tutf8 -z "$1" 2>&1; }

planted=$(mktemp)
trap 'rm -f "$planted"' EXIT
printf '.TH UNKNOT 1\n.SH NAME\n.nosuchmacro\n' >"$planted"
[ -n "$(complaints "$planted")" ] || { echo "the check does not find what was planted"; exit 1; }
found=$(complaints assets/unknot.1)
printf '%s' "$found"
[ -z "$found" ]
