# SPDX-License-Identifier: MIT
"""test_decision.py - everything of a decision, and that it is a value."""

import copy
import decimal
import json
import pickle
import re
import unittest
from datetime import date
from decimal import Decimal
from fractions import Fraction
from html.parser import HTMLParser

from support import HARBOUR, STAY, run

import mutualaid
from mutualaid import Outcome, Verdict


class Decided(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.harbour = mutualaid.Rulebook.load(HARBOUR)
        cls.paid = cls.harbour.decide("sick_nights", STAY)
        cls.refused = cls.harbour.decide("sick_nights", {**STAY, "units": 7})
        open_case = {**STAY, "units": None}
        cls.open = cls.harbour.decide("sick_nights", open_case)

    # --- the answer -------------------------------------------------------

    def test_what_is_eligible_has_an_amount(self):
        self.assertIs(self.paid.outcome, Outcome.ELIGIBLE)
        self.assertEqual(self.paid.amount, Decimal("240.00"))
        self.assertEqual(str(self.paid.amount), "240.00")
        self.assertEqual(self.paid.least, self.paid.most)
        self.assertEqual(self.paid.currency, "GBP")
        self.assertEqual(self.paid.missing, ())
        self.assertEqual(self.paid.failed, ())

    def test_what_is_refused_pays_nothing_and_says_why(self):
        self.assertIs(self.refused.outcome, Outcome.REFUSED)
        self.assertEqual(self.refused.amount, Decimal("0.00"))
        (why,) = self.refused.failed
        self.assertEqual(why.id, "units")
        self.assertEqual(why.text.zh, "最多五份")
        self.assertIs(why.verdict, Verdict.FAILED)
        self.assertEqual(why.clause.source.id, "rules-2024")
        (finding,) = why.findings
        self.assertEqual(finding.name, "units")
        self.assertIs(finding.relation, mutualaid.Relation.AT_MOST)
        self.assertEqual(finding.found.exact, 7)
        self.assertEqual(finding.required.exact, 5)
        self.assertEqual(abs(finding.distance.exact), 2)

    def test_what_is_open_has_no_amount_but_bounds(self):
        self.assertIs(self.open.outcome, Outcome.UNDETERMINED)
        self.assertEqual(self.open.missing, ("units",))
        self.assertEqual(self.open.least, Decimal("0.00"))
        self.assertEqual(self.open.most, Decimal("600.00"))
        with self.assertRaises(mutualaid.UndeterminedError) as caught:
            self.open.amount
        self.assertTrue(caught.exception.text)
        self.assertTrue(caught.exception.remedy)
        self.assertGreater(caught.exception.code, 0)

    def test_each_benefit_has_its_own_outcome_and_amount(self):
        facts = {**STAY, "own_cost": Decimal("500.00"), "room_size": 12}
        decision = self.harbour.decide("sick_nights", facts)
        found = {
            item.id: (item.outcome, item.amount) for item in decision.items
        }
        self.assertEqual(
            found,
            {
                "nights": (Outcome.ELIGIBLE, Decimal("240.00")),
                "costs": (Outcome.ELIGIBLE, Decimal("15.00")),
                "room": (Outcome.ELIGIBLE, Decimal("3.60")),
            },
        )
        self.assertEqual(decision.amount, Decimal("258.60"))

    def test_a_benefit_that_does_not_apply_says_so(self):
        outcomes = {item.id: item.outcome for item in self.paid.items}
        self.assertIs(outcomes["room"], Outcome.NOT_APPLYING)

    def test_lines_say_what_came_in_and_what_came_out(self):
        lines = [line for line in self.paid.lines if line.item == "nights"]
        words = [line.step for line in lines if line.depth == 0]
        self.assertEqual(words[:2], ["take", "none_below"])
        times = [line for line in lines if line.step == "times"]
        self.assertEqual(times[0].operand.exact, Decimal("48.00"))
        self.assertEqual(times[0].after.exact, Decimal("240.00"))
        self.assertEqual(times[-1].operand.exact, Fraction(1, 2))
        self.assertEqual(str(times[-1].operand), "50%")
        self.assertEqual(times[-1].after.exact, Decimal("240.00"))

    def test_the_shares_of_a_benefit_sum_to_its_amount(self):
        facts = {**STAY, "own_cost": Decimal("733.33"), "hardship": "33.33%"}
        decision = self.harbour.decide("sick_nights", facts)
        for item in decision.items:
            shares = [
                line.share
                for line in decision.lines
                if line.item == item.id and line.depth == 0
            ]
            self.assertEqual(sum(shares), item.amount, item.id)

    def test_a_deadline_is_a_day(self):
        (deadline,) = self.paid.deadlines
        self.assertEqual(deadline.id, "claim_by")
        self.assertEqual(deadline.last_day, date(2024, 9, 6))
        self.assertTrue(deadline.is_judged)

    def test_notes_name_assumed_clauses_and_defaults(self):
        facts = {**STAY, "own_cost": Decimal("500.00")}
        decision = self.harbour.decide("sick_nights", facts)
        kinds = {(note.kind, note.fact) for note in decision.notes}
        self.assertIn((mutualaid.NoteKind.DEFAULT, "hardship"), kinds)
        self.assertIn((mutualaid.NoteKind.DEFAULT, "nights_so_far"), kinds)
        assumed = [
            note
            for note in decision.notes
            if note.kind is mutualaid.NoteKind.ASSUMED
        ]
        self.assertTrue(assumed)
        self.assertIs(assumed[0].clause.basis, mutualaid.Basis.ASSUMED)

    def test_an_override_is_noted(self):
        with mutualaid.Rulebook.load(
            HARBOUR, overrides={"night_rate": Decimal("50.00")}
        ) as harbour:
            decision = harbour.decide("sick_nights", STAY)
        self.assertEqual(decision.amount, Decimal("250.00"))
        overridden = [
            note.parameter
            for note in decision.notes
            if note.kind is mutualaid.NoteKind.OVERRIDE
        ]
        self.assertEqual(overridden, ["night_rate"])

    # --- as text ----------------------------------------------------------

    def test_it_explains_itself_in_both_languages(self):
        self.assertIn("住院津贴", self.paid.explain("zh"))
        self.assertIn("hospital nights", self.paid.explain("en"))
        self.assertIn("240.00", self.paid.explain("zh"))

    def test_another_language_is_refused(self):
        for language in ("fr", "", "ZH", None):
            with self.assertRaises(ValueError):
                self.paid.explain(language)

    def test_every_line_has_a_text(self):
        for language in ("zh", "en"):
            texts = self.paid.line_texts(language)
            self.assertEqual(len(texts), len(self.paid.lines))
            self.assertTrue(all(texts))

    def test_it_is_written_as_json(self):
        self.assertEqual(self.paid.to_dict(), json.loads(self.paid.to_json()))
        self.assertIn(self.paid.digest, self.paid.to_json())

    def test_its_case_can_be_decided_again(self):
        again = self.harbour.replay(self.paid.case_json())
        self.assertEqual(again, self.paid)

    def test_its_repr_is_short(self):
        self.assertEqual(
            repr(self.paid), "<Decision sick_nights: eligible, 240.00 GBP>"
        )
        self.assertEqual(
            repr(self.open),
            "<Decision sick_nights: undetermined, 0.00 to 600.00 GBP, "
            "missing units>",
        )
        for line in self.paid.lines:
            self.assertLess(len(repr(line)), 160)

    def test_its_html_is_well_formed_and_shows_every_line(self):
        for decision in (self.paid, self.refused, self.open):
            balance = _Balance()
            balance.feed(decision._repr_html_())
            balance.close()
            self.assertEqual(balance.open, [])
        page = self.paid._repr_html_()
        self.assertEqual(page.count("<tr"), 1 + len(self.paid.lines))
        self.assertIn("<svg", page)
        self.assertNotIn("nan", page.lower())

    def test_its_html_ends_the_waterfall_on_the_amount(self):
        shown = re.findall(r">([-+0-9,.]+)</text>", self.paid._repr_html_())
        self.assertEqual(shown[-1], "240.00")

    def test_its_html_does_not_depend_on_the_decimal_context(self):
        expected = self.paid._repr_html_()
        with decimal.localcontext() as context:
            context.prec = 1
            self.assertEqual(self.paid._repr_html_(), expected)

    # --- as a value -------------------------------------------------------

    def test_equal_answers_are_equal_and_hash_alike(self):
        again = self.harbour.decide("sick_nights", STAY)
        self.assertIsNot(again, self.paid)
        self.assertEqual(again, self.paid)
        self.assertEqual(hash(again), hash(self.paid))
        self.assertNotEqual(again, self.refused)
        self.assertNotEqual(again, "240.00")

    def test_answers_of_another_rulebook_differ(self):
        text = HARBOUR.read_text(encoding="utf-8")
        with mutualaid.Rulebook.parse(text + "\n") as other:
            self.assertNotEqual(other.decide("sick_nights", STAY), self.paid)

    def test_it_cannot_be_changed_or_made(self):
        for name in ("outcome", "amount", "_record", "other"):
            with self.assertRaises(AttributeError):
                setattr(self.paid, name, None)
        with self.assertRaises(AttributeError):
            del self.paid._record
        with self.assertRaises(TypeError):
            mutualaid.Decision()
        with self.assertRaises(AttributeError):
            self.paid.lines[0].step = "other"

    def test_a_copy_is_the_decision_itself(self):
        self.assertIs(copy.copy(self.paid), self.paid)
        self.assertIs(copy.deepcopy(self.paid), self.paid)

    def test_what_was_pickled_tells_everything(self):
        for decision in (self.paid, self.refused, self.open):
            for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
                again = pickle.loads(pickle.dumps(decision, protocol))
                self.assertEqual(again, decision)
                self.assertEqual(hash(again), hash(decision))
                self.assertEqual(repr(again), repr(decision))
                for name in (
                    "part",
                    "outcome",
                    "least",
                    "most",
                    "currency",
                    "digest",
                    "items",
                    "missing",
                    "requirements",
                    "lines",
                    "deadlines",
                    "notes",
                ):
                    self.assertEqual(
                        getattr(again, name), getattr(decision, name), name
                    )
                for language in ("zh", "en"):
                    self.assertEqual(
                        again.explain(language), decision.explain(language)
                    )
                    self.assertEqual(
                        again.line_texts(language),
                        decision.line_texts(language),
                    )
                self.assertEqual(again.to_json(), decision.to_json())
                self.assertEqual(again.case_json(), decision.case_json())
                self.assertEqual(again._repr_html_(), decision._repr_html_())

    def test_what_is_open_still_is_when_pickled(self):
        again = pickle.loads(pickle.dumps(self.open))
        with self.assertRaises(mutualaid.UndeterminedError):
            again.amount

    # --- calendars --------------------------------------------------------

    def test_a_calendar_may_be_passed_beside_the_case(self):
        calendar = mutualaid.WorkCalendar(
            days_off=[date(2024, 5, 1)], workdays=[date(2024, 4, 28)]
        )
        decision = self.harbour.decide("sick_nights", STAY, calendar)
        self.assertEqual(decision.amount, Decimal("240.00"))
        self.assertEqual(
            calendar,
            mutualaid.WorkCalendar((date(2024, 5, 1),), (date(2024, 4, 28),)),
        )


class _Balance(HTMLParser):
    """Notices tags that are not closed in turn."""

    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        """What closes itself stays out of it."""

    def handle_endtag(self, tag):
        if self.open.pop() != tag:
            raise AssertionError(f"</{tag}> closes something else")


if __name__ == "__main__":
    run()
