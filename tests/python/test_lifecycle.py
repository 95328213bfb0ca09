# SPDX-License-Identifier: MIT
"""test_lifecycle.py - closing, sharing between threads, and giving back."""

import ctypes
import gc
import os
import pickle
import subprocess
import sys
import threading
import unittest
import weakref
from decimal import Decimal

from support import HARBOUR, STAY, run

import mutualaid

TEXT = HARBOUR.read_bytes()
INSTRUMENTED = os.environ.get("INSTRUMENTED") == "yes"


class Closing(unittest.TestCase):
    def setUp(self):
        self.harbour = mutualaid.Rulebook.parse(TEXT)

    def test_a_rulebook_may_be_closed_twice(self):
        self.assertFalse(self.harbour.closed)
        self.harbour.close()
        self.harbour.close()
        self.assertTrue(self.harbour.closed)
        self.assertIn("closed", repr(self.harbour))

    def test_a_rulebook_is_a_context_manager(self):
        with self.harbour as entered:
            self.assertIs(entered, self.harbour)
        self.assertTrue(self.harbour.closed)
        with self.assertRaises(ValueError):
            with self.harbour:
                pass

    def test_whatever_is_asked_of_a_closed_rulebook_raises(self):
        self.harbour.close()
        for ask in (
            lambda: self.harbour.decide("sick_nights", STAY),
            lambda: self.harbour.read_case("{}"),
            lambda: self.harbour.write_case(None, STAY),
            lambda: self.harbour.replay("{}"),
            lambda: self.harbour.tell("sick_nights", "zh"),
            lambda: self.harbour.id,
            lambda: self.harbour.digest,
            lambda: self.harbour.facts,
            lambda: self.harbour.parts,
            lambda: self.harbour.parameters,
            lambda: self.harbour.sources,
            lambda: self.harbour.clauses,
        ):
            with self.assertRaises(ValueError) as caught:
                ask()
            self.assertEqual(
                str(caught.exception),
                'the rulebook "harbour-sick-fund" is closed',
            )

    def test_a_decision_outlives_its_rulebook(self):
        decision = self.harbour.decide("sick_nights", STAY)
        expected = self.harbour.decide("sick_nights", STAY)
        texts = expected.explain("zh"), expected.to_json(), expected.lines
        self.harbour.close()
        del self.harbour
        gc.collect()
        self.assertEqual(decision.amount, Decimal("240.00"))
        found = decision.explain("zh"), decision.to_json(), decision.lines
        self.assertEqual(found, texts)
        self.assertEqual(pickle.loads(pickle.dumps(decision)), expected)

    def test_what_a_rulebook_holds_outlives_it(self):
        facts, clauses = self.harbour.facts, self.harbour.clauses
        self.harbour.close()
        gc.collect()
        self.assertEqual(facts["units"].label.en, "units")
        self.assertTrue(clauses[0].path)

    def test_a_closed_rulebook_is_given_back(self):
        book = weakref.ref(self.harbour._book())
        self.harbour.close()
        gc.collect()
        self.assertIsNone(book())

    def test_a_rulebook_is_not_pickled(self):
        with self.assertRaises(TypeError):
            pickle.dumps(self.harbour)

    def test_a_null_handle_raises(self):
        handle = type(self.harbour._book().handle)
        with self.assertRaises(ValueError):
            handle.describe(None)

    def test_a_reading_is_taken_once(self):
        from mutualaid._swig import core

        reading = core.Reading(TEXT, b"\0" * 40)
        self.assertIsNotNone(reading.take())
        self.assertIsNone(reading.take())

    def test_a_broken_record_is_refused(self):
        from mutualaid._swig import core

        handle = self.harbour._book().handle
        for record in (b"\1", b"\0" * 9, b"\0" * 8 + b"\x08" + b"\0" * 7):
            with self.assertRaises(mutualaid.MutualAidError):
                handle.decide(0, record, b"")
        for options in (b"", b"\0" * 32 + b"\xff" * 8, b"\0" * 32 + b"\2" * 8):
            with self.assertRaises(mutualaid.MutualAidError):
                core.Reading(TEXT, options).take()


class Threads(unittest.TestCase):
    def together(self, work, count=8):
        """Run a function in threads; the first error is raised here."""
        errors = []

        def guarded():
            try:
                work()
            except BaseException as error:
                errors.append(error)

        threads = [threading.Thread(target=guarded) for _ in range(count)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if errors:
            raise errors[0]

    def test_threads_share_a_rulebook(self):
        with mutualaid.Rulebook.parse(TEXT) as harbour:
            expected = harbour.decide("sick_nights", STAY)
            text = expected.explain("en")

            def work():
                for _ in range(200):
                    decision = harbour.decide("sick_nights", STAY)
                    assert decision == expected
                    assert decision.explain("en") == text
                    assert decision.lines == expected.lines

            self.together(work)

    def test_threads_read_at_the_same_time(self):
        def work():
            for _ in range(5):
                with mutualaid.Rulebook.parse(TEXT) as harbour:
                    assert harbour.id == "harbour-sick-fund"

        self.together(work, 4)

    def test_a_close_under_use_raises_and_never_crashes(self):
        for _ in range(20):
            harbour = mutualaid.Rulebook.parse(TEXT)
            began = threading.Event()

            def work():
                try:
                    while True:
                        decision = harbour.decide("sick_nights", STAY)
                        decision.explain("zh")
                        began.set()
                except ValueError as error:
                    assert "is closed" in str(error), error

            closer = threading.Thread(
                target=lambda: (began.wait(10), harbour.close())
            )
            closer.start()
            self.together(work, 4)
            closer.join()


class Mallinfo(ctypes.Structure):
    """What glibc says of its heap."""

    _fields_ = [
        (name, ctypes.c_size_t)
        for name in (
            "arena",
            "ordblks",
            "smblks",
            "hblks",
            "hblkhd",
            "usmblks",
            "fsmblks",
            "uordblks",
            "fordblks",
            "keepcost",
        )
    ]


def bytes_in_use():
    """Bytes that malloc has given out; None where that cannot be asked."""
    ask = getattr(ctypes.CDLL(None), "mallinfo2", None)
    if ask is None:
        return None
    ask.restype = Mallinfo
    found = ask()
    return found.uordblks + found.hblkhd


class Memory(unittest.TestCase):
    @unittest.skipIf(INSTRUMENTED, "the build is instrumented")
    def test_nothing_leaks(self):
        if bytes_in_use() is None:
            self.skipTest("malloc cannot be asked here")

        def work():
            with mutualaid.Rulebook.parse(TEXT) as harbour:
                decision = harbour.decide("sick_nights", STAY)
                decision.explain("zh"), decision.to_json(), decision.lines
                decision.line_texts("en")
                harbour.replay(decision.case_json())
                pickle.loads(pickle.dumps(decision))
                for wrong in ({"units": 99}, {"units": 1.5}, {"unit": 1}):
                    try:
                        harbour.decide("sick_nights", wrong)
                    except mutualaid.MutualAidError:
                        pass
            try:
                mutualaid.Rulebook.parse(TEXT[:-20])
            except mutualaid.RulebookError:
                pass

        for _ in range(30):
            work()
        gc.collect()
        before = bytes_in_use()
        for _ in range(200):
            work()
        gc.collect()
        # A single decision that were not given back is more than that.
        self.assertLess(bytes_in_use() - before, 200 * 64)

    def test_the_package_loads_without_a_warning(self):
        program = (
            "import sys; sys.path[:0] = eval(sys.argv[1]); import mutualaid;"
            "r = mutualaid.Rulebook.beijing(); r.facts; r.close()"
        )
        done = subprocess.run(
            [
                sys.executable,
                "-X",
                "dev",
                "-W",
                "error",
                "-c",
                program,
                repr(sys.path[:1]),
            ],
            stderr=subprocess.PIPE,
            check=False,
        )
        self.assertEqual(done.stderr.decode(), "")
        self.assertEqual(done.returncode, 0)


if __name__ == "__main__":
    run()
