/* SPDX-License-Identifier: MIT */
/* search.h - the case that is worth most: ranges of facts, split and bounded. */
#ifndef MUTUALAID_PROVE_SEARCH_H
#define MUTUALAID_PROVE_SEARCH_H

#include "decide/evaluate.h"

/* What an evaluation over ranges says of the cases in them. */
typedef struct mutaid__estimate {
    bool may_count; /* one of them may count */
    bool is_sure;   /* each of them counts */
    int64_t most;   /* none that counts is worth more */
    int64_t least;  /* each that counts is worth at least this */
} mutaid__estimate;

/* What a search looks for: the case that counts and is worth most. */
typedef struct mutaid__aim mutaid__aim;
struct mutaid__aim {
    void (*look)(const mutaid__aim *aim, const mutaid__part_run *run,
                 mutaid__estimate *estimate_out);
    /* Add what can change what `look` says; NULL: what reaches the answer. */
    void (*reach)(const mutaid__aim *aim, const mutaid__part_run *run,
                  size_t word_count, uint64_t *reached);
    const void *what;    /* more that the two want to know */
    uint32_t index;      /* of an item, as `look` wants it */
    bool wants_least;    /* worth is the amount with its sign turned */
    int64_t from, until; /* days of the part that count, both included */
    int64_t enough;      /* stop at a case that is worth this */
    size_t budget;       /* evaluations */
    bool wants_reasons;  /* say which facts of the case found it takes */
};

/* What was found. No case that counts is worth more than `proved`. */
typedef struct mutaid__found {
    bool may_be;   /* false: proved that no case counts */
    bool is_found; /* a case that counts was found ... */
    int64_t best;  /* ... and is worth this */
    int64_t proved;
    mutaid__span *facts; /* of that case, each settled */
    bool *matters;       /* by fact: other values of it could be worth less */
    size_t evaluations;
} mutaid__found;

/* Search the cases of a part whose facts lie in the spans `facts`. Scratch
 * comes from `arena`; what is found stays there. */
mutaid_status mutaid__search(mutaid__workspace *workspace,
                             mutaid__part_run *run, const mutaid__aim *aim,
                             const mutaid__span *facts, mutaid__arena *arena,
                             mutaid__found *found_out);

#endif
