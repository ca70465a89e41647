#!/usr/bin/env python3
"""Measures the program beside its peers in one run, interleaved, and prints the ratios as a table.

    bench.py [--quick] [--builds] [--json FILE] [--only TEXT]

--quick    small logs and few runs: whether the bench works, not what it says
--builds   also times a clean build and the build after a change of one view (takes minutes)
--json     also writes the table as JSON
--only     the rows whose name holds TEXT

build/release must be configured with UNKNOT_BENCH (`./dev bench` does that); what it measures is built anew where its sources
are newer. Exit status 0 whatever the ratios are: what is missed is said in the table.
"""
import argparse
import json
import pathlib
import platform
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import processes
import windows
from places import ROOT, Places

ROWS = (*windows.ROWS, *processes.ROWS)


def cells(row):
    ratio = '%.2f' % row['ratio'] if row.get('ratio') is not None else ''
    return (row['what'], row['ours'], row['beside'], ratio, row['at_most'], row['verdict'])


def print_table(rows):
    table = [('What', 'Ours', 'Beside', 'Ratio', 'At most', ''), *[cells(row) for row in rows]]
    widths = [max(len(line[i]) for line in table) for i in range(6)]
    for line in table:
        print('  '.join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())


def machine():
    model = 'unknown processor'
    for line in pathlib.Path('/proc/cpuinfo').read_text().splitlines():
        if line.startswith('model name'):
            model = line.split(':', 1)[1].strip()
            break
    cores = sum(line.startswith('processor') for line in pathlib.Path('/proc/cpuinfo').read_text().splitlines())
    return '%s, %d cores, Linux %s' % (model, cores, platform.release())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--quick', action='store_true')
    parser.add_argument('--builds', action='store_true')
    parser.add_argument('--json')
    parser.add_argument('--only', default='')
    given = parser.parse_args()
    subprocess.run(['cmake', '--build', ROOT / 'build/release', '--target', 'unknot', 'bench_programs'], check=True,
                   stdout=subprocess.DEVNULL)
    places = Places(quick=given.quick)
    rows = []
    for name, measure in ROWS:
        if given.only not in name or (name.startswith('build') and not given.builds):
            continue
        print('measuring: ' + name, file=sys.stderr, flush=True)
        for row in measure(places):
            rows.append(row)
            print('  ' + '  '.join(cell for cell in cells(row) if cell), file=sys.stderr, flush=True)
    print('On %s. Peers: tests/bench/bare_window.cpp, tests/bench/sqlite_loops.cpp (both -O3 -DNDEBUG), sqlite3.' % machine())
    print_table(rows)
    missed = [row['what'] for row in rows if row['verdict'] == 'MISSED']
    print('%d measured, %d missed%s' % (len(rows), len(missed), ''.join('\n  ' + what for what in missed)))
    if given.json:
        pathlib.Path(given.json).write_text(json.dumps({'machine': machine(), 'rows': rows}, indent=1) + '\n')


if __name__ == '__main__':
    main()
