#!/usr/bin/env python3
"""Draws the program's icon: the thread with its loop, of look/icons.json, on a tile in the accent of look/tokens.json.

    icon.py LOOK_FOLDER OUT_FOLDER     writes unknot.svg, and unknot-small.svg for 32 pixels and less
"""
import json
import sys
from pathlib import Path

SIZE = 128  # of the drawing; it is scaled
GRID = 24  # of look/icons.json


def smooth(points):
    """a path through the points (Catmull-Rom, as Bézier curves)"""
    first, last = points[0], points[-1]
    padded = [first, *points, last]
    parts = [f'M{first[0]:.2f} {first[1]:.2f}']
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:]):
        one = [b[i] + (c[i] - a[i]) / 6 for i in (0, 1)]
        two = [c[i] - (d[i] - b[i]) / 6 for i in (0, 1)]
        parts.append(f'C{one[0]:.2f} {one[1]:.2f} {two[0]:.2f} {two[1]:.2f} {c[0]:.2f} {c[1]:.2f}')
    return ''.join(parts)


def draw(thread, colour, margin, radius, stroke, grow, down):
    """`margin`, `radius`, `stroke`: of the tile and the thread; `grow`: how much larger than the tile the thread's
    grid is, so that the thread goes from edge to edge; `down`: how far it is moved, to stand in the middle"""
    tile = SIZE - 2 * margin
    scale = tile * grow / GRID
    left = margin - (tile * grow - tile) / 2
    points = [(left + x * scale, left + y * scale + down) for x, y in thread]
    # To the edges, whatever the grid's own margin is.
    points = [(margin, points[0][1]), *points[1:-1], (SIZE - margin, points[-1][1])]
    return f'''<svg xmlns="http://www.w3.org/2000/svg" width="{SIZE}" height="{SIZE}" viewBox="0 0 {SIZE} {SIZE}">
<rect x="{margin}" y="{margin}" width="{tile}" height="{tile}" rx="{radius}" fill="{colour['accent']}"/>
<path d="{smooth(points)}" fill="none" stroke="{colour['ground']}" stroke-width="{stroke}" stroke-linejoin="round"/>
</svg>
'''


def main():
    look, out = map(Path, sys.argv[1:3])
    tokens = json.loads((look / 'tokens.json').read_text(encoding='utf-8'))
    icons = json.loads((look / 'icons.json').read_text(encoding='utf-8'))
    colour = tokens['themes']['light']['colour']
    thread = icons['icons']['mark']['paths'][0]['points']
    out.mkdir(parents=True, exist_ok=True)
    (out / 'unknot.svg').write_text(draw(thread, colour, 8, 26, 7.5, 1.06, 1), encoding='utf-8')
    (out / 'unknot-small.svg').write_text(draw(thread, colour, 2, 26, 12, 1.12, 1), encoding='utf-8')


if __name__ == '__main__':
    main()
