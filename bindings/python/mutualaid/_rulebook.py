# SPDX-License-Identifier: MIT
"""A rulebook: read it once, decide with it, ask what it holds."""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass
from types import MappingProxyType, TracebackType
from typing import Any, Iterable, Mapping, Optional, Tuple, Type, Union

from . import _decision, _record, _schedule, _trying
from ._book import Book
from ._bounds import Bound, Stretch
from ._decision import Decision, language_number
from ._holdings import Clause, Fact, Parameter, Part, Source
from ._loans import Loan, LoanRequest, write_request
from ._numbers import EPOCH, money, typed
from ._record import RecordReader, Text
from ._schedule import Asked, Schedule
from ._swig import core
from ._values import FactValue, overrides_record
from .errors import (
    Fault,
    InvalidArgumentError,
    RulebookError,
    UnknownNameError,
)
from .words import ABSENT, Certainty, End, State, number, word

__all__ = ["Case", "Rulebook", "WorkCalendar"]

Overrides = Optional[Mapping[str, Union[str, FactValue]]]


@dataclass(frozen=True)
class WorkCalendar:
    """Days that differ from "Monday to Friday are working days".

    Attributes:
        days_off: weekdays on which nobody works.
        workdays: days of a weekend on which people do.
    """

    days_off: Tuple[datetime.date, ...] = ()
    workdays: Tuple[datetime.date, ...] = ()

    def __init__(
        self,
        days_off: Iterable[datetime.date] = (),
        workdays: Iterable[datetime.date] = (),
    ) -> None:
        object.__setattr__(self, "days_off", tuple(days_off))
        object.__setattr__(self, "workdays", tuple(workdays))

    def _write(self) -> bytes:
        off = [(day.toordinal() - EPOCH, 0) for day in self.days_off]
        on = [(day.toordinal() - EPOCH, 1) for day in self.workdays]
        return b"".join(_record.integers(*pair) for pair in off + on)


@dataclass(frozen=True)
class Case:
    """The facts of one case, as read from JSON.

    Attributes:
        part: the part that the text names, or None.
        facts: each fact that is given or absent, by name.
    """

    part: Optional[str]
    facts: Mapping[str, FactValue]


class Rulebook:
    """A rulebook that was read and checked: immutable, shared by threads.

    Made by :meth:`beijing`, :meth:`parse` or :meth:`load`. It is a context
    manager; after :meth:`close` it raises ValueError, while the decisions that
    were made with it go on working.
    """

    __slots__ = ("_open_book", "_name", "_warnings", "__weakref__")

    _open_book: Optional[Book]
    _name: str
    _warnings: Tuple[Fault, ...]

    def __init__(self) -> None:
        raise TypeError(
            "use Rulebook.beijing(), Rulebook.parse() or Rulebook.load()"
        )

    # --- reading --------------------------------------------------------------

    @classmethod
    def beijing(
        cls,
        *,
        overrides: Overrides = None,
        run_examples: bool = True,
        memory_cap: int = 0,
        case_memory_cap: int = 0,
    ) -> Rulebook:
        """Read the built-in rulebook: the schemes of Beijing's trade unions.

        The options are those of :meth:`parse`.
        """
        if not overrides and run_examples and not memory_cap + case_memory_cap:
            return cls._made(core.beijing(), ())
        return cls.parse(
            core.beijing_text(),
            overrides=overrides,
            run_examples=run_examples,
            memory_cap=memory_cap,
            case_memory_cap=case_memory_cap,
        )

    @staticmethod
    def beijing_text() -> str:
        """Give the text of the built-in rulebook, to write one's own after."""
        return core.beijing_text()

    @classmethod
    def parse(
        cls,
        text: Union[str, bytes],
        *,
        overrides: Overrides = None,
        run_examples: bool = True,
        memory_cap: int = 0,
        case_memory_cap: int = 0,
        text_limit: int = 0,
    ) -> Rulebook:
        """Read a rulebook and check it whole.

        Args:
            text: JSON, as ``str`` or as UTF-8.
            overrides: what stands in place of parameters, by name: text as
                in the rulebook (``"48.00"``, ``"20%"``, ``"2011-01-01"``) or
                the value itself.
            run_examples: whether the examples of the rulebook are run.
            memory_cap: bytes that the rulebook may take; 0 for 1 GiB.
            case_memory_cap: bytes that each decision may take; 0 for 64 MiB.
            text_limit: bytes that the text may have; 0 for 64 MiB.

        Raises:
            RulebookError: the text is no sound rulebook; every fault is in
                its ``faults``.
            UnknownNameError: an override names no parameter.
            MemoryLimitError: there is no memory, or a cap is reached.
        """
        source = _utf8(text)
        options = _record.integers(
            not run_examples, memory_cap, case_memory_cap, text_limit
        )
        reading = core.Reading(source, options + overrides_record(overrides))
        faults = _faults(reading.report())
        try:
            return cls._made(reading.take(), faults)
        except RulebookError as error:
            error._attach(source, faults)
            raise

    @classmethod
    def load(
        cls, path: Union[str, "os.PathLike[str]"], **options: Any
    ) -> Rulebook:
        """Read a rulebook from a file; the options are those of :meth:`parse`.

        Raises:
            OSError: the file cannot be read.
            RulebookError: as :meth:`parse`.
        """
        with open(path, "rb") as file:
            return cls.parse(file.read(), **options)

    @classmethod
    def _made(
        cls, handle: core.RulebookHandle, faults: Tuple[Fault, ...]
    ) -> Rulebook:
        book = Book(handle)
        self = object.__new__(cls)
        self._open_book = book
        self._name = book.head.id
        self._warnings = faults
        return self

    # --- closing --------------------------------------------------------------

    def close(self) -> None:
        """Let go of the rulebook; to close it twice does nothing."""
        self._open_book = None

    @property
    def closed(self) -> bool:
        """Whether :meth:`close` was called."""
        return self._open_book is None

    def __enter__(self) -> Rulebook:
        self._book()
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.close()

    def _book(self) -> Book:
        # Whoever is inside a call holds the book, so a close in another
        # thread takes nothing away from under it.
        book = self._open_book
        if book is None:
            raise ValueError(f'the rulebook "{self._name}" is closed')
        return book

    # --- deciding -------------------------------------------------------------

    def decide(
        self,
        part: str,
        facts: Optional[Mapping[str, FactValue]] = None,
        calendar: Optional[WorkCalendar] = None,
        /,
        **more: FactValue,
    ) -> Decision:
        """Decide a part for the facts of a case.

        Facts are given by name, as a mapping, as keywords, or both. Money and
        measures are ``Decimal``; counts ``int``; rates ``Fraction``; days
        ``datetime.date``; flags ``bool``; choices the code. Any fact may also
        be text as the rulebook writes it: ``"1300.00"``, ``"20%"``,
        ``"2016-03-01"``. ``None`` is "not given (yet)";
        :data:`mutualaid.ABSENT` says that there is none.

        Args:
            part: name of the part: ``"hospital_allowance"``.
            facts: facts by name.
            calendar: the days that differ from Monday to Friday.
            more: facts by name.

        Raises:
            UnknownNameError: no such part, fact or choice.
            WrongTypeError: a value is of another type than its fact; also an
                ``int`` for money (which could be meant in minor units) and
                any ``float`` (which is not exact).
            OutOfRangeError: a value is outside what its fact declares, or two
                facts contradict each other.
            InvalidArgumentError: a fact is given twice.
            ValueError: the rulebook is closed.
        """
        book = self._book()
        given = book.write_facts(_joined(facts, more))
        days = calendar._write() if calendar else b""
        return _decision.make(book, book.part(part), given, days)

    def schedule(
        self,
        loan: str,
        request: Union[LoanRequest, str, bytes],
        facts: Optional[Mapping[str, FactValue]] = None,
        calendar: Optional[WorkCalendar] = None,
        /,
        **more: FactValue,
    ) -> Schedule:
        """Compute the instalments of a loan, its payments and its subsidy.

        It does not ask whether the loan would be granted: that is what
        :meth:`decide` says of the part ``"startup_loan.limit"``.

        Args:
            loan: name of the loan: ``"startup_loan"``.
            request: what is asked for and what happened since, or the same
                as JSON (request.schema.json).
            facts: the facts that the terms of the loan read, as to
                :meth:`decide`.
            calendar: the days that differ from Monday to Friday.
            more: facts by name.

        Raises:
            UnknownNameError: no such loan, fact or choice.
            OutOfRangeError: the request or its events are impossible, or the
                rulebook does not state what they need.
            CaseError: the text is no request.
            UndeterminedError: facts that the terms read are missing.
            WrongTypeError: an amount, a day or a rate is none.
            ValueError: the rulebook is closed.
        """
        book = self._book()
        given = book.write_facts(_joined(facts, more))
        days = calendar._write() if calendar else b""
        asked = write_request(request, book.head.decimals)
        return _schedule.make(book, Asked(loan, asked, given, days))

    def bound(
        self,
        end: End,
        part: str,
        facts: Optional[Mapping[str, FactValue]] = None,
        /,
        *,
        item: Optional[str] = None,
        days: Optional[Stretch] = None,
        budget: int = 0,
    ) -> Bound:
        """Prove the most or the least that a part can pay, and find who gets it.

        Every case counts in which the facts given hold, all others lie in their
        declared ranges, and something is paid; defaults do not count.

        Args:
            end: the most or the least.
            part: name of the part: ``"medical_aid"``.
            facts: facts that are given, as to :meth:`decide`.
            item: id of one benefit (or other item) of the part.
            days: days of the part that count; all without it.
            budget: how many evaluations at most; 0 for the usual 20,000.

        Raises:
            UnknownNameError: no such part, item or fact.
            WrongTypeError, OutOfRangeError: as :meth:`decide`.
        """
        book = self._book()
        asked = book.part(part)
        first, last = 1, 0
        if days is not None:
            first = days.first.toordinal() - EPOCH
            last = days.last.toordinal() - EPOCH
        record = book.handle.bound(
            asked._index,
            -1 if item is None else _item_index(asked, item),
            number(end),
            book.write_facts(facts or {}),
            first,
            last,
            budget,
        )
        return _read_bound(book, RecordReader(record))

    def stretches(self, part: str) -> Tuple[Stretch, ...]:
        """List the stretches of days in which a part has the same rules.

        Raises:
            UnknownNameError: no such part.
        """
        book = self._book()
        reader = RecordReader(book.handle.stretches(book.part(part)._index))
        return reader.many(
            lambda: Stretch(_day(reader.integer()), _day(reader.integer()))
        )

    # --- trying the rules -----------------------------------------------------

    def coverage(self) -> Tuple[_trying.ClauseReach, ...]:
        """Which clauses the rulebook's own examples reach, in its order."""
        return _trying.coverage(self._book())

    def boundary_cases(self, part: str, /) -> Tuple[_trying.BoundaryCase, ...]:
        """Cases on both sides of every threshold, cap and dated change.

        Neighbours in the list are alike but for one fact.

        Raises:
            UnknownNameError: no such part.
        """
        book = self._book()
        return _trying.boundary_cases(book, book.part(part)._index)

    def turns(
        self,
        part: str,
        facts: Optional[Mapping[str, FactValue]] = None,
        calendar: Optional[WorkCalendar] = None,
        /,
        **more: FactValue,
    ) -> _trying.Turns:
        """What would turn a refusal: for each fact the nearest value.

        Facts are given as to :meth:`decide`, which also says what is raised.
        """
        book = self._book()
        given = book.write_facts(_joined(facts, more))
        days = calendar._write() if calendar else b""
        return _trying.turns(book, book.part(part)._index, given, days)

    def compare(
        self,
        after: Rulebook,
        /,
        cases: Iterable[Tuple[str, Mapping[str, FactValue]]] = (),
    ) -> _trying.Comparison:
        """Compare with another rulebook, in the text and over cases.

        Args:
            after: the other rulebook.
            cases: part and facts of each case, by this rulebook.

        Raises:
            UnknownNameError: the other rulebook has no such part or choice.
            WrongTypeError, OutOfRangeError: it does not take a fact.
        """
        book = self._book()
        written = _trying.write_cases(book, cases)
        return _trying.compare(book, after._book(), written)

    def read_case(self, text: Union[str, bytes]) -> Case:
        """Read a case from JSON (case.schema.json).

        Raises:
            CaseError: no JSON, unknown keys, or the case of another rulebook.
            UnknownNameError, WrongTypeError, OutOfRangeError: as
                :meth:`decide`, with line and column of the text.
        """
        book = self._book()
        reader = RecordReader(book.handle.read_case(_utf8(text)))
        index = reader.index()
        facts = {}
        while not reader.is_at_end():
            name, value = _read_fact(book, reader)
            facts[name] = value
        part = None if index is None else book.part_list[index].name
        return Case(part, MappingProxyType(facts))

    def write_case(
        self,
        part: Optional[str],
        facts: Optional[Mapping[str, FactValue]] = None,
        /,
        **more: FactValue,
    ) -> str:
        """Write facts as JSON (case.schema.json), with the digest.

        Facts are given as to :meth:`decide`, which also says what is raised.
        """
        book = self._book()
        given = book.write_facts(_joined(facts, more))
        index = -1 if part is None else book.part(part)._index
        return book.handle.case_json(index, given)

    def replay(self, text: Union[str, bytes]) -> Decision:
        """Decide the case of a JSON text, which must name its part.

        Raises:
            CaseError: as :meth:`read_case`.
            InvalidArgumentError: the text names no part.
        """
        case = self.read_case(text)
        if case.part is None:
            raise InvalidArgumentError(
                "the case names no part",
                remedy="read it with read_case() and decide() a part",
            )
        return self.decide(case.part, case.facts)

    # --- asking ---------------------------------------------------------------

    @property
    def id(self) -> str:
        """Which rulebook it is: ``"beijing"``."""
        return self._book().head.id

    @property
    def edition(self) -> str:
        """Which edition of it."""
        return self._book().head.edition

    @property
    def title(self) -> Text:
        """Its title."""
        return self._book().head.title

    @property
    def currency(self) -> str:
        """Code of its currency: ``"CNY"``."""
        return self._book().head.currency

    @property
    def decimals(self) -> int:
        """Decimals of its currency: 2 for fen."""
        return self._book().head.decimals

    @property
    def digest(self) -> str:
        """SHA-256 of text and overrides, 64 hex digits."""
        return self._book().head.digest

    @property
    def warnings(self) -> Tuple[Fault, ...]:
        """What was found while reading, though it was read all the same."""
        return self._warnings

    @property
    def parts(self) -> Mapping[str, Part]:
        """What can be decided, by name."""
        return self._book().parts

    @property
    def loans(self) -> Mapping[str, Loan]:
        """The loans, by name."""
        return self._book().loans

    @property
    def facts(self) -> Mapping[str, Fact]:
        """The facts, by name."""
        return self._book().facts

    @property
    def parameters(self) -> Mapping[str, Parameter]:
        """The parameters, by name."""
        return self._book().parameters

    @property
    def sources(self) -> Mapping[str, Source]:
        """The documents that clauses come from, by id."""
        return self._book().sources

    @property
    def clauses(self) -> Tuple[Clause, ...]:
        """Every clause, by the number that facts, items and so on name."""
        return self._book().clauses

    def tell(self, part: str, language: str) -> str:
        """Tell a part as a page of Markdown, in ``"zh"`` or ``"en"``.

        Who is covered, what is paid, how much, since when, from which source
        and what is assumed: told by the words that decide, so what it says is
        what is done.

        Raises:
            UnknownNameError: no such part.
        """
        book = self._book()
        index = book.part(part)._index
        return book.handle.tell(index, language_number(language))

    def __repr__(self) -> str:
        book = self._open_book
        if book is None:
            return f'<Rulebook "{self._name}", closed>'
        head = book.head
        return (
            f'<Rulebook "{head.id}" {head.edition}, {len(book.part_list)} '
            f"parts, {len(book.fact_list)} facts>"
        )

    def __reduce__(self) -> Tuple[Any, ...]:
        raise TypeError(
            "a rulebook cannot be pickled: send its text, or its decisions"
        )


def _utf8(text: Union[str, bytes]) -> bytes:
    if isinstance(text, str):
        return text.encode("utf-8")
    if isinstance(text, (bytes, bytearray, memoryview)):
        return bytes(text)
    raise TypeError(f"a text is str or bytes, not {type(text).__name__}")


def _joined(
    facts: Optional[Mapping[str, FactValue]], more: Mapping[str, FactValue]
) -> Mapping[str, FactValue]:
    if not facts:
        return more
    for name in more:
        if name in facts:
            raise InvalidArgumentError(
                f'the fact "{name}" is given twice',
                fact=name,
                remedy="give it in the mapping or as a keyword",
            )
    return {**facts, **more}


def _item_index(part: Part, item: str) -> int:
    for index, known in enumerate(part.items):
        if known.id == item:
            return index
    raise UnknownNameError(
        f'the part "{part.name}" has no item "{item}"',
        remedy="name one of: " + ", ".join(known.id for known in part.items),
    )


def _day(number_of_day: int) -> datetime.date:
    return datetime.date.fromordinal(number_of_day + EPOCH)


def _read_bound(book: Book, reader: RecordReader) -> Bound:
    certainty = word(Certainty, reader.integer())
    proved = money(reader.integer(), book.head.decimals)
    attained = money(reader.integer(), book.head.decimals)
    evaluations = reader.integer()
    facts = {}
    while not reader.is_at_end():
        name, value = _read_fact(book, reader)
        facts[name] = value
    is_found = certainty in (Certainty.EXACT, Certainty.OPEN)
    return Bound(
        certainty,
        None if certainty is Certainty.NEVER else proved,
        attained if is_found else None,
        MappingProxyType(facts),
        evaluations,
    )


def _read_fact(book: Book, reader: RecordReader) -> Tuple[str, FactValue]:
    fact = book.fact_list[reader.integer()]
    state, integer = word(State, reader.integer()), reader.integer()
    if state is State.ABSENT:
        return fact.name, ABSENT
    codes = tuple(choice.code for choice in fact.choices)
    return fact.name, typed(fact.type, integer, fact.decimals, codes)


def _faults(record: bytes) -> Tuple[Fault, ...]:
    reader = RecordReader(record)
    return reader.many(
        lambda: Fault(
            reader.integer(),
            reader.string(),
            reader.string(),
            reader.flag(),
            reader.integer(),
            reader.integer(),
            reader.integer(),
            reader.string(),
            reader.string(),
        )
    )
