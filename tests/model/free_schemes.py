# SPDX-License-Identifier: MIT
"""free_schemes.py - what A1 and A2 pay: the schemes without a fee.

A1 is the second reimbursement (medical_aid), A2 the non-work accident and
household loss (non_work_accident). The ids are those of the documents' list
of facts (A..), assumptions (ASM-..) and sources (P..).
"""

from datetime import date
from fractions import Fraction

from answers import paid, pay_deadline, refused, unmet
from facts import ABSENT
from reckoning import (ZERO, add_years, beyond, dated, rise, slices,
                       years_between)

# --- A1: the second reimbursement of medical costs ---

MEDICAL_FROM = date(2012, 5, 1)
OUTPATIENT_DEDUCTIBLE = Fraction(1800)       # P01, ASM-05
FIRST_STAY_DEDUCTIBLE = Fraction(1300)       # P01, ASM-05
LATER_STAY_DEDUCTIBLE = Fraction(650)        # P01, ASM-05
RATE = Fraction(20, 100)                     # P01
PRIORITY_RATE = Fraction(25, 100)            # P01, ASM-05
PRIORITY = ("model_worker", "special_hardship")
BELOW_CAP = Fraction(10653)                  # ASM-01
WIDTH = 30000                                # ASM-02
FIRST_BANDS = [(Fraction(WIDTH * step), Fraction(4 + step, 10))
               for step in range(5)]
# Nothing above 150 000 in 2012 (ASM-02), 90 % from there on later (ASM-03).
EARLY_BANDS = FIRST_BANDS + [(Fraction(5 * WIDTH), ZERO)]
LATER_BANDS = FIRST_BANDS + [(Fraction(5 * WIDTH), Fraction(9, 10))]
EARLY_CAPS = (Fraction(90000), Fraction(100653))    # ASM-01, P01
LATER_CAPS = (Fraction(190000), Fraction(200653))   # ASM-01, seed

MEDICAL_MEMBER = ("card_held", "on_the_job", "city_member", "dues_paid",
                  "medical_insured")


def outpatient_excess(case):
    """What this settlement adds above the yearly deductible, and whether
    the year has reached it."""
    so_far = Fraction(case["outpatient_so_far"])
    amount = Fraction(case["outpatient_self_pay"])
    excess = (beyond(so_far + amount, OUTPATIENT_DEDUCTIBLE)
              - beyond(so_far, OUTPATIENT_DEDUCTIBLE))
    return excess, amount > 0 and so_far + amount >= OUTPATIENT_DEDUCTIBLE


def stay_excess(case):
    """What the stay leaves above its deductible, and whether it is reached."""
    amount = Fraction(case["inpatient_self_pay"])
    if amount == 0:
        return ZERO, False
    deductible = LATER_STAY_DEDUCTIBLE
    if case["stay_number"] == 1:
        deductible = FIRST_STAY_DEDUCTIBLE
    return beyond(amount, deductible), amount >= deductible


def below_ceiling(case, excess):
    """The part below the insurance ceiling: a share of the year's excess."""
    rate = PRIORITY_RATE if case["worker_status"] in PRIORITY else RATE
    so_far = Fraction(case["excess_so_far"])
    return rise(lambda year: min(year * rate, BELOW_CAP), so_far, excess)


def above_ceiling(case, bands, cap):
    """The part above the insurance ceiling, in rising slices over a year."""
    so_far = Fraction(case["above_ceiling_so_far"])
    amount = Fraction(case["above_ceiling"])
    return rise(lambda year: min(slices(year, bands), cap), so_far, amount)


def medical_aid(case, parameters):
    """A1: both parts under the yearly cap of the version in force."""
    day = case["costs_on"]
    if day < MEDICAL_FROM:
        return refused(["not_in_force"])
    later = day >= parameters["medical_aid_later_from"]
    bands = LATER_BANDS if later else EARLY_BANDS
    above_cap, total_cap = LATER_CAPS if later else EARLY_CAPS
    outpatient, outpatient_reached = outpatient_excess(case)
    stay, stay_reached = stay_excess(case)
    benefits = {
        "below_ceiling": below_ceiling(case, outpatient + stay),
        "above_ceiling": above_ceiling(case, bands, above_cap),
    }
    reasons = unmet(case, *MEDICAL_MEMBER)
    if not (outpatient_reached or stay_reached or case["above_ceiling"] > 0):
        reasons.append("below_deductible")
    left = beyond(total_cap, Fraction(case["medical_aid_so_far"]))
    return refused(reasons) if reasons else paid(benefits, at_most=left)


def medical_aid_contribution(case, parameters):
    """A1: free."""
    if case["cover_from"] < MEDICAL_FROM:
        return refused(["not_in_force"])
    return paid({"fee": ZERO})


# --- A2: non-work accident and household loss ---

ACCIDENT_FROM = date(2009, 8, 1)
WATER_FROM = date(2015, 7, 1)
CHILDREN_FROM = date(2016, 1, 1)
COVID_FROM = date(2020, 1, 1)
MINOR_FROM = date(2011, 1, 1)                # P08
DEATH = Fraction(20000)
INJURY_MOST = Fraction(5000)
MINOR = {"skin_tear": Fraction(200), "simple_fracture": Fraction(500),
         "compound_fracture": Fraction(1000)}            # ASM-08
LOSS_SHARE = Fraction(10, 100)
OLD_FIRE_CAP = Fraction(3000)
LOSS_CAP = Fraction(10000)
PER_SQUARE_METRE = Fraction(200)             # ASM-09
CHILD_UNDER = 18                             # ASM-38
CLAIM_YEARS = 2                              # ASM-11

GRADES = ("injury_grade", "second_grade", "third_grade", "fourth_grade")
PIPES = ("tap_water", "heating", "waste_water", "solar_heater")
PLACES = ("own_home", "upstairs", "neighbour", "shared")
# The perils of P10, and an old radiator as in the published case of 8 000.
PERILS = ("fire", "explosion", "lightning", "falling_object", "high_pressure",
          "collision", "severe_cold", "heat", "ageing")


def worst_grade(case):
    """A13: the worst grade; if it occurs twice, one grade up, never past 1."""
    grades = [case[name] for name in GRADES if case[name] is not ABSENT]
    if not grades:
        return None
    worst = min(grades)
    if grades.count(worst) > 1 and not case["same_part"]:
        worst = max(1, worst - 1)
    return worst


def grade_share(grade):
    """A13: grade 1 is 100 %, each grade 10 points less."""
    return Fraction(11 - grade, 10)


def scale_amounts(case, day):
    """What the assumed scale (ASM-08) gives for the degree of the injury."""
    found = []
    grade = worst_grade(case)
    if grade is not None:
        found.append(INJURY_MOST * grade_share(grade))
    if case["minor_injury"] is not ABSENT and day >= MINOR_FROM:
        found.append(MINOR[case["minor_injury"]])
    return found


def injury(case, day):
    """The degree's amount less what the accident already paid, or None."""
    found = scale_amounts(case, day)
    if case["decided_injury_amount"] is not ABSENT:
        found = [min(Fraction(case["decided_injury_amount"]), INJURY_MOST)]
    if not found:
        return None
    return beyond(max(found), Fraction(case["injury_paid_so_far"]))


def person_reasons(case, day, event):
    """Why death or injury is not covered."""
    reasons = []
    covered = case["cause"] == "accident" or (
        case["cause"] == "covid_19" and day >= COVID_FROM)
    if not covered:
        reasons.append("cause")
    if event.startswith("child"):
        if day < CHILDREN_FROM:
            reasons.append("children_not_in_force")
        if years_between(case["child_born_on"], day) >= CHILD_UNDER:
            reasons.append("child_age")
    return reasons


def water_reasons(case, day):
    """Why water damage is not covered (P09, P10)."""
    reasons = unmet(case, "damage_certificate", "home_in_beijing",
                    "home_titled")
    if day < WATER_FROM:
        reasons.append("water_not_in_force")
    for name, covered in (("pipe_kind", PIPES), ("pipe_place", PLACES),
                          ("pipe_cause", PERILS)):
        if case[name] not in covered:
            reasons.append(name)
    for name in ("pipe_altered", "building_work", "pressure_test"):
        if case[name]:
            reasons.append(name)
    return reasons


def fire(case, day, parameters):
    """A tenth of the loss in the fire finding, at most the cap of the day."""
    cap = dated([(date.min, OLD_FIRE_CAP),
                 (parameters["fire_cap_raised_on"], LOSS_CAP)], day)
    return min(Fraction(case["fire_loss"]) * LOSS_SHARE, cap)


def what_happened(case, day, parameters):
    """The event's amount (None: no value) and the reasons against it."""
    event = case["event"]
    if event == "fire":
        return fire(case, day, parameters), unmet(case, "fire_finding")
    if event == "water_pipe":
        area = Fraction(case["damaged_area"])
        return (min(area * PER_SQUARE_METRE, LOSS_CAP),
                water_reasons(case, day))
    reasons = person_reasons(case, day, event)
    if event.endswith("death"):
        already = Fraction(case["injury_paid_so_far"])     # ASM-10
        return beyond(DEATH, already), reasons
    return injury(case, day), reasons


def non_work_accident(case, parameters):
    """A2: one event a case, claimed within two years."""
    day = case["happened_on"]
    if day < ACCIDENT_FROM:
        return refused(["not_in_force"])
    deadlines = {"claim_by": add_years(day, CLAIM_YEARS),
                 **pay_deadline(case)}
    reasons = unmet(case, "card_held", "on_the_job", "city_member")
    if case["work_injury"]:
        reasons.append("work_injury")
    amount, against = what_happened(case, day, parameters)
    reasons += against
    if amount is None:
        reasons.append("no_value")
    claimed = case["claimed_on"]
    if claimed is not ABSENT and claimed > deadlines["claim_by"]:
        reasons.append("late")
    if reasons:
        return refused(reasons, deadlines)
    return paid({case["event"]: amount}, deadlines)


def non_work_accident_contribution(case, parameters):
    """A2: free."""
    if case["cover_from"] < ACCIDENT_FROM:
        return refused(["not_in_force"])
    return paid({"fee": ZERO})
