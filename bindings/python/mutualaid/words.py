# SPDX-License-Identifier: MIT
"""The closed lists of words, each in the order of the library's numbers."""

from __future__ import annotations

import enum
from typing import Dict, Tuple, Type, TypeVar

__all__ = [
    "ABSENT",
    "Absent",
    "Allocation",
    "Basis",
    "LoanEventKind",
    "NoteKind",
    "Outcome",
    "PartKind",
    "Payments",
    "Relation",
    "Repayment",
    "RequirementKind",
    "State",
    "ValueType",
    "Verdict",
]


class Absent(enum.Enum):
    """The type of :data:`mutualaid.ABSENT`."""

    ABSENT = "absent"

    def __repr__(self) -> str:
        return "mutualaid.ABSENT"


ABSENT = Absent.ABSENT


class ValueType(enum.Enum):
    """What kind of thing a fact or a value is, and what it is in Python.

    ``NONE`` no value at all; ``MONEY`` a ``Decimal`` of the rulebook's
    currency; ``COUNT`` an ``int``; ``MEASURE`` a ``Decimal`` in the fact's
    unit; ``RATE`` an exact ``Fraction``, 1/5 for 20 %; ``DATE`` a
    ``datetime.date``; ``FLAG`` a ``bool``; ``CHOICE`` a code as ``str``.
    """

    NONE = "none"
    MONEY = "money"
    COUNT = "count"
    MEASURE = "measure"
    RATE = "rate"
    DATE = "date"
    FLAG = "flag"
    CHOICE = "choice"


class State(enum.Enum):
    """Whether there is a value.

    ``GIVEN`` there is one; ``ABSENT`` it was said that there is none;
    ``NO_RULE`` the rulebook has no rule for this date or key; ``OPEN`` it is
    not given: unknown so far.
    """

    GIVEN = "given"
    ABSENT = "absent"
    NO_RULE = "no_rule"
    OPEN = "open"


class Basis(enum.Enum):
    """How sure the rulebook is of a clause.

    ``PUBLISHED`` a published document says so; ``INFERRED`` it follows from
    published figures; ``ASSUMED`` it was invented so that the rule is whole.
    """

    PUBLISHED = "published"
    INFERRED = "inferred"
    ASSUMED = "assumed"


class Outcome(enum.Enum):
    """How a decision, or one item of it, came out.

    ``ELIGIBLE`` paid, possibly with nothing; ``REFUSED`` not paid, with
    reasons; ``UNDETERMINED`` facts are missing; ``NOT_APPLYING`` an item that
    the case is not about.
    """

    ELIGIBLE = "eligible"
    REFUSED = "refused"
    UNDETERMINED = "undetermined"
    NOT_APPLYING = "not_applying"


class PartKind(enum.Enum):
    """What kind of thing a part decides.

    ``SCHEME`` the benefits of a scheme; ``CONTRIBUTION`` what it costs;
    ``PACKAGE`` several schemes by one enrolment; ``PACKAGE_CONTRIBUTION``
    what a package costs; ``LIMIT`` how much a loan may be.
    """

    SCHEME = "scheme"
    CONTRIBUTION = "contribution"
    PACKAGE = "package"
    PACKAGE_CONTRIBUTION = "package_contribution"
    LIMIT = "limit"


class RequirementKind(enum.Enum):
    """What kind of condition a requirement is.

    ``REQUIRE`` refuses when it does not hold; ``EXCLUDE`` refuses when it
    holds; ``DEADLINE`` refuses when the last day has passed; ``IN_FORCE`` the
    date lies within the scheme's dates; ``APPLIES`` at least one benefit
    applies; ``RULE`` there is a rule and a value; ``MEMBER`` a scheme of a
    package is eligible.
    """

    REQUIRE = "require"
    EXCLUDE = "exclude"
    DEADLINE = "deadline"
    IN_FORCE = "in_force"
    APPLIES = "applies"
    RULE = "rule"
    MEMBER = "member"


class Verdict(enum.Enum):
    """How a requirement came out.

    ``HELD`` it does not stand in the way; ``FAILED`` it refuses; ``OPEN``
    facts are missing.
    """

    HELD = "held"
    FAILED = "failed"
    OPEN = "open"


class Relation(enum.Enum):
    """How what was found is compared with what is required.

    ``IS`` a flag is yes; ``EQUALS``; ``IN`` one of a list; ``AT_LEAST`` not
    below; ``AT_MOST`` not above; ``ABOVE``; ``BELOW``; ``EXISTS`` given, not
    absent.
    """

    IS = "is"
    EQUALS = "equals"
    IN = "in"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOVE = "above"
    BELOW = "below"
    EXISTS = "exists"


class NoteKind(enum.Enum):
    """What a note is about.

    ``ASSUMED`` a clause that is assumed; ``DEFAULT`` a fact was not given and
    its default stood in; ``OVERRIDE`` a parameter that the caller replaced;
    ``PAST_KNOWN`` a series was read past its known end; ``INFERRED`` a clause
    that is inferred.
    """

    ASSUMED = "assumed"
    DEFAULT = "default"
    OVERRIDE = "override"
    PAST_KNOWN = "past_known"
    INFERRED = "inferred"


class Repayment(enum.Enum):
    """How a loan is paid back.

    ``INTEREST_ONLY`` interest on due days, principal at the end; ``BULLET``
    all at the end; ``LEVEL_PAYMENT`` equal instalments of principal and
    interest; ``LEVEL_PRINCIPAL`` equal parts of principal, and interest.
    """

    INTEREST_ONLY = "interest_only"
    BULLET = "bullet"
    LEVEL_PAYMENT = "level_payment"
    LEVEL_PRINCIPAL = "level_principal"


class Allocation(enum.Enum):
    """To what a payment goes first; each goes oldest first.

    ``CHARGES_FIRST`` penalty, compound interest, interest, principal;
    ``INTEREST_FIRST`` interest, compound interest, penalty, principal;
    ``PRINCIPAL_FIRST`` principal, interest, compound interest, penalty;
    ``OLDEST_FIRST`` row by row its interest and its principal, then compound
    interest, penalty. What is more than everything due waits for the next due
    day.
    """

    CHARGES_FIRST = "charges_first"
    INTEREST_FIRST = "interest_first"
    PRINCIPAL_FIRST = "principal_first"
    OLDEST_FIRST = "oldest_first"


class Payments(enum.Enum):
    """What is known of payments.

    ``AS_DUE`` what falls due is paid on its due day, but for what overdue
    events leave unpaid; ``BY_EVENTS`` nothing is paid but by events.
    """

    AS_DUE = "as_due"
    BY_EVENTS = "by_events"


class LoanEventKind(enum.Enum):
    """What happened to a loan.

    ``DRAW`` the drawdown: the principal on the first day; ``REPAY`` money
    came in and goes to what is due; ``PREPAY_SHORTER`` principal is paid
    before it is due, instalments stay, fewer follow; ``PREPAY_LOWER`` the
    same, their number stays, they are computed anew; ``SETTLE`` everything is
    paid back, with the interest up to that day; ``REPRICE`` from that day on
    another rate; ``OVERDUE`` of what falls due on that day an amount is not
    paid; ``EXTEND`` the end is moved.
    """

    DRAW = "draw"
    REPAY = "repay"
    PREPAY_SHORTER = "prepay_shorter"
    PREPAY_LOWER = "prepay_lower"
    SETTLE = "settle"
    REPRICE = "reprice"
    OVERDUE = "overdue"
    EXTEND = "extend"


class End(enum.Enum):
    """Which bound is asked for.

    ``MOST`` the largest amount that is paid; ``LEAST`` the smallest.
    """

    MOST = "most"
    LEAST = "least"


class Certainty(enum.Enum):
    """How far a bound is known.

    ``EXACT`` proved, and a case attains it; ``OPEN`` the budget ended first:
    the bound holds, the case found falls short of it; ``BOUND`` the bound
    holds, no case was found; ``NEVER`` proved: no case is paid.
    """

    EXACT = "exact"
    OPEN = "open"
    BOUND = "bound"
    NEVER = "never"


_Word = TypeVar("_Word", bound=enum.Enum)
_members: Dict[Type[enum.Enum], Tuple[enum.Enum, ...]] = {
    kind: tuple(kind)
    for kind in (
        Allocation,
        Basis,
        Certainty,
        End,
        LoanEventKind,
        NoteKind,
        Outcome,
        PartKind,
        Payments,
        Relation,
        Repayment,
        RequirementKind,
        State,
        ValueType,
        Verdict,
    )
}


def word(kind: Type[_Word], number: int) -> _Word:
    """The member of a list that has a number of the library."""
    member = _members[kind][number]
    assert isinstance(member, kind)
    return member


def number(member: enum.Enum) -> int:
    """The number that the library gives a member."""
    return _members[type(member)].index(member)
