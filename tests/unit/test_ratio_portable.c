/* SPDX-License-Identifier: MIT */
/* test_ratio_portable.c - test_ratio.c without the compiler's 128-bit type. */
#include "portable.h"
#include "test_ratio.c"
