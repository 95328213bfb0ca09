# SPDX-License-Identifier: MIT
"""Values: out of a decision into Python, and facts out of Python."""

from __future__ import annotations

import datetime
import operator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Callable, Dict, Mapping, Optional, Tuple, Union

from . import _record
from ._holdings import Fact
from ._numbers import EPOCH, ExactValue, date_of, money, plain
from ._record import RecordReader
from .errors import WrongTypeError
from .words import Absent, State, ValueType, number, word

FactValue = Union[
    Decimal, Fraction, int, datetime.date, bool, str, Absent, None
]
"""What may be given as a fact; see Rulebook.decide()."""

_TEXT = 8
_ABSENT = 9
_INT64 = range(-(2**63), 2**63)


@dataclass(frozen=True)
class Value:
    """An exact value of a decision.

    Attributes:
        type: what kind of thing it is.
        state: whether there is a value.
        exact: the value: ``Decimal`` for money (in the currency, not in minor
            units) and measures, ``int`` for counts, ``Fraction`` for rates and
            for whatever no finite decimal is equal to, ``date``, ``bool``, the
            code of a choice; ``None`` without one.
        unit: of a measure, such as ``"m2"``; else ``""``.
    """

    type: ValueType
    state: State
    exact: ExactValue
    unit: str = ""

    def __bool__(self) -> bool:
        return self.exact is not None

    def __repr__(self) -> str:
        return f"<{self.type.value} {self}>" if str(self) else "<no value>"

    def __str__(self) -> str:
        if self.exact is None:
            return "" if self.type is ValueType.NONE else self.state.value
        if self.type is ValueType.RATE and isinstance(self.exact, Fraction):
            percent = plain(self.exact * 100)
            if isinstance(percent, Decimal):
                return f"{_digits(percent)}%"
        if isinstance(self.exact, Decimal):
            return f"{_digits(self.exact)} {self.unit}".rstrip()
        if isinstance(self.exact, bool):
            return "true" if self.exact else "false"
        return str(self.exact)


NOTHING = Value(ValueType.NONE, State.GIVEN, None)


def _digits(value: Decimal) -> str:
    return format(value, "f")


def read_value(
    reader: RecordReader, facts: Tuple[Fact, ...], decimals: int
) -> Value:
    """Take a value out of a record."""
    kind = word(ValueType, reader.integer())
    if kind is ValueType.NONE:
        return NOTHING
    state = word(State, reader.integer())
    place = reader.index()
    fact = None if place is None else facts[place]
    unit = fact.unit if fact and kind is ValueType.MEASURE else ""
    if state is not State.GIVEN:
        return Value(kind, state, None, unit)
    exact = Fraction(reader.wide(), reader.integer())
    if kind is ValueType.MONEY:
        return Value(kind, state, plain(exact / 10**decimals, decimals))
    return Value(kind, state, _exact(kind, exact, fact), unit)


def _exact(
    kind: ValueType, value: Fraction, fact: Optional[Fact]
) -> ExactValue:
    if kind is ValueType.RATE:
        return value
    if kind is ValueType.MEASURE:
        return plain(value)
    if value.denominator != 1:
        return value
    if kind is ValueType.DATE:
        return date_of(value.numerator)
    if kind is ValueType.FLAG:
        return value.numerator != 0
    if kind is ValueType.CHOICE and fact is not None:
        return fact.choices[value.numerator].code
    return value.numerator


# --- what is given ------------------------------------------------------------


def _refusal(fact: Fact, value: object, remedy: str) -> WrongTypeError:
    found = f"{value!r} ({type(value).__name__})"
    return WrongTypeError(
        f'the fact "{fact.name}" is of type {fact.type.value}, not {found}',
        fact=fact.name,
        remedy=remedy,
    )


# Each answers an integer as the library takes it, or a text that the library
# is to read (and to refuse with its own words where it cannot).
_Given = Union[int, str]


def _scaled(value: Decimal, places: int) -> _Given:
    """The decimal in units of its last place, if it is a whole number."""
    text = format(value, "f")
    if not value.is_finite() or value.adjusted() > 30:
        return text
    whole, _, part = text.partition(".")
    part = part.rstrip("0") if len(part) > places else part
    if len(part) > places:
        return text
    return int(whole + part.ljust(places, "0"))


def _money(fact: Fact, value: object) -> _Given:
    if isinstance(value, Decimal):
        return _scaled(value, fact.decimals)
    if isinstance(value, int) and not isinstance(value, bool):
        shown = format(money(value * 10**fact.decimals, fact.decimals), "f")
        raise _refusal(
            fact,
            value,
            f"write Decimal({shown!r}) or {shown!r}: an int could be meant "
            "in minor units",
        )
    raise _refusal(fact, value, "write a Decimal or text such as '1300.00'")


def _count(fact: Fact, value: object) -> _Given:
    if not isinstance(value, bool) and hasattr(value, "__index__"):
        return operator.index(value)
    raise _refusal(fact, value, "write an int or text such as '3'")


def _measure(fact: Fact, value: object) -> _Given:
    if isinstance(value, int) and not isinstance(value, bool):
        value = Decimal(value)
    if isinstance(value, Decimal):
        given = _scaled(value, fact.decimals)
        return f"{given} {fact.unit}" if isinstance(given, str) else given
    remedy = f"write a Decimal, an int or text such as '40 {fact.unit}'"
    raise _refusal(fact, value, remedy)


def _rate(fact: Fact, value: object) -> _Given:
    if isinstance(value, Fraction):
        scaled = value * 100 * 10**fact.decimals
        whole = scaled.denominator == 1
        return scaled.numerator if whole else str(value)
    raise _refusal(
        fact,
        value,
        "write text such as '20%', or Fraction(1, 5) for 20 percent",
    )


def _date(fact: Fact, value: object) -> _Given:
    if isinstance(value, datetime.datetime):
        raise _refusal(
            fact, value, "write value.date(): a datetime also holds a time"
        )
    if isinstance(value, datetime.date):
        return value.toordinal() - EPOCH
    raise _refusal(
        fact,
        value,
        "write datetime.date(2016, 3, 1) or text such as '2016-03-01'",
    )


def _flag(fact: Fact, value: object) -> _Given:
    if isinstance(value, bool):
        return int(value)
    raise _refusal(fact, value, "write True or False")


def _choice(fact: Fact, value: object) -> _Given:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    codes = ", ".join(repr(choice.code) for choice in fact.choices[:8])
    raise _refusal(fact, value, f"write the code of a choice: {codes}")


_GIVE: Dict[ValueType, Callable[[Fact, object], _Given]] = {
    ValueType.MONEY: _money,
    ValueType.COUNT: _count,
    ValueType.MEASURE: _measure,
    ValueType.RATE: _rate,
    ValueType.DATE: _date,
    ValueType.FLAG: _flag,
    ValueType.CHOICE: _choice,
}


def _give(fact: Fact, value: object) -> _Given:
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        remedy = "write a Decimal or text: a float is not exact"
        raise _refusal(fact, value, remedy)
    return _GIVE[fact.type](fact, value)


def write_fact(fact: Fact, value: object) -> bytes:
    """Write a fact as the library reads it; nothing for None: not given."""
    if value is None:
        return b""
    if isinstance(value, Absent):
        return _record.integers(fact._index, _ABSENT)
    given = _give(fact, value)
    if isinstance(given, int) and given in _INT64:
        return _record.integers(fact._index, number(fact.type), given)
    head = _record.integers(fact._index, _TEXT)
    return head + _record.string(str(given))


def literal(name: str, value: object) -> str:
    """Write what stands in place of a parameter, as a rulebook would."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.date) and not isinstance(
        value, datetime.datetime
    ):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, (int, Fraction)):
        return str(value)
    raise WrongTypeError(
        f'{value!r} cannot stand in place of the parameter "{name}"',
        fact=name,
        remedy="write text as in the rulebook, such as '48.00' or '20%'",
    )


def overrides_record(overrides: Optional[Mapping[str, object]]) -> bytes:
    """Write the overrides: how many, then name and literal of each."""
    pairs = dict(overrides or {})
    record = _record.integers(len(pairs))
    for name, value in pairs.items():
        record += _record.string(name) + _record.string(literal(name, value))
    return record
