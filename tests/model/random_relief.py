# SPDX-License-Identifier: MIT
"""random_relief.py - random cases of additional death, A10 and A12."""

from datetime import date
from fractions import Fraction

from beijing_model import FACTS
from random_fees import COVER_DAYS, anchor, cover_before
from random_stays import FEES

EPIDEMIC = [0, 4000000, 5000000, 10000000]
COST_LEFT = [0, 300000, 5000000]


def additional_death(draw):
    """A death in the cover period."""
    died = draw.keep("died_on", anchor(draw, COVER_DAYS))
    draw.maybe("accepted_on", [died])
    cover_before(draw, died)


def additional_death_contribution(draw):
    """Joining at a fee that the caller knows."""
    draw.keep("cover_from", draw.day(COVER_DAYS))
    draw.money("additional_death_fee", FEES)


def covid_condolence(draw):
    """A front-line worker and the epidemic."""
    draw.keep("happened_on", draw.day([date(2020, 1, 1)]))
    draw.flag("front_line", 0.95)
    draw.choice("covid_claim", FACTS["covid_claim"].codes)
    draw.flag("covid_insured", 0.9)
    draw.money("decided_amount", EPIDEMIC)
    draw.money("covid_paid_so_far", EPIDEMIC)
    draw.maybe("accepted_on", [draw.case["happened_on"]])


def daxing_relief(draw):
    """An application to the Daxing fund."""
    draw.keep("applied_on", draw.day([date(2014, 1, 1)]))
    draw.flags("daxing_member", "other_help_used", "daxing_disease")
    draw.choice("relief_kind", ["illness", "sudden_event"])
    draw.choice("relief_person", ["self", "self", "family"])
    draw.money("decided_amount", [0, 500000, 1000000, 5000000])


def medical_special_help(draw):
    """Own cost left after insurance and mutual aid."""
    draw.keep("costs_on", draw.near(date(2015, 1, 1), [0],
                                    [-93, -92, 272, 273], (-100, 300)))
    draw.flag("card_held", 0.95)
    draw.choice("worker_status", FACTS["worker_status"].codes)
    draw.money("own_cost_left", COST_LEFT + [42650000])
    percent = draw.random.choice([20, 20, 100, draw.random.randint(20, 100)])
    draw.keep("special_help_rate", Fraction(percent, 100))


GENERATORS = {
    "additional_death": additional_death,
    "additional_death.contribution": additional_death_contribution,
    "covid_condolence": covid_condolence,
    "daxing_relief": daxing_relief,
    "medical_special_help": medical_special_help,
}
