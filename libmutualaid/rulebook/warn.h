/* SPDX-License-Identifier: MIT */
/* warn.h - what an author should look at, though the rulebook is sound. */
#ifndef MUTUALAID_RULEBOOK_WARN_H
#define MUTUALAID_RULEBOOK_WARN_H

#include "words/model.h"

void mutaid__warn(mutaid_report *report, const mutaid__model *model);

#endif
