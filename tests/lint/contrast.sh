#!/usr/bin/env bash
# Every pair of colours can be told apart in both themes, and the check finds a weakened one.
cd "$(dirname "$0")/../look" || exit 1
python3 contrast.py --prove && python3 contrast.py
