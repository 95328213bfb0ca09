/* SPDX-License-Identifier: MIT */
/* hello.c - ten days in hospital: decide the daily allowance, and say why. */
#include <inttypes.h>
#include <mutualaid/mutualaid.h>
#include <stdio.h>

int main(void)
{
    mutaid_rulebook *beijing = NULL; /* what the unions of Beijing pay */
    mutaid_case *c = NULL;           /* the facts of one case */
    mutaid_decision *d = NULL;       /* the answer */
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_money fen = 0;
    size_t length = 0;
    char text[16384];

    if (mutaid_rulebook_beijing(&beijing, &error) ||
        mutaid_case_new(beijing, &c, &error) ||
        mutaid_case_set_date(c, "admitted_on",
                             mutaid_date_from_civil(2016, 3, 1), &error) ||
        mutaid_case_set_date(c, "discharged_on",
                             mutaid_date_from_civil(2016, 3, 11), &error) ||
        mutaid_case_set_choice(c, "stay_cause", "illness", &error) ||
        mutaid_case_set_flag(c, "hospital_in_beijing", 1, &error) ||
        mutaid_case_set_count(c, "allowance_days_so_far", 0, &error) ||
        /* any fact may also be given as text */
        mutaid_case_set_text(c, "hospital_class", "2", &error) ||
        mutaid_case_set_text(c, "allowance_plan", "single", &error) ||
        mutaid_case_set_text(c, "cover_from", "2016-01-01", &error) ||
        mutaid_case_set_text(c, "renewal", "true", &error) ||
        mutaid_case_set_text(c, "claimed_on", "2016-03-20", &error) ||
        mutaid_decision_new(beijing, &d, &error) ||
        mutaid_decide(c, "hospital_allowance", d, &error) ||
        mutaid_decision_amount(d, &fen, &error) ||
        mutaid_decision_explain(d, MUTAID_LANGUAGE_EN, text, sizeof text,
                                &length, &error))
        fprintf(stderr, "%s; %s\n", error.text, error.remedy);
    else
        printf("%" PRId64 " fen\n\n%s", fen, text);

    mutaid_decision_free(d);
    mutaid_case_free(c);
    mutaid_rulebook_unref(beijing);
    return error.status != MUTAID_OK;
}
