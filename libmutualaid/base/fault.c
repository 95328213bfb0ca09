/* SPDX-License-Identifier: MIT */
/* fault.c - failures of calls: fill the caller's error. */
#include "base/fault.h"
#include "base/messages.h"

#include <string.h>

/* The most bytes shown of one argument. */
#define MOST_SHOWN 160

_Static_assert(sizeof((mutaid_error *)0)->text == 400 &&
                   sizeof((mutaid_error *)0)->remedy == 240,
               "mutaid__tell() writes into these");

/* One character of an argument as it is shown, on one line and in UTF-8; how
 * many bytes it takes in the argument. */
static size_t show_character(mutaid__out *out, const char *at, size_t length)
{
    size_t size = mutaid__utf8_length(at, length);
    unsigned char byte = (unsigned char)*at;

    if (size == 0) {
        mutaid__out_text(out, "\xEF\xBF\xBD");
        return 1;
    }
    if (size == 1 && (byte < 0x20 || byte == 0x7F)) {
        mutaid__out_text(out, "\\u");
        mutaid__out_hex(out, byte, 4);
        return 1;
    }
    mutaid__out_slice(out, (mutaid__slice){at, size});
    return size;
}

/* Write an argument into `shown`, cut at MOST_SHOWN bytes. */
static mutaid__slice show(mutaid__slice argument, char shown[MOST_SHOWN + 16])
{
    mutaid__out out;

    mutaid__out_init(&out, shown, MOST_SHOWN + 16);
    for (size_t at = 0; at < argument.length;) {
        if (out.length > MOST_SHOWN) {
            mutaid__out_text(&out, "...");
            break;
        }
        at += show_character(&out, argument.data + at, argument.length - at);
    }
    return (mutaid__slice){shown, out.length};
}

static void fill(char *buffer, size_t capacity, const char *template,
                 const mutaid__slice arguments[3])
{
    mutaid__out out;

    mutaid__out_init(&out, buffer, capacity);
    mutaid__out_template(&out, template, arguments);
    (void)mutaid__out_finish(&out, NULL, NULL);
}

void mutaid__tell(mutaid_code code, const mutaid__slice arguments[3],
                  char text_out[400], char remedy_out[240])
{
    const mutaid__message *message = mutaid__message_of(code);
    char shown[3][MOST_SHOWN + 16];
    mutaid__slice slices[3];

    for (int i = 0; i < 3; i++)
        slices[i] = show(arguments[i], shown[i]);
    fill(text_out, 400, message != NULL ? message->text : "", slices);
    fill(remedy_out, 240, message != NULL ? message->remedy : "", slices);
}

mutaid_status mutaid__fail_slices(mutaid_error *error, mutaid_code code,
                                  mutaid__place place, mutaid__slice fact,
                                  const mutaid__slice arguments[3])
{
    static const mutaid__slice none[3] = {{NULL, 0}, {NULL, 0}, {NULL, 0}};
    char shown[MOST_SHOWN + 16];
    mutaid__slice shown_fact = show(fact, shown);
    mutaid_status status = mutaid__code_status(code);

    if (error == NULL || error->status != MUTAID_OK)
        return status;
    error->status = status;
    error->code = code;
    error->line = place.line;
    error->column = place.column;
    fill(error->fact, sizeof error->fact, "{1}",
         (mutaid__slice[3]){shown_fact, none[1], none[2]});
    mutaid__tell(code, arguments != NULL ? arguments : none, error->text,
                 error->remedy);
    return status;
}

mutaid_status mutaid__fail(mutaid_error *error, mutaid_code code,
                           const char *fact, const char *first,
                           const char *second)
{
    const mutaid__slice arguments[3] = {
        mutaid__slice_of(first), mutaid__slice_of(second), {NULL, 0}};

    return mutaid__fail_slices(error, code, MUTAID__NOWHERE,
                               mutaid__slice_of(fact), arguments);
}

mutaid_status mutaid__fail_memory(mutaid_error *error)
{
    return mutaid__fail(error, MUTAID_CODE_OUT_OF_MEMORY, NULL, NULL, NULL);
}

mutaid_status mutaid__fail_argument(mutaid_error *error, const char *argument)
{
    return mutaid__fail(error, MUTAID_CODE_BAD_ARGUMENT, NULL, argument, NULL);
}

mutaid_status mutaid__check_allocator(const mutaid_allocator *allocator,
                                      mutaid_error *error)
{
    if (allocator == NULL)
        return MUTAID_OK;
    if (allocator->struct_size < sizeof *allocator)
        return mutaid__fail(error, MUTAID_CODE_STRUCT_SIZE, NULL, NULL, NULL);
    if (allocator->allocate == NULL || allocator->resize == NULL ||
        allocator->release == NULL)
        return mutaid__fail_argument(error, "a function of the allocator");
    return MUTAID_OK;
}

mutaid_status mutaid__fail_as(mutaid_error *error, const mutaid_fault *fault)
{
    mutaid_status status = mutaid__code_status(fault->code);

    if (error == NULL || error->status != MUTAID_OK)
        return status;
    error->status = status;
    error->code = fault->code;
    error->line = fault->line;
    error->column = fault->column;
    error->fact[0] = '\0';
    memcpy(error->text, fault->text, strlen(fault->text) + 1);
    memcpy(error->remedy, fault->remedy, strlen(fault->remedy) + 1);
    return status;
}

void mutaid_error_clear(mutaid_error *error)
{
    if (error != NULL)
        *error = (mutaid_error)MUTAID_ERROR_INIT;
}
