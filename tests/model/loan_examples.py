#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""loan_examples.py - the worked examples of loans that the documents give.

Prints TAP; exit status 1 if a test failed.
"""

import sys
from datetime import date
from fractions import Fraction

from loan_model import half_up, schedule
from lpr import lpr, percent
from startup_loan import (Request, limit, penalty_rate, refusals,
                          start_up_loan)
from tap import Tap


def fen(yuan):
    """Yuan as text, in minor units."""
    return half_up(Fraction(yuan.replace(" ", "")) * 100)


def rows(loan):
    """Each row: days, interest."""
    return [((row.end - row.start).days, row.interest)
            for row in schedule(loan)]


def quarters(*pairs):
    """Rows as the documents write them."""
    return [(days, fen(yuan)) for days, yuan in pairs]


def test_limits(tap):
    """Which part of a request is lent, and whether at all."""
    for name, asked, business, granted in [
            ("L01", "120000", "sole_trader", "100000"),
            ("L02", "450000", "small_or_micro_firm", "300000"),
            ("L03", "800000", "innovative_firm", "500000")]:
        request = Request(fen(asked), 48, business)
        tap.equal((limit(request), refusals(request)), (fen(granted), []),
                  f"{name}: {asked} asked, {granted} granted")
    tap.equal(refusals(Request(fen("100000"), 60, "sole_trader"))[0], "term",
              "L04: a term of 60 months is refused")


def test_quarters(tap):
    """Interest at the end of each quarter."""
    tap.equal(rows(start_up_loan(fen("100000"), date(2021, 3, 21), 12)),
              quarters((92, "983.89"), (92, "983.89"), (91, "973.19"),
                       (90, "962.50")), "L05: 100,000 over a year at 3.85 %")
    tap.equal(rows(start_up_loan(fen("300000"), date(2018, 3, 21), 12)),
              quarters((92, "3335.00"), (92, "3335.00"), (91, "3298.75"),
                       (90, "3262.50")),
              "L07: 300,000 over a year at the benchmark of 4.35 %")
    one = start_up_loan(fen("220000"), date(2020, 5, 6), 12,
                        repayment="one_row")
    tap.equal(rows(one), quarters((365, "8587.64")),
              "L15: 220,000 over a year in one row")


def test_level_payments(tap):
    """Thirty-six level payments."""
    found = schedule(start_up_loan(fen("300000"), date(2021, 3, 21), 36,
                                   percent("3.85"), "level_payment"))
    pays = [row.interest + row.principal for row in found]
    tap.equal((len(pays), set(pays[:-1]), pays[-1]),
              (36, {fen("8837.19")}, fen("8837.26")),
              "L09: 36 payments of 8,837.19, the last 8,837.26")
    tap.equal((found[0].interest, found[0].principal, found[1].interest,
               found[-1].interest, sum(row.interest for row in found)),
              tuple(map(fen, ("962.50", "7874.69", "937.24", "28.26",
                              "18138.91"))), "L09: interest and principal")


def test_rates(tap):
    """Which rate is in force, and what overdue money bears."""
    for name, day, rate in [("L12", date(2022, 8, 20), "3.70"),
                            ("L12", date(2022, 8, 22), "3.65"),
                            ("L13", date(2020, 4, 19), "4.05"),
                            ("L13", date(2020, 4, 20), "3.85")]:
        tap.equal(lpr(day), percent(rate), f"{name}: {rate} % on {day}")
    overdue = fen("100000") * penalty_rate(percent("3.85")) * 30 / 360
    tap.equal(half_up(overdue), fen("481.25"),
              "L11: 30 days overdue cost 481.25")
    interest = fen("100000") * percent("5.15")
    borrower = fen("100000") * (percent("3.65") - percent("1.50"))
    tap.equal((interest, borrower, interest - borrower),
              (fen("5150"), fen("2150"), fen("3000")),
              "L16: the borrower bears LPR less 150 basis points")


def main():
    """Every example."""
    tap = Tap()
    test_limits(tap)
    test_quarters(tap)
    test_level_payments(tap)
    test_rates(tap)
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
