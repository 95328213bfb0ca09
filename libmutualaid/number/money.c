/* SPDX-License-Identifier: MIT */
/* money.c - minor units as text. */
#include "number/money.h"

#include "base/fault.h"

#include <mutualaid/decision.h>

/* Digits of any 64-bit number, a point, and zeros before few digits. */
#define MOST_BYTES 40
#define MOST_DECIMALS 18

void mutaid__out_money(mutaid__out *out, mutaid_money minor,
                       uint32_t decimals)
{
    /* Written from its end; INT64_MIN has its magnitude only unsigned. */
    uint64_t left = minor < 0 ? 0 - (uint64_t)minor : (uint64_t)minor;
    char bytes[MOST_BYTES];
    size_t first = sizeof bytes;
    uint32_t digits = 0;

    do {
        if (digits > 0 && digits == decimals)
            bytes[--first] = '.';
        bytes[--first] = (char)('0' + left % 10);
        left /= 10;
        digits++;
    } while (left > 0 || digits <= decimals);
    if (minor < 0)
        bytes[--first] = '-';
    mutaid__out_slice(out, (mutaid__slice){bytes + first,
                                           sizeof bytes - first});
}

mutaid_status mutaid_money_text(mutaid_money amount, uint32_t decimals,
                                char *buffer, size_t capacity,
                                size_t *length_out, mutaid_error *error)
{
    mutaid__out out;

    if (decimals > MOST_DECIMALS)
        return mutaid__fail(error, MUTAID_CODE_BAD_ARGUMENT, NULL, "decimals",
                            NULL);
    if (!buffer && capacity > 0)
        return mutaid__fail(error, MUTAID_CODE_BAD_ARGUMENT, NULL, "buffer",
                            NULL);
    mutaid__out_init(&out, buffer, capacity);
    mutaid__out_money(&out, amount, decimals);
    return mutaid__out_finish(&out, length_out, error);
}
