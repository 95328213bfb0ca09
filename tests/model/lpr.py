# SPDX-License-Identifier: MIT
"""lpr.py - the one-year loan prime rate, and the benchmark before it."""

from datetime import date
from fractions import Fraction

from reckoning import dated


def percent(text):
    """A rate from its percents."""
    return Fraction(text) / 100


# The days on which the rate changed; the first entry is the benchmark of the
# central bank for loans up to one year.
LPR = [(date.fromisoformat(day), percent(rate)) for day, rate in [
    ("2015-10-24", "4.35"), ("2019-08-20", "4.25"), ("2019-09-20", "4.20"),
    ("2019-11-20", "4.15"), ("2020-02-20", "4.05"), ("2020-04-20", "3.85"),
    ("2021-12-20", "3.80"), ("2022-01-20", "3.70"), ("2022-08-22", "3.65"),
    ("2023-06-20", "3.55"), ("2023-08-21", "3.45"), ("2024-07-22", "3.35"),
    ("2024-10-21", "3.10"), ("2025-05-20", "3.00")]]


def lpr(day):
    """The rate in force on a day."""
    return dated(LPR, day)
