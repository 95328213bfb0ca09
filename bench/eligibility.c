/* SPDX-License-Identifier: MIT */
/* eligibility.c - members, and what each fails, one requirement at a time. */
#include "workloads.h"

/* Days between two given ones, both included. */
static int32_t day_in(uint64_t random, int32_t first, int32_t last)
{
    return first + (int32_t)(random % (uint64_t)(last - first + 1));
}

member make_member(size_t row)
{
    static const int32_t usual[8] = {1, 1, 1, 2, 2, 5, 0, 9};
    member m;

    m.birth = day_in(random_at(10, row), -9000, 12600);
    m.retired = day_in(random_at(11, row), 17000, 30000);
    m.joined = day_in(random_at(12, row), 10000, 18700);
    m.paid_through = day_in(random_at(13, row), 18500, 19400);
    m.status = usual[random_at(14, row) % 8];
    m.months_paid = (int32_t)(random_at(15, row) % 640);
    m.first_diagnosis = random_at(16, row) % 4
                            ? (int32_t)NO_DATE
                            : day_in(random_at(17, row), 9000, 18627);
    m.flagged = random_at(18, row) % 32 == 0;
    return m;
}

member member_at(const members *in, size_t row)
{
    member m = {in->birth[row],        in->retired[row],
                in->joined[row],       in->paid_through[row],
                in->status[row],       in->months_paid[row],
                in->first_diagnosis[row], in->flagged[row]};

    return m;
}

uint32_t failed_requirements(const member *m)
{
    uint32_t failed = 0;

    if (m->birth > 12053)
        failed |= 1u << 0;
    if (m->retired <= AS_OF)
        failed |= 1u << 1;
    if (m->joined + 30 > AS_OF)
        failed |= 1u << 2;
    if (m->paid_through < AS_OF)
        failed |= 1u << 3;
    if (m->status != 1 && m->status != 2 && m->status != 5)
        failed |= 1u << 4;
    if (m->months_paid < 6 || m->months_paid > 600)
        failed |= 1u << 5;
    if (m->first_diagnosis != NO_DATE && m->first_diagnosis < m->joined + 30)
        failed |= 1u << 6;
    if (m->flagged)
        failed |= 1u << 7;
    return failed;
}

void reference_eligibility(const members *in, size_t rows, uint32_t *out)
{
    size_t i;

    for (i = 0; i < rows; i++) {
        member m = member_at(in, i);

        out[i] = failed_requirements(&m);
    }
}
