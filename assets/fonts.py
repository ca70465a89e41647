#!/usr/bin/env python3
"""Cuts the fonts down to what the program shows, and writes them as C++ tables.

    fonts.py TEXT_FONT BOLD_FONT TITLE_FONT OUTPUT_FILE

Kerning and features go, as Dear ImGui applies none; hinting goes, as sizes change with the text scale. The licence
(SIL OFL 1.1) stays in the font; its name goes, for the licence reserves it to the whole font.
"""
import io
import logging
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

# What English, German, Spanish, French, Turkish, Polish and Romanian are written with.
LETTERS = [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x218, 0x21C), 0x1E9E]
# Dashes, quotes, dots and primes, spaces, the euro, arrows, signs of numbers.
SIGNS = [*range(0x2009, 0x200B), *range(0x2010, 0x2028), 0x202F, *range(0x2030, 0x203B), 0x20AC, *range(0x2190, 0x2194),
         0x2212, 0x2260, 0x2264, 0x2265]
NEEDED = {*LETTERS, 0x2009, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2022, 0x2026, 0x202F,
          0x2039, 0x203A, 0x20AC, *range(0x2190, 0x2194), 0x2212, 0x2264, 0x2265}
# A font without a character of its own for one of these shows the other, which looks the same.
LIKE = {0x2010: 0x2D, 0x2011: 0x2D, 0x2009: 0x20, 0x202F: 0x2009}
LICENCE_NAMES = (0, 13, 14)
FAMILY = 'Unknot Letters'


def add_likes(font):
    for table in font['cmap'].tables:
        if table.isUnicode():
            for character, other in LIKE.items():
                if character not in table.cmap and other in table.cmap:
                    table.cmap[character] = table.cmap[other]


def rename(font):
    names = font['name']
    names.names = [name for name in names.names if name.nameID in LICENCE_NAMES]
    for number, text in ((1, FAMILY), (2, 'Regular'), (4, FAMILY), (6, FAMILY.replace(' ', ''))):
        names.setName(text, number, 3, 1, 0x409)


def count_from_hhea(font):
    """Dear ImGui sizes a font by FreeType's ascent and descent. Some fonts have two pairs: the tokens' `imgui_size`
    belongs to the one of `hhea`, which FreeType takes where this bit is not set."""
    font['OS/2'].fsSelection &= ~(1 << 7)


def cut(path):
    """the font file's bytes, cut down"""
    font = TTFont(path, recalcTimestamp=False)
    add_likes(font)
    missing = sorted(NEEDED - set(font.getBestCmap()))
    if missing:
        sys.exit(f"{path} lacks {', '.join(f'U+{character:04X}' for character in missing)}")
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ['kern', 'GPOS', 'GSUB', 'GDEF', 'DSIG', 'gasp']
    options.name_IDs = list(LICENCE_NAMES)
    options.notdef_outline = True
    options.glyph_names = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=LETTERS + SIGNS)
    cutter.subset(font)
    rename(font)
    count_from_hhea(font)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def rows(data, across=24):
    for start in range(0, len(data), across):
        yield '    ' + ', '.join(map(str, data[start:start + across])) + ','


def main():
    # Lato counts its date from another year; that is no news for a build.
    logging.getLogger('fontTools').setLevel(logging.ERROR)
    *fonts, output = (pathlib.Path(argument) for argument in sys.argv[1:5])
    lines = ['#pragma once', '', '// Made from Debian\'s fonts by assets/fonts.py.', '', 'namespace unknot::tables {']
    for face, path in zip(('text', 'bold', 'title'), fonts):
        lines += ['', f'constexpr unsigned char {face}_font[]{{', *rows(cut(path)), '};']
    lines += ['', '}  // namespace unknot::tables', '']
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text('\n'.join(lines), encoding='utf-8')


if __name__ == '__main__':
    main()
