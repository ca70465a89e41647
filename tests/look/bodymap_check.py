#!/usr/bin/env python3
"""Checks Unknot's body map against the list of areas.

    python3 bodymap_check.py            checks assets/look/bodymap.json, also that it is what bodymap.py draws;
                                        exit status 0 when all is well
    python3 bodymap_check.py FILE       checks another one
    python3 bodymap_check.py --prove    spoils the map on purpose, one way at a time, and shows that each is noticed
"""
import copy
import json
import math
import pathlib
import sys

ASSETS = pathlib.Path(__file__).resolve().parents[2] / "assets"
AREAS, LOOK = ASSETS / "areas.json", ASSETS / "look"
SIDES = {"LR": ("left", "right"), "C": ("center",), "LCR": ("left", "center", "right")}
APART = {"foot_sole"}           # drawn beside the body, not on it
MOST_POINTS, MOST_SILHOUETTE = 60, 320
SMALLEST = 18                   # width and height of the smallest shape
ROOMY = 7                       # radius of the circle that fits into every shape
OVERLAP = 0.01                  # of the smaller one of two shapes
GAP = (2, 4)                    # between neighbours
UNDER = {                       # each shape of a pair: the first lies higher than the second
    "front": [("temple", "jaw"), ("jaw", "neck_side"), ("neck_side", "chest"), ("upper_trapezius", "shoulder_front"),
              ("shoulder_front", "upper_arm_front"), ("upper_arm_front", "forearm_inner"), ("forearm_inner", "hand"),
              ("chest", "hip_front"), ("hip_front", "thigh_inner"), ("hip_front", "thigh_front"), ("thigh_front", "shin")],
    "back": [("base_of_skull", "neck_back"), ("neck_back", "mid_back"), ("neck_back", "rhomboids"), ("mid_back", "low_back"),
             ("upper_trapezius", "levator_scapulae"), ("levator_scapulae", "rhomboids"), ("rhomboids", "mid_back"),
             ("upper_trapezius", "shoulder_blade"), ("shoulder_blade", "lats"), ("lats", "flank"), ("flank", "hip_side"),
             ("low_back", "buttock"), ("hip_side", "buttock"), ("buttock", "thigh_back"), ("thigh_back", "calf"),
             ("calf", "ankle_back"), ("shoulder_side", "upper_arm_back"), ("upper_arm_back", "forearm_outer")],
}
OUTSIDE = {                     # the first lies nearer to the middle line than the second
    "front": [("neck_side", "upper_trapezius"), ("upper_trapezius", "shoulder_front"), ("chest", "shoulder_front"),
              ("chest", "upper_arm_front"), ("thigh_inner", "thigh_front"), ("thigh_front", "thigh_outer")],
    "back": [("neck_back", "upper_trapezius"), ("rhomboids", "shoulder_blade"), ("shoulder_blade", "shoulder_side"),
             ("levator_scapulae", "shoulder_side"), ("mid_back", "lats"), ("low_back", "flank"), ("buttock", "hip_side"),
             ("lats", "upper_arm_back"), ("ankle_back", "foot_sole")],
}


# ------------------------------------------------------------------------------------------------ geometry

def edges(ring):
    return list(zip(ring, ring[1:] + ring[:1]))


def signed_area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in edges(ring)) / 2


def area(ring):
    return abs(signed_area(ring))


def centre(ring):
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in edges(ring))
    return tuple(sum((a[i] + b[i]) * (a[0] * b[1] - b[0] * a[1]) for a, b in edges(ring)) / (3 * twice) for i in (0, 1))


def box(ring):
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return min(xs), min(ys), max(xs), max(ys)


def around(segments, within_box, margin):
    """The segments that may come within the margin of the box."""
    x0, y0, x1, y1 = within_box
    return [(a, b) for a, b in segments if max(a[0], b[0]) >= x0 - margin and min(a[0], b[0]) <= x1 + margin
            and max(a[1], b[1]) >= y0 - margin and min(a[1], b[1]) <= y1 + margin]


def turn(a, b, c):
    v = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    return (v > 1e-9) - (v < -1e-9)


def within(a, b, p):
    return min(a[0], b[0]) <= p[0] <= max(a[0], b[0]) and min(a[1], b[1]) <= p[1] <= max(a[1], b[1])


def meet(a, b, c, d):
    """Whether two segments cross or touch."""
    t = turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)
    if t[0] != t[1] and t[2] != t[3]:
        return True
    return any(v == 0 and within(*s, p) for v, s, p in zip(t, ((a, b), (a, b), (c, d), (c, d)), (c, d, a, b)))


def is_simple(ring):
    e = edges(ring)
    n = len(e)
    if n < 3 or len({tuple(p) for p in ring}) != n:
        return False
    return not any(meet(*e[i], *e[k]) for i in range(n) for k in range(i + 2, n - (i == 0)))


def contains(ring, p):
    inside = False
    for a, b in edges(ring):
        if (a[1] > p[1]) != (b[1] > p[1]) and p[0] < a[0] + (p[1] - a[1]) * (b[0] - a[0]) / (b[1] - a[1]):
            inside = not inside
    return inside


def to_segment(p, a, b):
    dx, dy = b[0] - a[0], b[1] - a[1]
    t = max(0, min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy or 1)))
    return math.dist(p, (a[0] + t * dx, a[1] + t * dy))


def to_ring(p, ring):
    return min(to_segment(p, a, b) for a, b in edges(ring))


def distance(one, other):
    return min(min(to_ring(p, other) for p in one), min(to_ring(p, one) for p in other))


def spans(ring, y):
    xs = sorted(a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1]) for a, b in edges(ring) if (a[1] > y) != (b[1] > y))
    return list(zip(xs[::2], xs[1::2]))


def common_area(one, other):
    """Exact: between two neighbouring heights where something begins, ends or crosses, widths change evenly."""
    heights = {p[1] for p in one + other}
    for a, b in edges(one):
        for c, d in edges(other):
            ux, uy, vx, vy = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
            cross = ux * vy - uy * vx
            if cross:
                t = ((c[0] - a[0]) * vy - (c[1] - a[1]) * vx) / cross
                if 0 <= t <= 1:
                    heights.add(a[1] + t * uy)
    heights = sorted(heights)
    total = 0.0
    for y0, y1 in zip(heights, heights[1:]):
        y = (y0 + y1) / 2
        total += (y1 - y0) * sum(max(0, min(b, d) - max(a, c)) for a, b in spans(one, y) for c, d in spans(other, y))
    return total


def mirrored(points):
    return {(round(400 - x, 1), y) for x, y in points}


# ------------------------------------------------------------------------------------------------ checks

def check(data, wanted):
    """All faults, as sentences, and some measures of the drawing."""
    faults, measures = [], {}
    say = faults.append
    if data.get("canvas") != [400, 900]:
        say("the canvas is not 400 x 900")
    if sorted(data.get("views", {})) != ["back", "front"]:
        say("the views are not front and back")
        return faults, measures
    for view, drawn in data["views"].items():
        expected = {(a["id"], side) for a in wanted if view in a["views"] for side in SIDES[a["sides"]]}
        found = [(a["area"], a["side"]) for a in drawn["areas"]]
        for key in sorted(expected - set(found)):
            say(f"{view}: {key[0]} {key[1]} is missing")
        for key in sorted(set(found) - expected):
            say(f"{view}: {key[0]} {key[1]} does not belong here")
        for key in sorted({k for k in found if found.count(k) > 1}):
            say(f"{view}: {key[0]} {key[1]} is drawn more than once")
        shapes = {(a["area"], a["side"]): a for a in drawn["areas"]}
        check_points(view, drawn, say)
        check_body(view, drawn, shapes, say, measures)
        check_sizes(view, shapes, say, measures)
        check_overlaps(view, shapes, say, measures)
        check_sides(view, drawn, shapes, say)
        check_places(view, shapes, say)
        check_labels(view, shapes, say)
    return faults, measures


def check_points(view, drawn, say):
    lines = [("silhouette", drawn["silhouette"])] + [(f"detail {i}", d) for i, d in enumerate(drawn["details"])] + \
        [(f"{a['area']} {a['side']}", a["polygon"] + [a["label_at"]]) for a in drawn["areas"]]
    for name, points in lines:
        for x, y in points:
            if not (0 <= x <= 400 and 0 <= y <= 900):
                say(f"{view}: {name} leaves the canvas at {x}, {y}")
            if round(x, 1) != x or round(y, 1) != y:
                say(f"{view}: {name} has more than one decimal at {x}, {y}")
    if len(drawn["silhouette"]) > MOST_SILHOUETTE:
        say(f"{view}: the silhouette has {len(drawn['silhouette'])} points")
    if not is_simple(drawn["silhouette"]):
        say(f"{view}: the silhouette crosses itself")
    for a in drawn["areas"]:
        if len(a["polygon"]) > MOST_POINTS:
            say(f"{view}: {a['area']} {a['side']} has {len(a['polygon'])} points")
        if not is_simple(a["polygon"]):
            say(f"{view}: {a['area']} {a['side']} crosses or touches itself")
        if signed_area(a["polygon"]) <= 0:
            say(f"{view}: {a['area']} {a['side']} does not run clockwise")
    if signed_area(drawn["silhouette"]) <= 0:
        say(f"{view}: the silhouette does not run clockwise")


def check_body(view, drawn, shapes, say, measures):
    body = drawn["silhouette"]
    for (name, side), a in shapes.items():
        ring = a["polygon"]
        inside = [contains(body, p) for p in ring]
        beside = around(edges(body), box(ring), 5)
        crosses = any(meet(*e, *f) for e in edges(ring) for f in beside)
        if name in APART:
            if any(inside) or crosses:
                say(f"{view}: {name} {side} should lie beside the body")
        elif not all(inside) or crosses:
            say(f"{view}: {name} {side} reaches outside the body")
        else:
            rim = min((to_segment(p, *e) for p in ring for e in beside), default=99)
            measures["narrowest rim"] = min(measures.get("narrowest rim", (99,)), (round(rim, 2), view, name))
    for i, points in enumerate(drawn["details"]):
        if any(meet(a, b, *e) for a, b in zip(points, points[1:]) for e in around(edges(body), box(points), 1)):
            say(f"{view}: detail {i} crosses the edge of the body")


def check_sizes(view, shapes, say, measures):
    for (name, side), a in shapes.items():
        x0, y0, x1, y1 = box(a["polygon"])
        if x1 - x0 < SMALLEST or y1 - y0 < SMALLEST:
            say(f"{view}: {name} {side} is only {x1 - x0:.1f} x {y1 - y0:.1f}")
        room = to_ring(a["label_at"], a["polygon"])
        if room < ROOMY:
            say(f"{view}: in {name} {side} only a circle of radius {room:.1f} fits around its label point")
        measures["smallest area"] = min(measures.get("smallest area", (1e9,)), (round(area(a["polygon"])), view, name))
        measures["least room"] = min(measures.get("least room", (1e9,)), (round(room, 1), view, name))


def check_overlaps(view, shapes, say, measures):
    items = sorted(shapes.items())
    for i, (key, a) in enumerate(items):
        for other, b in items[i + 1:]:
            p, q = box(a["polygon"]), box(b["polygon"])
            if p[0] > q[2] + 6 or q[0] > p[2] + 6 or p[1] > q[3] + 6 or q[1] > p[3] + 6:
                continue
            names = f"{key[0]} {key[1]} and {other[0]} {other[1]}"
            shared = common_area(a["polygon"], b["polygon"]) / min(area(a["polygon"]), area(b["polygon"]))
            if shared > OVERLAP:
                say(f"{view}: {names} overlap by {shared:.1%}")
            gap = distance(a["polygon"], b["polygon"])
            if shared == 0 and gap < GAP[0]:
                say(f"{view}: {names} are only {gap:.1f} apart")
            if shared == 0 and gap <= GAP[1]:
                measures["narrowest gap"] = min(measures.get("narrowest gap", (99,)), (round(gap, 2), view, names))
                measures["neighbours"] = measures.get("neighbours", 0) + 1


def check_sides(view, drawn, shapes, say):
    """In the front view the person's left is on the picture's right, in the back view on the picture's left."""
    for (name, side), a in shapes.items():
        xs = [p[0] for p in a["polygon"]]
        on_right = (side == "left") == (view == "front")
        if side == "center":
            if set(map(tuple, a["polygon"])) != mirrored(a["polygon"]) or a["label_at"][0] != 200:
                say(f"{view}: {name} center is not centred")
        elif (on_right and min(xs) <= 200) or (not on_right and max(xs) >= 200):
            say(f"{view}: {name} {side} lies on the wrong side")
        other = shapes.get((name, "right"))
        if side == "left" and other:
            if set(map(tuple, a["polygon"])) != mirrored(other["polygon"]) or \
                    {tuple(a["label_at"])} != mirrored([other["label_at"]]):
                say(f"{view}: {name} left and right are not mirror images")
    if {tuple(p) for p in drawn["silhouette"]} != mirrored(drawn["silhouette"]):
        say(f"{view}: the silhouette is not symmetric")
    lines = [set(map(tuple, d)) for d in drawn["details"]]
    if sorted(map(sorted, lines)) != sorted(map(sorted, map(mirrored, lines))):
        say(f"{view}: the details are not symmetric")


def check_places(view, shapes, say):
    at = {key: centre(a["polygon"]) for key, a in shapes.items()}
    for relation, axis, word in ((UNDER, 1, "above"), (OUTSIDE, 0, "nearer to the middle than")):
        for first, second in relation[view]:
            for side in ("left", "right"):
                one, other = at.get((first, side)), at.get((second, side))
                if not one or not other:
                    continue
                a, b = (one[1], other[1]) if axis else (abs(one[0] - 200), abs(other[0] - 200))
                if a >= b:
                    say(f"{view}: {first} {side} should lie {word} {second} {side}")


def check_labels(view, shapes, say):
    for key, a in shapes.items():
        home = [k for k, b in shapes.items() if contains(b["polygon"], a["label_at"])]
        if home != [key]:
            say(f"{view}: the label point of {key[0]} {key[1]} lies in {home or 'no shape'}")


# ------------------------------------------------------------------------------------------------ proof

def spoilt(data):
    """(what was done, what must be said about it, the spoilt map) for faults that must not go unnoticed."""
    def shape(views, view, name, side):
        return next(a for a in views[view]["areas"] if (a["area"], a["side"]) == (name, side))

    def swap(views, view, names=None):
        for a in views[view]["areas"]:
            if not names or a["area"] in names:
                a["side"] = {"left": "right", "right": "left"}.get(a["side"], a["side"])

    def flip(views, view):
        for points in [views[view]["silhouette"]] + views[view]["details"] + [a["polygon"] for a in views[view]["areas"]]:
            points[:] = [[round(400 - x, 1), y] for x, y in reversed(points)]
        for a in views[view]["areas"]:
            a["label_at"][0] = round(400 - a["label_at"][0], 1)

    def move(a, dx, dy):
        a["polygon"] = [[round(x + dx, 1), round(y + dy, 1)] for x, y in a["polygon"]]
        a["label_at"] = [round(a["label_at"][0] + dx, 1), round(a["label_at"][1] + dy, 1)]

    def shrink(a, f):
        cx, cy = a["label_at"]
        a["polygon"] = [[round(cx + (x - cx) * f, 1), round(cy + (y - cy) * f, 1)] for x, y in a["polygon"]]

    def knot(a):
        p = a["polygon"]
        p[3], p[len(p) // 2] = p[len(p) // 2], p[3]

    def rename(views):
        for side in ("left", "right"):
            shape(views, "back", "flank", side)["area"], shape(views, "back", "lats", side)["area"] = "lats", "flank"

    for what, said, change in (
        ("front view: lefts and rights swapped", "wrong side", lambda v: swap(v, "front")),
        ("back view: lefts and rights swapped", "wrong side", lambda v: swap(v, "back")),
        ("front view: the whole picture flipped", "wrong side", lambda v: flip(v, "front")),
        ("back view: the whole picture flipped", "wrong side", lambda v: flip(v, "back")),
        ("one area's left and right swapped", "wrong side", lambda v: swap(v, "back", ["calf"])),
        ("an area left out", "is missing", lambda v: v["front"]["areas"].remove(shape(v, "front", "shin", "left"))),
        ("an area drawn twice", "more than once", lambda v: v["front"]["areas"].append(shape(v, "front", "shin", "left"))),
        ("an area where it does not belong", "does not belong",
         lambda v: v["front"]["areas"].append(shape(v, "back", "calf", "left"))),
        ("two areas named the wrong way round", "should lie above", rename),
        ("a shape moved onto its neighbour", "overlap", lambda v: move(shape(v, "back", "rhomboids", "left"), -8, 0)),
        ("a shape moved to touch its neighbour", "apart", lambda v: move(shape(v, "back", "rhomboids", "left"), -1.6, 0)),
        ("a shape moved out of the body", "outside the body", lambda v: move(shape(v, "front", "forearm_inner", "left"), 9, 0)),
        ("a sole moved onto the body", "beside the body", lambda v: move(shape(v, "back", "foot_sole", "left"), 60, 0)),
        ("a shape too small", "is only", lambda v: shrink(shape(v, "front", "jaw", "left"), 0.7)),
        ("a shape that crosses itself", "touches itself", lambda v: knot(shape(v, "back", "buttock", "right"))),
        ("a shape that runs the other way", "clockwise", lambda v: shape(v, "back", "lats", "left")["polygon"].reverse()),
        ("a centre shape off centre", "not centred", lambda v: move(shape(v, "back", "low_back", "center"), 0.2, 0)),
        ("one point of one half moved", "mirror images",
         lambda v: shape(v, "front", "chest", "left")["polygon"][5].__setitem__(1, 230)),
        ("a label point outside its shape", "label point", lambda v: shape(v, "front", "chest", "left").update(label_at=[200, 250])),
        ("a dent in the silhouette", "not symmetric", lambda v: v["front"]["silhouette"][40].__setitem__(1, 300.0)),
        ("a detail that leaves the body", "edge of the body", lambda v: v["front"]["details"].append([[200, 60], [380, 60]])),
    ):
        bad = copy.deepcopy(data)
        change(bad["views"])
        yield what, said, bad


def main(arguments):
    wanted = json.loads(AREAS.read_text(encoding="utf-8"))["areas"]
    names = [a for a in arguments if not a.startswith("-")]
    data = json.loads(pathlib.Path(names[0] if names else LOOK / "bodymap.json").read_text(encoding="utf-8"))
    if "--prove" in arguments:
        missed = 0
        for what, said, bad in spoilt(data):
            fault = next((f for f in check(bad, wanted)[0] if said in f), None)
            missed += not fault
            print(f"{'noticed' if fault else 'MISSED '}  {what}" + (f" -> {fault}" if fault else ""))
        print(f"{missed} missed")
        return 1 if missed else 0
    faults, measures = check(data, wanted)
    if not names:
        sys.dont_write_bytecode = True
        sys.path.insert(0, str(LOOK))
        import bodymap
        if bodymap.draw() != data:
            faults.append("bodymap.json is not what bodymap.py draws")
    for fault in faults:
        print(fault)
    shapes = {view: len(v["areas"]) for view, v in data["views"].items()}
    outline = {view: len(v["silhouette"]) for view, v in data["views"].items()}
    most = max(len(a["polygon"]) for v in data["views"].values() for a in v["areas"])
    print(f"{len(faults)} faults. {len(wanted)} areas, shapes {shapes}; points: silhouettes {outline}, largest shape {most}")
    for name, value in measures.items():
        print(f"  {name}: {' '.join(map(str, value)) if isinstance(value, tuple) else value}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
