/* SPDX-License-Identifier: MIT */
/* repayment.c - loans, and their 36 instalments, one rounding at a time. */
#include "workloads.h"

const int64_t loan_rates_bp[LOAN_RATES] = {285, 315, 335, 365,
                                           385, 435, 475, 490};
const int64_t loan_annuities[LOAN_RATES] = {
    29015150605, 29147361908, 29235709960, 29368542661,
    29457304787, 29679934108, 29858781714, 29926019978};
const int64_t subsidy_cap = 300000;

void make_loans(size_t first, size_t rows, int64_t *principal, uint8_t *rate)
{
    size_t i;

    for (i = 0; i < rows; i++) {
        principal[i] =
            100000 + (int64_t)(random_at(30, first + i) % 49900001);
        rate[i] = (uint8_t)(random_at(31, first + i) % LOAN_RATES);
    }
}

void schedule_of(int64_t principal, uint8_t rate,
                 instalment lines[LOAN_MONTHS], int64_t *instalment_out)
{
    int64_t amount =
        half_up((wide)principal * loan_annuities[rate], 1000000000000);
    int64_t balance = principal, left = subsidy_cap;
    int m;

    for (m = 0; m < LOAN_MONTHS; m++) {
        instalment *line = &lines[m];

        line->interest = half_up((wide)balance * loan_rates_bp[rate], 120000);
        line->principal =
            m < LOAN_MONTHS - 1 ? amount - line->interest : balance;
        balance -= line->principal;
        line->subsidy = half_up((wide)line->interest * 5000, 10000);
        if (line->subsidy > left)
            line->subsidy = left;
        left -= line->subsidy;
    }
    *instalment_out = amount;
}

uint64_t fold_schedule(const instalment lines[LOAN_MONTHS],
                       int64_t instalment_amount)
{
    uint64_t interest = 0, subsidy = 0;
    int m;

    for (m = 0; m < LOAN_MONTHS; m++) {
        interest += (uint64_t)(m + 1) * (uint64_t)lines[m].interest;
        subsidy += (uint64_t)(m + 1) * (uint64_t)lines[m].subsidy;
    }
    return interest + 1000003 * subsidy + 7 * (uint64_t)instalment_amount;
}

void reference_loans(const loans *in, size_t rows, uint64_t *out)
{
    instalment lines[LOAN_MONTHS];
    int64_t amount;
    size_t i;

    for (i = 0; i < rows; i++) {
        schedule_of(in->principal[i], in->rate[i], lines, &amount);
        out[i] = fold_schedule(lines, amount);
    }
}
