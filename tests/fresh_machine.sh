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
root=$(mktemp -d -p "${2:-${TMPDIR:-/tmp}}")
chmod 0755 "$root" # as / is: without it, nobody but root reaches anything inside
mount --bind "$root" "$root" # as / is a mount: without it, nothing can be mounted inside
clean_up() {
    local mount
    for mount in /dev /proc ""; do
        mountpoint -q "$root$mount" && umount "$root$mount"
    done
    rm -rf --one-file-system "$root"
}
trap clean_up EXIT

command -v debootstrap >/dev/null || apt-get install -y debootstrap >/dev/null
mirror=$(apt-get indextargets --format '$(REPO_URI)|$(ORIGIN)|$(COMPONENT)' 'Created-By: Packages' |
    awk -F'|' '$2 == "Debian" && $3 == "main" && $1 !~ /security/ {print $1; exit}')
debootstrap --variant=minbase --include=ca-certificates,git "$suite" "$root" "$mirror" >"$root.log" 2>&1 ||
    { tail -n 20 "$root.log" && exit 1; }
rm -f "$root.log"

cp --remove-destination -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
cp /etc/resolv.conf "$root/etc/resolv.conf"
cp -r /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
clone=/root/$(basename "$root")
git clone -q "$source" "$root$clone"
run() {
    chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
        ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
        bash -c "cd $clone && $1"
}
begun=$SECONDS
run './dev run'
echo "./dev run: $((SECONDS - begun)) s"
begun=$SECONDS
run 'CI=true ./dev test'
echo "./dev test: $((SECONDS - begun)) s"
