#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""loan_differential.py - compare the library's loans with the model's.

usage: loan_differential.py [--loans N] [--seed S] [--only NAME] [--show]
                            [--oracle FILE]

The oracle is tests/model/loan_oracle.c, built. Random terms become a rulebook
of some hundred loans, each is asked for many times. Prints TAP; exit status 1
if a test failed.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from datetime import date
from fractions import Fraction

from loan_account import Account
from loan_model import Event, Impossible, compute, schedule
from loan_subsidy import last_day, subsidise
from random_loans import (random_payments, random_request, random_terms,
                          rulebook, write_event)
from tap import Tap

PRODUCTS = 100
BLOCK = 500
EPOCH = date(1970, 1, 1).toordinal()


class Program:
    """The oracle, running on a rulebook of its own."""

    def __init__(self, command, text):
        handle, self.path = tempfile.mkstemp(suffix=".json")
        with open(handle, "w", encoding="utf-8") as file:
            file.write(text)
        self.process = subprocess.Popen(
            [command, self.path], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, encoding="utf-8", bufsize=1 << 16)

    def ask(self, lines):
        """The answers to a block of lines."""
        self.process.stdin.write("\n".join(lines) + "\n\n")
        self.process.stdin.flush()
        return [self.process.stdout.readline().rstrip("\n") for _ in lines]

    def close(self):
        """Let it end; its exit status."""
        self.process.stdin.close()
        self.process.stdout.close()
        os.unlink(self.path)
        return self.process.wait()


def days(*some):
    """Days as the oracle writes them."""
    return [day.toordinal() - EPOCH for day in some]


def expected_rows(terms, request):
    """The rows of the model, as numbers."""
    loan = request.loan
    cut = last_day(terms.subsidy, loan)
    loan.cuts = [] if cut is None else [cut]
    rows = schedule(loan)
    parts = subsidise(terms.subsidy, loan, rows)
    return [(*days(row.start, row.end, row.due_on), row.rate, row.opening,
             row.prepaid, row.interest, row.principal, row.balance,
             row.interest - part, part, int(row.is_extension))
            for row, part in zip(rows, parts)]


def found_rows(answer):
    """The rows of the library, as the same numbers."""
    rows = []
    for text in answer.split(" |")[1:]:
        words = text.split()
        numbers = [int(word) for word in words[4:11]]
        rows.append((*map(int, words[:3]), Fraction(words[3]), *numbers,
                     int(words[-1])))
    return rows


NAMES = ("from", "until", "due", "rate", "opening", "prepaid", "interest",
         "principal", "balance", "borrower", "subsidised", "extension")


def shown(rows):
    """Rows for people."""
    lines = []
    for row in rows:
        dates = [str(date.fromordinal(day + EPOCH)) for day in row[:3]]
        lines.append(" ".join(dates + [
            f"{name}={value}" for name, value in zip(NAMES[3:], row[3:])]))
    return lines


def difference(terms, name, request, answer):
    """Why the two differ; None if they do not."""
    try:
        expected = expected_rows(terms, request)
    except Impossible:
        expected = None
    if answer.startswith("error"):
        return None if expected is None else [
            f"{name} {json.dumps(request.written)}", answer,
            json.dumps(terms.written, ensure_ascii=False)]
    expected, found = expected or [], found_rows(answer)
    if expected == found:
        return None
    at = next((i for i, (a, b) in enumerate(zip(expected, found)) if a != b),
              min(len(expected), len(found)))
    written = dict(terms.written)
    written["repayment"] = terms.forms[request.loan.repayment]
    return [f"{name} {json.dumps(request.written)}",
            json.dumps(written, ensure_ascii=False),
            f"{len(expected)} rows expected, {len(found)} found; row {at}:",
            *("expected " + row for row in shown(expected[at:at + 1])),
            *("found    " + row for row in shown(found[at:at + 1]))]


def lend(products, kinds):
    """The products of which something may happen to a loan.

    How many rows a shortened loan has left when its rate changes is told by
    no document; such loans are not compared.
    """
    if "prepay_shorter" not in kinds:
        return sorted(products)
    return sorted(name for name, terms in products.items()
                  if terms.written["reprice"] == "never")


def compare(program, products, rng, part, count):
    """Compare so many loans; the faults."""
    make, kinds, differ = PARTS[part]
    faults = []
    names = lend(products, kinds)
    while count > 0:
        block = []
        for _ in range(min(BLOCK, count)):
            name = rng.choice(names)
            block.append((name, make(rng, products[name], kinds)))
        answers = program.ask([f"{name} {json.dumps(request.written)}"
                               for name, request in block])
        for (name, request), answer in zip(block, answers):
            fault = differ(products[name], name, request, answer)
            if fault is not None:
                faults.append(fault)
        count -= len(block)
    return faults


# --- payments ---------------------------------------------------------------

SUMS = ("principal", "instalment", "interest", "borrower", "subsidised",
        "subsidy_payable", "principal_paid", "interest_paid", "penalty",
        "penalty_paid", "compound", "compound_paid", "unused",
        "overdue_principal", "overdue_interest")
PAID = ("interest_paid", "principal_paid", "penalty", "compound",
        "interest_paid_on", "paid_on")


def expected_payments(terms, request):
    """What the model says of payments: sums, and what was paid of rows."""
    loan = request.loan
    cut = last_day(terms.subsidy, loan)
    loan.cuts = [] if cut is None else [cut]
    run = compute(loan)
    rows = run.rows
    account = Account(run, terms.charges, request.order, request.as_due,
                      request.as_of).run()
    paid = [(one.row.interest - one.interest,
             one.row.principal - one.principal, one.penalty_charged,
             one.compound_charged, one.interest_paid_on, one.paid_on)
            for one in account.owed]
    paid += [(0, 0, 0, 0, None, None)] * (len(rows) - len(paid))
    return account.sums(subsidise(terms.subsidy, loan, rows)), paid


def found_payments(answer):
    """What the library says of them."""
    head, *rows = answer.split(" |")
    sums = dict(zip(SUMS, map(int, head.split()[1:16])))
    paid = []
    for row in rows:
        words = row.split()
        days_paid = [None if word == "-" else
                     date.fromordinal(int(word) + EPOCH)
                     for word in words[15:17]]
        paid.append((*map(int, words[11:15]), *days_paid))
    return {name: sums[name] for name in SUMS[5:]}, paid


def payments_differ(terms, name, request, answer):
    """Why the two differ about payments; None if they do not."""
    head = [f"{name} {json.dumps(request.written)}",
            json.dumps(dict(terms.written, repayment=terms.forms[
                request.loan.repayment]), ensure_ascii=False)]
    if answer.startswith("error"):
        return head + [answer]
    expected, found = expected_payments(terms, request), found_payments(answer)
    if expected == found:
        return None
    lines = [f"{key}: expected {value}, found {found[0][key]}"
             for key, value in expected[0].items() if value != found[0][key]]
    for at, (left, right) in enumerate(zip(expected[1], found[1])):
        if left != right:
            lines += [f"row {at} expected {list(map(str, left))}",
                      f"row {at} found    {list(map(str, right))}"]
    return head + lines[:12]


def with_payments(rng, terms, kinds):
    """A request with random payments."""
    while True:
        request = random_request(rng, terms, kinds)
        try:
            return random_payments(rng, request, schedule(request.loan))
        except Impossible:
            continue


# How loans are drawn, what may happen to them, and how they are compared.
PARTS = {
    "plain": (random_request, [], difference),
    "prepaid for lower instalments":
        (random_request, ["prepay_lower"], difference),
    "prepaid for a shorter term":
        (random_request, ["prepay_shorter"], difference),
    "settled": (random_request, ["settle", "prepay_lower"], difference),
    "repriced": (random_request, ["reprice"], difference),
    "extended": (random_request, ["extend"], difference),
    "with everything":
        (random_request, ["prepay_lower", "reprice", "extend", "settle"],
         difference),
    "paid late": (with_payments, [], payments_differ),
    "prepaid and paid late":
        (with_payments, ["prepay_lower", "settle"], payments_differ),
}


# --- what holds for every loan ----------------------------------------------


def column(rows, name):
    """One number of each row."""
    return [row[NAMES.index(name)] for row in rows]


def holds(request, rows):
    """What is wrong with the rows of a loan; None if nothing is."""
    principal = sum(column(rows, "principal")) + sum(column(rows, "prepaid"))
    if principal != request.loan.principal:
        return f"the principal sums to {principal}"
    balance = request.loan.principal
    for row in rows:
        named = dict(zip(NAMES, row))
        if named["borrower"] + named["subsidised"] != named["interest"]:
            return f"the parts of {named['interest']} do not sum to it"
        if min(row[4:11]) < 0:
            return "an amount is below nothing"
        if named["opening"] != balance:
            return f"the balance is {named['opening']} after {balance}"
        balance -= named["prepaid"] + named["principal"]
        if named["balance"] != balance:
            return f"the balance is {named['balance']}, not {balance}"
        if named["rate"] == 0 and not request.loan.events and (
                request.loan.reprice == "never" and named["interest"]):
            return "a rate of nothing costs something"
    return None


def early(rng, request):
    """The same loan with something paid early; None if it is too small."""
    loan, days = request.loan, (request.loan.last - request.loan.first).days
    if loan.principal < 10 ** 6 or days < 3:
        return None
    day = date.fromordinal(loan.first.toordinal()
                           + rng.randint(1, days - 2))
    kind = rng.choice(["prepay_lower", "prepay_shorter", "settle"])
    amount = rng.randint(loan.principal // 100, loan.principal // 20)
    event = Event(day, kind, 0 if kind == "settle" else amount)
    return dict(request.written, events=[write_event(event)])


def costs(answer):
    """The interest of a loan in all."""
    return int(answer.split()[3])


def test_properties(tap, program, products, rng, count):
    """What holds for every loan, whatever a model says."""
    wrong, dearer, compared = [], [], 0
    for _ in range(count):
        name = rng.choice(sorted(products))
        request = random_request(rng, products[name], [])
        line = f"{name} {json.dumps(request.written)}"
        answer = program.ask([line])[0]
        fault = holds(request, found_rows(answer))
        if fault is not None:
            wrong.append(f"{line}: {fault}")
        written = early(rng, request)
        if written is None:
            continue
        paid = program.ask([f"{name} {json.dumps(written)}"])[0]
        if paid.startswith("error"):
            continue
        compared += 1
        if costs(paid) > costs(answer):
            dearer.append(f"{name} {json.dumps(written)}: {costs(paid)} "
                          f"instead of {costs(answer)}")
    tap.ok(not wrong, "principal and interest sum, and no balance rises "
           "without a reason", *wrong[:3])
    tap.ok(not dearer and compared > count // 4,
           "paying early never costs more", f"{compared} compared",
           *dearer[:3])


def read_arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--loans", type=int, default=18000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--only", choices=sorted(PARTS))
    parser.add_argument("--show", type=int, default=1)
    parser.add_argument("--oracle", default=os.environ.get(
        "MUTAID_LOAN_ORACLE", "tests/model/loan_oracle"))
    return parser.parse_args()


def main():
    """Every part."""
    arguments = read_arguments()
    rng = random.Random(arguments.seed)
    tap = Tap()
    products = {f"p{i}": random_terms(rng) for i in range(PRODUCTS)}
    program = Program(arguments.oracle,
                      json.dumps(rulebook(products), ensure_ascii=False))
    parts = [arguments.only] if arguments.only else list(PARTS)
    for part in parts:
        count = arguments.loans // len(parts)
        faults = compare(program, products, rng, part, count)
        lines = [line for fault in sorted(faults, key=lambda f: len(str(f)))
                 [:arguments.show] for line in fault]
        tap.ok(not faults, f"{part}: the library computes as the model does",
               f"{len(faults)} of {count} loans differ", *lines)
    if not arguments.only:
        test_properties(tap, program, products, rng, arguments.loans // 10)
    tap.ok(program.close() == 0, "the oracle ends without an error")
    tap.note(f"seed {arguments.seed}")
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
