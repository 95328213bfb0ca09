# SPDX-License-Identifier: MIT
from datetime import date
from decimal import Decimal

import mutualaid
from mutualaid import LoanEvent, LoanRequest, Repayment

beijing = mutualaid.Rulebook.beijing()
schedule = beijing.schedule("startup_loan", LoanRequest(
    principal=Decimal("100000.00"), repayment=Repayment.INTEREST_ONLY,
    signed_on=date(2021, 3, 21), term_months=12,
    events=(LoanEvent.prepay(date(2021, 9, 21), Decimal("50000.00"),
                             shorter=False),)))
for row in schedule.rows:
    print(row.due, row.interest, row.subsidised_interest, row.balance)
print(schedule.interest)
print(schedule.statement(date(2021, 10, 1), date(2021, 12, 31)).subsidy)
