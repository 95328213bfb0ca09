# SPDX-License-Identifier: MIT
"""Rules tried before they decide: coverage, edges, turns, comparison."""

from __future__ import annotations

import datetime
import enum
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Iterable, Mapping, Optional, Tuple

from . import _record
from ._book import Book
from ._holdings import Clause
from ._numbers import EPOCH, money, typed
from ._record import RecordReader, Text
from ._values import FactValue
from .words import ABSENT, Outcome, State, word

__all__ = [
    "BoundaryCase",
    "Change",
    "ClauseReach",
    "Comparison",
    "Difference",
    "DifferenceKind",
    "Reach",
    "Turn",
    "Turns",
]


class Reach(enum.Enum):
    """How far a clause was reached by examples.

    Attributes:
        NEVER: no example reached it.
        READ: read, but it changed nothing.
        DECISIVE: it moved an amount, chose, or refused.
    """

    NEVER = "never"
    READ = "read"
    DECISIVE = "decisive"


class DifferenceKind(enum.Enum):
    """How a piece of two texts differs.

    Attributes:
        CHANGED: another value.
        ADDED: only in the second.
        REMOVED: only in the first.
    """

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True)
class ClauseReach:
    """What the examples made of a clause.

    Attributes:
        clause: the clause.
        reach: the furthest that any example came.
        read_count: examples that reached it.
        decisive_count: examples in which it decided.
    """

    clause: Clause
    reach: Reach
    read_count: int
    decisive_count: int


@dataclass(frozen=True)
class BoundaryCase:
    """A case at an edge; its neighbour in the list is the other side.

    Attributes:
        fact: the fact in which the two differ; ``None`` for a case that
            stands alone.
        is_shifted: they differ in all their dates, by a day.
        clause: the clause that makes the difference, if one does.
        outcome: of the case.
        amount: what is paid.
        facts: the facts by name, as :meth:`Rulebook.decide` takes them.
    """

    fact: Optional[str]
    is_shifted: bool
    clause: Optional[Clause]
    outcome: Outcome
    amount: Decimal
    facts: Mapping[str, FactValue]


@dataclass(frozen=True)
class Turn:
    """A change of one fact that turns a refusal.

    Attributes:
        fact: which fact.
        value: its value, or ``ABSENT``.
        distance: from the case's value, as the library counts it: days, minor
            units, units; 0 where it has no meaning.
        outcome: what the case would be.
        least: and what it would be paid: at least this.
        most: at most this.
    """

    fact: str
    value: FactValue
    distance: int
    outcome: Outcome
    least: Decimal
    most: Decimal


@dataclass(frozen=True)
class Turns:
    """The changes of single facts that would turn a case.

    Attributes:
        outcome: of the case as it is.
        is_complete: it is proved that no other single fact turns the case,
            and no nearer value.
        turns: the changes.
        text: the same as text, in both languages.
    """

    outcome: Outcome
    is_complete: bool
    turns: Tuple[Turn, ...]
    text: Text


@dataclass(frozen=True)
class Difference:
    """A piece of the text in which two rulebooks differ.

    Attributes:
        kind: how.
        is_wording: labels, notes, sources: nothing that is decided.
        path: where.
        before: the value, as JSON, cut short.
        after: the other value.
        start: the first day on which it differs, if it is dated.
        until: the last.
        before_line: where it stands in the first, or 0.
        after_line: where it stands in the second, or 0.
    """

    kind: DifferenceKind
    is_wording: bool
    path: str
    before: str
    after: str
    start: Optional[datetime.date]
    until: Optional[datetime.date]
    before_line: int
    after_line: int


@dataclass(frozen=True)
class Change:
    """What cases gain and lose: of a part, an item, or by a clause.

    Attributes:
        part: name of the part.
        item: id of the item, or ``""`` for the part as a whole.
        clause: path of the clause, or ``""`` for the item as a whole.
        case_count: cases that both decide.
        open_count: cases that either leaves undetermined.
        winner_count: cases that get more.
        loser_count: cases that get less.
        gained: what winners get more, in all.
        lost: what losers get less, in all.
    """

    part: str
    item: str
    clause: str
    case_count: int
    open_count: int
    winner_count: int
    loser_count: int
    gained: Decimal
    lost: Decimal


@dataclass(frozen=True)
class Comparison:
    """Two rulebooks side by side.

    Attributes:
        differences: what differs in the text.
        changes: what the cases gain and lose.
    """

    differences: Tuple[Difference, ...]
    changes: Tuple[Change, ...]


_REACHES = tuple(Reach)
_KINDS = tuple(DifferenceKind)


def read_value(book: Book, fact: int, state: int, integer: int) -> FactValue:
    """A fact of a case as people give it."""
    one = book.fact_list[fact]
    if word(State, state) is State.ABSENT:
        return ABSENT
    codes = tuple(choice.code for choice in one.choices)
    return typed(one.type, integer, one.decimals, codes)


def _clause(book: Book, reader: RecordReader) -> Optional[Clause]:
    index = reader.index()
    return None if index is None else book.clauses[index]


def _money(book: Book, reader: RecordReader) -> Decimal:
    return money(reader.integer(), book.head.decimals)


def coverage(book: Book) -> Tuple[ClauseReach, ...]:
    """Which clauses the rulebook's own examples reach."""
    reader = RecordReader(book.handle.coverage())
    return reader.many(
        lambda: ClauseReach(
            book.clauses[reader.integer()],
            _REACHES[reader.integer()],
            reader.integer(),
            reader.integer(),
        )
    )


def _facts(book: Book, reader: RecordReader) -> Mapping[str, FactValue]:
    facts = {}
    end = reader.integer() // 24
    for _ in range(end):
        fact = reader.integer()
        facts[book.fact_list[fact].name] = read_value(
            book, fact, reader.integer(), reader.integer()
        )
    return MappingProxyType(facts)


def _boundary(book: Book, reader: RecordReader) -> BoundaryCase:
    fact = reader.index()
    return BoundaryCase(
        None if fact is None else book.fact_list[fact].name,
        reader.flag(),
        _clause(book, reader),
        word(Outcome, reader.integer()),
        _money(book, reader),
        _facts(book, reader),
    )


def boundary_cases(book: Book, part: int) -> Tuple[BoundaryCase, ...]:
    """Cases on both sides of every edge of a part."""
    reader = RecordReader(book.handle.boundaries(part))
    return reader.many(lambda: _boundary(book, reader))


def _turn(book: Book, reader: RecordReader) -> Turn:
    fact = reader.integer()
    return Turn(
        book.fact_list[fact].name,
        read_value(book, fact, reader.integer(), reader.integer()),
        reader.integer(),
        word(Outcome, reader.integer()),
        _money(book, reader),
        _money(book, reader),
    )


def turns(book: Book, part: int, facts: bytes, days: bytes) -> Turns:
    """The single changes that would turn a case."""
    reader = RecordReader(book.handle.turns(part, facts, days))
    return Turns(
        word(Outcome, reader.integer()),
        reader.flag(),
        reader.many(lambda: _turn(book, reader)),
        reader.text(),
    )


def _difference(reader: RecordReader) -> Difference:
    kind, is_wording = _KINDS[reader.integer()], reader.flag()
    path, before, after = reader.string(), reader.string(), reader.string()
    has_dates, start, until = reader.flag(), reader.integer(), reader.integer()
    return Difference(
        kind,
        is_wording,
        path,
        before,
        after,
        datetime.date.fromordinal(start + EPOCH) if has_dates else None,
        datetime.date.fromordinal(until + EPOCH) if has_dates else None,
        reader.integer(),
        reader.integer(),
    )


def _change(book: Book, reader: RecordReader) -> Change:
    return Change(
        reader.string(),
        reader.string(),
        reader.string(),
        reader.integer(),
        reader.integer(),
        reader.integer(),
        reader.integer(),
        _money(book, reader),
        _money(book, reader),
    )


def write_cases(
    book: Book, cases: Iterable[Tuple[str, Mapping[str, FactValue]]]
) -> bytes:
    """Cases as the library reads them: part and facts of each."""
    written = []
    for part, facts in cases:
        record = book.write_facts(facts)
        written.append(_record.string(part))
        written.append(_record.integers(len(record)) + record)
    return b"".join(written)


def compare(before: Book, after: Book, cases: bytes) -> Comparison:
    """What differs in another rulebook, and what cases make of it."""
    reader = RecordReader(before.handle.compare(after.handle, cases))
    return Comparison(
        reader.many(lambda: _difference(reader)),
        reader.many(lambda: _change(before, reader)),
    )
