/* SPDX-License-Identifier: MIT */
/* replay_seeds.c - run every target over the seeds that are kept.
 *
 * usage: replay_seeds                            run them all
 *        replay_seeds --list                     name the targets
 *        replay_seeds --unpack FILE FOLDER       a file for each seed
 *        replay_seeds --pack FOLDER FILE         the other way round
 *
 * Needs no fuzzer: what one has found once is tried by every ./runtests. */
#include "fuzz.h"
#include "seeds.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void run_seed(void *context, const uint8_t *data, size_t size)
{
    const fuzz_target *target = context;

    target->run(data, size);
}

/* Run a target over a folder's files: how many there are. */
static size_t run_folder(const fuzz_target *target, const char *folder)
{
    names list = folder_list(folder, ".json");
    size_t count = list.count;

    for (size_t i = 0; i < count; i++) {
        char *path = join(folder, list.name[i]);
        content input = file_read(path);

        target->run((const uint8_t *)input.text, input.length);
        free(input.text);
        free(path);
    }
    names_free(&list);
    return count;
}

static void run_target(const fuzz_target *target, const char *tests_folder,
                       tally *tests)
{
    char *folder = join(tests_folder, "fuzz/seeds");
    char *path = join_suffix(folder, target->name, ".txt");
    size_t count = seeds_read(path, run_seed, (void *)target);

    target->run(NULL, 0);
    for (size_t i = 0; target->folders[i] != NULL; i++) {
        char *more = join(tests_folder, target->folders[i]);

        count += run_folder(target, more);
        free(more);
    }
    complain("%zu seeds", count);
    tap_test(tests, count > 0, "the seeds do no harm to target", target->name);
    free(path);
    free(folder);
}

static int run_all(void)
{
    const char *source = getenv("srcdir");
    char *folder = join(source != NULL ? source : ".", "tests");
    tally tests = {0, 0};

    for (size_t i = 0; i < fuzz_target_count; i++)
        run_target(&fuzz_targets[i], folder, &tests);
    free(folder);
    return tap_end(&tests);
}

int main(int count, char **words)
{
    if (count == 2 && strcmp(words[1], "--list") == 0)
        for (size_t i = 0; i < fuzz_target_count; i++)
            puts(fuzz_targets[i].name);
    else if (count == 4 && strcmp(words[1], "--unpack") == 0)
        seeds_unpack(words[2], words[3]);
    else if (count == 4 && strcmp(words[1], "--pack") == 0)
        seeds_pack(words[2], words[3]);
    else
        return run_all();
    return 0;
}
