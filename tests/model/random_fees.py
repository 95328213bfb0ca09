# SPDX-License-Identifier: MIT
"""random_fees.py - random cases of A5 to A8: units, tiers, joining."""

from datetime import date

from beijing_model import FACTS

COVER_DAYS = [date(2014, 7, 1), date(2016, 1, 1), date(2017, 1, 1),
              date(2018, 1, 1), date(2019, 1, 1), date(2024, 1, 1)]
INJURY_PAID = [0, 500000, 2000000, 6000000, 8000000]
STEPS = [0, 0, 1, -1, -29, -30, -31, -59, -60, -61]


def cover_before(draw, day):
    """A cover period around a day, heavy on its waiting steps and ends."""
    return draw.keep("cover_from", draw.near(
        day, [0, 0, 0, -1], STEPS, (-364, 1)))


def anchor(draw, edges):
    """A day of an event that suits a given first day of cover."""
    if "cover_from" in draw.given:
        return draw.near(draw.given["cover_from"], [0, 1],
                         [-1, 0, 29, 30, 31, 59, 60, 61], (0, 370))
    return draw.day(edges)


def illness_claim(draw):
    """What critical illness and women's diseases have in common."""
    diagnosed = draw.keep("diagnosed_on", anchor(draw, COVER_DAYS))
    cover_before(draw, diagnosed)
    draw.flag("renewal", 0.3)
    draw.maybe("accepted_on", [diagnosed])
    for name in ("existing_illness", "paid_disease", "paid_this_period"):
        draw.flag(name, 0.05)


def critical_illness(draw):
    """A diagnosis."""
    illness_claim(draw)
    draw.choice("disease", FACTS["disease"].codes)
    draw.choice("units", [1, 2, 3, 4, 4, 5])


def womens_illness(draw):
    """A diagnosis of a woman."""
    illness_claim(draw)
    draw.choice("womens_disease", FACTS["womens_disease"].codes)
    draw.flag("in_situ", 0.3)
    draw.choice("units", [1, 1, 2, 2, 2, 3])


def joining(draw):
    """The first day of cover and an age near the limits."""
    start = draw.day(COVER_DAYS)
    if "born_on" in draw.given:
        start = draw.near(draw.given["born_on"], [16, 60, 61], [-1, 0, 1],
                          (17 * 365, 60 * 365))
    start = draw.keep("cover_from", start)
    draw.keep("born_on", draw.near(start, [-16, -60, -61], [-1, 0, 1],
                                   (-60 * 365, -17 * 365)))
    draw.flag("on_the_job", 0.95)


def critical_illness_contribution(draw):
    """Joining with some units."""
    joining(draw)
    draw.choice("units", [1, 2, 3, 4, 4, 5])


def womens_illness_contribution(draw):
    """A woman, or now and then not, joins."""
    joining(draw)
    draw.choice("sex", ["female"] * 9 + ["male"])
    draw.choice("employment", FACTS["employment"].codes)
    draw.flag("healthy_at_work", 0.95)
    draw.choice("units", [1, 1, 2, 2, 2, 3])


def injuries(draw, day):
    """Grades, days in hospital, death, and what was paid before."""
    grades = list(range(1, 11))
    draw.maybe("injury_grade", grades, 0.8)
    for name in ("second_grade", "third_grade", "fourth_grade"):
        draw.maybe(name, grades, 0.2)
    draw.flag("same_part", 0.3)
    draw.maybe("died_on", [day], 0.15)
    draw.maybe("accepted_on", [day])
    draw.count("hospital_days", [0, 1, 20, 180], 0, 400)
    draw.count("accident_days_so_far", [0, 0, 1, 179, 180], 0, 250)
    draw.money("injury_paid_so_far", INJURY_PAID)


def accident_cover(draw):
    """An accident of a worker."""
    day = draw.keep("happened_on", anchor(draw, COVER_DAYS))
    cover_before(draw, day)
    draw.choice("accident_product", ["standard"] * 8 + ["product_b"])
    draw.choice("accident_tier", FACTS["accident_tier"].codes)
    draw.choice("accident_cause", ["accident"] * 14
                + FACTS["accident_cause"].codes)
    draw.flag("retired", 0.04)
    injuries(draw, day)


def accident_cover_contribution(draw):
    """A worker joins with the colleagues."""
    joining(draw)
    draw.choice("accident_product", ["standard"] * 8 + ["product_e"])
    draw.choice("accident_tier", FACTS["accident_tier"].codes)
    draw.choice("risk_class", FACTS["risk_class"].codes)
    draw.count("staff", [1, 29, 30, 31, 100], 1, 200)
    staff = draw.case["staff"]
    draw.count("joining_staff", [staff, (staff + 1) // 2], 0, staff)


def child_accident(draw):
    """An accident of a child."""
    day = draw.keep("happened_on", anchor(draw, COVER_DAYS))
    cover_before(draw, day)
    draw.choice("units", [1, 2, 3, 4, 4, 5])
    draw.choice("accident_cause", ["accident"] * 14
                + FACTS["accident_cause"].codes)
    draw.keep("child_born_on", min(day, draw.near(
        day, [-18, -10, 0], [-1, 0, 0, 1], (-7500, 0))))
    injuries(draw, day)


def child_accident_contribution(draw):
    """A child is enrolled."""
    start = draw.keep("cover_from", draw.day(COVER_DAYS
                                             + [date(2007, 3, 1)]))
    draw.flag("on_the_job", 0.95)
    draw.choice("units", [1, 2, 3, 4, 4, 5])
    draw.keep("child_born_on", min(start, draw.near(
        start, [-18, -10], [-1, 0, 0, 1], (-6500, 0))))


GENERATORS = {
    "critical_illness": critical_illness,
    "critical_illness.contribution": critical_illness_contribution,
    "womens_illness": womens_illness,
    "womens_illness.contribution": womens_illness_contribution,
    "accident_cover": accident_cover,
    "accident_cover.contribution": accident_cover_contribution,
    "child_accident": child_accident,
    "child_accident.contribution": child_accident_contribution,
}
