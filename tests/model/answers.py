# SPDX-License-Identifier: MIT
"""answers.py - the facts handed to the model and the answers it gives."""

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, Optional

from facts import ABSENT
from reckoning import ZERO, money, rounded

PAY_DAYS = 10            # A0: ten days after the papers are accepted
NOTHING = Decimal("0.00")
FEE_MOST = Fraction(1000)  # ASM-48: of a fee that nobody published


class Answer(NamedTuple):
    """What the model says about one case; amounts are Decimal."""

    outcome: str
    amount: Optional[Decimal]
    benefits: dict
    reasons: list
    deadlines: Optional[dict]      # None: the model does not say


class Open(Exception):
    """A fact that the model needs is not given."""

    def __init__(self, fact):
        super().__init__(fact)
        self.fact = fact


class Case(dict):
    """Facts by name; to ask for one that is not given raises Open."""

    def __missing__(self, name):
        raise Open(name)


def refused(reasons, deadlines=None):
    """Nothing is paid, for these reasons."""
    return Answer("refused", NOTHING, {}, list(reasons), deadlines or {})


def undetermined(fact):
    """The model stops at the first fact that it misses."""
    return Answer("undetermined", None, {}, [fact], {})


def paid(benefits, deadlines=None, at_most=None):
    """Pay exact benefits, each rounded once, in order, under a common cap."""
    left = at_most
    amounts = {}
    for name, exact in benefits.items():
        amount = rounded(exact)
        if left is not None:
            amount = min(amount, left)
            left -= amount
        amounts[name] = amount
    total = money(sum(amounts.values(), ZERO))
    return Answer("eligible", total,
                  {name: money(one) for name, one in amounts.items()}, [],
                  deadlines or {})


def unmet(case, *flags):
    """Those of the flags that are not yes: reasons for a refusal."""
    return ["no_" + flag for flag in flags if not case[flag]]


def pay_deadline(case):
    """The last day of payment, once the papers are accepted."""
    accepted = case["accepted_on"]
    if accepted is ABSENT:
        return {}
    return {"pay_by": accepted + timedelta(days=PAY_DAYS)}
