/* SPDX-License-Identifier: MIT */
/* names.c - the words of closed lists, as JSON and rulebooks write them. */
#include <mutualaid/types.h>

#include <stddef.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

const char *mutaid_outcome_name(mutaid_outcome outcome)
{
    static const char *const names[] = {"eligible", "refused", "undetermined",
                                        "not_applying"};

    return (size_t)outcome < COUNT(names) ? names[outcome] : NULL;
}

const char *mutaid_type_name(mutaid_type type)
{
    static const char *const names[] = {"none", "money", "count", "measure",
                                        "rate", "date",  "flag",  "choice"};

    return (size_t)type < COUNT(names) ? names[type] : NULL;
}
