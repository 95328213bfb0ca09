/* SPDX-License-Identifier: MIT */
/* hand_loans.c - 36 instalments of a loan in 64 bits; lines folded as made. */
#include "hand.h"

static uint64_t fold_loan(int64_t principal, unsigned rate)
{
    uint64_t bp = (uint64_t)loan_rates_bp[rate];
    uint64_t amount = ((uint64_t)principal * (uint64_t)loan_annuities[rate] +
                       UINT64_C(500000000000)) /
                      UINT64_C(1000000000000);
    uint64_t balance = (uint64_t)principal, left = (uint64_t)subsidy_cap;
    uint64_t interests = 0, subsidies = 0, m;

    for (m = 1; m <= LOAN_MONTHS; m++) {
        uint64_t interest = (balance * bp + 60000) / 120000;
        uint64_t subsidy = (interest + 1) / 2;

        /* the last instalment clears the balance, whatever it is */
        balance -= amount - interest;
        subsidy = subsidy < left ? subsidy : left;
        left -= subsidy;
        interests += m * interest;
        subsidies += m * subsidy;
    }
    return interests + 1000003 * subsidies + 7 * amount;
}

void hand_loans(const loans *in, size_t rows, uint64_t *restrict out)
{
    size_t i;

    for (i = 0; i < rows; i++)
        out[i] = fold_loan(in->principal[i], in->rate[i]);
}
