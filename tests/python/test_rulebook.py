# SPDX-License-Identifier: MIT
"""test_rulebook.py - reading a rulebook, and asking everything it holds."""

import hashlib
import json
import unittest
from datetime import date
from decimal import Decimal
from fractions import Fraction

from support import HARBOUR, SOURCE, STAY, run

import mutualaid
from mutualaid import ABSENT, ValueType

BEIJING = SOURCE / "rulebooks" / "beijing.json"


class Reading(unittest.TestCase):
    def test_a_rulebook_is_read_from_text_bytes_and_file(self):
        data = HARBOUR.read_bytes()
        digests = {
            mutualaid.Rulebook.load(HARBOUR).digest,
            mutualaid.Rulebook.load(str(HARBOUR)).digest,
            mutualaid.Rulebook.parse(data).digest,
            mutualaid.Rulebook.parse(bytearray(data)).digest,
            mutualaid.Rulebook.parse(data.decode()).digest,
        }
        self.assertEqual(digests, {hashlib.sha256(data).hexdigest()})

    def test_a_file_that_is_not_there_is_an_oserror(self):
        with self.assertRaises(FileNotFoundError):
            mutualaid.Rulebook.load("there-is-no-such-file.json")

    def test_the_built_in_rulebook_is_the_file_of_the_project(self):
        data = BEIJING.read_bytes()
        self.assertEqual(mutualaid.Rulebook.beijing_text().encode(), data)
        with mutualaid.Rulebook.beijing() as beijing:
            self.assertEqual(beijing.digest, hashlib.sha256(data).hexdigest())

    def test_overrides_stand_in_place_of_parameters(self):
        for value in ("50.00", Decimal("50.00")):
            harbour = mutualaid.Rulebook.load(
                HARBOUR, overrides={"night_rate": value}
            )
            self.assertEqual(
                harbour.parameters["night_rate"].override, "50.00"
            )
            amount = harbour.decide("sick_nights", STAY).amount
            self.assertEqual(amount, Decimal("250.00"))

    def test_an_override_of_no_parameter_is_refused(self):
        with self.assertRaises(mutualaid.UnknownNameError) as caught:
            mutualaid.Rulebook.load(HARBOUR, overrides={"night_rat": "50.00"})
        self.assertEqual(caught.exception.fact, "night_rat")

    def test_an_override_that_is_no_literal_is_refused(self):
        for value in (50.0, object(), None):
            with self.assertRaises(mutualaid.WrongTypeError):
                mutualaid.Rulebook.load(
                    HARBOUR, overrides={"night_rate": value}
                )

    def test_the_limits_hold(self):
        with self.assertRaises(mutualaid.MemoryLimitError):
            mutualaid.Rulebook.load(HARBOUR, memory_cap=2000)
        with self.assertRaises(mutualaid.RulebookError) as caught:
            mutualaid.Rulebook.load(HARBOUR, text_limit=100)
        self.assertEqual(caught.exception.code_name, "text_too_long")
        harbour = mutualaid.Rulebook.load(HARBOUR, case_memory_cap=64)
        with self.assertRaises(mutualaid.MemoryLimitError):
            harbour.decide("sick_nights", STAY)

    def test_examples_are_run_unless_told_otherwise(self):
        text = HARBOUR.read_text(encoding="utf-8")
        wrong = text.replace('"amount": "240.00"', '"amount": "240.01"')
        with self.assertRaises(mutualaid.RulebookError):
            mutualaid.Rulebook.parse(wrong)
        mutualaid.Rulebook.parse(wrong, run_examples=False)

    def test_warnings_are_kept(self):
        warnings = mutualaid.Rulebook.load(HARBOUR).warnings
        self.assertTrue(warnings)
        for warning in warnings:
            self.assertTrue(warning.is_warning)
            self.assertEqual(warning.layer, "warning")

    def test_a_rulebook_is_not_made_by_its_class(self):
        with self.assertRaises(TypeError):
            mutualaid.Rulebook()


class Asking(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.harbour = mutualaid.Rulebook.load(HARBOUR)
        cls.written = json.loads(HARBOUR.read_text(encoding="utf-8"))

    def test_its_head(self):
        self.assertEqual(self.harbour.id, "harbour-sick-fund")
        self.assertEqual(self.harbour.edition, "2024")
        self.assertEqual(self.harbour.title.zh, "港口互助金")
        self.assertEqual(self.harbour.title.en, "harbour sick fund")
        self.assertEqual(
            (self.harbour.currency, self.harbour.decimals), ("GBP", 2)
        )

    def test_every_fact_is_what_the_text_says(self):
        self.assertEqual(list(self.harbour.facts), list(self.written["facts"]))
        for name, written in self.written["facts"].items():
            fact = self.harbour.facts[name]
            self.assertEqual(fact.name, name)
            self.assertEqual(fact.type.value, written["type"])
            self.assertEqual(
                fact.label, mutualaid.Text(**written.get("label", {}))
            )
            self.assertEqual(fact.unit, written.get("unit", ""))
            self.assertEqual(fact.note, written.get("note", ""))
            self.assertEqual(fact.not_before, written.get("not_before"))
            self.assertEqual(
                [choice.code for choice in fact.choices],
                [choice["code"] for choice in written.get("choices", ())],
            )
            may_be_absent = (
                written.get("optional", False)
                or written.get("if_missing", 0) is None
            )
            self.assertEqual(fact.may_be_absent, may_be_absent)

    def test_bounds_and_defaults_are_typed(self):
        facts = self.harbour.facts
        self.assertEqual(
            (facts["units"].at_least, facts["units"].at_most), (1, 9)
        )
        self.assertEqual(facts["own_cost"].at_most, Decimal("1000000.00"))
        self.assertEqual(facts["hardship"].at_most, Fraction(1))
        self.assertEqual(facts["room_size"].at_most, Decimal("500.0"))
        self.assertEqual(facts["admitted_on"].at_least, date(1900, 1, 1))
        self.assertEqual(facts["admitted_on"].at_most, date(2199, 12, 31))
        self.assertIsNone(facts["ward"].at_most)
        self.assertIs(facts["self_inflicted"].if_missing, False)
        self.assertEqual(facts["nights_so_far"].if_missing, 0)
        self.assertEqual(facts["hardship"].if_missing, Fraction(1, 8))
        self.assertIs(facts["own_cost"].if_missing, ABSENT)
        self.assertIsNone(facts["units"].if_missing)

    def test_parts_name_their_facts_items_and_requirements(self):
        self.assertEqual(
            list(self.harbour.parts),
            ["sick_nights", "sick_nights.contribution"],
        )
        part = self.harbour.parts["sick_nights"]
        self.assertIs(part.kind, mutualaid.PartKind.SCHEME)
        self.assertEqual(part.title.en, "hospital nights")
        self.assertEqual(set(part.facts), set(self.harbour.facts))
        self.assertEqual(
            [item.id for item in part.items], ["nights", "costs", "room"]
        )
        named = [one.id for one in part.requirements]
        for expected in ("ward", "units", "self_inflicted", "claim_by"):
            self.assertIn(expected, named)
        fee = self.harbour.parts["sick_nights.contribution"]
        self.assertIs(fee.kind, mutualaid.PartKind.CONTRIBUTION)

    def test_parameters_say_what_stands_in_their_place(self):
        rate = self.harbour.parameters["night_rate"]
        self.assertEqual(rate.literal, "48.00")
        self.assertIsNone(rate.override)
        self.assertIs(rate.type, ValueType.MONEY)
        share = self.harbour.parameters["cost_share"]
        clause = self.harbour.clauses[share.clause]
        self.assertIs(clause.basis, mutualaid.Basis.ASSUMED)

    def test_sources_are_documents(self):
        self.assertEqual(
            self.harbour.sources["rules-2024"],
            mutualaid.Source(
                "rules-2024",
                "Rules of the fund",
                "the fund",
                "2024-01-01",
                "https://example.org/rules",
            ),
        )

    def test_clauses_point_into_the_text(self):
        lines = HARBOUR.read_text(encoding="utf-8").split("\n")
        self.assertTrue(self.harbour.clauses)
        for clause in self.harbour.clauses:
            self.assertTrue(clause.path)
            self.assertLessEqual(clause.line, len(lines))
            self.assertLessEqual(clause.column, len(lines[clause.line - 1]))

    def test_what_it_holds_cannot_be_changed(self):
        with self.assertRaises(TypeError):
            self.harbour.facts["other"] = None
        with self.assertRaises(AttributeError):
            self.harbour.facts["units"].name = "other"

    def test_a_part_is_told_as_a_page(self):
        page = self.harbour.tell("sick_nights", "en")
        self.assertTrue(page.startswith("# hospital nights"), page)
        self.assertIn("only general wards are covered", page)
        self.assertIn("住院津贴", self.harbour.tell("sick_nights", "zh"))
        with self.assertRaises(mutualaid.UnknownNameError):
            self.harbour.tell("sick_days", "en")
        with self.assertRaises(ValueError):
            self.harbour.tell("sick_nights", "fr")

    def test_its_repr_is_short(self):
        self.assertEqual(
            repr(self.harbour),
            '<Rulebook "harbour-sick-fund" 2024, 2 parts, 11 facts>',
        )

    def test_everything_can_be_asked_of_beijing(self):
        with mutualaid.Rulebook.beijing() as beijing:
            written = json.loads(mutualaid.Rulebook.beijing_text())
            self.assertEqual(list(beijing.facts), list(written["facts"]))
            self.assertEqual(list(beijing.sources), list(written["sources"]))
            self.assertEqual(
                list(beijing.parameters), list(written["parameters"])
            )
            schemes = [
                name
                for name, part in beijing.parts.items()
                if part.kind is mutualaid.PartKind.SCHEME
            ]
            self.assertEqual(schemes, list(written["schemes"]))
            for part in beijing.parts.values():
                self.assertLessEqual(set(part.facts), set(beijing.facts))


class Cases(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.harbour = mutualaid.Rulebook.load(HARBOUR)

    def test_a_case_is_written_and_read(self):
        facts = {
            "admitted_on": date(2024, 3, 1),
            "ward": "2",
            "units": 2,
            "own_cost": Decimal("12.50"),
            "hardship": Fraction(1, 4),
            "room_size": Decimal("12.5"),
            "self_inflicted": False,
            "claimed_on": ABSENT,
        }
        text = self.harbour.write_case("sick_nights", facts)
        self.assertEqual(json.loads(text)["part"], "sick_nights")
        case = self.harbour.read_case(text)
        self.assertEqual(case.part, "sick_nights")
        self.assertEqual(dict(case.facts), facts)
        self.assertEqual(self.harbour.read_case(text.encode()), case)

    def test_a_case_need_not_name_a_part(self):
        text = self.harbour.write_case(None, units=2)
        self.assertIsNone(self.harbour.read_case(text).part)
        with self.assertRaises(mutualaid.InvalidArgumentError):
            self.harbour.replay(text)

    def test_a_text_that_is_no_case_is_refused(self):
        for text in ("", "[", "{}x", '{"fact": {}}'):
            with self.subTest(text):
                with self.assertRaises(mutualaid.CaseError):
                    self.harbour.read_case(text)

    def test_a_wrong_fact_in_a_case_is_refused_with_its_place(self):
        with self.assertRaises(mutualaid.MutualAidError) as caught:
            self.harbour.read_case('{"facts": {\n  "units": 99}}')
        self.assertIsInstance(caught.exception, mutualaid.OutOfRangeError)
        self.assertEqual(caught.exception.line, 2)
        self.assertEqual(caught.exception.fact, "units")

    def test_the_case_of_another_rulebook_is_refused(self):
        text = self.harbour.write_case("sick_nights", STAY)
        other = mutualaid.Rulebook.load(
            HARBOUR, overrides={"night_rate": "50.00"}
        )
        with self.assertRaises(mutualaid.CaseError):
            other.replay(text)


if __name__ == "__main__":
    run()
