#!/usr/bin/env python3
"""Breaks the real program in every way of the table of promises, and counts.

    faults.py --program FILE --preload FILE [--long] [--only P2,P10] [--state FILE] [--seeded FAULT]

Prints one line a promise: trials and failures; exit status 10 where one failed. --long runs the numbers of README.md, and
goes on where an earlier run of the same state file stopped. Every trial is made from its number alone, so that a failure
can be run again.
"""
import argparse
import errno
import hashlib
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import replay

NOW = '2026-03-07T20:00:00+01:00'


class World:
    """The program under test and a folder of its own for each trial."""

    def __init__(self, program, preload, seeded):
        self.program, self.preload = str(program), str(preload)
        self.writer = str(Path(preload).parent / 'unknot_writer')
        self.salvaged, self.commits = [], 0
        self.base = {'PATH': '/usr/bin:/bin', 'TZ': 'Europe/Berlin', 'UNKNOT_NOW': NOW}
        if seeded:
            self.base['UNKNOT_SEEDED_FAULT'] = seeded
        shared = Path('/dev/shm')
        self.root = tempfile.mkdtemp(prefix='unknot-faults-', dir=shared if os.access(shared, os.W_OK) else None)

    def folder(self):
        return Path(tempfile.mkdtemp(dir=self.root))

    def run(self, db, *arguments, **environment):
        """(exit status, standard output, standard error)"""
        got = subprocess.run([self.program, '--db', str(db), *arguments], env={**self.base, **environment},
                             stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        return got.returncode, got.stdout.decode(errors='replace'), got.stderr.decode(errors='replace')

    def preloaded(self, db, *arguments, **environment):
        return self.run(db, *arguments, LD_PRELOAD=self.preload, UNKNOT_FOLDER=str(Path(db).parent), **environment)

    def log(self, db, note, **environment):
        return self.run(db, 'log', 'calf', '--side', 'left', '--pressure', '3', '--note', note, **environment)

    def notes(self, db):
        """the notes of all sessions, or None where the log cannot be read"""
        status, out, _ = self.run(db, 'export', '-o', str(Path(db).parent / 'notes.json'), '--format', 'json')
        file = Path(db).parent / 'notes.json'
        if status != 0 or not file.exists():
            return None
        sessions = json.loads(file.read_text())['sessions']
        file.unlink()
        return sorted(session.get('note', '') for session in sessions)

    def populated(self, count=3):
        folder = self.folder()
        db = folder / 'log.db'
        for i in range(count):
            status, _, err = self.log(db, f'n{i}')
            if status != 0:
                raise SystemExit(f'no log could be made: {err}')
        shutil.rmtree(folder / 'backups', ignore_errors=True)
        return db

    def copy(self, db):
        folder = self.folder()
        shutil.copytree(db.parent, folder, dirs_exist_ok=True)
        return folder / db.name


def digest(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


# ---- P1: what was called saved survives kill -9

def p1(world, number):
    chance = random.Random(number)
    db = world.copy(world.template)
    before = world.notes(db)
    child = subprocess.Popen([world.program, '--db', str(db), 'log', 'calf', '--side', 'left', '--pressure', '3', '--note',
                              'killed'], env=world.base, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                             stderr=subprocess.DEVNULL)
    time.sleep(chance.random() * 0.03)
    child.kill()
    said = b'Logged' in child.communicate()[0]
    after = world.notes(db)
    shutil.rmtree(db.parent)
    whole = after is not None and after in (before, sorted(before + ['killed']))
    return whole and (not said or 'killed' in after)


# ---- P2, P8: power cuts

SCENES = {
    'log': (['log', 'calf', '--side', 'left', '--pressure', '3', '--note', 'cut'], 'saved'),
    'delete': (['delete', '{id}'], 'deleted'),
    'backup': (['backup'], 'backup'),
}


def record(world, db, arguments):
    recording = db.parent.parent / (db.parent.name + '.events')
    world.preloaded(db, *arguments, UNKNOT_RECORD=str(recording))
    events = [json.loads(line) for line in recording.read_text().splitlines()]
    recording.unlink()
    return events


def after_cut(world, disk, original, scene, said):
    """True where what the disk holds keeps the promise"""
    folder = world.folder()
    disk.lay_out(original, folder)
    db = folder / 'log.db'
    notes = world.notes(db)
    good = notes is not None
    if good and scene == 'saved':
        good = notes in (['n0', 'n1', 'n2'], ['cut', 'n0', 'n1', 'n2']) and (not said or 'cut' in notes)
    elif good and scene == 'deleted':
        good = len(notes) in (2, 3) and (not said or len(notes) == 2)
    elif good and scene == 'backup':
        backups = [path for path in folder.glob('backups/log-*.db')]
        good = notes == ['n0', 'n1', 'n2'] and (not said or len(backups) >= 1)
        good = good and all(world.run(db, 'restore', '--dry-run', str(path))[0] == 0 for path in backups)
    shutil.rmtree(folder)
    return good


def power_cuts(world, scene, budget, seed):
    """yields whether each different state that was tried keeps its promise"""
    arguments, kind = SCENES[scene]
    pristine = world.copy(world.template)
    if '{id}' in arguments:
        listed = json.loads(world.run(pristine, 'list', '--json')[1])
        arguments = [listed[0]['id'] if part == '{id}' else part for part in arguments]
    work = world.copy(pristine)
    original = work.parent
    start = world.copy(work)
    events = record(world, work, arguments)
    shutil.rmtree(original)
    shutil.copytree(start.parent, original)
    torn = max(2, budget // (len(events) + 1))
    different = {(disk.key(), said): disk for _, said, disk in replay.states(original, events, torn, seed)}
    # Spread over all calls: the last ones, where a file gets its name, matter most. The very last state is always tried.
    states = list(different.items())
    for i in range(min(budget, len(states))):
        (_, said), disk = states[len(states) - 1 - i * len(states) // budget] if len(states) > budget else states[i]
        yield after_cut(world, disk, original, kind, said)
    for folder in (pristine.parent, original, start.parent):
        shutil.rmtree(folder, ignore_errors=True)


# ---- P3, P4: the k-th call fails

ERRORS = [errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EFBIG]


def calls_of(world, *arguments):
    db = world.copy(world.template)
    count = db.parent.parent / 'count'
    world.preloaded(db, *arguments, UNKNOT_COUNT=str(count))
    shutil.rmtree(db.parent)
    return int(count.read_text())


def p3(world, k, error, how):
    db = world.copy(world.template)
    arguments = ['log', 'calf', '--side', 'left', '--pressure', '3', '--note', 'failed']
    status, _, err = world.preloaded(db, *arguments, UNKNOT_FAIL=f'{k}:{error}:{how}')
    notes = world.notes(db)
    good = notes is not None and status in (0, 3) and [n for n in notes if n != 'failed'] == ['n0', 'n1', 'n2']
    there = notes.count('failed') if notes else 0
    if status == 0:
        good = good and there == 1
    else:
        # What failed and is there all the same would be two once it is saved again. Where the disk answers no more, nobody
        # can tell; then just that must be said.
        unsure = how == 'on' and 'could not be found out' in err
        good = good and len(err.strip()) > 10 and (there == 0 or unsure)
        if good and not unsure:
            good = world.log(db, 'failed')[0] == 0 and world.notes(db).count('failed') == 1
    shutil.rmtree(db.parent)
    return good


# ---- P5: what is not ours is never written

def foreign_files(world, folder):
    def database(name, sql, version=0):
        path = folder / name
        connection = sqlite3.connect(path)
        connection.executescript(sql)
        connection.execute(f'PRAGMA user_version={version}')
        connection.commit()
        connection.close()
        return path
    (folder / 'text').write_text('x' * 5000)
    yield folder / 'text'
    yield database('other.db', 'CREATE TABLE t (x); INSERT INTO t VALUES (1)')
    yield database('same_version.db', 'CREATE TABLE session (x)', 2)
    yield database('wal.db', 'PRAGMA journal_mode=WAL; CREATE TABLE t (x)')
    newer = folder / 'newer.db'
    shutil.copy(world.template, newer)
    connection = sqlite3.connect(newer)
    connection.execute('PRAGMA user_version=99')
    connection.execute("UPDATE meta SET value='99' WHERE key='oldest_reader'")
    connection.commit()
    connection.close()
    yield newer
    hot = database('hot.db', 'CREATE TABLE t (x)')
    (folder / 'hot.db-journal').write_bytes(b'\xd9\xd5\x05\xf9\x20\xa1\x63\xd7' + bytes(504))
    yield hot


VERBS = [['log', 'calf', '--side', 'left', '--pressure', '3'], ['checkin', 'calf', '--side', 'left', '3'], ['today'], ['flags'],
         ['flags', '--history'], ['list'], ['edit', 'x', '--note', 'y'], ['delete', 'x'], ['undo'], ['export', '-o', '{new}'],
         ['import', '{log}'], ['areas'], ['profile'], ['profile', '--condition', 'none'], ['backup'], ['backup', '--list'],
         ['backup', '-o', '{new}'], ['check'], ['salvage', '-o', '{new}'], ['merge', '{own}']]


def p5(world):
    for number in range(6):
        for verb in VERBS:
            folder = world.folder()
            files = list(foreign_files(world, folder))
            file = files[number]
            (folder / 'in.json').write_text('{"format":"unknot-log","version":1,"sessions":[],"checkins":[]}')
            shutil.copy(world.template, folder / 'own.db')
            before = {path: digest(path) for path in folder.iterdir()}
            arguments = [{'{new}': str(folder / 'new'), '{log}': str(folder / 'in.json'), '{own}': str(folder / 'own.db')}.get(part, part) for part in verb]
            status = world.run(file, *arguments)[0]
            same = all(path.exists() and digest(path) == value for path, value in before.items())
            shutil.rmtree(folder)
            yield same and status in (1, 3)


# ---- P6, P7: migration and import, killed at the k-th call

FROZEN = Path(__file__).resolve().parents[1] / 'data' / 'storage' / 'v1.db'


def p6(world, k):
    folder = world.folder()
    db = folder / 'log.db'
    shutil.copy(FROZEN, db)
    db.chmod(0o600)
    status, _, _ = world.preloaded(db, 'list', UNKNOT_KILL=str(k))
    connection = sqlite3.connect(db)
    version = connection.execute('PRAGMA user_version').fetchone()[0]
    connection.close()
    backups = list(folder.glob('log.db.before-version-*'))
    good = version == 1 or (len(backups) == 1 and world.run(db, 'restore', '--dry-run', str(backups[0]))[0] == 0)
    listed = world.run(db, 'list', '--json')[1]
    good = good and len(json.loads(listed)) == 7 and world.run(db, 'check')[0] == 0
    shutil.rmtree(folder)
    return good, status == 0


def p7(world, k):
    db = world.copy(world.template)
    file = db.parent / 'in.json'
    file.write_text(json.dumps({'format': 'unknot-log', 'version': 1, 'checkins': [], 'sessions': [
        {'area': 'calf', 'side': 'left', 'started_at': f'2026-02-0{i}T10:00:00+01:00', 'pressure': 3, 'note': f'i{i}'}
        for i in range(1, 6)]}))
    status, _, _ = world.preloaded(db, 'import', str(file), UNKNOT_KILL=str(k))
    before, whole = ['n0', 'n1', 'n2'], [f'i{i}' for i in range(1, 6)] + ['n0', 'n1', 'n2']
    good = world.notes(db) in (before, whole) and (status != 0 or world.notes(db) == whole)
    good = good and world.run(db, 'import', str(file))[0] == 0 and world.notes(db) == whole
    shutil.rmtree(db.parent)
    return good, status == 0


# ---- P9: restoring

def p9(world, k):
    db = world.copy(world.with_backup)
    backup = next(db.parent.glob('backups/*.db'))
    (db.parent / 'log.db-wal').write_bytes(b'w' * 4096)
    status, _, _ = world.preloaded(db, 'restore', str(backup), UNKNOT_KILL=str(k))
    stayed = (db.parent / 'log.db-wal').exists()
    (db.parent / 'log.db-wal').unlink(missing_ok=True)
    notes = world.notes(db)
    asides = [p for p in db.parent.glob('log.db.aside-*') if not p.name.endswith(('-journal', '-wal', '-shm'))]
    good = notes in (['n0', 'n1', 'n2'], ['later', 'n0', 'n1', 'n2'])
    if notes == ['n0', 'n1', 'n2']:  # it happened: the log from before must be there, whole
        good = good and not stayed and any(world.notes(aside) == ['later', 'n0', 'n1', 'n2'] for aside in asides)
    good = good and world.run(db, 'restore', '--dry-run', str(backup))[0] == 0
    shutil.rmtree(db.parent)
    return good, status == 0


def p9_hot(world, present):
    """the journal of a log that a power cut left, beside a log that cannot be opened any more, or is gone"""
    db = world.copy(world.with_backup)
    backup = next(db.parent.glob('backups/*.db'))
    for k in range(1, 60):
        world.preloaded(db, 'log', 'calf', '--side', 'left', '--pressure', '3', '--note', 'cut', UNKNOT_KILL=str(k))
        journal = db.parent / 'log.db-journal'
        if journal.exists() and journal.read_bytes()[:1] not in (b'', b'\0'):
            break
    else:
        return False
    if present:
        db.write_bytes(b'garbled' + db.read_bytes()[7:])
    else:
        db.unlink()
    good = world.run(db, 'restore', str(backup))[0] == 0
    good = good and world.notes(db) == ['n0', 'n1', 'n2'] and world.run(db, 'check')[0] == 0
    shutil.rmtree(db.parent)
    return good


# ---- P10: damage

def damage(content, kind, chance):
    content = bytearray(content)
    if kind == 'flip':
        for _ in range(chance.randint(1, 8)):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    elif kind == 'sector':
        at = chance.randrange(len(content) // 512) * 512
        content[at:at + 512] = bytes(512)
    elif kind == 'page':
        at = chance.randrange(len(content) // 4096) * 4096
        content[at:at + 4096] = chance.randbytes(4096)
    else:
        del content[chance.randrange(len(content)):]
    return bytes(content)


def p10(world, kind, number):
    chance = random.Random(f'{kind} {number}')
    db = world.copy(world.large)
    db.write_bytes(damage(db.read_bytes(), kind, chance))
    hurt = digest(db)
    status, out, err = world.run(db, 'list', '--json')
    good = status in (0, 3)
    if status == 0:
        got = {entry['id']: entry for entry in json.loads(out)}
        good = all(world.large_entries.get(id) == entry for id, entry in got.items())
        good = good and len(got) == len(world.large_entries)
    else:
        # Refused: a save is refused too, and no byte of the file is changed by either.
        good = world.log(db, 'x')[0] == 3 and db.exists() and digest(db) == hurt
        saved = db.parent / 'saved.db'
        rescued, _, _ = world.run(db, 'salvage', '-o', str(saved))
        if rescued == 0:
            listed = json.loads(world.run(saved, 'list', '--json')[1])
            good = good and all(world.large_entries.get(entry['id']) == entry for entry in listed)
            world.salvaged.append(len(listed))
        else:
            world.salvaged.append(0)
        good = good and digest(db) == hurt
    shutil.rmtree(db.parent)
    return good


# ---- P11: several processes

def p11(world, commits):
    """two that keep the log open as the window does, the command line that saves, reads and makes backups meanwhile"""
    db = world.copy(world.template)
    each = commits // 2
    done = Path(f'{db}.done')
    loop = 'i=0; while [ ! -e "{done}" ]; do i=$((i+1)); "{p}" --db "{db}" {verb} >/dev/null || exit 1; done; echo $i'

    def start(command):
        return subprocess.Popen(command, env=world.base, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    windows = [start([world.writer, str(db), name, str(each)]) for name in ('a', 'b')]
    lines = [start(['sh', '-c', loop.format(done=done, p=world.program, db=db, verb=verb)])
             for verb in ('log calf --side left --pressure 3 --note "c-$i"', 'today', 'backup')]
    said = [process.communicate() for process in windows]
    done.touch()
    said += [process.communicate() for process in lines]
    good = all(process.returncode == 0 for process in windows + lines) and not any(err for _, err in said)
    by_line = int(said[2][0] or 0)
    notes = world.notes(db)
    good = good and by_line > 0 and notes == sorted(['n0', 'n1', 'n2'] + [f'{name}-{i}' for name in 'ab' for i in range(1, each + 1)]
                                                    + [f'c-{i}' for i in range(1, by_line + 1)])
    world.commits += 2 * each + by_line
    if not good:
        lost = 'the log cannot be read' if notes is None else f'{2 * each + by_line + 3 - len(notes)} rows are lost'
        print('P11:', lost, *[err.decode().strip() for _, err in said if err], sep='\n  ', file=sys.stderr, flush=True)
    shutil.rmtree(db.parent)
    return good


# ---- P12, P13, P14: tables

def p12(world):
    for mask in (0o000, 0o022, 0o077, 0o777):
        folder = world.folder()
        db = folder / 'new' / 'log.db'
        before = os.umask(mask)
        try:
            world.log(db, 'x')
            world.run(db, 'backup')
            world.run(db, 'backup', '-o', str(folder / 'new' / 'mine.db'))
            world.run(db, 'export', '-o', str(folder / 'new' / 'out.json'))
            world.run(db, 'salvage', '-o', str(folder / 'new' / 'saved.db'))
        finally:
            os.umask(before)
        found = [path for path in (folder / 'new').rglob('*')]
        yield len(found) >= 6 and all((path.stat().st_mode & 0o777) == (0o700 if path.is_dir() else 0o600) for path in
                                      found + [folder / 'new'])
        shutil.rmtree(folder)
    for verb in (['backup', '-o', '{link}'], ['export', '-o', '{link}'], ['salvage', '-o', '{link}']):
        for kind in ('symlink', 'dangling', 'hard'):
            db = world.copy(world.template)
            victim, link = db.parent / 'victim', db.parent / 'link'
            if kind != 'dangling':
                victim.write_text('mine')
            link.hardlink_to(victim) if kind == 'hard' else link.symlink_to(victim)
            status = world.run(db, *[str(link) if part == '{link}' else part for part in verb])[0]
            kept = not victim.exists() if kind == 'dangling' else victim.read_text() == 'mine'
            yield status != 0 and kept
            shutil.rmtree(db.parent)


def p13(world):
    for verb in (['list'], ['log', 'calf', '--side', 'left', '--pressure', '3'], ['undo'], ['backup'], ['check']):
        for trace in ('backups', 'journal'):
            db = world.copy(world.with_backup)
            db.unlink()
            if trace == 'journal':
                shutil.rmtree(db.parent / 'backups')
                Path(f'{db}-journal').write_bytes(b'j' * 512)
            status, _, err = world.run(db, *verb)
            yield status == 3 and not db.exists() and str(db) in err
            shutil.rmtree(db.parent)
    folder = world.folder()
    (folder / 'home').write_text('a file where a folder should be')
    yield world.log(folder / 'home' / 'log.db', 'x')[0] == 3
    status, _, err = world.log(folder / 'fresh' / 'log.db', 'x')
    yield status == 0 and 'Began a new log at' in err
    shutil.rmtree(folder)


def p14(world):
    db = world.copy(world.template)
    (db.parent / 'backups').write_text('in the way')
    status, _, err = world.log(db, 'x')
    yield status == 0 and 'backup' in err and 'could not be made' in err
    listed = json.loads(world.run(db, 'backup', '--list', '--json')[1])
    yield bool(listed.get('last_failure', {}).get('reason'))
    (db.parent / 'backups').unlink()
    yield world.run(db, 'backup')[0] == 0 and 'last_failure' not in json.loads(world.run(db, 'backup', '--list', '--json')[1])
    world.log(db, 'y')
    for when, old in (('2026-03-14T19:00:00+01:00', False), ('2026-03-15T20:00:00+01:00', True),
                      ('2026-03-06T20:00:00+01:00', True)):
        listed = json.loads(world.run(db, 'backup', '--list', '--json', UNKNOT_NOW=when)[1])
        yield listed['old'] == old
    shutil.rmtree(db.parent)


# ---- P15: no input ends the program

# Ends that are answers; anything else is a crash, a signal or an exception that nobody expected.
ENDS = (0, 1, 2, 3, 4)
ODD = ['', ' ', '-', '--', '-1', '0', '6', '11', '2,5', '1e9', '99999999999999999999', '-9223372036854775809', 'NaN', 'none', 'none,sharp',
       'calf', 'Calf', 'left', 'both', 'center', 'no_such', '25:00', '2026-02-30', '2026-03-29T02:30', '0000-01-01', '9999-12-31T23:59:59Z',
       '10000-01-01', '2026-03-07T10:00:00+99:99', '4 h 1 s', '0 s', '1:60', 'last', 'x' * 5000, '../log.db', '.', 'log.db', 'in.json',
       'all', 'pdf', 'json', 'csv', 'fhir', 'xlsx', 'de', 'xx', '\x1b[2J', '\u202e', '\u0301', '\U0001f600', b'\xff\xfe', b'\xc3', '%s%n',
       '{0}', '{', '--db', '--', '-o', 'a=b', "';--"]
OPTIONS = ['--side', '--pressure', '--minutes', '--duration', '--note', '--at', '--tool', '--before', '--felt', '--screening', '--symptoms',
           '--as-of', '--history', '--json', '--from', '--to', '--area', '--format', '-o', '--force', '--dry-run', '--update', '--condition',
           '--list', '--lang', '--notes', '--name', '--password', '--last', '--like', '--seed', '--sessions', '--help', '--no-such', '-x']
OFFERED = ['log', 'checkin', 'today', 'flags', 'list', 'edit', 'delete', 'undo', 'export', 'import', 'areas', 'profile', 'demo', 'completion',
           'backup', 'restore', 'check', 'salvage', 'chart', 'merge', 'no_such']
VARIABLES = ['TZ', 'LANG', 'LC_ALL', 'LC_MESSAGES', 'UNKNOT_NOW', 'UNKNOT_DB', 'HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_CONFIG_HOME',
             'DBUS_SESSION_BUS_ADDRESS', 'DISPLAY']
CORPUS = Path(__file__).resolve().parents[1] / 'fuzz' / 'corpus'


def kept_inputs(name):
    return sorted(file.read_bytes() for file in (CORPUS / name).iterdir())


def changed(content, chance):
    """a few small changes, such as a damaged or hostile file has"""
    content = bytearray(content)
    for _ in range(chance.randint(0, 4)):
        at = chance.randrange(len(content) + 1)
        how = chance.randrange(4)
        if how == 0 and at < len(content):
            content[at] = chance.randrange(256)
        elif how == 1:
            del content[at:at + chance.randint(1, 8)]
        elif how == 2:
            content[at:at] = content[at:at + chance.randint(1, 16)]
        else:
            content[at:at] = os.fsencode(chance.choice(ODD))[:40]
    return bytes(content)


def odd_run(world, kind, chance, folder):
    """the arguments and the environment of one run on log.db in the folder"""
    named = ['--db', 'log.db']
    environment = {'HOME': str(folder), 'XDG_CONFIG_HOME': str(folder / 'config')}
    if kind == 'arguments':
        given = [chance.choice(OFFERED)]
        for _ in range(chance.randint(0, 6)):
            given.append(chance.choice(OPTIONS if chance.random() < 0.5 else ODD))
        return [*named, *given], environment
    if kind == 'environment':
        for name in chance.sample(VARIABLES, chance.randint(1, 4)):
            environment[name] = chance.choice(ODD)
        verb = chance.choice([['today'], ['list'], ['log', 'calf', '--side', 'left', '--pressure', '3'], ['export'], ['flags', '--history'], []])
        return [*(named if chance.random() < 0.5 else []), *verb], environment
    if kind == 'settings':
        (folder / 'config' / 'unknot').mkdir(parents=True)
        (folder / 'config' / 'unknot' / 'settings.json').write_bytes(changed(chance.choice(kept_inputs('settings')), chance))
        return chance.choice([['today'], ['list'], ['backup', '--list'], ['remind', '--status']]), environment
    name = chance.choice(['import_json', 'import_csv'])
    (folder / 'in').write_bytes(changed(chance.choice(kept_inputs(name)), chance))
    return [*named, 'import', 'in'], environment


def p15(world, kind, number):
    chance = random.Random(f'{kind} {number}')
    db = world.copy(world.template)
    arguments, environment = odd_run(world, kind, chance, db.parent)
    got = subprocess.run([world.program, *arguments], env={**world.base, **environment}, cwd=db.parent, stdin=subprocess.DEVNULL,
                         capture_output=True, timeout=60)
    good = got.returncode in ENDS and (got.returncode == 0 or len(got.stderr.strip()) > 10)
    good = good and harmless(got.stderr.decode(errors='replace'))
    # What was there can still be read, unless it was asked to go.
    good = good and ('delete' in arguments or 'undo' in arguments or world.run(db, 'check')[0] == 0)
    shutil.rmtree(db.parent)
    return good


# ---- P16: text never commands

def harmless(text):
    return not any(ord(c) < 32 and c not in '\n\t' or 127 <= ord(c) < 160 or ord(c) in
                   (0x61c, 0x200e, 0x200f, 0x2028, 0x2029, *range(0x202a, 0x202f), *range(0x2066, 0x206a)) for c in text)


HOSTILE = ['\x1b]0;owned\x07', '\x1b[2J', '\x9b31m', '\u202egnp.exe', '\u2066x\u2069', 'a\rb', '\x00'.join('ab'), '\u2028',
           '\x1b]8;;http://x\x07', '=cmd|calc', '\x7f', '\u061c']


def p16(world):
    for text in HOSTILE:
        folder = world.folder()
        db = folder / 'log.db'
        name = text.replace('\x00', '').replace('/', '_')
        log = {'format': 'unknot-log', 'version': 1, 'areas': [{'id': 'own_x', 'name': text, 'left': True, 'front': True}],
               'sessions': [{'id': 's1', 'area': 'own_x', 'side': 'left', 'started_at': '2026-03-07T10:00:00+01:00', 'pressure': 3,
                             'note': text, 'tool': text}], 'checkins': []}
        file = folder / f'{name}.json'
        file.write_text(json.dumps(log))
        outputs = [world.run(db, 'import', str(file))]
        outputs += [world.run(db, *verb) for verb in (['list'], ['today'], ['flags'], ['areas'], ['undo'])]
        outputs += [world.run(folder / f'{name}.db', verb) for verb in ('list', 'check')]
        outputs += [world.run(db, verb, str(folder / name)) for verb in ('restore', 'import', 'merge')]
        yield all(harmless(out) and harmless(err) for _, out, err in outputs)
        shutil.rmtree(folder)


# ---- the run

def promises(world, long):
    """name → iterator of trials, each a function that says whether the promise was kept"""
    def each(function, arguments):
        return [lambda a=a: function(world, *a) for a in arguments]

    def table(function, *arguments):
        return [lambda: list(function(world, *arguments))]

    count = calls_of(world, 'log', 'calf', '--side', 'left', '--pressure', '3', '--note', 'failed')
    every_k = range(1, count + 2)
    # Which call it is that fails and has saved all the same, nobody can know: each fails once in the short run, too.
    failing = [(k, e, h) for e in (ERRORS if long else ERRORS[:2]) for h in ('once', 'on')
               for k in (every_k if long or (e, h) == (errno.EIO, 'once') else every_k[::3])]
    cuts = 40_000 if long else 240
    damaged = 1500 if long else 12

    def kills(function):
        k, ended = 1, False
        while not ended:
            good, ended = function(world, k)
            yield good
            k += 1 if long else 4

    return {
        'P1': each(p1, [(n,) for n in range(3000 if long else 40)]),
        'P2': [lambda s=s, share=share, part=part: list(power_cuts(world, s, share, part))
               for part in range(20 if long else 1)
               for s, share in (('log', cuts * 3 // (80 if long else 4)), ('delete', cuts // (80 if long else 4)))],
        'P3/P4': each(p3, failing),
        'P5': table(p5),
        'P6': [lambda: list(kills(p6))] * (12 if long else 1),
        'P7': [lambda: list(kills(p7))],
        'P8': [lambda part=part: list(power_cuts(world, 'backup', 400 if long else 60, part)) for part in range(5 if long else 1)],
        'P9': [lambda: list(kills(p9)), lambda: p9_hot(world, True), lambda: p9_hot(world, False)],
        'P10': each(p10, [(kind, n) for kind in ('flip', 'sector', 'page', 'cut') for n in range(damaged)]),
        'P11': each(p11, [(2000,)] * 50 if long else [(200,)]),
        'P12': table(p12),
        'P13': table(p13),
        'P14': table(p14),
        'P15': each(p15, [(kind, n) for kind in ('arguments', 'environment', 'settings', 'import')
                          for n in range(2500 if long else 30)]),
        'P16': table(p16),
    }


def prepare(world):
    world.template = world.populated()
    world.with_backup = world.copy(world.template)
    if world.run(world.with_backup, 'backup')[0] != 0:
        raise SystemExit('no backup could be made')
    world.log(world.with_backup, 'later')
    world.large = world.folder() / 'log.db'
    sessions = [{'id': f's{i}', 'area': 'calf', 'side': 'left', 'started_at': f'2026-0{1 + i % 2}-{1 + i % 28:02}T10:00:00+01:00',
                 'pressure': 1 + i % 5, 'note': 'note ' * (i % 40)} for i in range(400)]
    file = world.large.parent / 'in.json'
    file.write_text(json.dumps({'format': 'unknot-log', 'version': 1, 'sessions': sessions, 'checkins': []}))
    if world.run(world.large, 'import', str(file))[0] != 0:
        raise SystemExit('no large log could be made')
    file.unlink()
    shutil.rmtree(world.large.parent / 'backups', ignore_errors=True)
    world.large_entries = {entry['id']: entry for entry in json.loads(world.run(world.large, 'list', '--json')[1])}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--program', required=True)
    parser.add_argument('--preload', required=True)
    parser.add_argument('--long', action='store_true')
    parser.add_argument('--only', default='')
    parser.add_argument('--state', default='')
    parser.add_argument('--seeded', default='')
    parser.add_argument('--prove', action='store_true', help='each seeded fault of the test build must be found')
    given = parser.parse_args()
    if given.prove:
        return prove(given)
    world = World(Path(given.program).resolve(), Path(given.preload).resolve(), '')
    try:
        prepare(world)
        if given.seeded:
            world.base['UNKNOT_SEEDED_FAULT'] = given.seeded
        return run(world, given)
    finally:
        shutil.rmtree(world.root, ignore_errors=True)


# Its own exit status, which no trial that could not be made has.
trial_failed = 10

SEEDED = {'says_saved_before_commit': 'P1', 'does_not_sync': 'P2', 'says_saved_after_error': 'P3/P4',
          'saves_what_it_calls_failed': 'P3/P4', 'writes_foreign_files': 'P5', 'migrates_without_backup': 'P6', 'imports_some': 'P7',
          'publishes_without_sync': 'P8', 'leaves_side_files': 'P9', 'overwrites_damaged': 'P10', 'never_waits': 'P11',
          'opens_files_to_all': 'P12', 'begins_anew_where_one_was': 'P13', 'forgets_failed_backups': 'P14',
          'ends_at_odd_input': 'P15', 'shows_control_characters': 'P16'}


def prove(given):
    unseen = 0
    for fault, promise in SEEDED.items():
        got = subprocess.run([sys.executable, __file__, '--program', given.program, '--preload', given.preload, '--only', promise,
                              '--seeded', fault], stdout=subprocess.DEVNULL)
        found = got.returncode == trial_failed
        print(f'{fault} ({promise}): {"found" if found else "NOT FOUND"}', flush=True)
        unseen += not found
    return 1 if unseen else 0


def run(world, given):
    state = Path(given.state) if given.state else None
    done = json.loads(state.read_text()) if state and state.exists() else {}
    wanted = set(filter(None, given.only.split(',')))
    failed = 0
    for name, trials in promises(world, given.long).items():
        if wanted and name not in wanted:
            continue
        counts = done.setdefault(name, {'next': 0, 'trials': 0, 'failures': 0, 'failed': []})
        shown = time.monotonic()
        for number in range(counts['next'], len(trials)):
            try:
                results = trials[number]()
            except subprocess.TimeoutExpired:
                results = False
            results = results if isinstance(results, list) else [results]
            counts['trials'] += len(results)
            counts['failures'] += results.count(False)
            if False in results:
                counts['failed'].append(number)
            counts['next'] = number + 1
            if state:
                state.write_text(json.dumps(done))
            if given.long and time.monotonic() - shown > 10:
                shown = time.monotonic()
                print(f'{name}: {number + 1} of {len(trials)}', file=sys.stderr, flush=True)
            if given.seeded and counts['failures']:
                break
        failed += counts['failures']
        print(f'{name:6} {counts["trials"]:6} trials {counts["failures"]:4} failures'
              + (f'  (numbers {counts["failed"][:10]})' if counts['failed'] else ''), flush=True)
    if world.salvaged:
        print(f'salvaged on average {sum(world.salvaged) / len(world.salvaged):.0f} of {len(world.large_entries)} records')
    if world.commits:
        print(f'{world.commits} commits side by side')
    return trial_failed if failed else 0


if __name__ == '__main__':
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.exit(main())
