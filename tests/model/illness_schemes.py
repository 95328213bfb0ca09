# SPDX-License-Identifier: MIT
"""illness_schemes.py - what A4, A5 and A6 pay and cost.

A4 is inpatient medical, A5 critical illness, A6 women's specific diseases.
"""

from datetime import date
from fractions import Fraction

from answers import FEE_MOST, paid, pay_deadline, refused, unmet
from facts import ABSENT
from hospital_schemes import stay_deadlines
from reckoning import (ZERO, add_years, beyond, dated, rise, slices,
                       years_between)

# --- A4: inpatient medical ---

# ASM-16: rates on what one stay leaves above the deductible of ASM-17.
STAY_BANDS = [(Fraction(0), Fraction(50, 100)),
              (Fraction(5000), Fraction(60, 100)),
              (Fraction(10000), Fraction(70, 100)),
              (Fraction(20000), Fraction(80, 100))]
YEARLY_CAP = Fraction(50000)
FIRST_DEDUCTIBLE = Fraction(1300)
LATER_DEDUCTIBLE = Fraction(650)
APP_UP_TO = 8000                                     # P13
# The first published payment is of 2015-2016 (P05); no rule is known before.
INPATIENT_FROM = date(2015, 1, 1)


def app_takes(case):
    """P13: at least 1 300 for the first stay of the year, over 650 for a
    later one, both up to 8 000."""
    own = case["own_payment"]
    if case["stay_number"] == 1:
        return FIRST_DEDUCTIBLE <= own <= APP_UP_TO
    return LATER_DEDUCTIBLE < own <= APP_UP_TO


def inpatient_medical(case, parameters):
    """A4: rising rates on one stay, at most 50 000 a year."""
    deadlines = stay_deadlines(case, app_takes(case))
    first = case["stay_number"] == 1
    deductible = FIRST_DEDUCTIBLE if first else LATER_DEDUCTIBLE
    own = Fraction(case["own_payment"])
    reasons = cover_reasons(case, "admitted_on")
    if case["admitted_on"] < INPATIENT_FROM:
        reasons.append("no_rule")
    if own < deductible:
        reasons.append("below_deductible")
    if case["emergency_observation"] and not case["observation_receipt"]:
        reasons.append("no_observation_receipt")
    claimed = case["claimed_on"]
    if claimed is not ABSENT and claimed > deadlines["claim_by"]:
        reasons.append("late")
    if reasons:
        return refused(reasons, deadlines)
    stay = slices(beyond(own, deductible), STAY_BANDS)
    so_far = Fraction(case["inpatient_medical_so_far"])
    amount = rise(lambda year: min(year, YEARLY_CAP), so_far, stay)
    return paid({"stay": amount}, deadlines)


def inpatient_medical_contribution(case, parameters):
    """A4: nobody published the fee; the caller gives it for each unit."""
    reasons = unmet(case, "on_the_job")
    fee = min(Fraction(case["inpatient_medical_fee"]), FEE_MOST)
    return (refused(reasons) if reasons
            else paid({"fee": fee * case["units"]}))


# --- A5 and A6: units, waiting steps, cover that ends ---

WAITING_END = 30        # ASM-23: day 1 is the first day of cover
PARTIAL_END = 60
ONE_YEAR_FROM = date(2018, 1, 1)
EIGHT_CLASSES_FROM = date(2014, 7, 1)
CRITICAL_PART = Fraction(1000)                       # P22, ASM-18
CRITICAL_FULL = Fraction(10000)
CRITICAL_MOST_UNITS = 4                              # ASM-19
# Fee and most units: a notice of 2016 (P26), none for the first years of
# the one-year edition, a notice of 2024 (P15).
CRITICAL_FEES = [(date(2016, 1, 1), (Fraction(90), 2)),
                 (ONE_YEAR_FROM, None),
                 (date(2024, 1, 1), (Fraction(40), CRITICAL_MOST_UNITS))]
WOMENS_PART = Fraction(500)                          # P16
WOMENS_IN_SITU = Fraction(2000)
WOMENS_FULL = Fraction(15000)
WOMENS_OLD_FULL = Fraction(10000)                    # seed
WOMENS_MOST_UNITS = 2                                # P15, seed
WOMENS_FEES = [(EIGHT_CLASSES_FROM, Fraction(40)),
               (ONE_YEAR_FROM, Fraction(25))]
WOMENS_12 = ("cervical_cancer", "fallopian_tube_cancer", "endometrial_cancer",
             "choriocarcinoma", "breast_cancer", "vulvar_vaginal_cancer",
             "uterine_sarcoma", "ovarian_cancer", "borderline_ovarian",
             "invasive_mole", "other_genital", "trophoblastic")
WOMENS_8 = WOMENS_12[:8]                             # P24
MAY_JOIN = ("regular", "contract", "temporary_over_year")    # P16


def cover_reasons(case, name, years=1):
    """Why a day lies outside the cover period."""
    day, start = case[name], case["cover_from"]
    if day < start:
        return ["before_cover"]
    if day >= add_years(start, years):
        return ["after_cover"]
    return []


def barred(case):
    """Existing, already paid, or cover that a payment has ended."""
    return [name for name in ("existing_illness", "paid_disease",
                              "paid_this_period") if case[name]]


def waiting_step(case):
    """0 nothing yet, 1 a part, 2 the whole; renewal waits for nothing."""
    day = (case["diagnosed_on"] - case["cover_from"]).days + 1
    if case["renewal"] or day > PARTIAL_END:
        return 2
    return 1 if day > WAITING_END else 0


def age_reasons(case):
    """ASM-38: 16 to 60 in completed years on the first day of cover."""
    age = years_between(case["born_on"], case["cover_from"])
    return [] if 16 <= age <= 60 else ["age"]


def critical_illness(case, parameters):
    """A5: an amount for each unit, by days since the cover began."""
    reasons = barred(case) + cover_reasons(case, "diagnosed_on")
    step = waiting_step(case)
    if case["cover_from"] < ONE_YEAR_FROM:
        reasons.append("no_rule")                    # ASM-43
    if case["disease"] == "other":
        reasons.append("disease")
    if case["units"] > CRITICAL_MOST_UNITS:
        reasons.append("units")
    if step == 0:
        reasons.append("waiting")
    if reasons:
        return refused(reasons)
    amount = CRITICAL_PART if step == 1 else CRITICAL_FULL
    return paid({"illness": amount * case["units"]}, pay_deadline(case))


def critical_illness_contribution(case, parameters):
    """A5: a fee a unit; 90 in 2016, 40 in 2024."""
    reasons = unmet(case, "on_the_job") + age_reasons(case)
    fee, most = dated(CRITICAL_FEES, case["cover_from"]) or (ZERO, 0)
    if case["units"] > most:
        reasons.append("units" if most else "no_rule")
    return (refused(reasons) if reasons
            else paid({"fee": fee * case["units"]}))


def womens_amount(case):
    """A6, one-year edition: what one unit pays."""
    if waiting_step(case) == 1:
        return WOMENS_PART
    return WOMENS_IN_SITU if case["in_situ"] else WOMENS_FULL


def womens_illness(case, parameters):
    """A6: an amount for each unit; 8 classes from 2014, 12 from 2018."""
    start = case["cover_from"]
    one_year = start >= ONE_YEAR_FROM
    reasons = barred(case) + cover_reasons(case, "diagnosed_on",
                                           1 if one_year else 2)
    if start < EIGHT_CLASSES_FROM:
        reasons.append("no_rule")                    # ASM-43
    if case["units"] > WOMENS_MOST_UNITS:
        reasons.append("units")
    if case["womens_disease"] not in (WOMENS_12 if one_year else WOMENS_8):
        reasons.append("disease")
    if one_year and waiting_step(case) == 0:
        reasons.append("waiting")
    if reasons:
        return refused(reasons)
    amount = womens_amount(case) if one_year else WOMENS_OLD_FULL
    return paid({"disease": amount * case["units"]}, pay_deadline(case))


def womens_illness_contribution(case, parameters):
    """A6: 40 a unit from July 2014, 25 from 2018."""
    reasons = unmet(case, "healthy_at_work") + age_reasons(case)
    if case["sex"] != "female":
        reasons.append("sex")
    if case["employment"] not in MAY_JOIN:
        reasons.append("employment")
    if case["units"] > WOMENS_MOST_UNITS:
        reasons.append("units")
    fee = dated(WOMENS_FEES, case["cover_from"])
    if fee is None:
        reasons.append("no_rule")
    return (refused(reasons) if reasons
            else paid({"fee": (fee or ZERO) * case["units"]}))
