#!/usr/bin/env python3
"""Shows that the program opens no socket except to the display, the session and its own other window.

    no_network.py PROGRAM        exit status 0 kept, 1 broken, 77 a tool is missing

strace sees every call of every thread and child, whatever library makes it. Each verb of the command line runs once, so does
every format of export, and the window with each of its screens, on a display and a session bus of their own. Programs that
do open a socket are traced first: each must be caught.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from desktop import Desktop, skip_where_missing, until

NOW = '2026-11-21T08:16:00+01:00'
CALF = ['calf', '--side', 'left']
# What a verb is given, each once; "{id}" is a session of the log. `remind` alone goes to the session.
VERBS = {
    'log': [[*CALF, '--pressure', '3']],
    'checkin': [[*CALF, '3', '--symptoms', 'none']],
    'today': [[], ['--json']],
    'flags': [[], ['--history'], ['--json']],
    'list': [[]],
    'edit': [['{id}', '--note', 'n']],
    'delete': [['{id}']],
    'undo': [[]],
    'export': [['--format', 'all', '-o', '{folder}/all', '--notes']],
    'import': [['{folder}/log.json'], ['--dry-run', '{folder}/log.json']],
    'areas': [[]],
    'profile': [[], ['--condition', 'none']],
    'demo': [['--db', '{folder}/demo.db', '--like', 'week']],
    'completion': [['bash']],
    'backup': [[], ['--list']],
    'restore': [['--dry-run', '{backup}']],
    'check': [[]],
    'salvage': [['-o', '{folder}/salvaged.db']],
    'chart': [[*CALF, '-o', '{folder}/chart.svg'], [*CALF, '-o', '{folder}/chart.png'], [*CALF, '-o', '{folder}/chart.pdf']],
    'merge': [['{folder}/other.db']],
    'remind': [[], ['--status'], ['--wait']],
}
CALL = re.compile(r'\b(socket|connect|bind|sendto|sendmsg)\((.*)')
PATH = re.compile(r'sun_path=(@?"(?:[^"\\]|\\.)*")')
# A desktop without notifications or systemd lacks what is asked for; 124 is the end of the moment.
REMIND = (0, 4, 124)
failures = []


def promise(sentence, kept, seen=''):
    print(('kept: ' if kept else 'BROKEN: ') + sentence + ('' if kept else ' (%s)' % (seen,)))
    if not kept:
        failures.append(sentence)


class Watch:
    """strace around a program; what it saw"""

    def __init__(self, folder, allowed):
        self.folder, self.allowed, self.count = folder, allowed, 0

    def command(self):
        """what a command line is begun with, to be watched"""
        self.count += 1
        self.file = self.folder / ('calls-%d' % self.count)
        return ['strace', '-f', '-qq', '--seccomp-bpf', '-s', '256', '-e', 'trace=socket,socketpair,connect,bind,sendto,sendmsg,sendmmsg',
                '-e', 'signal=none', '-o', str(self.file)]

    def peers(self):
        """where sockets were connected or bound to"""
        return {path.strip('@"') for line in self.lines() for path in PATH.findall(line)}

    def sockets(self):
        return [line for line in self.lines() if CALL.search(line)]

    def lines(self):
        return self.file.read_text(errors='replace').splitlines()

    def breaches(self):
        """the calls that are none of those allowed"""
        return [line for line in self.lines() if self.is_breach(line)]

    def is_breach(self, line):
        call = CALL.search(line)
        if call is None:
            return False
        name, arguments = call.groups()
        if name == 'socket':
            return not arguments.startswith('AF_UNIX')
        if 'sa_family=' in arguments and 'sa_family=AF_UNIX' not in arguments:
            return True
        return any(not any(re.fullmatch(pattern, path.strip('@"')) for pattern in self.allowed) for path in PATH.findall(arguments))


class Bus:
    """a session bus of its own, beside nobody"""

    def __init__(self, folder):
        self.path = str(folder / 'bus')
        config = folder / 'bus.conf'
        config.write_text('<busconfig><type>session</type><listen>unix:path=%s</listen><policy context="default"><allow send_destination="*" '
                          'eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>' % self.path)
        self.process = subprocess.Popen(['dbus-daemon', '--nofork', '--nopidfile', '--config-file', str(config)])
        until(lambda: os.path.exists(self.path))

    def close(self):
        self.process.terminate()
        self.process.wait(10)


def run(watch, command, environment, cwd):
    return subprocess.run([*watch.command(), *command], env=environment, cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, universal_newlines=True, timeout=120)


CONNECTS = {
    'to the network': 'import socket; socket.socket().connect_ex(("127.0.0.1", 9))',
    'to the network, version 6': 'import socket; socket.socket(socket.AF_INET6).connect_ex(("::1", 9))',
    'with a datagram': 'import socket; socket.socket(type=socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", 9))',
    'in a child': 'import os, socket\nif os.fork() == 0: socket.socket()\nelse: os.wait()',
    'in a thread': 'import socket, threading; threading.Thread(target=socket.socket).start()',
    'to another program of this machine': 'import socket; socket.socket(socket.AF_UNIX).connect_ex("/run/other")',
    'for others to come in': 'import socket; socket.socket(socket.AF_UNIX).bind("\\0other")',
}


def the_watch_can_see(watch, environment, cwd):
    for what, code in CONNECTS.items():
        run(watch, [sys.executable, '-c', code], environment, cwd)
        promise('a program that opens a socket %s is caught' % what, watch.breaches() != [])
    run(watch, [sys.executable, '-c', 'print(1)'], environment, cwd)
    promise('one that opens none is not', watch.breaches() == [], watch.breaches())


def verbs_of(program, environment):
    """those that --help lists"""
    text = subprocess.run([program, '--help'], env=environment, check=True, stdout=subprocess.PIPE, universal_newlines=True).stdout
    return re.findall(r'^  ([a-z]+) ', text.split('Subcommands:')[1], re.M)


def fill(program, environment, folder):
    """what the verbs are given; the words to put in"""
    for file, area in (('log.db', 'calf'), ('other.db', 'thigh_front')):
        subprocess.run([program, '--db', str(folder / file), 'log', area, '--side', 'left', '--pressure', '2'], env=environment,
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    subprocess.run([program, 'backup', '-o', str(folder / 'kept.db')], env=environment, check=True, stdout=subprocess.DEVNULL)
    (folder / 'log.json').write_text(json.dumps({'sessions': [], 'checkins': []}))
    listed = json.loads(subprocess.run([program, 'list', '--json'], env=environment, check=True, stdout=subprocess.PIPE).stdout)
    return {'{id}': listed[0]['id'], '{folder}': str(folder), '{backup}': str(folder / 'kept.db')}


def command_line(watch, program, environment, folder):
    words = fill(program, environment, folder)
    listed = verbs_of(program, environment)
    promise('every verb is watched', len(listed) > 10 and set(listed) == set(VERBS), set(listed) ^ set(VERBS))
    for verb, runs in VERBS.items():
        for given in runs:
            name = ' '.join([verb, *given])
            for old, new in words.items():
                given = [one.replace(old, new) for one in given]
            # What waits for the morning is watched for a moment.
            begin = ['timeout', '2'] if given == ['--wait'] else []
            got = run(watch, [*begin, program, verb, *given], environment, folder)
            promise('"%s" does what it is for' % name, got.returncode in REMIND if verb == 'remind' else got.returncode == 0, got.stdout)
            if verb == 'remind':
                promise('"%s" opens no socket but to the session' % name, watch.breaches() == [], watch.breaches())
            else:
                promise('"%s" opens no socket' % name, watch.sockets() == [], watch.sockets())


def reminder(watch, program, environment, folder):
    """switched on and off; where there is no systemd, on starts what waits through the session, and off ends it"""
    on = subprocess.Popen([*watch.command(), program, 'remind', '--install'], env=environment, cwd=folder, stdin=subprocess.DEVNULL,
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    file = watch.file
    status = [program, 'remind', '--status', '--json']
    until(lambda: json.loads(subprocess.run(status, env=environment, stdout=subprocess.PIPE).stdout)['keeper'] != 'none')
    off = run(watch, [program, 'remind', '--uninstall'], environment, folder)
    promise('switching the reminder off opens no socket but to the session', off.returncode == 0 and not watch.breaches(),
            watch.breaches() or off.stdout)
    on.wait(30)
    watch.file = file
    promise('switching it on opens none either', watch.sockets() != [] and watch.breaches() == [], watch.breaches())


def window(desktop, watch, program, environment, folder, bus):
    variables = {name: environment[name] for name in ('UNKNOT_NOW', 'UNKNOT_DB', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR')}
    traced = watch.command()
    opened = desktop.open(traced[0], *traced[1:], program, **variables)
    first = watch.file
    for key in ('ctrl+1', 'ctrl+2', 'ctrl+3', 'ctrl+4', 'ctrl+5', 'ctrl+6', 'ctrl+comma', 'question', 'Escape', 'ctrl+1'):
        desktop.key(key)
        desktop.settle(5)
    second = run(watch, [program], dict(desktop.environment, **variables), folder)
    promise('a second start opens no socket of another kind', second.returncode == 0 and not watch.breaches(),
            watch.breaches() or second.stdout)
    promise('it hands over', any(peer.startswith('unknot-') for peer in watch.peers()), watch.peers())
    watch.file = first
    desktop.close(opened)
    promise('the window with all its screens opens no socket of another kind', watch.breaches() == [], watch.breaches())
    peers = watch.peers()
    promise('it goes to the display and to the session bus, and is seen doing so',
            any('.X11-unix' in peer for peer in peers) and bus.path in peers, peers)


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    lacking = [name for name in ('strace', 'dbus-daemon') if shutil.which(name) is None]
    if lacking:
        print('not installed: ' + ', '.join(lacking))
        sys.exit(77)
    skip_where_missing()
    if subprocess.run(['strace', '-f', '--seccomp-bpf', '-o', '/dev/null', 'true'], stderr=subprocess.DEVNULL).returncode != 0:
        print('strace may not trace here')
        sys.exit(77)
    folder = pathlib.Path(tempfile.mkdtemp(prefix='unknot-no-network-'))
    bus = Bus(folder)
    try:
        with Desktop(1000, 720) as desktop:
            runtime = folder / 'runtime'
            runtime.mkdir(mode=0o700)
            environment = dict(desktop.environment, TZ='Europe/Berlin', UNKNOT_NOW=NOW, UNKNOT_DB=str(folder / 'log.db'),
                               DBUS_SESSION_BUS_ADDRESS='unix:path=' + bus.path, XDG_RUNTIME_DIR=str(runtime))
            watch = Watch(folder, [r'/tmp/\.X11-unix/X' + desktop.environment['DISPLAY'][1:], re.escape(bus.path),
                                   'unknot-%d-[0-9a-f]+' % os.getuid(),
                                   # The C library asks a cache of user names who somebody is, where there is one (nscd).
                                   r'(/var)?/run/nscd/socket',
                                   # systemctl, which `remind` starts: the user's own systemd.
                                   re.escape(str(runtime)) + '/systemd/private',
                                   # Its own end of that, which systemd 257 gives a name.
                                   '[0-9a-f]+/bus/systemctl/.*'])
            the_watch_can_see(watch, environment, folder)
            command_line(watch, program, environment, folder)
            reminder(watch, program, environment, folder)
            window(desktop, watch, program, environment, folder, bus)
    finally:
        bus.close()
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(1 if failures else 0)


main()
