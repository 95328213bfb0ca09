/* SPDX-License-Identifier: MIT */
/* replay.c - replay claims through a ledger, for a model to compare with. */

/*
 * usage: replay rulebook.json part
 *
 * The first line of the standard input names facts. Each further line is a
 * claim: the number of its member and a cell for each fact, as text; "?" is not
 * given, "-" is absent, "!" an integer that no fact can hold. An empty line, or
 * the end, ends a history: it is replayed, and answered by a line for each
 * claim, in the order they came,
 *
 *   outcome amount least most name=value ...
 *
 * in minor units; "?" is an amount that is not certain, or a fact that the
 * ledger keeps and left open.
 */
#include <mutualaid/mutualaid.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_ROWS = 20000, MOST_FACTS = 40, LINE = 4096 };

static mutaid_error error = MUTAID_ERROR_INIT;

/* One history, and what came of it. */
static int64_t members[MOST_ROWS], cells[MOST_FACTS][MOST_ROWS];
static uint8_t valid[MOST_FACTS][MOST_ROWS / 8 + 1];
static uint8_t absent[MOST_FACTS][MOST_ROWS / 8 + 1];
static int64_t amounts[MOST_ROWS], least[MOST_ROWS], most[MOST_ROWS];
static uint8_t outcomes[MOST_ROWS], certain[MOST_ROWS / 8 + 1];
static int64_t so_far[MOST_FACTS][MOST_ROWS];
static uint8_t known[MOST_FACTS][MOST_ROWS / 8 + 1];
static size_t facts[MOST_FACTS], fact_count, rows;

static void check(mutaid_status status)
{
    if (status == MUTAID_OK)
        return;
    fprintf(stderr, "%s: %s; %s\n", error.fact, error.text, error.remedy);
    exit(1);
}

static int bit(const uint8_t *bytes, size_t index)
{
    return bytes[index / 8] >> index % 8 & 1;
}

static void set_bit(uint8_t *bytes, size_t index, int value)
{
    uint8_t mask = (uint8_t)(1u << index % 8);

    bytes[index / 8] = (uint8_t)(bytes[index / 8] & ~mask);
    if (value)
        bytes[index / 8] |= mask;
}

static mutaid_rulebook *read_rulebook(const char *path)
{
    static char text[1 << 22];
    mutaid_rulebook *rulebook = NULL;
    FILE *file = fopen(path, "rb");
    size_t length;

    if (!file) {
        perror(path);
        exit(1);
    }
    length = fread(text, 1, sizeof text, file);
    fclose(file);
    check(mutaid_rulebook_read(text, length, NULL, &rulebook, NULL, &error));
    return rulebook;
}

static void read_names(mutaid_rulebook *rulebook, char *line)
{
    char *name = strtok(line, " \n");

    for (; name && fact_count < MOST_FACTS; name = strtok(NULL, " \n"))
        check(mutaid_rulebook_fact_index(rulebook, name, &facts[fact_count++],
                                         &error));
}

/* A cell as text: through a case, which knows how facts are written. */
static void read_cell(mutaid_case *c, size_t column, const char *text)
{
    int32_t state = MUTAID_STATE_GIVEN;

    set_bit(valid[column], rows, strcmp(text, "?") != 0);
    set_bit(absent[column], rows, strcmp(text, "-") == 0);
    cells[column][rows] = INT64_MAX;
    if (strcmp(text, "?") == 0 || strcmp(text, "-") == 0 ||
        strcmp(text, "!") == 0)
        return;
    check(mutaid_case_set_text_at(c, facts[column], text, strlen(text),
                                  &error));
    check(mutaid_case_get(c, facts[column], &state, &cells[column][rows],
                          &error));
}

static void read_claim(mutaid_case *c, char *line)
{
    char *text = strtok(line, " \n");
    size_t column;

    if (rows == MOST_ROWS)
        exit(1);
    members[rows] = strtoll(text, NULL, 10);
    for (column = 0; column < fact_count; column++) {
        text = strtok(NULL, " \n");
        if (!text)
            exit(1);
        read_cell(c, column, text);
    }
    rows++;
}

static void bind(mutaid_batch *batch)
{
    size_t i;

    check(mutaid_batch_set_row_count(batch, rows, &error));
    for (i = 0; i < fact_count; i++) {
        check(mutaid_batch_bind(batch, facts[i], MUTAID_COLUMN_INT64, cells[i],
                                &error));
        check(mutaid_batch_set_valid(batch, facts[i], valid[i], 0, &error));
        check(mutaid_batch_set_absent(batch, facts[i], absent[i], 0, &error));
    }
    check(mutaid_batch_want_outcome(batch, outcomes, &error));
    check(mutaid_batch_want_amount(batch, amounts, certain, &error));
    check(mutaid_batch_want_bounds(batch, least, most, &error));
}

static void print_row(mutaid_rulebook *rulebook, const mutaid_ledger *ledger,
                      size_t row)
{
    static const char *const names[] = {"eligible", "refused", "undetermined",
                                        "not_applying", "invalid"};
    mutaid_fact_info info = MUTAID_FACT_INFO_INIT;
    size_t k, fact = 0;

    printf("%s ", names[outcomes[row]]);
    if (bit(certain, row))
        printf("%" PRId64, amounts[row]);
    else
        printf("?");
    printf(" %" PRId64 " %" PRId64, least[row], most[row]);
    for (k = 0; k < mutaid_ledger_fact_count(ledger); k++) {
        check(mutaid_ledger_fact(ledger, k, &fact, &error));
        check(mutaid_rulebook_fact(rulebook, fact, &info, &error));
        if (bit(known[k], row))
            printf(" %s=%" PRId64, info.name, so_far[k][row]);
        else
            printf(" %s=?", info.name);
    }
    printf("\n");
}

static void replay(mutaid_rulebook *rulebook, mutaid_ledger *ledger,
                   mutaid_batch *batch)
{
    size_t row, k;

    bind(batch);
    for (k = 0; k < mutaid_ledger_fact_count(ledger); k++)
        check(mutaid_ledger_want_so_far(ledger, k, so_far[k], known[k],
                                        &error));
    check(mutaid_ledger_run(ledger, batch, members, &error));
    for (row = 0; row < rows; row++)
        print_row(rulebook, ledger, row);
    fflush(stdout);
    rows = 0;
}

int main(int argc, char **argv)
{
    mutaid_rulebook *rulebook;
    mutaid_ledger *ledger = NULL;
    mutaid_batch *batch = NULL;
    mutaid_case *c = NULL;
    char line[LINE];
    size_t part = 0;

    if (argc != 3 || !fgets(line, sizeof line, stdin))
        return 1;
    rulebook = read_rulebook(argv[1]);
    check(mutaid_rulebook_part_index(rulebook, argv[2], &part, &error));
    check(mutaid_case_new(rulebook, &c, &error));
    check(mutaid_ledger_new(rulebook, part, &ledger, &error));
    check(mutaid_batch_new(rulebook, &batch, &error));
    check(mutaid_batch_set_part(batch, part, &error));
    read_names(rulebook, line);
    while (fgets(line, sizeof line, stdin)) {
        if (line[0] == '\n')
            replay(rulebook, ledger, batch);
        else
            read_claim(c, line);
    }
    if (rows > 0)
        replay(rulebook, ledger, batch);
    mutaid_batch_free(batch);
    mutaid_ledger_free(ledger);
    mutaid_case_free(c);
    mutaid_rulebook_unref(rulebook);
    return 0;
}
