# SPDX-License-Identifier: MIT
"""literals - no constant of a rulebook goes unwatched.

usage: literals.py reread rulebook.json equivalents [--sample N] [--seed S]

Changes one literal after another by the least, and asks that reading then
fails, by an example or by a proof. Changes that change nothing are listed in
`equivalents`, a line each: a path, a tab, and why nothing changes. A path that
ends in `*` speaks for all that begin so. A reason that begins with "gap:" is
none: it says what example is still to be written. Prints what nobody noticed
and is not listed, and what is listed but noticed.
"""
import argparse
import pathlib
import random
import subprocess
import sys

import changes
import places


def reread(program, rulebook, chosen):
    """For each change: None if it was accepted, or what refused it."""
    text = rulebook.read_text(encoding="utf-8")
    lines = ["0 0 \n"]
    for change in chosen:
        start = len(text[:change.start].encode())
        length = len(text[change.start:change.end].encode())
        lines.append(f"{start} {length} {change.text}\n")
    done = subprocess.run([program, str(rulebook)], input="".join(lines),
                          stdout=subprocess.PIPE, check=True,
                          encoding="utf-8")
    answers = done.stdout.splitlines()
    assert len(answers) == 1 + len(chosen)
    if answers[0] != "accepted":
        sys.exit(f"{rulebook} is not sound as it is: {answers[0]}")
    return [None if a == "accepted" else a for a in answers[1:]]


def listed(path):
    """The changes that change nothing: reasons by path."""
    reasons = {}
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, why = line.partition("\t")
            assert why, f"{path}: no reason given for {name}"
            reasons[name] = why
    return reasons


def reason_for(path, reasons):
    for name in reasons:
        if name == path or (name.endswith("*") and path.startswith(name[:-1])):
            return name
    return None


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("reread")
    parser.add_argument("rulebook", type=pathlib.Path)
    parser.add_argument("equivalents")
    parser.add_argument("--sample", type=int)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def main():
    given = arguments()
    text = given.rulebook.read_text(encoding="utf-8")
    chosen = changes.of(places.read(text))
    total = len(chosen)
    if given.sample and given.sample < total:
        chosen = random.Random(given.seed).sample(chosen, given.sample)
    reasons = listed(given.equivalents)
    wrong = gaps = 0
    for change, answer in zip(chosen, reread(given.reread, given.rulebook,
                                             chosen)):
        reason = reason_for(change.path, reasons)
        if answer is None and reason is None:
            wrong += 1
            print(f"# unwatched: {change}")
        elif answer is None:
            gaps += reasons[reason].startswith("gap:")
        elif answer is not None and reason == change.path:
            wrong += 1
            print(f"# listed as equivalent, but noticed: {change}: {answer}")
    print(f"# {given.rulebook.name}: {len(chosen)} of {total} literals "
          f"changed, {wrong} in question, {gaps} known gaps")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
