#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""differential.py - compare the library with the model on random cases.

usage: differential.py [--cases N] [--seed S] [--part NAME] [--oracle FILE]
                       [--self] [-p name=literal ...]

The oracle is tests/model/oracle.c, built. With --self the model itself
answers, which tries this program and not the library. -p replaces a
parameter for both sides. Prints TAP; exit status 1 if a test failed. A million
cases: --cases 1300000, some minutes.
"""

import argparse
import os
import sys
import time
from datetime import date

import beijing_model
from facts import HERE, read_part_names
from oracle_client import Oracle
from properties import (Run, agrees, attains_ends, choices_matter,
                        everything_matters, holds, refuses_broken)
from random_cases import GENERATORS
from splitting import SPLITS, splits_fairly
from tap import Tap

# Of a hundred cases so many begin a check of each property; those of the
# later ones decide many completions each.
SHARES = [
    ("agrees with the model on complete cases", agrees, 60),
    ("answers a broken case with an error", refuses_broken, 5),
    ("pays the same in total when a cost is split over claims",
     splits_fairly, 4),
    ("gives an interval that holds every completion", holds, 6),
    ("attains both ends, which differ, when one fact is open",
     attains_ends, 3),
    ("lists as missing only flags and choices that matter",
     choices_matter, 1),
    ("lists as missing only facts that matter", everything_matters, 1),
]


def read_arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=100000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--part", choices=sorted(GENERATORS))
    parser.add_argument("--oracle", default=os.environ.get(
        "MUTAID_ORACLE", os.path.join(HERE, "oracle")))
    parser.add_argument("--self", action="store_true", dest="by_itself")
    parser.add_argument("-p", action="append", default=[],
                        metavar="name=literal", dest="parameters")
    return parser.parse_args()


def read_parameters(pairs):
    """Parameters for the model; all of them are dates so far."""
    chosen = {}
    for pair in pairs:
        name, literal = pair.split("=", 1)
        if name not in beijing_model.PARAMETERS:
            sys.exit(f"differential.py: the model has no parameter {name}")
        chosen[name] = date.fromisoformat(literal)
    return chosen


def command(arguments):
    """The program that answers."""
    if arguments.by_itself:
        return [sys.executable, os.path.join(HERE, "fake_oracle.py")]
    return [arguments.oracle, *arguments.parameters]


def test_coverage(tap):
    """Nothing in the rulebook goes without a second opinion."""
    tap.equal(sorted(set(read_part_names()) - set(beijing_model.PARTS)), [],
              "every scheme, package and contribution has a model")
    tap.equal(sorted(set(beijing_model.PARTS) ^ set(GENERATORS)), [],
              "every part of the model has random cases")
    tap.equal([fact.name for fact in beijing_model.FACTS.values()
               if fact.type == "money" and fact.most < 10 ** 8], [],
              "every fact of money reaches 100 000 000.00")


def test_property(tap, run, part, share, total):
    """One property of one part: one line of TAP."""
    title, check, percent = share
    count = max(10, int(total * percent / 100))
    started = time.monotonic()
    fault = check(run, part, count)
    tap.ok(fault is None, f"{part} {title}", fault)
    seconds = time.monotonic() - started
    tap.note(f"{count} cases, {seconds:.1f} s")


def main():
    """Run every property of every part."""
    arguments = read_arguments()
    tap = Tap()
    test_coverage(tap)
    oracle = Oracle(command(arguments))
    run = Run(oracle, arguments.seed, read_parameters(arguments.parameters))
    parts = [arguments.part] if arguments.part else list(GENERATORS)
    for part in parts:
        for share in SHARES:
            if share[1] is splits_fairly and part not in SPLITS:
                continue
            test_property(tap, run, part, share, arguments.cases / len(parts))
    tap.ok(oracle.close() == 0, "the oracle ends without an error")
    tap.note(f"seed {arguments.seed}, {oracle.decided} decisions")
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
