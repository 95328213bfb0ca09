# SPDX-License-Identifier: MIT
"""loan_model.py - the schedule of a loan, row by row, in exact numbers.

Written from the language's reference and the documents alone. Money is a
whole number of minor units, rates and years are Fractions.
"""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from math import lcm
from typing import Callable, NamedTuple, Optional

from loan_days import THIRTIES, add_months, maturity, periods, year_fraction


def half_up(amount):
    """The nearest whole number, a half away from zero."""
    whole, rest = divmod(abs(amount.numerator), amount.denominator)
    whole += 2 * rest >= amount.denominator
    return whole if amount >= 0 else -whole


class Event(NamedTuple):
    """What happened: the day, the word for it, and what goes with it."""

    day: date
    kind: str
    amount: int = 0
    rate: Optional[Fraction] = None
    months: int = 0


class Impossible(Exception):
    """What is said to have happened cannot have."""


@dataclass
class Loan:
    """A contract and what happened to it: all that a schedule follows from.

    Rates are read by `rate_on`; `term` is None where the last day was given.
    Stretches are cut at `cuts`, for whoever looks at them; rows are the same.
    """

    principal: int
    first: date
    last: date
    repayment: str
    rate_on: Callable
    due: Optional[dict] = None
    interest: str = "by_days"
    day_count: str = "actual_360"
    reprice: str = "never"
    residue: str = "last"
    annuity_decimals: Optional[int] = None
    grace: int = 0
    term: Optional[int] = None
    signed: Optional[date] = None
    events: list = field(default_factory=list)
    cuts: list = field(default_factory=list)


class Stretch(NamedTuple):
    """Days with one balance and one rate."""

    start: date
    balance: int
    rate: Fraction
    years: Fraction


class Row(NamedTuple):
    """One instalment; what was prepaid within it is no part of it."""

    start: date
    end: date
    due_on: date
    rate: Fraction
    opening: int
    prepaid: int
    interest: int
    principal: int
    balance: int
    is_extension: bool
    stretches: tuple


def by_term(principal, first, months, repayment, rate, **more):
    """A loan of a fixed rate over some months."""
    last = maturity(first, months, more.get("due"))
    return Loan(principal, first, last, repayment, lambda _: rate,
                term=months, **more)


def annuity(factors):
    """What a principal of 1 is paid back with, the same in each period.

    The n payments x satisfy product(1 + f) = x (1 + (1 + f_n) + ...).
    """
    unit = lcm(*(f.denominator for f in factors))
    growth, payments, scale = 1, 0, 1
    for factor in factors:
        step = unit + factor.numerator * (unit // factor.denominator)
        scale *= unit
        growth *= step
        payments = payments * step + scale
    return Fraction(growth, payments)


def clears(balance, instalment, factors):
    """What the last row must pay if each row before pays the instalment."""
    for factor in factors[:-1]:
        interest = half_up(balance * factor)
        balance -= min(max(instalment - interest, 0), balance)
    return balance + half_up(balance * factors[-1])


def level_instalment(loan, balance, factors):
    """The level instalment of some rows, moved if the residue is spread."""
    factor = annuity(factors)
    if loan.annuity_decimals is not None:
        unit = 10 ** loan.annuity_decimals
        factor = Fraction(half_up(factor * unit), unit)
    instalment = half_up(balance * factor)
    if loan.residue == "last":
        return instalment
    gap = clears(balance, instalment, factors) - instalment
    if 2 * abs(gap) <= len(factors):
        return instalment
    moved = instalment + half_up(Fraction(gap, len(factors)))
    new_gap = clears(balance, moved, factors) - moved
    return moved if abs(new_gap) < abs(gap) else instalment


def reprice_days(loan, last):
    """The days on which the rulebook's rate is read anew, but for rows."""
    days = []
    if loan.reprice == "anniversary":
        years = 1
        while add_months(loan.first, 12 * years) < last:
            days.append(add_months(loan.first, 12 * years))
            years += 1
    elif loan.reprice == "january":
        days = [date(year, 1, 1)
                for year in range(loan.first.year + 1, last.year + 1)
                if date(year, 1, 1) < last]
    return days


class Run:
    """A schedule in the making."""

    def __init__(self, loan):
        self.loan = loan
        self.last = loan.last
        self.stops = []
        self.periods = periods(loan.first, loan.last, loan.due)
        self.balance = loan.principal
        self.rate = loan.rate_on(loan.signed or loan.first)
        self.part = None
        self.stale = True
        self.settled = None
        self.happened = 0
        self.repriced = []
        self.is_shorter = False
        self.left = None
        self.rows = []

    # --- years --------------------------------------------------------------

    def fraction(self, period):
        """The years of a whole period."""
        if self.loan.interest == "by_months" and period.months is not None:
            return Fraction(period.months, 12)
        return year_fraction(self.loan.day_count, period.start, period.end,
                             self.last)

    def years(self, period, start, end):
        """The years of a part of a period."""
        if (start, end) == (period.start, period.end):
            return self.fraction(period)
        whole = (self.loan.interest == "by_months"
                 and period.months is not None)
        if whole or self.loan.day_count in THIRTIES:
            return self.fraction(period) * Fraction(
                (end - start).days, (period.end - period.start).days)
        return year_fraction(self.loan.day_count, start, end, self.last)

    # --- what happens -------------------------------------------------------

    def happenings(self, index, period):
        """What happens from the first day of a period on, in order."""
        found = [(event.day, 1, event) for event in self.loan.events
                 if period.start <= event.day < period.end
                 and (event.kind != "extend" or not self.stops)]
        found += [(day, 0, Event(day, "reprice"))
                  for day in reprice_days(self.loan, self.last)
                  if period.start <= day < period.end]
        found += [(day, 0, Event(day, "cut")) for day in self.loan.cuts
                  if period.start < day < period.end]
        if self.loan.reprice == "each_period" and index > 0:
            found.append((period.start, 0, Event(period.start, "reprice")))
        return [event for _, _, event in sorted(found, key=lambda f: f[:2])]

    def apply(self, event):
        """Let one thing happen; what it prepays."""
        self.happened += event.kind not in ("reprice", "cut")
        if event.kind == "reprice":
            self.repriced.append(event.day)
            rate = event.rate
            if rate is None:
                rate = self.loan.rate_on(event.day)
            if self.loan.repayment == "level_payment" and (
                    rate != self.rate):
                self.stale = True
            self.rate = rate
        elif event.kind == "extend":
            self.extend(event)
        elif event.kind.startswith("prepay"):
            if event.amount > self.balance:
                raise Impossible(f"{event.amount} of {self.balance}")
            self.balance -= event.amount
            self.is_shorter = self.is_shorter or self.balance == 0 or (
                event.kind == "prepay_shorter")
            self.stale = self.stale or event.kind == "prepay_lower"
            return event.amount
        elif event.kind == "settle":
            if self.balance == 0:
                raise Impossible("nothing is owed")
            self.is_shorter = True
            self.settled = event.day
        return 0

    def extend(self, event):
        """Move the end; the old one stays a due day."""
        loan = self.loan
        self.stops.append(self.last)
        if loan.term is None:
            self.last = maturity(self.last, event.months, loan.due)
        else:
            self.last = maturity(loan.first, loan.term + event.months,
                                 loan.due)
        self.periods = periods(loan.first, self.last, loan.due, self.stops)
        self.stale = True

    # --- rows ---------------------------------------------------------------

    def set_part(self, index, interest=None):
        """The level instalment, or the level part of the principal.

        Within a row its interest is known: it is paid with the first of the
        new instalments, which therefore bears no more.
        """
        if not self.stale or index < self.loan.grace:
            return
        if self.left is not None:
            self.periods = self.periods[:index + self.left]
        left = self.periods[index:]
        if self.loan.repayment == "level_principal":
            self.part = half_up(Fraction(self.balance, len(left)))
        elif self.loan.repayment == "level_payment":
            factors = [self.rate * self.fraction(period) for period in left]
            balance = self.balance
            if interest is not None:
                factors[0] = Fraction(0)
                balance += interest
            self.part = level_instalment(self.loan, balance, factors)
        self.stale = False

    def needed(self, index):
        """The rows that are left; after a shortening those that it left."""
        left = self.periods[index:]
        balance = self.balance
        for count, period in enumerate(left, 1):
            interest = half_up(balance * self.rate * self.fraction(period))
            if self.loan.repayment == "level_payment":
                balance -= max(self.part - interest, 0)
            else:
                balance -= self.part or 0
            if balance <= 0:
                return count
        return len(left)

    def take(self, index, period):
        """One row of the schedule."""
        opening, rate = self.balance, None
        if self.part is None:
            self.set_part(index)
        elif self.is_shorter:
            self.left = self.needed(index)
        prepaid, stretches, since = 0, [], period.start
        end = period.end
        for event in self.happenings(index, period):
            if event.day > since and self.settled is None:
                stretches.append((since, event.day, self.balance, self.rate))
                if rate is None:
                    rate = self.rate
                    self.set_part(index)
                since = event.day
            prepaid += self.apply(event)
            if self.settled or self.is_shorter and self.balance == 0:
                self.settled = end = event.day
                break
        if self.settled is None:
            stretches.append((since, period.end, self.balance, self.rate))
            if rate is None:
                rate = self.rate
                self.set_part(index)
        if self.settled:
            prepaid += self.balance
            self.balance = 0
        # Who extends on a due day does so before anything falls due.
        for event in self.loan.events:
            if event.kind == "extend" and event.day == period.end and (
                    not self.settled and not self.stops):
                self.apply(event)
        stretches = tuple(
            Stretch(start, balance, at, self.years(period, start, until))
            for start, until, balance, at in stretches)
        interest = half_up(sum(s.balance * s.rate * s.years
                               for s in stretches))
        self.set_part(index, interest)
        principal = self.principal_due(index, interest)
        self.balance -= principal
        self.rows.append(Row(
            period.start, end, end if self.settled else period.due_on,
            self.rate if rate is None else rate, opening, prepaid, interest,
            principal, self.balance, period.start >= self.loan.last,
            stretches))

    def principal_due(self, index, interest):
        """The principal of a row."""
        if index == len(self.periods) - 1 or self.settled:
            return self.balance
        if self.part is None or index < self.loan.grace:
            return 0
        principal = self.part
        if self.loan.repayment == "level_payment":
            principal = max(self.part - interest, 0)
        return min(principal, self.balance)

    def all_rows(self):
        """Row by row; a prepayment can bring an early end."""
        index = 0
        while index < len(self.periods) and not (
                self.is_shorter and self.balance == 0):
            self.take(index, self.periods[index])
            index += 1
        if self.happened < sum(
                event.kind not in ("repay", "overdue", "reprice")
                for event in self.loan.events):
            raise Impossible("the loan has ended before")
        return self.rows


def compute(loan):
    """A loan's schedule, and how it came about."""
    run = Run(loan)
    run.all_rows()
    return run


def schedule(loan):
    """The rows of a loan's schedule."""
    return compute(loan).rows
