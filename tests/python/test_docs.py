# SPDX-License-Identifier: MIT
"""test_docs.py - what is written about the package is there, and is true."""

import ast
import contextlib
import doctest
import inspect
import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

from support import SOURCE, run

import mutualaid
from mutualaid import errors, words
from mutualaid._swig import core

PACKAGE = Path(mutualaid.__file__).parent
HEADERS = SOURCE / "include" / "mutualaid"

# Classes whose fields are those of a structure of the library.
STRUCTURES = {
    "Choice": "mutaid_choice_info",
    "Clause": "mutaid_clause_info",
    "Deadline": "mutaid_deadline",
    "Fact": "mutaid_fact_info",
    "Finding": "mutaid_finding",
    "Instalment": "mutaid_loan_row",
    "Line": "mutaid_line",
    "Loan": "mutaid_loan_info",
    "LoanRate": "mutaid_loan_rate",
    "LoanStatement": "mutaid_loan_statement",
    "Note": "mutaid_note",
    "Parameter": "mutaid_parameter_info",
    "Requirement": "mutaid_requirement",
    "Source": "mutaid_source_info",
}
# Fields that Python calls otherwise, or shows as something else.
RENAMED = {"override_literal": "override", "from": "start"}
NOT_SHOWN = {
    "struct_size",
    "reserved",
    "default_integer",
    "finding_count",
    "choice_count",
}
# Words of C that mean nothing in Python and Java, or go by another name.
C_WORDS = {
    "mutaid",
    "none",
    "null",
    "integer",
    "state",
    "default_integer",
    "default",
    "smallest",
    "largest",
    "index",
    "mutaid_date_invalid",
    "mutaid_repayment",
    "mutaid_state",
    "mutaid_none",
}


def structures():
    """Each structure of the headers: the comment of each of its fields."""
    found = {}
    for header in HEADERS.glob("*.h"):
        text = header.read_text(encoding="utf-8")
        for name, body in re.findall(
            r"typedef struct (mutaid_\w+) \{(.*?)\n\} \1;", text, re.DOTALL
        ):
            fields = re.findall(r"(\w+); */\*\*< (.*?) ?\*/", body, re.DOTALL)
            found[name] = {
                field: re.sub(r"\s+", " ", comment)
                for field, comment in fields
            }
    return found


def words_of(comment):
    """The words that must not be lost when a comment is told again."""
    return set(re.findall(r"[a-z_]{4,}", comment.lower())) - C_WORDS


def attributes(cls):
    """The attributes that a class documents."""
    text = re.sub(r"\n {8,}", " ", inspect.getdoc(cls))
    return dict(re.findall(r"^    (\w+): (.*)$", text, re.MULTILINE))


def camel(field):
    """The name of a field in Java."""
    first, *rest = field.split("_")
    return first + "".join(word.title() for word in rest)


def accessors(name):
    """The accessors of a Java class with their comments."""
    file = SOURCE / "bindings" / "java" / "org" / "mutualaid" / f"{name}.java"
    found = re.findall(
        r"/\*\*((?:(?!\*/).)*)\*/\s+public [\w<>]+ (\w+)\(\)",
        file.read_text("utf-8"),
        re.DOTALL,
    )
    return {method: comment for comment, method in found}


class Documentation(unittest.TestCase):
    def test_the_examples_in_the_package_are_true(self):
        with contextlib.redirect_stdout(sys.stderr):
            told = [doctest.testmod(one) for one in (mutualaid, errors, words)]
        self.assertEqual([one.failed for one in told], [0, 0, 0])
        self.assertGreater(told[0].attempted, 4)

    def test_every_public_name_is_documented(self):
        for name in mutualaid.__all__:
            thing = getattr(mutualaid, name)
            if not inspect.isclass(thing):
                continue
            self.assertTrue(inspect.getdoc(thing), name)
            for member, value in vars(thing).items():
                if member.startswith("_") or not (
                    inspect.isfunction(value) or isinstance(value, property)
                ):
                    continue
                self.assertTrue(inspect.getdoc(value), f"{name}.{member}")

    def test_every_field_of_a_class_is_documented(self):
        for name in mutualaid.__all__:
            cls = getattr(mutualaid, name)
            fields = getattr(cls, "__dataclass_fields__", {})
            public = [field for field in fields if not field.startswith("_")]
            if public:
                self.assertEqual(list(attributes(cls)), public, name)

    def test_every_field_of_the_library_has_its_attribute(self):
        found = structures()
        for name, structure in STRUCTURES.items():
            fields = getattr(mutualaid, name).__dataclass_fields__
            expected = {
                RENAMED.get(field, field)
                for field in found[structure]
                if field not in NOT_SHOWN
            }
            self.assertLessEqual(expected, set(fields), name)

    def test_attributes_say_what_the_comments_in_c_say(self):
        found = structures()
        for name, structure in STRUCTURES.items():
            told = attributes(getattr(mutualaid, name))
            for field, comment in found[structure].items():
                field = RENAMED.get(field, field)
                if field in told:
                    lost = words_of(comment) - words_of(told[field])
                    self.assertEqual(lost, set(), f"{name}.{field}")

    def test_java_says_what_the_comments_in_c_say(self):
        found = structures()
        for name, structure in STRUCTURES.items():
            told = accessors(name)
            shown = {
                camel(RENAMED.get(field, field))
                for field in found[structure]
                if field not in NOT_SHOWN
            }
            self.assertLessEqual(shown, set(told), name)
            for field, comment in found[structure].items():
                field = camel(RENAMED.get(field, field))
                if field in told:
                    lost = words_of(comment) - words_of(told[field])
                    self.assertEqual(lost, set(), f"{name}.{field}()")

    def test_all_lists_every_public_name(self):
        public = {
            name
            for name, value in vars(mutualaid).items()
            if not name.startswith("_") and not inspect.ismodule(value)
        }
        self.assertEqual(public - {"annotations"}, set(mutualaid.__all__))
        self.assertEqual(list(mutualaid.__all__), sorted(mutualaid.__all__))

    def test_the_version_is_that_of_the_headers(self):
        text = (HEADERS / "version.h").read_text(encoding="utf-8")
        self.assertIn(f'MUTAID_VERSION "{mutualaid.__version__}"', text)
        self.assertEqual(core.library_version(), mutualaid.__version__)


class Types(unittest.TestCase):
    def test_the_stub_of_the_generated_module_is_true(self):
        stub = ast.parse((PACKAGE / "_swig" / "core.pyi").read_text("utf-8"))
        for node in stub.body:
            if isinstance(node, ast.FunctionDef):
                self.assertSameArguments(node, getattr(core, node.name))
            elif isinstance(node, ast.ClassDef):
                cls = getattr(core, node.name)
                for method in node.body:
                    self.assertSameArguments(method, getattr(cls, method.name))

    def assertSameArguments(self, written, function):
        expected = [one.arg for one in written.args.args]
        found = list(inspect.signature(function).parameters)
        self.assertEqual(found, expected, written.name)

    def test_it_is_marked_as_typed(self):
        self.assertTrue((PACKAGE / "py.typed").exists())

    def test_mypy_finds_nothing_when_it_is_strict(self):
        mypy = shutil.which("mypy")
        if mypy is None:
            self.skipTest("mypy is not installed")
        done = subprocess.run(
            [
                mypy,
                "--strict",
                "--no-incremental",
                "--cache-dir=/dev/null",
                "-p",
                "mutualaid",
            ],
            cwd=PACKAGE.parent,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        self.assertEqual(done.returncode, 0, done.stdout.decode())

    def test_it_compiles_without_a_warning(self):
        for file in PACKAGE.rglob("*.py"):
            if file.name != "core.py":
                compile(file.read_text("utf-8"), str(file), "exec")


if __name__ == "__main__":
    run()
