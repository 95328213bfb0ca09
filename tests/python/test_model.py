# SPDX-License-Identifier: MIT
"""test_model.py - properties of decisions, found by Hypothesis.

The model of tests/model/ was written from the documents, not from the
rulebook; here it is asked the same as the Python package.
"""

import json
import os
import pickle
import sys
import unittest
from decimal import Decimal

from support import SOURCE, run

import mutualaid

try:
    from hypothesis import HealthCheck, given, settings
    from hypothesis import strategies as st
except ImportError:
    print(
        "1..0 # SKIP Hypothesis is not installed "
        "(Debian: apt install python3-hypothesis)"
    )
    sys.exit()

sys.path.insert(0, str(SOURCE / "tests" / "model"))
import beijing_model  # noqa: E402
from facts import ABSENT as NONE  # noqa: E402
from random_cases import GENERATORS, complete_case, open_case  # noqa: E402

CASES = int(os.environ.get("MUTUALAID_CASES", "300"))
PART = st.sampled_from(sorted(GENERATORS))
RANDOM = st.randoms(use_true_random=False)
thorough = settings(
    max_examples=CASES,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def plain(case):
    """A case of the model as the package takes it."""
    return {
        name: mutualaid.ABSENT if value is NONE else value
        for name, value in case.items()
    }


class Model(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.beijing = mutualaid.Rulebook.beijing()

    def decide(self, part, case):
        return self.beijing.decide(part, plain(case))

    @thorough
    @given(RANDOM, PART)
    def test_outcome_and_amount_are_those_of_the_model(self, random, part):
        case = complete_case(random, part)
        expected = beijing_model.decide(part, case)
        decision = self.decide(part, case)
        self.assertEqual(decision.outcome.value, expected.outcome)
        self.assertEqual(decision.amount, expected.amount)
        self.assertEqual(str(decision.amount), str(expected.amount))

    @thorough
    @given(RANDOM, PART)
    def test_an_interval_holds_the_amount_of_the_model(self, random, part):
        case, names = open_case(random, part)
        decision = self.decide(part, case)
        self.assertLessEqual(decision.least, decision.most)
        if decision.outcome is not mutualaid.Outcome.UNDETERMINED:
            self.assertEqual(decision.amount, decision.most)
            return
        self.assertTrue(decision.missing)
        with self.assertRaises(mutualaid.UndeterminedError):
            decision.amount

    @thorough
    @given(RANDOM, PART)
    def test_what_is_completed_lies_in_the_interval(self, random, part):
        case = complete_case(random, part)
        name = random.choice(sorted(case))
        rest = {key: value for key, value in case.items() if key != name}
        decision, whole = self.decide(part, rest), self.decide(part, case)
        if name in decision.missing:
            self.assertLessEqual(decision.least, whole.amount)
            self.assertGreaterEqual(decision.most, whole.amount)

    @thorough
    @given(RANDOM, PART)
    def test_the_parts_of_a_decision_agree(self, random, part):
        case, _ = open_case(random, part)
        decision = self.decide(part, case)
        told = decision.to_dict()
        self.assertEqual(told["part"], part)
        self.assertEqual(told["outcome"], decision.outcome.value)
        self.assertEqual(Decimal(told["least"]), decision.least)
        self.assertEqual(Decimal(told["most"]), decision.most)
        self.assertEqual(tuple(told["missing"]), decision.missing)
        self.assertEqual(len(told["items"]), len(decision.items))
        if decision.outcome is mutualaid.Outcome.ELIGIBLE:
            for item in decision.items:
                shares = [
                    line.share
                    for line in decision.lines
                    if line.item == item.id and line.depth == 0
                ]
                if item.outcome is mutualaid.Outcome.ELIGIBLE and shares:
                    self.assertEqual(sum(shares), item.amount)

    @thorough
    @given(RANDOM, PART)
    def test_a_case_is_replayed_from_its_json(self, random, part):
        case, _ = open_case(random, part)
        decision = self.decide(part, case)
        again = self.beijing.replay(decision.case_json())
        self.assertEqual(again, decision)
        self.assertEqual(again.explain("zh"), decision.explain("zh"))
        read = self.beijing.read_case(decision.case_json())
        self.assertEqual(dict(read.facts), plain(case))
        json.loads(decision.case_json())

    @thorough
    @given(RANDOM, PART)
    def test_what_is_pickled_is_the_same(self, random, part):
        case, _ = open_case(random, part)
        decision = self.decide(part, case)
        again = pickle.loads(pickle.dumps(decision))
        self.assertEqual(again, decision)
        self.assertEqual(again.lines, decision.lines)
        self.assertEqual(again.explain("en"), decision.explain("en"))

    @thorough
    @given(st.decimals(), st.integers(), st.text(max_size=20))
    def test_anything_given_is_taken_exactly_or_refused(
        self, amount, count, text
    ):
        for name, value in (
            ("own_payment", amount),
            ("own_payment", text),
            ("units", count),
            ("units", text),
            ("disease", text),
            ("admitted_on", text),
            ("damaged_area", amount),
            ("special_help_rate", text),
        ):
            try:
                written = self.beijing.write_case(None, {name: value})
            except (mutualaid.MutualAidError, UnicodeEncodeError):
                continue
            read = self.beijing.read_case(written).facts[name]
            if not isinstance(value, str):
                self.assertEqual(read, value)


if __name__ == "__main__":
    run()
