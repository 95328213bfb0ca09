/* SPDX-License-Identifier: MIT */
/* beijing.c - the built-in rulebook: a text, read through the common door. */
#include "rulebook/beijing_text.h"
#include <mutualaid/rulebook.h>

const char *mutaid_rulebook_beijing_text(size_t *length_out)
{
    if (length_out)
        *length_out = mutaid__beijing_length;
    return mutaid__beijing_text;
}

mutaid_status mutaid_rulebook_beijing(mutaid_rulebook **rulebook_out,
                                      mutaid_error *error)
{
    /* its examples are run when the library is tested */
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;

    options.skip_examples = 1;
    return mutaid_rulebook_read(mutaid__beijing_text, mutaid__beijing_length,
                                &options, rulebook_out, NULL, error);
}
