#!/usr/bin/env bash
# The body map shows every area once, where it lies, left and right unswapped; the check finds a spoilt map.
cd "$(dirname "$0")/../look" || exit 1
python3 bodymap_check.py --prove && python3 bodymap_check.py
