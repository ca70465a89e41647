"""Where the bench finds the programs, and the logs it measures them on."""
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
NOW = '2026-11-21T08:16:00+01:00'


class Places:
    def __init__(self, quick):
        self.quick = quick
        self.programs = ROOT / 'build/release'
        self.unknot = str(self.programs / 'unknot')
        self.folder = ROOT / 'build/bench'
        self.folder.mkdir(parents=True, exist_ok=True)
        self.environment = dict(os.environ, UNKNOT_NOW=NOW, TZ='Europe/Berlin', HOME=str(self.folder / 'home'))
        self.environment.pop('UNKNOT_DB', None)
        self.runs = 3 if quick else 11

    def peer(self, name):
        return str(self.programs / 'tests/bench' / name)

    def like(self, name):
        """in a quick run, smaller logs stand for the large ones"""
        return {'century': 'decade', 'million': 'decade'}.get(name, name) if self.quick else name

    def log(self, name):
        """a log of that size; made once, kept"""
        name = self.like(name)
        file = self.folder / (name + '.db')
        if not file.exists():
            fresh = self.folder / (name + '-fresh.db')
            fresh.unlink(missing_ok=True)
            self.run(self.unknot, '--db', fresh, 'demo', '--like', name, '--seed', '7')
            fresh.rename(file)
        return file

    def copy(self, name):
        """a copy that may be changed, on the same disk"""
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.folder))
        return pathlib.Path(shutil.copy(self.log(name), folder / 'log.db'))

    @staticmethod
    def drop(file):
        shutil.rmtree(file.parent)

    def run(self, *command, check=True, stdin=None):
        done = subprocess.run([str(part) for part in command], env=self.environment, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, stdin=stdin or subprocess.DEVNULL)
        if check and done.returncode:
            raise RuntimeError('%s ended with %d: %s' % (command, done.returncode, done.stderr.decode()[-500:]))
        return done.stdout.decode()

    def seconds(self, *command):
        """wall time of a whole process whose output goes nowhere"""
        begun = time.perf_counter()
        subprocess.run([str(part) for part in command], env=self.environment, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, check=True)
        return time.perf_counter() - begun


def interleaved(runs, *measures):
    """each measure in turn, so that what slows the machine slows them all; the median of each"""
    taken = [[] for _ in measures]
    for _ in range(runs):
        for values, measure in zip(taken, measures):
            values.append(measure())
    return [statistics.median(values) for values in taken]


def shown(seconds):
    return '%.1f s' % seconds if seconds >= 1 else '%.1f ms' % (seconds * 1000) if seconds >= 1e-3 else '%.0f µs' % (
        seconds * 1e6)


def compared(what, ours, beside, most, name='', show=shown):
    """a row: ours against a peer, with the largest ratio that is allowed (None: reported only)"""
    ratio = ours / beside
    verdict = '' if most is None else 'ok' if ratio <= most else 'MISSED'
    return {'what': what, 'ours': show(ours), 'beside': show(beside) + (' ' + name if name else ''), 'ratio': ratio,
            'at_most': 'reported' if most is None else '%g x' % most, 'verdict': verdict}


def bounded(what, ours, most, text, beside=''):
    """a row: a figure against a fixed bound"""
    return {'what': what, 'ours': text(ours), 'beside': beside, 'ratio': None, 'at_most': text(most),
            'verdict': 'ok' if ours <= most else 'MISSED'}


def left_out(what, why):
    return {'what': what, 'ours': 'not measured: ' + why, 'beside': '', 'ratio': None, 'at_most': '', 'verdict': 'not run'}
