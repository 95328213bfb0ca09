/* SPDX-License-Identifier: MIT */
/* messages.c - messages.def as a table. */
#include "base/messages.h"
#include "base/fault.h"

#include <string.h>

/* The table wants names in lower case, and nothing may be computed at run
 * time, so the compiler lowers each letter. */
#define LETTER(s, i) ((s)[(i) < sizeof(s) ? (i) : sizeof(s) - 1])
#define IS_UPPER(s, i) (LETTER(s, i) >= 'A' && LETTER(s, i) <= 'Z')
#define LOWER(s, i) (char)(LETTER(s, i) + (IS_UPPER(s, i) ? 'a' - 'A' : 0))
#define LOWER_4(s, i) \
    LOWER(s, i), LOWER(s, i + 1), LOWER(s, i + 2), LOWER(s, i + 3)
#define LOWER_12(s, i) LOWER_4(s, i), LOWER_4(s, i + 4), LOWER_4(s, i + 8)
#define LOWER_48(s) \
    { \
        LOWER_12(s, 0), LOWER_12(s, 12), LOWER_12(s, 24), LOWER_12(s, 36) \
    }

#define MUTAID_MESSAGE(name, number, status, layer, text, remedy) \
    _Static_assert(sizeof #name <= MUTAID__MOST_NAME, "name too long");
#include <mutualaid/messages.def>
#undef MUTAID_MESSAGE

static const mutaid__message messages[] = {
#define MUTAID_MESSAGE(name, number, status, layer, text, remedy) \
    {MUTAID_CODE_##name, status, layer, text, remedy, LOWER_48(#name)},
#include <mutualaid/messages.def>
#undef MUTAID_MESSAGE
};

const mutaid__message *mutaid__message_of(mutaid_code code)
{
    for (size_t i = 0; i < sizeof messages / sizeof *messages; i++) {
        if (messages[i].code == code)
            return &messages[i];
    }
    return NULL;
}

mutaid_status mutaid__code_status(mutaid_code code)
{
    const mutaid__message *message = mutaid__message_of(code);

    return message != NULL ? message->status : MUTAID_ERROR_ARGUMENT;
}

bool mutaid__code_is_warning(mutaid_code code)
{
    const mutaid__message *message = mutaid__message_of(code);

    return message != NULL && strlen(message->layer) == 7 &&
           memcmp(message->layer, "warning", 7) == 0;
}

const char *mutaid_status_name(mutaid_status status)
{
    switch (status) {
    case MUTAID_OK:
        return "MUTAID_OK";
    case MUTAID_ERROR_ARGUMENT:
        return "MUTAID_ERROR_ARGUMENT";
    case MUTAID_ERROR_MEMORY:
        return "MUTAID_ERROR_MEMORY";
    case MUTAID_ERROR_RULEBOOK:
        return "MUTAID_ERROR_RULEBOOK";
    case MUTAID_ERROR_NAME:
        return "MUTAID_ERROR_NAME";
    case MUTAID_ERROR_TYPE:
        return "MUTAID_ERROR_TYPE";
    case MUTAID_ERROR_RANGE:
        return "MUTAID_ERROR_RANGE";
    case MUTAID_ERROR_UNDETERMINED:
        return "MUTAID_ERROR_UNDETERMINED";
    case MUTAID_ERROR_BUFFER:
        return "MUTAID_ERROR_BUFFER";
    case MUTAID_ERROR_CASE:
        return "MUTAID_ERROR_CASE";
    }
    return "MUTAID_ERROR_UNKNOWN";
}

const char *mutaid_code_name(mutaid_code code)
{
    const mutaid__message *message = mutaid__message_of(code);

    if (code == MUTAID_CODE_NONE)
        return "none";
    return message != NULL ? message->name : "unknown";
}

const char *mutaid_code_layer(mutaid_code code)
{
    const mutaid__message *message = mutaid__message_of(code);

    return message != NULL ? message->layer : "unknown";
}
