# SPDX-License-Identifier: MIT
"""What a rulebook holds: facts, parts, parameters, sources, clauses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Optional, Tuple, Union

from ._numbers import ExactValue, typed
from ._record import RecordReader, Text
from .words import (
    ABSENT,
    Absent,
    Basis,
    PartKind,
    RequirementKind,
    State,
    ValueType,
    word,
)

__all__ = [
    "Choice",
    "Clause",
    "Fact",
    "ItemInfo",
    "Parameter",
    "Part",
    "RequirementInfo",
    "Source",
]


@dataclass(frozen=True)
class Source:
    """A document that clauses come from.

    Attributes:
        id: its id in the rulebook.
        title: its title.
        publisher: who published it.
        date: when, as written: a day, a month or a year.
        address: where it can be found.
    """

    id: str
    title: str
    publisher: str
    date: str
    address: str


@dataclass(frozen=True)
class Clause:
    """Any piece of the rulebook that can state where it comes from.

    Attributes:
        id: its id, or ``""``.
        path: where it stands: ``"schemes.x.benefits[0].steps[2]"``.
        label: its label; both texts may be ``""``.
        note: the author's remark, in English, or ``""``.
        source: its source, own or inherited, or None.
        basis: how sure the rulebook is of it.
        place: where in the source, or ``""``.
        figure: the figure that the source states, or ``""``.
        line: where it stands in the text, from 1.
        column: from 1, in characters.
    """

    id: str
    path: str
    label: Text
    note: str
    source: Optional[Source]
    basis: Basis
    place: str
    figure: str
    line: int
    column: int

    def __repr__(self) -> str:
        source = f", {self.source.id}" if self.source else ""
        return f"<Clause {self.id or self.path}: {self.basis.value}{source}>"


@dataclass(frozen=True)
class Choice:
    """One of the choices of a fact.

    Attributes:
        code: what is written in cases.
        label: what a form shows.
    """

    code: str
    label: Text


@dataclass(frozen=True)
class Fact:
    """An input that the rulebook names.

    Attributes:
        name: such as ``"admitted_on"``.
        label: what a form shows.
        note: the author's remark, in English.
        type: its type.
        decimals: of money, measures and rates.
        unit: of a measure: ``"m2"``.
        at_least: the smallest value that can be typed; None for flags and
            choices.
        at_most: the largest value that can be typed.
        may_be_absent: True where "there is none" is a legal answer.
        if_missing: what stands in when it is not given:
            :data:`mutualaid.ABSENT`, a value, or None where it stays open.
        not_before: name of the fact that it must not precede, or None.
        clause: number of its clause, or None.
        choices: of a choice.
    """

    name: str
    label: Text
    note: str
    type: ValueType
    decimals: int
    unit: str
    at_least: ExactValue
    at_most: ExactValue
    may_be_absent: bool
    if_missing: Union[ExactValue, Absent]
    not_before: Optional[str]
    clause: Optional[int]
    choices: Tuple[Choice, ...]
    _index: int = field(repr=False)


@dataclass(frozen=True)
class ItemInfo:
    """A benefit of a scheme, a part of a contribution, a scheme of a package.

    Attributes:
        id: such as ``"nights"``; in a package ``"sick.nights"``.
        title: its title.
        depth: 0, or 1 for a benefit below a package's scheme.
        clause: number of its clause, or None.
        type: what its least and most are: money, a count (the months of a
            term) or a rate.
        is_beside: True: information beside the amount, no part of it (term,
            guarantee and fees of a loan).
    """

    id: str
    title: Text
    depth: int
    clause: Optional[int]
    type: ValueType
    is_beside: bool


@dataclass(frozen=True)
class RequirementInfo:
    """A requirement, exclusion or judged deadline of a part.

    Attributes:
        id: its id.
        text: the reason given when it refuses.
        kind: what kind of condition it is.
        item: number of the item it belongs to, or None for the whole part.
        clause: number of its clause, or None.
    """

    id: str
    text: Text
    kind: RequirementKind
    item: Optional[int]
    clause: Optional[int]


@dataclass(frozen=True)
class Part:
    """What can be decided under one name.

    Attributes:
        name: such as ``"hospital_allowance"``.
        title: its title.
        kind: what kind of part.
        facts: names of the facts that it may read.
        items: benefits, contribution parts or schemes, as written.
        requirements: requirements, exclusions and deadlines, as written.
    """

    name: str
    title: Text
    kind: PartKind
    facts: Tuple[str, ...]
    items: Tuple[ItemInfo, ...]
    requirements: Tuple[RequirementInfo, ...]
    _index: int = field(repr=False)


@dataclass(frozen=True)
class Parameter:
    """A named literal that the caller may override when reading.

    Attributes:
        name: its name.
        label: what it is.
        literal: as the rulebook writes it, without quotes.
        override: what stands in its place, or None.
        type: its type.
        clause: number of its clause (basis, source, note), or None.
    """

    name: str
    label: Text
    literal: str
    override: Optional[str]
    type: ValueType
    clause: Optional[int]


@dataclass(frozen=True)
class Head:
    """Which rulebook it is; the fields are those of Rulebook."""

    id: str
    edition: str
    title: Text
    currency: str
    decimals: int
    digest: str


# --- reading them, in the order in which asking.h writes them -----------------


def read_head(record: bytes) -> Head:
    """Read the description of a rulebook."""
    reader = RecordReader(record)
    return Head(
        reader.string(),
        reader.string(),
        reader.text(),
        reader.string(),
        reader.integer(),
        reader.string(),
    )


def _read_choice(reader: RecordReader) -> Choice:
    return Choice(reader.string(), reader.text())


@dataclass
class _RawFact:
    """A fact as it crosses, before its integers are typed."""

    name: str
    label: Text
    note: str
    type: ValueType
    decimals: int
    unit: str
    at_least: int
    at_most: int
    may_be_absent: bool
    if_missing: State
    default: int
    not_before: Optional[int]
    clause: Optional[int]
    choices: Tuple[Choice, ...]

    def bound(self, integer: int) -> ExactValue:
        """A bound of the fact; flags and choices have none."""
        if self.type in (ValueType.FLAG, ValueType.CHOICE):
            return None
        return typed(self.type, integer, self.decimals, ())

    def stand_in(self) -> Union[ExactValue, Absent]:
        """What stands in when the fact is not given."""
        if self.if_missing is State.ABSENT:
            return ABSENT
        if self.if_missing is not State.GIVEN:
            return None
        codes = tuple(choice.code for choice in self.choices)
        return typed(self.type, self.default, self.decimals, codes)


def _read_raw_fact(reader: RecordReader) -> _RawFact:
    return _RawFact(
        reader.string(),
        reader.text(),
        reader.string(),
        word(ValueType, reader.integer()),
        reader.integer(),
        reader.string(),
        reader.integer(),
        reader.integer(),
        reader.flag(),
        word(State, reader.integer()),
        reader.integer(),
        reader.index(),
        reader.index(),
        reader.many(lambda: _read_choice(reader)),
    )


def _fact(index: int, raw: _RawFact, all_raw: Tuple[_RawFact, ...]) -> Fact:
    before = raw.not_before
    return Fact(
        raw.name,
        raw.label,
        raw.note,
        raw.type,
        raw.decimals,
        raw.unit,
        raw.bound(raw.at_least),
        raw.bound(raw.at_most),
        raw.may_be_absent,
        raw.stand_in(),
        None if before is None else all_raw[before].name,
        raw.clause,
        raw.choices,
        index,
    )


def read_facts(record: bytes) -> Tuple[Fact, ...]:
    """Read the facts of a rulebook."""
    reader = RecordReader(record)
    raw = reader.many(lambda: _read_raw_fact(reader))
    return tuple(_fact(index, one, raw) for index, one in enumerate(raw))


def _read_item(reader: RecordReader) -> ItemInfo:
    return ItemInfo(
        reader.string(),
        reader.text(),
        reader.integer(),
        reader.index(),
        word(ValueType, reader.integer()),
        reader.flag(),
    )


def _read_requirement(reader: RecordReader) -> RequirementInfo:
    return RequirementInfo(
        reader.string(),
        reader.text(),
        word(RequirementKind, reader.integer()),
        reader.index(),
        reader.index(),
    )


def _read_part(
    reader: RecordReader, index: int, facts: Tuple[Fact, ...]
) -> Part:
    return Part(
        reader.string(),
        reader.text(),
        word(PartKind, reader.integer()),
        reader.many(lambda: facts[reader.integer()].name),
        reader.many(lambda: _read_item(reader)),
        reader.many(lambda: _read_requirement(reader)),
        index,
    )


def read_parts(record: bytes, facts: Tuple[Fact, ...]) -> Tuple[Part, ...]:
    """Read the parts of a rulebook."""
    reader = RecordReader(record)
    count = reader.integer()
    return tuple(_read_part(reader, index, facts) for index in range(count))


def _read_parameter(reader: RecordReader) -> Parameter:
    name, label, literal = reader.string(), reader.text(), reader.string()
    has_override, override = reader.flag(), reader.string()
    return Parameter(
        name,
        label,
        literal,
        override if has_override else None,
        word(ValueType, reader.integer()),
        reader.index(),
    )


def read_parameters(record: bytes) -> Tuple[Parameter, ...]:
    """Read the parameters of a rulebook."""
    reader = RecordReader(record)
    return reader.many(lambda: _read_parameter(reader))


def _read_source(reader: RecordReader) -> Source:
    return Source(
        reader.string(),
        reader.string(),
        reader.string(),
        reader.string(),
        reader.string(),
    )


def read_sources(record: bytes) -> Tuple[Source, ...]:
    """Read the sources of a rulebook."""
    reader = RecordReader(record)
    return reader.many(lambda: _read_source(reader))


def _read_clause(reader: RecordReader, sources: Tuple[Source, ...]) -> Clause:
    clause_id, path, label = reader.string(), reader.string(), reader.text()
    note, source = reader.string(), reader.index()
    return Clause(
        clause_id,
        path,
        label,
        note,
        None if source is None else sources[source],
        word(Basis, reader.integer()),
        reader.string(),
        reader.string(),
        reader.integer(),
        reader.integer(),
    )


def read_clauses(
    record: bytes, sources: Tuple[Source, ...]
) -> Tuple[Clause, ...]:
    """Read the clauses of a rulebook."""
    reader = RecordReader(record)
    return reader.many(lambda: _read_clause(reader, sources))
