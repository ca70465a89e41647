#!/usr/bin/env python3
"""Text that takes more than one key for a letter, typed into the note of a session in the real window, saved, and read back
through the command line.

    typing.py PROGRAM       exit status 0 all kept, 1 a promise was broken, 77 a tool is missing
"""
import json
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'window'))
from desktop import Desktop, skip_where_missing, until

NOW = '2026-11-21T08:16:00+01:00'
LOCALE = ('LANG', 'LANGUAGE', 'LC_ALL', 'LC_CTYPE', 'LC_MESSAGES', 'XMODIFIERS')
# A German keyboard: two letters by dead keys, one of its own, one by Compose, one by the third level.
LETTERS = ['dead_acute', 'e', 'dead_circumflex', 'o', 'adiaeresis', 'Multi_key', 'o', 'slash', 'EuroSign', 'x']
# Shift and the space bar switch between Latin and Korean.
KOREAN = ['a', 'shift+space', 'g', 'k', 's', 'r', 'm', 'f', 'space', 'shift+space', 'b']
failures = []


def note_typed(desktop, program, name, keys, **variables):
    """what is saved of a note that is typed by these keys, in a window with these variables"""
    file = str(desktop.folder / (name + '.db'))
    here = dict(desktop.environment, UNKNOT_NOW=NOW)
    # A log that is not empty, so that the window begins with Today.
    subprocess.run([program, '--db', file, 'log', 'calf', '--side', 'left', '--pressure', '3', '--minutes', '5', '--screening',
                    'none'], env=here, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    window = desktop.open(program, '--db', file, '--lang', 'en', UNKNOT_NOW=NOW, **variables)
    desktop.run('xdotool', 'windowsize', '--sync', desktop.window, '1280', '860')
    desktop.settle()
    desktop.key('l', *'thigh', 'Return', '2')
    desktop.settle()
    x, y = 942, 685  # the note, where the picture shows it
    # After keys it is a pointer that moves within the window that counts, not one that jumps into it.
    for nearer in (8, 0):
        desktop.run('xdotool', 'mousemove', '--window', desktop.window, str(x - nearer), str(y))
        desktop.settle()
    before = desktop.pixels()
    desktop.click(x, y)
    until(lambda: desktop.pixels() != before)
    desktop.settle()
    desktop.key(*keys)
    desktop.settle()
    desktop.key('ctrl+s')

    def notes():
        out = subprocess.run([program, '--db', file, 'export'], env=here, check=True, stdout=subprocess.PIPE,
                             universal_newlines=True).stdout
        return [one.get('note') for one in json.loads(out)['sessions'] if one['area'].startswith('thigh')]
    typed = until(notes)
    desktop.close(window)
    return typed


def promise(sentence, wanted, typed):
    kept = typed == [wanted]
    print(('kept: ' if kept else 'BROKEN: ') + sentence + ('' if kept else ' (%s, not %s)' % (typed, wanted)))
    if not kept:
        failures.append(sentence)


def main(program):
    with Desktop(1280, 900) as desktop:
        for name in LOCALE:
            desktop.environment.pop(name, None)
        desktop.run('setxkbmap', '-layout', 'de', '-option', 'compose:menu')
        letters = 'éôäø€x'
        promise('dead keys and Compose type letters', letters,
                note_typed(desktop, program, 'utf8', LETTERS, LC_ALL='C.UTF-8'))
        promise('they do so where the environment names no language', letters, note_typed(desktop, program, 'none', LETTERS))
        promise('and where it names one that is not installed', letters,
                note_typed(desktop, program, 'missing', LETTERS, LANG='xx_XX.UTF-8'))
        promise('and where it names an input method that does not run', letters,
                note_typed(desktop, program, 'absent', LETTERS, LC_ALL='C.UTF-8', XMODIFIERS='@im=absent'))
        method = subprocess.Popen(['nabi'], env=dict(desktop.environment, LC_ALL='C.UTF-8'), stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL)
        desktop.programs.insert(0, method)
        until(lambda: '@server=nabi' in desktop.run('xprop', '-root', 'XIM_SERVERS'))
        promise('an X input method types what it composes', 'a한글 b',
                note_typed(desktop, program, 'method', KOREAN, LC_ALL='C.UTF-8', XMODIFIERS='@im=nabi'))
    return 1 if failures else 0


if __name__ == '__main__':
    skip_where_missing()
    sys.exit(main(os.path.abspath(sys.argv[1])))
