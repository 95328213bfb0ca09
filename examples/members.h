/* SPDX-License-Identifier: MIT */
/* members.h - which members a scheme has paid: a set of pairs. */
#ifndef EXAMPLES_MEMBERS_H
#define EXAMPLES_MEMBERS_H

#include <stddef.h>

typedef struct member_entry member_entry;

/* The set; all zero is the empty one. */
typedef struct members {
    member_entry *slots;
    size_t count, capacity;
} members;

/* Put a member of a scheme into the set: 1 if it was not there, 0 if it was,
 * -1 if there is no memory. */
int members_add(members *set, size_t scheme, const char *member);

void members_free(members *set);

#endif
