# SPDX-License-Identifier: MIT
"""relief_schemes.py - what A9's additional death, A10 and A12 pay.

Amounts that people decide are facts; the documents only bound them.
"""

from datetime import date
from fractions import Fraction

from answers import FEE_MOST, paid, pay_deadline, refused, unmet
from illness_schemes import cover_reasons
from reckoning import ZERO, beyond

COMPOSITE_FROM = date(2019, 1, 1)
ADDITIONAL_DEATH = Fraction(10000)                   # ASM-29

EPIDEMIC_FROM = date(2020, 1, 1)
EPIDEMIC_MOST = {
    "infected": Fraction(40000), "severe": Fraction(50000),
    "serious_illness": Fraction(50000), "died_infected": Fraction(100000),
    "died_on_duty": Fraction(100000), "mutual_worker": Fraction(50000),
    "mutual_family": Fraction(50000),
}

DAXING_FROM = date(2014, 1, 1)
DAXING_ILLNESS_MOST = Fraction(50000)
DAXING_EVENT = (Fraction(5000), Fraction(10000))

HELP_FROM = date(2014, 10, 1)
HELP_UNTIL = date(2015, 9, 30)
HARDSHIP_FLOOR = Fraction(3000)                      # P30
HARDSHIP_MOST = Fraction(85300)                      # the best one paid
ORDINARY_FLOOR = Fraction(50000)
ORDINARY_RATE = Fraction(64, 1000)


def additional_death(case, parameters):
    """A9: one lump for a death in the cover period."""
    reasons = cover_reasons(case, "died_on")
    if case["cover_from"] < COMPOSITE_FROM:
        reasons.append("not_in_force")
    return (refused(reasons) if reasons
            else paid({"death": ADDITIONAL_DEATH}, pay_deadline(case)))


def additional_death_contribution(case, parameters):
    """A9: nobody published the fee; the caller gives it."""
    if case["cover_from"] < COMPOSITE_FROM:
        return refused(["not_in_force"])
    return paid({"fee": min(Fraction(case["additional_death_fee"]),
                            FEE_MOST)})


def covid_condolence(case, parameters):
    """A10, ASM-30 and ASM-41: a decided amount under a ladder of bounds."""
    if case["happened_on"] < EPIDEMIC_FROM:
        return refused(["not_in_force"])
    kind = case["covid_claim"]
    reasons = unmet(case, "front_line")
    if kind.startswith("mutual"):
        reasons += unmet(case, "covid_insured")
    if reasons:
        return refused(reasons)
    most = EPIDEMIC_MOST[kind]
    if not kind.startswith("died"):
        most = min(most, Fraction(case["decided_amount"]))
    amount = beyond(most, Fraction(case["covid_paid_so_far"]))
    return paid({kind: amount}, pay_deadline(case))


def daxing_relief(case, parameters):
    """A12: a decided amount; illness for the member only, at most 50 000, a
    sudden event 5 000 to 10 000, also for the family, once the board grants
    something at all (ASM-65)."""
    if case["applied_on"] < DAXING_FROM:
        return refused(["not_in_force"])
    reasons = unmet(case, "daxing_member", "other_help_used")
    decided = Fraction(case["decided_amount"])
    least, most = DAXING_EVENT
    if case["relief_kind"] == "illness":
        least, most = ZERO, DAXING_ILLNESS_MOST
        reasons += unmet(case, "daxing_disease")
        if case["relief_person"] != "self":
            reasons.append("family")
    elif not decided:
        reasons.append("not_granted")
    if reasons:
        return refused(reasons)
    return paid({"relief": min(max(decided, least), most)})


def medical_special_help(case, parameters):
    """A12, P30: a share of own cost left, for one year of costs."""
    if not HELP_FROM <= case["costs_on"] <= HELP_UNTIL:
        return refused(["not_in_force"])
    reasons = unmet(case, "card_held")
    left = Fraction(case["own_cost_left"])
    hardship = case["worker_status"] == "special_hardship"
    if left < (HARDSHIP_FLOOR if hardship else ORDINARY_FLOOR):
        reasons.append("own_cost")
    if reasons:
        return refused(reasons)
    if hardship:
        share = left * case["special_help_rate"]
        return paid({"help": min(share, HARDSHIP_MOST)})
    return paid({"help": left * ORDINARY_RATE})
