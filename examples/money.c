/* SPDX-License-Identifier: MIT */
/* money.c - minor units as text. */
#include "money.h"

void money_text(mutaid_money minor, unsigned decimals,
                char text[MONEY_TEXT_SIZE])
{
    /* Built from its end; the magnitude of INT64_MIN fits only unsigned. */
    uint64_t left = minor < 0 ? 0 - (uint64_t)minor : (uint64_t)minor;
    char digits[MONEY_TEXT_SIZE];
    unsigned count = 0;
    do {
        digits[count++] = (char)('0' + left % 10);
        left /= 10;
        if (count == decimals)
            digits[count++] = '.';
    } while (left > 0 || count < decimals + 1 + (decimals > 0));
    if (minor < 0)
        digits[count++] = '-';
    for (unsigned i = 0; i < count; i++)
        text[i] = digits[count - 1 - i];
    text[count] = '\0';
}
