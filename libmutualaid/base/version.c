/* SPDX-License-Identifier: MIT */
/* version.c - the version of the library that is running. */
#include <mutualaid/version.h>

const char *mutaid_version(void)
{
    return MUTAID_VERSION;
}
