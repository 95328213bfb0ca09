# SPDX-License-Identifier: MIT
"""test_golden.py - replay tests/golden, byte for byte."""

import unittest

from support import SOURCE, run

import mutualaid

GOLDEN = SOURCE / "tests" / "golden"


def rulebook_of(folder, opened):
    """The rulebook that decides a case, each opened once."""
    named, overrides = folder / "rulebook", folder / "overrides"
    name = (
        named.read_text(encoding="utf-8").strip() if named.exists() else None
    )
    lines = overrides.read_text(encoding="utf-8") if overrides.exists() else ""
    key = name, lines
    if key not in opened:
        options = {
            "overrides": dict(
                line.split("=", 1) for line in lines.splitlines()
            )
        }
        if name is None:
            opened[key] = mutualaid.Rulebook.beijing(**options)
        else:
            path = SOURCE / "tests" / "rulebooks" / name
            opened[key] = mutualaid.Rulebook.load(path, **options)
    return opened[key]


def loan_of(folder, rulebook):
    """The schedule of a folder that asks for a loan."""
    facts, case = {}, folder / "case.json"
    if case.exists():
        facts = rulebook.read_case(case.read_bytes()).facts
    loan = (folder / "loan").read_text(encoding="utf-8").strip()
    request = (folder / "request.json").read_bytes()
    return rulebook.schedule(loan, request, facts)


class Golden(unittest.TestCase):
    maxDiff = None
    opened = {}

    def replay(self, folder):
        rulebook = rulebook_of(folder, self.opened)
        if (folder / "loan").exists():
            answer, name = loan_of(folder, rulebook), "schedule.json"
        else:
            case = (folder / "case.json").read_bytes()
            answer, name = rulebook.replay(case), "decision.json"
        for name, said in {
            "zh.txt": answer.explain("zh"),
            "en.txt": answer.explain("en"),
            name: answer.to_json(),
        }.items():
            expected = (folder / name).read_bytes().decode("utf-8")
            self.assertEqual(said, expected, name)


def _test_of(folder):
    return lambda self: self.replay(folder)


for _folder in sorted(GOLDEN.iterdir()):
    setattr(Golden, f"test_golden {_folder.name}", _test_of(_folder))


if __name__ == "__main__":
    run()
