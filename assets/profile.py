#!/usr/bin/env python3
"""Turns a colour profile into a C++ table, so that a report can be made on machines that have none.

    profile.py sRGB.icc OUTPUT.h
"""
import pathlib
import sys


def main():
    profile, output = (pathlib.Path(argument) for argument in sys.argv[1:3])
    data = profile.read_bytes()
    if data[36:40] != b'acsp' or data[8] != 2:
        sys.exit(f'{profile} is no colour profile of version 2, the newest that PDF/A-1 knows')
    lines = ['#pragma once', '', "// Made from Debian's icc-profiles-free by assets/profile.py.", '', 'namespace unknot::tables {', '',
             'constexpr unsigned char srgb_profile[]{']
    lines += ['    ' + ', '.join(map(str, data[start:start + 24])) + ',' for start in range(0, len(data), 24)]
    lines += ['};', '', '}  // namespace unknot::tables', '']
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text('\n'.join(lines), encoding='utf-8')


if __name__ == '__main__':
    main()
