#!/usr/bin/env bash
# Makes a minimal root of a Debian release, clones this repository into it and runs both README commands there.
#
#   tests/fresh_machine.sh bookworm|trixie [FOLDER]
#
# The mirror and the trusted certificates are this machine's own. Needs root. The folder is removed at the end.
set -euo pipefail

suite=${1:-}
case $suite in bookworm | trixie) ;; *)
    echo "usage: tests/fresh_machine.sh bookworm|trixie [FOLDER]" >&2
    exit 2
    ;;
esac
source=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
. "$source/tests/support/debian_root.sh"
trap remove_debian_root EXIT
command -v debootstrap >/dev/null || apt-get install -y debootstrap >/dev/null
make_debian_root "$suite" "${2:-${TMPDIR:-/tmp}}" ca-certificates,git
# Where other users may come too: a test runs the program as one.
clone=/home/$(basename "$debian_root")
git clone -q "$source" "$debian_root$clone"
run() { in_debian_root bash -c "cd $clone && $1"; }
begun=$SECONDS
run './dev run'
echo "./dev run: $((SECONDS - begun)) s"
begun=$SECONDS
run 'CI=true ./dev test'
echo "./dev test: $((SECONDS - begun)) s"
