# SPDX-License-Identifier: MIT
"""random_loans.py - random terms of loans and random requests, with edges.

Terms come as the rulebook writes them and as the model takes them.
"""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from loan_account import Charges
from loan_days import DAY_COUNTS, maturity
from loan_model import Event, Loan
from loan_subsidy import Subsidy
from reckoning import dated

FORMS = ["interest_only", "bullet", "level_payment", "level_principal"]


def percent_text(millionths):
    """A rate of so many millionths as a rulebook writes it."""
    return f"{millionths // 10000}.{millionths % 10000:04d}%"


def money_text(minor):
    """Minor units as a rulebook writes them."""
    return f"{minor // 100}.{minor % 100:02d}"


class Terms(NamedTuple):
    """The terms of one loan: for the rulebook, and for the model."""

    written: dict
    forms: dict
    series: list
    charges: Charges
    subsidy: Subsidy

    def rate_on(self, day):
        """The rate in force on a day."""
        return dated(self.series, day)


def random_due(random):
    """Due days of some kind."""
    kind = random.randint(1, 9)
    due = {}
    if kind == 1:
        due["every"] = {"weeks": random.randint(1, 6)}
    elif kind == 2:
        due["every"] = {"days": random.randint(5, 100)}
    elif kind <= 6:
        due["every"] = {"months": random.choice([1, 1, 1, 2, 3, 3, 6, 12])}
    else:
        due["in_months"] = random.choice(
            [[3, 6, 9, 12], [1, 4, 7, 10], [6, 12], [2], [1, 2, 12]])
        due["day"] = random.choice([1, 15, 20, 20, 28, 29, 30, 31])
    if kind in (3, 4):
        due["day"] = random.choice([1, 10, 20, 20, 28, 29, 30, 31])
    if random.randrange(3) == 0:
        due["included"] = True
    if kind > 2 and random.randrange(2):
        due["month_end"] = random.choice(["clamp", "roll"])
    return due


def random_form(random, name):
    """One form of repayment."""
    form = {"interest": random.choice(["by_days", "by_days", "by_months"])}
    due = None if name == "bullet" else random_due(random)
    if due is not None:
        form["due"] = due
    if name.startswith("level"):
        form["residue"] = random.choice(["last", "spread"])
        form["grace"] = 24
    return form


def random_series(random):
    """A rate by date, or one that never changes."""
    if random.randrange(3) == 0:
        return [(date(1900, 1, 1), random.choice(
            [0, 1, 38500, 43500, 240000, random.randrange(400000)]))]
    series, day = [], date(1900, 1, 1)
    while day < date(2035, 1, 1):
        series.append((day, random.choice(
            [38500, 40500, 43500, random.randrange(150000)])))
        day = max(day, date(2015, 1, 1)) + timedelta(
            days=random.choice([31, 200, 700, random.randint(1, 900)]))
    return series


def random_multiple(random):
    """What a charge makes of the contract's rate: written, and a function."""
    if random.randrange(3) == 0:
        plus = random.choice([0, 20000, 55000])
        return ({"plus": percent_text(plus)},
                lambda rate: rate + Fraction(plus, 1000000))
    times = random.choice([100, 130, 150, 200])
    return {"times": f"{times}%"}, lambda rate: rate * Fraction(times, 100)


def random_charges(random, written):
    """Penalty and compound interest, or neither."""
    charges = Charges()
    if random.randrange(4):
        written["penalty"], penalty = random_multiple(random)
        charges = charges._replace(penalty=penalty)
        if random.randrange(3):
            written["compound"], compound = random_multiple(random)
            charges = charges._replace(compound=compound)
    return charges


def random_subsidy(random):
    """A subsidy of some kind: as the rulebook writes it, and the rule."""
    written, rule = {}, Subsidy()
    if random.randrange(2):
        share = random.choice([100, 100, 50, 33, 75])
        written["share"] = f"{share}%"
        rule = rule._replace(share=Fraction(share, 100))
    else:
        rate = random.choice([0, 21500, 35000, random.randrange(60000)])
        written["borrower_rate"] = percent_text(rate)
        rule = rule._replace(borrower_rate=Fraction(rate, 1000000))
    if random.randrange(3) == 0:
        rate = random.choice([38500, 45000, random.randrange(80000)])
        written["rate_at_most"] = percent_text(rate)
        rule = rule._replace(rate_at_most=Fraction(rate, 1000000))
    if random.randrange(3) == 0:
        written["months_at_most"] = random.choice([1, 3, 12, 24, 36])
        rule = rule._replace(months_at_most=written["months_at_most"])
    if random.randrange(4) == 0:
        total = random.choice([1, 10000, 500000])
        written["total"] = money_text(total)
        rule = rule._replace(total=total)
    return written, rule


def random_terms(random):
    """The terms of a loan."""
    series = random_series(random)
    rate = percent_text(series[0][1])
    if len(series) > 1:
        rate = {str(day): percent_text(value) for day, value in series}
    forms = {name: random_form(random, name) for name in FORMS}
    written = {
        "title": {"zh": "贷款", "en": "loan"}, "dated_by": "signed_on",
        "limit": {"steps": [{"take": "asked"}]}, "rate": rate,
        "reprice": random.choice(
            ["never", "anniversary", "january", "each_period"]),
        "day_count": random.choice(DAY_COUNTS), "repayment": forms}
    if random.randrange(8) == 0:
        written["annuity_decimals"] = random.choice([4, 8, 10])
    charges = random_charges(random, written)
    written["subsidy"], subsidy = random_subsidy(random)
    exact = [(day, Fraction(value, 1000000)) for day, value in series]
    return Terms(written, forms, exact, charges, subsidy)


def rulebook(products):
    """A rulebook that lends by each of some terms."""
    return {
        "mutualaid": 1, "id": "random-loans",
        "title": {"zh": "随机贷款", "en": "random loans"}, "edition": "1",
        "currency": {"code": "CNY", "decimals": 2},
        "rounding": {"to": "0.01", "mode": "half_up", "source": "none"},
        "sources": {"none": {"title": "invented for a test"}},
        "facts": {
            "signed_on": {"type": "date",
                          "label": {"zh": "签订日", "en": "signed on"}},
            "asked": {"type": "money", "at_most": "1000000000.00",
                      "label": {"zh": "申请额", "en": "asked"}}},
        "schemes": {},
        "loans": {name: dict(terms.written, source="none")
                  for name, terms in products.items()}}


# --- requests ----------------------------------------------------------------


class Request(NamedTuple):
    """A request: as JSON writes it, and what the model needs beside it."""

    written: dict
    loan: Loan
    order: str
    as_due: bool
    as_of: date


def random_day(random, start, days):
    """A day of some stretch; often the end of a month."""
    day = start + timedelta(days=random.randrange(max(days, 1)))
    if random.randrange(4) == 0:
        day = day.replace(day=1) - timedelta(days=random.choice([0, 1, 2]))
    return max(day, start)


def random_principal(random):
    """Mostly ordinary, sometimes a fen or a great deal."""
    return random.choice([
        random.randint(1, 100), 10000000, 30000000,
        random.randint(100, 10 ** 7), random.randint(10 ** 6, 10 ** 9),
        random.randint(10 ** 4, 10 ** 5) * 10000])


def random_events(random, first, last, principal, kinds):
    """A few things that happen to a loan, in order of days."""
    events = []
    for _ in range(random.choice([0, 0, 1, 1, 2, 3]) if kinds else 0):
        kind = random.choice(kinds)
        day = random_day(random, first, (last - first).days)
        if day >= last:
            continue
        if day == first and kind in ("reprice", "extend"):
            continue
        if kind == "reprice":
            rate = Fraction(random.choice([0, 38500, 60000]), 1000000)
            events.append(Event(day, kind, rate=random.choice([rate, None])))
        elif kind == "extend":
            events.append(Event(day, kind, months=random.randint(1, 14)))
        elif kind == "settle":
            events.append(Event(day, kind))
        else:
            amount = random.randint(1, max(principal // 4, 1))
            events.append(Event(day, kind, amount))
    return possible(sorted(events, key=lambda event: event.day))


def possible(events):
    """Those events that can follow one another.

    A loan is extended once, before anything else of that day, is repriced
    once a day, and nothing follows when all is paid back.
    """
    found, done = [], set()
    for event in events:
        if event.kind in done & {"extend"} or "settle" in done:
            continue
        if (event.kind, event.day) in done and event.kind == "reprice":
            continue
        done |= {event.kind, (event.kind, event.day)}
        found.append(event)
    return sorted(found, key=lambda event: (event.day, event.kind != "extend"))


def write_event(event):
    """An event as JSON writes it."""
    written = {"on": str(event.day), "do": event.kind}
    if event.amount:
        written["amount"] = money_text(event.amount)
    if event.rate is not None:
        written["rate"] = percent_text(int(event.rate * 1000000))
    if event.months:
        written["months"] = event.months
    return written


def random_request(random, terms, kinds):
    """A request for a loan of some terms."""
    name = random.choice(FORMS)
    form = terms.forms[name]
    first = random_day(random, date(2015, 1, 1), 4000)
    term = random.choice([1, 3, 6, 12, 12, 24, 36, random.randint(1, 60)])
    last = maturity(first, term, form.get("due"))
    principal = random_principal(random)
    written = {"principal": money_text(principal), "repayment": name,
               "first_day": str(first), "signed_on": str(first)}
    signed = first
    if random.randrange(5) == 0:
        signed = first - timedelta(days=random.randint(1, 40))
        written["signed_on"] = str(signed)
    if random.randrange(5) == 0:
        last = first + timedelta(days=random.choice(
            [1, 2, 31, random.randint(1, 900)]))
        term = None
        written["last_day"] = str(last)
    else:
        written["term"] = term
    grace = 0
    if name.startswith("level") and random.randrange(5) == 0:
        grace = written["grace"] = random.choice([1, 2, 6, 24])
    loan = Loan(principal, first, last, name, terms.rate_on, form.get("due"),
                form["interest"], terms.written["day_count"],
                terms.written["reprice"], form.get("residue", "last"),
                terms.written.get("annuity_decimals"), grace, term, signed,
                random_events(random, first, last, principal, kinds))
    order = random.choice(["charges_first", "interest_first",
                           "principal_first", "oldest_first"])
    written["allocation"] = order
    if loan.events:
        written["events"] = [write_event(event) for event in loan.events]
    return Request(written, loan, order, True, last)


def random_payments(random, request, rows):
    """Let money come in late, in parts, or not at all; another request.

    The events of the loan's own terms stay as they are.
    """
    loan, written = request.loan, dict(request.written)
    as_due = random.randrange(2) == 0
    end = max(row.due_on for row in rows)
    events = []
    if as_due:
        for row in random.sample(rows, min(len(rows), random.randint(0, 2))):
            due = row.interest + row.principal
            is_settled = any(event.kind == "settle"
                             and event.day == row.due_on
                             for event in loan.events)
            if due and not is_settled:
                events.append(Event(row.due_on, "overdue",
                                    random.randint(1, due)))
    span = (end - loan.first).days + 60
    for _ in range(random.choice([0, 1, 2, 3, 6])):
        day = random_day(random, loan.first, span)
        if random.randrange(3) == 0:
            day = random.choice(rows).due_on
        amount = random.choice([1, random.choice(rows).interest + 1,
                                random.randint(1, loan.principal)])
        events.append(Event(day, "repay", amount))
    as_of = max([end] + [event.day for event in events])
    if random.randrange(2):
        as_of = max([random_day(random, loan.first, span)]
                    + [event.day for event in loan.events + events])
        written["as_of"] = str(as_of)
    written["payments"] = "as_due" if as_due else "by_events"
    events = sorted(loan.events + events, key=lambda event: event.day)
    written["events"] = [write_event(event) for event in events]
    return Request(written, replace(loan, events=events), request.order,
                   as_due, as_of)
