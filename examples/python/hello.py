# SPDX-License-Identifier: MIT
from datetime import date

import mutualaid

beijing = mutualaid.Rulebook.beijing()
decision = beijing.decide(
    "hospital_allowance",
    admitted_on=date(2016, 3, 1), discharged_on=date(2016, 3, 11),
    stay_cause="illness", hospital_in_beijing=True, hospital_class=2,
    allowance_plan="single", cover_from=date(2016, 1, 1), renewal=True,
    allowance_days_so_far=0, claimed_on=date(2016, 3, 20))
print(decision.amount)
print(decision.explain("zh"))
