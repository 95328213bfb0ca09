/* SPDX-License-Identifier: MIT */
/* fuzz.c - libFuzzer's entry: FUZZ_TARGET in the environment says which. */
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const fuzz_target *find_target(void)
{
    const char *name = getenv("FUZZ_TARGET");

    for (size_t i = 0; name != NULL && i < fuzz_target_count; i++) {
        if (strcmp(fuzz_targets[i].name, name) == 0)
            return &fuzz_targets[i];
    }
    fuzz_broken("FUZZ_TARGET names a target", __FILE__, __LINE__);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const fuzz_target *target;

    if (target == NULL)
        target = find_target();
    target->run(data, size);
    return 0;
}
