# SPDX-License-Identifier: MIT
"""Records: how structures cross between the library and Python.

A record is a row of integers (8 bytes each, least significant first) and
texts (the length as an integer, then UTF-8). It does not say what it holds:
who reads knows what was written.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Callable, Optional, Tuple, TypeVar

_integer = struct.Struct("<q")
_Thing = TypeVar("_Thing")


@dataclass(frozen=True)
class Text:
    """A text in both languages; where one is missing, it repeats the other.

    Attributes:
        zh: Chinese.
        en: English.
    """

    zh: str
    en: str

    def __repr__(self) -> str:
        return f"Text({self.zh!r}, {self.en!r})"

    def __str__(self) -> str:
        return self.en


class RecordReader:
    """Takes one thing after the other out of a record."""

    __slots__ = ("_bytes", "_at")

    def __init__(self, record: bytes) -> None:
        self._bytes = record
        self._at = 0

    def integer(self) -> int:
        """A number."""
        (value,) = _integer.unpack_from(self._bytes, self._at)
        self._at += 8
        return int(value)

    def flag(self) -> bool:
        """A yes or no."""
        return self.integer() != 0

    def index(self) -> Optional[int]:
        """The place in a list, or nothing."""
        value = self.integer()
        return None if value < 0 else value

    def string(self) -> str:
        """A text."""
        length = self.integer()
        start = self._at
        self._at += length
        return self._bytes[start : self._at].decode("utf-8", "replace")

    def text(self) -> Text:
        """A text in both languages."""
        return Text(self.string(), self.string())

    def wide(self) -> int:
        """A number of 128 bits: upper half with the sign, lower half."""
        high = self.integer()
        low = self.integer()
        return (high << 64) + (low & 0xFFFFFFFFFFFFFFFF)

    def many(self, read: Callable[[], _Thing]) -> Tuple[_Thing, ...]:
        """A list: how many, then each."""
        return tuple(read() for _ in range(self.integer()))

    def is_at_end(self) -> bool:
        """Whether everything was taken."""
        return self._at >= len(self._bytes)


def integers(*values: int) -> bytes:
    """Write numbers."""
    return struct.pack(f"<{len(values)}q", *values)


def string(text: str) -> bytes:
    """Write a text."""
    data = text.encode("utf-8")
    return integers(len(data)) + data
