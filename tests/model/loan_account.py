# SPDX-License-Identifier: MIT
"""loan_account.py - what became of the rows of a loan: payments, arrears.

Days are walked through one after the other: what is overdue bears penalty
and compound interest up to the day, what falls due is added, what comes in
is allocated.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import NamedTuple, Optional

from loan_days import year_fraction
from loan_model import half_up

# In which order money goes to what is owed; within a word oldest first.
ORDERS = {
    "charges_first": ["penalty", "compound", "interest", "principal"],
    "interest_first": ["interest", "compound", "penalty", "principal"],
    "principal_first": ["principal", "interest", "compound", "penalty"],
    "oldest_first": [("interest", "principal"), "compound", "penalty"],
}


class Charges(NamedTuple):
    """What overdue money bears, from the contract's rate."""

    penalty: object = None
    compound: object = None


@dataclass
class Owed:
    """One row: what is owed of it, what was charged, when it was paid."""

    row: object
    interest: int
    principal: int
    penalty: int = 0
    compound: int = 0
    joined: int = 0
    penalty_charged: int = 0
    compound_charged: int = 0
    interest_paid_on: Optional[date] = None
    paid_on: Optional[date] = None


class Account:
    """The rows that are due, and money that waits."""

    def __init__(self, run, charges, order, as_due, as_of):
        self.loan = run.loan
        self.rows = run.rows
        self.charges = charges
        self.order = order
        self.as_due = as_due
        self.as_of = as_of
        self.last = run.last
        self.settled = next((event.day for event in self.loan.events
                             if event.kind == "settle"), None)
        self.rates = sorted(
            (stretch.start, stretch.rate)
            for row in self.rows for stretch in row.stretches)
        self.cuts = sorted(set(run.repriced))
        self.owed = []
        self.unused = 0
        self.paid = dict.fromkeys(
            ("interest", "principal", "penalty", "compound"), 0)

    def run(self):
        """Walk through the days."""
        since = None
        for day in self.days():
            if since is not None:
                self.charge(since, day)
            self.fall_due(day)
            for event in self.loan.events:
                if event.day == day and event.kind == "repay":
                    self.unused += event.amount
                    self.allocate(day)
            since = day
        return self

    def days(self):
        """The days on which something happens."""
        days = {row.due_on for row in self.rows} | {self.as_of} | {
            event.day for event in self.loan.events if event.kind == "repay"}
        return sorted(day for day in days if day <= self.as_of)

    def charge(self, since, day):
        """Penalty and compound interest of some days."""
        penalty, compound = self.charges
        if compound and since >= self.last:
            compound = penalty
        for owed in self.owed:
            if penalty:
                charge = half_up(owed.principal
                                 * self.borne(penalty, since, day))
                owed.penalty += charge
                owed.penalty_charged += charge
            if compound:
                charge = half_up((owed.interest + owed.joined)
                                 * self.borne(compound, since, day))
                owed.compound += charge
                owed.compound_charged += charge

    def borne(self, charge, since, day):
        """What 1 bears in some days, by the contract's rates of each."""
        cuts = [since] + [cut for cut in self.cuts
                          if since < cut < day] + [day]
        return sum(charge(self.rate(start)) * year_fraction(
            self.loan.day_count, start, end, self.last)
            for start, end in zip(cuts, cuts[1:]))

    def rate(self, day):
        """The contract's rate on a day; after its end that of its end."""
        rate = self.rows[0].rate
        for start, changed in self.rates:
            if start <= day:
                rate = changed
        return rate

    def fall_due(self, day):
        """The rows that fall due on a day."""
        due = [row for row in self.rows if row.due_on == day]
        if due:
            for owed in self.owed:
                owed.joined = owed.compound
        for row in due:
            self.owed.append(Owed(row, row.interest, row.principal))
        if due:
            self.allocate(day)
        for owed in self.owed:
            if owed.row in due and self.as_due:
                self.pay_as_due(owed, day)
        if day == self.settled:
            for owed in self.owed:
                for kind in self.paid:
                    self.pay(owed, kind, getattr(owed, kind))
        self.note(day)

    def pay_as_due(self, owed, day):
        """What falls due is paid, but for what is said to be overdue."""
        overdue = sum(event.amount for event in self.loan.events
                      if event.kind == "overdue" and event.day == day)
        if day == self.settled:
            overdue = 0
        amount = max(owed.interest + owed.principal - overdue, 0)
        kinds = ["interest", "principal"]
        if self.order == "principal_first":
            kinds.reverse()
        for kind in kinds:
            amount -= self.pay(owed, kind, amount)

    def pay(self, owed, kind, amount):
        """Pay what there is of one kind; how much it was."""
        part = min(getattr(owed, kind), amount)
        setattr(owed, kind, getattr(owed, kind) - part)
        owed.joined = min(owed.joined, owed.compound)
        self.paid[kind] += part
        return part

    def allocate(self, day):
        """Give the waiting money to what is owed, in order."""
        for kinds in ORDERS[self.order]:
            kinds = (kinds,) if isinstance(kinds, str) else kinds
            for owed in self.owed:
                for kind in kinds:
                    self.unused -= self.pay(owed, kind, self.unused)
        self.note(day)

    def note(self, day):
        """Remember when a row was paid."""
        for owed in self.owed:
            if owed.interest == 0 and owed.interest_paid_on is None:
                owed.interest_paid_on = day
            if (owed.interest == 0 and owed.principal == 0
                    and owed.paid_on is None):
                owed.paid_on = day


    def sums(self, parts):
        """All that a schedule says of payments, by name."""
        loan, owed = self.loan, self.owed
        prepaid = sum(event.amount for event in loan.events
                      if event.kind.startswith("prepay")
                      and event.day <= self.as_of)
        if self.settled:
            prepaid = sum(row.prepaid for row in self.rows)
        payable = sum(part for one, part in zip(owed, parts)
                      if one.interest_paid_on is not None)
        return {"subsidy_payable": payable,
                "principal_paid": self.paid["principal"] + prepaid,
                "interest_paid": self.paid["interest"],
                "penalty": sum(one.penalty_charged for one in owed),
                "penalty_paid": self.paid["penalty"],
                "compound": sum(one.compound_charged for one in owed),
                "compound_paid": self.paid["compound"],
                "unused": self.unused,
                "overdue_principal": sum(one.principal for one in owed),
                "overdue_interest": sum(one.interest for one in owed)}
