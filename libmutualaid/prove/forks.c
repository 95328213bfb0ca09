/* SPDX-License-Identifier: MIT */
/* forks.c - the forks of a part: found in its programs, watched in a run. */
#include "prove/forks.h"

#include "decide/decision.h"

#include <string.h>

/* The forks of one program, by operation: MUTAID_NONE where there is none. */
typedef struct fork_version {
    uint32_t *by_op;
} fork_version;

typedef struct fork_group {
    uint32_t first_version; /* a fork: which version ran */
    fork_version *versions;
} fork_group;

/* The forks of a part: of its programs, and of how it combines them. */
typedef struct mutaid__fork_part {
    const mutaid__part *part;
    fork_group *groups;
    uint32_t outcome;  /* a fork each: of the whole ... */
    uint32_t cut;      /* ... of the total */
    uint32_t *items;   /* by item */
    uint32_t *requires;
    uint32_t *members; /* whether they apply, and pay */
} fork_part;

/* --- keys -------------------------------------------------------------------- */

static uint64_t mixed(uint64_t key, uint64_t word)
{
    key ^= word + UINT64_C(0x9E3779B97F4A7C15) + (key << 6) + (key >> 2);
    key *= UINT64_C(0xFF51AFD7ED558CCD);
    return key ^ (key >> 32);
}

static uint64_t mixed_wide(uint64_t key, mutaid__wide number)
{
    return mixed(mixed(key, (uint64_t)mutaid__wide_high(number)),
                 mutaid__wide_low(number));
}

static uint64_t key_of_curve(const mutaid__curve *curve)
{
    uint64_t key = (uint64_t)curve->x_denominator;
    uint32_t i;

    for (i = 0; i < curve->count; i++) {
        key = mixed_wide(key, curve->pieces[i].from);
        key = mixed_wide(key, curve->pieces[i].slope);
        key = mixed_wide(key, curve->pieces[i].offset);
    }
    return key;
}

static uint64_t key_of_table(const mutaid__table *table)
{
    uint64_t key = table->count;
    uint32_t i;

    for (i = 0; i < table->count; i++) {
        key = mixed_wide(mixed(key, table->cells[i].state),
                         table->cells[i].from);
        key = mixed_wide(key, table->cells[i].numerator);
    }
    return key;
}

/* A constant as a value: the same whatever its column's denominator. */
static uint64_t key_of_constant(const mutaid__program *program,
                                const mutaid__op *op)
{
    const mutaid__constant *constant = &program->constants.items[op->data];
    mutaid__ratio value = {constant->numerator,
                           program->columns.items[op->out].denominator};

    value = mutaid__ratio_reduce(value);
    return mixed_wide(mixed(mixed(2, constant->state),
                            (uint64_t)value.denominator),
                      value.numerator);
}

/* What an operation computes, by what its operands compute (`keys`). */
static uint64_t key_of_op(const mutaid__program *program, const mutaid__op *op,
                          const uint64_t *keys)
{
    uint64_t key = mixed(1, op->code);

    if (op->code == MUTAID__OP_FACT)
        return mixed(key, program->inputs.items[op->data].fact);
    if (op->code == MUTAID__OP_CONSTANT)
        return key_of_constant(program, op);
    if (op->code == MUTAID__OP_SCALE)
        return keys[op->a];
    key = mixed(key, keys[op->a]);
    if (op->b != MUTAID_NONE)
        key = mixed(key, keys[op->b]);
    if (op->code == MUTAID__OP_SELECT)
        return mixed(key, keys[op->c]);
    if (op->code == MUTAID__OP_LOOK_UP)
        return mixed(key, key_of_table(&program->tables.items[op->data]));
    if (op->code == MUTAID__OP_CURVE || op->code == MUTAID__OP_RISE)
        return mixed(key, key_of_curve(&program->curves.items[op->data]));
    if (op->code >= MUTAID__OP_DAYS)
        return mixed(key, op->data);
    return key;
}

/* --- the table of forks -------------------------------------------------------- */

static bool grow(mutaid__forks *forks)
{
    size_t count = forks->slot_count ? 2 * forks->slot_count : 256, i, at;
    uint64_t *keys = mutaid__arena_take(forks->arena, count * sizeof *keys);
    uint32_t *numbers =
        mutaid__arena_take(forks->arena, count * sizeof *numbers);

    if (!keys || !numbers) {
        forks->is_out_of_memory = true;
        return false;
    }
    for (i = 0; i < forks->slot_count; i++) {
        if (!forks->keys[i])
            continue;
        for (at = (size_t)forks->keys[i] & (count - 1); keys[at];)
            at = (at + 1) & (count - 1);
        keys[at] = forks->keys[i];
        numbers[at] = forks->numbers[i];
    }
    forks->keys = keys;
    forks->numbers = numbers;
    forks->slot_count = count;
    return true;
}

static uint32_t fork_of(mutaid__forks *forks, uint64_t key)
{
    size_t at;

    key = key ? key : 1;
    if (2 * (size_t)forks->count >= forks->slot_count && !grow(forks))
        return 0;
    at = (size_t)key & (forks->slot_count - 1);
    while (forks->keys[at] && forks->keys[at] != key)
        at = (at + 1) & (forks->slot_count - 1);
    if (!forks->keys[at]) {
        forks->keys[at] = key;
        forks->numbers[at] = forks->count++;
    }
    return forks->numbers[at];
}

static bool is_fork(const mutaid__program *program, const mutaid__op *op)
{
    switch ((mutaid__op_code)op->code) {
    case MUTAID__OP_SMALLER:
    case MUTAID__OP_LARGER:
    case MUTAID__OP_EQUAL:
    case MUTAID__OP_AT_MOST:
    case MUTAID__OP_BELOW:
    case MUTAID__OP_EXISTS:
    case MUTAID__OP_LOOK_UP:
    case MUTAID__OP_CURVE:
    case MUTAID__OP_RISE:
        return true;
    case MUTAID__OP_FACT:
        return program->columns.items[op->out].may != MUTAID__MAY_GIVEN;
    default:
        return false;
    }
}

/* --- finding them ---------------------------------------------------------------- */

static void *take(mutaid__forks *forks, size_t size)
{
    void *block = mutaid__arena_take(forks->arena, size);

    if (!block)
        forks->is_out_of_memory = true;
    return block;
}

static void find_in_version(mutaid__forks *forks, const mutaid__version *version,
                            fork_version *found)
{
    const mutaid__program *program = &version->program;
    uint64_t *keys = take(forks, program->columns.count * sizeof *keys);
    size_t i;

    found->by_op =
        take(forks, program->ops.count * sizeof *found->by_op);
    for (i = 0; i < program->ops.count && !forks->is_out_of_memory; i++) {
        const mutaid__op *op = &program->ops.items[i];

        keys[op->out] = key_of_op(program, op, keys);
        found->by_op[i] = is_fork(program, op)
                              ? fork_of(forks, keys[op->out])
                              : MUTAID_NONE;
    }
}

/* A row of forks that stand for themselves. */
static uint32_t *own_forks(mutaid__forks *forks, size_t count)
{
    uint32_t *row = take(forks, count * sizeof *row);
    size_t i;

    for (i = 0; row && i < count; i++)
        row[i] = fork_of(forks, mixed(3, forks->count));
    return row;
}

static void find_in_group(mutaid__forks *forks, const mutaid__group *group,
                          fork_group *found)
{
    size_t v;

    found->first_version = fork_of(forks, mixed(3, forks->count));
    found->versions =
        take(forks, group->version_count * sizeof *found->versions);
    for (v = 0; v < group->version_count && !forks->is_out_of_memory; v++)
        find_in_version(forks, &group->versions[v], &found->versions[v]);
}

static void find_in_part(mutaid__forks *forks, const mutaid__part *part,
                         fork_part *found)
{
    size_t i;

    found->part = part;
    found->outcome = fork_of(forks, mixed(3, forks->count));
    found->cut = fork_of(forks, mixed(3, forks->count));
    found->items = own_forks(forks, part->items.count);
    found->requires = own_forks(forks, part->requires.count);
    found->members = own_forks(forks, part->members.count);
    found->groups = take(forks, part->groups.count * sizeof *found->groups);
    for (i = 0; i < part->groups.count && !forks->is_out_of_memory; i++)
        find_in_group(forks, &part->groups.items[i], &found->groups[i]);
}

static size_t most_columns(const mutaid__part *part)
{
    size_t most = 0, i;

    for (i = 0; i < part->groups.count; i++)
        if (part->groups.items[i].most_columns > most)
            most = part->groups.items[i].most_columns;
    return most;
}

mutaid_status mutaid__forks_init(mutaid__forks *forks, mutaid__arena *arena,
                                 const mutaid__study *study)
{
    static const mutaid__forks empty;

    *forks = empty;
    forks->study = study;
    forks->arena = arena;
    forks->top = take(forks, sizeof *forks->top);
    forks->needed = take(forks, most_columns(&study->part));
    if (!forks->is_out_of_memory)
        find_in_part(forks, &study->part, forks->top);
    return forks->is_out_of_memory ? MUTAID_ERROR_MEMORY : MUTAID_OK;
}

/* --- watching one program -------------------------------------------------------- */

static int32_t way_of(const mutaid__group_run *run, const mutaid__op *op)
{
    const mutaid__program *program = &run->version->program;
    mutaid__span out = mutaid__run_column(run, op->out), a, b;

    if (op->code == MUTAID__OP_FACT || out.may != MUTAID__MAY_GIVEN)
        return 1000 + out.may;
    if (op->code != MUTAID__OP_SMALLER && op->code != MUTAID__OP_LARGER &&
        op->code < MUTAID__OP_LOOK_UP)
        return (int32_t)mutaid__wide_low(out.least);
    a = mutaid__run_column(run, op->a);
    switch ((mutaid__op_code)op->code) {
    case MUTAID__OP_LOOK_UP: {
        const mutaid__table *table = &program->tables.items[op->data];
        uint32_t i = table->count - 1;

        while (i > 0 && mutaid__wide_compare(a.least, table->cells[i].from) < 0)
            i--;
        return (int32_t)i;
    }
    case MUTAID__OP_CURVE:
        return (int32_t)mutaid__curve_find(&program->curves.items[op->data],
                                           a.least);
    case MUTAID__OP_RISE:
        b = mutaid__run_column(run, op->b);
        return (int32_t)mutaid__curve_find(
            &program->curves.items[op->data],
            mutaid__wide_add(a.least, b.least));
    default:
        b = mutaid__run_column(run, op->b);
        return mutaid__wide_compare(a.least, b.least) <= 0 ? 0 : 1;
    }
}

static void need(bool *needed, uint32_t column)
{
    if (column != MUTAID_NONE)
        needed[column] = true;
}

/* Of a choice only the side that was taken matters. */
static void need_operands(const mutaid__group_run *run, const mutaid__op *op,
                          bool *needed)
{
    mutaid__span condition;

    if (op->code == MUTAID__OP_FACT || op->code == MUTAID__OP_CONSTANT)
        return;
    if (op->code != MUTAID__OP_SELECT) {
        need(needed, op->a);
        need(needed, op->b);
        return;
    }
    need(needed, op->c);
    condition = mutaid__run_column(run, op->c);
    if (condition.may == MUTAID__MAY_GIVEN)
        need(needed, mutaid__span_may_hold(&condition) ? op->a : op->b);
}

static void trace_program(mutaid__forks *forks, const mutaid__group_run *run,
                          const fork_version *version, int32_t *trace)
{
    const mutaid__program *program = &run->version->program;
    size_t i;

    for (i = program->ops.count; i-- > 0;) {
        const mutaid__op *op = &program->ops.items[i];

        if (!forks->needed[op->out])
            continue;
        if (version->by_op[i] != MUTAID_NONE)
            trace[version->by_op[i]] = way_of(run, op);
        need_operands(run, op, forks->needed);
    }
}

/* --- watching a part ------------------------------------------------------------- */

static bool fails(const mutaid__require_answer *answer)
{
    return answer->may_fail && !answer->may_hold;
}

/* Whether another requirement of the part, or of the item, fails: then what
 * this one comes to changes nothing. */
static bool is_overruled(const mutaid__part_run *run, size_t number)
{
    uint32_t item = number < run->part->requires.count
                        ? run->part->requires.items[number].item
                        : MUTAID_NONE;
    size_t i;

    for (i = 0; i < run->part->requires.count; i++) {
        uint32_t other = run->part->requires.items[i].item;

        if (i != number && fails(&run->requires[i]) &&
            (other == MUTAID_NONE || other == item))
            return true;
    }
    return false;
}

static void need_output(const mutaid__forks *forks, const mutaid__part_run *run,
                        size_t group, mutaid__output output)
{
    if (output.group == group)
        forks->needed[run->groups[group].version->outputs[output.slot]] = true;
}

static void need_requires(const mutaid__forks *forks,
                          const mutaid__part_run *run, size_t group)
{
    size_t i;

    for (i = 0; i < run->part->requires.count; i++) {
        const mutaid__require_plan *plan = &run->part->requires.items[i];

        if (is_overruled(run, i) ||
            (plan->item != MUTAID_NONE &&
             mutaid__item_is_idle(&run->items[plan->item])))
            continue;
        need_output(forks, run, group, plan->when);
        if (run->requires[i].may_hold || run->requires[i].may_fail)
            need_output(forks, run, group, plan->holds);
    }
}

static void need_items(const mutaid__forks *forks, const mutaid__part_run *run,
                       size_t group)
{
    size_t i;

    if (is_overruled(run, run->part->requires.count))
        return;
    for (i = 0; i < run->part->items.count; i++) {
        const mutaid__item_plan *plan = &run->part->items.items[i];

        if (plan->depth > 0 || run->part->members.count > 0)
            continue;
        need_output(forks, run, group, plan->when);
        if (run->items[i].may_pay)
            need_output(forks, run, group, plan->amount);
    }
    for (i = 0; i < run->part->deadlines.count; i++) {
        need_output(forks, run, group, run->part->deadlines.items[i].when);
        need_output(forks, run, group, run->part->deadlines.items[i].last_day);
    }
    need_output(forks, run, group, run->part->cap);
    need_output(forks, run, group, run->part->so_far);
    for (i = 0; i < run->part->members.count; i++)
        need_output(forks, run, group, run->part->members.items[i].when);
}

static void trace_groups(mutaid__forks *forks, const mutaid__part_run *run,
                         const fork_part *plan, int32_t *trace)
{
    size_t g;

    for (g = 0; g < run->part->groups.count; g++) {
        const mutaid__group *group = &run->part->groups.items[g];
        const mutaid__group_run *group_run = &run->groups[g];
        size_t version;

        if (!group_run->version)
            continue;
        version = (size_t)(group_run->version - group->versions);
        if (run->answer.may_pay)
            trace[plan->groups[g].first_version] = (int32_t)version;
        memset(forks->needed, 0, group_run->version->program.columns.count);
        need_requires(forks, run, g);
        need_items(forks, run, g);
        trace_program(forks, group_run, &plan->groups[g].versions[version],
                      trace);
    }
}

static void trace_answers(const mutaid__part_run *run, const fork_part *plan,
                          int32_t *trace)
{
    bool is_cut = false;
    size_t i;

    for (i = 0; i < run->part->requires.count; i++)
        if (!is_overruled(run, i))
            trace[plan->requires[i]] = fails(&run->requires[i])      ? 2
                                       : run->requires[i].may_hold ? 1
                                                                    : 0;
    if (is_overruled(run, run->part->requires.count))
        return;
    for (i = 0; i < run->part->items.count; i++) {
        const mutaid__item_answer *item = &run->items[i];

        trace[plan->items[i]] = mutaid__item_is_idle(item) ? 0
                                : !item->may_pay      ? 1 + item->reasons
                                : item->paid_most > 0 ? 101
                                                      : 100;
        is_cut |= item->may_pay && item->paid_most < item->most;
    }
    if (run->part->cap.group != MUTAID_NONE && run->answer.may_pay)
        trace[plan->cut] = is_cut;
}

static void trace_part(mutaid__forks *forks, const mutaid__part_run *run,
                       const fork_part *plan, int32_t *trace)
{
    size_t i;

    /* a refusal that somebody wrote is shown by the requirement */
    if (run->answer.may_pay || run->answer.reasons)
        trace[plan->outcome] =
            run->answer.may_pay ? 0 : 1 + run->answer.reasons;
    if (run->answer.reasons & MUTAID__NOT_IN_FORCE)
        return;
    trace_answers(run, plan, trace);
    trace_groups(forks, run, plan, trace);
    for (i = 0; i < run->part->members.count; i++) {
        /* what a scheme asks inside is shown by the scheme itself */
        trace[plan->members[i]] = !run->member_must_apply[i] ? 0
                                  : run->members[i].answer.may_pay ? 1
                                                                   : 2;
    }
}

void mutaid__forks_trace(mutaid__forks *forks, int32_t *trace)
{
    uint32_t i;

    for (i = 0; i < forks->count; i++)
        trace[i] = MUTAID__NOT_REACHED;
    trace_part(forks, &forks->study->run, forks->top, trace);
}
