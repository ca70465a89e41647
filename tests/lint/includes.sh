#!/usr/bin/env bash
# The walls of the house hold, and the check finds a planted violation.
cd "$(dirname "$0")" || exit 1
python3 includes.py --prove && python3 includes.py
