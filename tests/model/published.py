# SPDX-License-Identifier: MIT
"""published.py - figures that the unions published, as checks of the model.

Sums that are exact must come out to the fen; an average of payments lies
under the most that one payment can be; a published figure that the rules
explain must be what the rules give. The ids are those of the documents'
list of aggregates.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from beijing_model import decide
from draw import new_random
from random_cases import complete_case

WAN = 10000
# D25: the best payment of each accident tier, to 2017 and from 2018.
TIERS = [(24000, 30800), (44400, 54400), (64800, 79800), (88800, 108800)]


def most_paid(part, given, tries=300):
    """The most that the model pays over many cases of one kind."""
    random = new_random("published", part)
    most = Decimal(0)
    for _ in range(tries):
        case = complete_case(random, part, given)
        most = max(most, decide(part, case).amount)
    return most


def accident_kind(event):
    """Facts that make one kind of accident payable in 2020."""
    return {
        "event": event, "happened_on": date(2020, 6, 1), "cause": "accident",
        "card_held": True, "on_the_job": True, "city_member": True,
        "claimed_on": date(2020, 7, 1), "work_injury": False,
        "injury_paid_so_far": Decimal("0.00"),
        "child_born_on": date(2010, 1, 1), "fire_finding": True,
        "damage_certificate": True, "home_in_beijing": True,
        "home_titled": True,
    }


# id, event, people, money paid (yuan); averages must lie under the most.
PAID = [
    ("D04", "member_death", 393, Fraction("784.7") * WAN),
    ("D05", "member_injury", 7005, Fraction("262.39") * WAN),
    ("D06", "child_injury", 156, Fraction("6.27") * WAN),
    ("D01", "child_death", 23, Fraction(46) * WAN),
    ("D07", "fire", 688, Fraction("293.8") * WAN),
    ("D08", "water_pipe", 1275, Fraction("405.09") * WAN),
]
MOST = {"member_death": 20000, "child_death": 20000, "member_injury": 5000,
        "child_injury": 5000, "fire": 10000, "water_pipe": 10000}


def test_accidents(tap, examples):
    """Counts, sums and averages of non_work_accident to April 2021."""
    tap.equal(sum(people for _, _, people, _ in PAID), 9540,
              "D02: six counts of people sum to 9540")
    tap.equal(sum(paid for *_, paid in PAID), Fraction("1798.25") * WAN,
              "D03: six amounts sum to 17982500")
    part, facts = examples["N02"]
    total = sum(decide(part, facts).amount for _ in range(23))
    tap.equal(total, 46 * WAN, "D01, N03: 23 child deaths cost 460000")
    for name, event, people, paid in PAID:
        tap.equal(most_paid("non_work_accident", accident_kind(event)),
                  MOST[event], f"{event} pays at most {MOST[event]}")
        tap.ok(paid / people <= MOST[event],
               f"{name}: the average of {event} lies under the most",
               paid / people)


def test_first_years(tap, examples):
    """D09: to the end of 2010 28 deaths and two sums cost 656 423."""
    part, facts = examples["N01"]
    early = dict(facts, happened_on=date(2009, 8, 1))
    deaths = sum(decide(part, early).amount for _ in range(28))
    tap.equal(deaths + 86123 + 10300, 656423,
              "D09: 28 deaths, fires and injuries to 2010 cost 656423")
    tap.ok(Fraction(86123, 39) <= 3000,
           "P08: the average of 39 early fires lies under the old cap")


def test_water(tap):
    """D10: two winters of burst pipes."""
    tap.equal(Fraction(282000, 80), 3525, "D10: 80 claims average 3525.00")
    tap.ok(Fraction(68000, 19) <= MOST["water_pipe"],
           "D10: 19 claims average under the most")


def test_allowance(tap, examples):
    """D11, D12: the hospital allowance."""
    part, facts = examples["H05"]
    tap.equal(decide(part, facts).amount, 40 * 180,
              "D12: the most of a cover period is 40 x 180 = 7200")
    tap.ok(Fraction(54133000, 145000) <= 7200,
           "D11: the average allowance lies under the most")


def test_medical(tap, examples):
    """D19 to D22 and the published single payments of medical_aid."""
    for name, paid, count in (("D19", 2516000000, 20147000),
                              ("D20", 98000000, 772000),
                              ("D20", 69000000, 557700),
                              ("D21", 352000000, 2750000),
                              ("D21", 335000000, 2590000)):
        tap.ok(100 < Fraction(paid, count) < 200653,
               f"{name}: {paid} over {count} payments is in scale")
    tap.equal((1252 - 977, Fraction("16.82") - Fraction("13.30")),
              (275, Fraction("3.52")),
              "D22: payments and money of 2018 are the differences")
    tap.equal(33800 + 7000 + 162900, 203700,
              "D34: three payments of one case sum to 203700")
    part, facts = examples["M12"]
    for largest in (162900, 188238, 188961):
        tap.ok(largest <= decide(part, facts).benefits["above_ceiling"],
               f"a single payment of {largest} can be reached")
    tap.equal(200653 - 100653, 100000, "the cap rose by exactly 100000")


def test_fee_schemes(tap, examples):
    """D14, D15, D17, D25, D32: units, tiers and sums of one case."""
    def amount(name):
        return decide(*examples[name]).amount

    tap.equal(amount("C01") + amount("W01"), 70000,
              "D32, W09: 4 and 2 units pay 70000 together")
    tap.equal(amount("K01") / 4, 34400, "D17: a child's unit pays 34400")
    tap.ok(Fraction(185000000, 17500) <= 40000,
           "D14: the average critical illness lies under 4 units")
    tap.equal(Fraction(180000000, 12000), 15000,
              "D15: the average women's disease is one unit")
    part, facts = examples["A07"]
    old = {"cover_from": date(2017, 1, 1), "happened_on": date(2017, 6, 1)}
    for tier, most in enumerate(TIERS, 1):
        new = dict(facts, accident_tier=str(tier))
        tap.equal((decide(part, dict(new, **old)).amount,
                   decide(part, new).amount), most,
                  f"D25: the most of tier {tier} before and after")


# D13, D16, D18, D40: people, money, and the most that one can be paid.
SCALES = [
    ("D13", "inpatient medical", 459000, 490000000, 50000),
    ("D16", "accident cover", 14000, 22070000, 108800),
    ("D18", "the composites", 8776, 24701000, 40000 + 30000 + 108800),
    ("D40", "the condolence of 8 March", 4164, 5773000, 5000),
]


def test_scales(tap, examples):
    """Averages lie under the most; D17's second part and D33 are exact."""
    for name, what, people, paid, most in SCALES:
        tap.ok(0 < Fraction(paid, people) <= most,
               f"{name}: the average of {what} lies under the most")
    tap.ok(Fraction(248000, 369) <= 137600,
           "D17: the average of children's accidents lies under the most")
    tap.equal(decide(*examples["A01"]).amount, 60000,
              "D33: death under the fee of 100 pays 60000")


def test_sums(tap):
    """Figures that only other published figures can confirm."""
    tap.equal((Fraction("265.6") + Fraction("17.8"),
               Fraction("4.41") + Fraction("0.24")),
              (Fraction("283.4"), Fraction("4.65")),
              "D24: totals of 2018 are the sums of their parts")
    tap.equal(round(Fraction(7152 * 10000, 63004)), 1135,
              "D23: 7152 more are 11.35 %")
    tap.equal(round(Fraction(68965 * 1000, 70156)), 983,
              "D23: 68965 of 70156 are 98.3 %")
    tap.ok(3000 <= Fraction(1406000, 116) <= 50000,
           "D31: the average of the Daxing fund lies between its ends")
    tap.ok(Fraction(470000, 12) <= 100000,
           "D30: the average epidemic money lies under the most")


def test_published(tap, examples):
    """Every published figure about payments; loans are not the model's."""
    test_accidents(tap, examples)
    test_first_years(tap, examples)
    test_water(tap)
    test_allowance(tap, examples)
    test_medical(tap, examples)
    test_fee_schemes(tap, examples)
    test_scales(tap, examples)
    test_sums(tap)
