# SPDX-License-Identifier: MIT
"""random_stays.py - random cases of A3 and A4: days and costs in hospital."""

from datetime import date, timedelta

from facts import ABSENT

COVER_DAYS = [date(2014, 12, 31), date(2015, 1, 1), date(2019, 1, 1)]
OWN = [0, 65000, 130000, 630000, 1130000, 2130000, 8000000]
INPATIENT_PAID = [0, 4999999, 5000000]
FEES = [0, 1000, 5000, 100000]
STAY_DAYS = [date(2011, 1, 1), date(2015, 7, 1), date(2019, 1, 1)]


def claim_day(draw, day):
    """A claim within or just past two years, or none."""
    claimed = ABSENT
    if draw.random.random() < 0.6:
        claimed = draw.near(day, [2, 2, 0], [-1, 0, 1], (0, 800))
    draw.keep("claimed_on", claimed)


def stay_anchor(draw, edges):
    """A day of admission that suits the dates that are given."""
    given = draw.given
    if "cover_from" in given:
        return draw.near(given["cover_from"], [0, 1],
                         [-1, 0, 29, 30, 31], (0, 370))
    if "discharged_on" in given:
        return draw.near(given["discharged_on"], [0],
                         [0, -1, -3, -4, -181], (-200, 0))
    return draw.day(edges)


def hospital_allowance(draw):
    """A stay in a cover period."""
    admitted = stay_anchor(draw, STAY_DAYS)
    if "discharged_on" in draw.given:
        admitted = min(admitted, draw.given["discharged_on"])
    admitted = draw.keep("admitted_on", admitted)
    lengths = [0, 1, 2, 3, 4, 5, 10, 180, 181, 182, 183, 184, 200]
    draw.keep("discharged_on", draw.near(admitted, [0], lengths, (0, 400)))
    draw.keep("cover_from", draw.near(
        admitted, [0, 0, -1], [0, 0, 1, -1, -29, -30, -31], (-364, 1)))
    draw.choice("hospital_class", ["2", "3"] * 5 + ["1"])
    draw.flags("hospital_in_beijing", "on_the_job")
    draw.choice("stay_cause", ["illness", "accident"])
    draw.flag("mental_illness", 0.04)
    if draw.flag("transferred", 0.15) or draw.beside(0.5):
        draw.flag("transfer_slip", 0.8)
    draw.choice("allowance_plan", ["single", "single", "composite_b"])
    draw.flag("renewal", 0.5)
    draw.count("allowance_days_so_far", [0, 0, 1, 170, 179, 180], 0, 250)
    claim_day(draw, admitted)
    draw.maybe("accepted_on", [admitted + timedelta(days=40)])


def hospital_allowance_contribution(draw):
    """Joining: age on the first day of cover."""
    anchor = draw.day(STAY_DAYS)
    if "born_on" in draw.given:
        anchor = draw.near(draw.given["born_on"], [55, 60], [-1, 0, 1],
                           (18 * 365, 61 * 365))
    start = draw.keep("cover_from", anchor)
    draw.keep("born_on", draw.near(start, [-55, -60], [-1, 0, 1],
                                   (-65 * 365, -18 * 365)))
    draw.choice("sex", ["female", "male"])
    draw.flag("on_the_job", 0.95)
    draw.choice("units", [1] * 6 + [2, 4, 5, 99])


def inpatient_medical(draw):
    """A stay with its own payment."""
    admitted = stay_anchor(draw, COVER_DAYS)
    if "discharged_on" in draw.given:
        admitted = min(admitted, draw.given["discharged_on"])
    admitted = draw.keep("admitted_on", admitted)
    draw.keep("discharged_on", draw.near(admitted, [0], [0, 1, 10], (0, 90)))
    draw.keep("cover_from", draw.near(
        admitted, [0, 0, -1], [0, 0, 1, -1], (-364, 1)))
    draw.money("own_payment", OWN)
    draw.count("stay_number", [1, 2], 1, 366)
    draw.money("inpatient_medical_so_far", INPATIENT_PAID)
    draw.maybe("accepted_on", [admitted])
    if draw.flag("emergency_observation", 0.15) or draw.beside(0.5):
        draw.flag("observation_receipt", 0.8)
    claim_day(draw, admitted)


def inpatient_medical_contribution(draw):
    """Joining at a fee that the caller knows."""
    draw.keep("cover_from", draw.day(COVER_DAYS))
    draw.flag("on_the_job", 0.95)
    draw.choice("units", [1, 1, 2, 5])
    draw.money("inpatient_medical_fee", FEES)


GENERATORS = {
    "hospital_allowance": hospital_allowance,
    "hospital_allowance.contribution": hospital_allowance_contribution,
    "inpatient_medical": inpatient_medical,
    "inpatient_medical.contribution": inpatient_medical_contribution,
}
