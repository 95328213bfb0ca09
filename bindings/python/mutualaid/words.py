# SPDX-License-Identifier: MIT
"""The closed lists of words, each in the order of the library's numbers."""

from __future__ import annotations

import enum
from typing import Dict, Tuple, Type, TypeVar

__all__ = [
    "ABSENT",
    "Absent",
    "Basis",
    "NoteKind",
    "Outcome",
    "PartKind",
    "Relation",
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


_Word = TypeVar("_Word", bound=enum.Enum)
_members: Dict[Type[enum.Enum], Tuple[enum.Enum, ...]] = {
    kind: tuple(kind)
    for kind in (
        Basis,
        NoteKind,
        Outcome,
        PartKind,
        Relation,
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
