#!/usr/bin/env bash
# What comes from npm is pinned, and its lock file names no registry; the check finds a planted one.
cd "$(dirname "$0")/../npm" || exit 1

# npm writes the address that a package came from as "resolved"; links to funding pages are no registry.
names_registry() {
    grep -nE '"resolved"|registry' "$1"
}
unpinned() {
    sed -n '/"devDependencies"/,/}/p' "$1" | grep -nE '": *"[^0-9]'
}

planted=$(mktemp)
trap 'rm -f "$planted"' EXIT
printf '  "resolved": "https://example.org/a.tgz",\n  "devDependencies": {\n    "a": "^1.0.0"\n  }\n' >"$planted"
if ! names_registry "$planted" >/dev/null || ! unpinned "$planted" >/dev/null; then
    echo "the check does not find what was planted"
    exit 1
fi

status=0
grep -q '"integrity"' package-lock.json || { echo "the lock file vouches for nothing"; status=1; }
names_registry package-lock.json && status=1
unpinned package.json && status=1
exit $status
