#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""golden_loans.py - the golden loans are as the model computes them.

usage: golden_loans.py FOLDER

FOLDER is tests/golden. Every request there for the start-up loan is computed
by the model, and held against the rows and sums of its schedule.json. Prints
TAP; exit status 1 if a test failed.
"""

import json
import os
import sys
from datetime import date
from fractions import Fraction

from loan_account import Account, Charges
from loan_days import maturity
from loan_model import Event, Loan, compute, half_up
from loan_subsidy import Subsidy, last_day, subsidise
from lpr import lpr
from startup_loan import MONTHS_MOST, QUARTERS, penalty_rate
from tap import Tap

CHARGES = Charges(penalty_rate, lambda rate: rate)
SUBSIDY = Subsidy(share=Fraction(1), months_at_most=MONTHS_MOST)
MONTHLY = {"every": {"months": 1}}
# How each form falls due, and how it bears interest.
FORMS = {"interest_only": (QUARTERS, "by_days"),
         "bullet": (None, "by_days"),
         "level_payment": (MONTHLY, "by_months"),
         "level_principal": (MONTHLY, "by_months")}
SUMS = ("subsidy_payable", "principal_paid", "interest_paid", "penalty",
        "penalty_paid", "compound", "compound_paid", "unused",
        "overdue_principal", "overdue_interest")


def minor(text):
    """An amount in minor units."""
    return half_up(Fraction(text) * 100)


def event_of(written):
    """What happened, as JSON writes it."""
    rate = written.get("rate")
    return Event(date.fromisoformat(written["on"]), written["do"],
                 minor(written.get("amount", "0")),
                 Fraction(rate.rstrip("%")) / 100 if rate else None,
                 written.get("months", 0))


def loan_of(request, is_repriced):
    """The contract of a request."""
    due, interest = FORMS[request["repayment"]]
    signed = date.fromisoformat(request["signed_on"])
    first = date.fromisoformat(request.get("first_day",
                                           request["signed_on"]))
    term = request.get("term")
    last = (maturity(first, term, due) if term
            else date.fromisoformat(request["last_day"]))
    loan = Loan(minor(request["principal"]), first, last,
                request["repayment"], lpr, due, interest,
                reprice="anniversary" if is_repriced else "never",
                grace=request.get("grace", 0), term=term, signed=signed,
                events=[event_of(one) for one in request.get("events", ())])
    cut = last_day(SUBSIDY, loan)
    loan.cuts = [cut] if cut < last else []
    return loan


def account_of(request, run):
    """What became of the rows."""
    loan, rows = run.loan, run.rows
    as_of = max([row.due_on for row in rows]
                + [event.day for event in loan.events])
    if "as_of" in request:
        as_of = date.fromisoformat(request["as_of"])
    return Account(run, CHARGES,
                   request.get("allocation", "charges_first"),
                   request.get("payments", "as_due") == "as_due",
                   as_of).run()


def expected(request, is_repriced):
    """What the model says: rows, and sums."""
    loan = loan_of(request, is_repriced)
    run = compute(loan)
    rows = run.rows
    parts = subsidise(SUBSIDY, loan, rows)
    return ([(str(row.start), str(row.end), str(row.due_on), row.opening,
              row.prepaid, row.interest, row.principal, row.balance, part)
             for row, part in zip(rows, parts)],
            account_of(request, run).sums(parts))


def found(answer):
    """The same of a schedule.json."""
    return ([(row["from"], row["until"], row["due"], minor(row["opening"]),
              minor(row.get("prepaid", "0")), minor(row["interest"]),
              minor(row["principal"]), minor(row["balance"]),
              minor(row["subsidised_interest"])) for row in answer["rows"]],
            {name: minor(answer[name]) for name in SUMS})


def read(*path):
    """A file of JSON."""
    with open(os.path.join(*path), encoding="utf-8") as file:
        return json.load(file)


def main():
    """Every golden loan."""
    tap = Tap()
    folder = sys.argv[1]
    for name in sorted(os.listdir(folder)):
        if not name.startswith("startup_loan.") or not os.path.exists(
                os.path.join(folder, name, "loan")):
            continue
        is_repriced = os.path.exists(os.path.join(folder, name, "overrides"))
        rows, sums = expected(read(folder, name, "request.json"), is_repriced)
        answer = found(read(folder, name, "schedule.json"))
        tap.equal(answer[0], rows, f"{name}: the rows")
        tap.equal(answer[1], sums, f"{name}: what was paid")
    tap.ok(tap.count > 20, "there are golden loans")
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
