#!/usr/bin/env python3
"""Makes the manual page unknot-guide(7) of assets/guide.json, which the Guide screen shows in four languages.

    guide.py ASSETS_FOLDER       prints the page
"""
import json
import pathlib
import re
import sys

HEAD = r'''.\" Made from assets/guide.json by assets/guide.py.
.TH UNKNOT\-GUIDE 7 "" "Unknot" "User's Guide"
.SH NAME
unknot\-guide \- how to use the self\-massage log Unknot
.SH DESCRIPTION
The same as in the window under Guide; each part ends with the line that does it in a terminal.
'''
TAIL = r'''.SH SEE ALSO
.BR unknot (1)
'''


def roff(text):
    """running text: what roff would take for a command or turn into another character is written out"""
    text = text.replace('\\', '\\e').replace('-', '\\-')
    text = re.sub(r'\*\*(.+?)\*\*', r'\\fB\1\\fP', text)
    text = ''.join(c if ord(c) < 128 else f'\\[u{ord(c):04X}]' for c in text)
    return '\\&' + text if text[0] in ".'" else text


def page(assets):
    parts = json.loads((assets / 'guide.json').read_text(encoding='utf-8'))['parts']
    article = json.loads((assets / 'article.json').read_text(encoding='utf-8'))
    statements = {one['id']: one['says'] for one in article['statements']}
    lines = []
    for part in parts:
        lines.append(f'.SH {roff(part["title"].upper())}')
        says = part['says'] + [statements[name] for name in part.get('statements', [])]
        lines.append('\n.PP\n'.join(roff(text) for text in says))
        if 'terminal' in part:
            lines += ['.PP', '.nf', '.RS', roff(part['terminal']), '.RE', '.fi']
    return HEAD + '\n'.join(lines) + '\n' + TAIL


if __name__ == '__main__':
    sys.stdout.write(page(pathlib.Path(sys.argv[1])))
