# SPDX-License-Identifier: MIT
"""known.py - differences between rulebook and documents that wait for a mend.

Each stands for one narrow kind of case. There, and only there, a difference
from the model fails no test; differential.py prints it as skipped with its
reason until the rulebook says what the documents say.
"""

from datetime import date
from decimal import Decimal

from facts import ABSENT


def man_with_womens_disease(part, case):
    """A claim on a composite for a woman's disease of a man."""
    return (part in ("composite_a", "composite_b")
            and case["sex"] == "male" and "womens_disease" in case)


def later_stay_at_the_bound(part, case):
    """A later stay whose own payment is exactly the app's lower bound."""
    return (part == "inpatient_medical" and case["stay_number"] > 1
            and case["own_payment"] == Decimal("650.00"))


# What holds of the case, the part, an example, what the documents say.
KNOWN = [
    (man_with_womens_disease, "composite_a",
     {"cover_from": date(2020, 3, 1), "sex": "male", "critical_units": 4,
      "diagnosed_on": date(2021, 2, 4), "renewal": False,
      "womens_disease": "cervical_cancer", "in_situ": False},
     "a composite covers women's diseases of women only (P16)"),
    (later_stay_at_the_bound, "inpatient_medical",
     {"admitted_on": date(2021, 3, 1), "discharged_on": date(2021, 3, 11),
      "cover_from": date(2021, 1, 1), "stay_number": 2,
      "own_payment": Decimal("650.00"), "claimed_on": ABSENT,
      "inpatient_medical_so_far": Decimal("0.00")},
     "the app takes claims of a later stay over 650, not at 650 (P13)"),
]


def is_known(part, case):
    """Whether a difference on this case is known."""
    return any(holds(part, case) for holds, *_ in KNOWN)
