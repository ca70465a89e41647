#!/usr/bin/env python3
"""The real window on a virtual display, worked with real keys and the mouse, read back through the command line.

    test_window.py PROGRAM       exit status 0 all kept, 1 a promise was broken, 77 a tool is missing
"""
import json
import os
import pathlib
import struct
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Desktop, skip_where_missing, until
from drop import drop

MORNING = '2026-11-21T08:16:00+01:00'
SESSION = {'id': 's1', 'started_at': '2026-11-20T19:40:00+01:00', 'area': 'calf', 'side': 'left', 'pressure': 3,
           'duration_s': 240, 'soreness_before': 2, 'screening': []}
failures = []


def promise(sentence, kept, seen=''):
    print(('kept: ' if kept else 'BROKEN: ') + sentence + ('' if kept else ' (%s)' % (seen,)))
    if not kept:
        failures.append(sentence)


class Log:
    """the command line on the same file"""

    def __init__(self, desktop, program):
        self.desktop, self.program = desktop, program
        self.file = str(desktop.folder / 'log.db')
        self.environment = dict(desktop.environment, UNKNOT_NOW=MORNING, UNKNOT_DB=self.file)

    def run(self, *arguments):
        return subprocess.run([self.program, *arguments], env=self.environment, check=True, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, universal_newlines=True).stdout

    def import_session(self):
        file = self.desktop.folder / 'in.json'
        file.write_text(json.dumps({'sessions': [SESSION], 'checkins': [], 'profile': {'conditions': []}}))
        self.run('import', str(file))

    def records(self, kind):
        return json.loads(self.run('export'))[kind + 's']


def stillness(process, seconds):
    """wake-ups and CPU milliseconds of all threads over some seconds"""
    def read():
        switches, nanoseconds = 0, 0
        for thread in pathlib.Path('/proc/%d/task' % process.pid).iterdir():
            for line in (thread / 'status').read_text().splitlines():
                if line.startswith('voluntary_ctxt_switches'):
                    switches += int(line.split()[1])
            nanoseconds += int((thread / 'schedstat').read_text().split()[0])
        return switches, nanoseconds
    before = read()
    subprocess.run(['sleep', str(seconds)], check=True)
    after = read()
    return after[0] - before[0], (after[1] - before[1]) / 1e6


def check_in_by_one_key(desktop, log):
    desktop.key('4')
    until(lambda: log.records('checkin'))
    records = log.records('checkin')
    promise('a check-in is one key', len(records) == 1 and records[0]['soreness'] == 4, records)
    promise('a key leaves the warning signs not asked', records and 'symptoms' not in records[0], records)
    desktop.key('n')
    until(lambda: log.records('checkin')[0].get('symptoms') == [])
    promise('one more key says that there were no warning signs', log.records('checkin')[0].get('symptoms') == [],
            log.records('checkin'))


def session_by_keys(desktop, log):
    before = len(log.records('session'))
    keys = ['l', *'thigh', 'Return', '2', 'ctrl+s']
    for key in keys:
        desktop.key(key)
    until(lambda: len(log.records('session')) > before)
    sessions = log.records('session')
    promise('a session is logged from Today in at most 12 keys', len(sessions) == before + 1 and len(keys) <= 12,
            '%d keys, %s' % (len(keys), sessions))
    newest = max(sessions, key=lambda one: one['started_at'])
    promise('it is the area and the pressure that the keys said', newest['area'].startswith('thigh') and
            newest['pressure'] == 2, newest)


def repeat_by_one_key(desktop, log):
    desktop.key('ctrl+1')
    desktop.settle()
    before = len(log.records('session'))
    desktop.key('r')
    until(lambda: len(log.records('session')) > before)
    promise('repeating the last session is one key', len(log.records('session')) == before + 1)
    desktop.key('ctrl+z')
    until(lambda: len(log.records('session')) == before)
    promise('one key takes it back', len(log.records('session')) == before)


def click_answers(desktop, log):
    """the picker's keys lie where the picture shows them; the first due row, key 3"""
    before = len(log.records('checkin'))
    log.run('log', 'hand', '--side', 'right', '--pressure', '2', '--minutes', '2', '--at', '2026-11-20T20:00')
    desktop.key('ctrl+1')
    desktop.settle()
    desktop.click(376, 252)
    until(lambda: len(log.records('checkin')) > before)
    promise('a check-in is one click', len(log.records('checkin')) == before + 1)


def other_entries_show(desktop, log):
    desktop.settle()
    before = desktop.pixels()
    log.run('log', 'shin', '--side', 'left', '--pressure', '1', '--minutes', '1', '--at', '2026-11-20T21:00')
    promise('an entry of the command line shows in the open window by itself',
            until(lambda: desktop.pixels() != before, 5))


def place_is_kept(desktop, program, log, window):
    """where the window was and how large, after it was closed and opened again; the new process"""
    def geometry():
        return desktop.run('xdotool', 'getwindowgeometry', '--shell', desktop.window).split()[1:5]
    desktop.run('xdotool', 'windowsize', '--sync', desktop.window, '900', '640')
    desktop.run('xdotool', 'windowmove', '--sync', desktop.window, '60', '40')
    desktop.settle()
    before = geometry()
    desktop.close(window)
    promise('Ctrl+Q ends with status 0', window.returncode == 0, window.returncode)
    # As on a Wayland desktop that has XWayland.
    window = desktop.open(program, '--db', log.file, UNKNOT_NOW=MORNING, XDG_SESSION_TYPE='wayland',
                          WAYLAND_DISPLAY='wayland-nobody')
    promise('the window opens where it was, as large as it was', geometry() == before, (before, geometry()))
    return window


def one_window_for_a_log(desktop, program, log):
    """a second start on the same log hands over to the window that is there, on another log opens its own"""
    def windows():
        return len(desktop.run('xdotool', 'search', '--onlyvisible', '--class', 'unknot', check=False).split())
    variables = dict(desktop.environment, UNKNOT_NOW=MORNING)
    second = subprocess.run([program, '--db', log.file], env=variables, timeout=20)
    promise('starting the program twice on one log ends at once and opens no second window',
            second.returncode == 0 and windows() == 1, (second.returncode, windows()))
    other = subprocess.Popen([program, '--db', str(desktop.folder / 'other.db')], env=variables)
    promise('another log opens a window of its own', until(lambda: windows() == 2), windows())
    other.terminate()
    other.wait(10)
    until(lambda: windows() == 1)
    desktop.run('xdotool', 'windowfocus', '--sync', desktop.window)


def file_of(desktop, name, record):
    """a file to import, with one session"""
    file = desktop.folder / name
    file.write_text(json.dumps({'sessions': [dict(SESSION, id=record, area='forearm_inner')], 'checkins': []}))
    return file


def dropped_file_is_imported(desktop, log):
    """a file let go over the window: offered, imported by key, taken back by key"""
    def ids():
        return [one['id'] for one in log.records('session')]
    before = desktop.pixels()
    drop(desktop.environment['DISPLAY'], int(desktop.window), [file_of(desktop, 'dropped file.json', 'dropped')])
    promise('a file that is dropped on the window is offered for import', until(lambda: desktop.pixels() != before))
    desktop.settle()
    promise('nothing is imported before it is asked for', 'dropped' not in ids())
    desktop.key('Tab', 'Return')
    promise('one press imports it', until(lambda: 'dropped' in ids()), ids())
    desktop.settle()
    desktop.key('ctrl+z')
    promise('one key takes all of it back', until(lambda: 'dropped' not in ids()), ids())


def opened_file_is_handed_over(desktop, program, log):
    """the program started with a file, from another folder, while the log has a window"""
    file_of(desktop, 'opened.json', 'opened')
    before = desktop.pixels()
    second = subprocess.run([program, '--db', log.file, 'opened.json'], env=dict(desktop.environment, UNKNOT_NOW=MORNING),
                            cwd=desktop.folder, timeout=20)
    shown = until(lambda: desktop.pixels() != before)
    promise('a file opened by a second start is offered by the window that is there',
            second.returncode == 0 and shown, second.returncode)
    desktop.settle()
    desktop.key('Tab', 'Return')
    promise('it is imported from there',
            until(lambda: any(one['id'] == 'opened' for one in log.records('session'))), log.records('session'))
    desktop.settle()


def colours_are_chosen(desktop):
    """Settings by key, then Dark by the keyboard: the whole window changes at once and the choice is kept"""
    desktop.key('ctrl+comma')
    desktop.settle()
    before = desktop.pixels()
    desktop.key('ctrl+d')
    desktop.settle()
    kept = json.loads((desktop.folder / '.config' / 'unknot' / 'settings.json').read_text())
    promise('another theme is drawn at once and kept', desktop.pixels()[:3] != before[:3] and kept['theme'] == 'dark', kept)


def page_is_shown(desktop, program):
    """a week's page is made, and made again in its size, while the window still draws the change of screens"""
    log = str(desktop.folder / 'week.db')
    # Backed up already: the window's own first backup would have it look again at what is done.
    for arguments in (['demo', '--like', 'week'], ['backup']):
        subprocess.run([program, '--db', log, *arguments], env=dict(desktop.environment, UNKNOT_NOW=MORNING), check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    window = desktop.open(program, '--db', log, UNKNOT_NOW=MORNING)
    before = desktop.pixels()
    desktop.key('ctrl+5')
    until(lambda: desktop.pixels() != before)
    desktop.settle()
    until(lambda: False, 3)
    shown = desktop.pixels()
    # The pointer gone and back changes nothing, but has the window look at what is done.
    desktop.run('xdotool', 'mousemove', '1270', '700')
    until(lambda: False, 0.5)
    desktop.run('xdotool', 'mousemove', '1279', '799')
    until(lambda: False, 2)
    promise('the page of the report is shown as it was made last, with nobody there', desktop.pixels() == shown)
    desktop.close(window)


def chart_is_copied(desktop, program):
    """from the list in Trends, as a picture and as a table, each read back by another program"""
    window = desktop.open(program, '--db', str(desktop.folder / 'week.db'), UNKNOT_NOW=MORNING)
    desktop.key('ctrl+3')
    desktop.settle()
    x, y = 818, 108  # the button with the two sheets

    def choose(*keys):
        desktop.run('xdotool', 'mousemove', '--window', desktop.window, str(x), str(y))
        desktop.settle()
        desktop.click(x, y)
        desktop.settle()
        desktop.run('xdotool', 'key', '--delay', '0', *keys, 'Return')  # all at once: none may be left over
    choose('Down', 'Up')
    png = until(lambda: desktop.pasted('image/png'), 5)
    wide = struct.unpack('>I', png[16:20])[0] if png[:8] == b'\x89PNG\r\n\x1a\n' else png[:8]
    promise('a chart is copied as a picture that other programs paste', wide == 2 * (1080 + 2 * 24), wide)
    promise('and as a drawing', b'<svg' in desktop.pasted('image/svg+xml'))
    choose('Down')
    table = until(lambda: desktop.pasted('UTF8_STRING'), 5)
    promise('its numbers are copied as a table', table.startswith(b'Day\tTime\tWhat\t'), table[:40])
    promise('a table takes the clipboard from the picture', not desktop.pasted('image/png'))
    desktop.close(window)


def long_log_opens_by_its_working_set(desktop, program):
    """a log of many years: from the second start on Today is drawn from a part of it, until the log changes elsewhere"""
    log = str(desktop.folder / 'long.db')
    environment = dict(desktop.environment, UNKNOT_NOW=MORNING)

    def run(*arguments):
        return subprocess.run([program, '--db', log, *arguments], env=environment, check=True, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL).stdout

    def opened(then):
        """how the log was read"""
        trace = desktop.folder / 'long.json'
        trace.unlink(missing_ok=True)
        window = desktop.open(program, '--db', log, '--trace', str(trace), UNKNOT_NOW=MORNING)
        seen.append(desktop.pixels())
        then()
        desktop.close(window)
        return 'all' if '"read log"' in trace.read_text() else 'part'

    def checkins():
        return run('export', '--format', 'json').count(b'"at"')

    seen = []
    run('demo', '--sessions', '10000', '--checkins', '40000')
    run('backup')
    sets = desktop.folder / '.local/state/unknot/working-sets'
    first = opened(lambda: until(lambda: list(sets.glob('[!.]*')), 30))
    second = opened(lambda: None)
    promise('a long log is opened by its working set from the second time on', (first, second) == ('all', 'part'),
            (first, second))
    promise('and Today looks the same', seen[0] == seen[1])
    before = checkins()
    third = opened(lambda: (desktop.key('4'), until(lambda: checkins() > before)))
    promise('a check-in is one key there too', third == 'part' and checkins() == before + 1, (third, checkins() - before))
    run('log', 'calf', '--side', 'left', '--pressure', '3')
    fourth = opened(lambda: None)
    promise('a log that changed elsewhere is read whole', fourth == 'all', fourth)


def main(program):
    with Desktop() as desktop:
        page_is_shown(desktop, program)
        chart_is_copied(desktop, program)
        long_log_opens_by_its_working_set(desktop, program)
        log = Log(desktop, program)
        log.import_session()
        window = desktop.open(program, '--db', log.file, UNKNOT_NOW=MORNING)
        check_in_by_one_key(desktop, log)
        session_by_keys(desktop, log)
        repeat_by_one_key(desktop, log)
        click_answers(desktop, log)
        other_entries_show(desktop, log)
        until(lambda: False, 11)  # the notice has gone by then
        wake_ups, milliseconds = stillness(window, 10)
        print('ten seconds with nobody there: %d wake-ups, %.2f ms of CPU' % (wake_ups, milliseconds))
        promise('nothing is drawn with nobody there', wake_ups <= 20, '%d wake-ups' % wake_ups)
        window = place_is_kept(desktop, program, log, window)
        one_window_for_a_log(desktop, program, log)
        dropped_file_is_imported(desktop, log)
        opened_file_is_handed_over(desktop, program, log)
        colours_are_chosen(desktop)
        desktop.close(window)
    refused = subprocess.run([program, '--db', '/nowhere/log.db'], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                             env={'PATH': os.environ['PATH'], 'HOME': '/nowhere'}, universal_newlines=True)
    promise('without a display it says so in one sentence and ends with 4',
            refused.returncode == 4 and refused.stderr.count('\n') == 1, (refused.returncode, refused.stderr))
    return 1 if failures else 0


if __name__ == '__main__':
    skip_where_missing()
    sys.exit(main(os.path.abspath(sys.argv[1])))
