# SPDX-License-Identifier: MIT
"""A rulebook's handle with what is known of it; shared by its decisions.

A decision goes on holding the book after its Rulebook is closed, so that it
can still be explained. What a rulebook holds never changes, so each list is
read once, when it is first asked for.
"""

from __future__ import annotations

from functools import cached_property
from types import MappingProxyType
from typing import Iterable, Mapping, Tuple, TypeVar

from ._holdings import (
    Clause,
    Fact,
    Head,
    Parameter,
    Part,
    Source,
    read_clauses,
    read_facts,
    read_head,
    read_parameters,
    read_parts,
    read_sources,
)
from ._loans import Loan, read_loans
from ._swig import core
from ._values import FactValue, write_fact

_Named = TypeVar("_Named", Fact, Loan, Part, Parameter)


def _by_name(things: Iterable[_Named]) -> Mapping[str, _Named]:
    return MappingProxyType({thing.name: thing for thing in things})


class Book:
    """What is read once of a rulebook, and asked of it again and again."""

    def __init__(self, handle: core.RulebookHandle) -> None:
        self.handle = handle
        self.head: Head = read_head(handle.describe())

    @cached_property
    def fact_list(self) -> Tuple[Fact, ...]:
        """The facts by their numbers."""
        return read_facts(self.handle.facts())

    @cached_property
    def part_list(self) -> Tuple[Part, ...]:
        """The parts by their numbers."""
        return read_parts(self.handle.parts(), self.fact_list)

    @cached_property
    def loans(self) -> Mapping[str, Loan]:
        """The loans by name, in the order of the rulebook."""
        record = self.handle.loans()
        return _by_name(read_loans(record, self.part_list, self.clauses))

    @cached_property
    def parameter_list(self) -> Tuple[Parameter, ...]:
        """The parameters by their numbers."""
        return read_parameters(self.handle.parameters())

    @cached_property
    def source_list(self) -> Tuple[Source, ...]:
        """The sources by their numbers."""
        return read_sources(self.handle.sources())

    @cached_property
    def clauses(self) -> Tuple[Clause, ...]:
        """The clauses by their numbers."""
        return read_clauses(self.handle.clauses(), self.source_list)

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """The facts by name, in the order of the rulebook."""
        return _by_name(self.fact_list)

    @cached_property
    def parts(self) -> Mapping[str, Part]:
        """The parts by name, in the order of the rulebook."""
        return _by_name(self.part_list)

    @cached_property
    def parameters(self) -> Mapping[str, Parameter]:
        """The parameters by name, in the order of the rulebook."""
        return _by_name(self.parameter_list)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The sources by id, in the order of the rulebook."""
        return MappingProxyType({one.id: one for one in self.source_list})

    def part(self, name: str) -> Part:
        """The part of that name; the library says which there are."""
        part = self.parts.get(name)
        if part is None:
            return self.part_list[self.handle.part_index(name)]
        return part

    def _fact(self, name: str) -> Fact:
        fact = self.facts.get(name)
        if fact is None:
            return self.fact_list[self.handle.fact_index(name)]
        return fact

    def write_facts(self, facts: Mapping[str, FactValue]) -> bytes:
        """Write facts as the library reads them."""
        return b"".join(
            write_fact(self._fact(name), value)
            for name, value in facts.items()
        )
