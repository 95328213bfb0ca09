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

from loan_days import (add_months, maturity, periods, whole_months,
                       year_fraction)


def half_up(amount):
    """The nearest whole number, a half away from zero."""
    whole, rest = divmod(abs(amount.numerator), amount.denominator)
    whole += 2 * rest >= amount.denominator
    return whole if amount >= 0 else -whole


@dataclass
class Loan:
    """A contract: all that a schedule follows from."""

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
    prepayments: list = field(default_factory=list)


class Prepayment(NamedTuple):
    """Principal paid back early; the amount None is all of it."""

    day: date
    amount: Optional[int]
    mode: str = "lower"


class Row(NamedTuple):
    """One instalment, or one prepayment of principal."""

    start: date
    end: date
    due_on: date
    kind: str
    interest: int
    principal: int
    balance: int


def by_term(principal, first, months, repayment, rate, **more):
    """A loan of a fixed rate over some months."""
    last = maturity(first, months, more.get("due"))
    return Loan(principal, first, last, repayment, lambda _: rate, **more)


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


def next_reprice(loan, day):
    """The first repricing day after a day; None if there is none."""
    if loan.reprice == "anniversary":
        years = 1
        while add_months(loan.first, 12 * years) <= day:
            years += 1
        return add_months(loan.first, 12 * years)
    if loan.reprice == "january":
        return date(day.year + 1, 1, 1)
    return None


class Run:
    """A schedule in the making."""

    def __init__(self, loan):
        self.loan = loan
        self.periods = periods(loan.first, loan.last, loan.due)
        self.balance = loan.principal
        self.rate = loan.rate_on(loan.first)
        self.reprice_on = next_reprice(loan, loan.first)
        self.waiting = sorted(loan.prepayments, key=lambda p: p.day)
        self.part = None
        self.stale = True
        self.rows = []

    def fraction(self, period):
        """The years of a whole period."""
        loan = self.loan
        start = period.start
        months = 0
        if loan.interest == "by_months":
            if period.months is not None:
                return Fraction(period.months, 12)
            months = whole_months(start, period.end)
            start = add_months(start, months)
        return Fraction(months, 12) + year_fraction(
            loan.day_count, start, period.end, loan.last)

    def piece(self, period, start, end):
        """The years of a part of a period."""
        if (start, end) == (period.start, period.end):
            return self.fraction(period)
        if self.loan.interest == "by_months":
            return self.fraction(period) * Fraction(
                (end - start).days, (period.end - period.start).days)
        return year_fraction(self.loan.day_count, start, end, self.loan.last)

    def rates(self, period):
        """The rates within a period: (from, rate); the state moves on."""
        if self.loan.reprice == "each_period":
            self.change_rate(period.start)
        found = [(period.start, self.rate)]
        while self.reprice_on is not None and self.reprice_on < period.end:
            day = self.reprice_on
            self.change_rate(day)
            if day == period.start:
                found = []
            found.append((day, self.rate))
            self.reprice_on = next_reprice(self.loan, day)
        return found

    def change_rate(self, day):
        """Read the rate anew; another one makes the instalment stale."""
        rate = self.loan.rate_on(day)
        self.stale = self.stale or rate != self.rate
        self.rate = rate

    def factor(self, period, rates):
        """The interest of a period on a balance of 1."""
        ends = [day for day, _ in rates[1:]] + [period.end]
        return sum(rate * self.piece(period, start, end)
                   for (start, rate), end in zip(rates, ends))

    def set_part(self, index, rates):
        """The level instalment, or the level part of the principal."""
        if not self.stale or index < self.loan.grace:
            return
        left = self.periods[index:]
        if self.loan.repayment == "level_principal":
            self.part = half_up(Fraction(self.balance, len(left)))
        elif self.loan.repayment == "level_payment":
            factors = [self.factor(left[0], rates)] + [
                self.rate * self.fraction(period) for period in left[1:]]
            self.part = level_instalment(self.loan, self.balance, factors)
        self.stale = False

    def prepay(self, prepayment):
        """Take one prepayment off the balance."""
        amount = prepayment.amount
        if amount is None or amount > self.balance:
            amount = self.balance
        self.balance -= amount
        self.stale = self.stale or prepayment.mode == "lower"
        return Row(prepayment.day, prepayment.day, prepayment.day, "prepay",
                   0, amount, self.balance)

    def accrue(self, period, rates):
        """The exact interest of a period; prepayments within it are taken."""
        cuts = {day for day, _ in rates} | {period.end}
        early = []
        while self.waiting and self.waiting[0].day < period.end:
            early.append(self.waiting.pop(0))
            cuts.add(early[-1].day)
        interest = Fraction(0)
        cuts = sorted(cuts)
        for start, end in zip(cuts, cuts[1:]):
            for prepayment in [p for p in early if p.day == start]:
                self.rows.append(self.prepay(prepayment))
                if self.balance == 0:
                    return interest, start
            rate = [rate for day, rate in rates if day <= start][-1]
            interest += self.balance * rate * self.piece(period, start, end)
        return interest, period.end

    def take(self, index, period):
        """One row of the schedule."""
        while self.waiting and self.waiting[0].day == period.start:
            self.rows.append(self.prepay(self.waiting.pop(0)))
        if self.balance == 0:
            return
        rates = self.rates(period)
        self.set_part(index, rates)
        exact, end = self.accrue(period, rates)
        interest = half_up(exact)
        principal = self.principal_due(index, interest)
        self.balance -= principal
        due_on = period.due_on if end == period.end else end
        self.rows.append(Row(period.start, end, due_on, "due", interest,
                             principal, self.balance))

    def principal_due(self, index, interest):
        """The principal of a row."""
        if index == len(self.periods) - 1:
            return self.balance
        if self.part is None or index < self.loan.grace:
            return 0
        principal = self.part
        if self.loan.repayment == "level_payment":
            principal = max(self.part - interest, 0)
        return min(principal, self.balance)

    def all_rows(self):
        """Row by row until nothing is owed."""
        for index, period in enumerate(self.periods):
            if self.balance > 0:
                self.take(index, period)
        return self.rows


def schedule(loan):
    """The rows of a loan's schedule."""
    return Run(loan).all_rows()
