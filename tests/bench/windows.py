"""Rows about the window: start, stillness, frames, memory."""
import json
import os
import pathlib
import signal
import subprocess
import sys
import threading
import time

from places import NOW, ROOT, bounded, compared, interleaved, left_out

sys.path.insert(0, str(ROOT / 'tests/window'))
from desktop import Desktop, missing  # noqa: E402


def first_frame_of_the_program(desktop, places, log):
    """seconds from the start of the process to its first frame, as its own trace says into a pipe"""
    pipe = str(desktop.folder / 'trace')
    if not os.path.exists(pipe):
        os.mkfifo(pipe)
    shown = []

    def read():
        with open(pipe) as lines:
            for line in lines:
                if '"first frame"' in line:
                    shown.append(json.loads(line.rstrip().rstrip(','))['ts'] / 1e6)
                    return

    reader = threading.Thread(target=read)
    reader.start()
    begun = time.monotonic()
    process = subprocess.Popen([places.unknot, '--db', str(log), '--trace', pipe],
                               env=dict(desktop.environment, UNKNOT_NOW=NOW), stderr=subprocess.DEVNULL)
    reader.join(60)
    process.send_signal(signal.SIGKILL)
    process.wait(20)
    return shown[0] - begun


def first_frame_of_the_peer(desktop, places):
    begun = time.monotonic()
    process = subprocess.run([places.peer('bare_window')], env=desktop.environment, stdout=subprocess.PIPE, check=True)
    return int(process.stdout) / 1e9 - begun


def working_sets(desktop):
    return desktop.folder / '.local/state/unknot/working-sets'


def open_once(desktop, places, log):
    """as the day before: a long log's working set is kept for the next start"""
    if os.path.getsize(log) < 8_000_000:
        return
    kept = len(list(working_sets(desktop).glob('[!.]*')))
    process = desktop.open(places.unknot, '--db', str(log), UNKNOT_NOW=NOW)
    for _ in range(600):
        if len(list(working_sets(desktop).glob('[!.]*'))) > kept:
            break
        time.sleep(0.1)
    else:
        raise RuntimeError('no working set was kept of %s' % log)
    process.kill()
    process.wait(20)
    desktop.programs.remove(process)


def without_working_set(desktop, measure):
    """another program changed the log since the window was open last: it is read whole"""
    folder = working_sets(desktop)
    aside = folder.with_name('aside')
    if folder.exists():
        folder.rename(aside)
    seconds = measure()
    if folder.exists():
        raise RuntimeError('a working set was kept before the first frame')
    if aside.exists():
        aside.rename(folder)
    return seconds


def start(places):
    sizes = (('year', 1.15), ('decade', 1.15), ('century', 1.3), ('million', None))
    whole = ('century', 'million')
    with Desktop() as desktop:
        logs = {size: places.log(size) for size, _ in sizes}
        for log in logs.values():
            open_once(desktop, places, log)

        def program(size):
            return first_frame_of_the_program(desktop, places, logs[size])

        medians = interleaved(places.runs, lambda: first_frame_of_the_peer(desktop, places),
                              *[lambda size=size: program(size) for size, _ in sizes],
                              *[lambda size=size: without_working_set(desktop, lambda: program(size)) for size in whole])
    for (size, most), seconds in zip(sizes, medians[1:]):
        yield compared('start to first frame, ' + size, seconds, medians[0], most, 'bare window')
    for size, seconds in zip(whole, medians[1 + len(sizes):]):
        yield compared('the same, %s changed elsewhere' % size, seconds, medians[0], None, 'bare window')
    yield compared('10 x the log: start, decade to century', medians[3], medians[2], 1.2)


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
    time.sleep(seconds)
    after = read()
    return after[0] - before[0], (after[1] - before[1]) / 1e6


def frames_in(trace):
    return trace.read_text().count('"name": "frame"')


def stand_still(desktop, process, trace, what):
    desktop.settle()
    time.sleep(1)
    before = frames_in(trace)
    wake_ups, milliseconds = stillness(process, 10)
    yield bounded('10 s with nobody there, %s: frames' % what, frames_in(trace) - before, 0, str)
    yield bounded('10 s with nobody there, %s: CPU' % what, milliseconds, 3, lambda ms: '%.2f ms' % ms)
    yield bounded('10 s with nobody there, %s: wake-ups' % what, wake_ups, 20, str)


def idle(places):
    screens = ('Today', 'Log', 'Trends', 'History', 'Report')
    with Desktop() as desktop:
        trace = desktop.folder / 'frames.json'
        log = places.copy('decade')
        process = desktop.open(places.unknot, '--db', str(log), '--trace', str(trace), UNKNOT_NOW=NOW)
        time.sleep(8)  # the log's first backup is made, and told
        for number, screen in enumerate(screens[:2] if places.quick else screens, 1):
            desktop.key('ctrl+%d' % number)
            yield from stand_still(desktop, process, trace, screen)
        desktop.key('ctrl+2')
        desktop.type('calf')
        yield from stand_still(desktop, process, trace, 'a text field focused')
        desktop.key('ctrl+3')
        desktop.settle()
        desktop.run('xdotool', 'mousemove', '--window', desktop.window, '700', '350')
        yield from stand_still(desktop, process, trace, 'after a hover')
        desktop.close(process)
        places.drop(log)


def resident_mb(pid):
    for line in pathlib.Path('/proc/%d/status' % pid).read_text().splitlines():
        if line.startswith('VmRSS:'):
            return int(line.split()[1]) / 1024
    raise RuntimeError('no VmRSS')


def memory(places):
    with Desktop() as desktop:
        bare = subprocess.Popen([places.peer('bare_window'), '--stay'], env=desktop.environment,
                                stdout=subprocess.DEVNULL)
        process = desktop.open(places.unknot, '--db', str(places.log('decade')), UNKNOT_NOW=NOW)
        time.sleep(3)
        ours, theirs = resident_mb(process.pid), resident_mb(bare.pid)
        bare.terminate()
        bare.wait(10)
    yield bounded('memory with the decade open', ours, theirs + 25, lambda mb: '%.1f MB' % mb,
                  '%.1f MB bare window' % theirs)


def frames(places):
    lines = places.run(places.peer('bench_panels'), 'frames', places.copy('decade'), NOW).split('\n')
    taken = {name: int(ns) / 1e9 for name, ns in (line.split() for line in lines if line)}
    beside = taken.pop('demonstration')
    for name, seconds in taken.items():
        yield compared('CPU from NewFrame to Render, decade, ' + name, seconds, beside, 2, 'demo window')


def screen_after_a_save(places):
    def spent(log):
        lines = places.run(places.peer('bench_panels'), 'save', log, NOW, '9').split()
        return sorted(int(line) for line in lines)[len(lines) // 2] / 1e9

    empty = places.copy('year')
    empty.unlink()
    places.run(places.unknot, '--db', empty, 'log', 'calf', '--side', 'left', '--pressure', '3', '--minutes', '4', '--at',
               '2026-11-20T19:40:00+01:00')
    logs = [empty, *[places.copy(size) for size in ('year', 'decade', 'century', 'million')]]
    medians = interleaved(3, *[lambda log=log: spent(log) for log in logs])
    for (size, most), seconds in zip((('year', None), ('decade', None), ('century', 1.5), ('million', None)), medians[1:]):
        yield compared('the screen after a save, ' + size, seconds, medians[0], most, 'empty log')
    for log in logs:
        places.drop(log)


def needing_a_display(measure):
    def measured(places):
        lacking = missing()
        if lacking:
            yield left_out(measure.__name__, 'missing: ' + ', '.join(lacking))
        else:
            yield from measure(places)
    return measured


ROWS = (('start to first frame', needing_a_display(start)), ('nobody there', needing_a_display(idle)),
        ('memory', needing_a_display(memory)), ('frames', frames), ('screen after a save', screen_after_a_save))
