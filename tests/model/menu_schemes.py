# SPDX-License-Identifier: MIT
"""menu_schemes.py - A12's smaller funds, and the products without amounts.

The documents name persons and dates; what is paid people decide, under a
bound that nobody published and that is assumed here under its id.
"""

from datetime import date
from fractions import Fraction

from answers import paid, refused, unmet

CHANGPING_FROM = date(2024, 1, 1)                    # P31
CHANGPING_FLOOR = Fraction(50000)
CHANGPING_MOST = Fraction(5000)                      # ASM-54, the case paid

WOMENS_DAY_FROM = date(2013, 1, 1)                   # P18
WOMENS_DAY_MOST = Fraction(5000)                     # ASM-52

MENU_FROM = date(2018, 1, 1)                         # seed: results of 2018
DAY_CARE_MOST = Fraction(34400)                      # ASM-55, one unit of A8
SOCIAL_WORKER_MOST = {"accident": Fraction(30800),   # ASM-56: A7's first tier,
                      "critical_illness": Fraction(10000),     # A5's unit,
                      "hospital_stay": Fraction(7200)}         # A3's cap
RECUPERATION_MOST = Fraction(30800)                  # ASM-57
OLYMPIC_MOST = {"non_work": Fraction(20000),         # ASM-58
                "all_day": Fraction(30800)}

TRUCK_FROM = date(2021, 1, 1)                        # seed: projects of 2021
TRUCK_MOST = Fraction(20000)                         # ASM-59
SECOND_RELIEF_MOST = Fraction(50000)                 # ASM-60
DAILY_HELP_MOST = Fraction(50000)                    # ASM-61

JOINING_FROM = date(2011, 1, 1)                      # P25
JOINING_FEE = Fraction(10)


def decided(case, most):
    """What people decided, under a bound (ASM-30)."""
    return paid({"decided": min(Fraction(case["decided_amount"]), most)})


def since(case, name, first):
    """Why a date lies before the first day of a scheme."""
    return [] if case[name] >= first else ["not_in_force"]


def accident_reasons(case):
    """Accidents only."""
    return [] if case["accident_cause"] == "accident" else ["cause"]


def changping_relief(case, parameters):
    """A12, P31: own cost of 50 000 or more in a year."""
    reasons = since(case, "applied_on", CHANGPING_FROM)
    reasons += unmet(case, "changping_member")
    if case["own_cost_left"] < CHANGPING_FLOOR:
        reasons.append("own_cost")
    return refused(reasons) if reasons else decided(case, CHANGPING_MOST)


def womens_day_condolence(case, parameters):
    """A6, P18: the condolence of 8 March, for women workers."""
    reasons = since(case, "applied_on", WOMENS_DAY_FROM)
    if case["sex"] != "female":
        reasons.append("sex")
    return refused(reasons) if reasons else decided(case, WOMENS_DAY_MOST)


def day_care_accident(case, parameters):
    """Workers' children in a day-care class: death or injury by accident."""
    reasons = since(case, "happened_on", MENU_FROM)
    reasons += unmet(case, "day_care_child") + accident_reasons(case)
    return refused(reasons) if reasons else decided(case, DAY_CARE_MOST)


def social_worker_package(case, parameters):
    """Full-time union social workers: accident, illness, allowance."""
    reasons = since(case, "happened_on", MENU_FROM)
    reasons += unmet(case, "union_social_worker")
    most = SOCIAL_WORKER_MOST[case["social_worker_event"]]
    return refused(reasons) if reasons else decided(case, most)


def recuperation_accident(case, parameters):
    """Model workers and workers: an accident during the recuperation."""
    reasons = since(case, "happened_on", MENU_FROM)
    reasons += unmet(case, "recuperation_member") + accident_reasons(case)
    if not case["trip_from"] <= case["happened_on"] <= case["trip_until"]:
        reasons.append("outside_trip")
    return refused(reasons) if reasons else decided(case, RECUPERATION_MOST)


def winter_olympics_cover(case, parameters):
    """Builders: a cover for accidents outside work, and one of 24 hours."""
    reasons = since(case, "happened_on", MENU_FROM)
    reasons += unmet(case, "olympic_builder") + accident_reasons(case)
    kind = case["olympic_cover"]
    if kind == "non_work" and case["work_injury"]:
        reasons.append("work_injury")
    return (refused(reasons) if reasons
            else decided(case, OLYMPIC_MOST[kind]))


def truck_driver_cover(case, parameters):
    """Truck drivers' mutual cover."""
    reasons = since(case, "happened_on", TRUCK_FROM)
    reasons += unmet(case, "truck_driver")
    return refused(reasons) if reasons else decided(case, TRUCK_MOST)


def second_relief(case, parameters):
    """A second relief, on top of an ordinary payment."""
    reasons = since(case, "applied_on", MENU_FROM)
    reasons += unmet(case, "payment_received")
    return refused(reasons) if reasons else decided(case, SECOND_RELIEF_MOST)


def daily_mutual_help(case, parameters):
    """Mutual help for serious illness and special hardship."""
    reasons = since(case, "applied_on", MENU_FROM)
    if case["help_reason"] == "other":
        reasons.append("reason")
    return refused(reasons) if reasons else decided(case, DAILY_HELP_MOST)


def association_membership(case, parameters):
    """A0: joining the association pays nothing by itself."""
    return refused(["nothing_applies"])


def association_membership_contribution(case, parameters):
    """A0, P25: 10 a person, once."""
    reasons = since(case, "applied_on", JOINING_FROM)
    reasons += unmet(case, "first_joining")
    return refused(reasons) if reasons else paid({"fee": JOINING_FEE})
