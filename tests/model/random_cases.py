# SPDX-License-Identifier: MIT
"""random_cases.py - random cases, heavy on edges.

Every case is valid: facts stand in their ranges and relations. Cases are
complete (every fact that the part needs), open (some left out), or broken
in one place, which the library must call an input error. The generators of
the parts stand in the files that begin with random_.
"""

from datetime import date

import random_fees
import random_free
import random_menu
import random_packages
import random_relief
import random_stays
from beijing_model import FACTS
from draw import Draw, shift
from facts import ABSENT

GENERATORS = {
    **random_free.GENERATORS,
    **random_stays.GENERATORS,
    **random_fees.GENERATORS,
    **random_relief.GENERATORS,
    **random_menu.GENERATORS,
    **random_packages.GENERATORS,
}


def complete_case(random, part, given=None, full=False):
    """A case with every fact that the part needs, around what is given."""
    draw = Draw(random, given, full)
    GENERATORS[part](draw)
    case = draw.case
    case.update(draw.given)
    return case


def may_be_open(part, case):
    """The facts without a default; in the `when` of a package a fact that
    is not given counts as absent, so there it cannot be open."""
    steering = random_packages.STEERING if part.startswith("composite") else ()
    return [name for name in case
            if not FACTS[name].has_default and name not in steering]


def open_case(random, part, most_open=6):
    """A case with some facts left out; the answer names those."""
    case = complete_case(random, part)
    needed = may_be_open(part, case)
    count = min(len(needed), random.choice([1, 1, 1, 2, 2, 3, 4, most_open]))
    return leave_out(case, random.sample(needed, count))


def leave_out(case, names):
    """A case without some facts, and their names."""
    return {name: value for name, value in case.items()
            if name not in names}, list(names)


def broken_case(random, part):
    """A case with one fact that cannot be, and the name of the fact."""
    case = complete_case(random, part)
    name = random.choice(sorted(case))
    wrong = impossible(random, FACTS[name])
    if "discharged_on" in case and random.random() < 0.2:
        name = "discharged_on"
        wrong = shift(case["admitted_on"], days=-1)
    case[name] = wrong
    return case, name


def impossible(random, fact):
    """A value that a fact cannot have."""
    if not fact.may_be_absent and random.random() < 0.3:
        return ABSENT
    if fact.type == "date":
        return random.choice([date(1899, 12, 31), date(2200, 1, 1)])
    if fact.type == "choice":
        return "no_such_code"
    if fact.type == "flag":
        return 1
    return random.choice([fact.least - fact.step(),
                          fact.most + fact.step()])
