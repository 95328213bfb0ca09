# SPDX-License-Identifier: MIT
"""packages.py - what A9's two composites pay and cost.

A composite contains schemes; a claim goes to those whose facts it gives.
A is inpatient medical, critical illness (2 to 4 units), women's diseases
(2 units), accident and additional death; B has the hospital allowance in
place of inpatient medical (ASM-28).
"""

from accident_schemes import accident_cover, accident_cover_contribution
from answers import NOTHING, Answer, Case, refused
from facts import ABSENT
from hospital_schemes import (hospital_allowance,
                              hospital_allowance_contribution)
from illness_schemes import (critical_illness, critical_illness_contribution,
                             inpatient_medical,
                             inpatient_medical_contribution, womens_illness,
                             womens_illness_contribution)
from relief_schemes import (COMPOSITE_FROM, additional_death,
                            additional_death_contribution)

WOMENS_UNITS = 2


def is_given(case, name):
    """Whether a fact is given and not absent."""
    return name in case and case[name] is not ABSENT


def claimed_schemes(case, stay):
    """Each scheme that the claim goes to, with the package's own facts."""
    if stay is inpatient_medical and is_given(case, "own_payment"):
        yield stay, {}
    if stay is hospital_allowance and is_given(case, "admitted_on"):
        yield stay, {"allowance_plan": "composite_b"}
    if is_given(case, "disease"):
        yield critical_illness, {"units": case["critical_units"]}
    if is_given(case, "womens_disease") and case["sex"] == "female":
        yield womens_illness, {"units": WOMENS_UNITS}
    if is_given(case, "accident_cause"):
        yield accident_cover, {"accident_product": "standard"}
    if is_given(case, "died_on"):
        yield additional_death, {}


def decide_package(case, schemes, parameters):
    """Eligible if one of the schemes is; the amounts add up. The last days
    are those of the schemes, so none are named here."""
    if case["cover_from"] < COMPOSITE_FROM:
        return refused(["not_in_force"])
    benefits, reasons, total = {}, [], NOTHING
    for scheme, changes in schemes:
        answer = scheme(Case(case, **changes), parameters)
        if answer.outcome == "eligible":
            benefits[scheme.__name__] = answer.amount
            total += answer.amount
        reasons += answer.reasons
    if not benefits:
        return refused(reasons or ["nothing_applies"])
    return Answer("eligible", total, benefits, [], None)


def composite_a(case, parameters):
    """A9, composite A."""
    return decide_package(case, claimed_schemes(case, inpatient_medical),
                          parameters)


def composite_b(case, parameters):
    """A9, composite B."""
    return decide_package(case, claimed_schemes(case, hospital_allowance),
                          parameters)


def contributions(case, stay):
    """Each scheme's contribution, with the package's own facts."""
    if stay is hospital_allowance:
        yield hospital_allowance_contribution, {"in_composite": True,
                                                "units": 1}
    else:
        yield inpatient_medical_contribution, {"units": 1}
    yield critical_illness_contribution, {"units": case["critical_units"]}
    if case["sex"] == "female":
        yield womens_illness_contribution, {"units": WOMENS_UNITS}
    yield accident_cover_contribution, {"accident_product": "standard"}
    yield additional_death_contribution, {}


def composite_a_contribution(case, parameters):
    """A9: what composite A costs."""
    return decide_package(case, contributions(case, inpatient_medical),
                          parameters)


def composite_b_contribution(case, parameters):
    """A9: what composite B costs."""
    return decide_package(case, contributions(case, hospital_allowance),
                          parameters)
