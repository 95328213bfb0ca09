# SPDX-License-Identifier: MIT
"""Rules of mutual-aid schemes as data, decisions with every fen explained.

>>> from datetime import date
>>> import mutualaid
>>> beijing = mutualaid.Rulebook.beijing()
>>> d = beijing.decide(
...     "hospital_allowance", admitted_on=date(2016, 3, 1),
...     discharged_on=date(2016, 3, 11), hospital_class=2)
>>> d.outcome
<Outcome.UNDETERMINED: 'undetermined'>
>>> d.least, d.most
(Decimal('0.00'), Decimal('360.00'))
>>> "cover_from" in d.missing
True
>>> beijing.facts["cover_from"].label
Text('保障期起始日期', 'first day of the cover period')

Read a rulebook once (:meth:`Rulebook.beijing`, :meth:`Rulebook.parse`,
:meth:`Rulebook.load`), hand it the facts of a case (:meth:`Rulebook.decide`),
and read the answer (:class:`Decision`). What can be decided and which facts
there are can be asked: ``beijing.parts``, ``beijing.facts``.

Amounts are ``Decimal`` in the currency of the rulebook; nothing is rounded but
where the rulebook says so. Whatever is refused raises a
:class:`MutualAidError` that says what to do.
"""

from __future__ import annotations

from ._bounds import Bound, Stretch
from ._decision import Decision
from ._details import (
    Deadline,
    Finding,
    Item,
    Line,
    Note,
    Requirement,
)
from ._holdings import (
    Choice,
    Clause,
    Fact,
    ItemInfo,
    Parameter,
    Part,
    RequirementInfo,
    Source,
)
from ._loans import Loan, LoanEvent, LoanRequest, YearFraction, day_count
from ._record import Text
from ._rulebook import Case, Rulebook, WorkCalendar
from ._schedule import Instalment, LoanRate, LoanStatement, Schedule
from ._swig import core as _core
from ._trying import (
    BoundaryCase,
    Change,
    ClauseReach,
    Comparison,
    Difference,
    DifferenceKind,
    Reach,
    Turn,
    Turns,
)
from ._values import FactValue, Value
from .errors import (
    BufferTooShortError,
    CaseError,
    Fault,
    InvalidArgumentError,
    MemoryLimitError,
    MutualAidError,
    OutOfRangeError,
    RulebookError,
    UndeterminedError,
    UnknownNameError,
    WrongTypeError,
)
from .words import (
    ABSENT,
    Absent,
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

__all__ = [
    "ABSENT",
    "Absent",
    "Allocation",
    "Basis",
    "Bound",
    "BoundaryCase",
    "BufferTooShortError",
    "Case",
    "CaseError",
    "Certainty",
    "Change",
    "Choice",
    "Clause",
    "ClauseReach",
    "Comparison",
    "Deadline",
    "Decision",
    "Difference",
    "DifferenceKind",
    "End",
    "Fact",
    "FactValue",
    "Fault",
    "Finding",
    "Instalment",
    "InvalidArgumentError",
    "Item",
    "ItemInfo",
    "Line",
    "Loan",
    "LoanEvent",
    "LoanEventKind",
    "LoanRate",
    "LoanRequest",
    "LoanStatement",
    "MemoryLimitError",
    "MutualAidError",
    "Note",
    "NoteKind",
    "OutOfRangeError",
    "Outcome",
    "Parameter",
    "Part",
    "PartKind",
    "Payments",
    "Reach",
    "Relation",
    "Repayment",
    "Requirement",
    "RequirementInfo",
    "RequirementKind",
    "Rulebook",
    "RulebookError",
    "Schedule",
    "Source",
    "State",
    "Stretch",
    "Text",
    "Turn",
    "Turns",
    "UndeterminedError",
    "UnknownNameError",
    "Value",
    "ValueType",
    "Verdict",
    "WorkCalendar",
    "WrongTypeError",
    "YearFraction",
    "day_count",
]

__version__ = _core.MUTAID_VERSION

if _core.library_version() != __version__:
    raise ImportError(
        f"mutualaid {__version__} was loaded with libmutualaid "
        f"{_core.library_version()}: install package and library of one "
        "version"
    )
