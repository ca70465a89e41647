#!/usr/bin/env python3
"""Computes every pair of colours that the look uses, in both themes, and fails where one is too weak.

    contrast.py            prints a line a pair of assets/look/tokens.json; exit status 1 when any check fails
    contrast.py --prove    weakens one colour at a time and shows that each is noticed

Text needs 4.5:1, large text (24 px and more, or bold from 19 px) and non-text marks 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
Translucent colours are blended with what lies below. Disabled controls are exempt in WCAG; we ask 3:1 all the same.
The soreness scale must fall (light) or rise (dark) in lightness at every step, for normal sight and for the three
kinds of colour blindness (Machado 2009, full strength), and neighbours must stay apart.
"""
import copy
import json
import math
import sys
from pathlib import Path

TEXT, MARK = 4.5, 3.0
TIERS = ('info', 'ease_off', 'pause', 'seek_care')
BLIND = {
    'normal': ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    'protan': ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    'deutan': ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    'tritan': ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def rgba(c):
    c = c.lstrip('#')
    v = [int(c[i:i + 2], 16) / 255 for i in range(0, len(c), 2)]
    return v[:3], (v[3] if len(v) == 4 else 1.0)


def over(top, below, alpha=None):
    """the opaque colour that a translucent one gives on an opaque one"""
    (t, a), (b, _) = rgba(top), rgba(below)
    a = a if alpha is None else alpha
    return '#' + ''.join(f'{round(255 * (x * a + y * (1 - a))):02X}' for x, y in zip(t, b))


def linear(c):
    return [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in rgba(c)[0]]


def luminance(c):
    r, g, b = linear(c)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def ratio(a, b):
    hi, lo = sorted((luminance(a), luminance(b)), reverse=True)
    return (hi + 0.05) / (lo + 0.05)


def lab(c, kind):
    """CIE L*a*b* (D65) of a colour as that kind of sight has it"""
    rgb = linear(c)
    r, g, b = (min(1, max(0, sum(k * v for k, v in zip(row, rgb)))) for row in BLIND[kind])
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883
    f = lambda t: t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116
    return 116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))


def pairs(theme):
    """(what, front, back, needed)"""
    c, tier, chart = theme['colour'], theme['tier'], theme['chart']
    grounds = ('ground', 'surface', 'raised', 'sunken')
    for g in grounds:
        yield f'text on {g}', c['text'], c[g], TEXT
        yield f'muted text on {g}', c['muted'], c[g], TEXT
        yield f'accent as text on {g}', c['accent'], c[g], TEXT
        yield f'control outline on {g}', c['line_strong'], c[g], MARK
        yield f'focus ring on {g}', c['focus'], c[g], MARK
        yield f'disabled text on {g}', c['disabled'], c[g], MARK
        for state in ('hover', 'pressed'):
            mix = over(c[state], c[g])
            yield f'text on {g}, {state}', c['text'], mix, TEXT
            yield f'muted text on {g}, {state}', c['muted'], mix, TEXT
            yield f'accent as text on {g}, {state}', c['accent'], mix, TEXT
    for s in ('accent', 'accent_hover', 'accent_pressed'):
        yield f'label on {s}', c['accent_on'], c[s], TEXT
        for g in ('ground', 'surface', 'raised'):
            yield f'{s} button on {g}', c[s], c[g], MARK
    yield 'label on accent_soft (chosen)', c['accent_soft_on'], c['accent_soft'], TEXT
    yield 'text on accent_soft', c['text'], c['accent_soft'], TEXT
    yield 'muted text on accent_soft', c['muted'], c['accent_soft'], TEXT
    yield 'accent outline on accent_soft', c['accent'], c['accent_soft'], MARK
    yield 'notice: surface text on text', c['surface'], c['text'], TEXT
    yield 'notice: outline of Undo', over(c['surface'], c['text'], 0.55), c['text'], MARK
    for t in TIERS:
        k = tier[t]
        yield f'{t}: word on its band', k['text'], k['fill'], TEXT
        yield f'{t}: glyph on its badge', k['on'], k['edge'], MARK
        for g in ('ground', 'surface', 'raised', 'sunken'):
            yield f'{t}: badge on {g}', k['edge'], c[g], MARK
        word = k.get('ink', k['text'])
        for g in ('ground', 'surface', 'raised'):
            yield f'{t}: word on {g}', word, c[g], TEXT
        if t != 'seek_care':
            yield f'{t}: badge on its band', k['edge'], k['fill'], MARK
            yield f'{t}: area name on its band', c['text'], k['fill'], TEXT
    for g in ('surface', 'ground'):
        yield f'chart: soreness line on {g}', chart['soreness_line'], c[g], MARK
        yield f'chart: session bar on {g}', chart['session'], c[g], MARK
        yield f'chart: settled line on {g}', chart['settled'], c[g], MARK
        yield f'chart: axis words on {g}', chart['axis'], c[g], TEXT
    for t in ('ease_off', 'pause'):
        span = over(tier[t]['fill'], c['surface'], chart['span_alpha'])
        yield f'chart: soreness line on a {t} span', chart['soreness_line'], span, MARK
        yield f'chart: settled line on a {t} span', chart['settled'], span, MARK
    yield 'body map: chosen area on the body', c['accent'], chart['body'], MARK
    yield 'body map: chosen area beside another', c['accent'], chart['area'], MARK
    yield 'body map: outline of an area on it', chart['area_line'], chart['area'], MARK
    for i, s in enumerate(theme['soreness']):
        yield f'soreness {i}: number on its colour', s['text'], s['fill'], TEXT
        edge = c['line_strong'] if s['outline'] else s['fill']
        yield f"soreness {i}: {'outline' if s['outline'] else 'colour'} on surface", edge, c['surface'], MARK
        for state in ('hover', 'pressed'):
            yield f'soreness {i}: number, {state}', s['text'], over(c[state], s['fill']), MARK


def scale(theme, rising):
    """(what, value, needed) for the soreness scale"""
    fills = [s['fill'] for s in theme['soreness']]
    for kind in BLIND:
        L = [lab(f, kind) for f in fills]
        steps = [(b[0] - a[0]) * (1 if rising else -1) for a, b in zip(L, L[1:])]
        yield f'soreness scale, {kind}: smallest step in lightness', min(steps), 3.0
        yield f'soreness scale, {kind}: smallest difference of neighbours', min(math.dist(a, b) for a, b in zip(L, L[1:])), 4.0
        yield f'soreness scale, {kind}: 3 against 7', math.dist(L[3], L[7]), 25.0


def results(tokens):
    """(theme, what, value, needed) for every check"""
    for name, theme in tokens['themes'].items():
        for what, front, back, need in pairs(theme):
            yield name, f'{what} ({front} on {back})', ratio(front, back), need
        for what, value, need in scale(theme, name == 'dark'):
            yield name, what, value, need


def weakened(tokens):
    """(what was done, what must be said about it, the weakened tokens) for faults that must not go unnoticed"""
    for name, theme in tokens['themes'].items():
        colour = theme['colour']
        changes = [(f'{key} like the page', word, ('colour', key), colour['ground']) for key, word in
                   (('text', 'text on'), ('muted', 'muted text'), ('line_strong', 'control outline'), ('focus', 'focus ring'),
                    ('disabled', 'disabled text'))]
        changes.append(('label like its button', 'label on accent', ('colour', 'accent_on'), colour['accent']))
        changes += [(f'{tier}: text like its band', f'{tier}: word on its band', ('tier', tier, 'text'), theme['tier'][tier]['fill'])
                    for tier in TIERS]
        changes.append(('two soreness steps alike', 'soreness scale', ('soreness', 4, 'fill'), theme['soreness'][5]['fill']))
        for what, said, way, value in changes:
            spoilt = copy.deepcopy(tokens)
            place = spoilt['themes'][name]
            for step in way[:-1]:
                place = place[step]
            place[way[-1]] = value
            yield f'{name}, {what}', said, spoilt


def prove(tokens):
    missed = 0
    for what, said, spoilt in weakened(tokens):
        found = next((check for _, check, value, need in results(spoilt) if value < need and check.startswith(said)), None)
        missed += found is None
        print(f"{'noticed' if found else 'MISSED '}  {what} -> {found}")
    print(f'{missed} missed')
    return 1 if missed else 0


def main():
    tokens = json.loads((Path(__file__).resolve().parents[2] / 'assets/look/tokens.json').read_text(encoding='utf-8'))
    if '--prove' in sys.argv:
        return prove(tokens)
    bad = n = 0
    for theme, what, value, need in results(tokens):
        n, bad = n + 1, bad + (value < need)
        print(f"  {'ok  ' if value >= need else 'FAIL'} {value:5.2f} of {need:3.1f}  {theme}: {what}")
    print(f'{n} checks, {bad} failed')
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
