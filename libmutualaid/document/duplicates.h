/* SPDX-License-Identifier: MIT */
/* duplicates.h - find keys that stand twice in one object. */
#ifndef MUTUALAID_DOCUMENT_DUPLICATES_H
#define MUTUALAID_DOCUMENT_DUPLICATES_H

#include "document/scan.h"

/* Report each key that stands in the object already, at its place. This does
 * not make the scan faulty. False when memory is out. */
bool mutaid__report_duplicates(mutaid__scan *scan, const mutaid__json *object,
                               mutaid__memory *memory);

#endif
