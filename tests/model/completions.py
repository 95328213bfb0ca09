# SPDX-License-Identifier: MIT
"""completions.py - values that can stand for facts that are not given.

candidates() lists the values of one fact at which an answer could reach an
end: the ends of its range, the edges of the rules, these less what other
facts already hold, their neighbours, every choice, every day that stands in
a relation to another date.
"""

from datetime import date, timedelta
from decimal import Decimal

import random_cases
import random_fees
import random_free
import random_menu
import random_packages
import random_relief
import random_stays
from beijing_model import FACTS
from draw import shift
from facts import ABSENT

VERSION_DAYS = sorted(set(
    random_free.MEDICAL_DAYS + random_free.ACCIDENT_DAYS
    + random_stays.STAY_DAYS + random_stays.COVER_DAYS
    + random_fees.COVER_DAYS + random_packages.START_DAYS
    + random_menu.FIRST_DAYS))
MONEY_EDGES = sorted({Decimal(fen).scaleb(-2) for edges in (
    random_free.OUTPATIENT, random_free.STAYS, random_free.EXCESS,
    random_free.ABOVE, random_free.MEDICAL_PAID, random_free.INJURY_PAID,
    random_free.FIRE, random_stays.OWN, random_stays.INPATIENT_PAID,
    random_stays.FEES, random_fees.INJURY_PAID, random_relief.EPIDEMIC,
    random_relief.COST_LEFT, random_menu.MOSTS) for fen in edges})
DAY_OFFSETS = (-366, -365, -181, -61, -60, -31, -30, -29, -4, -3, -2, -1,
               0, 1, 2, 3, 4, 10, 29, 30, 31, 60, 61, 180, 181, 182, 183,
               184, 365, 366)
YEAR_OFFSETS = (-60, -55, -18, -16, -2, -1, 1, 2, 16, 18, 55, 60)
ALL_COUNTS = 400
RELATED = [fact for fact in FACTS.values() if fact.not_before]


def candidates(name, case, wide=False):
    """Values of a fact worth trying; more of them if `wide`."""
    fact = FACTS[name]
    if fact.type == "flag":
        values = [True, False]
    elif fact.type == "choice":
        values = list(fact.codes)
    elif fact.type == "date":
        values = days(case, wide)
    elif fact.type == "count":
        values = counts(fact, case, wide)
    else:
        values = amounts(fact, case, wide)
    values = [value for value in values if allowed(fact, value, case)]
    return values + [ABSENT] if fact.may_be_absent else values


def allowed(fact, value, case):
    """Whether a value lies in its range and keeps the relations."""
    if not fact.holds(value):
        return False
    for other in RELATED:
        if fact.name == other.name:
            first, last = case.get(other.not_before), value
        elif fact.name == other.not_before:
            first, last = value, case.get(other.name)
        else:
            continue
        if isinstance(first, date) and isinstance(last, date) and last < first:
            return False
    return True


def days(case, wide):
    """Days at range ends, versions, and around the dates of the case."""
    found = {date(1900, 1, 1), date(2199, 12, 31), date(2000, 2, 29)}
    spread = range(-2, 3) if wide else range(-1, 2)
    anchors = [value for value in case.values() if isinstance(value, date)]
    for version in VERSION_DAYS:
        found.update(version + timedelta(days=step) for step in spread)
        if wide:
            found.update(shift(version, years) for years in YEAR_OFFSETS)
    for anchor in anchors:
        found.update(near_days(anchor, spread))
    return sorted(found)


def near_days(anchor, spread):
    """Days around a date, and whole years away from it."""
    near = []
    if not date(1970, 1, 1) < anchor < date(2120, 1, 1):
        return [anchor]
    near += [anchor + timedelta(days=step) for step in DAY_OFFSETS]
    for years in YEAR_OFFSETS:
        near += [shift(anchor, years, step) for step in spread]
    return near


def counts(fact, case, wide):
    """Every count of a small range, or ends, edges and what is left."""
    if fact.most - fact.least <= ALL_COUNTS:
        return list(range(fact.least, fact.most + 1))
    edges = {fact.least, fact.most, 0, 1, 2, 90, 180, 365}
    dates = [value for value in case.values() if isinstance(value, date)]
    for first in dates:
        edges.update(180 - (last - first).days for last in dates)
    spread = range(-4, 5) if wide else range(-1, 2)
    found = {edge + step for edge in edges for step in spread}
    if wide:
        found.update(range(fact.least, fact.least + ALL_COUNTS))
    return sorted(found)


def amounts(fact, case, wide):
    """Ends, edges, edges less what the case holds, and their neighbours."""
    edges = {fact.least, fact.most}
    if fact.type == "measure":
        edges.update(Decimal(size) for size in (40, 50))
    elif fact.type == "money":
        held = [value for value in case.values()
                if isinstance(value, Decimal) and value]
        edges.update(MONEY_EDGES)
        for value in held:
            edges.add(value)
            edges.update(edge - value for edge in MONEY_EDGES)
    steps = range(-10, 11) if wide else range(-1, 2)
    return sorted({edge + step * fact.step()
                   for edge in edges for step in steps})


def random_value(random, name, case):
    """Any value of a fact, mostly one of the candidates."""
    fact = FACTS[name]
    if fact.type in ("flag", "choice") or random.random() < 0.7:
        return random.choice(candidates(name, case))
    value = uniform(random, fact)
    if allowed(fact, value, case):
        return value
    return random.choice(candidates(name, case))


def uniform(random, fact):
    """A value from anywhere in the range of a number or a date."""
    if fact.type == "date":
        span = (fact.most - fact.least).days
        return fact.least + timedelta(days=random.randint(0, span))
    if fact.type == "count":
        return random.randint(fact.least, fact.most)
    steps = int((fact.most - fact.least) / fact.step())
    return fact.least + fact.step() * random.randint(0, steps)


def is_valid(case):
    """Whether every fact lies in its range and keeps its relations."""
    return all(allowed(FACTS[name], value, case)
               for name, value in case.items())


def complete(random, part, case, names):
    """A full completion: realistic around what is given, or partly wild."""
    given = dict(case)
    if random.random() < 0.4:
        for name in random.sample(names, random.randint(0, len(names))):
            given[name] = random_value(random, name, given)
    filled = random_cases.complete_case(random, part, given, full=True)
    if is_valid(filled):
        return filled
    return complete(random, part, case, names)
