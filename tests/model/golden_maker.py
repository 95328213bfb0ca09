#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""golden_maker.py - write the cases of golden_cases.py as files.

usage: golden_maker.py [--check] [FOLDER]

Writes FOLDER/<part>.<name>/case.json for each case, by default into
tests/golden, and beside it the parameters that are replaced, if any. With
--check it writes nothing and tests that every file is as it would be
written. A case on which the model does not answer as noted beside it is
never written. The expected texts beside the cases come from the library and
from the eyes of whoever looks them over.
"""

import argparse
import json
import os
import sys

from beijing_model import FACTS, decide
from facts import HERE
from golden_cases import GOLDEN, OVERRIDDEN
from tap import Tap

FOLDER = os.path.join(HERE, "..", "golden")


def every_case():
    """Part, name, facts, parameters, outcome and amount of each case."""
    for part, cases in GOLDEN.items():
        for name, facts, outcome, amount in cases:
            yield part, name, facts, {}, outcome, amount
    yield from OVERRIDDEN


def in_order(facts):
    """Facts in the order in which the rulebook declares them."""
    return {name: FACTS[name].write(facts[name])
            for name in FACTS if name in facts}


def files_of(part, facts, parameters):
    """The files of a golden case, by name."""
    case = {"part": part, "facts": in_order(facts)}
    files = {"case.json": json.dumps(case, indent=2, ensure_ascii=False)
             + "\n"}
    if parameters:
        files["overrides"] = "".join(
            f"{name}={value}\n" for name, value in sorted(parameters.items()))
    return files


def agreed(part, facts, parameters, outcome, amount):
    """Whether the model answers as noted."""
    answer = decide(part, facts, parameters)
    found = None if answer.amount is None else str(answer.amount)
    return (answer.outcome, found) == (outcome, amount)


def write(path, text):
    """Write a file unless it is already so."""
    if read(path) == text:
        return
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def read(path):
    """The text of a file; None if there is none."""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        return None


def main():
    """Write or check every case."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    parser.add_argument("folder", nargs="?", default=FOLDER)
    arguments = parser.parse_args()
    tap = Tap()
    for part, name, facts, parameters, outcome, amount in every_case():
        folder = f"{part}.{name}"
        good = agreed(part, facts, parameters, outcome, amount)
        tap.ok(good, f"{folder}: the model answers {outcome} {amount}",
               decide(part, facts, parameters))
        for name, text in files_of(part, facts, parameters).items():
            path = os.path.join(arguments.folder, folder, name)
            if arguments.check:
                tap.ok(read(path) == text, f"{folder}/{name} is up to date")
            elif good:
                write(path, text)
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
