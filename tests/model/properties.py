# SPDX-License-Identifier: MIT
"""properties.py - what must hold between the library and any case.

Each property is a function of a run, a part and a number of cases. It
answers None, or the first counterexample as text.
"""

import json

from beijing_model import FACTS, decide
from completions import candidates, complete
from draw import new_random
from facts import write_case
from oracle_client import BLOCK
from random_cases import (broken_case, complete_case, leave_out,
                          may_be_open, open_case)

DETERMINED = ("eligible", "refused")
COMPLETIONS = 3       # of each open case
EFFORTS = (20, 200, 2000)    # completions tried, to see a fact matter


class Run:
    """An oracle and what the cases depend on."""

    def __init__(self, oracle, seed, parameters=None):
        self.oracle = oracle
        self.seed = seed
        self.parameters = parameters

    def random(self, *names):
        """The random numbers of one property of one part."""
        return new_random(self.seed, *names)


def blocks(count, size):
    """Sizes of blocks that make up a count."""
    while count > 0:
        yield min(count, size)
        count -= size


def variants(part, case, name, values):
    """Lines of a case with one more fact, in several values."""
    head = write_case(FACTS, part, case)[:-2]
    comma = ", " if case else ""
    write = FACTS[name].write
    return [f'{head}{comma}"{name}": {json.dumps(write(value))}}}}}'
            for value in values]


def show(part, case, *lines):
    """A counterexample: the case as a line, then what is wrong."""
    return "\n".join([write_case(FACTS, part, case), *lines])


def in_fen(answer):
    """Outcome and amount of the model, as the oracle writes them."""
    amount = None if answer.amount is None else int(answer.amount * 100)
    return answer.outcome, amount


def in_words(deadlines):
    """The last days of the model, as the oracle writes them."""
    return [f"{name}={day}" for name, day in (deadlines or {}).items()]


# --- the answer equals the model's on complete cases ---

def same(answer, reply):
    """Whether outcome, amount and, where money is paid, the last days that
    the model knows are those of the library."""
    if in_fen(answer) != reply[:2]:
        return False
    if answer.outcome != "eligible" or answer.deadlines is None:
        return True
    return set(in_words(answer.deadlines)) == set(reply.deadlines)


def agrees(run, part, count):
    """The library and the model say the same."""
    random = run.random("agrees", part)
    for size in blocks(count, BLOCK):
        cases = [complete_case(random, part) for _ in range(size)]
        run.oracle.send([write_case(FACTS, part, case) for case in cases])
        answers = [decide(part, case, run.parameters) for case in cases]
        for case, answer, reply in zip(cases, answers,
                                       run.oracle.receive(size)):
            if not same(answer, reply):
                return show(part, case, f"library: {reply}",
                            f"model:   {answer}")
    return None


# --- a fact that cannot be is an input error ---

def refuses_broken(run, part, count):
    """A broken case is answered with an error that names the fact."""
    random = run.random("broken", part)
    for size in blocks(count, BLOCK):
        broken = [broken_case(random, part) for _ in range(size)]
        lines = [write_case(FACTS, part, case) for case, _ in broken]
        for (case, name), reply in zip(broken, run.oracle.ask(lines)):
            names = {name, FACTS[name].not_before}
            if reply.outcome != "error" or reply.missing[1] not in names:
                return show(part, case, f"cannot be: {name}",
                            f"library: {reply}")
    return None


# --- the interval holds every completion ---

def fault_in(reply, given):
    """What is wrong with an answer in itself, or None."""
    if reply.outcome == "error":
        return "the case is refused"
    if reply.outcome != "undetermined":
        if reply.missing or {reply.least, reply.most} != {reply.amount}:
            return "a determined answer has open ends"
        return None
    if not reply.missing or reply.amount is not None:
        return "an undetermined answer names nothing that is missing"
    if reply.least > reply.most:
        return "least is more than most"
    for name in reply.missing:
        if name in given or FACTS[name].has_default:
            return f"{name} is not open"
    return None


def fits(reply, answer):
    """Whether the answer to a completion fits the answer to an open case."""
    if answer.outcome not in DETERMINED:
        return False
    if reply.outcome == "undetermined":
        return reply.least <= answer.amount <= reply.most
    return reply[:2] == answer[:2]


def open_names(case, reply, names):
    """Every fact that a completion has to fill."""
    listed = reply.missing if reply.outcome == "undetermined" else ()
    return [name for name in dict.fromkeys([*names, *listed])
            if name not in case]


def holds(run, part, count):
    """Whatever the open facts turn out to be, the answer was no lie."""
    random = run.random("holds", part)
    for size in blocks(count, BLOCK // COMPLETIONS):
        cases = [open_case(random, part) for _ in range(size)]
        replies = run.oracle.ask(
            [write_case(FACTS, part, case) for case, _ in cases])
        filled = []
        for (case, names), reply in zip(cases, replies):
            fault = fault_in(reply, case)
            if fault:
                return show(part, case, fault, f"library: {reply}")
            names = open_names(case, reply, names)
            filled += [(case, reply, complete(random, part, case, names))
                       for _ in range(COMPLETIONS)]
        answers = run.oracle.ask(
            [write_case(FACTS, part, done) for _, _, done in filled])
        for (case, reply, done), answer in zip(filled, answers):
            if not fits(reply, answer):
                return show(part, case, f"library: {reply}",
                            write_case(FACTS, part, done),
                            f"library: {answer}")
    return None


# --- both ends are attained when one fact is open ---

def one_open(random, part):
    """A case with exactly one open fact that the part may need."""
    case = complete_case(random, part, full=True)
    return leave_out(case, [random.choice(may_be_open(part, case))])


def attain(run, part, case, name, reply):
    """Look for completions that give least and most, and for two that
    differ; None, or the fault."""
    seen = set()
    outcomes = set()
    for wide in (False, True):
        values = candidates(name, case, wide)
        answers = run.oracle.ask(variants(part, case, name, values))
        for value, answer in zip(values, answers):
            if not fits(reply, answer):
                return f"{name} = {value} gives {answer}"
        seen.update(answer.amount for answer in answers)
        outcomes.update(answer.outcome for answer in answers)
        is_open = len(seen) > 1 or len(outcomes) > 1
        if is_open and {reply.least, reply.most} <= seen:
            return None
    return f"seen from {min(seen)} to {max(seen)}, {sorted(outcomes)}"


def attains_ends(run, part, count):
    """With one open fact, least and most are amounts of completions."""
    random = run.random("ends", part)
    for _ in range(count):
        case, (name,) = one_open(random, part)
        reply, = run.oracle.ask([write_case(FACTS, part, case)])
        fault = fault_in(reply, case)
        if fault is None and reply.outcome == "undetermined":
            fault = attain(run, part, case, name, reply)
        if fault:
            return show(part, case, f"open: {name}", f"library: {reply}",
                        fault)
    return None


# --- each fact listed as missing matters ---

def some(random, values, most):
    """Both ends of a list of values and some from between."""
    if len(values) <= most:
        return values
    return [values[0], values[-1], *random.sample(values[1:-1], most - 2)]


def bases(run, random, part, case, names, count):
    """Completions, those that pay something first."""
    done = [complete(random, part, case, names) for _ in range(count)]
    replies = run.oracle.ask([write_case(FACTS, part, one) for one in done])
    ranked = sorted(range(count), key=lambda index: -replies[index].most)
    return [done[index] for index in ranked]


def matters(run, random, part, done, name):
    """Whether two values of one fact lead to two answers."""
    case = {fact: value for fact, value in done.items() if fact != name}
    values = some(random, candidates(name, case), 24)
    answers = run.oracle.ask(variants(part, case, name, values))
    return len({answer[:2] for answer in answers
                if answer.outcome in DETERMINED}) > 1


def unseen(run, random, part, case, names, missing):
    """The missing facts that no completion shows to matter."""
    for count in EFFORTS if missing else ():
        tried = bases(run, random, part, case, names, count)
        missing = [name for name in missing
                   if not any(matters(run, random, part, done, name)
                              for done in tried)]
        if not missing:
            break
    return missing


def check_listed(run, random, part, case, names):
    """Each missing fact of an open case has two values that differ in what
    they lead to; None, or the counterexample."""
    reply, = run.oracle.ask([write_case(FACTS, part, case)])
    names = open_names(case, reply, names)
    listed = reply.missing if reply.outcome == "undetermined" else ()
    left = unseen(run, random, part, case, names, list(listed))
    if left:
        return show(part, case, f"library: {reply}",
                    f"not seen to matter: {left}")
    return None


def choices_matter(run, part, count):
    """With flags and choices open, those that are listed matter."""
    random = run.random("choices", part)
    for _ in range(count):
        case = complete_case(random, part, full=True)
        names = [name for name in may_be_open(part, case)
                 if FACTS[name].type in ("flag", "choice")]
        names = random.sample(names, min(len(names), random.randint(1, 4)))
        fault = check_listed(run, random, part, *leave_out(case, names))
        if fault:
            return fault
    return None


def everything_matters(run, part, count):
    """With any facts open, those that are listed matter."""
    random = run.random("missing", part)
    for _ in range(count):
        fault = check_listed(run, random, part, *open_case(random, part))
        if fault:
            return fault
    return None
