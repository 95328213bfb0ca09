/* SPDX-License-Identifier: MIT */
/* money.h - minor units as text. */
#ifndef EXAMPLES_MONEY_H
#define EXAMPLES_MONEY_H

#include <mutualaid/types.h>

/* Room for any amount in any currency, with its NUL. */
#define MONEY_TEXT_SIZE 40

/* Write an amount with the decimals of its currency: 36000 fen is 360.00. */
void money_text(mutaid_money minor, unsigned decimals,
                char text[MONEY_TEXT_SIZE]);

#endif
