# SPDX-License-Identifier: MIT
"""reckoning.py - exact money, slices, and the calendar of the model.

Amounts are Fractions of a yuan until they are rounded; no float appears.
"""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

ZERO = Fraction(0)


def rounded(amount):
    """Half up to the fen; still a Fraction."""
    fen, rest = divmod(abs(amount.numerator) * 100, amount.denominator)
    if 2 * rest >= amount.denominator:
        fen += 1
    return Fraction(fen if amount >= 0 else -fen, 100)


def money(amount):
    """A rounded amount as Decimal with two places."""
    fen = amount.numerator * 100 // amount.denominator
    return Decimal(fen).scaleb(-2)


def beyond(amount, threshold):
    """What exceeds a threshold."""
    return max(amount - threshold, ZERO)


def rise(function, so_far, amount):
    """What an amount adds to a yearly entitlement, each side rounded."""
    return rounded(function(so_far + amount)) - rounded(function(so_far))


def slices(amount, table):
    """Each slice of an amount at its own rate; table of (from, rate)."""
    total = ZERO
    for position, (start, rate) in enumerate(table):
        if amount <= start:
            break
        end = amount
        if position + 1 < len(table):
            end = min(amount, table[position + 1][0])
        total += (end - start) * rate
    return total


def add_years(day, years):
    """The same day in another year; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 2, 28)


def years_between(start, end):
    """Completed years: the most whole years that fit before `end`."""
    years = end.year - start.year
    return years if add_years(start, years) <= end else years - 1


def add_working_days(day, count):
    """The last of some working days, Monday to Friday, from the next day."""
    weeks, rest = divmod(count, 5)
    day += timedelta(days=7 * weeks)
    while day.weekday() > 4 and rest == 0 and weeks:
        day -= timedelta(days=1)
    while rest:
        day += timedelta(days=1)
        rest -= day.weekday() < 5
    return day


def dated(entries, day):
    """The value in force on a day; None before the first entry."""
    value = None
    for start, entry in entries:
        if day >= start:
            value = entry
    return value
