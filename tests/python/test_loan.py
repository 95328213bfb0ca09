# SPDX-License-Identifier: MIT
"""test_loan.py - loans: requests, events, schedules, statements."""

import copy
import datetime
import pickle
import unittest
from decimal import Decimal
from fractions import Fraction

from support import run

import mutualaid
from mutualaid import LoanEvent, LoanRequest, Payments, Repayment

BEIJING = mutualaid.Rulebook.beijing()
FIRST = datetime.date(2021, 3, 21)
YEAR = LoanRequest(
    principal=Decimal("100000.00"),
    repayment=Repayment.INTEREST_ONLY,
    signed_on=FIRST,
    term_months=12,
)
YEAR_AS_JSON = """{
  "principal": "100000.00", "repayment": "interest_only",
  "signed_on": "2021-03-21", "term": 12
}"""


def changed(**more):
    """The loan of a year with something else."""
    fields = {name: getattr(YEAR, name) for name in YEAR.__dataclass_fields__}
    return LoanRequest(**{**fields, **more})


def schedule(*events, **more):
    """The schedule of a loan of a year."""
    return BEIJING.schedule("startup_loan", changed(events=events, **more))


class Schedules(unittest.TestCase):
    def test_interest_is_due_each_quarter_and_subsidised_whole(self):
        found = schedule()
        self.assertEqual(
            [(row.days, row.interest) for row in found.rows],
            [
                (92, Decimal("983.89")),
                (92, Decimal("983.89")),
                (91, Decimal("973.19")),
                (90, Decimal("962.50")),
            ],
        )
        self.assertEqual(found.interest, Decimal("3903.47"))
        self.assertEqual(found.subsidised_interest, Decimal("3903.47"))
        self.assertEqual(found.borrower_interest, Decimal("0.00"))
        self.assertEqual(found.subsidy_payable, Decimal("3903.47"))
        self.assertEqual(found.principal, Decimal("100000.00"))
        self.assertEqual(found.currency, "CNY")
        self.assertEqual(found.digest, BEIJING.digest)

    def test_a_row_knows_its_days_its_rate_and_its_balance(self):
        row = schedule().rows[0]
        self.assertEqual(row.start, FIRST)
        self.assertEqual(row.until, datetime.date(2021, 6, 21))
        self.assertEqual(row.due, datetime.date(2021, 6, 20))
        self.assertEqual(row.rate.exact, Fraction(77, 2000))
        self.assertEqual(row.balance, row.opening)
        self.assertEqual(row.payment, row.interest + row.principal)
        self.assertFalse(row.is_extension)
        self.assertEqual(row.paid_on, row.due)

    def test_the_terms_name_their_rates_and_what_they_leaned_on(self):
        found = schedule()
        self.assertEqual(found.rates[0].start, FIRST)
        self.assertEqual(found.rates[0].read_on, FIRST)
        self.assertEqual(str(found.rates[0].rate), "3.85%")
        self.assertTrue(
            any(note.kind is mutualaid.NoteKind.ASSUMED for note in found.notes)
        )

    def test_principal_sums_to_what_was_lent(self):
        for repayment in BEIJING.loans["startup_loan"].repayments:
            found = schedule(repayment=repayment, term_months=36)
            self.assertEqual(
                sum(row.principal for row in found.rows), found.principal
            )
            self.assertEqual(found.rows[-1].balance, 0)
            self.assertEqual(
                sum(row.interest for row in found.rows), found.interest
            )
            self.assertIs(found.repayment, repayment)

    def test_statements_of_a_year_sum_to_the_schedule(self):
        found = schedule()
        quarters = [
            found.statement(
                datetime.date(2021, month, 1),
                datetime.date(2021 + month // 10, (month + 2) % 12 + 1, 1)
                - datetime.timedelta(days=1),
            )
            for month in (1, 4, 7, 10)
        ]
        self.assertEqual(
            [quarter.subsidy for quarter in quarters],
            [
                Decimal("0.00"),
                Decimal("983.89"),
                Decimal("983.89"),
                Decimal("973.19"),
            ],
        )
        self.assertEqual(quarters[1].outstanding, Decimal("100000.00"))
        rest = found.statement(
            datetime.date(2022, 1, 1), datetime.date(2022, 12, 31)
        )
        self.assertEqual(rest.principal_paid, Decimal("100000.00"))
        self.assertEqual(
            sum(quarter.subsidy for quarter in quarters) + rest.subsidy,
            found.subsidy_payable,
        )

    def test_the_rulebook_lists_its_loans(self):
        loan = BEIJING.loans["startup_loan"]
        self.assertEqual(loan.limit_part, "startup_loan.limit")
        self.assertIn(loan.limit_part, BEIJING.parts)
        self.assertIn(Repayment.INTEREST_ONLY, loan.repayments)
        self.assertIn("startup_loan", repr(loan))


class Events(unittest.TestCase):
    def test_a_prepayment_lowers_the_interest(self):
        day = datetime.date(2021, 9, 21)
        found = schedule(
            LoanEvent.prepay(day, Decimal("50000.00"), shorter=False)
        )
        self.assertEqual(found.rows[2].prepaid, Decimal("50000.00"))
        self.assertEqual(found.rows[2].interest, Decimal("486.60"))
        self.assertEqual(found.rows[-1].principal, Decimal("50000.00"))
        self.assertLess(found.interest, schedule().interest)

    def test_whoever_settles_owes_nothing_after(self):
        day = datetime.date(2021, 9, 21)
        found = schedule(LoanEvent.settle(day))
        self.assertEqual(found.last_day, day)
        self.assertEqual(found.rows[-1].balance, 0)

    def test_a_stated_rate_holds_from_its_day(self):
        day = datetime.date(2021, 6, 21)
        by_text = schedule(LoanEvent.reprice(day, "4.35%"))
        exact = schedule(LoanEvent.reprice(day, Fraction(87, 2000)))
        self.assertEqual(by_text, exact)
        self.assertEqual(str(by_text.rows[1].rate), "4.35%")
        self.assertIsNone(by_text.rates[1].read_on)
        self.assertEqual(schedule(LoanEvent.reprice(day)).rates[1].read_on, day)

    def test_what_is_not_paid_is_not_subsidised(self):
        found = schedule(payments=Payments.BY_EVENTS)
        self.assertEqual(found.subsidy_payable, 0)
        self.assertEqual(found.overdue_principal, found.principal)
        paid = schedule(
            LoanEvent.repay(datetime.date(2021, 6, 20), Decimal("983.89")),
            payments=Payments.BY_EVENTS,
        )
        self.assertEqual(paid.subsidy_payable, Decimal("983.89"))

    def test_thirty_days_overdue_cost_penalty_without_subsidy(self):
        last = datetime.date(2022, 3, 21)
        found = schedule(
            LoanEvent.overdue(last, Decimal("100000.00")),
            as_of=last + datetime.timedelta(days=30),
        )
        self.assertEqual(found.penalty, Decimal("481.25"))
        self.assertEqual(found.overdue_principal, Decimal("100000.00"))
        self.assertEqual(found.subsidised_interest, Decimal("3903.47"))

    def test_an_extension_is_not_subsidised(self):
        found = schedule(LoanEvent.extend(datetime.date(2022, 1, 10), 3))
        extension = [row for row in found.rows if row.is_extension]
        self.assertTrue(extension)
        self.assertEqual(sum(row.subsidised_interest for row in extension), 0)

    def test_a_draw_says_what_is_known(self):
        self.assertEqual(
            schedule(LoanEvent.draw(FIRST, "100000.00")).rows, schedule().rows
        )


class Requests(unittest.TestCase):
    def test_json_asks_for_the_same(self):
        read = BEIJING.schedule("startup_loan", YEAR_AS_JSON)
        self.assertEqual(read, schedule())
        self.assertEqual(
            BEIJING.schedule("startup_loan", YEAR_AS_JSON.encode()), read
        )

    def test_an_amount_may_be_text(self):
        self.assertEqual(schedule(principal="100000.00"), schedule())
        self.assertEqual(schedule(principal="100000"), schedule())

    def test_what_is_not_exact_is_refused(self):
        for principal in (100000.0, 100000, "0.001", "1e5", None, "x"):
            with self.assertRaises(mutualaid.WrongTypeError) as caught:
                schedule(principal=principal)
            self.assertEqual(caught.exception.fact, "principal")
            self.assertTrue(caught.exception.remedy)
        with self.assertRaises(mutualaid.WrongTypeError):
            schedule(signed_on=datetime.datetime(2021, 3, 21))
        with self.assertRaises(mutualaid.WrongTypeError):
            schedule(signed_on="2021-03-21")
        for rate in (0.0385, "much", "1/0%"):
            with self.assertRaises(mutualaid.WrongTypeError):
                schedule(LoanEvent.reprice(FIRST, rate))
        for term in (12.0, True, "12", 2**63):
            with self.assertRaises(mutualaid.WrongTypeError):
                schedule(term_months=term)
        with self.assertRaises(TypeError):
            BEIJING.schedule("startup_loan", 5)

    def test_what_is_impossible_is_refused(self):
        for more in (
            {"principal": Decimal("0.00")},
            {"term_months": 100000},
            {"term_months": 2**32 + 12},
            {"term_months": -1},
            {"last_day": FIRST, "term_months": 0},
            {"signed_on": datetime.date(1950, 1, 1)},
        ):
            with self.assertRaises(mutualaid.OutOfRangeError) as caught:
                schedule(**more)
            self.assertTrue(caught.exception.remedy, more)
            self.assertGreater(caught.exception.code, 0)

    def test_a_text_that_is_no_request_is_refused_at_its_place(self):
        with self.assertRaises(mutualaid.CaseError) as caught:
            BEIJING.schedule("startup_loan", '{\n"principal": "1.00",\n"repayment": "x"}')
        self.assertEqual(caught.exception.line, 3)

    def test_a_loan_that_is_not_there_is_refused(self):
        for name in ("student_loan", "startup_loan\0", ""):
            with self.assertRaises(mutualaid.UnknownNameError):
                BEIJING.schedule(name, YEAR)


class Values(unittest.TestCase):
    def test_equal_schedules_are_equal(self):
        self.assertEqual(schedule(), schedule())
        self.assertEqual(hash(schedule()), hash(schedule()))
        self.assertNotEqual(schedule(), schedule(term_months=6))
        self.assertNotEqual(schedule(), None)

    def test_a_schedule_cannot_be_changed(self):
        with self.assertRaises(AttributeError):
            schedule()._rows = ()
        with self.assertRaises(AttributeError):
            del schedule()._rows
        with self.assertRaises(TypeError):
            mutualaid.Schedule()

    def test_a_schedule_can_be_copied_and_pickled(self):
        found = schedule()
        self.assertIs(copy.copy(found), found)
        self.assertIs(copy.deepcopy(found), found)
        again = pickle.loads(pickle.dumps(found))
        self.assertEqual(again, found)
        self.assertEqual(again.rows, found.rows)
        self.assertEqual(again.explain("zh"), found.explain("zh"))
        with self.assertRaises(ValueError):
            again.statement(FIRST, FIRST)

    def test_it_works_after_its_rulebook_is_closed(self):
        with mutualaid.Rulebook.beijing() as rulebook:
            found = rulebook.schedule("startup_loan", YEAR)
        self.assertIn("983.89", found.explain("en"))
        with self.assertRaises(ValueError):
            rulebook.schedule("startup_loan", YEAR)

    def test_texts_hold_the_rows(self):
        found = schedule()
        for language in ("zh", "en"):
            self.assertIn("983.89", found.explain(language))
        self.assertEqual(len(found.to_dict()["rows"]), 4)
        self.assertIn("4 rows", repr(found))
        self.assertIn("983.89", repr(found.rows[0]))
        with self.assertRaises(ValueError):
            found.explain("fr")


class DayCounts(unittest.TestCase):
    def test_days_and_years_are_exact(self):
        found = mutualaid.day_count(
            "actual_360", FIRST, datetime.date(2021, 6, 21)
        )
        self.assertEqual(found.days, 92)
        self.assertEqual(found.years, Fraction(92, 360))

    def test_a_last_february_ends_as_it_is(self):
        days = datetime.date(2007, 2, 28), datetime.date(2008, 2, 29)
        found = mutualaid.day_count("30_360_isda", *days, days[1])
        self.assertEqual(found.days, 359)
        self.assertEqual(mutualaid.day_count("30_360_isda", *days).days, 360)

    def test_what_does_not_exist_is_refused(self):
        with self.assertRaises(mutualaid.UnknownNameError):
            mutualaid.day_count("actual_366", FIRST, FIRST)
        with self.assertRaises(mutualaid.InvalidArgumentError):
            mutualaid.day_count(
                "actual_360", FIRST, FIRST - datetime.timedelta(days=1)
            )


if __name__ == "__main__":
    run()
