# SPDX-License-Identifier: MIT
"""loan_subsidy.py - which part of each row's interest is subsidised."""

from fractions import Fraction
from typing import NamedTuple, Optional

from loan_days import add_months
from loan_model import half_up


class Subsidy(NamedTuple):
    """The rule: a share of the interest, or what exceeds a rate."""

    share: Optional[Fraction] = None
    borrower_rate: Optional[Fraction] = None
    rate_at_most: Optional[Fraction] = None
    months_at_most: Optional[int] = None
    total: Optional[int] = None


def last_day(subsidy, loan):
    """The first day on which nothing is subsidised any more, or None."""
    if subsidy.months_at_most is None:
        return None
    return add_months(loan.first, subsidy.months_at_most)


def interest_at(row, until, *rates):
    """A row's interest up to a day, at the lowest of some rates."""
    exact = Fraction(0)
    for stretch in row.stretches:
        if until is None or stretch.start < until:
            rate = min([stretch.rate] + [r for r in rates if r is not None])
            exact += stretch.balance * rate * stretch.years
    return half_up(exact)


def of_row(subsidy, row, until):
    """What is subsidised of a row before any total."""
    if row.is_extension:
        return 0
    base = interest_at(row, until, subsidy.rate_at_most)
    if subsidy.share is not None:
        return half_up(base * subsidy.share)
    borne = interest_at(row, until, subsidy.rate_at_most,
                        subsidy.borrower_rate)
    return base - borne


def subsidise(subsidy, loan, rows):
    """The subsidised part of each row's interest."""
    parts = []
    until = last_day(subsidy, loan)
    for row in rows:
        part = of_row(subsidy, row, until)
        if subsidy.total is not None:
            part = min(part, subsidy.total - sum(parts))
        parts.append(part)
    return parts
