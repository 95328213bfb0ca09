# SPDX-License-Identifier: MIT
"""hospital_schemes.py - what A3 pays and costs: the hospital allowance."""

from datetime import date
from fractions import Fraction

from answers import FEE_MOST, paid, pay_deadline, refused, unmet
from facts import ABSENT
from reckoning import ZERO, add_working_days, add_years, dated, years_between

ALLOWANCE_FROM = date(2011, 1, 1)
COMPOSITE_B_FROM = date(2019, 1, 1)
# Days of a stay that are not paid: from day 4 on, later from day 2 on.
UNPAID_DAYS = [(ALLOWANCE_FROM, 3), (date(2015, 7, 1), 1)]
DAILY = {"single": Fraction(40), "composite_b": Fraction(80)}
MOST_DAYS = 180                  # P12; ASM-15 for composite B
WAITING_DAYS = 30                # ASM-13
CLASSES = ("2", "3")             # P12, ASM-40
CLAIM_YEARS = 2                  # P13
# P13, read in about 2020: by app within 30 working days of discharge; for
# the allowance a stay of more than 1 and up to 90 days.
APP_WORKING_DAYS = 30
APP_FROM = date(2020, 1, 1)
APP_MOST_DAYS = 90
FEE = Fraction(60)               # P14, P15
MOST_UNITS = 1                   # P15
AGE_BELOW = {"female": 55, "male": 60}       # P14


def paid_days(case, admitted):
    """What the stay adds to the paid days of the cover period."""
    stay = (case["discharged_on"] - admitted).days
    days = max(0, stay - dated(UNPAID_DAYS, admitted))
    so_far = case["allowance_days_so_far"]
    return min(so_far + days, MOST_DAYS) - min(so_far, MOST_DAYS)


def cover_reasons(case, admitted):
    """Why the day of admission is not covered."""
    start = case["cover_from"]
    if admitted < start:
        return ["before_cover"]
    if admitted >= add_years(start, 1):
        return ["after_cover"]
    newcomer = case["stay_cause"] == "illness" and not case["renewal"]
    if newcomer and (admitted - start).days < WAITING_DAYS:
        return ["waiting"]
    return []


def stay_reasons(case):
    """Why the stay itself is not covered."""
    reasons = unmet(case, "hospital_in_beijing")
    if case["hospital_class"] not in CLASSES:
        reasons.append("hospital_class")
    if case["mental_illness"]:
        reasons.append("mental_illness")
    if case["transferred"] and not case["transfer_slip"]:
        reasons.append("no_transfer_slip")
    return reasons


def stay_deadlines(case, app_takes):
    """Claim within two years of admission, by app sooner; the money comes
    ten days after the papers."""
    deadlines = {"claim_by": add_years(case["admitted_on"], CLAIM_YEARS)}
    discharged = case["discharged_on"]
    if app_takes and discharged >= APP_FROM:
        deadlines["app_claim_by"] = add_working_days(discharged,
                                                     APP_WORKING_DAYS)
    return {**deadlines, **pay_deadline(case)}


def hospital_allowance(case, parameters):
    """A3: an amount for each day beyond the first, 180 days a period."""
    admitted = case["admitted_on"]
    if admitted < ALLOWANCE_FROM:
        return refused(["not_in_force"])
    days = (case["discharged_on"] - admitted).days
    deadlines = stay_deadlines(case, 1 < days <= APP_MOST_DAYS)
    reasons = stay_reasons(case) + cover_reasons(case, admitted)
    plan = case["allowance_plan"]
    if plan == "composite_b" and admitted < COMPOSITE_B_FROM:
        reasons.append("no_rule")
    claimed = case["claimed_on"]
    if claimed is not ABSENT and claimed > deadlines["claim_by"]:
        reasons.append("late")
    if reasons:
        return refused(reasons, deadlines)
    amount = paid_days(case, admitted) * DAILY[plan]
    return paid({"allowance": amount + ZERO}, deadlines)


def hospital_allowance_contribution(case, parameters):
    """A3: 60 a unit and year, for those who join below the age limit; in
    composite B nobody published the fee, so the caller gives it."""
    joined = case["cover_from"]
    if joined < ALLOWANCE_FROM:
        return refused(["not_in_force"])
    reasons = unmet(case, "on_the_job")
    if years_between(case["born_on"], joined) >= AGE_BELOW[case["sex"]]:
        reasons.append("age")
    if case["units"] > MOST_UNITS:
        reasons.append("units")
    if reasons:
        return refused(reasons)
    fee = FEE
    if case["in_composite"]:
        fee = min(Fraction(case["composite_b_allowance_fee"]), FEE_MOST)
    return paid({"fee": fee * case["units"]})
