# SPDX-License-Identifier: MIT
"""ask.py - ask for what is missing, one fact at a time, until it is decided.

    python3 ask.py [part]

The questions come from the rulebook: what is still missing, how it is called,
which answers there are. An empty answer ends the questions; "-" says that
there is none. Between the questions it tells between which amounts the final
one lies for certain.
"""

import sys

import mutualaid


def question(fact):
    """What a form would show for a fact."""
    text = f"{fact.label.zh} / {fact.label.en}"
    if fact.choices:
        codes = [
            f"{choice.code} ({choice.label.en})" for choice in fact.choices
        ]
        text += "\n  one of: " + ", ".join(codes)
    elif fact.type is mutualaid.ValueType.FLAG:
        text += "\n  true or false"
    elif fact.at_most is not None:
        text += (
            f"\n  from {fact.at_least} to {fact.at_most} {fact.unit}".rstrip()
        )
    return text + "\n> "


def ask(rulebook, part):
    """Ask until nothing is missing; give the last decision."""
    facts = {}
    decision = rulebook.decide(part, facts)
    while decision.missing:
        name = decision.missing[0]
        print(f"[{decision.least} to {decision.most} {decision.currency}]")
        answer = input(question(rulebook.facts[name])).strip()
        if not answer:
            break
        facts[name] = mutualaid.ABSENT if answer == "-" else answer
        try:
            decision = rulebook.decide(part, facts)
        except mutualaid.MutualAidError as error:
            del facts[name]
            print(error)
    return decision


def main():
    """Decide the part that the command line names."""
    part = sys.argv[1] if len(sys.argv) > 1 else "hospital_allowance"
    with mutualaid.Rulebook.beijing() as beijing:
        try:
            print(ask(beijing, part).explain("en"))
        except mutualaid.UnknownNameError as error:
            sys.exit(str(error))


if __name__ == "__main__":
    main()
