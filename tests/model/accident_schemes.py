# SPDX-License-Identifier: MIT
"""accident_schemes.py - what A7 and A8 pay and cost.

A7 is the accident cover of workers, A8 that of their children.
"""

from datetime import date
from fractions import Fraction

from answers import paid, pay_deadline, refused, unmet
from facts import ABSENT
from free_schemes import grade_share, worst_grade
from illness_schemes import age_reasons, cover_reasons
from reckoning import ZERO, beyond, dated, years_between

RAISED_FROM = date(2018, 1, 1)
ACCIDENT_FROM = date(2011, 1, 1)
# Base by tier and money for a day in hospital (ASM-24).
BASES = [(ACCIDENT_FROM, (15000, 30000, 45000, 60000)),
         (RAISED_FROM, (20000, 40000, 60000, 80000))]
DAILY = [(ACCIDENT_FROM, (50, 80, 110, 160)),
         (RAISED_FROM, (60, 80, 110, 160))]
FEES = {"ordinary": (26, 50, 74, 100), "high_risk": (32, 62, 93, 124)}
MOST_DAYS = 180                                      # P20, ASM-27
SMALL_STAFF = 30                                     # P20

CHILD_FROM = date(2007, 3, 1)
CHILD_RAISED_FROM = date(2017, 1, 1)
CHILD_BASE = Fraction(20000)                         # ASM-26
CHILD_DAILY = Fraction(80)
CHILD_MOST_UNITS = 4
CHILD_FEE = Fraction(50)
CHILD_UNDER = 18


def bodily(case, base):
    """Death or disability, never both, less what was paid before (A13)."""
    share = ZERO
    if case["died_on"] is not ABSENT:
        share = Fraction(1)
    elif worst_grade(case) is not None:
        share = grade_share(worst_grade(case))
    return beyond(base * share, Fraction(case["injury_paid_so_far"]))


def nothing_claimed(case):
    """No death, no degree, no day in hospital: no benefit applies."""
    hurt = case["died_on"] is not ABSENT or worst_grade(case) is not None
    return [] if hurt or case["hospital_days"] else ["nothing_applies"]


def counted_days(case):
    """Hospital days that the 180 of the period still allow."""
    so_far = case["accident_days_so_far"]
    return (min(so_far + case["hospital_days"], MOST_DAYS)
            - min(so_far, MOST_DAYS))


def accident_cover(case, parameters):
    """A7: a share of the tier's base, and an amount a day in hospital."""
    reasons = cover_reasons(case, "happened_on") + nothing_claimed(case)
    start = case["cover_from"]
    tier = int(case["accident_tier"]) - 1
    if case["accident_product"] != "standard" or start < ACCIDENT_FROM:
        reasons.append("no_rule")
    if case["accident_cause"] != "accident":
        reasons.append("cause")
    if case["retired"]:
        reasons.append("retired")
    if reasons:
        return refused(reasons)
    base = Fraction(dated(BASES, start)[tier])
    daily = Fraction(dated(DAILY, start)[tier])
    return paid({"bodily": bodily(case, base),
                 "hospital": daily * counted_days(case)},
                pay_deadline(case))


def staff_reasons(case):
    """P20: half of the staff must join; all if they are fewer than 30."""
    staff, joining = case["staff"], case["joining_staff"]
    needed = staff if staff < SMALL_STAFF else Fraction(staff, 2)
    return [] if joining >= needed else ["participation"]


def accident_cover_contribution(case, parameters):
    """A7: a fee by tier and risk of the work."""
    reasons = unmet(case, "on_the_job") + age_reasons(case)
    reasons += staff_reasons(case)
    if case["accident_product"] != "standard":
        reasons.append("no_rule")
    if case["cover_from"] < ACCIDENT_FROM:
        reasons.append("no_rule")
    tier = int(case["accident_tier"]) - 1
    fee = Fraction(FEES[case["risk_class"]][tier])
    return refused(reasons) if reasons else paid({"fee": fee})


def child_accident(case, parameters):
    """A8: for each unit a share of the base, and an amount a day."""
    start = case["cover_from"]
    reasons = cover_reasons(case, "happened_on") + nothing_claimed(case)
    if start < CHILD_RAISED_FROM:
        reasons.append("no_rule")                    # ASM-43
    if case["units"] > CHILD_MOST_UNITS:
        reasons.append("units")
    if case["accident_cause"] != "accident":
        reasons.append("cause")
    if years_between(case["child_born_on"],
                     case["happened_on"]) >= CHILD_UNDER:
        reasons.append("child_age")
    if reasons:
        return refused(reasons)
    units = case["units"]
    return paid({"bodily": bodily(case, CHILD_BASE * units),
                 "hospital": CHILD_DAILY * units * counted_days(case)},
                pay_deadline(case))


def child_accident_contribution(case, parameters):
    """A8: 50 a unit, at most four, for a worker's child under 18."""
    reasons = unmet(case, "on_the_job")
    if years_between(case["child_born_on"],
                     case["cover_from"]) >= CHILD_UNDER:
        reasons.append("child_age")
    if case["units"] > CHILD_MOST_UNITS:
        reasons.append("units")
    if case["cover_from"] < CHILD_FROM:
        reasons.append("not_in_force")
    return (refused(reasons) if reasons
            else paid({"fee": CHILD_FEE * case["units"]}))
