/* SPDX-License-Identifier: MIT */
/* stories.c - what was published about two borrowers, as facts and requests. */
#include "stories.h"

/* The amount and the year were published; the day, the term and the kind of
 * business were not. */
const loan_story story_of_2020 = {
    { "2020年：受疫情影响的企业，获贷22万元（签订日、期限与主体类别为假设）",
      "2020: a firm hit by the epidemic is lent 220,000 (day, term and kind of "
      "business are guessed)" },
    { { "city_member", "true" },
      { "loan_group", "migrant_worker" },
      { "firm_takes_part", "true" },
      { "loan_business", "small_firm" },
      { "loan_asked", "220000.00" },
      { "loan_months", "12" },
      { "loan_signed_on", "2020-05-06" } },
    "{\"principal\": \"220000.00\", \"repayment\": \"interest_only\","
    " \"signed_on\": \"2020-05-06\", \"term\": 12}",
};

const mutaid_text story_of_three_years = {
    "2022年：连续三年贷款，累计140万元，最近一笔50万元，已贴息35146.94元",
    "2022: loans in three years running, 1,400,000 in all, the last one "
    "500,000; refunded so far 35,146.94",
};

const mutaid_money three_years_published = 3514694;

/* No day and no single amount but the last was published. */
const loan_reading three_years_readings[] = {
    { { "一、前两笔共90万元，各一年，利率3.85%；第三笔尚未贴息",
        "1. The first two, 900,000 together, for a year each at 3.85 %; the "
        "third not refunded yet" },
      { "{\"principal\": \"400000.00\", \"repayment\": \"interest_only\","
        " \"signed_on\": \"2020-05-06\", \"term\": 12}",
        "{\"principal\": \"500000.00\", \"repayment\": \"interest_only\","
        " \"signed_on\": \"2021-05-06\", \"term\": 12}" },
      { 2022, 5, 31 } },
    { { "二、同样的假定，换一组签订日",
        "2. The same, signed on other days" },
      { "{\"principal\": \"400000.00\", \"repayment\": \"interest_only\","
        " \"signed_on\": \"2019-08-21\", \"term\": 12}",
        "{\"principal\": \"500000.00\", \"repayment\": \"interest_only\","
        " \"signed_on\": \"2021-04-21\", \"term\": 12}",
        "{\"principal\": \"500000.00\", \"repayment\": \"interest_only\","
        " \"signed_on\": \"2022-04-21\", \"term\": 12}" },
      { 2022, 3, 31 } },
    { { "三、三笔贷款部分时间并存（与ASM-37不符）",
        "3. Loans that run side by side for a while (against ASM-37)" },
      { "{\"principal\": \"500000.00\", \"repayment\": \"interest_only\","
        " \"signed_on\": \"2020-02-20\", \"term\": 12}",
        "{\"principal\": \"400000.00\", \"repayment\": \"interest_only\","
        " \"signed_on\": \"2021-12-31\", \"term\": 12}",
        "{\"principal\": \"500000.00\", \"repayment\": \"interest_only\","
        " \"signed_on\": \"2022-01-30\", \"term\": 12}" },
      { 2022, 6, 30 } },
};

const size_t three_years_reading_count =
    sizeof three_years_readings / sizeof three_years_readings[0];

const mutaid_text story_lesson = {
    "前两种读法保留全部假定，与公布数相差几元；第三种一分不差，但须放宽一项假定，\n"
    "而且这样的签订日不止一组。公布数因此不能说明是哪几天，只说明这些假定大体合理。",
    "The first two keep every assumption and miss the published sum by some "
    "yuan; the third\nhits it to the fen, but gives one assumption up, and is "
    "not the only one that does. So the\nsum does not say which days they "
    "were, only that the assumptions are about right.",
};
