/* SPDX-License-Identifier: MIT */
/* messages.h - one code of messages.def with all that belongs to it. */
#ifndef MUTUALAID_BASE_MESSAGES_H
#define MUTUALAID_BASE_MESSAGES_H

#include <mutualaid/status.h>

#define MUTAID__MOST_NAME 48

typedef struct mutaid__message {
    mutaid_code code;
    mutaid_status status;
    const char *layer;
    const char *text;
    const char *remedy;
    char name[MUTAID__MOST_NAME]; /* in lower case */
} mutaid__message;

/* What messages.def says of a code; of no code, NULL. */
const mutaid__message *mutaid__message_of(mutaid_code code);

#endif
