# SPDX-License-Identifier: MIT
"""A decision: the answer, why, and why not."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any, Dict, List, Optional, Tuple, cast

from . import _html
from ._book import Book
from ._details import (
    Deadline,
    Details,
    DetailsReader,
    Item,
    Line,
    Note,
    Requirement,
)
from ._holdings import Part
from ._numbers import money
from ._record import RecordReader
from .errors import MutualAidError, _from_native
from .words import Outcome, Verdict, word

__all__ = ["Decision"]

_LANGUAGES = {"zh": 0, "en": 1}


def _read_error(reader: RecordReader) -> MutualAidError:
    """Read why there is no amount, as answering.h writes it."""
    return _from_native(
        reader.integer(),
        reader.integer(),
        reader.string().encode(),
        reader.integer(),
        reader.integer(),
        reader.string().encode(),
        reader.string().encode(),
        reader.string().encode(),
    )


class Decision:
    """An explained answer; immutable.

    Made by :meth:`Rulebook.decide`. It compares equal to a decision with the
    same answer by the same rulebook, can be hashed and pickled, and goes on
    working after its rulebook is closed.
    """

    # The answer in short is read at once, the rest when it is asked for. A
    # decision keeps its facts, not its texts: a text is made by deciding
    # again, which is cheap and gives the same answer. One that was pickled
    # has no book; it carries every text.
    __slots__ = (
        "_book",
        "_part",
        "_facts",
        "_days",
        "_record",
        "_digest",
        "_currency",
        "_outcome",
        "_least",
        "_most",
        "_amount",
        "_details",
        "_texts",
    )

    _book: Optional[Book]
    _part: Part
    _facts: bytes
    _days: bytes
    _record: bytes
    _digest: str
    _currency: str
    _outcome: Outcome
    _least: Decimal
    _most: Decimal
    _amount: Optional[Decimal]
    _details: Optional[Details]
    _texts: Dict[str, Any]

    def __init__(self) -> None:
        raise TypeError("decisions are made by Rulebook.decide()")

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a decision cannot be changed")

    def __delattr__(self, name: str) -> None:
        raise AttributeError("a decision cannot be changed")

    # --- the answer -----------------------------------------------------------

    @property
    def part(self) -> str:
        """Name of the part that was decided."""
        return self._part.name

    @property
    def outcome(self) -> Outcome:
        """How it came out: eligible, refused or undetermined."""
        return self._outcome

    @property
    def amount(self) -> Decimal:
        """What is paid (or owed, for a contribution), in the currency.

        0 for a refusal. Raises :class:`UndeterminedError` while facts are
        missing: then :attr:`least` and :attr:`most` hold the final amount
        between them, and :attr:`missing` says what to ask for.
        """
        if self._amount is None:
            raise self._no_amount()
        return self._amount

    @property
    def least(self) -> Decimal:
        """The amount is at least this, in the currency."""
        return self._least

    @property
    def most(self) -> Decimal:
        """The amount is at most this, in the currency."""
        return self._most

    @property
    def currency(self) -> str:
        """Code of the currency: ``"CNY"``."""
        return self._currency

    @property
    def digest(self) -> str:
        """SHA-256 of the rulebook that decided, 64 hex digits."""
        return self._digest

    @property
    def items(self) -> Tuple[Item, ...]:
        """Each benefit (contribution part, scheme) with outcome and amount."""
        return self._detail().items

    @property
    def missing(self) -> Tuple[str, ...]:
        """Names of the facts that can still change outcome or amount."""
        return self._detail().missing

    @property
    def requirements(self) -> Tuple[Requirement, ...]:
        """Every requirement that the case concerned."""
        return self._detail().requirements

    @property
    def failed(self) -> Tuple[Requirement, ...]:
        """The requirements that refuse: why not, and by how much."""
        return tuple(
            one for one in self.requirements if one.verdict is Verdict.FAILED
        )

    @property
    def lines(self) -> Tuple[Line, ...]:
        """Every step with what came in and what came out."""
        return self._detail().lines

    @property
    def deadlines(self) -> Tuple[Deadline, ...]:
        """The last days that the rulebook names."""
        return self._detail().deadlines

    @property
    def notes(self) -> Tuple[Note, ...]:
        """Assumed clauses, defaults and overrides that it leaned on."""
        return self._detail().notes

    # --- as text --------------------------------------------------------------

    def explain(self, language: str) -> str:
        """Explain the decision in ``"zh"`` or ``"en"``, for a member."""
        language_number(language)
        return cast(str, self._text(f"explain {language}"))

    def line_texts(self, language: str) -> Tuple[str, ...]:
        """Explain each of :attr:`lines` in ``"zh"`` or ``"en"``."""
        language_number(language)
        return cast(Tuple[str, ...], self._text(f"lines {language}"))

    def to_json(self) -> str:
        """Write the decision as JSON (decision.schema.json)."""
        return cast(str, self._text("json"))

    def to_dict(self) -> Dict[str, Any]:
        """Give what :meth:`to_json` writes, read by :mod:`json`."""
        return cast(Dict[str, Any], json.loads(self.to_json()))

    def case_json(self) -> str:
        """Write the case as JSON (case.schema.json), to decide it again."""
        return cast(str, self._text("case"))

    def __repr__(self) -> str:
        if self._amount is not None:
            shown = f"{self._amount:f} {self._currency}"
        else:
            shown = f"{self._least:f} to {self._most:f} {self._currency}"
            shown += ", missing " + ", ".join(self.missing)
        return f"<Decision {self.part}: {self._outcome.value}, {shown}>"

    def _repr_html_(self) -> str:
        return _html.decision(self)

    # --- as a value -----------------------------------------------------------

    def _key(self) -> Tuple[str, str, bytes]:
        return self._digest, self._part.name, self._record

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Decision):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __copy__(self) -> Decision:
        return self

    def __deepcopy__(self, memo: Dict[int, Any]) -> Decision:
        return self

    def __reduce__(self) -> Tuple[Any, ...]:
        for name in _EVERY_TEXT:
            self._text(name)
        self._detail()
        state = {name: getattr(self, name) for name in self.__slots__}
        state["_book"] = None
        return _revive, (state,)

    # --- how it is made -------------------------------------------------------

    def _no_amount(self) -> MutualAidError:
        reader = RecordReader(self._record)
        for _ in range(5):
            reader.integer()
        return _read_error(reader)

    def _detail(self) -> Details:
        if self._details is None:
            assert self._book is not None
            reader = RecordReader(self._record)
            for _ in range(5):
                reader.integer()
            if self._amount is None:
                _read_error(reader)
            else:
                reader.integer()
            details = DetailsReader(self._book, self._part, reader).read()
            object.__setattr__(self, "_details", details)
        assert self._details is not None
        return self._details

    def _text(self, name: str) -> object:
        if name not in self._texts:
            assert self._book is not None
            self._texts[name] = self._write(self._book, name)
        return self._texts[name]

    def _write(self, book: Book, name: str) -> object:
        what, _, language = name.partition(" ")
        handle, part = book.handle, self._part._index
        if what == "case":
            return handle.case_json(part, self._facts)
        if what == "json":
            return handle.decision_json(part, self._facts, self._days)
        number = _LANGUAGES[language]
        if what == "explain":
            return handle.explain(part, self._facts, self._days, number)
        record = handle.line_texts(part, self._facts, self._days, number)
        reader = RecordReader(record)
        return reader.many(reader.string)


_EVERY_TEXT: List[str] = [
    *(
        f"{what} {language}"
        for what in ("explain", "lines")
        for language in _LANGUAGES
    ),
    "json",
    "case",
]


def language_number(language: str) -> int:
    """The number that the library gives a language."""
    if language not in _LANGUAGES:
        raise ValueError(f'language is "zh" or "en", not {language!r}')
    return _LANGUAGES[language]


def _revive(state: Dict[str, Any]) -> Decision:
    decision = object.__new__(Decision)
    for name, value in state.items():
        object.__setattr__(decision, name, value)
    return decision


def make(book: Book, part: Part, facts: bytes, days: bytes) -> Decision:
    """Decide, and read the answer in short."""
    record = book.handle.decide(part._index, facts, days)
    reader = RecordReader(record)
    reader.integer()
    decimals = book.head.decimals
    outcome = word(Outcome, reader.integer())
    least = money(reader.integer(), decimals)
    most = money(reader.integer(), decimals)
    amount = money(reader.integer(), decimals) if reader.flag() else None
    return _revive(
        {
            "_book": book,
            "_part": part,
            "_facts": facts,
            "_days": days,
            "_record": record,
            "_digest": book.head.digest,
            "_currency": book.head.currency,
            "_outcome": outcome,
            "_least": least,
            "_most": most,
            "_amount": amount,
            "_details": None,
            "_texts": {},
        }
    )
