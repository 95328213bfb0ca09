/* SPDX-License-Identifier: MIT */
/* version.h - which libmutualaid this is, at compile time and at run time. */
#ifndef MUTUALAID_VERSION_H
#define MUTUALAID_VERSION_H

#include <mutualaid/api.h>

MUTAID_BEGIN_DECLS

/**
 * @file
 * The version of the headers (macros) and of the library that was loaded
 * (function). They differ when a program runs with another library than the
 * one it was compiled for; every 0.1 library runs every 0.1 program.
 *
 * Threads: everything here may be used from any thread at any time.
 */

/** Changes when programs must be rewritten. */
#define MUTAID_VERSION_MAJOR 0
/** Changes when something is added. */
#define MUTAID_VERSION_MINOR 1
/** Changes when something is mended. */
#define MUTAID_VERSION_PATCH 0
/** The three numbers as text. */
#define MUTAID_VERSION "0.1.0"

/**
 * Name the version of the library that is running.
 *
 * @return "major.minor.patch"; static text, never NULL
 * @ownership borrowed; lives as long as the library is loaded
 * @since 0.1
 */
MUTAID_API const char *mutaid_version(void);

MUTAID_END_DECLS

#endif
