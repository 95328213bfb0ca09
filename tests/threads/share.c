/* SPDX-License-Identifier: MIT */
/* share.c - one rulebook, many threads: each decides with its own case and
 * decision, takes references and gives them back, while whoever made the
 * rulebook lets go of it. Meant for ThreadSanitizer, which sees races. */
#include <mutualaid/mutualaid.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define THREADS 6
#define ROUNDS 20

typedef struct worker {
    mutaid_rulebook *rulebook; /* one reference, given back at the end */
    size_t part;               /* where to begin */
    int failed;
} worker;

/* Decide a part with nothing known: the work of an open case. */
static int decide(mutaid_rulebook *rulebook, size_t part)
{
    static const size_t capacity = 200000;
    mutaid_case *c = NULL;
    mutaid_decision *d = NULL;
    char *text = malloc(capacity);
    size_t length;
    int failed =
        text == NULL || mutaid_case_new(rulebook, &c, NULL) != MUTAID_OK ||
        mutaid_decision_new(rulebook, &d, NULL) != MUTAID_OK ||
        mutaid_decide_at(c, part, d, NULL) != MUTAID_OK ||
        mutaid_decision_explain(d, MUTAID_LANGUAGE_ZH, text, capacity, &length,
                                NULL) != MUTAID_OK ||
        mutaid_rulebook_tell(rulebook, part, MUTAID_LANGUAGE_EN, text, capacity,
                             &length, NULL) != MUTAID_OK;

    mutaid_decision_free(d);
    mutaid_case_free(c);
    free(text);
    return failed;
}

static void *work(void *context)
{
    worker *w = context;
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;

    w->failed =
        mutaid_rulebook_describe(w->rulebook, &info, NULL) != MUTAID_OK;
    for (size_t i = 0; i < ROUNDS && !w->failed; i++) {
        mutaid_rulebook *mine = mutaid_rulebook_ref(w->rulebook);

        w->failed = decide(mine, (w->part + i) % info.part_count);
        mutaid_rulebook_unref(mine);
    }
    mutaid_rulebook_unref(w->rulebook);
    return NULL;
}

int main(void)
{
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    mutaid_rulebook *rulebook = NULL;
    pthread_t threads[THREADS];
    worker workers[THREADS];
    size_t length;
    int failed = 0;
    const char *text = mutaid_rulebook_beijing_text(&length);

    options.skip_examples = 1;
    if (mutaid_rulebook_read(text, length, &options, &rulebook, NULL, NULL) !=
        MUTAID_OK)
        return 2;
    for (size_t i = 0; i < THREADS; i++) {
        workers[i] = (worker){mutaid_rulebook_ref(rulebook), i * 3, 0};
        if (pthread_create(&threads[i], NULL, work, &workers[i]) != 0)
            return 3;
    }
    mutaid_rulebook_unref(rulebook); /* under use */
    for (size_t i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        failed += workers[i].failed;
    }
    printf("%sok 1 - %d threads share one rulebook that nobody else holds\n",
           failed ? "not " : "", THREADS);
    puts("1..1");
    return failed > 0;
}
