# SPDX-License-Identifier: MIT
"""Loans on their way in: what a rulebook lends, requests, what happened."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Optional, Tuple, Union

from . import _record
from ._holdings import Clause, Part
from ._numbers import EPOCH, NO_DAY, scaled
from ._record import RecordReader, Text
from ._swig import core
from .errors import WrongTypeError
from .words import (
    Allocation,
    LoanEventKind,
    Payments,
    Repayment,
    number,
)

__all__ = ["Loan", "LoanEvent", "LoanRequest", "YearFraction", "day_count"]

Amount = Union[Decimal, str]
"""Money on its way in: exact, in the currency."""


@dataclass(frozen=True)
class Loan:
    """A loan of the rulebook.

    Attributes:
        name: such as ``"startup_loan"``.
        title: its title.
        limit_part: name of the part ``"startup_loan.limit"``, which
            :meth:`Rulebook.decide` decides: whether, how much.
        repayments: the forms that may be asked for.
        clause: its clause, or None.
    """

    name: str
    title: Text
    limit_part: str
    repayments: Tuple[Repayment, ...]
    clause: Optional[Clause]

    def __repr__(self) -> str:
        forms = ", ".join(form.value for form in self.repayments)
        return f"<Loan {self.name}: {forms}>"


def read_loans(
    record: bytes, parts: Tuple[Part, ...], clauses: Tuple[Clause, ...]
) -> Tuple[Loan, ...]:
    """Read what lending.h writes of the loans."""
    reader = RecordReader(record)

    def one() -> Loan:
        name, title = reader.string(), reader.text()
        part, allowed = reader.integer(), reader.integer()
        clause = reader.index()
        return Loan(
            name,
            title,
            parts[part].name,
            tuple(form for form in Repayment if allowed >> number(form) & 1),
            None if clause is None else clauses[clause],
        )

    return reader.many(one)


# --- what is asked for --------------------------------------------------------


def _refusal(name: str, value: object, remedy: str) -> WrongTypeError:
    return WrongTypeError(
        f"{name} cannot be {value!r} ({type(value).__name__})",
        fact=name,
        remedy=remedy,
    )


def _minor(name: str, amount: object, decimals: int) -> int:
    """An amount in minor units; nothing is ever rounded."""
    remedy = "write a Decimal or text such as '100000.00'"
    if not isinstance(amount, (Decimal, str)):
        raise _refusal(name, amount, remedy)
    minor = scaled(amount, decimals)
    if minor is None:
        raise _refusal(name, amount, f"{remedy}: {decimals} decimals at most")
    return minor


def _count(name: str, count: object) -> int:
    """A count; one that no record holds is refused like one that is none."""
    whole = isinstance(count, int) and not isinstance(count, bool)
    if isinstance(count, int) and whole and abs(count) < 2**63:
        return count
    raise _refusal(name, count, "write an int such as 12")


def _day(name: str, day: object) -> int:
    """A day as the library counts; None is no day."""
    if day is None:
        return NO_DAY
    if isinstance(day, datetime.datetime):
        raise _refusal(name, day, "write .date(): a datetime holds a time")
    if isinstance(day, datetime.date):
        return day.toordinal() - EPOCH
    raise _refusal(name, day, "write datetime.date(2021, 3, 21)")


def _fits(ratio: Fraction) -> bool:
    """Whether the library's integers hold it."""
    return max(abs(ratio.numerator), ratio.denominator) < 2**63


def _rate(rate: object) -> Tuple[int, int]:
    """A rate as a ratio; 0 / 0 says that the rulebook is read."""
    if rate is None:
        return 0, 0
    exact = rate
    if isinstance(rate, str):
        try:
            exact = Fraction(rate.rstrip("%")) / (100 if "%" in rate else 1)
        except (ValueError, ZeroDivisionError):
            exact = None
    if isinstance(exact, Fraction) and _fits(exact):
        return exact.numerator, exact.denominator
    raise _refusal("rate", rate, "write '3.85%' or Fraction(77, 2000)")


@dataclass(frozen=True)
class LoanEvent:
    """What happened to a loan on a day; made by the methods below.

    Attributes:
        date: the day.
        kind: what happened.
        amount: in the currency; None where the kind has none.
        rate: the new yearly rate of a repricing; None for the rulebook's.
        months: by how many an extension moves the end.
    """

    date: datetime.date
    kind: LoanEventKind
    amount: Optional[Amount] = None
    rate: Union[Fraction, str, None] = None
    months: int = 0

    @classmethod
    def draw(cls, date: datetime.date, amount: Amount) -> LoanEvent:
        """Say when the principal was drawn; on the first day, once."""
        return cls(date, LoanEventKind.DRAW, amount)

    @classmethod
    def repay(cls, date: datetime.date, amount: Amount) -> LoanEvent:
        """Say that money came in; it goes to what is due."""
        return cls(date, LoanEventKind.REPAY, amount)

    @classmethod
    def prepay(
        cls, date: datetime.date, amount: Amount, *, shorter: bool
    ) -> LoanEvent:
        """Say that principal was paid before it was due.

        Args:
            date: the day.
            amount: how much of the principal.
            shorter: True where the instalments stay and fewer follow, False
                where their number stays and they are computed anew.
        """
        lower = LoanEventKind.PREPAY_LOWER
        kind = LoanEventKind.PREPAY_SHORTER if shorter else lower
        return cls(date, kind, amount)

    @classmethod
    def settle(cls, date: datetime.date) -> LoanEvent:
        """Say that everything was paid back, with the interest to that day."""
        return cls(date, LoanEventKind.SETTLE)

    @classmethod
    def reprice(
        cls, date: datetime.date, rate: Union[Fraction, str, None] = None
    ) -> LoanEvent:
        """Say that another rate holds from a day on.

        Args:
            date: the first day of the rate.
            rate: the yearly rate: ``"3.85%"`` or ``Fraction(77, 2000)``; None
                for the rulebook's of that day.
        """
        return cls(date, LoanEventKind.REPRICE, rate=rate)

    @classmethod
    def overdue(cls, date: datetime.date, amount: Amount) -> LoanEvent:
        """Say that so much of what fell due on a due day was not paid."""
        return cls(date, LoanEventKind.OVERDUE, amount)

    @classmethod
    def extend(cls, date: datetime.date, months: int) -> LoanEvent:
        """Say that the end was moved by some months."""
        return cls(date, LoanEventKind.EXTEND, months=months)

    def _write(self, decimals: int) -> bytes:
        amount = self.amount
        minor = 0 if amount is None else _minor("amount", amount, decimals)
        return _record.integers(
            _day("date", self.date),
            number(self.kind),
            minor,
            *_rate(self.rate),
            _count("months", self.months),
        )


@dataclass(frozen=True)
class LoanRequest:
    """A loan that is asked for, or was granted.

    Attributes:
        principal: what is lent, in the currency: a ``Decimal``, or text such
            as ``"100000.00"``.
        repayment: one of the forms that the loan allows.
        signed_on: the day on which the terms are read; None for the loan's
            own day in the case.
        first_day: the day of the drawdown, the first that bears interest;
            None for `signed_on`.
        term_months: the last day is so much later; 0 where `last_day` is
            given, or for the months that the loan's term gives for the case.
        last_day: the day on which all is due, bearing no interest itself;
            None: by `term_months`.
        grace_periods: so many first instalments of a level form carry
            interest only.
        allocation: to what a payment goes first.
        payments: what is known of payments.
        as_of: the last day looked at: later rows are not paid, penalty runs
            up to it; None for the last day of all rows and events.
        events: what happened, in order where it was on one day.
    """

    principal: Amount
    repayment: Repayment = Repayment.INTEREST_ONLY
    signed_on: Optional[datetime.date] = None
    first_day: Optional[datetime.date] = None
    term_months: int = 0
    last_day: Optional[datetime.date] = None
    grace_periods: int = 0
    allocation: Allocation = Allocation.CHARGES_FIRST
    payments: Payments = Payments.AS_DUE
    as_of: Optional[datetime.date] = None
    events: Tuple[LoanEvent, ...] = ()

    def _write(self, decimals: int) -> bytes:
        events = tuple(self.events)
        head = _record.integers(
            0,
            _minor("principal", self.principal, decimals),
            number(self.repayment),
            _day("signed_on", self.signed_on),
            _day("first_day", self.first_day),
            _count("term_months", self.term_months),
            _day("last_day", self.last_day),
            _count("grace_periods", self.grace_periods),
            number(self.allocation),
            number(self.payments),
            _day("as_of", self.as_of),
            len(events),
        )
        return head + b"".join(event._write(decimals) for event in events)


def write_request(
    request: Union[LoanRequest, str, bytes], decimals: int
) -> bytes:
    """Write a request as lending.h reads it; a text stays as it is."""
    if isinstance(request, LoanRequest):
        return request._write(decimals)
    if isinstance(request, str):
        return _record.integers(1) + _record.string(request)
    if isinstance(request, (bytes, bytearray, memoryview)):
        text = bytes(request)
        return _record.integers(1, len(text)) + text
    raise TypeError(
        "a request is a LoanRequest or a text of JSON, not "
        f"{type(request).__name__}"
    )


# --- day counts ---------------------------------------------------------------


@dataclass(frozen=True)
class YearFraction:
    """How long a stretch of days is, by a day count.

    Attributes:
        days: as this day count counts them.
        years: exact.
    """

    days: int
    years: Fraction


def day_count(
    name: str,
    start: datetime.date,
    until: datetime.date,
    end: Optional[datetime.date] = None,
) -> YearFraction:
    """Count the days between two days by a day count.

    Args:
        name: ``"actual_360"``, ``"actual_364"``, ``"actual_365"``,
            ``"actual_actual_isda"``, ``"actual_actual_dec31"``,
            ``"30_360_bond"``, ``"30_360_european"``, ``"30_360_isda"`` or
            ``"30_360_us"``.
        start: the first day, counted.
        until: the last day, not counted; not before `start`.
        end: the day on which the loan ends, for ``30_360_isda``: a last day
            of February that is it counts as it is.

    Raises:
        UnknownNameError: no such day count.
        InvalidArgumentError: `until` is before `start`.
    """
    reader = RecordReader(
        core.day_count(
            name, _day("start", start), _day("until", until), _day("end", end)
        )
    )
    days = reader.integer()
    return YearFraction(days, Fraction(reader.integer(), reader.integer()))
