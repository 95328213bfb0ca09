/* SPDX-License-Identifier: MIT */
/* read_loans.c - loans: limit, term, rate, repayment, penalty, subsidy. */
#include "words/read_model.h"

#include "calendar/daycount.h"
#include "words/kinds.h"
#include <mutualaid/loan.h>

/* --- words of closed lists ------------------------------------------------------------ */

/* A count, as if it were written where `json` stands. */
static mutaid__word *count_word(mutaid__reader *reader,
                                const mutaid__json *json, int64_t count)
{
    mutaid__word *word =
        mutaid__read_new_word(reader, json, &mutaid__operand_plain);

    if (!word)
        return NULL;
    word->state = MUTAID_STATE_GIVEN;
    word->shape = (mutaid__shape){MUTAID_TYPE_COUNT, 0};
    word->literal = mutaid__ratio_of(count);
    return word;
}

static mutaid__word *read_word_of(mutaid__reader *reader,
                                  const mutaid__json *json,
                                  const char *const words[])
{
    int index = mutaid__read_one_of(reader, json, words);

    return index < 0 ? mutaid__read_new_word(reader, json, NULL)
                     : count_word(reader, json, index);
}

static mutaid__word *read_reprice_word(mutaid__reader *reader,
                                       const mutaid__json *json)
{
    static const char *const words[] = {"never", "anniversary", "january",
                                        "each_period", NULL};

    return read_word_of(reader, json, words);
}

static mutaid__word *read_day_count_word(mutaid__reader *reader,
                                         const mutaid__json *json)
{
    return read_word_of(reader, json, mutaid__day_count_names);
}

/* One thing, or a choice among several. */
static mutaid__word *read_chosen(mutaid__reader *reader,
                                 const mutaid__json *json,
                                 mutaid__word *(*read)(mutaid__reader *,
                                                       const mutaid__json *))
{
    mutaid__word *word;
    uint32_t outer;

    if (json->kind != MUTAID__JSON_OBJECT || !mutaid__json_get(json, "choose"))
        return read(reader, json);
    (void)mutaid__read_enter(reader, json, &outer);
    word = mutaid__read_new_word(reader, json, &mutaid__operand_choose);
    if (word)
        mutaid__read_choose(reader, json, read, word);
    mutaid__read_leave(reader, outer);
    return word;
}

/* --- due days --------------------------------------------------------------------------- */

static void read_every(mutaid__reader *reader, const mutaid__json *json,
                       mutaid__due *due)
{
    static const char *const keys[] = {"months", "weeks", "days", NULL};
    const mutaid__json *child;
    int64_t count;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT, "an object"))
        return;
    mutaid__read_plain_keys(reader, json, keys);
    if (json->count != 1) {
        mutaid__read_fault(reader, MUTAID_CODE_NO_FORM, json->place,
                           "a rhythm", NULL);
        return;
    }
    child = json->first;
    if (!mutaid__read_integer_in(reader, child, 1, 1200, &count))
        return;
    if (mutaid__slice_is(child->key, "months"))
        due->months = (uint32_t)count;
    else
        due->days =
            (uint32_t)count * (mutaid__slice_is(child->key, "weeks") ? 7 : 1);
}

static void read_in_months(mutaid__reader *reader, const mutaid__json *json,
                           mutaid__due *due)
{
    const mutaid__json *child;
    int64_t month;

    if (!mutaid__read_list(reader, json, "an array of months"))
        return;
    for (child = json->first; child; child = child->next)
        if (mutaid__read_integer_in(reader, child, 1, 12, &month))
            due->in_months |= 1u << month;
}

/* What belongs to months makes no sense beside weeks or days. */
static void check_due(mutaid__reader *reader, const mutaid__json *json,
                      const mutaid__due *due)
{
    const mutaid__json *in_months = mutaid__json_get(json, "in_months");

    if (due->days > 0 && (due->day > 0 || in_months))
        mutaid__read_fault(reader, MUTAID_CODE_LOAN_DUE, json->place,
                           "weeks or days", "a day of the month");
    else if (in_months && due->day == 0)
        mutaid__read_fault(reader, MUTAID_CODE_LOAN_DUE, json->place,
                           "in_months", "no day");
    else if (in_months && due->months > 0)
        mutaid__read_fault(reader, MUTAID_CODE_LOAN_DUE, json->place,
                           "in_months", "every so many months");
    else if (!in_months && due->months == 0 && due->days == 0)
        (void)mutaid__read_member(reader, json, "every");
}

static void read_due(mutaid__reader *reader, const mutaid__json *json,
                     mutaid__due *due)
{
    static const char *const keys[] = {"every",    "in_months", "day",
                                       "included", "month_end", NULL};
    static const char *const ends[] = {"clamp", "roll", NULL};
    const mutaid__json *child;
    int64_t day;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT, "an object"))
        return;
    due->exists = true;
    mutaid__read_plain_keys(reader, json, keys);
    if ((child = mutaid__json_get(json, "every")))
        read_every(reader, child, due);
    if ((child = mutaid__json_get(json, "in_months")))
        read_in_months(reader, child, due);
    if ((child = mutaid__json_get(json, "day")) &&
        mutaid__read_integer_in(reader, child, 1, 31, &day))
        due->day = (uint32_t)day;
    if ((child = mutaid__json_get(json, "included")))
        due->is_included = mutaid__read_flag(reader, child);
    if ((child = mutaid__json_get(json, "month_end")))
        due->rolls = mutaid__read_one_of(reader, child, ends) == 1;
    check_due(reader, json, due);
}

/* --- forms of repayment -------------------------------------------------------------------- */

static void read_form(mutaid__reader *reader, const mutaid__json *json,
                      mutaid_repayment repayment, mutaid__form *form)
{
    static const char *const once[] = {"interest", NULL};
    static const char *const plain[] = {"interest", "due", NULL};
    static const char *const level[] = {"interest", "due", "residue", "grace",
                                        NULL};
    static const char *const *const keys[] = {plain, once, level, level};
    static const char *const interests[] = {"by_days", "by_months", NULL};
    static const char *const residues[] = {"last", "spread", NULL};
    const mutaid__json *child;
    int64_t grace = 0;

    form->is_allowed = true;
    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT, "an object"))
        return;
    mutaid__read_plain_keys(reader, json, keys[repayment]);
    if ((child = mutaid__read_member(reader, json, "interest")))
        form->is_by_months =
            mutaid__read_one_of(reader, child, interests) == 1;
    if (repayment >= MUTAID_REPAYMENT_LEVEL_PAYMENT)
        (void)mutaid__read_member(reader, json, "due");
    if (repayment != MUTAID_REPAYMENT_BULLET &&
        (child = mutaid__json_get(json, "due")))
        read_due(reader, child, &form->due);
    if ((child = mutaid__json_get(json, "residue")))
        form->spreads = mutaid__read_one_of(reader, child, residues) == 1;
    if ((child = mutaid__json_get(json, "grace")) &&
        mutaid__read_integer_in(reader, child, 0, 1200, &grace))
        form->grace = (uint32_t)grace;
}

/* A set of forms goes to the loan at hand; its word is its index. */
static mutaid__word *read_forms(mutaid__reader *reader,
                                const mutaid__json *json)
{
    static const char *const names[] = {"interest_only", "bullet",
                                        "level_payment", "level_principal",
                                        NULL};
    mutaid__model *model = reader->model;
    mutaid__loan *loan = &model->loans.items[model->loans.count - 1];
    mutaid__forms *forms;
    const mutaid__json *child;
    int i;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT, "an object"))
        return mutaid__read_new_word(reader, json, NULL);
    mutaid__read_plain_keys(reader, json, names);
    if (json->count == 0)
        mutaid__read_fault(reader, MUTAID_CODE_EMPTY_LIST, json->place, NULL,
                           NULL);
    forms = mutaid__array_push(reader->arena, &loan->forms);
    if (!forms) {
        reader->is_out_of_memory = true;
        return NULL;
    }
    for (i = 0; names[i]; i++)
        if ((child = mutaid__json_get(json, names[i])))
            read_form(reader, child, (mutaid_repayment)i, &forms->items[i]);
    return count_word(reader, json, (int64_t)loan->forms.count - 1);
}

/* --- charges and subsidy --------------------------------------------------------------------- */

static void read_charge(mutaid__reader *reader, const mutaid__json *json,
                        mutaid__charge *charge)
{
    static const char *const keys[] = {"times", "plus", NULL};
    const mutaid__json *times, *plus;
    uint32_t outer;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT, "an object"))
        return;
    (void)mutaid__read_enter(reader, json, &outer);
    mutaid__read_keys(reader, json, keys);
    times = mutaid__json_get(json, "times");
    plus = mutaid__json_get(json, "plus");
    charge->is_plus = plus != NULL;
    if ((times != NULL) == (plus != NULL))
        mutaid__read_fault(reader, MUTAID_CODE_NO_FORM, json->place,
                           "a charge (times or plus)", NULL);
    else
        charge->use = mutaid__read_operand(reader, plus ? plus : times);
    mutaid__read_leave(reader, outer);
}

static mutaid__word *read_operand_of(mutaid__reader *reader,
                                     const mutaid__json *json,
                                     const char *key)
{
    const mutaid__json *child = mutaid__json_get(json, key);

    return child ? mutaid__read_operand(reader, child) : NULL;
}

/* Penalty and compound interest are never subsidised; an extension is unless
 * `never` names it, or is not written at all. */
static void read_never(mutaid__reader *reader, const mutaid__json *json,
                       mutaid__subsidy *subsidy)
{
    static const char *const words[] = {"penalty", "compound", "extension",
                                        NULL};
    const mutaid__json *child;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_ARRAY, "an array"))
        return;
    subsidy->pays_extension = true;
    for (child = json->first; child; child = child->next)
        if (mutaid__read_one_of(reader, child, words) == 2)
            subsidy->pays_extension = false;
}

static void read_subsidy(mutaid__reader *reader, const mutaid__json *json,
                         mutaid__subsidy *subsidy)
{
    static const char *const keys[] = {
        "share", "borrower_rate", "rate_at_most", "months_at_most",
        "total", "never",         NULL};
    const mutaid__json *never;
    uint32_t outer;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT, "an object"))
        return;
    subsidy->exists = true;
    subsidy->clause = mutaid__read_enter(reader, json, &outer);
    mutaid__read_keys(reader, json, keys);
    subsidy->share = read_operand_of(reader, json, "share");
    subsidy->borrower_rate = read_operand_of(reader, json, "borrower_rate");
    if (!subsidy->share == !subsidy->borrower_rate)
        mutaid__read_fault(reader, MUTAID_CODE_NO_FORM, json->place,
                           "a subsidy (share or borrower_rate)", NULL);
    subsidy->rate_at_most = read_operand_of(reader, json, "rate_at_most");
    subsidy->months_at_most = read_operand_of(reader, json, "months_at_most");
    subsidy->total = read_operand_of(reader, json, "total");
    if ((never = mutaid__json_get(json, "never")))
        read_never(reader, never, subsidy);
    mutaid__read_leave(reader, outer);
}

/* --- limit, term, guarantee, fees ---------------------------------------------------------------- */

/* {"steps": [...]} */
static mutaid__word *read_steps_of(mutaid__reader *reader,
                                   const mutaid__json *json)
{
    static const char *const keys[] = {"steps", NULL};
    const mutaid__json *steps;
    mutaid__word *word = NULL;
    uint32_t outer;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT, "an object"))
        return NULL;
    (void)mutaid__read_enter(reader, json, &outer);
    mutaid__read_keys(reader, json, keys);
    steps = mutaid__read_member(reader, json, "steps");
    if (steps)
        word = mutaid__read_steps(reader, steps, true);
    mutaid__read_leave(reader, outer);
    return word;
}

/* An operand as a pipeline that takes it, so that it is explained. */
static mutaid__word *read_taken(mutaid__reader *reader,
                                const mutaid__json *json)
{
    mutaid__word *steps =
        mutaid__read_new_word(reader, json, &mutaid__operand_steps);
    mutaid__word *take =
        mutaid__read_new_word(reader, json, &mutaid__step_take);

    if (!steps || !take)
        return NULL;
    mutaid__read_add_word(reader, take, mutaid__read_operand(reader, json), 1);
    if (take->word_count > 0)
        take->clause = take->words[0]->clause;
    mutaid__read_add_word(reader, steps, take, 1);
    return steps;
}

static void read_granted(mutaid__reader *reader, const mutaid__json *json,
                         mutaid__loan *loan)
{
    const mutaid__json *child;

    if ((child = mutaid__read_member(reader, json, "limit")))
        loan->limit = read_steps_of(reader, child);
    if ((child = mutaid__json_get(json, "term")))
        loan->term = read_steps_of(reader, child);
    if ((child = mutaid__json_get(json, "guarantee")))
        loan->guarantee = read_taken(reader, child);
    if ((child = mutaid__json_get(json, "fees"))) {
        loan->fees.exists = true;
        mutaid__read_fee_parts(reader, child, &loan->fees);
    }
}

/* --- the loan --------------------------------------------------------------------------------------- */

static void read_terms(mutaid__reader *reader, const mutaid__json *json,
                       mutaid__loan *loan)
{
    const mutaid__json *child;

    if ((child = mutaid__read_member(reader, json, "rate")))
        loan->rate = mutaid__read_operand(reader, child);
    if ((child = mutaid__json_get(json, "reprice")))
        loan->reprice = read_chosen(reader, child, read_reprice_word);
    if ((child = mutaid__read_member(reader, json, "day_count")))
        loan->day_count = read_chosen(reader, child, read_day_count_word);
    if ((child = mutaid__read_member(reader, json, "repayment")))
        loan->repayment = read_chosen(reader, child, read_forms);
    loan->annuity_decimals = -1;
    if ((child = mutaid__json_get(json, "annuity_decimals")))
        (void)mutaid__read_integer_in(reader, child, 1, 15,
                                      &loan->annuity_decimals);
    if ((child = mutaid__json_get(json, "penalty")))
        read_charge(reader, child, &loan->penalty);
    if ((child = mutaid__json_get(json, "compound")))
        read_charge(reader, child, &loan->compound);
    if ((child = mutaid__json_get(json, "subsidy")))
        read_subsidy(reader, child, &loan->subsidy);
}

static void read_loan_body(mutaid__reader *reader, const mutaid__json *json,
                           mutaid__loan *loan)
{
    static const char *const keys[] = {
        "title",     "from",      "until",     "dated_by",
        "require",   "exclude",   "limit",     "term",
        "guarantee", "fees",      "rate",      "reprice",
        "day_count", "repayment", "annuity_decimals", "penalty",
        "compound",  "subsidy",   NULL};
    const mutaid__json *child;
    mutaid__symbols ids;

    mutaid__symbols_init(&ids, reader->arena);
    mutaid__read_keys(reader, json, keys);
    if ((child = mutaid__read_member(reader, json, "title")))
        loan->title = mutaid__read_labels(reader, child);
    loan->force = mutaid__read_force(reader, json);
    (void)mutaid__read_member(reader, json, "dated_by");
    loan->dated_by = mutaid__read_dated_by(reader, json);
    mutaid__read_requires(reader, json, &ids, &loan->requires);
    read_granted(reader, json, loan);
    read_terms(reader, json, loan);
}

static void read_loan(mutaid__reader *reader, const mutaid__json *json)
{
    mutaid__loan *loan;
    uint32_t outer;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT, "a loan"))
        return;
    (void)mutaid__read_new_name(reader, json, &reader->model->scheme_names);
    loan = mutaid__array_push(reader->arena, &reader->model->loans);
    if (!loan) {
        reader->is_out_of_memory = true;
        return;
    }
    loan->name = json->key;
    loan->place = json->place;
    loan->clause = mutaid__read_enter(reader, json, &outer);
    read_loan_body(reader, json, loan);
    mutaid__read_leave(reader, outer);
}

void mutaid__read_loans(mutaid__reader *reader, const mutaid__json *loans)
{
    const mutaid__json *child;

    if (!mutaid__read_is(reader, loans, MUTAID__JSON_OBJECT,
                         "an object of loans"))
        return;
    for (child = loans->first; child; child = child->next)
        read_loan(reader, child);
}
