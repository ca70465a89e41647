#!/usr/bin/env python3
"""Turns the JSON data beside this file into C++ tables, so that nothing is parsed when the program starts.

    tables.py ASSETS_FOLDER OUTPUT_FOLDER
"""
import json
import pathlib
import sys


def text(value):
    """a C++ string literal of UTF-8 text"""
    return json.dumps(value, ensure_ascii=False)


def flag(value):
    return 'true' if value else 'false'


def areas_table(data):
    rows = []
    for area in data['areas']:
        names = ', '.join(text(area[key]) for key in ('id', 'name', 'muscle', 'region'))
        views = ', '.join(flag(view in area['views']) for view in ('front', 'back'))
        sides = ', '.join(flag(letter in area['sides']) for letter in 'LRC')
        rows.append(f"    {{{names}, {views}, {sides}, {text(area['snomed'])}}},")
    return f"""#pragma once

// Made from assets/areas.json by assets/tables.py.

#include <array>

namespace unknot::tables {{

struct AreaRow {{
    const char* id;
    const char* name;
    const char* muscle;
    const char* region;
    bool front, back, left, right, center;
    const char* snomed;
}};

constexpr std::array<AreaRow, {len(rows)}> areas{{{{
{chr(10).join(rows)}
}}}};

}}  // namespace unknot::tables
"""


def article_table(data):
    rows = []
    for statement in data['statements']:
        fields = ', '.join(text(statement[key]) for key in ('id', 'group', 'says', 'section'))
        rows.append(f'    {{{fields}}},')
    sources = [f'    {text(source)},' for source in data['source']['draws_on']]
    return f"""#pragma once

// Made from assets/article.json by assets/tables.py.

#include <array>

namespace unknot::tables {{

struct StatementRow {{
    const char* id;
    const char* group;
    const char* says;
    const char* section;
}};

constexpr std::array<StatementRow, {len(rows)}> statements{{{{
{chr(10).join(rows)}
}}}};

constexpr const char* article_title = {text(data['source']['title'])};
constexpr std::array<const char*, {len(sources)}> article_sources{{
{chr(10).join(sources)}
}};

}}  // namespace unknot::tables
"""


def guide_table(data):
    rows = []
    for part in data['parts']:
        rows.append(('title', part['title']))
        rows += [('says', says) for says in part['says']]
        rows += [('statement', name) for name in part.get('statements', [])]
        rows += [('terminal', part['terminal'])] if 'terminal' in part else []
    lines = [f'    {{GuideRow::What::{what}, {text(value)}}},' for what, value in rows]
    return f"""#pragma once

// Made from assets/guide.json by assets/tables.py.

#include <array>

namespace unknot::tables {{

struct GuideRow {{
    enum class What {{ title, says, statement, terminal }};  // a title begins a part
    What what;
    const char* text;
}};

constexpr std::array<GuideRow, {len(lines)}> guide{{{{
{chr(10).join(lines)}
}}}};

}}  // namespace unknot::tables
"""


def schema_table(schema):
    return f"""#pragma once

// Made from assets/schemas/log.schema.json by assets/tables.py.

#include <string_view>

namespace unknot::tables {{

constexpr std::string_view log_schema = R"unknot({schema})unknot";

}}  // namespace unknot::tables
"""


def licences_table(folder):
    """the whole text of each licence that asks to be handed on with what it covers, by its SPDX name"""
    rows = [f'    {{{text(file.stem)}, {text(file.read_text(encoding="utf-8"))}}},' for file in sorted(folder.glob('*.txt'))]
    return f"""#pragma once

// Made from assets/licences/ by assets/tables.py.

#include <array>
#include <string_view>

namespace unknot::tables {{

struct LicenceRow {{
    std::string_view name;
    std::string_view text;
}};

constexpr std::array<LicenceRow, {len(rows)}> licences{{{{
{chr(10).join(rows)}
}}}};

}}  // namespace unknot::tables
"""


def main():
    assets, output = (pathlib.Path(argument) for argument in sys.argv[1:3])
    output.mkdir(parents=True, exist_ok=True)
    for name, make in (('areas', areas_table), ('article', article_table), ('guide', guide_table)):
        data = json.loads((assets / f'{name}.json').read_text(encoding='utf-8'))
        (output / f'{name}_table.h').write_text(make(data), encoding='utf-8')
    schema = (assets / 'schemas' / 'log.schema.json').read_text(encoding='utf-8')
    (output / 'log_schema.h').write_text(schema_table(schema), encoding='utf-8')
    (output / 'licences_table.h').write_text(licences_table(assets / 'licences'), encoding='utf-8')


if __name__ == '__main__':
    main()
