/* SPDX-License-Identifier: MIT */
/* consumer.c - a program of somebody else, in C and in C++ alike. */
#include <mutualaid/mutualaid.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    mutaid_rulebook *rulebook = NULL;
    mutaid_case *facts = NULL;
    mutaid_error error = MUTAID_ERROR_INIT;
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;
    if (strcmp(mutaid_version(), MUTAID_VERSION) != 0)
        return 1;
    if (mutaid_rulebook_beijing(&rulebook, &error) != MUTAID_OK ||
        mutaid_rulebook_describe(rulebook, &info, &error) != MUTAID_OK ||
        mutaid_case_new(rulebook, &facts, &error) != MUTAID_OK) {
        fprintf(stderr, "%s\n", error.text);
        return 2;
    }
    int named = strlen(info.digest) == 64 && info.part_count > 0;
    mutaid_case_free(facts);
    mutaid_rulebook_unref(rulebook);
    return named ? 0 : 3;
}
