# SPDX-License-Identifier: MIT
"""What a part can ever pay: bounds that are proved, cases that attain them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Mapping, Optional

from ._values import FactValue
from .words import Certainty

__all__ = ["Bound", "Stretch"]


@dataclass(frozen=True)
class Stretch:
    """Days throughout which a part has the same rules, both included.

    Attributes:
        first: the first day; 1 January of the year 1 if there is none.
        last: the last day; 31 December 9999 if there is none.
    """

    first: datetime.date
    last: datetime.date


@dataclass(frozen=True)
class Bound:
    """The most or the least that is paid, over all cases that were asked for.

    Attributes:
        certainty: how far it is known.
        proved: no case passes this; None if no case is paid at all.
        attained: what the case found gets; None without one.
        facts: the facts of that case, by name; empty without one.
        evaluations: how many it took.
    """

    certainty: Certainty
    proved: Optional[Decimal]
    attained: Optional[Decimal]
    facts: Mapping[str, FactValue]
    evaluations: int
