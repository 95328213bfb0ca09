# SPDX-License-Identifier: MIT
"""startup_loan.py - Beijing's start-up loan, written from the documents."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple, Optional

from loan_model import by_term
from lpr import lpr

BEGAN = date(2017, 5, 1)
MONTHS_MOST = 48
# Yuan, by the kind of business.
CLASS_LIMITS = {"sole_trader": 100000, "small_or_micro_firm": 300000,
                "innovative_firm": 500000}
GROUPS = {"redeployed", "laid_off", "migrant_worker", "worker_in_hardship",
          "child_of_worker_in_hardship", "veteran", "model_worker",
          "graduate"}
# Settled on the 20th of the last month of a quarter, that day included.
QUARTERS = {"in_months": [3, 6, 9, 12], "day": 20, "included": True}


class Request(NamedTuple):
    """What a borrower asks for; money in minor units."""

    amount: int
    months: int
    business: str
    signed_on: date = date(2021, 3, 21)
    is_member: bool = True
    group: Optional[str] = "graduate"
    outstanding: int = 0
    months_so_far: int = 0


def refusals(request):
    """Which requirements a request does not meet."""
    failed = []
    if request.signed_on < BEGAN:
        return ["not_in_force"]
    if not request.is_member:
        failed.append("member")
    if request.group not in GROUPS:
        failed.append("group")
    if request.months > MONTHS_MOST:
        failed.append("term")
    if request.months + request.months_so_far > MONTHS_MOST:
        failed.append("months_of_subsidy")
    return failed


def limit(request):
    """The most that is lent: request, class limit, and what is left of it."""
    left = max(CLASS_LIMITS[request.business] * 100 - request.outstanding, 0)
    return min(request.amount, left)


def start_up_loan(principal, first, months, rate=None, repayment="quarters"):
    """The contract; interest each quarter unless another form is asked."""
    rate = lpr(first) if rate is None else rate
    if repayment == "quarters":
        return by_term(principal, first, months, "interest_only", rate,
                       due=QUARTERS)
    if repayment == "one_row":
        return by_term(principal, first, months, "bullet", rate)
    return by_term(principal, first, months, repayment, rate,
                   due={"every": {"months": 1}}, interest="by_months")


def penalty_rate(rate):
    """What overdue money bears: half as much again."""
    return rate * Fraction(3, 2)
