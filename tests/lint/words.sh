#!/usr/bin/env bash
# Every text that people read goes through the catalogue, and every language has it.
cd "$(dirname "$0")/../.." || exit 1
python3 tests/lint/check_words.py
