#!/usr/bin/env python3
"""The installed package on a desktop: a display, a session bus and a notification daemon (dunst) of their own serve the
program in a root of Debian that holds the package and what it depends on, and nothing else.

    desktop.py ROOT PICTURES      pictures of each step go into the folder; exit status 0 all kept, 1 a promise was broken
"""
import json
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'window'))
from desktop import Desktop, until
from drop import drop
import xdg.IconTheme
from xdg.DesktopEntry import DesktopEntry

EVENING, MORNING = '2026-03-07T20:00:00+01:00', '2026-03-08T09:05:00+01:00'
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
failures = []


def promise(sentence, kept, seen=''):
    print(('kept: ' if kept else 'BROKEN: ') + sentence + ('' if kept else ' (%s)' % (seen,)))
    if not kept:
        failures.append(sentence)


class Machine(Desktop):
    """a display here, with the programs of the root on it"""

    def __init__(self, root, pictures):
        super().__init__(1280, 800)
        self.root, self.pictures = pathlib.Path(root), pathlib.Path(pictures)

    def __enter__(self):
        super().__enter__()
        bus = self.root / 'tmp/bus'
        self.environment['DBUS_SESSION_BUS_ADDRESS'] = 'unix:path=%s' % bus
        self.start('dbus-daemon', '--session', '--nofork', '--nopidfile', '--address=unix:path=%s' % bus)
        until(bus.exists)
        self.start('dunst')
        until(lambda: self.run('dunstctl', 'is-paused', check=False).strip() == 'false')
        return self

    def start(self, *command):
        self.programs.insert(0, subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL,
                                                 stderr=subprocess.DEVNULL))

    def inside(self, now=EVENING, **variables):
        """what a command is begun with, to be run in the root"""
        variables = dict({'HOME': '/root', 'PATH': '/usr/sbin:/usr/bin:/sbin:/bin', 'LANG': 'C.UTF-8', 'TZ': 'Europe/Berlin',
                          'LIBGL_ALWAYS_SOFTWARE': '1', 'DISPLAY': self.environment['DISPLAY'],
                          'DBUS_SESSION_BUS_ADDRESS': 'unix:path=/tmp/bus', 'UNKNOT_NOW': now}, **variables)
        return ['chroot', str(self.root), 'env', '-i', *('%s=%s' % pair for pair in variables.items())]

    def unknot(self, *arguments, now=EVENING, **variables):
        return subprocess.run([*self.inside(now, **variables), 'unknot', *arguments], check=True, stdout=subprocess.PIPE,
                              universal_newlines=True).stdout

    def count(self, kind):
        return len(json.loads(self.unknot('export'))[kind])

    def show(self, name):
        """the whole display, as somebody sitting there sees it"""
        subprocess.run(['import', '-window', 'root', str(self.pictures / (name + '.png'))], env=self.environment, check=True)

    def found_window(self):
        found = self.run('xdotool', 'search', '--onlyvisible', '--class', '^unknot$', check=False).split()
        if found:
            self.window = found[-1]
        return bool(found)


def is_found_by_the_desktop(machine):
    """the desktop file and the icons, by the name alone, as the desktop's menus look for them"""
    shared = machine.root / 'usr/share'
    file = shared / 'applications/unknot.desktop'
    checked = subprocess.run(['desktop-file-validate', str(file)], stdout=subprocess.PIPE, universal_newlines=True)
    promise('the desktop file is one', checked.returncode == 0 and not checked.stdout, checked.stdout)
    entry = DesktopEntry(str(file))
    program = machine.root / 'usr/bin' / entry.getExec().split()[0]
    promise('what it starts is there', os.access(program, os.X_OK) and entry.getTryExec() == entry.getExec().split()[0], program)
    # The theme's list of folders is this machine's: each desktop brings it.
    xdg.IconTheme.icondirs[:] = [str(shared / 'icons'), '/usr/share/icons']
    drawn = []
    for size in SIZES:
        # python3-xdg takes what is larger than a folder's sizes for nearest to it: the largest is not asked for by name.
        icon = xdg.IconTheme.getIconPath(entry.getIcon(), size, 'hicolor') if size < SIZES[-1] else \
            str(shared / ('icons/hicolor/%dx%d/apps/unknot.png' % (size, size)))
        wide = icon and subprocess.run(['identify', '-format', '%w', icon], stdout=subprocess.PIPE, universal_newlines=True).stdout
        promise('there is an icon of %d pixels' % size, wide == str(size), (icon, wide))
        drawn.append(icon)
        scalable = machine.pictures / ('scalable-%d.png' % size)
        subprocess.run(['rsvg-convert', '-w', str(size), '-h', str(size), str(shared / 'icons/hicolor/scalable/apps/unknot.svg'),
                        '-o', str(scalable)], check=True)
        drawn.append(str(scalable))
    subprocess.run(['montage', *filter(None, drawn), '-tile', '2x', '-geometry', '+16+16', '-background', '#8899aa',
                    str(machine.pictures / 'icons.png')], check=True)
    for file in machine.pictures.glob('scalable-*.png'):
        file.unlink()


def reminder_is_shown_and_pressed(machine):
    """without systemd: a program that starts with the session, and in this one at once"""
    machine.unknot('remind', '--install', '--at', '09:00', now=MORNING)
    autostart = machine.root / 'root/.config/autostart/unknot-reminder.desktop'
    checked = subprocess.run(['desktop-file-validate', str(autostart)], stdout=subprocess.PIPE, universal_newlines=True)
    promise('the reminder starts with the session', checked.returncode == 0 and '/usr/bin/unknot' in autostart.read_text(),
            checked.stdout)

    def status():
        return json.loads(machine.unknot('remind', '--status', '--json', now=MORNING))
    promise('it waits in this session', until(lambda: status()['waiting']) and status()['keeper'] == 'autostart', status())
    promise('the notification arrives', until(lambda: machine.run('dunstctl', 'count', 'displayed').strip() == '1'))
    until(lambda: False, 0.5)
    machine.show('1-notification')
    machine.run('dunstctl', 'action', '0')
    promise('a press on it opens the window', until(machine.found_window))
    promise('the notification goes', until(lambda: machine.run('dunstctl', 'count', 'displayed').strip() == '0'))
    machine.run('xdotool', 'windowfocus', machine.window)
    machine.settle()
    machine.show('2-window-by-notification')
    machine.key('4')
    promise('it is on the check-in that was due, which is one key',
            until(lambda: json.loads(machine.unknot('export'))['checkins'][-1:] != [] and
                  json.loads(machine.unknot('export'))['checkins'][-1].get('soreness') == 4), machine.unknot('export'))
    machine.settle()
    machine.show('3-checked-in')


def dropped_file_is_imported(machine):
    session = {'id': 'dropped', 'started_at': '2026-03-06T18:00:00+01:00', 'area': 'forearm_inner', 'side': 'right', 'pressure': 2}
    (machine.root / 'root/from a phone.json').write_text(json.dumps({'sessions': [session], 'checkins': []}))
    before = machine.count('sessions')
    drop(machine.environment['DISPLAY'], int(machine.window), ['/root/from a phone.json'])
    until(lambda: False, 1)
    machine.settle()
    machine.show('4-import-offered')
    promise('a file that is let go over the window is not imported before it is asked for', machine.count('sessions') == before)
    machine.key('Tab', 'Return')
    promise('one press imports it', until(lambda: machine.count('sessions') == before + 1))
    machine.settle()
    machine.show('5-imported')


def other_log_is_joined(machine):
    machine.unknot('--db', '/root/other/log.db', 'log', 'calf', '--side', 'right', '--pressure', '2', '--minutes', '3', '--screening',
                   'none', XDG_STATE_HOME='/root/other')
    before = machine.count('sessions')
    drop(machine.environment['DISPLAY'], int(machine.window), ['/root/other/log.db'])
    until(lambda: False, 1)
    machine.settle()
    machine.show('6-merge-offered')
    machine.key('Tab', 'Return')
    promise('another log is joined in the window', until(lambda: machine.count('sessions') == before + 1))
    machine.settle()
    machine.show('7-merged')
    machine.key('ctrl+z')
    promise('one key takes that back', until(lambda: machine.count('sessions') == before))
    machine.settle()
    machine.show('8-merge-taken-back')
    machine.key('ctrl+q')
    promise('the window closes', until(lambda: not machine.found_window()))
    machine.unknot('merge', '/root/other/log.db')
    promise('the command line joins it as well', machine.count('sessions') == before + 1)
    machine.unknot('undo')
    promise('and takes it back', machine.count('sessions') == before)


def reminder_is_taken_away(machine):
    config = machine.root / 'root/.config'
    machine.unknot('remind', '--uninstall', now=MORNING)
    promise('nothing of the reminder is left', not (config / 'autostart').exists())
    # A systemd of the user's own cannot run in a root; one that says yes to all has the units written.
    stand_in = machine.root / 'root/bin/systemctl'
    stand_in.parent.mkdir()
    stand_in.write_text('#!/bin/sh\necho "$@" >>/root/bin/asked\n')
    stand_in.chmod(0o755)
    machine.unknot('remind', '--install', PATH='/root/bin:/usr/bin:/bin')
    units = [config / 'systemd/user/unknot-reminder.service', config / 'systemd/user/unknot-reminder.timer']
    checked = subprocess.run(['systemd-analyze', 'verify', '--user', '--man=no', '--root=%s' % machine.root,
                              *('/' + str(unit.relative_to(machine.root)) for unit in units)],
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True)
    promise('where there is systemd the reminder is a timer of its own', all(unit.exists() for unit in units) and
            'restart unknot-reminder.timer' in (stand_in.parent / 'asked').read_text())
    promise('systemd takes its units', 'unknot' not in checked.stdout, checked.stdout)
    machine.unknot('remind', '--uninstall', PATH='/root/bin:/usr/bin:/bin')
    promise('nothing of the timer is left', not (config / 'systemd').exists())
    for file in stand_in.parent.iterdir():
        file.unlink()
    stand_in.parent.rmdir()


def main(root, pictures):
    pathlib.Path(pictures).mkdir(parents=True, exist_ok=True)
    with Machine(root, pictures) as machine:
        is_found_by_the_desktop(machine)
        reminder_is_shown_and_pressed(machine)
        dropped_file_is_imported(machine)
        other_log_is_joined(machine)
        reminder_is_taken_away(machine)
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:3]))
