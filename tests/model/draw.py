# SPDX-License-Identifier: MIT
"""draw.py - seeded draws that crowd around thresholds."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from facts import ABSENT
from reckoning import add_years

FIRST_YEAR = 1996
LAST_YEAR = 2030
LEAP_DAYS = [date(year, 2, 29) for year in range(FIRST_YEAR, LAST_YEAR, 4)]
STEPS = (-1, 0, 0, 1)


def fen(count):
    """Money from a count of fen."""
    return Decimal(count).scaleb(-2)


def shift(day, years=0, days=0):
    """A day some years and days away."""
    return add_years(day, years) + timedelta(days=days)


class Draw:
    """Draws one complete case; what is given beforehand stays as it is.

    A full case also holds the facts that only another kind of case needs.
    """

    def __init__(self, random, given=None, full=False):
        self.random = random
        self.full = full
        self.given = given or {}
        self.case = {}

    def beside(self, likely):
        """Whether to draw facts that this kind of case does not need."""
        return self.full or self.random.random() < likely

    def keep(self, name, drawn):
        """Put a drawn value into the case unless the fact is given."""
        value = self.given.get(name, drawn)
        self.case[name] = value
        return value

    def flag(self, name, likely=0.97):
        """A flag that is yes with this likelihood."""
        return self.keep(name, self.random.random() < likely)

    def flags(self, *names):
        """Flags of a requirement: all yes in most cases."""
        all_yes = self.random.random() < 0.85
        for name in names:
            self.flag(name, 1 if all_yes else 0.7)

    def choice(self, name, codes):
        """One of some codes; write a code twice to see it more often."""
        return self.keep(name, self.random.choice(codes))

    def maybe(self, name, values, likely=0.5):
        """One of some values, or absent."""
        value = ABSENT
        if self.random.random() < likely:
            value = self.random.choice(values)
        return self.keep(name, value)

    def money(self, name, edges, most=None):
        """Money in fen at an edge, one fen beside it, or anywhere."""
        return self.keep(name, fen(self.fen(edges, most)))

    def fen(self, edges, most=None):
        """A count of fen, as money()."""
        random = self.random
        kind = random.random()
        most = most or 2 * max(edges) + 1
        if kind < 0.45:
            return min(most, max(0, random.choice(edges)
                                 + random.choice(STEPS)))
        if kind < 0.65:
            return random.randint(0, most)
        if kind < 0.85:
            return random.randint(0, min(most, 500000))
        if kind < 0.9:
            return random.randint(0, 300)
        return 0

    def count(self, name, edges, least, most):
        """A count at an edge, one beside it, or anywhere."""
        value = random_count(self.random, edges, least, most)
        return self.keep(name, value)

    def day(self, edges):
        """A day at an edge, one day beside it, a leap day, or any."""
        random = self.random
        kind = random.random()
        if kind < 0.35:
            return random.choice(edges) + timedelta(
                days=random.choice(STEPS))
        if kind < 0.42:
            return random.choice(LEAP_DAYS)
        if kind < 0.8:
            return date(2011, 1, 1) + timedelta(
                days=random.randint(0, 15 * 365))
        return date(random.randint(FIRST_YEAR, LAST_YEAR), 1, 1) + timedelta(
            days=random.randint(0, 364))

    def near(self, day, years, days, spread):
        """A day `years` and some days after another, or within a spread."""
        random = self.random
        if random.random() < 0.6:
            offset = random.choice(days)
            return shift(day, random.choice(years), offset)
        return day + timedelta(days=random.randint(*spread))


def random_count(random, edges, least, most):
    """A count near an edge or anywhere in its range."""
    if random.random() < 0.6:
        value = random.choice(edges) + random.choice(STEPS)
    else:
        value = random.randint(least, most)
    return min(most, max(least, value))


def new_random(seed, *names):
    """A generator that depends on the seed and on what it is for."""
    return Random(f"{seed}/" + "/".join(str(name) for name in names))
