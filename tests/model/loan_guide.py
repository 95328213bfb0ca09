#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""loan_guide.py - the numbers of doc/loans.md are right.

usage: loan_guide.py [--update] doc/loans.md PROGRAM

Sums are computed; the table below each request is what PROGRAM, which is
examples/loan, prints for it; every amount of the prose stands in a sum or in a
table. Prints TAP; exit status 1 if a test failed.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from fractions import Fraction

from loan_model import half_up
from lpr import LPR, percent
from startup_loan import Request, limit, refusals
from tap import Tap

BLOCK = re.compile(r"```(\w+)\n(.*?)```\n", re.DOTALL)
AMOUNT = re.compile(r"\d[\d,]*\.\d\d(?! ?[\d%])")
RATE = re.compile(r"(\d+\.\d\d) %")


def minor(text):
    """An amount in minor units."""
    return half_up(Fraction(text.replace(",", "")) * 100)


def value(text):
    """What a sum says on its left: exact, percents and all."""
    exact = re.sub(r"(\d+(?:\.\d+)?)(%?)", lambda found:
                   f"(Fraction('{found[1]}')"
                   + ("/100)" if found[2] else ")"), text)
    if re.search(r"[^-+*/() .'\dFraction]", exact):
        raise ValueError(f"no sum: {text}")
    return eval(exact, {"__builtins__": {}, "Fraction": Fraction})


def test_sums(tap, blocks):
    """Every line of every sum."""
    for kind, body in blocks:
        for line in body.splitlines() if kind == "sum" else ():
            left, right = line.rsplit(" = ", 1)
            tap.equal(half_up(value(left) * 100),
                      half_up(Fraction(right) * 100), line)


def run(program, request):
    """The table that the program prints for a request."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        file.write(request)
        file.flush()
        done = subprocess.run([program, "en", file.name],
                              stdout=subprocess.PIPE, encoding="utf-8",
                              check=False)
    return done.stdout


def tables(text, program):
    """Each request with the table below it, and with what is printed."""
    pattern = re.compile(r"```json\n(.*?)```\n\n```text\n(.*?)```\n",
                         re.DOTALL)
    return [(found, run(program, found[1]))
            for found in pattern.finditer(text)]


def updated(text, program):
    """The page with its tables made anew."""
    for found, printed in reversed(tables(text, program)):
        start, end = found.span(2)
        text = text[:start] + printed + text[end:]
    return text


def test_tables(tap, text, program):
    """Every table is what is printed now."""
    for found, printed in tables(text, program):
        tap.equal(found[2], printed, f"the table of {found[1][:60].strip()}")


def test_limits(tap, text):
    """Every row of the table of limits."""
    rows = re.findall(r"^\| ([\d,.]+) \| ([a-z ]+) \| ([\d,.]+) \|$", text,
                      re.MULTILINE)
    for asked, business, granted in rows:
        name = business.replace(" ", "_")
        request = Request(minor(asked), 48, name)
        tap.equal((refusals(request), limit(request)), ([], minor(granted)),
                  f"{asked} asked by a {business}")
    late = Request(minor("100000.00"), 60, "sole_trader")
    tap.ok("term" in refusals(late), "60 months are refused")
    return {amount.replace(",", "") for row in rows
            for amount in (row[0], row[2])}


def test_prose(tap, text, blocks, limits):
    """Every amount of the prose stands where it was computed."""
    computed = {amount.replace(",", "") for _, body in blocks
                for amount in AMOUNT.findall(body)}
    prose = BLOCK.sub("", text)
    known = {rate for _, rate in LPR} | {
        percent(rate) for _, body in blocks
        for rate in re.findall(r"(\d+\.\d\d)%", body)}
    for rate in RATE.findall(prose):
        tap.ok(percent(rate) in known, f"{rate} % is a rate of the documents")
    for amount in AMOUNT.findall(prose):
        tap.ok(amount.replace(",", "") in computed | limits,
               f"{amount} is computed on this page")


def main():
    """Check the page, or write its tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--update", action="store_true")
    parser.add_argument("page")
    parser.add_argument("program")
    arguments = parser.parse_args()
    with open(arguments.page, encoding="utf-8") as file:
        text = file.read()
    if arguments.update:
        with open(arguments.page, "w", encoding="utf-8") as file:
            file.write(updated(text, arguments.program))
        return 0
    tap = Tap()
    blocks = BLOCK.findall(text)
    test_sums(tap, blocks)
    test_tables(tap, text, arguments.program)
    test_prose(tap, text, blocks, test_limits(tap, text))
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
