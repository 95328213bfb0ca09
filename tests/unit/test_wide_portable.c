/* SPDX-License-Identifier: MIT */
/* test_wide_portable.c - test_wide.c without the compiler's 128-bit type. */
#include "portable.h"
#include "test_wide.c"
