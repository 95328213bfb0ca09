# SPDX-License-Identifier: MIT
"""random_cases.py - random cases, heavy on edges, one generator a part.

Every case is valid: facts stand in their ranges and relations. Cases are
complete (every fact that the part needs), open (some left out), or broken
in one place, which the library must call an input error.
"""

from datetime import date, timedelta
from decimal import Decimal

from beijing_model import FACTS
from draw import Draw, fen, shift
from facts import ABSENT
from random_fee_cases import GENERATORS as FEE_GENERATORS

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
STAY_DAYS = [date(2011, 1, 1), date(2015, 7, 1), date(2019, 1, 1)]


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


def stay_anchor(draw):
    """A day of admission that suits the dates that are given."""
    given = draw.given
    if "cover_from" in given:
        return draw.near(given["cover_from"], [0, 1],
                         [-1, 0, 29, 30, 31], (0, 370))
    if "discharged_on" in given:
        return draw.near(given["discharged_on"], [0],
                         [0, -1, -3, -4, -181], (-200, 0))
    return draw.day(STAY_DAYS)


def hospital_allowance(draw):
    """A stay in a cover period."""
    random = draw.random
    admitted = stay_anchor(draw)
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
    claimed = ABSENT
    if random.random() < 0.6:
        claimed = draw.near(admitted, [2, 2, 0], [-1, 0, 1], (0, 800))
    draw.keep("claimed_on", claimed)
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


GENERATORS = {
    "medical_aid": medical_aid,
    "non_work_accident": non_work_accident,
    "hospital_allowance": hospital_allowance,
    "hospital_allowance.contribution": hospital_allowance_contribution,
    **FEE_GENERATORS,
}


def complete_case(random, part, given=None, full=False):
    """A case with every fact that the part needs, around what is given."""
    draw = Draw(random, given, full)
    GENERATORS[part](draw)
    case = draw.case
    case.update(draw.given)
    return case


def open_case(random, part, most_open=6):
    """A case with some facts left out; the answer names those."""
    case = complete_case(random, part)
    needed = [name for name in case if not FACTS[name].has_default]
    count = min(len(needed), random.choice([1, 1, 1, 2, 2, 3, 4, most_open]))
    return leave_out(case, random.sample(needed, count))


def leave_out(case, names):
    """A case without some facts, and their names."""
    return {name: value for name, value in case.items()
            if name not in names}, list(names)


def broken_case(random, part):
    """A case with one fact that cannot be, and the name of the fact."""
    case = complete_case(random, part)
    name = random.choice(sorted(case))
    wrong = impossible(random, FACTS[name])
    if "discharged_on" in case and random.random() < 0.2:
        name = "discharged_on"
        wrong = shift(case["admitted_on"], days=-1)
    case[name] = wrong
    return case, name


def impossible(random, fact):
    """A value that a fact cannot have."""
    if not fact.may_be_absent and random.random() < 0.3:
        return ABSENT
    if fact.type == "date":
        return random.choice([date(1899, 12, 31), date(2200, 1, 1)])
    if fact.type == "choice":
        return "no_such_code"
    if fact.type == "flag":
        return 1
    step = 1 if fact.type == "count" else Decimal("0.01")
    return random.choice([fact.least - step, fact.most + step])
