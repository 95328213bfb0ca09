/* SPDX-License-Identifier: MIT */
/* api.h - how the public symbols are declared. */
#ifndef MUTUALAID_API_H
#define MUTUALAID_API_H

#include <stddef.h>
#include <stdint.h>

/**
 * @file
 * Macros that every other public header uses; nothing here is called.
 *
 * MUTAID_API marks a public function, MUTAID_NODISCARD one whose status must
 * be looked at, MUTAID_BEGIN_DECLS and MUTAID_END_DECLS give C linkage when
 * the headers are read by a C++ compiler.
 */

#if defined(__GNUC__)
#define MUTAID_API __attribute__((visibility("default")))
#define MUTAID_NODISCARD __attribute__((warn_unused_result))
#else
#define MUTAID_API
#define MUTAID_NODISCARD
#endif

#ifdef __cplusplus
#define MUTAID_BEGIN_DECLS extern "C" {
#define MUTAID_END_DECLS }
#else
#define MUTAID_BEGIN_DECLS
#define MUTAID_END_DECLS
#endif

/** An index that points at nothing: "no item", "no clause", "no fact". */
#define MUTAID_NONE UINT32_MAX

#endif
