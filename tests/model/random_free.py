# SPDX-License-Identifier: MIT
"""random_free.py - random cases of the schemes without a fee, A1 and A2."""

from datetime import date, timedelta

from beijing_model import FACTS
from draw import fen
from facts import ABSENT

# The edges of money, in fen: deductibles, bands, caps, and the amounts at
# which a cap is reached (42 612.00 and 53 265.00 are 10 653.00 at 25 and
# 20 %, 261 111.11 is 190 000.00 in the later bands).
OUTPATIENT = [0, 180000, 2000000]
STAYS = [0, 65000, 130000, 4310000]
EXCESS = [0, 4261200, 5326500]
ABOVE = [0] + [3000000 * step for step in range(1, 6)] + [26111111]
MEDICAL_PAID = [0, 1065300, 9000000, 10065300, 19000000, 20065300]
INJURY_PAID = [0, 20000, 50000, 100000, 450000, 500000, 1300000, 2000000]
FIRE = [0, 3000000, 3500000, 10000000, 25000000]
AREA = [0, 4000, 5000, 6000]

MEDICAL_DAYS = [date(2012, 5, 1), date(2015, 1, 1), date(2016, 12, 31)]
ACCIDENT_DAYS = [date(2009, 8, 1), date(2010, 1, 1), date(2011, 1, 1),
                 date(2015, 7, 1), date(2016, 1, 1), date(2020, 1, 1)]


def medical_aid(draw):
    """A settlement: outpatient costs, a stay, costs above the ceiling."""
    draw.flags("card_held", "on_the_job", "city_member", "dues_paid",
               "medical_insured")
    draw.choice("worker_status", FACTS["worker_status"].codes)
    draw.keep("costs_on", draw.day(MEDICAL_DAYS))
    draw.money("outpatient_self_pay", OUTPATIENT)
    draw.money("outpatient_so_far", OUTPATIENT)
    draw.money("inpatient_self_pay", STAYS)
    draw.count("stay_number", [1, 2], 1, 366)
    draw.money("excess_so_far", EXCESS)
    draw.money("above_ceiling", ABOVE)
    draw.money("above_ceiling_so_far", ABOVE)
    draw.money("medical_aid_so_far", MEDICAL_PAID)


def pick_event(draw):
    """The event and the day; only children's events need a birthday."""
    random = draw.random
    event = draw.choice("event", FACTS["event"].codes)
    given = draw.given
    anchor = draw.day(ACCIDENT_DAYS)
    if "child_born_on" in given and random.random() < 0.9:
        anchor = draw.near(given["child_born_on"], [0, 10, 18],
                           [-1, 0, 0, 1, 200], (0, 7000))
    elif isinstance(given.get("claimed_on"), date):
        anchor = draw.near(given["claimed_on"], [-2, 0], [-1, 0, 1, -300],
                           (-900, 0))
    return event, draw.keep("happened_on", min(anchor, date(2190, 1, 1)))


def person(draw, event, day):
    """The facts of death and injury."""
    random = draw.random
    draw.choice("cause", ["accident"] * 5 + ["covid_19"] * 2 + ["other"])
    if event.startswith("child") or draw.beside(0.2):
        draw.keep("child_born_on", min(draw.near(
            day, [-18, -18, -10, 0], [-1, 0, 0, 1], (-7500, 0)), day))
    draw.money("injury_paid_so_far", INJURY_PAID)
    if event.endswith("injury") or draw.beside(0.2):
        grades = list(range(1, 11))
        draw.maybe("injury_grade", grades, 0.85)
        for name in ("second_grade", "third_grade", "fourth_grade"):
            draw.maybe(name, grades, 0.3)
        draw.flag("same_part", 0.3)
        draw.maybe("minor_injury", FACTS["minor_injury"].codes, 0.3)
        decided = [fen(draw.fen(INJURY_PAID))]
        draw.maybe("decided_injury_amount", decided, 0.1)


def water(draw):
    """The facts of a burst pipe."""
    draw.keep("damaged_area", fen(draw.fen(AREA, 20000)))
    draw.flags("damage_certificate", "home_in_beijing", "home_titled")
    strange = draw.random.random() < 0.2
    for name in ("pipe_kind", "pipe_place", "pipe_cause"):
        codes = FACTS[name].codes
        draw.choice(name, codes if strange else codes[:-1])
    for name in ("pipe_altered", "building_work", "pressure_test"):
        draw.flag(name, 0.2 if strange else 0)


def non_work_accident(draw):
    """One event; the facts of the other kinds are there now and then."""
    random = draw.random
    draw.flags("card_held", "on_the_job", "city_member")
    event, day = pick_event(draw)
    is_loss = event in ("fire", "water_pipe")
    draw.flag("work_injury", 0 if is_loss else 0.05)
    if not is_loss or draw.beside(0.1):
        person(draw, event, day)
    if event == "fire" or draw.beside(0.1):
        draw.money("fire_loss", FIRE)
        draw.flag("fire_finding", 0.95)
    if event == "water_pipe" or draw.beside(0.1):
        water(draw)
    claimed = ABSENT
    if random.random() < 0.7:
        claimed = draw.near(day, [2, 2, 0], [-1, 0, 1], (0, 800))
    draw.keep("claimed_on", claimed)
    draw.maybe("accepted_on", [day + timedelta(days=30)])


def free_contribution(draw):
    """The first day of a cover that is free."""
    draw.keep("cover_from", draw.day([date(2009, 8, 1), date(2012, 5, 1)]))


GENERATORS = {
    "medical_aid": medical_aid,
    "medical_aid.contribution": free_contribution,
    "non_work_accident": non_work_accident,
    "non_work_accident.contribution": free_contribution,
}
