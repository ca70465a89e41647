#!/usr/bin/env python3
"""Checks the walls of the house: which folder includes which (app/README.md).

    includes.py            the tree; exit status 1 where a wall is broken
    includes.py --prove    shows that a planted violation is found
"""
import re
import subprocess
import sys
from pathlib import Path

MAY_USE = {
    'app/domain': set(),
    'app/guidance': {'app/domain'},
    'app/words': {'app/domain', 'app/guidance'},
    'app/look': {'app/domain'},
    'app/charts': {'app/domain', 'app/guidance', 'app/words', 'app/look'},
    'app/paper': {'app/domain', 'app/charts', 'app/look'},
    'app/report': {'app/domain', 'app/guidance', 'app/words', 'app/charts', 'app/look', 'app/paper'},
    'app/press': {'app/domain', 'app/words', 'app/charts', 'app/look', 'app/paper', 'app/report'},
    'app/sample': {'app/domain', 'app/words'},
    'app/platform': {'app/domain'},
    'app/settings': {'app/domain', 'app/platform'},
    'app/reminder': {'app/domain', 'app/platform'},
    'app/views': {'app/domain', 'app/guidance', 'app/words', 'app/charts', 'app/look'},
    'app/shell': {'app/domain', 'app/guidance', 'app/words', 'app/look', 'app/paper', 'app/report', 'app/press', 'app/sample', 'app/platform', 'app/settings',
                  'app/reminder', 'app/views', 'storage/logbook', 'storage/import'},
    'app/cli': {'app/domain', 'app/guidance', 'app/words', 'app/charts', 'app/paper', 'app/report', 'app/press', 'app/sample', 'app/platform',
                'app/settings', 'app/reminder', 'storage/logbook', 'storage/import'},
    'storage/sqlite': {'app/domain'},
    'storage/migrations': {'storage/sqlite'},
    'storage/logbook': {'app/domain', 'storage/sqlite', 'storage/migrations'},
    'storage/import': {'app/domain'},
}
ONLY_IN = {'sqlite3.h': 'storage/sqlite', 'CLI/CLI.hpp': 'app/cli', 'date/tz.h': 'app/platform', 'gio/gio.h': 'app/platform', 'xcb/xcb.h': 'app/platform',
           'GLFW/glfw3.h': 'app/shell', 'X11/Xlib.h': 'app/shell', 'GL/glx.h': 'app/shell',
           'qpdf/QPDF.hh': 'app/report', 'imgui_impl_glfw.h': 'app/shell', 'imgui_impl_opengl3.h': 'app/shell', 'xlsxwriter.h': 'app/report'}
INCLUDE = re.compile(r'^\s*#include\s+["<]([^">]+)[">]', re.M)


def folder_of(path):
    return '/'.join(path.split('/')[:2])


def broken(path, text):
    """the walls that a file's includes break, one sentence each"""
    home = folder_of(path)
    found = []
    for name in INCLUDE.findall(text):
        if name in ONLY_IN and home != ONLY_IN[name]:
            found.append(f'{path}: {name} belongs to {ONLY_IN[name]}')
        target = folder_of(name)
        if name.startswith(('app/', 'storage/')) and target != home and target not in MAY_USE.get(home, set()):
            found.append(f'{path}: {home} may not use {target}')
    return found


def main():
    planted = broken('app/guidance/planted.cpp', '#include "storage/sqlite/connection.h"\n#include <sqlite3.h>\n')
    if len(planted) != 2:
        sys.exit('the check does not find a planted violation')
    if '--prove' in sys.argv:
        return print(*planted, sep='\n')
    root = Path(__file__).resolve().parents[2]
    files = subprocess.run(['git', 'ls-files', 'app/*/*.h', 'app/*/*.cpp', 'storage/*/*.h', 'storage/*/*.cpp'], cwd=root,
                           capture_output=True, text=True, check=True).stdout.split()
    found = [line for path in files for line in broken(path, (root / path).read_text(encoding='utf-8'))]
    unknown = {folder_of(path) for path in files} - set(MAY_USE)
    found += [f'{folder} is in no wall of this check' for folder in sorted(unknown)]
    print(*found, sep='\n')
    sys.exit(1 if found or not files else 0)


if __name__ == '__main__':
    main()
