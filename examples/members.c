/* SPDX-License-Identifier: MIT */
/* members.c - which members a scheme has paid: a set of pairs. */
#include "members.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct member_entry {
    uint64_t hash;
    size_t scheme;
    char *member; /* NULL: the slot is free */
};

/* FNV-1a. */
static uint64_t hash_of(size_t scheme, const char *member)
{
    uint64_t hash = 14695981039346656037u;
    hash = (hash ^ scheme) * 1099511628211u;
    for (; *member != '\0'; member++)
        hash = (hash ^ (unsigned char)*member) * 1099511628211u;
    return hash ^ (hash >> 32);
}

/* The slot that holds the pair, or the free one where it belongs. */
static member_entry *find(member_entry *slots, size_t capacity, uint64_t hash,
                          size_t scheme, const char *member)
{
    size_t at = (size_t)hash & (capacity - 1);
    while (slots[at].member != NULL &&
           (slots[at].hash != hash || slots[at].scheme != scheme ||
            strcmp(slots[at].member, member) != 0))
        at = (at + 1) & (capacity - 1);
    return &slots[at];
}

/* Keep at least a third of the slots free. */
static int grow(members *set)
{
    if (set->count * 3 < set->capacity * 2)
        return 1;
    size_t capacity = set->capacity == 0 ? 1024 : set->capacity * 2;
    member_entry *slots = calloc(capacity, sizeof *slots);
    if (slots == NULL)
        return 0;
    for (size_t i = 0; i < set->capacity; i++) {
        const member_entry *old = &set->slots[i];
        if (old->member != NULL)
            *find(slots, capacity, old->hash, old->scheme, old->member) = *old;
    }
    free(set->slots);
    set->slots = slots;
    set->capacity = capacity;
    return 1;
}

int members_add(members *set, size_t scheme, const char *member)
{
    if (!grow(set))
        return -1;
    uint64_t hash = hash_of(scheme, member);
    member_entry *slot = find(set->slots, set->capacity, hash, scheme, member);
    if (slot->member != NULL)
        return 0;
    size_t size = strlen(member) + 1;
    char *copy = malloc(size);
    if (copy == NULL)
        return -1;
    memcpy(copy, member, size);
    *slot = (member_entry){hash, scheme, copy};
    set->count++;
    return 1;
}

void members_free(members *set)
{
    for (size_t i = 0; i < set->capacity; i++)
        free(set->slots[i].member);
    free(set->slots);
    *set = (members){NULL, 0, 0};
}
