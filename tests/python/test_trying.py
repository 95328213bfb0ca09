# SPDX-License-Identifier: MIT
"""Rules tried before they decide: coverage, edges, turns, comparison."""

import datetime
import unittest
from decimal import Decimal

from support import run

import mutualaid
from mutualaid import ABSENT, DifferenceKind, Outcome, Reach

STAY = {
    "claimed_on": datetime.date(2014, 3, 2),
    "admitted_on": datetime.date(2012, 3, 1),
    "discharged_on": datetime.date(2012, 3, 11),
    "hospital_class": "2",
    "hospital_in_beijing": True,
    "allowance_plan": "single",
    "cover_from": datetime.date(2012, 1, 1),
    "allowance_days_so_far": 0,
    "renewal": True,
}


class TryingTest(unittest.TestCase):
    """What a rule author asks of a rulebook."""

    @classmethod
    def setUpClass(cls):
        cls.beijing = mutualaid.Rulebook.beijing()

    @classmethod
    def tearDownClass(cls):
        cls.beijing.close()

    def test_examples_reach_clauses_and_some_decide(self):
        reaches = self.beijing.coverage()
        decisive = [r for r in reaches if r.reach is Reach.DECISIVE]
        self.assertGreater(len(reaches), 800)
        self.assertGreater(len(decisive), len(reaches) // 2)
        for one in reaches:
            self.assertGreaterEqual(one.read_count, one.decisive_count)
            self.assertEqual(one.read_count == 0, one.reach is Reach.NEVER)

    def test_boundary_cases_are_decided_as_they_say(self):
        cases = self.beijing.boundary_cases("hospital_allowance")
        self.assertGreater(len(cases), 30)
        for case in cases:
            decision = self.beijing.decide("hospital_allowance", case.facts)
            self.assertIs(decision.outcome, case.outcome)
            self.assertEqual(decision.amount, case.amount)

    def test_neighbours_are_alike_but_for_one_fact(self):
        cases = self.beijing.boundary_cases("hospital_allowance")
        pairs = [
            pair
            for pair in zip(cases[::2], cases[1::2])
            if pair[0].fact is not None and not pair[0].is_shifted
        ]
        self.assertTrue(pairs)
        for one, other in pairs:
            differ = {
                name
                for name in set(one.facts) | set(other.facts)
                if one.facts.get(name) != other.facts.get(name)
            }
            self.assertEqual(differ, {one.fact})

    def test_an_unknown_part_has_no_cases(self):
        with self.assertRaises(mutualaid.UnknownNameError):
            self.beijing.boundary_cases("nothing")

    def test_a_refusal_is_turned_by_the_nearest_value(self):
        found = self.beijing.turns("hospital_allowance", STAY)
        self.assertIs(found.outcome, Outcome.REFUSED)
        self.assertTrue(found.is_complete)
        day = found.turns[0]
        self.assertEqual(day.fact, "claimed_on")
        self.assertEqual(day.value, datetime.date(2014, 3, 1))
        self.assertEqual(day.distance, -1)
        self.assertIs(day.outcome, Outcome.ELIGIBLE)
        self.assertEqual(day.least, Decimal("280.00"))
        self.assertEqual(found.turns[1].value, ABSENT)
        self.assertIn("2014-03-01", found.text.zh)
        self.assertIn("eligible, 280.00", found.text.en)

    def test_what_is_not_refused_need_not_be_turned(self):
        paid = dict(STAY, claimed_on=datetime.date(2014, 3, 1))
        found = self.beijing.turns("hospital_allowance", paid)
        self.assertIs(found.outcome, Outcome.ELIGIBLE)
        self.assertEqual(found.turns, ())

    def test_another_parameter_is_compared_in_text_and_money(self):
        with mutualaid.Rulebook.beijing(
            overrides={"allowance_waiting_days": 0}
        ) as other:
            new = dict(STAY, stay_cause="illness", renewal=False)
            new["claimed_on"] = datetime.date(2012, 5, 1)
            new["cover_from"] = datetime.date(2012, 2, 25)
            both = self.beijing.compare(
                other, [("hospital_allowance", new)] * 2
            )
        (one,) = both.differences
        self.assertIs(one.kind, DifferenceKind.CHANGED)
        self.assertEqual(one.path, "parameters.allowance_waiting_days.use")
        self.assertEqual((one.before, one.after), ("30", "0"))
        whole = both.changes[0]
        self.assertEqual((whole.part, whole.item), ("hospital_allowance", ""))
        self.assertEqual((whole.case_count, whole.winner_count), (2, 2))
        self.assertEqual(whole.gained, Decimal("560.00"))
        self.assertEqual(whole.lost, Decimal("0.00"))

    def test_a_rulebook_does_not_differ_from_itself(self):
        both = self.beijing.compare(self.beijing)
        self.assertEqual(both.differences, ())
        self.assertEqual(both.changes, ())


if __name__ == "__main__":
    run()
