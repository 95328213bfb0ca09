# SPDX-License-Identifier: MIT
"""beijing_model.py - an independent second opinion on Beijing's schemes.

Expected amounts, computed with exact fractions from what the documents say
and not from the rulebook: where the two differ, one of them is wrong, and
the documents decide which.
"""

from datetime import date

from accident_schemes import (accident_cover, accident_cover_contribution,
                              child_accident, child_accident_contribution)
from answers import Case, Open, undetermined
from facts import read_facts, with_defaults
from free_schemes import medical_aid, non_work_accident
from hospital_schemes import (hospital_allowance,
                              hospital_allowance_contribution)
from illness_schemes import (critical_illness, critical_illness_contribution,
                             inpatient_medical, womens_illness,
                             womens_illness_contribution)
from relief_schemes import (additional_death, covid_condolence,
                            medical_special_help)

PARTS = {
    "medical_aid": medical_aid,
    "non_work_accident": non_work_accident,
    "hospital_allowance": hospital_allowance,
    "hospital_allowance.contribution": hospital_allowance_contribution,
    "inpatient_medical": inpatient_medical,
    "critical_illness": critical_illness,
    "critical_illness.contribution": critical_illness_contribution,
    "womens_illness": womens_illness,
    "womens_illness.contribution": womens_illness_contribution,
    "accident_cover": accident_cover,
    "accident_cover.contribution": accident_cover_contribution,
    "child_accident": child_accident,
    "child_accident.contribution": child_accident_contribution,
    "additional_death": additional_death,
    "covid_condolence": covid_condolence,
    "medical_special_help": medical_special_help,
}

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
