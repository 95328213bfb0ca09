#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""assumptions.py - the list of what the built-in rulebook assumes.

usage: assumptions.py [--update] [--doc FILE]

Writes doc/assumptions.md from the notes of rulebooks/beijing.json, or
without --update compares the two. Every clause whose basis is assumed must
bear an id, by its own note or that of a clause around it. Prints TAP; exit
status 1 if a test failed.
"""

import argparse
import os
import re
import sys

from facts import HERE, read_rulebook
from tap import Tap

DOC = os.path.join(HERE, "..", "..", "doc", "assumptions.md")
ASM = re.compile(r"ASM-(\d+)")
HEAD = """\
# What the built-in rulebook assumes

Nobody published everything. Where the documents are silent, or contradict
each other, `rulebooks/beijing.json` assumes something under an id, says so in
the clause, and every decision lists the assumed clauses that it leaned on. This
is the whole list: where each assumption stands, what is assumed, and why, with
the other readings. A parameter can be replaced when the rulebook is read
(`name=literal`), so that another reading needs no new rulebook; what is no
parameter is changed in a copy of the rulebook.

This page is made from the rulebook: `python3 tests/model/assumptions.py
--update` writes it, and a test compares the two.
"""


def note_of(node):
    """The note of a clause in both languages, or None."""
    note = node.get("note")
    if isinstance(note, str):
        return {"zh": "", "en": note}
    return note


def label_of(node):
    """What people call a clause, in both languages; None without."""
    for key in ("label", "title", "otherwise", "because"):
        label = node.get(key)
        if isinstance(label, dict) and "en" in label:
            return f"{label['zh']} / {label['en']}"
    return None


def literal_of(path, node):
    """What a parameter is set to."""
    if path[0] != "parameters":
        return ""
    value = node["use"]
    if isinstance(value, bool):
        value = "true" if value else "false"
    return f" = {value}"


def source_of(node):
    """The document that a clause names, with the figure."""
    source = node.get("source")
    if source is None:
        return ""
    if isinstance(source, str):
        return f" [{source}]"
    place = f", {source['place']}" if "place" in source else ""
    figure = f": “{source['figure']}”" if "figure" in source else ""
    return f" [{source['id']}{place}{figure}]"


def where(path):
    """A path as explanations write it."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}"
    return text[1:]


def clauses(node, path=(), around=None):
    """Each object of the rulebook, its path, and the nearest label."""
    if isinstance(node, list):
        for index, inner in enumerate(node):
            yield from clauses(inner, path + (index,), around)
    elif isinstance(node, dict):
        around = label_of(node) or around
        yield path, node, around
        for key, inner in node.items():
            if key != "examples":
                yield from clauses(inner, path + (key,), around)


def collect(rulebook):
    """The clauses of each id, by number, in written order."""
    found = {}
    for path, node, label in clauses(rulebook):
        note = note_of(node)
        if not note or not path:
            continue
        for number in sorted({int(one) for one in ASM.findall(note["en"])}):
            found.setdefault(number, []).append((path, node, label, note))
    return found


def write(rulebook):
    """The page."""
    lines = [HEAD]
    for number, entries in sorted(collect(rulebook).items()):
        lines.append(f"## ASM-{number:02}\n")
        for path, node, label, note in entries:
            named = f"{label}: " if label else ""
            kind = "parameter " if path[0] == "parameters" else ""
            name = path[1] if kind else where(path)
            lines.append(f"- {named}{kind}`{name}{literal_of(path, node)}`"
                         f"{source_of(node)}")
            lines.append(f"  - {note['en']}")
            if note["zh"]:
                lines.append(f"  - {note['zh']}")
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def without_id(rulebook):
    """Assumed clauses for which neither they nor a clause around them, nor
    what they name, bears an id."""
    bare = []
    for path, node, _ in clauses(rulebook):
        if node.get("basis") != "assumed":
            continue
        around = [rulebook]
        for step in path:
            around.append(around[-1][step])
        notes = [note_of(one) for one in around[1:] if isinstance(one, dict)]
        if not any(note and ASM.search(note["en"]) for note in notes):
            bare.append(where(path))
    return bare


def main():
    """Write the page, or compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--doc", default=DOC)
    arguments = parser.parse_args()
    rulebook = read_rulebook()
    page = write(rulebook)
    if arguments.update:
        with open(arguments.doc, "w", encoding="utf-8") as file:
            file.write(page)
    with open(arguments.doc, encoding="utf-8") as file:
        written = file.read()
    tap = Tap()
    tap.equal(without_id(rulebook), [],
              "every assumed clause bears an ASM id")
    tap.ok(written == page, "doc/assumptions.md lists what is assumed",
           "run: python3 tests/model/assumptions.py --update")
    mentioned = sorted(collect(rulebook))
    tap.ok(mentioned[-1] >= 68 and len(mentioned) > 50,
           "the ids go on from those of the documents", mentioned)
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
