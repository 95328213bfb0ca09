# SPDX-License-Identifier: MIT
"""test_bounds.py - what a part can ever pay, and who gets it."""

import datetime
import unittest
from decimal import Decimal

from support import run

import mutualaid
from mutualaid import Certainty, End, Stretch


class Bounds(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.beijing = mutualaid.Rulebook.beijing()

    def test_the_most_is_proved_and_a_case_attains_it(self):
        bound = self.beijing.bound(End.MOST, "medical_aid")
        self.assertIs(bound.certainty, Certainty.EXACT)
        self.assertEqual(bound.proved, Decimal("200653.00"))
        self.assertEqual(bound.attained, bound.proved)
        self.assertGreater(bound.evaluations, 0)
        paid = self.beijing.decide("medical_aid", bound.facts)
        self.assertEqual(paid.amount, bound.attained)

    def test_given_facts_days_and_items_narrow_it(self):
        days = Stretch(datetime.date(2012, 5, 1), datetime.date(2014, 12, 31))
        bound = self.beijing.bound(End.MOST, "medical_aid", days=days)
        self.assertEqual(bound.proved, Decimal("100653.00"))
        bound = self.beijing.bound(
            End.MOST, "hospital_allowance", {"allowance_plan": "single"}
        )
        self.assertEqual(bound.proved, Decimal("7200.00"))
        bound = self.beijing.bound(
            End.MOST, "non_work_accident", item="member_injury"
        )
        self.assertEqual(bound.proved, Decimal("5000.00"))
        bound = self.beijing.bound(End.LEAST, "critical_illness")
        self.assertEqual(bound.proved, Decimal("1000.00"))

    def test_a_small_budget_leaves_it_open(self):
        bound = self.beijing.bound(End.MOST, "accident_cover", budget=1)
        self.assertIn(bound.certainty, (Certainty.OPEN, Certainty.BOUND))
        self.assertGreaterEqual(bound.proved, Decimal("108800.00"))

    def test_what_is_never_paid_says_so(self):
        bound = self.beijing.bound(
            End.MOST,
            "hospital_allowance",
            {"stay_cause": "illness", "mental_illness": True},
        )
        if bound.certainty is Certainty.NEVER:
            self.assertIsNone(bound.proved)
            self.assertIsNone(bound.attained)
            self.assertEqual(dict(bound.facts), {})

    def test_stretches_follow_one_another(self):
        stretches = self.beijing.stretches("medical_aid")
        self.assertEqual(stretches[0].first, datetime.date(2012, 5, 1))
        for before, after in zip(stretches, stretches[1:]):
            self.assertLess(before.last, after.first)

    def test_what_is_not_there_is_refused(self):
        with self.assertRaises(mutualaid.UnknownNameError):
            self.beijing.bound(End.MOST, "medical")
        with self.assertRaises(mutualaid.UnknownNameError):
            self.beijing.bound(End.MOST, "medical_aid", item="nothing")
        with self.assertRaises(mutualaid.UnknownNameError):
            self.beijing.stretches("medical")


if __name__ == "__main__":
    run()
