# SPDX-License-Identifier: MIT
"""random_menu.py - random cases of the smaller funds and menu products."""

from datetime import date

from beijing_model import FACTS

MOSTS = [0, 500000, 720000, 1000000, 2000000, 3080000, 3440000, 5000000]
COST_LEFT = [0, 5000000]
MENU_DAYS = [date(2018, 1, 1)]
FIRST_DAYS = MENU_DAYS + [date(2011, 1, 1), date(2013, 1, 1),
                          date(2021, 1, 1), date(2024, 1, 1)]
ACCIDENT = ["accident"] * 6


def decided(draw):
    """The amount that people decided."""
    draw.money("decided_amount", MOSTS)


def accident(draw):
    """A cause, mostly an accident."""
    draw.choice("accident_cause", ACCIDENT + FACTS["accident_cause"].codes)


def applied(draw, days, flag):
    """An application by somebody who mostly belongs to the group."""
    draw.keep("applied_on", draw.day(days))
    if flag:
        draw.flag(flag, 0.9)
    decided(draw)


def happened(draw, days, flag, near=()):
    """An event that befell somebody who mostly belongs to the group, near a
    date that is given."""
    day = draw.day(days)
    for name in near:
        if name in draw.given:
            day = draw.near(draw.given[name], [0], [-1, 0, 0, 1], (-5, 5))
    draw.keep("happened_on", day)
    draw.flag(flag, 0.9)
    decided(draw)


def changping_relief(draw):
    """An application to the Changping fund."""
    applied(draw, [date(2024, 1, 1)], "changping_member")
    draw.money("own_cost_left", COST_LEFT)


def womens_day_condolence(draw):
    """A condolence of 8 March."""
    applied(draw, [date(2013, 1, 1), date(2013, 3, 8)], None)
    draw.choice("sex", ["female", "female", "male"])


def day_care_accident(draw):
    """A child in a day-care class."""
    happened(draw, MENU_DAYS, "day_care_child")
    accident(draw)
    draw.maybe("died_on", [draw.case["happened_on"]], 0.2)


def social_worker_package(draw):
    """One of the three events of a social worker."""
    happened(draw, MENU_DAYS, "union_social_worker")
    draw.choice("social_worker_event", FACTS["social_worker_event"].codes)


def recuperation_accident(draw):
    """An accident near a trip."""
    happened(draw, MENU_DAYS, "recuperation_member",
             ("trip_from", "trip_until"))
    accident(draw)
    day = draw.case["happened_on"]
    first = draw.near(day, [0], [-1, 0, 0, 1], (-10, 3))
    first = draw.keep("trip_from", min(
        first, draw.given.get("trip_until", first)))
    last = draw.near(day, [0], [-1, 0, 0, 1], (-3, 10))
    draw.keep("trip_until", max(first, last))


def winter_olympics_cover(draw):
    """A builder under one of the two covers."""
    happened(draw, MENU_DAYS, "olympic_builder")
    accident(draw)
    draw.choice("olympic_cover", FACTS["olympic_cover"].codes)
    draw.flag("work_injury", 0.2)


def truck_driver_cover(draw):
    """A truck driver."""
    happened(draw, [date(2021, 1, 1)], "truck_driver")


def second_relief(draw):
    """Relief after an ordinary payment."""
    applied(draw, MENU_DAYS, "payment_received")


def daily_mutual_help(draw):
    """Help for a reason."""
    applied(draw, MENU_DAYS, None)
    draw.choice("help_reason", FACTS["help_reason"].codes)


def association_membership(draw):
    """A day of joining; nothing else counts."""
    draw.keep("applied_on", draw.day([date(2011, 1, 1)]))


def association_membership_contribution(draw):
    """Joining the association."""
    association_membership(draw)
    draw.flag("first_joining", 0.8)


GENERATORS = {
    "changping_relief": changping_relief,
    "womens_day_condolence": womens_day_condolence,
    "day_care_accident": day_care_accident,
    "social_worker_package": social_worker_package,
    "recuperation_accident": recuperation_accident,
    "winter_olympics_cover": winter_olympics_cover,
    "truck_driver_cover": truck_driver_cover,
    "second_relief": second_relief,
    "daily_mutual_help": daily_mutual_help,
    "association_membership": association_membership,
    "association_membership.contribution":
        association_membership_contribution,
}
