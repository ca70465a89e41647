#!/usr/bin/env python3
"""Turns the translations of assets/words/*.po into C++ tables, so that the chosen language works where no
system locale is installed and nothing is parsed when the program starts.

    words.py WORDS_FOLDER OUTPUT_FOLDER
"""
import dataclasses
import json
import pathlib
import re
import sys

CONTEXT_END = '\x04'  # between context and text in a key, as gettext has it


@dataclasses.dataclass
class Entry:
    """One text of a .po file, with what a translator said of it."""
    context: str = ''
    text: str = ''
    plural: str = ''
    translated: list = dataclasses.field(default_factory=list)  # the one form, or singular and plural
    fuzzy: bool = False
    obsolete: bool = False

    @property
    def key(self):
        return self.context + CONTEXT_END + self.text if self.context else self.text


def unquoted(literal):
    """the text of a quoted string of a .po file; its escapes are those of JSON"""
    return json.loads(literal)


def entries_of(lines):
    """the entries of a .po file, its header among them (the one without a text)"""
    entry, target, found = Entry(), None, []
    for number, line in enumerate([*lines, ''], 1):
        line = line.strip()
        if line.startswith('#~'):
            entry.obsolete, line = True, line[2:].strip()
        if not line:
            if target:
                found.append(entry)
            entry, target = Entry(), None
        elif line.startswith('#'):
            if target:  # the next entry begins without an empty line
                found.append(entry)
                entry, target = Entry(), None
            entry.fuzzy = entry.fuzzy or line.startswith('#,') and 'fuzzy' in line
        elif line.startswith('"'):
            target(unquoted(line))
        else:
            word, literal = line.split(' ', 1)
            target = adder(entry, word, number)
            target(unquoted(literal))
    return found


def adder(entry, word, number):
    """what takes the strings behind `word`"""
    if word.startswith('msgstr'):
        form = int(word[7:-1]) if word.endswith(']') else 0
        while len(entry.translated) <= form:
            entry.translated.append('')

        def add_translated(text):
            entry.translated[form] += text
        return add_translated
    field = {'msgctxt': 'context', 'msgid': 'text', 'msgid_plural': 'plural'}.get(word)
    if field is None:
        raise SystemExit(f'line {number}: {word} is not known')

    def add(text):
        setattr(entry, field, getattr(entry, field) + text)
    return add


def read(file):
    return entries_of(pathlib.Path(file).read_text(encoding='utf-8').split('\n'))


def literal(text):
    """a C++ string literal of UTF-8 text; the end of a context closes it, so that no digit behind joins in"""
    parts = [json.dumps(part, ensure_ascii=False) for part in text.split(CONTEXT_END)]
    return ' "\\x04" '.join(parts)


def table(language, entries):
    usable = [entry for entry in entries
              if entry.text and all(entry.translated) and entry.translated and not (entry.fuzzy or entry.obsolete)]
    rows = []
    for entry in sorted(usable, key=lambda one: one.key.encode()):
        plural = entry.translated[1] if entry.plural else ''
        rows.append(f'    {{{literal(entry.key)}, {literal(entry.translated[0])}, {literal(plural)}}},')
    body = '\n'.join(rows)
    return f'inline constexpr std::array<words::Translation, {len(rows)}> {language}{{{{\n{body}\n}}}};\n'


def main():
    folder, output = (pathlib.Path(argument) for argument in sys.argv[1:3])
    output.mkdir(parents=True, exist_ok=True)
    tables = []
    for file in sorted(folder.glob('*.po')):
        if not re.fullmatch('[a-z]{2}', file.stem):
            raise SystemExit(f'{file.name} is not named after a language')
        tables.append(table(file.stem, read(file)))
    (output / 'words_table.h').write_text(
        '#pragma once\n\n// Made from assets/words/*.po by assets/words.py.\n\n'
        '#include "app/words/catalogue.h"\n\n#include <array>\n\nnamespace unknot::tables {\n\n'
        + '\n'.join(tables) + '\n}  // namespace unknot::tables\n', encoding='utf-8')


if __name__ == '__main__':
    main()
