# SPDX-License-Identifier: MIT
"""A schedule: what a loan costs, day by day and fen by fen."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Dict, NamedTuple, Optional, Tuple, cast

from ._book import Book
from ._decision import language_number
from ._details import BookReader, Note
from ._numbers import EPOCH, NO_DAY, date_of, money
from ._record import RecordReader
from ._values import Value
from .words import Repayment, word

__all__ = ["Instalment", "LoanRate", "LoanStatement", "Schedule"]


@dataclass(frozen=True)
class Instalment:
    """One row: the interest of a stretch of days, and what is due with it.

    Attributes:
        start: the first day that bears interest.
        until: the first that no longer does.
        due: the day on which it is due: `until`, or where due days are
            included the day before, but for the last row.
        days: until - from.
        rate: the yearly rate at its beginning.
        opening: principal outstanding at its beginning.
        prepaid: paid before it was due, inside the row.
        interest: rounded once.
        principal: due on the due day.
        payment: interest + principal.
        balance: principal outstanding after it.
        borrower_interest: the borrower's part of the interest.
        subsidised_interest: the rest; the sum is exact.
        is_extension: True: interest of an extension.
        is_past_known: True: its rate was read past the known end of a series.
        interest_paid: up to `as_of`.
        principal_paid: up to `as_of`, without `prepaid`.
        interest_paid_on: the day on which its interest was paid in full, or
            None; then the subsidised part is payable.
        paid_on: the day on which all of it was paid, or None.
        penalty: on its principal while overdue, up to `as_of`.
        compound: on its interest while overdue, up to `as_of`.
    """

    start: datetime.date
    until: datetime.date
    due: datetime.date
    days: int
    rate: Value
    opening: Decimal
    prepaid: Decimal
    interest: Decimal
    principal: Decimal
    payment: Decimal
    balance: Decimal
    borrower_interest: Decimal
    subsidised_interest: Decimal
    is_extension: bool
    is_past_known: bool
    interest_paid: Decimal
    principal_paid: Decimal
    interest_paid_on: Optional[datetime.date]
    paid_on: Optional[datetime.date]
    penalty: Decimal
    compound: Decimal

    def __repr__(self) -> str:
        return (
            f"<Instalment {self.due}: interest {self.interest:f}, "
            f"principal {self.principal:f}>"
        )


@dataclass(frozen=True)
class LoanRate:
    """A rate, and since when.

    Attributes:
        start: the first day on which it holds.
        read_on: the day on which the rulebook was read, or None if an event
            stated it.
        rate: the yearly rate.
        borrower_rate: what of it the borrower bears at least; none where the
            subsidy is a share.
        is_past_known: True: read past the known end of a series.
    """

    start: datetime.date
    read_on: Optional[datetime.date]
    rate: Value
    borrower_rate: Value
    is_past_known: bool


@dataclass(frozen=True)
class LoanStatement:
    """What the bank reports and the union pays for some days: a quarter.

    Attributes:
        interest_due: of rows due in these days.
        principal_due: of rows due in these days, and prepaid.
        interest_paid: interest that came in.
        principal_paid: principal that came in.
        charges_paid: penalty and compound interest that came in.
        subsidy: subsidised interest of the rows whose interest was paid in
            full in these days: what is refunded.
        outstanding: principal not paid back at their end.
        overdue: principal and interest due and not paid at their end.
    """

    interest_due: Decimal
    principal_due: Decimal
    interest_paid: Decimal
    principal_paid: Decimal
    charges_paid: Decimal
    subsidy: Decimal
    outstanding: Decimal
    overdue: Decimal


class _Sums(NamedTuple):
    """The record of a schedule in short, as lending.h writes it."""

    principal: int
    repayment: int
    signed_on: int
    first_day: int
    last_day: int
    as_of: int
    instalment: int
    interest: int
    borrower_interest: int
    subsidised_interest: int
    subsidy_payable: int
    principal_paid: int
    interest_paid: int
    penalty: int
    penalty_paid: int
    compound: int
    compound_paid: int
    unused: int
    overdue_principal: int
    overdue_interest: int


class Asked(NamedTuple):
    """What a schedule was made from."""

    loan: str
    request: bytes
    facts: bytes
    days: bytes


class _Reader(BookReader):
    """Reads a schedule, in the order in which lending.h writes it."""

    def _day(self) -> datetime.date:
        return date_of(self._reader.integer())

    def _no_day(self) -> Optional[datetime.date]:
        day = self._reader.integer()
        return None if day == NO_DAY else date_of(day)

    def sums(self) -> _Sums:
        """The sums."""
        return _Sums(*(self._reader.integer() for _ in _Sums._fields))

    def rates(self) -> Tuple[LoanRate, ...]:
        """The rates."""
        return self._reader.many(
            lambda: LoanRate(
                self._day(),
                self._no_day(),
                self._value(),
                self._value(),
                self._reader.flag(),
            )
        )

    def notes(self) -> Tuple[Note, ...]:
        """What the terms leaned on."""
        return self._reader.many(self.note)

    def rows(self) -> Tuple[Instalment, ...]:
        """The rows."""
        return self._reader.many(self._row)

    def _row(self) -> Instalment:
        return Instalment(
            self._day(),
            self._day(),
            self._day(),
            self._reader.integer(),
            self._value(),
            self._money(),
            self._money(),
            self._money(),
            self._money(),
            self._money(),
            self._money(),
            self._money(),
            self._money(),
            self._reader.flag(),
            self._reader.flag(),
            self._money(),
            self._money(),
            self._no_day(),
            self._no_day(),
            self._money(),
            self._money(),
        )

    def statement(self) -> LoanStatement:
        """A statement."""
        return LoanStatement(
            self._money(),
            self._money(),
            self._money(),
            self._money(),
            self._money(),
            self._money(),
            self._money(),
            self._money(),
        )


class Schedule:
    """The instalments of a loan, and what became of them; immutable.

    Made by :meth:`Rulebook.schedule`. It compares equal to a schedule with
    the same rows by the same rulebook, can be hashed and pickled, and goes on
    working after its rulebook is closed. One that was pickled makes no more
    statements.
    """

    __slots__ = (
        "_book",
        "_asked",
        "_record",
        "_digest",
        "_currency",
        "_decimals",
        "_sums",
        "_rates",
        "_notes",
        "_rows",
        "_texts",
    )

    _book: Optional[Book]
    _asked: Asked
    _record: bytes
    _digest: str
    _currency: str
    _decimals: int
    _sums: _Sums
    _rates: Tuple[LoanRate, ...]
    _notes: Tuple[Note, ...]
    _rows: Tuple[Instalment, ...]
    _texts: Dict[str, str]

    def __init__(self) -> None:
        raise TypeError("schedules are made by Rulebook.schedule()")

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a schedule cannot be changed")

    def __delattr__(self, name: str) -> None:
        raise AttributeError("a schedule cannot be changed")

    def _money(self, minor: int) -> Decimal:
        return money(minor, self._decimals)

    # --- the loan ---------------------------------------------------------------

    @property
    def loan(self) -> str:
        """Name of the loan."""
        return self._asked.loan

    @property
    def currency(self) -> str:
        """Code of the currency: ``"CNY"``."""
        return self._currency

    @property
    def digest(self) -> str:
        """SHA-256 of the rulebook whose terms these are, 64 hex digits."""
        return self._digest

    @property
    def principal(self) -> Decimal:
        """What was lent, in the currency, as are all amounts here."""
        return self._money(self._sums.principal)

    @property
    def repayment(self) -> Repayment:
        """How it is paid back."""
        return word(Repayment, self._sums.repayment)

    @property
    def signed_on(self) -> datetime.date:
        """The day of the terms."""
        return date_of(self._sums.signed_on)

    @property
    def first_day(self) -> datetime.date:
        """The first day that bears interest."""
        return date_of(self._sums.first_day)

    @property
    def last_day(self) -> datetime.date:
        """The last due day."""
        return date_of(self._sums.last_day)

    @property
    def as_of(self) -> datetime.date:
        """The last day looked at."""
        return date_of(self._sums.as_of)

    @property
    def instalment(self) -> Decimal:
        """Level forms: the first level instalment, or equal part of principal.

        0 for the other forms.
        """
        return self._money(self._sums.instalment)

    # --- sums over all rows -------------------------------------------------------

    @property
    def interest(self) -> Decimal:
        """The interest of all rows."""
        return self._money(self._sums.interest)

    @property
    def borrower_interest(self) -> Decimal:
        """The borrower's part of it."""
        return self._money(self._sums.borrower_interest)

    @property
    def subsidised_interest(self) -> Decimal:
        """The rest of it."""
        return self._money(self._sums.subsidised_interest)

    @property
    def subsidy_payable(self) -> Decimal:
        """What of it is subsidised and, up to :attr:`as_of`, due and paid."""
        return self._money(self._sums.subsidy_payable)

    @property
    def principal_paid(self) -> Decimal:
        """Principal paid up to :attr:`as_of`, prepayments included."""
        return self._money(self._sums.principal_paid)

    @property
    def interest_paid(self) -> Decimal:
        """Interest paid up to :attr:`as_of`."""
        return self._money(self._sums.interest_paid)

    @property
    def penalty(self) -> Decimal:
        """Penalty charged up to :attr:`as_of`."""
        return self._money(self._sums.penalty)

    @property
    def penalty_paid(self) -> Decimal:
        """What of it was paid."""
        return self._money(self._sums.penalty_paid)

    @property
    def compound(self) -> Decimal:
        """Compound interest charged up to :attr:`as_of`."""
        return self._money(self._sums.compound)

    @property
    def compound_paid(self) -> Decimal:
        """What of it was paid."""
        return self._money(self._sums.compound_paid)

    @property
    def unused(self) -> Decimal:
        """What was paid and waits for the next due day."""
        return self._money(self._sums.unused)

    @property
    def overdue_principal(self) -> Decimal:
        """Principal due up to :attr:`as_of` and not paid."""
        return self._money(self._sums.overdue_principal)

    @property
    def overdue_interest(self) -> Decimal:
        """Interest due up to :attr:`as_of` and not paid."""
        return self._money(self._sums.overdue_interest)

    # --- rows ---------------------------------------------------------------------

    @property
    def rows(self) -> Tuple[Instalment, ...]:
        """The instalments."""
        return self._rows

    @property
    def rates(self) -> Tuple[LoanRate, ...]:
        """The rates, by the day they begin."""
        return self._rates

    @property
    def notes(self) -> Tuple[Note, ...]:
        """Assumed clauses, defaults and overrides that the terms leaned on."""
        return self._notes

    def statement(
        self, start: datetime.date, until: datetime.date
    ) -> LoanStatement:
        """State what fell due and was paid, and what subsidy is payable.

        Both days count. Statements of days that follow one another sum to the
        schedule: no fen is stated twice or left out.

        Raises:
            InvalidArgumentError: `until` is before `start`.
            ValueError: the schedule was pickled.
        """
        if self._book is None:
            raise ValueError("a schedule that was pickled makes no statements")
        record = self._book.handle.loan_statement(
            *self._asked, start.toordinal() - EPOCH, until.toordinal() - EPOCH
        )
        return _Reader(self._book, RecordReader(record)).statement()

    # --- as text --------------------------------------------------------------------

    def explain(self, language: str) -> str:
        """Write it as a table with its sums, in ``"zh"`` or ``"en"``."""
        language_number(language)
        return self._text(language)

    def to_json(self) -> str:
        """Write it as JSON (schedule.schema.json)."""
        return self._text("json")

    def to_dict(self) -> Dict[str, Any]:
        """Give what :meth:`to_json` writes, read by :mod:`json`."""
        return cast(Dict[str, Any], json.loads(self.to_json()))

    def _text(self, name: str) -> str:
        if name not in self._texts:
            assert self._book is not None
            language = -1 if name == "json" else language_number(name)
            self._texts[name] = self._book.handle.schedule_text(
                *self._asked, language
            )
        return self._texts[name]

    def __repr__(self) -> str:
        return (
            f"<Schedule {self.loan}: {self.principal:f} {self._currency}, "
            f"{len(self._rows)} rows, interest {self.interest:f}>"
        )

    # --- as a value -------------------------------------------------------------------

    def _key(self) -> Tuple[str, str, bytes]:
        return self._digest, self.loan, self._record

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Schedule):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __copy__(self) -> Schedule:
        return self

    def __deepcopy__(self, memo: Dict[int, Any]) -> Schedule:
        return self

    def __reduce__(self) -> Tuple[Any, ...]:
        for name in ("zh", "en", "json"):
            self._text(name)
        state = {name: getattr(self, name) for name in self.__slots__}
        state["_book"] = None
        return _revive, (state,)


def _revive(state: Dict[str, Any]) -> Schedule:
    schedule = object.__new__(Schedule)
    for name, value in state.items():
        object.__setattr__(schedule, name, value)
    return schedule


def make(book: Book, asked: Asked) -> Schedule:
    """Compute a schedule, and read it whole."""
    record = book.handle.schedule(*asked)
    reader = _Reader(book, RecordReader(record))
    return _revive(
        {
            "_book": book,
            "_asked": asked,
            "_record": record,
            "_digest": book.head.digest,
            "_currency": book.head.currency,
            "_decimals": book.head.decimals,
            "_sums": reader.sums(),
            "_rates": reader.rates(),
            "_notes": reader.notes(),
            "_rows": reader.rows(),
            "_texts": {},
        }
    )
