# SPDX-License-Identifier: MIT
"""test_words.py - the closed lists have the words and numbers of the library."""

import copy
import pickle
import unittest

from support import run

import mutualaid
from mutualaid import words
from mutualaid._swig import core

PREFIXES = {
    words.Basis: "MUTAID_BASIS_",
    words.NoteKind: "MUTAID_NOTE_",
    words.Outcome: "MUTAID_OUTCOME_",
    words.PartKind: "MUTAID_PART_",
    words.Relation: "MUTAID_RELATION_",
    words.RequirementKind: "MUTAID_REQUIREMENT_",
    words.State: "MUTAID_STATE_",
    words.ValueType: "MUTAID_TYPE_",
    words.Verdict: "MUTAID_VERDICT_",
    words.End: "MUTAID_END_",
    words.Certainty: "MUTAID_CERTAINTY_",
}


class Words(unittest.TestCase):
    def test_every_list_is_that_of_the_headers(self):
        for kind, prefix in PREFIXES.items():
            with self.subTest(kind.__name__):
                expected = {
                    name[len(prefix) :]: getattr(core, name)
                    for name in dir(core)
                    if name.startswith(prefix)
                }
                found = {one.name: words.number(one) for one in kind}
                self.assertEqual(found, expected)

    def test_a_number_gives_its_word(self):
        for kind in PREFIXES:
            for member in kind:
                self.assertIs(words.word(kind, words.number(member)), member)

    def test_every_word_says_what_it_means(self):
        for kind in PREFIXES:
            for member in kind:
                self.assertIn(f"``{member.name}``", kind.__doc__)

    def test_absent_is_one_object_also_when_pickled_or_copied(self):
        absent = mutualaid.ABSENT
        self.assertIs(pickle.loads(pickle.dumps(absent)), absent)
        self.assertIs(copy.deepcopy(absent), absent)
        self.assertEqual(repr(absent), "mutualaid.ABSENT")


if __name__ == "__main__":
    run()
