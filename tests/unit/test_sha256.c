/* SPDX-License-Identifier: MIT */
/* test_sha256.c - the digest, against the examples of FIPS 180-4. */
#include "base/sha256.h"
#include "suite.h"

/* NIST, "Examples with intermediate values: SHA-256", and the messages of the
 * SHA test vectors for hashing byte-oriented messages (CAVP). */
static const struct {
    const char *message;
    unsigned repeats;
    const char *digest;
} examples[] = {
    {"", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"abc", 1,
     "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    {"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmno"
     "ijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
     1, "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
    {"a", 1000000,
     "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
    {"\xd3", 1,
     "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1"},
};

START_TEST(the_examples_of_fips_come_out)
{
    const char *message = examples[_i].message;
    mutaid__sha256 sha;
    char hex[65];

    mutaid__sha256_init(&sha);
    for (unsigned i = 0; i < examples[_i].repeats; i++)
        mutaid__sha256_add(&sha, message, strlen(message));
    mutaid__sha256_hex(&sha, hex);
    ck_assert_str_eq(hex, examples[_i].digest);
}
END_TEST

/* Lengths around one, two and three blocks, cut at every byte. */
START_TEST(the_digest_does_not_depend_on_the_pieces)
{
    unsigned char message[200];

    for (size_t i = 0; i < sizeof message; i++)
        message[i] = (unsigned char)(i * 37 + 11);
    for (size_t length = 0; length <= sizeof message; length++) {
        mutaid__sha256 sha;
        char whole[65], pieces[65];

        mutaid__sha256_init(&sha);
        mutaid__sha256_add(&sha, message, length);
        mutaid__sha256_hex(&sha, whole);
        for (size_t cut = 0; cut <= length; cut++) {
            mutaid__sha256_init(&sha);
            mutaid__sha256_add(&sha, message, cut);
            mutaid__sha256_add(&sha, message + cut, length - cut);
            mutaid__sha256_hex(&sha, pieces);
            HOLDS(strcmp(pieces, whole) == 0);
        }
    }
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {the_examples_of_fips_come_out, ROWS(examples)},
        {the_digest_does_not_depend_on_the_pieces, 0},
    };

    return run_suite("sha256", tests, sizeof tests / sizeof *tests);
}
