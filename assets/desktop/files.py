#!/usr/bin/env python3
"""Makes what is installed beside the program out of the sources' texts.

    files.py SOURCE_FOLDER OUT_FOLDER [DEBIAN_VERSION SUITE MAINTAINER]

Writes `copyright`, `unknot.1.gz` and `unknot-guide.7.gz`; with a version, `changelog.gz` and `changelog.Debian.gz` too.
"""
import gzip
import os
import sys
from email.utils import formatdate
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.dont_write_bytecode = True
import guide  # noqa: E402  (assets/guide.py)


def paragraph(text):
    """a text as a field of a Debian control file has it"""
    return '\n'.join(' ' + line.rstrip() if line.strip() else ' .' for line in text.strip().splitlines())


def copyright_file(source):
    own = (source / 'LICENSE').read_text(encoding='utf-8')
    mit = own[own.index('Permission is hereby granted'):]
    ofl = (source / 'assets/licences/OFL-1.1.txt').read_text(encoding='utf-8')
    form = (source / 'assets/desktop/copyright.in').read_text(encoding='utf-8')
    return form.replace('@MIT@', paragraph(mit)).replace('@OFL@', paragraph(ofl))


def packed(text):
    # No name and no time in it: the same text makes the same file.
    return gzip.compress(text.encode('utf-8'), 9, mtime=0)


def debian_changelog(version, suite, maintainer):
    when = formatdate(int(os.environ.get('SOURCE_DATE_EPOCH', '0')) or None)
    return f'unknot ({version}) {suite}; urgency=medium\n\n  * Made from its sources; changelog.gz says what is new.\n\n' \
           f' -- {maintainer}  {when}\n'


def main():
    source, out = map(Path, sys.argv[1:3])
    out.mkdir(parents=True, exist_ok=True)
    (out / 'copyright').write_text(copyright_file(source), encoding='utf-8')
    (out / 'unknot.1.gz').write_bytes(packed((source / 'assets/unknot.1').read_text(encoding='utf-8')))
    (out / 'unknot-guide.7.gz').write_bytes(packed(guide.page(source / 'assets')))
    if len(sys.argv) > 3:
        version, suite, maintainer = sys.argv[3:6]
        (out / 'changelog.gz').write_bytes(packed((source / 'CHANGELOG.md').read_text(encoding='utf-8')))
        (out / 'changelog.Debian.gz').write_bytes(packed(debian_changelog(version, suite, maintainer)))


if __name__ == '__main__':
    main()
