#!/usr/bin/env bash
# The reference model answers its own worked cases.
cd "$(dirname "$0")/.." || exit 1
python3 guidance/reference.py data/guidance/vectors.json --vectors
