/* SPDX-License-Identifier: MIT */
/* round.h - the seven rounding modes, exactly once, from an exact ratio. */
#ifndef MUTUALAID_NUMBER_ROUND_H
#define MUTUALAID_NUMBER_ROUND_H

#include "base/text.h"
#include "number/wide.h"

typedef enum mutaid__mode {
    MUTAID__HALF_UP = 0, /* to the nearest, halves away from zero */
    MUTAID__HALF_EVEN,
    MUTAID__HALF_DOWN, /* halves towards zero */
    MUTAID__UP,        /* away from zero */
    MUTAID__DOWN,      /* towards zero */
    MUTAID__CEILING,
    MUTAID__FLOOR,
    MUTAID__MODE_COUNT
} mutaid__mode;

/* The rulebook's word for a mode, "half_up", and back; false for no mode. */
const char *mutaid__mode_name(mutaid__mode mode);
bool mutaid__mode_of(mutaid__slice name, mutaid__mode *mode_out);

/* The integer that numerator/denominator rounds to, for denominator > 0. */
mutaid__wide mutaid__round(mutaid__wide numerator, mutaid__wide denominator,
                           mutaid__mode mode);

#endif
