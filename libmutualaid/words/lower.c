/* SPDX-License-Identifier: MIT */
/* lower.c - from words to a program: operands, conditions, steps, values. */
#include "words/lower.h"

#include "words/kinds.h"
#include "words/tell.h"

mutaid_status mutaid__lowering_init(mutaid__lowering *lowering,
                                    mutaid__arena *arena,
                                    mutaid_report *report,
                                    const mutaid__model *model,
                                    mutaid__program *program)
{
    static const mutaid__lowering empty;

    *lowering = empty;
    lowering->arena = arena;
    lowering->report = report;
    lowering->model = model;
    lowering->day.date = MUTAID_NONE;
    lowering->with_day.date = MUTAID_NONE;
    lowering->guard = lowering->line = MUTAID_NONE;
    lowering->requirement = lowering->item = MUTAID_NONE;
    lowering->shown_operand = lowering->shown_exact = MUTAID_NONE;
    lowering->is_wanted = true;
    /* one input more than there are facts: a day that is handed in */
    return mutaid__emitter_init(&lowering->emitter, arena, program,
                                model->facts.count + 1);
}

/* --- faults ------------------------------------------------------------------- */

void mutaid__lower_fault(mutaid__lowering *lowering, mutaid_code code,
                         mutaid__place place, mutaid__slice first,
                         mutaid__slice second)
{
    /* the same clause is lowered once for each version */
    if (!mutaid__report_has(lowering->report, code, place))
        mutaid__report_add(lowering->report, code, place, first, second,
                           mutaid__slice_of(NULL));
}

mutaid__slice mutaid__lower_text(mutaid__lowering *lowering,
                                 mutaid__shape shape, mutaid__ratio value)
{
    mutaid__teller teller;
    mutaid__slice text;
    mutaid__out out;
    char buffer[120];
    size_t length;

    mutaid__out_init(&out, buffer, sizeof buffer);
    teller = mutaid__teller_of(lowering->model, &out, MUTAID_LANGUAGE_EN);
    mutaid__tell_value(&teller, shape, value);
    if (mutaid__out_finish(&out, &length, NULL) != MUTAID_OK)
        length = sizeof buffer - 1;
    text.data = mutaid__arena_copy(lowering->arena, buffer, length);
    text.length = text.data ? length : 0;
    return text;
}

static void write_range(mutaid__lowering *lowering, mutaid__out *out,
                        uint32_t column)
{
    const mutaid__column *c = mutaid__emitted(&lowering->emitter, column);

    mutaid__out_ratio(out, (mutaid__ratio){c->least, c->denominator}, 0);
    mutaid__out_text(out, " to ");
    mutaid__out_ratio(out, (mutaid__ratio){c->most, c->denominator}, 0);
}

/* ": 0 to 1000 meets 0 to 99", in base units, where numbers grow too large. */
static mutaid__slice range_text(mutaid__lowering *lowering)
{
    mutaid__emitter *emitter = &lowering->emitter;
    mutaid__slice text = {NULL, 0};
    mutaid__out out;
    char buffer[240];
    size_t length;

    if (emitter->problem != MUTAID__EMIT_OVERFLOW ||
        emitter->problem_a == MUTAID_NONE)
        return text;
    mutaid__out_init(&out, buffer, sizeof buffer);
    mutaid__out_text(&out, ": ");
    write_range(lowering, &out, emitter->problem_a);
    if (emitter->problem_b != MUTAID_NONE) {
        mutaid__out_text(&out, " meets ");
        write_range(lowering, &out, emitter->problem_b);
    }
    emitter->problem_a = emitter->problem_b = MUTAID_NONE;
    if (mutaid__out_finish(&out, &length, NULL) != MUTAID_OK)
        length = sizeof buffer - 1;
    text.data = mutaid__arena_copy(lowering->arena, buffer, length);
    text.length = text.data ? length : 0;
    return text;
}

/* What could not be emitted, as a fault at the word that asked for it. */
static void report_problem(mutaid__lowering *lowering,
                           const mutaid__word *word)
{
    static const mutaid_code codes[] = {
        MUTAID_CODE_NONE,        MUTAID_CODE_NONE,
        MUTAID_CODE_OVERFLOW,    MUTAID_CODE_DENOMINATOR,
        MUTAID_CODE_DATE_BEYOND, MUTAID_CODE_FRACTIONAL_COUNT};
    mutaid__emit_problem problem = lowering->emitter.problem;
    mutaid__slice range = range_text(lowering);

    if (problem == MUTAID__EMIT_FINE || problem == MUTAID__EMIT_NO_MEMORY)
        return;
    lowering->emitter.problem = MUTAID__EMIT_FINE;
    mutaid__lower_fault(lowering, codes[problem], word->place, range,
                        mutaid__slice_of(NULL));
}

/* --- words ---------------------------------------------------------------------- */

uint32_t mutaid__lower(mutaid__lowering *lowering, const mutaid__word *word,
                       uint32_t amount)
{
    uint32_t column;

    if (lowering->emitter.problem == MUTAID__EMIT_NO_MEMORY)
        return 0; /* whatever is read now comes to nothing */
    if (word->has_clause)
        mutaid__touch_clause(lowering, word->clause);
    column = word->kind->lower(lowering, word, amount);
    report_problem(lowering, word);
    return column;
}

uint32_t mutaid__lower_operand(mutaid__lowering *lowering,
                               const mutaid__word *word)
{
    return mutaid__lower(lowering, word, MUTAID_NONE);
}

uint32_t mutaid__lower_shown(mutaid__lowering *lowering,
                             const mutaid__word *word)
{
    uint32_t column = mutaid__lower_operand(lowering, word);

    lowering->shown_operand = column;
    lowering->shown_shape = word->shape;
    return column;
}

uint32_t mutaid__lower_condition(mutaid__lowering *lowering,
                                 const mutaid__word *word)
{
    mutaid__ratio value;
    mutaid_state state;
    uint32_t column, line = lowering->line;
    size_t i;

    for (i = 0; i < lowering->assumption_count; i++)
        if (lowering->assumptions[i].condition == word)
            return mutaid__emit_integer(&lowering->emitter,
                                        lowering->assumptions[i].holds);
    lowering->line = MUTAID_NONE; /* what decides counts by itself */
    column = mutaid__lower_operand(lowering, word);
    lowering->line = line;
    if (lowering->is_bending && !lowering->blocking &&
        !mutaid__emitted_constant(&lowering->emitter, column, &value, &state))
        lowering->blocking = word;
    return column;
}

uint32_t mutaid__enter_branch(mutaid__lowering *lowering, uint32_t condition)
{
    uint32_t outer = lowering->guard;

    if (!lowering->is_silent && !lowering->is_bending)
        lowering->guard =
            mutaid__emit_and(&lowering->emitter, outer, condition);
    return outer;
}

void mutaid__leave_branch(mutaid__lowering *lowering, uint32_t guard)
{
    lowering->guard = guard;
}

static bool is_quiet(const mutaid__lowering *lowering)
{
    return lowering->is_silent || lowering->is_bending;
}

void mutaid__lower_branch(mutaid__lowering *lowering, mutaid__branch branch)
{
    mutaid__branch *place;

    if (is_quiet(lowering))
        return;
    branch.guard = lowering->guard;
    place = mutaid__array_push(lowering->arena, &lowering->branches);
    if (place)
        *place = branch;
    else
        lowering->emitter.problem = MUTAID__EMIT_NO_MEMORY;
}

void mutaid__lower_duty(mutaid__lowering *lowering, mutaid__duty duty)
{
    mutaid__duty *place;

    if (lowering->is_bending)
        return;
    duty.guard = lowering->guard;
    duty.item = lowering->item;
    place = mutaid__array_push(lowering->arena, &lowering->duties);
    if (place)
        *place = duty;
    else
        lowering->emitter.problem = MUTAID__EMIT_NO_MEMORY;
}

uint32_t mutaid__lower_money_rounding(mutaid__lowering *lowering,
                                      uint32_t column)
{
    return mutaid__emit_round(&lowering->emitter, column,
                              lowering->model->rounding_unit,
                              lowering->model->rounding_mode);
}

/* --- what is recorded -------------------------------------------------------------- */

mutaid__line_plan *mutaid__lower_line(mutaid__lowering *lowering,
                                      const mutaid__word *word,
                                      const char *step)
{
    mutaid__line_plan *line;

    if (is_quiet(lowering) || lowering->purpose != MUTAID__FOR_AMOUNT)
        return NULL;
    line = mutaid__array_push(lowering->arena, &lowering->lines);
    if (!line) {
        lowering->emitter.problem = MUTAID__EMIT_NO_MEMORY;
        return NULL;
    }
    line->word = word;
    line->step = step;
    line->value = MUTAID_NONE;
    line->depth = lowering->depth;
    line->item = lowering->item;
    line->clause = word->clause;
    line->guard = lowering->guard;
    line->when = line->before = line->operand = MUTAID_NONE;
    line->after = line->exact = MUTAID_NONE;
    return line;
}

static void touch(mutaid__lowering *lowering, mutaid__touch_kind kind,
                  uint32_t index, uint32_t clause, int64_t known_until)
{
    mutaid__touch *place;

    if (is_quiet(lowering))
        return;
    place = mutaid__array_push(lowering->arena, &lowering->touches);
    if (!place) {
        lowering->emitter.problem = MUTAID__EMIT_NO_MEMORY;
        return;
    }
    place->kind = kind;
    place->index = index;
    place->clause = clause;
    place->guard = lowering->guard;
    place->line = lowering->line;
    place->purpose = lowering->purpose;
    place->requirement = lowering->requirement;
    place->item = lowering->item;
    place->date = lowering->day.date;
    place->known_until = known_until;
}

void mutaid__touch_clause(mutaid__lowering *lowering, uint32_t clause)
{
    if (clause != MUTAID_NONE &&
        (lowering->is_watched ||
         lowering->model->clauses.items[clause].basis !=
             MUTAID_BASIS_PUBLISHED))
        touch(lowering, MUTAID__TOUCH_CLAUSE, clause, clause, 0);
}

void mutaid__touch_fact(mutaid__lowering *lowering, uint32_t fact)
{
    const mutaid__fact *f = &lowering->model->facts.items[fact];

    if (f->if_missing != MUTAID_STATE_OPEN)
        touch(lowering, MUTAID__TOUCH_FACT, fact, f->clause, 0);
}

void mutaid__touch_parameter(mutaid__lowering *lowering, uint32_t parameter)
{
    const mutaid__parameter *p = &lowering->model->parameters.items[parameter];

    touch(lowering, MUTAID__TOUCH_PARAMETER, parameter, p->clause, 0);
    mutaid__touch_clause(lowering, p->clause);
}

void mutaid__touch_series(mutaid__lowering *lowering,
                          const mutaid__word *word)
{
    if (word->known_until != INT64_MAX)
        touch(lowering, MUTAID__TOUCH_SERIES, word->clause, word->clause,
              word->known_until);
}

void mutaid__lower_finding(mutaid__lowering *lowering,
                           const mutaid__word *subject,
                           mutaid_relation relation, uint32_t found,
                           uint32_t required, uint32_t holds)
{
    mutaid__finding_plan *finding;

    if (is_quiet(lowering) || lowering->purpose != MUTAID__FOR_REQUIREMENT)
        return;
    finding = mutaid__array_push(lowering->arena, &lowering->findings);
    if (!finding) {
        lowering->emitter.problem = MUTAID__EMIT_NO_MEMORY;
        return;
    }
    finding->subject = subject;
    finding->relation = relation;
    finding->is_wanted = lowering->is_wanted;
    finding->requirement = lowering->requirement;
    finding->guard = lowering->guard;
    finding->found = found;
    finding->required = required;
    finding->holds = holds;
    finding->shape = subject->shape;
}

/* --- steps ---------------------------------------------------------------------------- */

/* One step, with its line reserved first so that what it uses stands behind. */
static uint32_t lower_step(mutaid__lowering *lowering,
                           const mutaid__word *step, uint32_t amount,
                           mutaid__shape before_shape)
{
    uint32_t outer_line = lowering->line, condition = MUTAID_NONE, guard;
    uint32_t after;
    size_t position = lowering->lines.count;
    bool has_line =
        mutaid__lower_line(lowering, step, step->kind->key) != NULL;

    if (has_line)
        lowering->line = (uint32_t)position;
    lowering->depth++;
    if (step->when)
        condition = mutaid__lower_condition(lowering, step->when);
    guard = step->when ? mutaid__enter_branch(lowering, condition)
                       : lowering->guard;
    lowering->shown_operand = lowering->shown_exact = MUTAID_NONE;
    after = mutaid__lower(lowering, step, amount);
    mutaid__leave_branch(lowering, guard);
    lowering->depth--;
    lowering->line = outer_line;
    if (step->when)
        after = mutaid__emit_select(&lowering->emitter, condition, after,
                                    amount);
    if (has_line) {
        mutaid__line_plan *line = &lowering->lines.items[position];

        line->when = condition;
        line->before = amount;
        line->operand = lowering->shown_operand;
        line->after = after;
        line->exact = lowering->shown_exact;
        line->before_shape = before_shape;
        line->operand_shape = lowering->shown_shape;
        line->shape = step->shape;
    }
    return after;
}

uint32_t mutaid__lower_steps(mutaid__lowering *lowering,
                             const mutaid__word *steps, uint32_t amount)
{
    mutaid__shape shape = MUTAID__NO_SHAPE;
    size_t i;

    for (i = 0; i < steps->word_count; i++) {
        if (shape.type == MUTAID_TYPE_NONE)
            shape = steps->words[i]->shape;
        amount = lower_step(lowering, steps->words[i], amount, shape);
        shape = steps->words[i]->shape;
    }
    return amount;
}

/* --- curves ---------------------------------------------------------------------------- */

bool mutaid__constant_operand(mutaid__lowering *lowering,
                              const mutaid__word *word,
                              mutaid__ratio *value_out)
{
    bool outer = lowering->is_silent;
    mutaid_state state;
    uint32_t column;

    lowering->is_silent = true;
    column = mutaid__lower_operand(lowering, word);
    lowering->is_silent = outer;
    return mutaid__emitted_constant(&lowering->emitter, column, value_out,
                                    &state) &&
           state == MUTAID_STATE_GIVEN;
}

bool mutaid__bend_two(mutaid__lowering *lowering, mutaid__ratio from,
                      mutaid__ratio low_slope, mutaid__ratio low_offset,
                      mutaid__ratio high_slope, mutaid__ratio high_offset,
                      mutaid__bends *bends_out)
{
    *bends_out = (mutaid__bends){{0, 0, 0}};
    return mutaid__bends_push(lowering->arena, bends_out, from, low_slope,
                              low_offset) == MUTAID__CURVE_OK &&
           mutaid__bends_push(lowering->arena, bends_out, from, high_slope,
                              high_offset) == MUTAID__CURVE_OK;
}

static bool bend_step(mutaid__lowering *lowering, const mutaid__word *step,
                      mutaid__bends *bends)
{
    mutaid__bends one;
    mutaid__ratio holds;
    mutaid_state state;

    if (step->when) {
        uint32_t condition = mutaid__lower_condition(lowering, step->when);

        if (!mutaid__emitted_constant(&lowering->emitter, condition, &holds,
                                      &state) ||
            state != MUTAID_STATE_GIVEN)
            return false;
        if (mutaid__wide_is_zero(holds.numerator))
            return true;
    }
    return step->kind->bend && step->kind->bend(lowering, step, &one) &&
           mutaid__bends_compose(lowering->arena, bends, &one, bends) ==
               MUTAID__CURVE_OK;
}

bool mutaid__bend_steps(mutaid__lowering *lowering, const mutaid__word *steps,
                        mutaid__bends *bends_out)
{
    size_t i;

    if (mutaid__bends_identity(lowering->arena, bends_out) !=
        MUTAID__CURVE_OK)
        return false;
    for (i = 0; i < steps->word_count; i++)
        if (!bend_step(lowering, steps->words[i], bends_out))
            return false;
    return true;
}
