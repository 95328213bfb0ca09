# SPDX-License-Identifier: MIT
"""fee_examples.py - worked examples of the schemes with a fee, and of A10.

E4 to E7 of the documents; a scheme's examples begin with its facts.
"""

from datetime import date, timedelta
from decimal import Decimal

from facts import ABSENT


def yuan(text):
    """Money from text, with two places."""
    return Decimal(text).quantize(Decimal("0.01"))


INPATIENT = dict(
    admitted_on=date(2020, 3, 1), discharged_on=date(2020, 3, 20),
    cover_from=date(2020, 1, 1), stay_number=1, own_payment=yuan(5300),
    inpatient_medical_so_far=yuan(0), claimed_on=ABSENT)

START = date(2018, 1, 1)
CRITICAL = dict(cover_from=START, diagnosed_on=date(2018, 6, 5), units=4,
                disease="malignant_tumour", renewal=False)
CRITICAL_JOINING = dict(cover_from=date(2024, 1, 1), units=4,
                        born_on=date(1980, 5, 5), on_the_job=True)
WOMENS = dict(cover_from=START, diagnosed_on=date(2018, 6, 5), units=2,
              womens_disease="breast_cancer", in_situ=False, renewal=False,
              sex="female")
WOMENS_JOINING = dict(cover_from=date(2020, 1, 1), units=2, sex="female",
                      born_on=date(1980, 5, 5), employment="regular",
                      healthy_at_work=True)
ACCIDENT = dict(cover_from=START, happened_on=date(2018, 6, 1),
                accident_product="standard", accident_tier="2",
                accident_cause="accident", injury_grade=ABSENT,
                hospital_days=0, accident_days_so_far=0,
                injury_paid_so_far=yuan(0), risk_class="ordinary")
CHILD = dict(cover_from=START, happened_on=date(2018, 6, 1), units=4,
             child_born_on=date(2010, 1, 1), accident_cause="accident",
             injury_grade=1, hospital_days=180, accident_days_so_far=0,
             injury_paid_so_far=yuan(0))
CHILD_JOINING = dict(cover_from=START, units=4, on_the_job=True,
                     child_born_on=date(2010, 1, 1))
EPIDEMIC = dict(happened_on=date(2020, 2, 10), front_line=True,
                covid_paid_so_far=yuan(0), decided_amount=yuan(10 ** 6))
DIED = {"died_on": date(2018, 6, 2)}


def on_day(facts, number, **changes):
    """A diagnosis on day so many of the cover; day 1 is its first day."""
    day = facts["cover_from"] + timedelta(days=number - 1)
    return dict(facts, diagnosed_on=day, **changes)


def old(facts, **changes):
    """The same in cover that began in 2017."""
    return dict(facts, cover_from=date(2017, 1, 1),
                happened_on=date(2017, 6, 1), **changes)


# id, part, facts, outcome, amount
FEE_EXAMPLES = [
    # E4: inpatient medical, all rates assumed.
    ("P-1", "inpatient_medical", INPATIENT, "eligible", "2000.00"),
    ("P-2", "inpatient_medical",
     dict(INPATIENT, stay_number=2, own_payment=yuan(3650)),
     "eligible", "1500.00"),
    ("P-4", "inpatient_medical", dict(INPATIENT, own_payment=yuan(1300)),
     "eligible", "0.00"),
    ("P-5", "inpatient_medical", dict(INPATIENT, own_payment=yuan(80000)),
     "eligible", "50000.00"),
    # E5: critical illness and women's diseases.
    ("C01", "critical_illness", CRITICAL, "eligible", "40000.00"),
    ("C02", "critical_illness", on_day(CRITICAL, 45, units=2),
     "eligible", "2000.00"),
    ("C03", "critical_illness", on_day(CRITICAL, 30, units=1),
     "refused", "0.00"),
    ("C04", "critical_illness", on_day(CRITICAL, 31, units=1),
     "eligible", "1000.00"),
    ("C06", "critical_illness", on_day(CRITICAL, 61, units=1),
     "eligible", "10000.00"),
    ("C08", "critical_illness", dict(CRITICAL, paid_this_period=True),
     "refused", "0.00"),
    ("C09", "critical_illness.contribution", CRITICAL_JOINING,
     "eligible", "160.00"),
    ("W01", "womens_illness", WOMENS, "eligible", "30000.00"),
    ("W02", "womens_illness", on_day(WOMENS, 100, units=1, in_situ=True),
     "eligible", "2000.00"),
    ("W03", "womens_illness", on_day(WOMENS, 45), "eligible", "1000.00"),
    ("W04", "womens_illness", on_day(WOMENS, 20), "refused", "0.00"),
    ("W05", "womens_illness",
     dict(WOMENS, cover_from=date(2016, 1, 1), units=1,
          diagnosed_on=date(2016, 6, 5)), "eligible", "10000.00"),
    ("W07", "womens_illness",
     dict(WOMENS, cover_from=date(2019, 1, 1), units=1,
          diagnosed_on=date(2019, 4, 10),
          womens_disease="borderline_ovarian"), "eligible", "15000.00"),
    ("W08", "womens_illness.contribution", WOMENS_JOINING,
     "eligible", "50.00"),
    # E6: accident and children's accident.
    ("A01", "accident_cover", old(ACCIDENT, accident_tier="4",
                            died_on=date(2017, 6, 2)),
     "eligible", "60000.00"),
    ("A02", "accident_cover", dict(ACCIDENT, accident_tier="4", **DIED),
     "eligible", "80000.00"),
    ("A03", "accident_cover", dict(ACCIDENT, injury_grade=5, hospital_days=20),
     "eligible", "25600.00"),
    ("A04", "accident_cover",
     dict(ACCIDENT, accident_tier="1", injury_grade=1, hospital_days=180),
     "eligible", "30800.00"),
    ("A05", "accident_cover",
     dict(ACCIDENT, injury_grade=1, hospital_days=180),
     "eligible", "54400.00"),
    ("A06", "accident_cover",
     dict(ACCIDENT, accident_tier="3", hospital_days=180, **DIED),
     "eligible", "79800.00"),
    ("A07", "accident_cover",
     dict(ACCIDENT, accident_tier="4", injury_grade=1, hospital_days=180),
     "eligible", "108800.00"),
    ("A08", "accident_cover",
     old(ACCIDENT, accident_tier="4", injury_grade=1, hospital_days=180),
     "eligible", "88800.00"),
    ("A10", "accident_cover", dict(ACCIDENT, injury_grade=8, second_grade=5),
     "eligible", "24000.00"),
    ("K01", "child_accident", CHILD, "eligible", "137600.00"),
    ("K03", "child_accident.contribution", CHILD_JOINING,
     "eligible", "200.00"),
    ("K04", "child_accident", dict(CHILD, units=5), "refused", "0.00"),
    # E7: epidemic money; V03 asks for the bound, V04 is non_work_accident.
    ("V01", "covid_condolence", dict(EPIDEMIC, covid_claim="died_on_duty"),
     "eligible", "100000.00"),
    ("V03", "covid_condolence", dict(EPIDEMIC, covid_claim="severe"),
     "eligible", "50000.00"),
    ("V04", "non_work_accident",
     dict(card_held=True, on_the_job=True, city_member=True,
          event="child_injury", cause="covid_19",
          happened_on=date(2020, 6, 1), child_born_on=date(2008, 1, 1),
          injury_grade=ABSENT, decided_injury_amount=yuan(10 ** 6),
          injury_paid_so_far=yuan(0), claimed_on=ABSENT),
     "eligible", "5000.00"),
]
