# SPDX-License-Identifier: MIT
"""What a decision holds beside the answer in short."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Optional, Tuple

from ._book import Book
from ._holdings import Clause, Fact, ItemInfo, Parameter, Part
from ._numbers import date_of, money
from ._record import RecordReader, Text
from ._values import Value, read_value
from .words import (
    NoteKind,
    Outcome,
    Relation,
    RequirementKind,
    State,
    ValueType,
    Verdict,
    word,
)

__all__ = [
    "Deadline",
    "Finding",
    "Item",
    "Line",
    "Note",
    "Requirement",
]


@dataclass(frozen=True)
class Item:
    """One benefit (contribution part, scheme of a package) of an answer.

    Attributes:
        id: such as ``"nights"``; in a package ``"sick.nights"``.
        title: its title.
        depth: 0, or 1 for a benefit below a package's scheme.
        outcome: not applying, refused, undetermined or paid (eligible).
        least: at least this, in the currency; 0 unless paid or open.
        most: at most this.
        type: money, or a count or a rate, which then `least` and `most` are.
        is_beside: True: information beside the amount, no part of it (term,
            guarantee and fees of a loan).
    """

    id: str
    title: Text
    depth: int
    outcome: Outcome
    least: Decimal
    most: Decimal
    type: ValueType = ValueType.MONEY
    is_beside: bool = False

    @property
    def amount(self) -> Optional[Decimal]:
        """What is paid for it, in the currency; None while that is open."""
        return None if self.outcome is Outcome.UNDETERMINED else self.most

    def __repr__(self) -> str:
        shown = f"{self.least:f}"
        if self.amount is None:
            shown += f" to {self.most:f}"
        return f"<Item {self.id}: {self.outcome.value}, {shown}>"


@dataclass(frozen=True)
class Finding:
    """One comparison behind a requirement.

    Attributes:
        name: the fact or value compared, or ``""``.
        label: its label.
        relation: how it is compared.
        is_wanted: False where the relation is wanted not to hold
            (exclusions).
        found: the value found.
        required: the value it is compared with; none for IN, IS and EXISTS.
        distance: how far the one is from the other: what must change; none
            where that has no meaning.
    """

    name: str
    label: Text
    relation: Relation
    is_wanted: bool
    found: Value
    required: Value
    distance: Value

    def __repr__(self) -> str:
        wanted = "" if self.is_wanted else "not "
        return (
            f"<Finding {self.name}: found {self.found}, wanted {wanted}"
            f"{self.relation.value} {self.required}".rstrip() + ">"
        )


@dataclass(frozen=True)
class Requirement:
    """One requirement, exclusion or deadline that the case concerned.

    Attributes:
        id: its id: ``"ward"``, or ``"not_in_force"``, ``"nothing_applies"``,
            ``"no_rule"``, ``"no_value"``.
        text: the reason.
        kind: what kind of condition.
        verdict: how it came out.
        item: id of the item it belongs to, or None for the whole part.
        clause: its clause, or None.
        findings: the comparisons that made it so.
    """

    id: str
    text: Text
    kind: RequirementKind
    verdict: Verdict
    item: Optional[str]
    clause: Optional[Clause]
    findings: Tuple[Finding, ...]

    def __repr__(self) -> str:
        return f"<Requirement {self.id}: {self.verdict.value}>"


@dataclass(frozen=True)
class Line:
    """One explained step, in the order in which it was computed.

    Attributes:
        step: the word of the rulebook: ``"take"``, ``"at_most"``,
            ``"round"``, ``"value"``, ``"total"``, ...
        depth: 0 for the steps of a benefit, more for what stands inside one.
        item: id of the item it belongs to, or None.
        clause: its clause, or None.
        is_applied: False where its ``when`` did not hold.
        before: the running amount before.
        operand: what the step worked with; none for some.
        after: the running amount after, exact.
        exact: what was rounded, where the step rounds.
        share: for a waterfall, at depth 0: round(after) less round(before),
            in the currency; the shares of a benefit sum to its amount.
    """

    step: str
    depth: int
    item: Optional[str]
    clause: Optional[Clause]
    is_applied: bool
    before: Value
    operand: Value
    after: Value
    exact: Value
    share: Decimal

    def __repr__(self) -> str:
        operand = f" {self.operand}" if self.operand else ""
        skipped = "" if self.is_applied else ", not applied"
        return f"<Line {self.step}{operand}: {self.after}{skipped}>"


@dataclass(frozen=True)
class Deadline:
    """A last day.

    Attributes:
        id: its id in the rulebook.
        label: its label.
        state: GIVEN, or OPEN while facts are missing, ABSENT or NO_RULE where
            there is none.
        last_day: the last day that is in time, or None.
        is_judged: True where it is also a requirement.
        clause: its clause, or None.
    """

    id: str
    label: Text
    state: State
    last_day: Optional[datetime.date]
    is_judged: bool
    clause: Optional[Clause]


@dataclass(frozen=True)
class Note:
    """Something that the answer leaned on.

    Attributes:
        kind: what it is about.
        is_decisive: True where it moved the amount or the outcome.
        clause: the clause, or None.
        fact: name of the fact whose default was used, or None.
        parameter: name of the parameter, or None.
        known_until: the known end of the series, for PAST_KNOWN; else None.
    """

    kind: NoteKind
    is_decisive: bool
    clause: Optional[Clause]
    fact: Optional[str]
    parameter: Optional[str]
    known_until: Optional[datetime.date]


@dataclass(frozen=True)
class Details:
    """All that a decision holds beside the answer in short."""

    items: Tuple[Item, ...]
    missing: Tuple[str, ...]
    requirements: Tuple[Requirement, ...]
    lines: Tuple[Line, ...]
    deadlines: Tuple[Deadline, ...]
    notes: Tuple[Note, ...]


class BookReader:
    """Reads what only a rulebook makes sense of."""

    def __init__(self, book: Book, reader: RecordReader) -> None:
        self._book = book
        self._reader = reader

    def _money(self) -> Decimal:
        return money(self._reader.integer(), self._book.head.decimals)

    def _value(self) -> Value:
        book = self._book
        return read_value(self._reader, book.fact_list, book.head.decimals)

    def _clause(self) -> Optional[Clause]:
        index = self._reader.index()
        return None if index is None else self._book.clauses[index]

    def note(self) -> Note:
        """One note."""
        kind = word(NoteKind, self._reader.integer())
        is_decisive, clause = self._reader.flag(), self._clause()
        fact, parameter = self._reader.index(), self._reader.index()
        day = self._reader.integer()
        past = kind is NoteKind.PAST_KNOWN
        facts: Tuple[Fact, ...] = self._book.fact_list
        parameters: Tuple[Parameter, ...] = self._book.parameter_list
        return Note(
            kind,
            is_decisive,
            clause,
            None if fact is None else facts[fact].name,
            None if parameter is None else parameters[parameter].name,
            date_of(day) if past else None,
        )


class DetailsReader(BookReader):
    """Reads details, in the order in which answering.h writes them."""

    def __init__(self, book: Book, part: Part, reader: RecordReader) -> None:
        super().__init__(book, reader)
        self._part = part

    def read(self) -> Details:
        """Everything, front to back."""
        many = self._reader.many
        count = self._reader.integer()
        infos = self._part.items
        return Details(
            tuple(self._item(infos[index]) for index in range(count)),
            many(lambda: self._book.fact_list[self._reader.integer()].name),
            many(self._requirement),
            many(self._line),
            many(self._deadline),
            many(self.note),
        )

    def _item_id(self) -> Optional[str]:
        index = self._reader.index()
        return None if index is None else self._part.items[index].id

    def _item(self, info: ItemInfo) -> Item:
        return Item(
            info.id,
            info.title,
            info.depth,
            word(Outcome, self._reader.integer()),
            self._size(info),
            self._size(info),
            info.type,
            info.is_beside,
        )

    def _size(self, info: ItemInfo) -> Decimal:
        """Money in the currency, a count, or a rate out of millionths."""
        if info.type is ValueType.MONEY:
            return self._money()
        places = 6 if info.type is ValueType.RATE else 0
        return money(self._reader.integer(), places)

    def _finding(self) -> Finding:
        return Finding(
            self._reader.string(),
            self._reader.text(),
            word(Relation, self._reader.integer()),
            self._reader.flag(),
            self._value(),
            self._value(),
            self._value(),
        )

    def _requirement(self) -> Requirement:
        return Requirement(
            self._reader.string(),
            self._reader.text(),
            word(RequirementKind, self._reader.integer()),
            word(Verdict, self._reader.integer()),
            self._item_id(),
            self._clause(),
            self._reader.many(self._finding),
        )

    def _line(self) -> Line:
        return Line(
            self._reader.string(),
            self._reader.integer(),
            self._item_id(),
            self._clause(),
            self._reader.flag(),
            self._value(),
            self._value(),
            self._value(),
            self._value(),
            self._money(),
        )

    def _deadline(self) -> Deadline:
        deadline_id, label = self._reader.string(), self._reader.text()
        state = word(State, self._reader.integer())
        day = self._reader.integer()
        return Deadline(
            deadline_id,
            label,
            state,
            date_of(day) if state is State.GIVEN else None,
            self._reader.flag(),
            self._clause(),
        )
