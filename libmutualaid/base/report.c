/* SPDX-License-Identifier: MIT */
/* report.c - the faults that were found while a rulebook was read. */
#include "base/fault.h"
#include "base/sized.h"

#include <string.h>

mutaid_status mutaid__report_new(const mutaid_allocator *allocator, size_t cap,
                                 mutaid_report **report_out,
                                 mutaid_error *error)
{
    mutaid__memory memory;

    mutaid__memory_init(&memory, allocator, cap);
    mutaid_report *report = mutaid__memory_take(&memory, sizeof *report);
    if (report == NULL)
        return mutaid__fail_memory(error);
    report->memory = memory;
    mutaid__arena_init(&report->arena, &report->memory);
    *report_out = report;
    return MUTAID_OK;
}

static void fill_entry(mutaid_report *report, mutaid_fault *entry,
                       mutaid_code code, mutaid__place place,
                       const mutaid__slice arguments[3])
{
    char text[400], remedy[240];

    mutaid__tell(code, arguments, text, remedy);
    entry->struct_size = sizeof *entry;
    entry->code = code;
    entry->is_warning = mutaid__code_is_warning(code);
    entry->line = place.line;
    entry->column = place.column;
    entry->offset = place.offset;
    entry->text = mutaid__arena_copy(&report->arena, text, strlen(text));
    entry->remedy = mutaid__arena_copy(&report->arena, remedy, strlen(remedy));
}

/* What stands in for all faults past the most: without a place. */
static void fill_last_entry(mutaid_report *report, mutaid_fault *entry)
{
    char digits[24];
    mutaid__out out;
    mutaid__slice arguments[3] = {{digits, 0}, {NULL, 0}, {NULL, 0}};

    mutaid__out_init(&out, digits, sizeof digits);
    mutaid__out_integer(&out, MUTAID__MOST_FAULTS);
    arguments[0].length = out.length;
    fill_entry(report, entry, MUTAID_CODE_TOO_MANY_FAULTS, MUTAID__NOWHERE,
               arguments);
}

static bool is_full(const mutaid_report *report)
{
    return report->faults.count > MUTAID__MOST_FAULTS;
}

static bool add_entry(mutaid_report *report, mutaid_code code,
                      mutaid__place place, const mutaid__slice arguments[3])
{
    mutaid_fault *entry = mutaid__array_push(&report->arena, &report->faults);

    if (entry == NULL)
        return false;
    if (is_full(report))
        fill_last_entry(report, entry);
    else
        fill_entry(report, entry, code, place, arguments);
    if (entry->text != NULL && entry->remedy != NULL)
        return true;
    report->faults.count--;
    return false;
}

void mutaid__report_add(mutaid_report *report, mutaid_code code,
                        mutaid__place place, mutaid__slice first,
                        mutaid__slice second, mutaid__slice third)
{
    const mutaid__slice arguments[3] = {first, second, third};

    if (!mutaid__code_is_warning(code))
        report->error_count++;
    if (!is_full(report) && !add_entry(report, code, place, arguments))
        report->is_out_of_memory = true;
    /* The last entry stands for all that are not listed. */
    if (is_full(report))
        report->faults.items[MUTAID__MOST_FAULTS].is_warning =
            report->error_count == 0;
}

bool mutaid__report_has(const mutaid_report *report, mutaid_code code,
                        mutaid__place place)
{
    size_t i;

    for (i = 0; i < report->faults.count; i++)
        if (report->faults.items[i].code == code &&
            report->faults.items[i].offset == place.offset)
            return true;
    return false;
}

/* Insertion: the list is short, mostly in order already, and the sort must
 * keep the order of faults at one place. */
void mutaid__report_sort(mutaid_report *report)
{
    mutaid_fault *items = report->faults.items;
    size_t count = report->faults.count;

    if (count > MUTAID__MOST_FAULTS)
        count = MUTAID__MOST_FAULTS;
    for (size_t i = 1; i < count; i++) {
        mutaid_fault moving = items[i];
        size_t to = i;

        for (; to > 0 && items[to - 1].offset > moving.offset; to--)
            items[to] = items[to - 1];
        items[to] = moving;
    }
}

mutaid_status mutaid__report_error(const mutaid_report *report,
                                   mutaid_error *error)
{
    if (report->is_out_of_memory)
        return mutaid__fail_memory(error);

    for (size_t i = 0; i < report->faults.count; i++) {
        const mutaid_fault *fault = &report->faults.items[i];
        if (!fault->is_warning)
            return mutaid__fail_as(error, fault);
    }
    return MUTAID_OK;
}

size_t mutaid_report_count(const mutaid_report *report)
{
    return report != NULL ? report->faults.count : 0;
}

mutaid_status mutaid_report_fault(const mutaid_report *report, size_t index,
                                  mutaid_fault *fault_out, mutaid_error *error)
{
    if (report == NULL || fault_out == NULL)
        return mutaid__fail_argument(error,
                                     report == NULL ? "report" : "fault_out");
    if (index >= report->faults.count)
        return mutaid__fail_argument(error, "index");
    return mutaid__copy_sized(fault_out, &report->faults.items[index],
                              sizeof *fault_out, error);
}

void mutaid_report_free(mutaid_report *report)
{
    if (report == NULL)
        return;
    mutaid__arena_free(&report->arena);

    mutaid__memory memory = report->memory;
    mutaid__memory_release(&memory, report, sizeof *report);
}
