# SPDX-License-Identifier: MIT
"""test_facts.py - what may be given as a fact, and what is refused and how."""

import datetime
import decimal
import unittest
from datetime import date
from decimal import Decimal
from fractions import Fraction

from support import HARBOUR, STAY, run

import mutualaid


class Given(unittest.TestCase):
    """Each value is handed on exactly: the case that is written says so."""

    @classmethod
    def setUpClass(cls):
        cls.harbour = mutualaid.Rulebook.load(HARBOUR)

    def read_back(self, **facts):
        case = self.harbour.read_case(self.harbour.write_case(None, facts))
        return dict(case.facts)

    def assertGiven(self, expected, **facts):
        ((name, _),) = facts.items()
        self.assertEqual(self.read_back(**facts), {name: expected})

    def test_money_is_a_decimal(self):
        self.assertGiven(Decimal("1300.05"), own_cost=Decimal("1300.05"))
        self.assertGiven(Decimal("1300.00"), own_cost=Decimal("1300"))
        self.assertGiven(Decimal("1300.00"), own_cost=Decimal("1.3E3"))
        self.assertGiven(Decimal("0.00"), own_cost=Decimal("-0"))

    def test_money_may_have_more_places_that_are_zero(self):
        self.assertGiven(Decimal("1.20"), own_cost=Decimal("1.2000"))

    def test_money_is_never_rounded(self):
        with self.assertRaises(mutualaid.WrongTypeError) as caught:
            self.read_back(own_cost=Decimal("1.234"))
        self.assertEqual(caught.exception.fact, "own_cost")
        self.assertTrue(caught.exception.remedy)

    def test_money_may_be_text(self):
        self.assertGiven(Decimal("12.50"), own_cost="12.50")

    def test_a_decimal_does_not_depend_on_the_decimal_context(self):
        with decimal.localcontext() as context:
            context.prec = 2
            context.traps[decimal.Inexact] = True
            self.assertGiven(
                Decimal("123456.78"), own_cost=Decimal("123456.78")
            )

    def test_decimals_that_are_no_amounts_are_refused(self):
        for text in ("NaN", "Infinity", "-Infinity", "sNaN", "1E+400"):
            with self.subTest(text):
                with self.assertRaises(mutualaid.MutualAidError) as caught:
                    self.read_back(own_cost=Decimal(text))
                self.assertEqual(caught.exception.fact, "own_cost")

    def test_an_int_for_money_is_refused_with_the_remedy(self):
        with self.assertRaises(mutualaid.WrongTypeError) as caught:
            self.read_back(own_cost=1300)
        error = caught.exception
        self.assertIn("Decimal('1300.00')", error.remedy)
        self.assertIn("minor units", error.remedy)

    def test_a_float_is_refused_with_the_remedy_whatever_the_fact(self):
        for name in self.harbour.facts:
            with self.subTest(name):
                with self.assertRaises(mutualaid.WrongTypeError) as caught:
                    self.read_back(**{name: 2.0})
                self.assertIn("float", caught.exception.remedy)

    def test_a_count_is_an_int(self):
        self.assertGiven(3, units=3)
        self.assertGiven(3, units="3")

    def test_a_count_is_whatever_counts_as_an_int(self):
        class Index:
            def __index__(self):
                return 4

        self.assertGiven(4, units=Index())

    def test_a_bool_is_no_count(self):
        with self.assertRaises(mutualaid.WrongTypeError):
            self.read_back(units=True)

    def test_an_int_past_64_bits_is_out_of_range(self):
        for value in (2**63, -(2**63) - 1, 10**30):
            with self.subTest(value):
                with self.assertRaises(mutualaid.MutualAidError) as caught:
                    self.read_back(units=value)
                self.assertEqual(caught.exception.fact, "units")

    def test_a_measure_is_a_decimal_an_int_or_text_with_its_unit(self):
        self.assertGiven(Decimal("40.5"), room_size=Decimal("40.5"))
        self.assertGiven(Decimal("40.0"), room_size=40)
        self.assertGiven(Decimal("40.0"), room_size="40 m2")

    def test_a_rate_is_a_fraction_or_text(self):
        self.assertGiven(Fraction(1, 5), hardship=Fraction(1, 5))
        self.assertGiven(Fraction(1, 8), hardship="12.5%")

    def test_a_decimal_is_no_rate(self):
        with self.assertRaises(mutualaid.WrongTypeError) as caught:
            self.read_back(hardship=Decimal("0.2"))
        self.assertIn("Fraction(1, 5)", caught.exception.remedy)

    def test_a_day_is_a_date_or_text(self):
        day = date(2024, 2, 29)
        self.assertGiven(day, admitted_on=day)
        self.assertGiven(day, admitted_on="2024-02-29")

    def test_a_datetime_is_refused_with_the_remedy(self):
        with self.assertRaises(mutualaid.WrongTypeError) as caught:
            self.read_back(admitted_on=datetime.datetime(2024, 3, 1))
        self.assertIn("date()", caught.exception.remedy)

    def test_a_flag_is_a_bool(self):
        self.assertGiven(True, self_inflicted=True)
        self.assertGiven(False, self_inflicted=False)
        self.assertGiven(True, self_inflicted="true")

    def test_an_int_is_no_flag(self):
        with self.assertRaises(mutualaid.WrongTypeError):
            self.read_back(self_inflicted=1)

    def test_a_choice_is_its_code(self):
        self.assertGiven("private", ward="private")
        self.assertGiven("2", ward=2)

    def test_an_unknown_choice_is_refused(self):
        with self.assertRaises(mutualaid.MutualAidError) as caught:
            self.read_back(ward="penthouse")
        self.assertEqual(caught.exception.fact, "ward")

    def test_none_is_not_given(self):
        self.assertEqual(self.read_back(units=None, own_cost=None), {})

    def test_absent_is_said(self):
        self.assertGiven(mutualaid.ABSENT, own_cost=mutualaid.ABSENT)

    def test_absent_is_refused_where_it_cannot_be(self):
        with self.assertRaises(mutualaid.MutualAidError) as caught:
            self.read_back(units=mutualaid.ABSENT)
        self.assertEqual(caught.exception.fact, "units")

    def test_other_types_are_refused_with_a_remedy_whatever_the_fact(self):
        for name in self.harbour.facts:
            for value in (object(), b"3", [3], 3j):
                with self.subTest(name, value=type(value)):
                    with self.assertRaises(mutualaid.WrongTypeError) as caught:
                        self.read_back(**{name: value})
                    self.assertEqual(caught.exception.fact, name)
                    self.assertTrue(caught.exception.remedy)

    def test_text_that_is_no_text_is_refused(self):
        with self.assertRaises(ValueError):
            self.read_back(ward="\ud800")

    def test_a_nul_ends_no_name(self):
        with self.assertRaises(mutualaid.UnknownNameError):
            self.harbour.decide("sick_nights\0", STAY)
        with self.assertRaises(mutualaid.UnknownNameError):
            self.harbour.decide("sick_nights", {"units\0": 1})

    def test_facts_may_come_as_mapping_and_as_keywords(self):
        expected = self.harbour.decide("sick_nights", STAY)
        self.assertEqual(self.harbour.decide("sick_nights", **STAY), expected)
        rest = {name: value for name, value in STAY.items() if name != "units"}
        mixed = self.harbour.decide("sick_nights", rest, units=2)
        self.assertEqual(mixed, expected)

    def test_a_fact_given_twice_is_refused(self):
        with self.assertRaises(mutualaid.InvalidArgumentError):
            self.harbour.decide("sick_nights", STAY, units=2)


if __name__ == "__main__":
    run()
