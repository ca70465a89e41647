#!/usr/bin/env python3
"""A tour of the window: every screen as a picture, light and dark, at 100 % and 200 %, of an empty and of a sample log.

    tour.py PROGRAM FOLDER       writes FOLDER/*.png, report.pdf and log.json, prints where they are
"""
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Desktop, skip_where_missing

NOW = '2026-11-21T08:16:00+01:00'
SCREENS = ('today', 'log', 'trends', 'history', 'report', 'guide')
LOOKS = {'light': '{"theme": "light"}', 'dark': '{"theme": "dark"}', 'light-200': '{"theme": "light", "text_scale": 2}'}


def walk(desktop, program, folder, log, look):
    """every screen of one log in one look"""
    config = desktop.folder / '.config' / 'unknot'
    config.mkdir(parents=True, exist_ok=True)
    (config / 'settings.json').write_text(LOOKS[look])
    window = desktop.open(program, '--db', str(log), UNKNOT_NOW=NOW)
    for number, screen in enumerate(SCREENS, 1):
        desktop.key('ctrl+%d' % number)
        desktop.settle()
        desktop.picture(folder / ('%s-%s-%s.png' % (screen, log.stem, look)))
    desktop.close(window)


def main(program, folder):
    program, folder = pathlib.Path(program).resolve(), pathlib.Path(folder).resolve()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with Desktop() as desktop:
        environment = dict(desktop.environment, UNKNOT_NOW=NOW)
        empty, year = desktop.folder / 'empty.db', desktop.folder / 'year.db'
        window = desktop.open(program, '--db', str(empty), UNKNOT_NOW=NOW)
        desktop.picture(folder / 'first-start-light.png')
        desktop.close(window)
        subprocess.run([program, '--db', empty, 'profile', '--condition', 'none'], env=environment, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        subprocess.run([program, '--db', year, 'demo', '--like', 'year'], env=environment, check=True,
                       stdout=subprocess.DEVNULL)
        for look in LOOKS:
            walk(desktop, program, folder, year, look)
        walk(desktop, program, folder, empty, 'light')
        for name, part in (('report.pdf', ['--format', 'pdf', '--from', '2026-11-01']), ('log.json', [])):
            subprocess.run([program, '--db', year, 'export', '-o', folder / name] + part, env=environment, check=True,
                           stdout=subprocess.DEVNULL)
    print('The pictures, the report (report.pdf) and the exported log (log.json) lie in %s:' % folder)
    for picture in sorted(folder.glob('*.png')):
        print('  ' + picture.name)


if __name__ == '__main__':
    skip_where_missing()
    main(*sys.argv[1:])
