#!/usr/bin/env bash
# The program that is released holds none of the seeded faults.
cd "$(dirname "$0")/../.." || exit 1
[ -x build/release/unknot ] || { echo "build/release/unknot is not built"; exit 77; }
! grep -qE 'UNKNOT_SEEDED_FAULT|says_saved_before_commit' build/release/unknot
