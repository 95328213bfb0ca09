# SPDX-License-Identifier: MIT
"""test_errors.py - one exception for each status, and what it tells."""

import pickle
import re
import unittest

from support import SOURCE, run

import mutualaid
from mutualaid import errors
from mutualaid._swig import core

HEADERS = SOURCE / "include" / "mutualaid"


def messages():
    """Each code of messages.def: name, number, status, layer."""
    text = (HEADERS / "messages.def").read_text(encoding="utf-8")
    return re.findall(
        r"^MUTAID_MESSAGE\(\s*(\w+),\s*(\d+),\s*(MUTAID_\w+),\s*\"(\w+)\"",
        text,
        re.MULTILINE,
    )


def statuses():
    """Each status of status.h: name and number."""
    text = (HEADERS / "status.h").read_text(encoding="utf-8")
    found = re.findall(r"\b(MUTAID_ERROR_[A-Z]+) = (\d+)", text)
    return {name: int(number) for name, number in found}


class Exceptions(unittest.TestCase):
    def raised(self, status, code):
        with self.assertRaises(mutualaid.MutualAidError) as caught:
            core.fail_on_purpose(status, code)
        return caught.exception

    def test_every_code_raises_the_exception_of_its_status(self):
        numbers = statuses()
        self.assertGreater(len(messages()), 20)
        for name, number, status, layer in messages():
            with self.subTest(name):
                error = self.raised(numbers[status], int(number))
                self.assertEqual(error.status_name, status)
                self.assertEqual(error.code, int(number))
                self.assertEqual(error.code_name, name.lower())
                self.assertEqual(core.code_layer(int(number)), layer)

    def test_every_status_has_an_exception_of_its_own(self):
        kinds = {
            name: type(self.raised(number, 0))
            for name, number in statuses().items()
        }
        self.assertEqual(len(set(kinds.values())), len(kinds))
        for name, kind in kinds.items():
            self.assertEqual(kind.status_name, name)
            self.assertTrue(issubclass(kind, mutualaid.MutualAidError))
            self.assertIsNot(kind, mutualaid.MutualAidError)
            self.assertIn(kind.__name__, mutualaid.__all__)

    def test_a_status_that_is_unknown_still_raises(self):
        self.assertIs(type(self.raised(77, 0)), mutualaid.MutualAidError)

    def test_an_exception_carries_place_fact_text_and_remedy(self):
        error = self.raised(6, 0)
        self.assertEqual((error.line, error.column), (3, 7))
        self.assertEqual(error.fact, "units")
        self.assertEqual(error.text, "故意: on purpose")
        self.assertEqual(error.remedy, "do not")
        shown = "line 3, column 7: 故意: on purpose (do not)"
        self.assertEqual(str(error), shown)

    def test_an_exception_is_also_what_python_calls_it(self):
        for kind, builtin in {
            mutualaid.InvalidArgumentError: ValueError,
            mutualaid.MemoryLimitError: MemoryError,
            mutualaid.UnknownNameError: LookupError,
            mutualaid.WrongTypeError: TypeError,
            mutualaid.OutOfRangeError: ValueError,
        }.items():
            self.assertTrue(issubclass(kind, builtin))

    def test_an_exception_can_be_pickled(self):
        for number in statuses().values():
            error = self.raised(number, 0)
            again = pickle.loads(pickle.dumps(error))
            self.assertIs(type(again), type(error))
            self.assertEqual(vars(again), vars(error))
            self.assertEqual(str(again), str(error))


class Excerpts(unittest.TestCase):
    def refused(self, text):
        with self.assertRaises(mutualaid.RulebookError) as caught:
            mutualaid.Rulebook.parse(text)
        return caught.exception

    def test_a_faulty_rulebook_is_shown_with_a_caret(self):
        error = self.refused('{\n  "id": 3 "edition": 4\n}')
        self.assertEqual((error.line, error.code_name), (2, "missing_comma"))
        self.assertEqual(
            error.excerpt,
            '2 |   "id": 3 "edition": 4\n' "  |          ^",
        )
        self.assertIn(error.excerpt, str(error))

    def test_the_caret_stands_below_wide_characters(self):
        error = self.refused('{"标题": 标, "x": 2}')
        self.assertEqual(
            error.excerpt,
            '1 | {"标题": 标, "x": 2}\n' "  |   \u3000\u3000   ^",
        )

    def test_a_caret_is_drawn_below_the_place_whatever_the_line(self):
        drawn = errors._excerpt("a\tb\u0301c\r\nd".encode(), 1, 5)
        self.assertEqual(drawn, "1 | a\tb\u0301c\n  |  \t ^")
        self.assertEqual(errors._excerpt(b"a", 7, 1), "")
        self.assertEqual(
            errors._excerpt(b"\xef\xbb\xbfab", 1, 2), "1 | ab\n  |  ^"
        )

    def test_every_fault_is_listed(self):
        text = '{"a": 1, "a": 2, "b": 1, "b": 2}'
        error = self.refused(text)
        places = [
            fault.column
            for fault in error.faults
            if fault.code_name == "duplicate_key"
        ]
        self.assertEqual(places, [10, 26])
        self.assertIn("more: see the attribute faults", str(error))
        for fault in error.faults:
            self.assertFalse(fault.is_warning)
            self.assertTrue(fault.text)
            self.assertTrue(fault.remedy)
            self.assertEqual(fault.offset, fault.column - 1)

    def test_a_faulty_rulebook_can_be_pickled_with_its_faults(self):
        error = self.refused("[")
        again = pickle.loads(pickle.dumps(error))
        self.assertEqual(again.faults, error.faults)
        self.assertEqual(str(again), str(error))

    def test_bytes_that_are_no_utf8_are_refused(self):
        self.assertEqual(self.refused(b'{"\xff": 1}').code_name, "bad_utf8")

    def test_what_is_no_text_is_refused(self):
        for value in (None, 3, ["{}"]):
            with self.assertRaises(TypeError):
                mutualaid.Rulebook.parse(value)


if __name__ == "__main__":
    run()
