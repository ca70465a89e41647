#!/usr/bin/env python3
"""Reads workbooks with openpyxl.

    check_xlsx.py FILE…       prints one line of JSON for each: the sheets with their rows, as text
                              exit status 1 where a cell is a formula, a link or an error, or a part of the file is broken
"""
import json
import sys
import zipfile

import openpyxl
from openpyxl.utils.escape import unescape


def problems_of(path, book):
    """what no export may hold"""
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type in 'fe':
                    yield '%s: %s!%s is a formula or an error: %r' % (path, sheet.title, cell.coordinate, cell.value)
                if cell.hyperlink is not None:
                    yield '%s: %s!%s is a link' % (path, sheet.title, cell.coordinate)
    with zipfile.ZipFile(path) as parts:
        if parts.testzip() is not None:
            yield '%s: %s is broken' % (path, parts.testzip())
        for name in parts.namelist():
            if 'externalLink' in name or 'vba' in name or 'connections' in name:
                yield '%s: holds %s' % (path, name)


def main(paths):
    bad = []
    for path in paths:
        book = openpyxl.load_workbook(path)
        bad += problems_of(path, book)
        sheets = {sheet.title: [['' if value is None else unescape(str(value)) for value in row] for row in sheet.values]
                  for sheet in book.worksheets}
        print(json.dumps(sheets))
    print(*bad, sep='\n', file=sys.stderr)
    sys.exit(1 if bad else 0)


if __name__ == '__main__':
    main(sys.argv[1:])
