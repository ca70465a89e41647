# Minimal roots of Debian releases, to be sourced. Needs root. The mirror and the trusted certificates are this
# machine's own.
#
#   make_debian_root SUITE FOLDER PACKAGES   a root in a new folder below FOLDER; its path in $debian_root
#   in_debian_root COMMAND...                runs it there, with a bare environment
#   show_windows_of_debian_root              programs there reach this machine's X servers
#   remove_debian_root                       unmounts and removes it; what was not made does no harm

debian_root=

remove_debian_root() {
    [ -n "$debian_root" ] || return 0
    local mount
    for mount in /tmp/.X11-unix /dev /proc ""; do
        mountpoint -q "$debian_root$mount" && umount "$debian_root$mount"
    done
    rm -rf --one-file-system "$debian_root"
    debian_root=
}

make_debian_root() {
    local suite=$1 below=$2 packages=$3 mirror
    debian_root=$(mktemp -d -p "$below")
    chmod 0755 "$debian_root" # as / is: without it, nobody but root reaches anything inside
    mount --bind "$debian_root" "$debian_root" # as / is a mount: without it, nothing can be mounted inside
    mirror=$(apt-get indextargets --format '$(REPO_URI)|$(ORIGIN)|$(COMPONENT)' 'Created-By: Packages' |
        awk -F'|' '$2 == "Debian" && $3 == "main" && $1 !~ /security/ {print $1; exit}')
    debootstrap --variant=minbase --include="$packages" "$suite" "$debian_root" "$mirror" >"$debian_root.log" 2>&1 ||
        { tail -n 20 "$debian_root.log" && return 1; }
    rm -f "$debian_root.log"
    cp --remove-destination -L /etc/ssl/certs/ca-certificates.crt "$debian_root/etc/ssl/certs/ca-certificates.crt"
    cp /etc/resolv.conf "$debian_root/etc/resolv.conf"
    cp -r /etc/apt/apt.conf.d/. "$debian_root/etc/apt/apt.conf.d/" 2>/dev/null || true
    mount -t proc proc "$debian_root/proc"
    mount --bind /dev "$debian_root/dev"
}

show_windows_of_debian_root() {
    mkdir -p "$debian_root/tmp/.X11-unix" /tmp/.X11-unix
    mount --bind /tmp/.X11-unix "$debian_root/tmp/.X11-unix"
}

in_debian_root() {
    chroot "$debian_root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
        ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} "$@"
}
