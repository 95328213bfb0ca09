#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""worked_examples.py - the documents' worked examples and published sums.

usage: worked_examples.py [--oracle FILE]

Each example is decided by the model, with --oracle by the library too.
Prints TAP; exit status 1 if a test failed.
"""

import argparse
import sys
from datetime import date
from decimal import Decimal

from beijing_model import FACTS, decide
from facts import ABSENT, write_case
from fee_examples import FEE_EXAMPLES, yuan
from oracle_client import Oracle
from published import test_published
from tap import Tap


MEMBER = {"card_held": True, "on_the_job": True, "city_member": True}

SETTLEMENT = dict(
    MEMBER, dues_paid=True, medical_insured=True, worker_status="ordinary",
    costs_on=date(2012, 10, 8), outpatient_self_pay=yuan(0),
    outpatient_so_far=yuan(0), inpatient_self_pay=yuan(0), stay_number=1,
    excess_so_far=yuan(0), above_ceiling=yuan(0),
    above_ceiling_so_far=yuan(0), medical_aid_so_far=yuan(0))

DEATH = dict(MEMBER, event="member_death", happened_on=date(2020, 3, 2),
             cause="accident", injury_paid_so_far=yuan(0), claimed_on=ABSENT)
INJURY = dict(DEATH, event="member_injury", happened_on=date(2018, 6, 1))
CHILD = dict(DEATH, event="child_death", happened_on=date(2018, 6, 1),
             child_born_on=date(2008, 5, 31))
FIRE = dict(MEMBER, event="fire", happened_on=date(2020, 2, 1),
            fire_finding=True, fire_loss=yuan(35000), claimed_on=ABSENT)
WATER = dict(MEMBER, event="water_pipe", happened_on=date(2018, 11, 5),
             damaged_area=Decimal(40), damage_certificate=True,
             home_in_beijing=True, home_titled=True, pipe_kind="heating",
             pipe_place="upstairs", pipe_cause="severe_cold",
             claimed_on=ABSENT)

STAY = dict(admitted_on=date(2016, 3, 1), discharged_on=date(2016, 3, 11),
            cover_from=date(2016, 1, 1), hospital_class="2",
            hospital_in_beijing=True, on_the_job=True, stay_cause="illness",
            allowance_plan="single", renewal=True, allowance_days_so_far=0,
            claimed_on=ABSENT)


def stay(year, days, **changes):
    """A stay of so many days, covered from the first day of the year."""
    admitted = date(year, 3, 1)
    end = date.fromordinal(admitted.toordinal() + days)
    return dict(STAY, admitted_on=admitted, discharged_on=end,
                cover_from=date(year, 1, 1), **changes)


# id, part, facts, outcome, amount
EXAMPLES = [
    # E1: the second reimbursement.
    ("M01", "medical_aid", dict(SETTLEMENT, outpatient_self_pay=yuan(5000)),
     "eligible", "640.00"),
    ("M02", "medical_aid", dict(SETTLEMENT, outpatient_self_pay=yuan(1800)),
     "eligible", "0.00"),
    ("M03", "medical_aid",
     dict(SETTLEMENT, outpatient_self_pay=yuan("1800.01")),
     "eligible", "0.00"),
    ("M04", "medical_aid", dict(SETTLEMENT, inpatient_self_pay=yuan(4300)),
     "eligible", "600.00"),
    ("M05", "medical_aid",
     dict(SETTLEMENT, inpatient_self_pay=yuan(2650), stay_number=2),
     "eligible", "400.00"),
    ("M07", "medical_aid",
     dict(SETTLEMENT, outpatient_self_pay=yuan(5000),
          worker_status="model_worker"), "eligible", "800.00"),
    ("M08", "medical_aid", dict(SETTLEMENT, above_ceiling=yuan(100000)),
     "eligible", "52000.00"),
    ("M09", "medical_aid", dict(SETTLEMENT, above_ceiling=yuan(150000)),
     "eligible", "90000.00"),
    ("M11", "medical_aid",
     dict(SETTLEMENT, costs_on=date(2016, 5, 1), above_ceiling=yuan(231000)),
     "eligible", "162900.00"),
    ("M12", "medical_aid",
     dict(SETTLEMENT, costs_on=date(2016, 5, 1),
          outpatient_self_pay=yuan(20000), inpatient_self_pay=yuan(43100),
          above_ceiling=yuan(300000)), "eligible", "200653.00"),
    ("M14", "medical_aid",
     dict(SETTLEMENT, costs_on=date(2013, 1, 10),
          outpatient_self_pay=yuan(1500)), "refused", "0.00"),
    ("M15", "medical_aid",
     dict(SETTLEMENT, outpatient_self_pay=yuan(5000), card_held=False),
     "refused", "0.00"),
    # E2: non-work accident and household loss. N03 is among the sums.
    ("N01", "non_work_accident", DEATH, "eligible", "20000.00"),
    ("N02", "non_work_accident", CHILD, "eligible", "20000.00"),
    ("N04", "non_work_accident", dict(DEATH, work_injury=True),
     "refused", "0.00"),
    ("N05", "non_work_accident", dict(INJURY, injury_grade=1),
     "eligible", "5000.00"),
    ("N06", "non_work_accident", dict(INJURY, injury_grade=10),
     "eligible", "500.00"),
    ("N09", "non_work_accident", FIRE, "eligible", "3500.00"),
    ("N10", "non_work_accident", dict(FIRE, fire_loss=yuan(100000)),
     "eligible", "10000.00"),
    ("N11", "non_work_accident", dict(FIRE, fire_loss=yuan(250000)),
     "eligible", "10000.00"),
    ("N12", "non_work_accident",
     dict(FIRE, happened_on=date(2009, 12, 1), fire_loss=yuan(50000)),
     "eligible", "3000.00"),
    ("N14", "non_work_accident", WATER, "eligible", "8000.00"),
    ("N15", "non_work_accident", dict(WATER, damaged_area=Decimal(60)),
     "eligible", "10000.00"),
    ("N16", "non_work_accident", dict(WATER, happened_on=date(2015, 6, 30)),
     "refused", "0.00"),
    ("N17", "non_work_accident", dict(CHILD, happened_on=date(2015, 12, 31)),
     "refused", "0.00"),
    ("N18", "non_work_accident",
     dict(CHILD, child_born_on=date(2000, 6, 1)), "refused", "0.00"),
    ("N19", "non_work_accident", dict(WATER, claimed_on=date(2020, 11, 6)),
     "refused", "0.00"),
    ("N20", "non_work_accident", dict(DEATH, cause="covid_19"),
     "eligible", "20000.00"),
    ("N21", "non_work_accident", dict(WATER, pressure_test=True),
     "refused", "0.00"),
    ("N22", "non_work_accident", dict(WATER, home_in_beijing=False),
     "refused", "0.00"),
    # E3: the hospital allowance. H13 and H14 are another union's.
    ("H01", "hospital_allowance", stay(2012, 10), "eligible", "280.00"),
    ("H02", "hospital_allowance", stay(2016, 10), "eligible", "360.00"),
    ("H03", "hospital_allowance", stay(2016, 1), "eligible", "0.00"),
    ("H04", "hospital_allowance", stay(2012, 3), "eligible", "0.00"),
    ("H05", "hospital_allowance", stay(2016, 200), "eligible", "7200.00"),
    ("H07", "hospital_allowance", stay(2016, 181), "eligible", "7200.00"),
    ("H08", "hospital_allowance", stay(2012, 183), "eligible", "7200.00"),
    ("H09", "hospital_allowance", stay(2016, 20, mental_illness=True),
     "refused", "0.00"),
    ("H10", "hospital_allowance", stay(2016, 20, hospital_class="1"),
     "refused", "0.00"),
    ("H11", "hospital_allowance",
     stay(2019, 10, allowance_plan="composite_b"), "eligible", "720.00"),
] + FEE_EXAMPLES


def test_model(tap):
    """The model gives what the documents work out."""
    for name, part, facts, outcome, amount in EXAMPLES:
        answer = decide(part, facts)
        tap.equal((answer.outcome, str(answer.amount)), (outcome, amount),
                  f"{name}: the model answers {outcome} {amount}")


def test_library(tap, program):
    """The library gives the same."""
    oracle = Oracle([program])
    replies = oracle.ask([write_case(FACTS, part, facts)
                          for _, part, facts, _, _ in EXAMPLES])
    for (name, _, _, outcome, amount), reply in zip(EXAMPLES, replies):
        tap.equal(reply[:2], (outcome, int(Decimal(amount) * 100)),
                  f"{name}: the library answers {outcome} {amount}")
    tap.equal(oracle.close(), 0, "the oracle ends without an error")


def main():
    """Test every example and every published sum."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--oracle")
    arguments = parser.parse_args()
    tap = Tap()
    test_model(tap)
    test_published(tap, {name: (part, facts)
                         for name, part, facts, _, _ in EXAMPLES})
    if arguments.oracle:
        test_library(tap, arguments.oracle)
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
