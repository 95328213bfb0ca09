# SPDX-License-Identifier: MIT
"""random_packages.py - random cases of the composites A and B.

A claim holds the facts of some of the schemes in the package. Which ones is
never left open: to the package, a fact that is not given says that the claim
does not go to that scheme.
"""

from datetime import date

from beijing_model import FACTS
from draw import Draw
from facts import ABSENT
from random_fees import (accident_cover, critical_illness, joining,
                         womens_illness)
from random_relief import additional_death
from random_stays import FEES, hospital_allowance, inpatient_medical

START_DAYS = [date(2019, 1, 1), date(2020, 2, 29), date(2024, 1, 1)]

# The fact that takes a claim to a scheme, and what else the scheme needs.
CLAIMS_A = {"own_payment": inpatient_medical, "disease": critical_illness,
            "womens_disease": womens_illness,
            "accident_cause": accident_cover, "died_on": additional_death}
CLAIMS_B = dict(CLAIMS_A, admitted_on=hospital_allowance)
del CLAIMS_B["own_payment"]
# Facts that are never left open in a package.
STEERING = ("own_payment", "admitted_on", "disease", "womens_disease",
            "accident_cause", "died_on", "sex")
# What the package itself says about its schemes.
SETTLED = ("units", "accident_product", "allowance_plan")


def pick_claims(draw, claims):
    """The claims of the case that is given, or some of them."""
    given = [name for name in claims
             if draw.given.get(name, ABSENT) is not ABSENT]
    if given:
        return given
    return draw.random.sample(sorted(claims), draw.random.choice([1, 1, 2, 3]))


def claim(draw, claims):
    """A claim that goes to some of the schemes."""
    draw.keep("cover_from", draw.day(START_DAYS))
    draw.choice("sex", ["female", "female", "male"])
    draw.choice("critical_units", [2, 3, 4])
    for name in pick_claims(draw, claims):
        if name in draw.case:
            continue
        part = Draw(draw.random, dict(draw.given, **draw.case), draw.full)
        claims[name](part)
        draw.case.update(part.case)
    for name in SETTLED:
        draw.case.pop(name, None)


def composite_a(draw):
    """A claim on composite A."""
    claim(draw, CLAIMS_A)


def composite_b(draw):
    """A claim on composite B."""
    claim(draw, CLAIMS_B)


def join_package(draw, fees):
    """The facts of every contribution of a composite."""
    joining(draw)
    draw.choice("critical_units", [2, 3, 4])
    draw.choice("sex", ["female", "male"])
    draw.choice("employment", ["regular"] * 5 + ["temporary"])
    draw.flag("healthy_at_work", 0.95)
    draw.choice("accident_tier", FACTS["accident_tier"].codes)
    draw.choice("risk_class", FACTS["risk_class"].codes)
    draw.count("staff", [1, 29, 30, 31, 100], 1, 200)
    staff = draw.case["staff"]
    draw.count("joining_staff", [staff, (staff + 1) // 2], 0, staff)
    for name in fees:
        draw.money(name, FEES)


def composite_a_contribution(draw):
    """Joining composite A."""
    join_package(draw, ("inpatient_medical_fee", "additional_death_fee"))


def composite_b_contribution(draw):
    """Joining composite B."""
    join_package(draw, ("composite_b_allowance_fee", "additional_death_fee"))


GENERATORS = {
    "composite_a": composite_a,
    "composite_a.contribution": composite_a_contribution,
    "composite_b": composite_b,
    "composite_b.contribution": composite_b_contribution,
}
