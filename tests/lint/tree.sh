#!/usr/bin/env bash
# Files stay small; nothing names a mirror, a place on this machine or an unfinished piece of work.
cd "$(dirname "$0")/../.." || exit 1
status=0

while read -r lines file; do
    if [ "$file" != total ] && [ "$lines" -gt 400 ]; then
        echo "$file has $lines lines; 400 is the most"
        status=1
    fi
done < <(git ls-files 'app/*.cpp' 'app/*.h' 'storage/*.cpp' 'storage/*.h' | xargs wc -l)

# Written in two halves, so that this script does not find itself.
unfinished='TO''DO|FIX''ME|X''XX|not impl''emented|place''holder|coming so''on'
if git grep -nIE "$unfinished" -- app storage tests; then
    status=1
fi

command -v apt-get >/dev/null || { echo "no apt-get, which names the mirrors"; exit 77; }
# What may not be named is asked from the machine: the hosts of its package mirrors, and where this checkout lies.
named=$(mktemp)
trap 'rm -f "$named"' EXIT
{
    apt-get indextargets --format '$(REPO_URI)' 2>/dev/null
    command -v npm >/dev/null && npm config get registry 2>/dev/null
} | sed -nE 's#^https?://([^/]+).*#\1#p' | sort -u >"$named"
if [ ! -s "$named" ]; then
    echo "the machine names no package mirror, so nothing can be looked for"
    status=1
fi
{
    pwd
    echo "$(dirname "$PWD")/sha""red"
    echo "../sha""red"
} >>"$named"
if git grep -nIFf "$named"; then
    status=1
fi
exit $status
