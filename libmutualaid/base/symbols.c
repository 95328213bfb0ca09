/* SPDX-License-Identifier: MIT */
/* symbols.c - a table from names to small numbers, in a fixed order. */
#include "base/symbols.h"

#include <string.h>

#define FIRST_SLOTS ((size_t)16)
/* A name that lies farther from its place is worth another seed; there are
 * enough of those that nobody can choose names for them all. */
#define FARTHEST 200
#define MOST_SEEDS 64

void mutaid__symbols_init(mutaid__symbols *symbols, mutaid__arena *arena)
{
    memset(symbols, 0, sizeof *symbols);
    symbols->arena = arena;
}

/* FNV-1a, stirred at the end because only the low bits choose a slot. */
static size_t hash_of(mutaid__slice name, uint32_t seed)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325) ^
                    seed * UINT64_C(0xd6e8feb86659fd93);

    for (size_t i = 0; i < name.length; i++) {
        hash ^= (unsigned char)name.data[i];
        hash *= UINT64_C(0x100000001b3);
    }
    hash ^= hash >> 32;
    hash *= UINT64_C(0x9e3779b97f4a7c15);
    return (size_t)(hash >> 32);
}

/* The slot of a name, or the empty one where it would go. */
static size_t slot_of(const mutaid__symbols *symbols, mutaid__slice name)
{
    size_t mask = symbols->slot_count - 1;
    size_t slot = hash_of(name, symbols->seed) & mask;

    while (symbols->slots[slot] != 0 &&
           !mutaid__slice_equal(symbols->names.items[symbols->slots[slot] - 1],
                                name))
        slot = (slot + 1) & mask;
    return slot;
}

/* How far the slot of a name lies behind the one where it is looked for. */
static size_t distance_of(const mutaid__symbols *symbols, mutaid__slice name,
                          size_t slot)
{
    return (slot - hash_of(name, symbols->seed)) & (symbols->slot_count - 1);
}

/* Put every name where the seed says. */
static void place_all(mutaid__symbols *symbols)
{
    memset(symbols->slots, 0, symbols->slot_count * sizeof *symbols->slots);
    for (size_t i = 0; i < symbols->names.count; i++)
        symbols->slots[slot_of(symbols, symbols->names.items[i])] =
            (uint32_t)i + 1;
}

uint32_t mutaid__symbols_find(const mutaid__symbols *symbols,
                              mutaid__slice name)
{
    if (symbols->slot_count == 0)
        return MUTAID_NONE;

    uint32_t found = symbols->slots[slot_of(symbols, name)];
    return found != 0 ? found - 1 : MUTAID_NONE;
}

/* Keep at least a third of the slots empty. */
static bool make_room(mutaid__symbols *symbols)
{
    size_t count = symbols->slot_count;
    size_t larger = count > 0 ? count * 2 : FIRST_SLOTS;

    if (symbols->names.count < count / 3 * 2)
        return true;
    if (symbols->names.count >= MUTAID_NONE - 1 ||
        larger > SIZE_MAX / sizeof(uint32_t))
        return false;

    uint32_t *slots =
        mutaid__arena_take(symbols->arena, larger * sizeof *slots);
    if (slots == NULL)
        return false;
    symbols->slots = slots;
    symbols->slot_count = larger;
    place_all(symbols);
    return true;
}

uint32_t mutaid__symbols_enter(mutaid__symbols *symbols, mutaid__slice name,
                               bool *is_new_out)
{
    uint32_t found = mutaid__symbols_find(symbols, name);

    *is_new_out = false;
    if (found != MUTAID_NONE)
        return found;
    if (!make_room(symbols))
        return MUTAID_NONE;

    size_t slot = slot_of(symbols, name);
    /* Names that were chosen to collide do so for few seeds only. */
    if (distance_of(symbols, name, slot) > FARTHEST &&
        symbols->seed < MOST_SEEDS) {
        symbols->seed++;
        place_all(symbols);
        slot = slot_of(symbols, name);
    }
    mutaid__slice *entry = mutaid__array_push(symbols->arena, &symbols->names);
    if (entry == NULL)
        return MUTAID_NONE;
    *entry = name;
    symbols->slots[slot] = (uint32_t)symbols->names.count;
    *is_new_out = true;
    return (uint32_t)symbols->names.count - 1;
}
