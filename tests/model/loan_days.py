# SPDX-License-Identifier: MIT
"""loan_days.py - day counts and due days of the loan model.

A period holds its first day and not its last; the last is the first of the
next. Day counts are written from their published definitions.
"""

from calendar import isleap, monthrange
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple, Optional

DAY = timedelta(days=1)


def last_of_month(day):
    """Whether a day ends its month."""
    return day.day == monthrange(day.year, day.month)[1]


def last_of_february(day):
    """Whether a day is the 28th or 29th that ends a February."""
    return day.month == 2 and last_of_month(day)


def actual_days(start, end):
    """Days from the first, which counts, to the last, which does not."""
    return (end - start).days


def thirties(start, first, end, last):
    """Days of twelve months of thirty days, the two days given anew."""
    return (360 * (end.year - start.year) + 30 * (end.month - start.month)
            + last - first)


def days_30_bond(start, end, _):
    """30/360 as bonds count: a 31st ends as it is after a shorter start."""
    first = min(start.day, 30)
    last = 30 if end.day == 31 and first == 30 else end.day
    return thirties(start, first, end, last)


def days_30_european(start, end, _):
    """30E/360: a 31st is a 30th, always."""
    return thirties(start, min(start.day, 30), end, min(end.day, 30))


def days_30_us(start, end, _):
    """30/360 US: the end of February is a 30th as well."""
    first, last = start.day, end.day
    if last_of_february(start):
        if last_of_february(end):
            last = 30
        first = 30
    if last == 31 and first >= 30:
        last = 30
    return thirties(start, min(first, 30), end, last)


def days_30_isda(start, end, termination):
    """30E/360 ISDA: every month's end is a 30th, but for a last February."""
    first = 30 if last_of_month(start) else start.day
    last = end.day
    if last == 31 or last_of_february(end) and end != termination:
        last = 30
    return thirties(start, min(first, 30), end, last)


def split_years(start, end, shift):
    """Days of common and of leap years; the year is cut at 1 January.

    With a shift of one day it is cut at 31 December instead, which then is
    the first day of the next.
    """
    days = {False: 0, True: 0}
    while start < end:
        year = (start + shift).year
        cut = min(end, date(year + 1, 1, 1) - shift)
        days[isleap(year)] += (cut - start).days
        start = cut
    return Fraction(days[False], 365) + Fraction(days[True], 366)


THIRTIES = {"30_360_bond": days_30_bond,
            "30_360_european": days_30_european,
            "30_360_isda": days_30_isda,
            "30_360_us": days_30_us}
ACTUAL = {"actual_360": 360, "actual_364": 364, "actual_365": 365}
SPLIT = {"actual_actual_isda": timedelta(0), "actual_actual_dec31": DAY}
DAY_COUNTS = list(ACTUAL) + list(SPLIT) + list(THIRTIES)


@lru_cache(maxsize=1 << 16)
def year_fraction(day_count, start, end, termination=None):
    """The years between two days, exact."""
    if day_count in ACTUAL:
        return Fraction(actual_days(start, end), ACTUAL[day_count])
    if day_count in SPLIT:
        return split_years(start, end, SPLIT[day_count])
    return Fraction(THIRTIES[day_count](start, end, termination), 360)


def add_months(day, months, month_end="clamp", on_day=None):
    """A day some months on; the month's end is clamped or rolled over."""
    wanted = on_day or day.day
    month = day.year * 12 + day.month - 1 + months
    year, month = divmod(month, 12)
    month += 1
    most = monthrange(year, month)[1]
    if wanted <= most:
        return date(year, month, wanted)
    if month_end == "clamp":
        return date(year, month, most)
    return date(year, month, most) + DAY


def day_grid(first, due):
    """Bounds at equal steps from the first day, without end.

    Each is (bound, due day, months so far); weeks and days count no months.
    A due day that is included is the last day before its bound.
    """
    every = due["every"]
    before = DAY if due.get("included") else timedelta(0)
    steps = 0
    while True:
        steps += 1
        if "months" in every:
            months = steps * every["months"]
            day = add_months(first, months, due.get("month_end", "clamp"))
        else:
            months = None
            day = first + steps * timedelta(days=every.get("days", 0),
                                            weeks=every.get("weeks", 0))
        yield day, day - before, months


def month_grid(first, due):
    """Bounds by a day of the month, without end, as above.

    With a step the first bound is the first after all but one of its months;
    with months of the year the first after the first day. The bound follows
    a due day that is included.
    """
    shift = DAY if due.get("included") else timedelta(0)
    step = due.get("every", {}).get("months", 1)
    after = add_months(first, step - 1)
    # The month before can roll into that of the first day.
    months, begun = -1, False
    while True:
        # The month that is meant, also where the day rolls into the next.
        month = (first.month - 1 + months) % 12 + 1
        day = add_months(first, months, due.get("month_end", "clamp"),
                         due["day"])
        begun = begun or day + shift > after
        if begun and month in due.get("in_months", (month,)):
            yield day + shift, day, months
        months += step if begun else 1


def first_on_grid(first, due):
    """Whether the first day would be a bound of its own grid.

    If so, how many months it is from its own month: 0, or -1 where it follows
    a due day of the month before; else None. It is one if it lies one step
    before the first bound; among months of the year, if it is one of theirs.
    """
    if "day" not in due:
        return 0 if "months" in due["every"] else None
    shift = DAY if due.get("included") else timedelta(0)
    if "in_months" in due:
        tried = [months for months in (-1, 0)
                 if (first.month - 1 + months) % 12 + 1 in due["in_months"]]
    else:
        tried = [next(month_grid(first, due))[2] - due["every"]["months"]]
    for months in tried:
        if first == shift + add_months(
                first, months, due.get("month_end", "clamp"), due["day"]):
            return months
    return None


def maturity(first, months, due):
    """The last day of a loan; the month's end is as for its due days."""
    return add_months(first, months, (due or {}).get("month_end", "clamp"))


class Period(NamedTuple):
    """From its first day up to the first of the next; months if whole."""

    start: date
    end: date
    due_on: date
    months: Optional[int]


def periods(first, last, due, stops=()):
    """The interest periods of a loan; stops are due days of their own.

    Without due days all is one period, whole if it is whole months.
    """
    if due is None:
        due = {"every": {"months": 1}}
        found = [bound for bound in takewhile(lambda bound: bound[0] <= last,
                                              day_grid(first, due))
                 if bound[0] == (*stops, last)[0]]
    else:
        grid = month_grid if "day" in due else day_grid
        found = list(takewhile(lambda bound: bound[0] <= last,
                               grid(first, due)))
    starts = first_on_grid(first, due)
    at = {bound: months for bound, _, months in found}
    due_on = {bound: day for bound, day, _ in found if bound < last}
    for stop in (*stops, last):
        due_on[stop] = stop
    at[first] = starts
    result, start = [], first
    for end in sorted(due_on):
        whole = None
        if None not in (at.get(start), at.get(end)):
            whole = at[end] - at[start]
        result.append(Period(start, end, due_on[end], whole))
        start = end
    return result
