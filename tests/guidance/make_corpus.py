#!/usr/bin/env python3
"""Makes random histories with the answers of reference.py: the differential test's corpus.

    make_corpus.py [--count 5200] [--seed 20260307] OUTPUT.jsonl.gz

One JSON object a line: {"log": {...}, "as_of": "...", "expect": {...}}, and "history" with "last_day" for one in ten.
Realistic histories follow a person who presses and heals; wild ones throw dice for everything.
"""
import argparse
import gzip
import json
import random
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import reference  # noqa: E402

AREAS = [('calf', ['left', 'right', 'both']), ('low_back', ['left', 'right', 'center', 'both']),
         ('upper_trapezius', ['left', 'right', 'both'])]
SENSATIONS = ['held_breath', 'tensed', 'too_sharp', 'pain_spike', 'numbness', 'new_weakness', 'radiating_pain']
SCREENING = ['fresh_injury', 'open_skin', 'swelling_warmth']
SYMPTOMS = ['numbness', 'new_weakness', 'radiating_pain', 'swelling', 'warmth', 'rapidly_worse', 'fever', 'unwell']
CONDITIONS = ['blood_clot_history', 'fracture_history', 'blood_thinners', 'clotting_condition']
START = datetime(2025, 2, 1, tzinfo=timezone.utc)


def stamp(dice, moment, offsets):
    return moment.astimezone(timezone(timedelta(minutes=dice.choice(offsets)))).isoformat()


def answers(dice, names, asked, some):
    if dice.random() > asked:
        return None
    return sorted(dice.sample(names, dice.choice([1, 1, 2]))) if dice.random() < some else []


class Maker:
    def __init__(self, dice):
        self.dice, self.number = dice, 0
        self.offsets = dice.choice([[0], [60], [-480], [60, 120], [0, 330, -600, 780]])
        self.sessions, self.checkins = [], []

    def name(self):
        self.number += 1
        return f'r{self.dice.randrange(1000):03}-{self.number}'

    def put(self, records, fields):
        records.append({'id': self.name(), **{key: value for key, value in fields.items() if value is not None}})

    def session(self, moment, area, side, before, pressure, some):
        d = self.dice
        self.put(self.sessions, {
            'started_at': stamp(d, moment, self.offsets), 'area': area, 'side': side, 'pressure': pressure,
            'duration_s': d.choice([None, 30, 100, 120, 200, 300, 600]), 'soreness_before': before,
            'sensations': answers(d, SENSATIONS, 0.5, some), 'screening': answers(d, SCREENING, 0.4, some / 2)})

    def checkin(self, moment, area, side, soreness, some):
        d = self.dice
        self.put(self.checkins, {
            'at': stamp(d, moment, self.offsets), 'area': area, 'side': side, 'soreness': soreness,
            'symptoms': answers(d, SYMPTOMS, 0.5, some)})


def realistic(maker):
    """sessions every few days; soreness rises after each and decays at a pace of its own"""
    d = maker.dice
    area, sides = d.choice(AREAS)
    side = d.choice(sides)
    usual, decay, rise, answered = d.choice([0, 0, 1, 2, 4]), d.uniform(0.5, 0.98), d.uniform(0.3, 1.6), d.uniform(0.5, 1)
    some, trend = d.choice([0, 0.02, 0.1]), d.uniform(-0.02, 0.12)
    every, level, moment = d.choice([1, 1, 2, 2, 3, 5, 10]), float(usual), START
    limit = START + timedelta(days=d.choice([20, 45, 90, 120]))
    next_session = moment
    while moment < limit:
        if moment >= next_session:
            pressure = d.choice([1, 2, 3, 3, 4, 5] if some else [2, 3, 3, 4])
            before = round(min(10, max(0, level))) if d.random() < 0.4 else None
            maker.session(moment + timedelta(hours=d.uniform(15, 24)), area, side, before, pressure, some)
            level += rise * pressure * d.uniform(0.5, 1.3)
            rise += trend
            next_session = moment + timedelta(days=max(1, round(d.gauss(every, 1))))
        for hour in d.choice([[8], [8], [8, 21], []]):
            if d.random() < answered:
                value = round(min(10, max(0, level + d.gauss(0, 0.6))))
                maker.checkin(moment + timedelta(hours=24 + hour), area, side if d.random() < 0.95 else d.choice(sides),
                              value, some)
        level = usual + (level - usual) * decay
        moment += timedelta(days=1)


def wild(maker):
    d = maker.dice
    areas = d.sample(AREAS, d.choice([1, 1, 2]))
    days, some = d.choice([6, 12, 25, 60, 120]), d.choice([0, 0.1, 0.4])
    floor = d.choice([0, 0, 3, 6])
    for _ in range(d.choice([0, 3, 10, 30, 60])):
        area, sides = d.choice(areas)
        before = d.choice([None, None, d.randint(floor, 10), d.randint(0, 3)])
        maker.session(START + timedelta(hours=d.uniform(0, 24 * days)), area, d.choice(sides), before, d.randint(1, 5), some)
    for _ in range(d.choice([3, 10, 30, 60])):
        area, sides = d.choice(areas)
        soreness = None if d.random() < 0.05 else d.choice([d.randint(floor, 10), d.randint(0, 4)])
        maker.checkin(START + timedelta(hours=d.choice([d.uniform(0, 24 * days), d.randint(0, 24 * days)])), area,
                      d.choice(sides), soreness, some)


def climbing(maker):
    """after a settled past, one session whose soreness climbs slowly, or settles and comes back"""
    d = maker.dice
    area, sides = d.choice(AREAS)
    side = d.choice(sides)
    moment = START
    for _ in range(d.choice([5, 20, 40])):
        maker.session(moment + timedelta(hours=18), area, side, d.choice([0, 1]), d.choice([2, 3]), 0)
        maker.checkin(moment + timedelta(days=1, hours=8), area, side, d.choice([0, 1, 1, 2]), 0)
        moment += timedelta(days=d.choice([1, 2, 3]))
    moment += timedelta(days=3)
    maker.session(moment + timedelta(hours=18), area, side, d.choice([0, 1]), 3, 0)
    course = d.choice([[3, 4, 5], [3, 4, 4, 6], [2, 3, 5, 5], [4, 5, 6, 6], [1, 3], [2, 4], [1, 4], [3, 1, 3], [3, 2, 4]])
    for value in course:
        moment += timedelta(days=1)
        maker.checkin(moment + timedelta(hours=d.uniform(7, 10)), area, side, value, 0)
        if d.random() < 0.08:
            maker.session(moment + timedelta(hours=18), area, side, None, 2, 0)


def enduring(maker):
    """sore for two weeks and more, rated now and then: about as many days, and as far apart, as `ongoing` asks for"""
    d = maker.dice
    area, sides = d.choice(AREAS)
    side = d.choice(sides)
    day = START
    if d.random() < 0.5:
        maker.session(day + timedelta(hours=18), area, side, 4, 2, 0)
    for _ in range(d.choice([4, 5, 5, 5, 6, 6, 7])):
        maker.checkin(day + timedelta(days=1, hours=8), area, side, d.choice([4, 4, 5, 5, 6]), 0)
        day += timedelta(days=d.choice([2, 3, 4, 4, 4, 4, 4, 5] if d.random() < 0.7 else [3, 4]))


def one(number, seed):
    d = random.Random(f'{seed}/{number}')
    maker = Maker(d)
    (enduring if number % 40 == 2 else (realistic, realistic, climbing, wild)[number % 4])(maker)
    moments = [reference.ts(r['started_at']) for r in maker.sessions] + [reference.ts(r['at']) for r in maker.checkins]
    if not moments:
        return None
    last = max(moments)
    # In the middle (later records then lie in the future), at the end, and some days on.
    as_of = d.choice([min(moments) + (last - min(moments)) * d.random(), last, last + timedelta(hours=d.uniform(0, 60)),
                      last + timedelta(days=d.randint(0, 12)), last + timedelta(days=d.randint(5, 40))])
    as_of = as_of.replace(microsecond=0)
    profile = {'conditions': d.sample(CONDITIONS, d.choice([0, 0, 0, 0, 0, 1, 2])), 'clinician_ok': d.random() < 0.4}
    d.shuffle(maker.sessions)
    d.shuffle(maker.checkins)
    for record in maker.sessions:
        record['started_at'] = truncated(record['started_at'])
    for record in maker.checkins:
        record['at'] = truncated(record['at'])
    log = {'profile': profile, 'sessions': maker.sessions, 'checkins': maker.checkins}
    case = {'log': log, 'as_of': stamp(d, as_of, maker.offsets)}
    case['expect'] = reference.answer(log, case['as_of'])
    if number % 10 == 0:
        day = reference.lday(case['as_of'])
        case['last_day'] = reference.iso(day)
        case['history'] = reference.history(log, day)
    return case


def truncated(text):
    return datetime.fromisoformat(text).replace(microsecond=0).isoformat()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('output')
    parser.add_argument('--count', type=int, default=5200)
    parser.add_argument('--seed', type=int, default=20260307)
    given = parser.parse_args()
    written, number = 0, 0
    with open(given.output, 'wb') as raw, gzip.GzipFile('', 'wb', mtime=0, fileobj=raw) as out:
        while written < given.count:
            case = one(number, given.seed)
            number += 1
            if case is not None:
                out.write((json.dumps(case, separators=(',', ':')) + '\n').encode())
                written += 1


if __name__ == '__main__':
    main()
