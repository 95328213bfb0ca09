#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""loan_tables.py - hold the loan model to figures that others computed.

usage: loan_tables.py FOLDER

FOLDER is tests/external. Prints TAP; exit status 1 if a test failed.
"""

import json
import os
import sys
from datetime import date
from fractions import Fraction

from loan_days import year_fraction
from loan_model import Loan, half_up, schedule
from tap import Tap

# What a table calls a day count.
NAMES = {"testThirty360_BondBasis": "30_360_bond",
         "testThirty360_EurobondBasis": "30_360_european",
         "testThirty360_USA": "30_360_us",
         "testThirty360_ISDA": "30_360_isda",
         "ActualActual::ISDA": "actual_actual_isda"}
# Days of a year by the words of the schedules.
YEARS = {"ACTUAL": "actual_actual_dec31", "DAYS_364": "actual_364"}


def read(folder, name):
    """A table of facts."""
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        return json.load(file)


def day(row, name):
    """A day of a row; None if it has none."""
    return date.fromisoformat(row[name]) if row.get(name) else None


def test_day_counts(tap, folder):
    """Every row of the table of day counts."""
    for row in read(folder, "quantlib_daycount.json"):
        start, end = day(row, "start"), day(row, "end")
        found = year_fraction(NAMES[row["test"]], start, end,
                              day(row, "termination"))
        title = f"{NAMES[row['test']]} from {start} to {end}"
        if "days" in row:
            tap.equal(found * 360, row["days"], title)
        else:
            # As many places as were published; zeros at the end are none.
            digits = row["year_fraction"].rstrip("0")
            places = len(digits) - digits.index(".") - 1
            tap.equal(half_up(found * 10 ** places),
                      Fraction(digits) * 10 ** places, title)


def due_of(row):
    """The grid of due days that a schedule follows."""
    if row.get("frequency") == "WEEKS":
        return {"every": {"weeks": row["every"]}}
    return {"every": {"months": row.get("every", 1)}, "month_end": "roll"}


def loan_of(row):
    """The loan of a schedule."""
    rate = Fraction(row["annual_rate_pct"]) / 100
    first, last = row["periods"][0][0], row["periods"][-1][1]
    by_days = row["days_in_month"] == "ACTUAL"
    return Loan(int(Fraction(row["principal"]) * 100),
                date.fromisoformat(first), date.fromisoformat(last),
                "level_payment", lambda _: rate, due_of(row),
                "by_days" if by_days else "by_months",
                YEARS.get(row["days_in_year"], "30_360_bond"),
                residue="spread")


def expected_row(row):
    """What a table says of one instalment, in minor units."""
    return (half_up(Fraction(row["interest"]) * 100),
            half_up(Fraction(row["principal"]) * 100))


def test_schedules(tap, folder):
    """Every schedule."""
    for row in read(folder, "fineract_schedules.json"):
        found = schedule(loan_of(row))
        tap.equal([[str(r.start), str(r.end)] for r in found], row["periods"],
                  f"{row['id']}: the days")
        tap.equal([(r.interest, r.principal) for r in found],
                  [expected_row(r) for r in row["expected"]],
                  f"{row['id']}: interest and principal")


def main():
    """Both tables."""
    tap = Tap()
    test_day_counts(tap, sys.argv[1])
    test_schedules(tap, sys.argv[1])
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
