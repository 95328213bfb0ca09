/* SPDX-License-Identifier: MIT */
/* claim.c - one member and one claim: eight requirements, then the slices. */
#include "hand_claim.h"

claim_case make_claim_case(size_t row)
{
    claim_case c;

    c.who = make_member(row);
    make_claims(row, 1, &c.before, &c.claim);
    return c;
}

claim_result reference_claim(const claim_case *c)
{
    claim_result result = {0, failed_requirements(&c->who)};

    if (!result.failed)
        result.amount = entitlement(&second_reimbursement,
                                    c->before + c->claim) -
                        entitlement(&second_reimbursement, c->before);
    return result;
}
