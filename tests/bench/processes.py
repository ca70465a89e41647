"""Rows about whole processes: saves, flags, exports, imports, reports, the program itself."""
import json
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time

from places import ROOT, bounded, compared, interleaved, left_out, shown

TABLES = ('session', 'checkin')


def saves(places):
    def each(program, *arguments):
        lines = places.run(*program, *arguments).split()
        return statistics.median(int(line) for line in lines) / 1e9

    medians = {}
    for size, most in (('year', 1.3), ('decade', 1.3), ('century', 1.3), ('million', 1.3)):
        ours, theirs = places.copy(size), places.copy(size)
        medians[size], beside = interleaved(
            5, lambda: each([places.peer('bench_save')], ours, '30'),
            lambda: each([places.peer('sqlite_loops'), 'save'], theirs, '30'))
        yield compared('a durable save, ' + size, medians[size], beside, most, 'the row through the C API')
        places.drop(ours)
        places.drop(theirs)
    yield compared('10 x the log: a save, decade to century', medians['century'], medians['decade'], 1.2)


def flags(places):
    year = places.log('year')
    reads = ['sqlite3', '-csv', year, *['SELECT * FROM %s' % table for table in TABLES]]
    ours, theirs = interleaved(places.runs, lambda: places.seconds(places.unknot, '--db', year, 'flags'),
                               lambda: places.seconds(*reads))
    yield compared('unknot flags, year, whole process', ours, theirs, 6, 'sqlite3 reading the tables')
    taken = {}
    for size, runs in (('year', places.runs), ('decade', places.runs), ('century', 5), ('million', 3)):
        log = places.log(size)
        taken[size], beside = interleaved(
            runs, lambda: places.seconds(places.unknot, '--db', log, 'flags', '--history', '--json'),
            lambda: places.seconds(places.peer('sqlite_loops'), 'scan', log))
        yield compared('flags with history, ' + size, taken[size], beside, 3 if size == 'million' else None,
                       'scanning the rows through the C API')
    yield compared('10 x the log: flags with history, decade to century', taken['century'], taken['decade'], 12)


def in_a_folder(work):
    folder = pathlib.Path(tempfile.mkdtemp(dir=ROOT / 'build/bench'))
    try:
        return work(folder)
    finally:
        shutil.rmtree(folder)


def csv_export(places):
    def ours(log):
        return in_a_folder(lambda folder: places.seconds(places.unknot, '--db', log, 'export', '--format', 'csv', '-o',
                                                         folder / 'out'))

    def theirs(log):
        def write(folder):
            script = ''.join('.once %s/%s.csv\nSELECT * FROM %s;\n' % (folder, table, table) for table in TABLES)
            begun = time.perf_counter()
            subprocess.run(['sqlite3', '-csv', '-header', log], input=script.encode(), check=True)
            return time.perf_counter() - begun
        return in_a_folder(write)

    for size, runs in (('decade', 5), ('million', 3)):
        log = places.log(size)
        mine, beside = interleaved(runs, lambda: ours(log), lambda: theirs(log))
        yield compared('CSV export, ' + size, mine, beside, 1 if size == 'million' else None, 'sqlite3 -csv')


def csv_import(places):
    def ours(folder, files, log):
        """into a log that knows the own areas, which CSV has no names of"""
        areas = json.loads(places.run(places.unknot, '--db', log, 'export')).get('areas', [])
        (folder / 'areas.json').write_text(json.dumps({'areas': areas, 'sessions': [], 'checkins': []}))
        places.run(places.unknot, '--db', folder / 'in.db', 'import', folder / 'areas.json')
        return places.seconds(places.unknot, '--db', folder / 'in.db', 'import', *files)

    def theirs(folder, log):
        """the same tables from sqlite3's own CSV, then the indexes"""
        schema = places.run('sqlite3', log, "SELECT sql || ';' FROM sqlite_schema WHERE tbl_name IN ('session', 'checkin') "
                            "AND type = 'table' AND sql IS NOT NULL")
        indexes = places.run('sqlite3', log, "SELECT sql || ';' FROM sqlite_schema WHERE tbl_name IN ('session', 'checkin')"
                             " AND type = 'index' AND sql IS NOT NULL")
        for table in TABLES:
            with open(folder / (table + '.csv'), 'wb') as out:
                subprocess.run(['sqlite3', '-csv', log, 'SELECT * FROM ' + table], stdout=out, check=True)
        script = schema + ''.join('.import --csv %s/%s.csv %s\n' % (folder, table, table) for table in TABLES) + indexes
        begun = time.perf_counter()
        subprocess.run(['sqlite3', folder / 'beside.db'], input=script.encode(), stderr=subprocess.DEVNULL, check=False)
        return time.perf_counter() - begun

    for size, runs in (('decade', 3), ('million', 1)):
        log = places.log(size)

        def exported(folder):
            places.run(places.unknot, '--db', log, 'export', '--format', 'csv', '-o', folder / 'out')
            return folder / 'out/sessions.csv', folder / 'out/checkins.csv'

        mine, beside = interleaved(runs, lambda: in_a_folder(lambda folder: ours(folder, exported(folder), log)),
                                   lambda: in_a_folder(lambda folder: theirs(folder, log)))
        yield compared('CSV import, ' + size, mine, beside, 2 if size == 'million' else None, 'sqlite3 .import')


def reports(places):
    offered = places.run(places.unknot, 'export', '--help')
    if 'pdf' not in offered:
        yield left_out('report of a year as PDF', 'the program writes none')
        return

    def pdf(log):
        return in_a_folder(lambda folder: places.seconds(places.unknot, '--db', log, 'export', '--format', 'pdf', '-o',
                                                         folder / 'report.pdf'))

    year, decade = places.log('year'), places.log('decade')
    mine, long = interleaved(3, lambda: pdf(year), lambda: pdf(decade))
    yield compared('report of a decade, every row listed', long, mine, 14, 'report of a year')
    if shutil.which('soffice') is None:
        yield left_out('report of a year as PDF', 'LibreOffice is not installed; ours takes ' + shown(mine))
        return

    def office(folder):
        book = folder / 'log.csv'
        with open(book, 'wb') as out:
            for table in TABLES:
                subprocess.run(['sqlite3', '-csv', year, 'SELECT * FROM ' + table], stdout=out, check=True)
        return places.seconds('soffice', '--headless', '-env:UserInstallation=file://%s/profile' % folder, '--convert-to',
                              'pdf', '--outdir', folder, book)

    beside = statistics.median(in_a_folder(office) for _ in range(3))
    yield compared('report of a year as PDF, whole process', mine, beside, 0.5, 'LibreOffice, the same tables')


def size(places):
    def stripped(folder):
        parts = ('unknot', 'unknot-press.so')
        for part in parts:
            subprocess.run(['strip', '-o', folder / part, places.programs / part], check=True)
        return sum((folder / part).stat().st_size for part in parts) / 1e6
    yield bounded('size of the program, stripped', in_a_folder(stripped), 6, lambda mb: '%.2f MB' % mb)


def builds(_):
    def timed(folder):
        def ninja():
            begun = time.perf_counter()
            subprocess.run(['ninja', '-C', folder / 'build', 'unknot'], check=True, stdout=subprocess.DEVNULL)
            return time.perf_counter() - begun
        subprocess.run(['cmake', '--preset', 'release', '-B', folder / 'build'], cwd=ROOT, check=True,
                       stdout=subprocess.DEVNULL)
        clean = ninja()
        view = ROOT / 'app/views/today/today.cpp'
        view.touch()
        return clean, ninja()
    clean, again = in_a_folder(timed)
    yield bounded('clean build', clean, 240, lambda s: '%.0f s' % s)
    yield bounded('build after a change of one view', again, 8, lambda s: '%.1f s' % s)


ROWS = (('a durable save', saves), ('flags', flags), ('CSV export', csv_export), ('CSV import', csv_import),
        ('report', reports), ('size', size), ('builds', builds))
