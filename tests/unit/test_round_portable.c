/* SPDX-License-Identifier: MIT */
/* test_round_portable.c - test_round.c without the compiler's 128-bit type. */
#include "portable.h"
#include "test_round.c"
