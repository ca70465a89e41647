#!/usr/bin/env python3
"""Every text that people read goes through the catalogue, and every language of the catalogue has it.

    check_words.py             checks; 77 where gettext is not installed
    check_words.py --update    adds new texts to assets/words/*.po, empty, and drops what is no longer used
    check_words.py --list      prints the texts of the program as a .pot file
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(root / 'assets'))
sys.dont_write_bytecode = True
import words  # noqa: E402  (assets/words.py)

keywords = ['N_', 'text', 'say', 'text_in:1c,2', 'say_in:1c,2', 'plural:1,2']
catalogue_calls = {'text', 'say', 'text_in', 'say_in', 'plural', 'N_'}
# Calls whose texts are for programs and developers or, as the help, stay English.
other_calls = {'add_option', 'dlsym', 'glXGetProcAddressARB', 'add_flag', 'add_subcommand', 'app', 'footer', 'format', 'string',
               'Span', 'traced', 'pango_font_description_set_family_static'}
looks_like_words = re.compile(r'[A-Z][a-z]|[a-z]+ [a-z]+ [a-z]+')
# Where the texts stand that may keep somebody from harm: what is flagged, what clears it, what to do next.
safety_sources = {'app/words/flags.cpp', 'app/words/flag_words.cpp', 'app/words/next.cpp',
                  'app/report/pdf/report_words.cpp'}
# Names that are the same in every language, those of the languages themselves included.
names = {'Unknot', 'Unknot \\u2013 ', 'English', 'Deutsch', 'Espa\\u00f1ol', 'Fran\\u00e7ais'}


def texts_of_data():
    """(context, text, file) of the assets that are shown"""
    areas = json.loads((root / 'assets/areas.json').read_text(encoding='utf-8'))['areas']
    for area in areas:
        yield 'muscle', area['muscle'], 'assets/areas.json'
        yield 'region of the body', area['region'], 'assets/areas.json'
    for statement in json.loads((root / 'assets/article.json').read_text(encoding='utf-8'))['statements']:
        yield '', statement['says'], 'assets/article.json'
        yield '', statement['section'], 'assets/article.json'
    for part in json.loads((root / 'assets/guide.json').read_text(encoding='utf-8'))['parts']:
        for text in [part['title'], *part['says']]:
            yield "user's guide", text, 'assets/guide.json'


def data_as_po(file):
    seen, lines = set(), ['msgid ""', 'msgstr "Content-Type: text/plain; charset=UTF-8\\n"', '']
    for context, text, source in texts_of_data():
        if (context, text) not in seen:
            seen.add((context, text))
            lines.append(f'#: {source}')
            if context:
                lines.append(f'msgctxt {json.dumps(context)}')
            lines += [f'msgid {json.dumps(text, ensure_ascii=False)}', 'msgstr ""', '']
    file.write_text('\n'.join(lines), encoding='utf-8')


def run(*command, expected=(0,)):
    done = subprocess.run([str(word) for word in command], cwd=root, capture_output=True, text=True, check=False)
    if done.returncode not in expected:
        raise SystemExit(f'{" ".join(map(str, command[:2]))}: {done.stderr}')
    return done.stdout + done.stderr


def sources():
    return sorted(str(file.relative_to(root)) for end in ('cpp', 'h') for file in (root / 'app').rglob(f'*.{end}'))


def extract(folder):
    """a .pot file of every text of the program"""
    code, data, both = folder / 'code.pot', folder / 'data.pot', folder / 'all.pot'
    said = run('xgettext', '--language=C++', '--from-code=UTF-8', '--add-location=file', '-k',
               *(f'-k{keyword}' for keyword in keywords), '-o', code, *sources())
    if said:
        raise SystemExit(said)
    data_as_po(data)
    run('msgcat', '--use-first', '--add-location=file', '--width=110', '-o', both, code, data)
    return both


def fields(text):
    return set(re.findall(r'\{\d+\}', text))


def complaints_of_form(entry, english, form):
    if not form.strip():
        yield 'has no translation'
        return
    # A singular may leave its number out: "one day".
    missing = fields(english) - fields(form) - ({'{0}'} if entry.plural else set())
    if missing or fields(form) - fields(english) - fields(entry.plural or entry.text):
        yield f'has other fields: {form!r}'
    if english.count('**') != form.count('**'):
        yield f'has other ** marks: {form!r}'
    if (english[0] == ' ', english[-1] == ' ') != (form[0] == ' ', form[-1] == ' '):
        yield f'begins or ends with other blanks: {form!r}'
    ends = ('.', ':', '?', ',')
    if english.endswith(ends) and not form.endswith(english[-1]):
        yield f'ends otherwise: {form!r}'
    if re.search(r'\{(?!\d\})|(?<!\d)\}', form):
        yield f'has a brace that is no field: {form!r}'


def complaints_of(entry, wanted):
    if entry.obsolete:
        yield 'is no longer in the program'
    elif entry.key not in wanted:
        yield 'is not in the program'
    elif entry.fuzzy:
        yield 'is marked as fuzzy'
    elif bool(entry.plural) != bool(wanted[entry.key].plural) or entry.plural != wanted[entry.key].plural:
        yield 'has another plural than in the program'
    else:
        if len(entry.translated) != (2 if entry.plural else 1):
            yield 'has not as many forms as it needs'
        for english, form in zip([entry.text, entry.plural], entry.translated):
            yield from complaints_of_form(entry, english, form)


def complaints_of_language(file, wanted):
    entries = [entry for entry in words.read(file) if entry.text]
    for entry in entries:
        for complaint in complaints_of(entry, wanted):
            yield f'{file.name}: {entry.key!r} {complaint}'
    for key in wanted.keys() - {entry.key for entry in entries}:
        yield f'{file.name}: {key!r} is missing'


def literals(source):
    """(line, text, names of the calls round it) of every string literal"""
    token = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\])*"|(?<!\w)\'(?:\\.|[^\'\\])+\'|'
                       r'(?:\b(Span)\s+)?([A-Za-z_]\w*)\s*\(|[(){}\[\]]', re.S)
    calls = []
    for found in token.finditer(source):
        text = found.group()
        if text[0] == '"':
            yield source.count('\n', 0, found.start()) + 1, text[1:-1], list(calls)
        elif found.group(3):
            calls.append(found.group(2) or found.group(3))
        elif text in '({[':
            calls.append(text)
        elif text in ')}]' and calls:
            calls.pop()


def texts_around_the_catalogue(source):
    for line, text, calls in literals(re.sub(r'#include[^\n]*', '', source)):
        if text not in names and looks_like_words.search(text) and not (catalogue_calls | other_calls) & set(calls):
            yield line, text


def complaints_of_code():
    for folder in ('app/views', 'app/cli', 'app/charts', 'app/shell'):
        for file in sorted((root / folder).rglob('*.cpp')):
            for line, text in texts_around_the_catalogue(file.read_text(encoding='utf-8')):
                yield f'{file.relative_to(root)}:{line}: "{text}" goes around the catalogue'


def safety_texts():
    """(context, text) of assets/words/SAFETY.md"""
    for line in (root / 'assets/words/SAFETY.md').read_text(encoding='utf-8').split('\n'):
        cells = [cell.strip() for cell in line.split('|')]
        if len(cells) == 7:
            yield cells[1], cells[2]


def complaints_of_safety_table(pot):
    """texts that may keep somebody from harm and are missing in the table that holds them in all languages"""
    table = set(safety_texts())
    statements = {statement['says'] for statement in
                  json.loads((root / 'assets/article.json').read_text(encoding='utf-8'))['statements']}
    for block in pot.read_text(encoding='utf-8').split('\n\n'):
        for entry in words.entries_of(block.split('\n')):
            sources = re.findall(r'^#: (.*)$', block, re.M)
            concerned = entry.text in statements or set(' '.join(sources).split()) & safety_sources
            if entry.text and concerned and not entry.plural and (entry.context, entry.text) not in table:
                yield f'assets/words/SAFETY.md: {entry.key!r} is missing'


def update(pot):
    for file in sorted((root / 'assets/words').glob('*.po')):
        run('msgmerge', '--quiet', '--no-fuzzy-matching', '--add-location=file', '--width=110', '--update',
            '--backup=none', file, pot)
        run('msgattrib', '--no-obsolete', '--add-location=file', '--width=110', '-o', file, file)
        # When somebody ran this is no part of a translation.
        text = file.read_text(encoding='utf-8')
        file.write_text(re.sub(r'"(POT-Creation-Date|Report-Msgid-Bugs-To): .*\n', '', text), encoding='utf-8')


def planted_mistakes_are_found():
    """what the checks are for, each once"""
    entry = words.Entry(text='day {0}.', translated=['Tag.'])
    yield list(complaints_of_form(entry, 'day {0}.', 'Tag.'))
    yield list(complaints_of_form(entry, 'day {0}.', 'Tag {0}'))
    yield list(complaints_of_form(entry, '**day** {0}.', 'Tag {0}.'))
    yield list(complaints_of(words.Entry(text='a', translated=['']), {'a': words.Entry(text='a')}))
    yield list(complaints_of(words.Entry(text='a', translated=['b']), {}))
    yield list(complaints_of(words.Entry(text='a', translated=['b'], fuzzy=True), {'a': words.Entry(text='a')}))
    yield list(texts_around_the_catalogue('draw(ui, "Nothing is due");'))
    yield [] if list(texts_around_the_catalogue('draw(ui, words.text("Nothing is due"));')) else ['none']


def main():
    if any(shutil.which(tool) is None for tool in ('xgettext', 'msgfmt', 'msgmerge', 'msgcat')):
        print('gettext is not installed')
        return 77
    with tempfile.TemporaryDirectory() as temporary:
        pot = extract(pathlib.Path(temporary))
        if '--list' in sys.argv:
            print(pot.read_text(encoding='utf-8'))
            return 0
        if '--update' in sys.argv:
            update(pot)
        complaints = list(complaints_of_safety_table(pot))
        wanted = {entry.key: entry for entry in words.read(pot) if entry.text}
    complaints += [] if all(planted_mistakes_are_found()) else ['this check does not find what was planted']
    files = sorted((root / 'assets/words').glob('*.po'))
    for file in files:
        run('msgfmt', '--check', '-o', '/dev/null', file)
        complaints += complaints_of_language(file, wanted)
    complaints += complaints_of_code()
    print('\n'.join(complaints[:100]))
    print(f'{len(wanted)} texts, {len(files)} languages, {len(complaints)} complaints')
    return 1 if complaints or not files else 0


if __name__ == '__main__':
    sys.exit(main())
