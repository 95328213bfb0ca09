/* SPDX-License-Identifier: MIT */
/* money.h - minor units as text. */
#ifndef MUTUALAID_NUMBER_MONEY_H
#define MUTUALAID_NUMBER_MONEY_H

#include "base/text.h"

#include <mutualaid/types.h>

/* Write an amount with its currency's decimals: 36000 fen are 360.00. */
void mutaid__out_money(mutaid__out *out, mutaid_money minor,
                       uint32_t decimals);

#endif
