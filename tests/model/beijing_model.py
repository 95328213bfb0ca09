# SPDX-License-Identifier: MIT
"""beijing_model.py - an independent second opinion on Beijing's schemes.

Expected amounts, computed with exact fractions from what the documents say
and not from the rulebook: where the two differ, one of them is wrong, and
the documents decide which.
"""

from datetime import date

import accident_schemes
import free_schemes
import hospital_schemes
import illness_schemes
import menu_schemes
import packages
import relief_schemes
from answers import Case, Open, undetermined
from facts import read_facts, with_defaults

WITH_CONTRIBUTION = {
    free_schemes: ("medical_aid", "non_work_accident"),
    hospital_schemes: ("hospital_allowance",),
    illness_schemes: ("inpatient_medical", "critical_illness",
                      "womens_illness"),
    accident_schemes: ("accident_cover", "child_accident"),
    relief_schemes: ("additional_death",),
    menu_schemes: ("association_membership",),
    packages: ("composite_a", "composite_b"),
}
WITHOUT = {
    relief_schemes: ("covid_condolence", "daxing_relief",
                     "medical_special_help"),
    menu_schemes: ("changping_relief", "womens_day_condolence",
                   "day_care_accident", "social_worker_package",
                   "recuperation_accident", "winter_olympics_cover",
                   "truck_driver_cover", "second_relief",
                   "daily_mutual_help"),
}


def collect_parts():
    """What can be decided: each part's name and function."""
    parts = {}
    for module, names in WITH_CONTRIBUTION.items():
        for name in names:
            parts[name] = getattr(module, name)
            parts[name + ".contribution"] = getattr(
                module, name + "_contribution")
    for module, names in WITHOUT.items():
        for name in names:
            parts[name] = getattr(module, name)
    return parts


PARTS = collect_parts()

# Readings of the documents on which they contradict each other or are silent.
PARAMETERS = {
    "medical_aid_later_from": date(2015, 1, 1),     # ASM-04
    "fire_cap_raised_on": date(2011, 1, 1),         # ASM-12; or 2010-01-01
}

FACTS = read_facts()


def decide(part, facts, parameters=None):
    """Decide a part; a fact that is not given takes its default, if any.

    Complete cases get outcome and amount. If the model meets a fact that is
    not given it stops there: "undetermined", the fact as the only reason.
    """
    chosen = PARAMETERS
    if parameters:
        chosen = dict(PARAMETERS, **parameters)
    try:
        return PARTS[part](Case(with_defaults(FACTS, facts)), chosen)
    except Open as missing:
        return undetermined(missing.fact)
