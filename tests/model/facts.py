# SPDX-License-Identifier: MIT
"""facts.py - the facts that a rulebook declares, and how values are written.

Of the rulebook only the section `facts` is read here (names, types, ranges,
choices, defaults) and which parts there are. Everything that it says about
money is left alone, so that the model stays a second opinion.

Values in Python: money and measures are Decimal, counts int, rates Fraction,
dates datetime.date, flags bool, choices str, and ABSENT says "there is none".
A key that is missing means that the fact is not given.
"""

import json
import os
from datetime import date
from decimal import Decimal
from fractions import Fraction

HERE = os.path.dirname(os.path.abspath(__file__))
BEIJING = os.path.join(HERE, "..", "..", "rulebooks", "beijing.json")

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2199, 12, 31)


class Absent:
    """The type of ABSENT; there is only that one value."""

    def __repr__(self):
        return "ABSENT"


ABSENT = Absent()


class Fact:
    """One fact: its type, its range as values, its choices, its default."""

    def __init__(self, name, declared):
        self.name = name
        self.type = declared["type"]
        self.unit = declared.get("unit", "")
        self.decimals = declared.get(
            "decimals", 4 if self.type == "rate" else 2)
        self.not_before = declared.get("not_before")
        self.has_default = "if_missing" in declared
        self.codes = [one["code"] for one in declared.get("choices", [])]
        self.lists = self.read_lists(declared)
        self.least, self.most = self.read_range(declared)
        self.default = None
        if self.has_default:
            self.default = self.read(declared["if_missing"])
        self.may_be_absent = (bool(declared.get("optional"))
                              or self.default is ABSENT)

    @staticmethod
    def read_lists(declared):
        """The codes of each list that choices name."""
        lists = {}
        for one in declared.get("choices", []):
            for name in one.get("lists", []):
                lists.setdefault(name, []).append(one["code"])
        return lists

    def read_range(self, declared):
        """The least and the most value; (None, None) for flags and choices."""
        if self.type in ("flag", "choice"):
            return None, None
        if self.type == "date":
            return (self.read(declared.get("at_least", FIRST_DAY)),
                    self.read(declared.get("at_most", LAST_DAY)))
        return (self.read(declared.get("at_least", 0)),
                self.read(declared["at_most"]))

    def step(self):
        """The smallest difference between two values of a number."""
        if self.type == "count":
            return 1
        if self.type == "rate":
            return Fraction(1, 10 ** (self.decimals + 2))
        return Decimal(1).scaleb(-self.decimals)

    def read(self, literal):
        """Turn a literal of the rulebook into a value."""
        if literal is None or literal == {"absent": True}:
            return ABSENT
        if self.type == "money":
            return Decimal(literal).quantize(Decimal("0.01"))
        if self.type == "measure":
            return Decimal(str(literal).split(" ")[0])
        if self.type == "date":
            return date.fromisoformat(str(literal))
        if self.type == "rate":
            return read_rate(str(literal))
        return literal

    def write(self, value):
        """Turn a value into what stands for it in the JSON of a case."""
        if value is ABSENT:
            return {"absent": True}
        if self.type == "measure":
            return f"{value:f} {self.unit}"
        if self.type == "rate":
            return write_rate(value)
        if self.type in ("money", "date"):
            return str(value)
        return value

    def holds(self, value):
        """Whether a value lies in the declared range."""
        if value is ABSENT:
            return self.may_be_absent
        if self.type == "flag":
            return isinstance(value, bool)
        if self.type == "choice":
            return value in self.codes
        return self.least <= value <= self.most


def read_rate(text):
    """An exact rate from "20%" or "2/3"."""
    if text.endswith("%"):
        return Fraction(text[:-1]) / 100
    return Fraction(text)


def write_rate(rate):
    """A rate as a ratio, which every finite percentage is too."""
    return f"{rate.numerator}/{rate.denominator}"


def read_rulebook(path=BEIJING):
    """A rulebook file as it is written."""
    with open(path, encoding="utf-8-sig") as file:
        return json.load(file)


def read_facts(path=BEIJING):
    """The facts of a rulebook file, by name, in written order."""
    declared = read_rulebook(path)["facts"]
    return {name: Fact(name, one) for name, one in declared.items()}


def read_part_names(path=BEIJING):
    """Schemes, packages and their contributions; loans have a model of
    their own."""
    rulebook = read_rulebook(path)
    names = []
    for name, scheme in rulebook["schemes"].items():
        names.append(name)
        if "contribution" in scheme:
            names.append(name + ".contribution")
    for name in rulebook["packages"]:
        names += [name, name + ".contribution"]
    return names


def write_case(facts, part, case):
    """A case as one line of JSON."""
    written = {name: facts[name].write(value) for name, value in case.items()}
    return json.dumps({"part": part, "facts": written}, ensure_ascii=False)


def with_defaults(facts, case):
    """A case with the defaults of the facts that are not given."""
    filled = {name: one.default for name, one in facts.items()
              if one.has_default}
    filled.update(case)
    return filled
