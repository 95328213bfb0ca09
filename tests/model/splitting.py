# SPDX-License-Identifier: MIT
"""splitting.py - several claims pay together what one claim would pay.

The facts that end in `so_far` are carried from claim to claim by what the
documents say they hold, and the money that was paid by what the library
answered.
"""

from datetime import timedelta
from decimal import Decimal

from beijing_model import FACTS
from facts import ABSENT, write_case
from free_schemes import outpatient_excess, stay_excess
from hospital_schemes import UNPAID_DAYS
from properties import BLOCK, blocks, show
from random_cases import complete_case
from reckoning import dated, money

FEN = Decimal("0.01")


class Claims:
    """One cost as a single claim, and the claims that it is split into."""

    def __init__(self, whole, pieces, carry):
        self.whole = whole
        self.pieces = pieces
        self.carry = carry
        self.sent = []
        self.paid = Decimal(0)

    def next(self, part, position):
        """The line of one claim with what was carried so far."""
        claim = self.pieces[position]
        self.sent.append(claim)
        return write_case(FACTS, part, claim)

    def take(self, position, amount):
        """Note what a claim paid and carry it to those that follow."""
        amount = Decimal(amount).scaleb(-2)
        self.paid += amount
        for later in self.pieces[position + 1:]:
            self.carry(self.pieces[position], amount, later)


def cut(random, amount, count):
    """An amount in so many parts of whole fen."""
    fen = int(amount / FEN)
    ends = sorted(random.randint(0, fen) for _ in range(count - 1))
    edges = [0, *ends, fen]
    return [(last - first) * FEN for first, last in zip(edges, edges[1:])]


# --- medical_aid: outpatient costs, a stay, costs above the ceiling ---

def carry_medical(claim, amount, later):
    """What a settlement adds to the facts of the year."""
    excess = outpatient_excess(claim)[0] + stay_excess(claim)[0]
    later["outpatient_so_far"] += claim["outpatient_self_pay"]
    later["excess_so_far"] += money(excess)
    later["above_ceiling_so_far"] += claim["above_ceiling"]
    later["medical_aid_so_far"] += amount


def split_medical(random, part):
    """A settlement in two to four; the stay falls into one of them."""
    whole = complete_case(random, part)
    count = random.randint(2, 4)
    stay = random.randrange(count)
    outpatient = cut(random, whole["outpatient_self_pay"], count)
    above = cut(random, whole["above_ceiling"], count)
    pieces = []
    for position in range(count):
        piece = dict(whole, outpatient_self_pay=outpatient[position],
                     above_ceiling=above[position])
        if position != stay:
            piece["inpatient_self_pay"] = Decimal("0.00")
        pieces.append(piece)
    return Claims(whole, pieces, carry_medical)


# --- non_work_accident: injury, worse injury, death in one accident ---

def carry_accident(_, amount, later):
    """Money for the injury counts against what the accident pays later."""
    later["injury_paid_so_far"] += amount


def split_accident(random, part):
    """An injury, then death or a worse grade, against the last alone."""
    who = random.choice(["member", "child"])
    whole = complete_case(random, part, {"event": who + "_injury"})
    whole.update(second_grade=ABSENT, third_grade=ABSENT, fourth_grade=ABSENT,
                 minor_injury=ABSENT, decided_injury_amount=ABSENT,
                 injury_grade=random.randint(1, 10))
    first = dict(whole)
    if random.random() < 0.5:
        whole["event"] = who + "_death"
    else:
        first["injury_grade"] = random.randint(whole["injury_grade"], 10)
    return Claims(whole, [first, dict(whole)], carry_accident)


# --- hospital_allowance: days of one cover period ---

def carry_days(claim, _, later):
    """The days beyond the unpaid ones count on in the cover period."""
    admitted = claim["admitted_on"]
    days = (claim["discharged_on"] - admitted).days
    later["allowance_days_so_far"] += max(0, days - unpaid(claim))


def unpaid(claim):
    """How many days of a stay are not paid."""
    return dated(UNPAID_DAYS, claim["admitted_on"]) or 0


def split_stay(random, part):
    """Two stays against one that is as long in paid days."""
    whole = complete_case(random, part)
    days = (whole["discharged_on"] - whole["admitted_on"]).days
    first = random.randint(0, days)
    unpaid_days = unpaid(whole)
    if min(first, days - first) == 0 or days < unpaid_days:
        return Claims(whole, [dict(whole)], carry_days)
    # Each piece has its own unpaid days; together they must not lose any.
    paid = days - unpaid_days
    part_paid = random.randint(0, paid)
    pieces = []
    for count in (part_paid, paid - part_paid):
        end = whole["admitted_on"] + timedelta(days=count + unpaid_days)
        pieces.append(dict(whole, discharged_on=end))
    return Claims(whole, pieces, carry_days)


SPLITS = {
    "medical_aid": split_medical,
    "non_work_accident": split_accident,
    "hospital_allowance": split_stay,
}


def decide_claims(run, part, groups):
    """Decide the first claims of all groups, then the second, and so on."""
    for position in range(max(len(one.pieces) for one in groups)):
        going = [one for one in groups if position < len(one.pieces)]
        replies = run.oracle.ask([one.next(part, position) for one in going])
        for one, reply in zip(going, replies):
            if reply.amount is not None:
                one.take(position, reply.amount)


def splits_fairly(run, part, count):
    """Splitting a cost over claims pays the same in total."""
    random = run.random("splits", part)
    for size in blocks(count, BLOCK // 2):
        groups = [SPLITS[part](random, part) for _ in range(size)]
        wholes = run.oracle.ask(
            [write_case(FACTS, part, one.whole) for one in groups])
        decide_claims(run, part, groups)
        for one, reply in zip(groups, wholes):
            if reply.amount != int(one.paid * 100):
                return show(part, one.whole, f"at once: {reply}",
                            f"in claims: {one.paid}",
                            *[write_case(FACTS, part, claim)
                              for claim in one.sent])
    return None
