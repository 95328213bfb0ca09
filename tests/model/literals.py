#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""literals.py - every literal of the rulebook is held by an example.

usage: literals.py [--pages FILE] [--rulebook FILE] [--only TEXT]

Each amount, rate, count and date that decides something is moved by the
smallest step, up and down, each flag is turned, each code is taken out of
each list: every time the examples of the rulebook must fail. So there is an
example on both sides of every threshold, cap and change, and one for every
code. Moves that no case can show are left out: see IDLE. Prints TAP; exit
status 1 if an example is missing.
"""

import argparse
import copy
import json
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from decimal import Decimal

from facts import BEIJING
from tap import Tap

MONEY = re.compile(r"-?\d+\.\d\d$")
RATE = re.compile(r"-?\d+(\.\d+)?%$")
DAY = re.compile(r"\d{4}-\d\d-\d\d$")
MEASURE = re.compile(r"\d+(\.\d+)? m2$")
# Words of a clause that decide nothing.
SILENT = {"id", "label", "title", "note", "source", "basis", "otherwise",
          "because", "kept_by", "dated_by", "intended", "per", "scheme"}
PARTS = ("parameters", "values", "tables", "schemes", "packages")

# What only loans read has tests of its own: schedules, not examples.
LOANS = ("values.one_year_rate", "parameters.loan_")
# Moves that change no decision, by the beginning of their names.
IDLE = {
    "parameters.above_ceiling_most_2012.use: 90000.00 -> 90000.01":
        "the slices of the first version end at exactly 90 000",
    "schemes.medical_aid.benefits.1.steps.1.cumulative.steps.0.slices.5.rate"
    ".choose.1.use: 0% -> 0.01%":
        "the slices of the first version end at exactly the cap",
    "schemes.inpatient_medical.benefits.0.steps.2.slices.3.from: 20000.00 -> "
    "20000.01": "a tenth of a fen less never rounds to another fen",
    "schemes.accident_cover.contribution.require.5.when.at_least: 30 -> 29":
        "of 29 staff all must join, so half do",
    "values.critical_ends_before.years.1996-01-01":
        "nobody published an amount before 2018: another reason, no other "
        "outcome",
    "values.critical_ends_before.years.2018-01-01: 2018-01-01 -> 2017-12-31":
        "as before",
    "schemes.critical_illness.require.1.when.all.0.at_least: 2018-01-01 -> "
    "2017-12-31": "as before",
    "schemes.critical_illness.require.3.when.at_least: 2016-01-01 -> "
    "2015-12-31": "as before",
    "schemes.critical_illness.require.3.at_most.2016-01-01": "as before",
    "schemes.critical_illness.contribution.require.3.when.at_least: "
    "2016-01-01 -> 2015-12-31": "nobody published a fee before 2016",
    "schemes.critical_illness.contribution.require.3.at_most.2018-01-01: "
    "2018-01-01 -> 2018-01-02": "nobody published a fee of 2018",
}


def moved(literal):
    """The literals next to one: below and above, or the other flag."""
    if isinstance(literal, bool):
        return [not literal]
    if isinstance(literal, int):
        return [literal - 1, literal + 1] if literal else [1]
    if DAY.match(literal):
        day = date.fromisoformat(literal)
        return [str(day - timedelta(days=1)), str(day + timedelta(days=1))]
    if RATE.match(literal):
        rate = Decimal(literal[:-1])
        return [f"{rate + step}%" for step in (Decimal("-0.01"),
                                               Decimal("0.01"))
                if rate + step >= 0]
    if MONEY.match(literal):
        amount = Decimal(literal)
        return [f"{amount + step:.2f}" for step in (Decimal("-0.01"),
                                                    Decimal("0.01"))
                if amount + step >= 0]
    return []


def is_literal(value):
    """Whether a leaf of the document is a literal of the language."""
    if isinstance(value, (bool, int)):
        return True
    return isinstance(value, str) and any(
        form.match(value) for form in (MONEY, RATE, DAY, MEASURE))


def operand_of(entry):
    """An entry without what it says of itself."""
    return entry["use"] if isinstance(entry, dict) and "use" in entry else entry


def days_that_decide(series):
    """The days of a series on which something changes, and whether it is
    the first: no rule before it may be what the scheme's own days say."""
    before = None
    for number, day in enumerate(key for key in series if DAY.match(key)):
        entry = operand_of(series[day])
        if number == 0 or entry != before:
            yield day, number == 0
        before = entry


def walk(value, path, found):
    """Every place of a literal below a value: a path, a key, and what kind
    of place it is."""
    if isinstance(value, dict):
        for day, is_first in days_that_decide(value):
            found.append((path, day, "first day" if is_first else "day"))
        for key, inner in value.items():
            if key in SILENT and not (key == "otherwise"
                                      and "tables" in path):
                continue
            walk(inner, path + [key], found)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            walk(inner, path + [index], found)
    elif is_literal(value):
        is_lowest = path[-1] == "from" and path[-2] == 0
        found.append((path[:-1], path[-1], "lowest" if is_lowest else "leaf"))


def at(document, path):
    """What stands at a path."""
    for step in path:
        document = document[step]
    return document


def moves_of(document):
    """Each move: a name, and a function that makes it in a copy."""
    found = []
    for part in PARTS:
        walk(document[part], [part], found)
    for path, key, kind in found:
        where = ".".join(str(step) for step in path + [key])
        is_key = kind.endswith("day")
        old = key if is_key else at(document, path)[key]
        for new in moved(old):
            if kind == "first day" and new < old or (
                    kind == "lowest" and isinstance(old, int)):
                continue          # what was covered stays covered
            yield f"{where}: {old} -> {new}", (path, key, is_key, new)
    for name, fact in document["facts"].items():
        for index, choice in enumerate(fact.get("choices", [])):
            for listed in choice.get("lists", []):
                yield (f"{name}.{choice['code']} leaves {listed}",
                       (["facts", name, "choices", index], "lists", None,
                        listed))


def make(document, move):
    """The document after a move, as text."""
    path, key, is_key, new = move
    changed = copy.copy(document)
    target = changed
    for step in path:             # copy only the way down
        target[step] = copy.copy(target[step])
        target = target[step]
    if is_key is None:
        target[key] = [one for one in target[key] if one != new]
        if not target[key]:
            del target[key]
    elif is_key:
        entries = {new if name == key else name: inner
                   for name, inner in target.items()}
        target.clear()
        target.update(entries)
    else:
        target[key] = new
    return json.dumps(changed, ensure_ascii=False)


def is_noticed(program, text):
    """Whether the rulebook is refused once it is changed."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8",
                                     delete=False) as file:
        file.write(text)
    try:
        done = subprocess.run([program, "en", file.name, "no_such_part"],
                              capture_output=True, encoding="utf-8",
                              check=False)
    finally:
        os.unlink(file.name)
    return "no_such_part" not in done.stderr


def main():
    """Make every move."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", default="examples/pages")
    parser.add_argument("--rulebook", default=BEIJING)
    parser.add_argument("--only", default="")
    arguments = parser.parse_args()
    with open(arguments.rulebook, encoding="utf-8") as file:
        document = json.load(file)
    tap = Tap()
    moves = [move for move in moves_of(document) if arguments.only in move[0]
             and not move[0].startswith((*LOANS, *IDLE))]
    tap.ok(not is_noticed(arguments.pages,
                          json.dumps(document, ensure_ascii=False)),
           "the rulebook as it stands is sound")

    def missed(move):
        return not is_noticed(arguments.pages, make(document, move[1]))

    with ThreadPoolExecutor(max_workers=2) as pool:
        results = list(pool.map(missed, moves))
    survivors = [name for (name, _), is_missed in zip(moves, results)
                 if is_missed]
    tap.ok(not survivors,
           f"an example notices each of {len(moves)} moves of a literal",
           *survivors)
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
