# SPDX-License-Identifier: MIT
"""changes - every literal of a rulebook's rules, each changed by the least.

One fen, one point, one unit, one day, another code: a rulebook whose examples
and proofs do not notice such a change has a figure that nobody watches.
"""
import datetime
import re

RULES = ("parameters", "values", "tables", "schemes", "packages", "loans")
# What says something about a clause, and not what is decided.
ABOUT = {"id", "label", "title", "note", "source", "basis", "intended",
         "otherwise_text", "because", "known_until", "per", "place", "figure"}
MONEY = re.compile(r"-?[0-9]+(\.[0-9]+)?$")
RATE = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?)%$")
RATIO = re.compile(r"(-?[0-9]+)/([0-9]+)$")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}$")
MEASURE = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?)( .+)$")


class Change:
    """`text` in place of the bytes from `start` to `end`."""

    def __init__(self, path, start, end, old, text):
        self.path, self.start, self.end = path, start, end
        self.old, self.text = old, text

    def __str__(self):
        return f"{self.path}: {self.old} -> {self.text}"


def _raised(decimal):
    """One more in the last place that is written."""
    digits = decimal.replace(".", "")
    number = str(int(digits) + 1).zfill(len(digits.lstrip("-")))
    places = len(decimal.partition(".")[2])
    return number[:-places] + "." + number[-places:] if places else number


def _next_day(day):
    return (datetime.date.fromisoformat(day)
            + datetime.timedelta(days=1)).isoformat()


def changed(text):
    """A literal in quotes changed by the least; None for what is none."""
    if DATE.match(text):
        return _next_day(text)
    if RATE.match(text):
        return _raised(RATE.match(text)[1]) + "%"
    if RATIO.match(text):
        top, bottom = RATIO.match(text).groups()
        return f"{int(top) + 1}/{bottom}"
    if MONEY.match(text):
        return _raised(text)
    if MEASURE.match(text):
        return _raised(MEASURE.match(text)[1]) + MEASURE.match(text)[2]
    return None


class _Walk:
    def __init__(self, root):
        self.changes = []
        self.codes = {}
        for name, fact in root["facts"].value.items():
            if fact.get("choices"):
                self.codes[name] = [c["code"].value for c in
                                    fact["choices"].value]

    def add(self, path, start, end, old, text):
        self.changes.append(Change(path, start, end, old, text))

    def plain(self, node, path, codes):
        value = node.value
        if isinstance(value, bool):
            text = "false" if value else "true"
        elif isinstance(value, int):
            text = str(value + 1)
        elif isinstance(value, str) and codes and value in codes:
            other = codes[(codes.index(value) + 1) % len(codes)]
            text = f'"{other}"'
        elif isinstance(value, str) and changed(value):
            text = f'"{changed(value)}"'
        else:
            return
        old = f'"{value}"' if isinstance(value, str) else str(value).lower()
        self.add(path, node.start, node.end, old, text)

    def key(self, node, key, path):
        """Keys of dated operands are literals as well."""
        if not DATE.match(key):
            return
        start, end = node.keys[key]
        text = _next_day(key)
        if text not in node.value:
            self.add(f"{path}.{key}", start, end, f'"{key}"', f'"{text}"')

    def members(self, node, path):
        codes = None
        if "the" in node.value:
            subject = node["the"].value
            codes = self.codes.get(subject) if isinstance(subject, str) else None
        for key, child in node.value.items():
            self.key(node, key, path)
            if key in ABOUT or self.is_reason(key, child):
                continue
            given = codes if key in ("equals", "in") else None
            self.walk(child, f"{path}.{key}", given)

    @staticmethod
    def is_reason(key, child):
        return key == "otherwise" and isinstance(child.value, dict) and (
            "zh" in child.value or "en" in child.value)

    def walk(self, node, path, codes):
        if isinstance(node.value, dict):
            self.members(node, path)
        elif isinstance(node.value, list):
            for i, child in enumerate(node.value):
                self.walk(child, f"{path}[{i}]", codes)
        else:
            self.plain(node, path, codes)


def of(root):
    """All changes of a rulebook, in the order of the text."""
    walk = _Walk(root)
    for name in RULES:
        if root.get(name):
            walk.walk(root[name], name, None)
    return sorted(walk.changes, key=lambda change: change.start)
