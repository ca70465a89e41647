#!/usr/bin/env python3
"""Turns the JSON data of look/ into C++ tables, so that nothing is parsed when the program starts.

    look_tables.py LOOK_FOLDER OUTPUT_FOLDER
"""
import json
import pathlib
import sys

TIERS = ('info', 'ease_off', 'pause', 'seek_care')
COLOURS = ('ground', 'surface', 'raised', 'sunken', 'text', 'muted', 'disabled', 'line', 'line_strong', 'accent',
           'accent_hover', 'accent_pressed', 'accent_on', 'accent_soft', 'accent_soft_on', 'focus', 'hover', 'pressed',
           'scrim', 'shadow')
CHART = ('soreness_line', 'session', 'settled', 'grid', 'axis', 'body', 'body_mini', 'body_line', 'area', 'area_line')
# The one icon whose name is a word of C++.
RENAMED = {'delete': 'delete_'}


def page(source, body, namespace='unknot::tables', includes=()):
    lines = ['#pragma once', '', f'// Made from assets/look/{source} by assets/look_tables.py.', '']
    if includes:
        lines += [*(f'#include {name}' for name in includes), '']
    return '\n'.join([*lines, f'namespace {namespace} {{', '', body, '', f'}}  // namespace {namespace}', ''])


def number(value):
    return f'{float(value)}F'


def flag(value):
    return 'true' if value else 'false'


def constants(name, values):
    rows = [f'inline constexpr float {key} = {number(value)};' for key, value in values.items()]
    return '\n'.join([f'namespace {name} {{', *rows, f'}}  // namespace {name}'])


def without_notes(values):
    return {key: value for key, value in values.items() if not isinstance(value, str)}


def flat(values):
    """[width, height] as two values of their own"""
    out = {}
    for key, value in values.items():
        if isinstance(value, list):
            out[f'{key}_width'], out[f'{key}_height'] = value
        else:
            out[key] = value
    return out


def measures_table(tokens):
    breaks = tokens['breakpoints']
    if breaks['top_bar_below'] != breaks['side_rail_from']:
        sys.exit('the top bar has to end where the side rail begins')
    breakpoints = {key.removesuffix('_from'): value for key, value in breaks.items() if key.endswith('_from')}
    groups = (('space', tokens['space']), ('radius', tokens['radius']), ('line_width', tokens['line_width']),
              ('control', flat(tokens['control'])), ('breakpoint', breakpoints),
              ('motion', without_notes(tokens['motion'])))
    rects = ', '.join(f"{{{number(rect['grow'])}, {number(rect['down'])}}}" for rect in tokens['shadow']['rects'])
    shadow = f"inline constexpr std::array<ShadowRect, {len(tokens['shadow']['rects'])}> shadow_rects{{{{{rects}}}}};"
    body = '\n\n'.join([*(constants(name, values) for name, values in groups), shadow])
    return page('tokens.json', body, 'unknot::look')


def type_table(tokens):
    rows = [f"inline constexpr TextStyle {name}{{Face::{style['font']}, {number(style['size'])}, "
            f"{number(style['line'])}, {number(style['imgui_size'])}}};" for name, style in tokens['type'].items()]
    return page('tokens.json', '\n'.join(rows), 'unknot::look::type')


def colour(value):
    digits = value.lstrip('#').ljust(8, 'F')
    return '{' + ', '.join(str(int(digits[at:at + 2], 16)) for at in range(0, 8, 2)) + '}'


def theme(name, data):
    rows = [f'.dark = {flag(name == "dark")},']
    rows += [f".{key} = {colour(data['colour'][key])}," for key in COLOURS]
    for tier in TIERS:
        parts = {'ink': data['tier'][tier]['text'], **data['tier'][tier]}
        fields = ', '.join(f'.{key} = {colour(parts[key])}' for key in ('fill', 'edge', 'text', 'on', 'ink'))
        rows.append(f'.{tier} = {{{fields}}},')
    fields = ', '.join(f".{key} = {colour(data['chart'][key])}" for key in CHART)
    rows.append(f".chart = {{{fields}, .span_alpha = {number(data['chart']['span_alpha'])}}},")
    steps = ', '.join(f"{{{colour(step['fill'])}, {colour(step['text'])}, {flag(step['outline'])}}}"
                      for step in data['soreness'])
    rows.append(f'.soreness = {{{{{steps}}}}}')
    return f'constexpr look::Theme {name}_theme{{' + '\n    '.join(['', *rows]) + '};'


def theme_table(tokens):
    body = '\n\n'.join(theme(name, data) for name, data in tokens['themes'].items())
    return page('tokens.json', body, includes=('"app/look/theme.h"',))


def points(name, values):
    pairs = ', '.join(f'{{{number(x)}, {number(y)}}}' for x, y in values)
    return f'constexpr std::array<look::Point, {len(values)}> {name}{{{{{pairs}}}}};'


def icon_names_table(icons):
    names = [RENAMED.get(name, name) for name in icons['icons']]
    rows = [f"    {RENAMED.get(name, name)},  ///< {icon['desc']}" for name, icon in icons['icons'].items()]
    body = '\n'.join(['enum class IconName : std::uint8_t {', *rows, '};', '',
                      f'inline constexpr std::size_t icon_count = {len(names)};'])
    return page('icons.json', body, 'unknot::look')


def icons_table(icons):
    parts, rows = [], []
    for name, icon in icons['icons'].items():
        paths = []
        for at, path in enumerate(icon['paths']):
            parts.append(points(f'icon_{name}_{at}', path['points']))
            paths.append(f"{{icon_{name}_{at}, {flag(path.get('closed'))}, {flag(path.get('fill'))}}}")
        parts.append(f"constexpr std::array<look::IconPath, {len(paths)}> icon_{name}{{{{{', '.join(paths)}}}}};")
        shape = '{}'
        if 'shape' in icon:
            shape = f'icon_{name}_shape'
            parts.append(points(shape, icon['shape']['points']))
        rows.append(f'    {{icon_{name}, {shape}}},')
    rows = [f'constexpr std::array<look::Icon, {len(rows)}> icons{{{{', *rows, '}};']
    return page('icons.json', '\n'.join([*parts, '', *rows]), includes=('"app/look/icon.h"', '<array>'))


def turn(a, b, c):
    """twice the area of a triangle, positive where it turns as the ring does (made so by `triangles`)"""
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def corner(ring, left, at):
    return ring[left[at - 1]], ring[left[at]], ring[left[(at + 1) % len(left)]]


def is_ear(ring, left, at):
    """the corner at `at` can be cut off: it points outwards and no other corner lies in it"""
    before, here, after = corner(ring, left, at)
    if turn(before, here, after) <= 0:
        return False
    others = (ring[i] for i in left if ring[i] not in (before, here, after))
    return not any(turn(before, here, p) >= 0 and turn(here, after, p) >= 0 and turn(after, before, p) >= 0
                   for p in others)


def triangles(name, ring):
    """the corners of the triangles that fill a ring, three by three: ears are cut off until one is left"""
    left = list(range(len(ring)))
    if sum(turn((0, 0), ring[i - 1], ring[i]) for i in left) < 0:
        left.reverse()
    corners = []
    while len(left) > 3:
        # Corners on one straight line leave no ear: cutting there costs nothing.
        at = next((at for at in range(len(left)) if is_ear(ring, left, at)), None)
        if at is None:
            at = next(at for at in range(len(left)) if turn(*corner(ring, left, at)) == 0)
        corners += [left[at - 1], left[at], left[(at + 1) % len(left)]]
        del left[at]
    corners += left
    return f'constexpr std::array<std::uint16_t, {len(corners)}> {name}{{{{{", ".join(map(str, corners))}}}}};'


def view(name, data):
    parts = [points(f'{name}_silhouette', data['silhouette']),
             triangles(f'{name}_silhouette_triangles', data['silhouette'])]
    parts += [points(f'{name}_detail_{at}', detail) for at, detail in enumerate(data['details'])]
    details = ', '.join(f'{name}_detail_{at}' for at in range(len(data['details'])))
    parts.append(f"constexpr std::array<std::span<const look::Point>, {len(data['details'])}> {name}_details{{{{"
                 f'{details}}}}};')
    rows = []
    for area in data['areas']:
        outline = f"{name}_{area['area']}_{area['side']}"
        parts.append(points(outline, area['polygon']))
        parts.append(triangles(f'{outline}_triangles', area['polygon']))
        x, y = map(number, area['label_at'])
        rows.append(f'    {{"{area["area"]}", Side::{area["side"]}, {outline}, {outline}_triangles, {{{x}, {y}}}}},')
    parts += [f'constexpr std::array<look::BodyArea, {len(rows)}> {name}_areas{{{{', *rows, '}};']
    parts.append(f'constexpr look::Body {name}_body{{{name}_silhouette, {name}_silhouette_triangles, '
                 f'{name}_details, {name}_areas}};')
    return '\n'.join(parts)


def body_table(bodymap):
    body = '\n\n'.join(view(name, data) for name, data in bodymap['views'].items())
    return page('bodymap.json', body, includes=('"app/look/body_map.h"', '<array>'))


def main():
    look, output = (pathlib.Path(argument) for argument in sys.argv[1:3])
    output.mkdir(parents=True, exist_ok=True)
    for source, made in (('tokens', (('look_measures', measures_table), ('look_type', type_table),
                                     ('look_theme', theme_table))),
                         ('icons', (('look_icon_names', icon_names_table), ('look_icons', icons_table))),
                         ('bodymap', (('look_body', body_table),))):
        data = json.loads((look / f'{source}.json').read_text(encoding='utf-8'))
        for name, make in made:
            (output / f'{name}.h').write_text(make(data), encoding='utf-8')


if __name__ == '__main__':
    main()
