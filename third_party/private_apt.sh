# shellcheck shell=bash
# To be sourced. Asks apt about other suites through folders of its own, so that the system's lists stay as they are.
# The mirror is the machine's own, asked from apt; the index's signature is checked with Debian's keyring, its age is not,
# for what is fetched is vouched for by its hash.

# The address of the machine's own Debian mirror.
debian_mirror() {
    command -v apt-get >/dev/null || { echo "there is no apt here" >&2; return 1; }
    local mirror
    mirror=$(apt-get indextargets --format '$(REPO_URI)|$(ORIGIN)|$(COMPONENT)' 'Created-By: Packages' |
        awk -F'|' '$2 == "Debian" && $3 == "main" && $1 !~ /security/ && !found {print $1; found = 1}')
    [ -n "$mirror" ] || { echo "no Debian mirror is known to apt; run apt-get update" >&2; return 1; }
    echo "$mirror"
}

# private_apt FOLDER: makes the folders; sets the array `apt_options`, with which apt reads FOLDER/sources.list alone.
private_apt() {
    keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    mkdir -p "$1"/{state/lists/partial,cache/archives/partial,download}
    apt_options=(-o Dir::Etc::SourceList="$1/sources.list" -o Dir::Etc::SourceParts=/dev/null
        -o Dir::State="$1/state" -o Dir::State::Status=/var/lib/dpkg/status -o Dir::Cache="$1/cache"
        -o Acquire::Check-Valid-Until=false -o Acquire::Languages=none -o APT::Sandbox::User=root)
}
