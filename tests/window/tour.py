#!/usr/bin/env python3
"""A tour of the window: every screen as a picture, of an empty log, a week and ten years, light and dark, at 100 % and 200 %.

    tour.py PROGRAM FOLDER            writes FOLDER/*.png, report.pdf and log.json, prints where they are
    tour.py PROGRAM FOLDER --sheets   of all logs, themes and sizes, in English and German; and FOLDER/sheet-*.png: each
                                      screen's twelve on one sheet, one sheet a language
"""
import json
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Desktop, skip_where_missing, until

NOW = '2026-11-21T08:16:00+01:00'
SCREENS = ('today', 'log', 'trends', 'history', 'report', 'guide', 'settings')
LOGS = ('empty', 'week', 'decade')
LOOKS = {'light-100': {'theme': 'light'}, 'dark-100': {'theme': 'dark'},
         'light-200': {'theme': 'light', 'text_scale': 2}, 'dark-200': {'theme': 'dark', 'text_scale': 2}}
LANGUAGES = ('en', 'de')
# What a quick tour shows: one log in each look, the others in one.
QUICK = [('decade', look, 'en') for look in LOOKS] + [('empty', 'light-100', 'en'), ('week', 'light-100', 'en')]


def picture_of(folder, screen, log, look, language):
    return folder / ('%s-%s-%s%s.png' % (screen, log, look, '' if language == 'en' else '-' + language))


def walk(desktop, program, folder, log, look, language):
    """every screen of one log in one look and language"""
    config = desktop.folder / '.config' / 'unknot'
    config.mkdir(parents=True, exist_ok=True)
    (config / 'settings.json').write_text(json.dumps(dict(LOOKS[look], language=language)))
    window = desktop.open(program, '--db', str(desktop.folder / (log + '.db')), UNKNOT_NOW=NOW)
    for number, screen in enumerate(SCREENS, 1):
        desktop.key('ctrl+%d' % number)
        desktop.settle()
        if screen == 'report' and log != 'empty':
            # The page is made beside the window, which stands still meanwhile.
            before = desktop.pixels()
            until(lambda: desktop.pixels() != before, 3)
            desktop.settle()
        desktop.picture(picture_of(folder, screen, log, look, language))
    desktop.close(window)


def make_logs(desktop, program, folder):
    def unknot(log, *arguments):
        subprocess.run([program, '--db', desktop.folder / (log + '.db'), *arguments], check=True,
                       env=dict(desktop.environment, UNKNOT_NOW=NOW), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    window = desktop.open(program, '--db', str(desktop.folder / 'empty.db'), UNKNOT_NOW=NOW)
    desktop.picture(folder / 'first-start-light.png')
    desktop.close(window)
    unknot('empty', 'profile', '--condition', 'none')
    for log in LOGS[1:]:
        unknot(log, 'demo', '--like', log)
    unknot('decade', 'export', '-o', folder / 'log.json')
    unknot('decade', 'export', '--format', 'pdf', '--from', '2026-11-01', '-o', folder / 'report.pdf')


def make_sheet(folder, screen, language):
    """the twelve pictures of a screen in a language, four looks across and three logs down"""
    pictures = [picture_of(folder, screen, log, look, language) for log in LOGS for look in LOOKS]
    subprocess.run(['montage', *pictures, '-tile', '4x3', '-geometry', '800x500+6+6', '-background', '#808080',
                    folder / ('sheet-%s-%s.png' % (screen, language))], check=True)


def main(program, folder, *options):
    program, folder = pathlib.Path(program).resolve(), pathlib.Path(folder).resolve()
    sheets = '--sheets' in options
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with Desktop() as desktop:
        make_logs(desktop, program, folder)
        all_of_them = [(log, look, language) for language in LANGUAGES for log in LOGS for look in LOOKS]
        for log, look, language in all_of_them if sheets else QUICK:
            walk(desktop, program, folder, log, look, language)
    for screen, language in [(screen, language) for screen in SCREENS for language in LANGUAGES] if sheets else ():
        make_sheet(folder, screen, language)
    print('The pictures, the report (report.pdf) and the exported log (log.json) lie in %s:' % folder)
    for picture in sorted(folder.glob('*.png')):
        print('  ' + picture.name)


if __name__ == '__main__':
    skip_where_missing()
    main(*sys.argv[1:])
