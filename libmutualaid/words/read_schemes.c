/* SPDX-License-Identifier: MIT */
/* read_schemes.c - schemes: requirements, benefits, deadlines, fees, totals. */
#include "words/read_model.h"

#include "words/kinds.h"

/* --- pieces -------------------------------------------------------------------------- */

static mutaid__word *read_operand_of(mutaid__reader *reader,
                                     const mutaid__json *json,
                                     const char *key)
{
    const mutaid__json *child = mutaid__json_get(json, key);

    return child ? mutaid__read_operand(reader, child) : NULL;
}

static mutaid__word *read_condition_of(mutaid__reader *reader,
                                       const mutaid__json *json,
                                       const char *key)
{
    const mutaid__json *child = mutaid__json_get(json, key);

    return child ? mutaid__read_condition(reader, child) : NULL;
}

static mutaid__labels read_labels_of(mutaid__reader *reader,
                                     const mutaid__json *json,
                                     const char *key)
{
    const mutaid__json *child = mutaid__json_get(json, key);
    mutaid__labels none = {{NULL, 0}, {NULL, 0}};

    return child ? mutaid__read_labels(reader, child) : none;
}

static void read_day_of(mutaid__reader *reader, const mutaid__json *json,
                        const char *key, int64_t *day)
{
    const mutaid__json *child = mutaid__json_get(json, key);

    if (child && mutaid__read_text(reader, child).data)
        (void)mutaid__read_day(reader, child->text, child->place, day);
}

mutaid__force mutaid__read_force(mutaid__reader *reader,
                                 const mutaid__json *json)
{
    mutaid__force force = {INT64_MIN, INT64_MAX};

    read_day_of(reader, json, "from", &force.from);
    read_day_of(reader, json, "until", &force.until);
    if (force.from > force.until)
        mutaid__read_fault(reader, MUTAID_CODE_FORCE_EMPTY,
                           mutaid__json_get(json, "until")->place, NULL, NULL);
    return force;
}

/* The word whose day dates a part: a name. */
mutaid__word *mutaid__read_dated_by(mutaid__reader *reader,
                                    const mutaid__json *json)
{
    const mutaid__json *child = mutaid__json_get(json, "dated_by");

    return child ? mutaid__read_name_word(reader, child) : NULL;
}

static mutaid__slice read_id(mutaid__reader *reader, const mutaid__json *json)
{
    const mutaid__json *id = mutaid__read_member(reader, json, "id");

    return id ? mutaid__read_code(reader, id) : mutaid__slice_of(NULL);
}

/* Ids of one list are all different. A member of a package may leave its id
 * to the name of its scheme. */
static void check_id(mutaid__reader *reader, mutaid__symbols *ids,
                     mutaid__slice id, const mutaid__json *json)
{
    const mutaid__json *written = mutaid__json_get(json, "id");
    bool is_new;

    if (!written)
        written = mutaid__json_get(json, "scheme");

    if (!id.data)
        return;
    if (mutaid__symbols_enter(ids, id, &is_new) == MUTAID_NONE)
        reader->is_out_of_memory = true;
    else if (!is_new)
        mutaid__read_fault_slice(reader, MUTAID_CODE_DUPLICATE_ID,
                                 written->place, id, NULL);
}

/* --- requirements ------------------------------------------------------------------- */

/* A requirement is a condition with keys of its own beside, and a deadline is
 * a date with such. The word's kind would refuse them, so it reads a copy that
 * has the keys of words alone. */
static mutaid__json *only_keys(mutaid__reader *reader,
                               const mutaid__json *json,
                               const char *const keys[])
{
    mutaid__json *copy = mutaid__read_take(reader, sizeof *copy);
    mutaid__json *children =
        mutaid__read_take(reader, json->count * sizeof *children);
    const mutaid__json *child;
    uint32_t count = 0;

    if (!copy || !children)
        return NULL;
    *copy = *json;
    for (child = json->first; child; child = child->next) {
        const char *const *key = keys;

        while (*key && !mutaid__slice_is(child->key, *key))
            key++;
        if (!*key && !mutaid__is_clause_key(child->key))
            continue;
        children[count] = *child;
        children[count].next = NULL;
        if (count > 0)
            children[count - 1].next = &children[count];
        count++;
    }
    copy->count = count;
    copy->first = count > 0 ? children : NULL;
    return copy;
}

#define CONDITION_KEYS \
    "is", "exists", "all", "any", "none", "the", "equals", "in", "at_least", \
        "at_most", "above", "below"

/* A requirement without a label is called by its reason. */
static void name_by_reason(mutaid__reader *reader,
                           const mutaid__require *require)
{
    mutaid__clause *clauses = reader->model->clauses.items;
    mutaid__clause *clause;

    if (!require->condition || require->condition->clause == MUTAID_NONE)
        return;
    clause = &clauses[require->condition->clause];
    if (clause->label.zh.length == 0 && clause->label.en.length == 0)
        clause->label = require->reason;
}

static void read_require(mutaid__reader *reader, const mutaid__json *json,
                         bool is_exclusion, mutaid__symbols *ids,
                         mutaid__requires *requires)
{
    static const char *const kept[] = {CONDITION_KEYS, NULL};
    const char *reason_key = is_exclusion ? "because" : "otherwise";
    const char *const keys[] = {CONDITION_KEYS, "when", reason_key, NULL};
    const mutaid__json *bare;
    mutaid__require *require;
    uint32_t outer;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT, "a requirement"))
        return;
    require = mutaid__array_push(reader->arena, &requires->items);
    if (!require) {
        reader->is_out_of_memory = true;
        return;
    }
    require->clause = mutaid__read_enter(reader, json, &outer);
    require->place = json->place;
    require->is_exclusion = is_exclusion;
    require->id = read_id(reader, json);
    check_id(reader, ids, require->id, json);
    require->when = read_condition_of(reader, json, "when");
    require->reason = read_labels_of(reader, json, reason_key);
    (void)mutaid__read_member(reader, json, reason_key);
    mutaid__read_keys(reader, json, keys);
    bare = only_keys(reader, json, kept);
    if (bare)
        require->condition = mutaid__read_condition(reader, bare);
    name_by_reason(reader, require);
    mutaid__read_leave(reader, outer);
}

void mutaid__read_requires(mutaid__reader *reader, const mutaid__json *json,
                           mutaid__symbols *ids, mutaid__requires *requires)
{
    static const char *const keys[] = {"require", "exclude"};
    int i;

    for (i = 0; i < 2; i++) {
        const mutaid__json *list = mutaid__json_get(json, keys[i]), *child;

        if (!list || !mutaid__read_is(reader, list, MUTAID__JSON_ARRAY,
                                      "an array of requirements"))
            continue;
        for (child = list->first; child; child = child->next)
            read_require(reader, child, i == 1, ids, requires);
    }
}

/* --- benefits ------------------------------------------------------------------------ */

static void read_benefit_body(mutaid__reader *reader,
                              const mutaid__json *json, bool is_fee,
                              mutaid__benefit *benefit)
{
    const mutaid__json *steps = mutaid__read_member(reader, json, "steps");
    mutaid__symbols ids;

    benefit->id = read_id(reader, json);
    benefit->title = read_labels_of(reader, json, "title");
    benefit->place = json->place;
    benefit->force = mutaid__read_force(reader, json);
    benefit->dated_by = mutaid__read_dated_by(reader, json);
    benefit->when = read_condition_of(reader, json, "when");
    mutaid__symbols_init(&ids, reader->arena);
    if (!is_fee)
        mutaid__read_requires(reader, json, &ids, &benefit->requires);
    if (steps)
        benefit->steps = mutaid__read_steps(reader, steps, true);
}

static void read_benefit(mutaid__reader *reader, const mutaid__json *json,
                         mutaid__symbols *ids, bool is_fee,
                         mutaid__benefit *benefit)
{
    static const char *const keys[] = {"title",   "from",    "until",
                                       "dated_by", "when",   "require",
                                       "exclude", "steps",   NULL};
    static const char *const part_keys[] = {"title", "steps", NULL};
    uint32_t outer;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT, "a benefit"))
        return;
    benefit->clause = mutaid__read_enter(reader, json, &outer);
    benefit->is_quiet =
        benefit->clause != MUTAID_NONE &&
        (reader->model->clauses.items[benefit->clause].intended &
         MUTAID__INTENDS_ALWAYS_APPLIES);
    mutaid__read_keys(reader, json, is_fee ? part_keys : keys);
    read_benefit_body(reader, json, is_fee, benefit);
    check_id(reader, ids, benefit->id, json);
    mutaid__read_leave(reader, outer);
}

static void read_benefits(mutaid__reader *reader, const mutaid__json *json,
                          mutaid__scheme *scheme)
{
    const mutaid__json *list =
        mutaid__read_member(reader, json, "benefits");
    const mutaid__json *child;
    mutaid__symbols ids;

    mutaid__symbols_init(&ids, reader->arena);
    if (!list || !mutaid__read_is(reader, list, MUTAID__JSON_ARRAY,
                                  "an array of benefits"))
        return;
    for (child = list->first; child; child = child->next) {
        mutaid__benefit *benefit =
            mutaid__array_push(reader->arena, &scheme->benefits);

        if (!benefit) {
            reader->is_out_of_memory = true;
            return;
        }
        read_benefit(reader, child, &ids, false, benefit);
    }
}

/* --- deadlines ------------------------------------------------------------------------ */

static void read_deadline(mutaid__reader *reader, const mutaid__json *json,
                          mutaid__symbols *ids, mutaid__deadline *deadline)
{
    static const char *const kept[] = {"later", "earlier",      "years",
                                       "months", "days", "working_days",
                                       NULL};
    static const char *const keys[] = {"later",        "earlier", "years",
                                       "months",       "days",
                                       "working_days", "kept_by", "when",
                                       "dated_by",     NULL};
    const mutaid__json *bare, *kept_by;
    uint32_t outer;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT, "a deadline"))
        return;
    deadline->clause = mutaid__read_enter(reader, json, &outer);
    deadline->place = json->place;
    deadline->id = read_id(reader, json);
    check_id(reader, ids, deadline->id, json);
    deadline->label = read_labels_of(reader, json, "label");
    deadline->dated_by = mutaid__read_dated_by(reader, json);
    deadline->when = read_condition_of(reader, json, "when");
    kept_by = mutaid__json_get(json, "kept_by");
    if (kept_by)
        deadline->kept_by = mutaid__read_name_word(reader, kept_by);
    mutaid__read_keys(reader, json, keys);
    if (!mutaid__json_get(json, "later") && !mutaid__json_get(json, "earlier"))
        (void)mutaid__read_member(reader, json, "later");
    else if ((bare = only_keys(reader, json, kept)))
        deadline->last_day = mutaid__read_operand(reader, bare);
    if (deadline->last_day)
        deadline->last_day->has_clause = false;
    mutaid__read_leave(reader, outer);
}

static void read_deadlines(mutaid__reader *reader, const mutaid__json *json,
                           mutaid__symbols *ids, mutaid__scheme *scheme)
{
    const mutaid__json *list = mutaid__json_get(json, "deadlines"), *child;

    if (!list || !mutaid__read_is(reader, list, MUTAID__JSON_ARRAY,
                                  "an array of deadlines"))
        return;
    for (child = list->first; child; child = child->next) {
        mutaid__deadline *deadline =
            mutaid__array_push(reader->arena, &scheme->deadlines);

        if (!deadline) {
            reader->is_out_of_memory = true;
            return;
        }
        read_deadline(reader, child, ids, deadline);
    }
}

/* --- total and contribution -------------------------------------------------------------- */

static void read_total(mutaid__reader *reader, const mutaid__json *json,
                       mutaid__total *total)
{
    static const char *const keys[] = {"at_most", "so_far", "per", NULL};
    const mutaid__json *at_most, *per;
    uint32_t outer;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT, "an object"))
        return;
    total->clause = mutaid__read_enter(reader, json, &outer);
    total->place = json->place;
    mutaid__read_keys(reader, json, keys);
    at_most = mutaid__read_member(reader, json, "at_most");
    if (at_most)
        total->at_most = mutaid__read_operand(reader, at_most);
    total->so_far = read_operand_of(reader, json, "so_far");
    per = mutaid__json_get(json, "per");
    if (per)
        total->per = mutaid__read_per(reader, per);
    mutaid__read_leave(reader, outer);
}

void mutaid__read_fee_parts(mutaid__reader *reader, const mutaid__json *parts,
                            mutaid__contribution *contribution)
{
    const mutaid__json *child;
    mutaid__symbols ids;

    mutaid__symbols_init(&ids, reader->arena);
    if (!mutaid__read_list(reader, parts, "an array of parts"))
        return;
    for (child = parts->first; child; child = child->next) {
        mutaid__benefit *part =
            mutaid__array_push(reader->arena, &contribution->parts);

        if (!part) {
            reader->is_out_of_memory = true;
            return;
        }
        read_benefit(reader, child, &ids, true, part);
    }
}

static void read_contribution(mutaid__reader *reader,
                              const mutaid__json *json,
                              mutaid__contribution *contribution)
{
    static const char *const keys[] = {"dated_by", "require", "exclude",
                                       "parts", NULL};
    const mutaid__json *parts;
    mutaid__symbols ids;
    uint32_t outer;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT, "an object"))
        return;
    mutaid__symbols_init(&ids, reader->arena);
    contribution->exists = true;
    contribution->clause = mutaid__read_enter(reader, json, &outer);
    contribution->place = json->place;
    mutaid__read_keys(reader, json, keys);
    contribution->dated_by = mutaid__read_dated_by(reader, json);
    mutaid__read_requires(reader, json, &ids, &contribution->requires);
    parts = mutaid__read_member(reader, json, "parts");
    if (parts)
        mutaid__read_fee_parts(reader, parts, contribution);
    mutaid__read_leave(reader, outer);
}

/* --- schemes -------------------------------------------------------------------------------- */

static void read_scheme_body(mutaid__reader *reader, const mutaid__json *json,
                             mutaid__scheme *scheme)
{
    static const char *const keys[] = {
        "title",    "from",      "until", "dated_by",     "require", "exclude",
        "benefits", "deadlines", "total", "contribution", NULL};
    const mutaid__json *child;
    mutaid__symbols ids;

    mutaid__symbols_init(&ids, reader->arena);
    mutaid__read_keys(reader, json, keys);
    if ((child = mutaid__read_member(reader, json, "title")))
        scheme->title = mutaid__read_labels(reader, child);
    scheme->force = mutaid__read_force(reader, json);
    (void)mutaid__read_member(reader, json, "dated_by");
    scheme->dated_by = mutaid__read_dated_by(reader, json);
    mutaid__read_requires(reader, json, &ids, &scheme->requires);
    read_benefits(reader, json, scheme);
    read_deadlines(reader, json, &ids, scheme);
    if ((child = mutaid__json_get(json, "total")))
        read_total(reader, child, &scheme->total);
    if ((child = mutaid__json_get(json, "contribution")))
        read_contribution(reader, child, &scheme->contribution);
}

void mutaid__read_schemes(mutaid__reader *reader, const mutaid__json *schemes)
{
    const mutaid__json *child;
    uint32_t outer;

    if (!mutaid__read_is(reader, schemes, MUTAID__JSON_OBJECT,
                         "an object of schemes"))
        return;
    for (child = schemes->first; child; child = child->next) {
        mutaid__scheme *scheme;

        if (!mutaid__read_is(reader, child, MUTAID__JSON_OBJECT, "a scheme"))
            continue;
        (void)mutaid__read_new_name(reader, child,
                                    &reader->model->scheme_names);
        scheme = mutaid__array_push(reader->arena, &reader->model->schemes);
        if (!scheme) {
            reader->is_out_of_memory = true;
            return;
        }
        scheme->name = child->key;
        scheme->place = child->place;
        scheme->clause = mutaid__read_enter(reader, child, &outer);
        read_scheme_body(reader, child, scheme);
        mutaid__read_leave(reader, outer);
    }
}

/* --- packages --------------------------------------------------------------------------------- */

/* The fact that a key of `with` names. */
static uint32_t find_fact(mutaid__reader *reader, const mutaid__json *child)
{
    const mutaid__model *model = reader->model;
    uint32_t name = mutaid__symbols_find(&model->names, child->key);

    if (name != MUTAID_NONE &&
        model->name_targets.items[name] == MUTAID__TARGET_FACT)
        return model->name_indices.items[name];
    mutaid__read_fault_slice(reader, MUTAID_CODE_UNKNOWN_FACT,
                             child->key_place, child->key, NULL);
    return MUTAID_NONE;
}

static void read_with(mutaid__reader *reader, const mutaid__json *json,
                      mutaid__member *member)
{
    const mutaid__json *child;

    if (!mutaid__read_is(reader, json, MUTAID__JSON_OBJECT, "an object"))
        return;
    for (child = json->first; child; child = child->next) {
        mutaid__with *with =
            mutaid__array_push(reader->arena, &member->with);

        if (!with) {
            reader->is_out_of_memory = true;
            return;
        }
        with->name = child->key;
        with->place = child->place;
        with->fact = find_fact(reader, child);
        with->use = mutaid__read_operand(reader, child);
    }
}

static void read_member_body(mutaid__reader *reader, const mutaid__json *json,
                             mutaid__symbols *ids, mutaid__member *member)
{
    static const char *const keys[] = {"scheme", "when", "with", NULL};
    const mutaid__json *id = mutaid__json_get(json, "id");
    const mutaid__json *scheme, *with;

    mutaid__read_keys(reader, json, keys);
    scheme = mutaid__read_member(reader, json, "scheme");
    with = mutaid__json_get(json, "with");
    member->scheme = MUTAID_NONE;
    if (scheme) {
        member->scheme_name = mutaid__read_name(reader, scheme);
        member->scheme_place = scheme->place;
    }
    member->id = id ? mutaid__read_code(reader, id) : member->scheme_name;
    check_id(reader, ids, member->id, json);
    member->when = read_condition_of(reader, json, "when");
    if (with)
        read_with(reader, with, member);
    if (!member->scheme_name.data)
        return;
    member->scheme = mutaid__symbols_find(&reader->model->scheme_names,
                                          member->scheme_name);
    if (member->scheme == MUTAID_NONE ||
        member->scheme >= reader->model->schemes.count)
        mutaid__read_fault_slice(reader, MUTAID_CODE_UNKNOWN_SCHEME,
                                 scheme->place, member->scheme_name, NULL);
}

static void read_package_body(mutaid__reader *reader,
                              const mutaid__json *json,
                              mutaid__package *package)
{
    static const char *const keys[] = {"title", "from", "until", "dated_by",
                                       "contains", NULL};
    const mutaid__json *contains, *child;
    mutaid__symbols ids;

    mutaid__symbols_init(&ids, reader->arena);
    mutaid__read_keys(reader, json, keys);
    if ((child = mutaid__read_member(reader, json, "title")))
        package->title = mutaid__read_labels(reader, child);
    package->force = mutaid__read_force(reader, json);
    (void)mutaid__read_member(reader, json, "dated_by");
    package->dated_by = mutaid__read_dated_by(reader, json);
    contains = mutaid__read_member(reader, json, "contains");
    if (!contains ||
        !mutaid__read_list(reader, contains, "an array of schemes"))
        return;
    for (child = contains->first; child; child = child->next) {
        mutaid__member *member;
        uint32_t outer;

        if (!mutaid__read_is(reader, child, MUTAID__JSON_OBJECT, "an object"))
            continue;
        member = mutaid__array_push(reader->arena, &package->members);
        if (!member) {
            reader->is_out_of_memory = true;
            return;
        }
        member->clause = mutaid__read_enter(reader, child, &outer);
        member->place = child->place;
        read_member_body(reader, child, &ids, member);
        mutaid__read_leave(reader, outer);
    }
}

void mutaid__read_packages(mutaid__reader *reader,
                           const mutaid__json *packages)
{
    const mutaid__json *child;
    uint32_t outer;

    if (!mutaid__read_is(reader, packages, MUTAID__JSON_OBJECT,
                         "an object of packages"))
        return;
    for (child = packages->first; child; child = child->next) {
        mutaid__package *package;

        if (!mutaid__read_is(reader, child, MUTAID__JSON_OBJECT, "a package"))
            continue;
        (void)mutaid__read_new_name(reader, child,
                                    &reader->model->scheme_names);
        package = mutaid__array_push(reader->arena, &reader->model->packages);
        if (!package) {
            reader->is_out_of_memory = true;
            return;
        }
        package->name = child->key;
        package->place = child->place;
        package->clause = mutaid__read_enter(reader, child, &outer);
        read_package_body(reader, child, package);
        mutaid__read_leave(reader, outer);
    }
}
