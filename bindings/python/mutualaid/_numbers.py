# SPDX-License-Identifier: MIT
"""Exact numbers: the library's integers as decimals, fractions and dates.

Nothing here is ever rounded, and nothing depends on the decimal context of
the caller: decimals are built from text.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from fractions import Fraction
from typing import Optional, Tuple, Union

from .words import ValueType

ExactValue = Union[Decimal, Fraction, int, datetime.date, bool, str, None]
"""What a value of the library is in Python."""

EPOCH = datetime.date(1970, 1, 1).toordinal()

NO_DAY = -(2**31)
"""What stands where there is no day."""


def money(minor: int, decimals: int) -> Decimal:
    """Minor units as an amount of the currency: 36000 fen are 360.00."""
    return Decimal(f"{minor}E-{decimals}")


def scaled(amount: Union[Decimal, str], decimals: int) -> Optional[int]:
    """An amount in minor units; None if it is none, or not a whole number."""
    text = amount if isinstance(amount, str) else format(amount, "f")
    found = re.fullmatch(r"(-?\d{1,19})(?:\.(\d*))?", text, re.ASCII)
    if not found:
        return None
    part = (found[2] or "").rstrip("0")
    if len(part) > decimals:
        return None
    return int(found[1] + part.ljust(decimals, "0"))


def date_of(day: int) -> datetime.date:
    """A day number as a date."""
    return datetime.date.fromordinal(day + EPOCH)


def plain(value: Fraction, places: int = 0) -> Union[Decimal, Fraction]:
    """As a decimal with at least so many places, if there is one."""
    rest = value.denominator
    twos = fives = 0
    while rest % 2 == 0:
        rest //= 2
        twos += 1
    while rest % 5 == 0:
        rest //= 5
        fives += 1
    if rest != 1:
        return value
    places = max(places, twos, fives)
    whole = value.numerator * 10**places // value.denominator
    return Decimal(f"{whole}E-{places}")


def typed(
    kind: ValueType, integer: int, decimals: int, codes: Tuple[str, ...]
) -> ExactValue:
    """What an integer of the library stands for, for a fact of this type."""
    if kind in (ValueType.MONEY, ValueType.MEASURE):
        return money(integer, decimals)
    if kind is ValueType.RATE:
        return Fraction(integer, 100 * 10**decimals)
    if kind is ValueType.DATE:
        return date_of(integer)
    if kind is ValueType.FLAG:
        return integer != 0
    if kind is ValueType.CHOICE:
        return codes[integer]
    return integer
