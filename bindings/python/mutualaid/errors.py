# SPDX-License-Identifier: MIT
"""What can go wrong: one exception for each status of the library.

All of them are a :class:`MutualAidError` and carry the permanent number of the
failure, the place in the text that was read, the fact concerned and what to do
about it. A missing fact or an unmet requirement is no error: it is an outcome
of the decision.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any, Dict, Tuple, Type

__all__ = [
    "BufferTooShortError",
    "CaseError",
    "Fault",
    "InvalidArgumentError",
    "MemoryLimitError",
    "MutualAidError",
    "OutOfRangeError",
    "RulebookError",
    "UndeterminedError",
    "UnknownNameError",
    "WrongTypeError",
]


class MutualAidError(Exception):
    """Something that the library refuses; see the classes below it.

    Attributes:
        text: what is wrong, one English sentence.
        code: the permanent number of the failure (messages.def); 0 where the
            package itself refused.
        code_name: the same as a word, such as ``"duplicate_key"``.
        line: line in the text that was read, from 1; 0 for no place.
        column: column there, from 1, in characters.
        fact: the fact, part or name concerned, or ``""``.
        remedy: what to do, one English sentence.
    """

    status_name = "MUTAID_ERROR_UNKNOWN"

    def __init__(
        self,
        text: str,
        *,
        code: int = 0,
        code_name: str = "none",
        line: int = 0,
        column: int = 0,
        fact: str = "",
        remedy: str = "",
    ) -> None:
        super().__init__(text)
        self.text = text
        self.code = code
        self.code_name = code_name
        self.line = line
        self.column = column
        self.fact = fact
        self.remedy = remedy

    def __str__(self) -> str:
        place = (
            f"line {self.line}, column {self.column}: " if self.line else ""
        )
        remedy = f" ({self.remedy})" if self.remedy else ""
        return place + self.text + remedy

    def __reduce__(self) -> Tuple[Any, ...]:
        return _revive, (type(self), self.text, self.__dict__.copy())


class InvalidArgumentError(MutualAidError, ValueError):
    """An argument is empty or out of its range."""

    status_name = "MUTAID_ERROR_ARGUMENT"


class MemoryLimitError(MutualAidError, MemoryError):
    """There is no memory, or the memory cap is reached."""

    status_name = "MUTAID_ERROR_MEMORY"


@dataclass(frozen=True)
class Fault:
    """One fault or warning of a rulebook.

    Attributes:
        code: the permanent number of the fault (messages.def).
        code_name: the same as a word, such as ``"duplicate_key"``.
        layer: who sees it: ``"syntax"``, ``"schema"``, ``"meaning"`` or
            ``"warning"``.
        is_warning: True where the rulebook was read all the same.
        line: line in the text, from 1; 0 for the document as a whole.
        column: column there, from 1, in characters.
        offset: the same place in bytes of the text.
        text: what is wrong.
        remedy: what to do.
    """

    code: int
    code_name: str
    layer: str
    is_warning: bool
    line: int
    column: int
    offset: int
    text: str
    remedy: str


class RulebookError(MutualAidError, ValueError):
    """The text is no sound rulebook; every fault is listed, not only the first.

    Attributes:
        faults: every fault and warning that was found, in the order of the
            text.
        excerpt: the line of the first fault with a caret below the place.
    """

    status_name = "MUTAID_ERROR_RULEBOOK"
    faults: Tuple[Fault, ...] = ()
    excerpt: str = ""

    def __str__(self) -> str:
        pieces = [super().__str__()]
        if self.excerpt:
            pieces.append(self.excerpt)
        more = sum(not fault.is_warning for fault in self.faults) - 1
        if more > 0:
            pieces.append(f"and {more} more: see the attribute faults")
        return "\n".join(pieces)

    def _attach(self, source: bytes, faults: Tuple[Fault, ...]) -> None:
        self.faults = faults
        self.excerpt = _excerpt(source, self.line, self.column)


class UnknownNameError(MutualAidError, LookupError):
    """The rulebook has no part, fact, choice or parameter of that name."""

    status_name = "MUTAID_ERROR_NAME"


class WrongTypeError(MutualAidError, TypeError):
    """The value is of another type than the fact, or cannot be read."""

    status_name = "MUTAID_ERROR_TYPE"


class OutOfRangeError(MutualAidError, ValueError):
    """The value is outside its declared range, or two facts contradict."""

    status_name = "MUTAID_ERROR_RANGE"


class UndeterminedError(MutualAidError, ValueError):
    """The amount is asked for while facts that decide it are missing."""

    status_name = "MUTAID_ERROR_UNDETERMINED"


class BufferTooShortError(MutualAidError, ValueError):
    """A text did not fit; the package makes its buffers long enough."""

    status_name = "MUTAID_ERROR_BUFFER"


class CaseError(MutualAidError, ValueError):
    """The text is no case: not JSON, unknown keys, or of another rulebook."""

    status_name = "MUTAID_ERROR_CASE"


_BY_STATUS: Dict[int, Type[MutualAidError]] = {
    1: InvalidArgumentError,
    2: MemoryLimitError,
    3: RulebookError,
    4: UnknownNameError,
    5: WrongTypeError,
    6: OutOfRangeError,
    7: UndeterminedError,
    8: BufferTooShortError,
    9: CaseError,
}


def _revive(
    kind: Type[MutualAidError], text: str, state: Dict[str, Any]
) -> MutualAidError:
    error = kind(text)
    error.__dict__.update(state)
    return error


def _from_native(
    status: int,
    code: int,
    code_name: bytes,
    line: int,
    column: int,
    fact: bytes,
    text: bytes,
    remedy: bytes,
) -> MutualAidError:
    """Make the exception of a status; the C layer raises it."""
    return _BY_STATUS.get(status, MutualAidError)(
        text.decode("utf-8", "replace"),
        code=code,
        code_name=code_name.decode("ascii"),
        line=line,
        column=column,
        fact=fact.decode("utf-8", "replace"),
        remedy=remedy.decode("utf-8", "replace"),
    )


def _blank(character: str) -> str:
    """What stands as wide as a character, and shows nothing."""
    if character == "\t":
        return "\t"
    if unicodedata.east_asian_width(character) in "WF":
        return "\u3000"
    return " " if not unicodedata.combining(character) else ""


def _excerpt(source: bytes, line: int, column: int) -> str:
    """The line of a place, and a caret below the place."""
    lines = source.decode("utf-8", "replace").lstrip("\ufeff").split("\n")
    if not 1 <= line <= len(lines):
        return ""
    shown = lines[line - 1].rstrip("\r")
    head = f"{line} | "
    before = "".join(_blank(character) for character in shown[: column - 1])
    return f"{head}{shown}\n{' ' * (len(head) - 2)}| {before}^"
