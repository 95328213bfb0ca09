# SPDX-License-Identifier: MIT
"""schemas.py - a validator's verdict beside the reader's.

The refused rulebooks say which layer refuses them: rulebook.schema.json must
refuse those of the layer schema and take those of the layer meaning. Every
code that a rulebook can raise must be shown by one of them. Cases and
decisions that are written down must be as their schemas say.
"""

import json
import os
import re
import sys
from pathlib import Path

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

SOURCE = Path(os.environ.get("srcdir", "."))
TESTS = SOURCE / "tests"
REFUSED = TESTS / "refused"
sys.path.insert(0, str(TESTS / "model"))

from tap import Tap  # noqa: E402

LEAST_REFUSED = 120

# Codes of a rulebook that no file of a sensible size raises.
NOT_BY_A_FILE = {
    "text_too_long": "needs 64 MiB; unit tests set a lower limit",
    "too_many_values": "needs four million values; unit tests set fewer",
    "override_type": "of a call; in an example it arrives as example_case",
}


def load(path):
    """The document in a file."""
    return json.loads(path.read_text(encoding="utf-8"))


def describe(error):
    """One line on why a document was refused."""
    place = "/".join(str(step) for step in error.absolute_path) or "the root"
    return f"{place}: {error.message[:200]}"


def takes(tap, validator, path, name):
    """Test that a document is valid."""
    error = best_match(validator.iter_errors(load(path)))
    tap.ok(error is None, name, *([describe(error)] if error else []))


def check_notions(tap, name, schema):
    """Hover and completion need a title in both languages, and closed
    objects."""
    untitled = [key for key, notion in schema.get("$defs", {}).items()
                if " / " not in notion.get("title", "")]
    tap.ok(not untitled, f"{name} has titles in English and Chinese", untitled)
    open_ones = []

    def walk(node, path):
        if isinstance(node, dict):
            if (node.get("type") == "object" and "title" in node
                    and "additionalProperties" not in node
                    and "allOf" not in node and "rows" not in path[-1:]):
                open_ones.append("/".join(path))
            for key, child in node.items():
                walk(child, path + [key])
        elif isinstance(node, list):
            for index, child in enumerate(node):
                walk(child, path + [str(index)])

    walk(schema, [])
    tap.ok(not open_ones, f"{name} refuses keys that it does not name",
           open_ones)


def read_schema(tap, name):
    """A schema as a validator, once it is found to be one."""
    schema = load(SOURCE / "rulebooks" / f"{name}.schema.json")
    try:
        Draft202012Validator.check_schema(schema)
        problem = None
    except Exception as error:  # noqa: BLE001 - any is a failure
        problem = error
    tap.ok(problem is None, f"{name}.schema.json is JSON Schema 2020-12",
           problem)
    check_notions(tap, f"{name}.schema.json", schema)
    return Draft202012Validator(schema)


def check_sound(tap, validator):
    """Rulebooks that the reader takes."""
    paths = sorted((SOURCE / "rulebooks").glob("*.json"))
    paths += sorted((TESTS / "rulebooks").glob("*.json"))
    for path in paths:
        if not path.name.endswith(".schema.json"):
            takes(tap, validator, path, f"the schema takes {path.name}")


def check_refused(tap, validator):
    """Rulebooks that the reader refuses, by the layer that does."""
    for path in sorted((REFUSED / "schema").glob("*.json")):
        tap.ok(not validator.is_valid(load(path)),
               f"the schema refuses {path.stem}")
    for path in sorted((REFUSED / "meaning").glob("*.json")):
        takes(tap, validator, path,
              f"the schema leaves to the reader {path.stem}")


def codes_of_a_rulebook():
    """Names of the codes, as files of expectations write them."""
    text = (SOURCE / "include/mutualaid/messages.def").read_text()
    found = re.findall(r'^MUTAID_MESSAGE\((\w+), \d+, \w+, "(\w+)"', text,
                       re.MULTILINE)
    return {("warning:" if layer == "warning" else "") + name.lower()
            for name, layer in found if layer != "call"}


def check_codes(tap):
    """Every code is shown, and no rulebook is there twice."""
    known = codes_of_a_rulebook()
    shown, texts = set(), {}
    for path in sorted(REFUSED.glob("*/*.expect")):
        shown |= {line.split()[0] for line in path.read_text().splitlines()}
    for path in sorted(REFUSED.glob("*/*.json")):
        texts.setdefault(path.read_bytes(), []).append(path.stem)
    tap.ok(len(texts) >= LEAST_REFUSED,
           f"there are at least {LEAST_REFUSED} refused rulebooks", len(texts))
    twice = [names for names in texts.values() if len(names) > 1]
    tap.ok(not twice, "no refused rulebook is there twice", *twice)
    for code in sorted(known):
        reason = NOT_BY_A_FILE.get(code)
        if reason is None:
            tap.ok(code in shown, f"a refused rulebook raises {code}")
        else:
            tap.ok(code not in shown, f"no file raises {code}: {reason}")
    tap.equal(sorted(shown - known), [], "every expected code is a code")


def check_golden(tap, case, decision):
    """Golden cases and what was decided."""
    folders = sorted(path for path in (TESTS / "golden").iterdir()
                     if path.is_dir())
    for folder in folders:
        if (folder / "loan").exists():
            continue
        takes(tap, case, folder / "case.json", f"case of {folder.name}")
        written = folder / "decision.json"
        if written.exists():
            takes(tap, decision, written, f"decision of {folder.name}")
        else:
            tap.skip(f"decision of {folder.name}", "it is not written yet")


def check_loans(tap):
    """Requests for loans, and the schedules that were made of them."""
    request = read_schema(tap, "request")
    schedule = read_schema(tap, "schedule")
    for asked in sorted((TESTS / "golden").glob("*/request.json")):
        name = asked.parent.name
        takes(tap, request, asked, f"request of {name}")
        takes(tap, schedule, asked.parent / "schedule.json",
              f"schedule of {name}")


def main():
    """Run all tests."""
    tap = Tap()
    rulebook = read_schema(tap, "rulebook")
    case = read_schema(tap, "case")
    decision = read_schema(tap, "decision")
    check_sound(tap, rulebook)
    check_refused(tap, rulebook)
    check_codes(tap)
    check_golden(tap, case, decision)
    check_loans(tap)
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
