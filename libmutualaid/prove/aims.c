/* SPDX-License-Identifier: MIT */
/* aims.c - what cases are worth: amounts, and what requirements come to. */
#include "prove/aims.h"

static int64_t smaller(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static bool must_pay(const mutaid__item_answer *item)
{
    return item->may_pay && !item->may_refuse && !item->may_not_apply;
}

/* The least that a scheme pays where it pays: what its benefits pay that must,
 * and never less than the smallest of those that may. */
static int64_t least_of_scheme(const mutaid__part_run *run)
{
    int64_t sum = 0, smallest = INT64_MAX;
    bool has_sure = false;
    size_t i;

    for (i = 0; i < run->part->items.count; i++) {
        const mutaid__item_answer *item = &run->items[i];

        if (!item->may_pay || run->part->items.items[i].is_beside)
            continue;
        has_sure = has_sure || must_pay(item);
        sum += must_pay(item) ? item->least : 0;
        smallest = smaller(smallest, item->least);
    }
    if (!has_sure)
        sum = smallest;
    if (run->part->cap.group != MUTAID_NONE)
        sum = smaller(sum, mutaid__left_in_minor(run->cap_left.least));
    return sum;
}

static int64_t least_of_package(const mutaid__part_run *run)
{
    int64_t sum = 0, smallest = INT64_MAX;
    bool has_sure = false;
    size_t m;

    for (m = 0; m < run->part->members.count; m++) {
        const mutaid__part_run *member = &run->members[m];
        bool is_sure = run->member_must_apply[m] && !member->answer.may_refuse;
        int64_t least;

        if (!run->member_may_apply[m] || !member->answer.may_pay)
            continue;
        least = least_of_scheme(member);
        has_sure = has_sure || is_sure;
        sum += is_sure ? least : 0;
        smallest = smaller(smallest, least);
    }
    return has_sure ? sum : smallest;
}

static void look_at_whole(const mutaid__part_run *run,
                          mutaid__estimate *estimate)
{
    estimate->may_count = run->answer.may_pay;
    estimate->is_sure = !run->answer.may_refuse;
    if (!run->answer.may_pay)
        return;
    estimate->most = run->answer.most;
    estimate->least = run->part->members.count > 0 ? least_of_package(run)
                                                   : least_of_scheme(run);
}

/* The member of a package that an item belongs to; a scheme's own items belong
 * to none: member_count. */
static size_t member_of(const mutaid__part_run *run, uint32_t index)
{
    size_t m;

    for (m = 0; m < run->part->members.count; m++) {
        const mutaid__member_plan *plan = &run->part->members.items[m];

        if (index >= plan->item &&
            index < plan->first_item + plan->part->items.count)
            break;
    }
    return m;
}

static int64_t least_of_item(const mutaid__part_run *run, uint32_t index,
                             size_t m, bool is_sure)
{
    const mutaid__item_answer *item = &run->items[index];

    if (m < run->part->members.count &&
        index == run->part->members.items[m].item)
        return least_of_scheme(&run->members[m]);
    if (run->part->cap.group == MUTAID_NONE)
        return item->least;
    return is_sure ? item->paid_least : 0;
}

static void look_at_item(const mutaid__part_run *run, uint32_t index,
                         mutaid__estimate *estimate)
{
    const mutaid__item_answer *item = &run->items[index];
    size_t m = member_of(run, index);
    bool is_member_sure =
        m == run->part->members.count ||
        (run->member_must_apply[m] && !run->members[m].answer.may_refuse);

    estimate->may_count = run->answer.may_pay && item->may_pay;
    if (!estimate->may_count)
        return;
    estimate->is_sure =
        !run->answer.may_refuse && must_pay(item) && is_member_sure;
    estimate->most = item->paid_most;
    estimate->least = least_of_item(run, index, m, estimate->is_sure);
}

void mutaid__look_at_amount(const mutaid__aim *aim,
                            const mutaid__part_run *run,
                            mutaid__estimate *estimate_out)
{
    int64_t most;

    if (aim->index == MUTAID_NONE)
        look_at_whole(run, estimate_out);
    else
        look_at_item(run, aim->index, estimate_out);
    if (!aim->wants_least)
        return;
    most = estimate_out->most;
    estimate_out->most = -estimate_out->least;
    estimate_out->least = -most;
}

mutaid__span mutaid__declared_span(const mutaid__fact *fact)
{
    mutaid__span span = {mutaid__wide_of(fact->at_least),
                         mutaid__wide_of(fact->at_most), MUTAID__MAY_GIVEN};

    if (fact->is_optional)
        span.may |= MUTAID__MAY_ABSENT;
    return span;
}
