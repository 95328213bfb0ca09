# SPDX-License-Identifier: MIT
"""fake_oracle.py - the model behind the oracle's protocol.

With it the comparing programs can be tried without the library. A case with
open facts is answered by deciding completions, so its ends are those of the
completions tried, widened where more than one fact is open.
"""

import json
import sys

from beijing_model import FACTS, decide
from completions import candidates
from draw import new_random
from properties import in_fen, in_words
from random_cases import complete_case

WIDE_OPEN = 10 ** 12


def read_case(line):
    """Part and facts of a line; ValueError names the fact that is wrong."""
    read = json.loads(line)
    case = {}
    for name, literal in read["facts"].items():
        try:
            value = FACTS[name].read(literal)
            good = FACTS[name].holds(value)
        except (ValueError, TypeError):
            good = False
        if not good:
            raise ValueError(name)
        case[name] = value
    for name, fact in FACTS.items():
        if fact.not_before in case and name in case:
            if case[name] < case[fact.not_before]:
                raise ValueError(name)
    return read["part"], case


def answers_of(part, case, name):
    """Every answer that the candidates of one open fact lead to."""
    found = set()
    for value in candidates(name, case, wide=True):
        found.add(in_fen(decide(part, {**case, name: value})))
    return found


def sample(part, case, count):
    """Some completions of a case."""
    random = new_random(0, part)
    return [complete_case(random, part, case, full=True)
            for _ in range(count)]


def open_facts(part, case):
    """The facts without a default that the case does not give."""
    filled, = sample(part, case, 1)
    return [name for name in filled
            if name not in case and not FACTS[name].has_default]


def matters(part, case, name):
    """Whether an open fact was seen to change an answer."""
    for done in sample(part, case, 12):
        del done[name]
        if len(answers_of(part, done, name)) > 1:
            return True
    return False


def answer(part, case):
    """One line of the protocol."""
    decided = decide(part, case)
    outcome, amount = in_fen(decided)
    if outcome != "undetermined":
        days = ",".join(in_words(decided.deadlines)) or "-"
        return f"{outcome} {amount} {amount} {amount} - {days}"
    names = open_facts(part, case)
    if len(names) > 1:
        found = {in_fen(decide(part, done)) for done in sample(part, case, 40)}
        listed = [name for name in names if matters(part, case, name)]
        if listed or len(found) > 1:
            missing = ",".join(listed or names)
            return f"undetermined - 0 {WIDE_OPEN} {missing} -"
    else:
        found = answers_of(part, case, names[0])
    if len(found) == 1:
        (outcome, amount), = found
        return f"{outcome} {amount} {amount} {amount} - -"
    amounts = [amount for _, amount in found]
    return f"undetermined - {min(amounts)} {max(amounts)} {names[0]} -"


def main():
    """Answer lines until the input ends."""
    for line in sys.stdin:
        if line == "\n":
            sys.stdout.flush()
            continue
        try:
            print(answer(*read_case(line)))
        except ValueError as wrong:
            print(f"error bad_value {wrong}")


if __name__ == "__main__":
    main()
