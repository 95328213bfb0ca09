/* SPDX-License-Identifier: MIT */
/* target_rulebook.c - any bytes as the text of a rulebook, or as changes of a
 * sound one. */
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

#define MOST_PARTS_DECIDED 8
#define MOST_CHANGES 12
#define MOST_TEXT ((size_t)2 << 20)

static void check_report(const mutaid_report *report, mutaid_status status,
                         size_t length)
{
    size_t error_count = 0;

    for (size_t i = 0; i < mutaid_report_count(report); i++) {
        mutaid_fault fault = MUTAID_FAULT_INIT;

        MUST(mutaid_report_fault(report, i, &fault, NULL) == MUTAID_OK);
        MUST(fault.text != NULL && fault.remedy != NULL);
        MUST(fault.offset <= length);
        error_count += fault.is_warning == 0;
    }
    if (status == MUTAID_OK)
        MUST(error_count == 0);
    if (status == MUTAID_ERROR_RULEBOOK)
        MUST(error_count > 0);
}

/* Whatever is read can be asked, told and decided by. */
static void use(mutaid_rulebook *rulebook, bytes *from)
{
    mutaid_rulebook_info info = MUTAID_RULEBOOK_INFO_INIT;

    use_rulebook(rulebook);
    MUST(mutaid_rulebook_describe(rulebook, &info, NULL) == MUTAID_OK);
    for (size_t i = 0; i < info.part_count && i < MOST_PARTS_DECIDED; i++) {
        complete_case(rulebook, i, &(bytes){NULL, 0});
        complete_case(rulebook, i, from);
    }
}

static void read_and_use(const uint8_t *data, size_t size, bytes *from)
{
    mutaid_read_options options = MUTAID_READ_OPTIONS_INIT;
    mutaid_rulebook *rulebook = NULL;
    mutaid_report *report = NULL;
    mutaid_error error = MUTAID_ERROR_INIT;

    options.memory_cap = (size_t)256 << 20;
    mutaid_status status = mutaid_rulebook_read(
        (const char *)data, size, &options, &rulebook, &report, &error);

    use_error(status, &error);
    MUST((rulebook != NULL) == (status == MUTAID_OK));
    check_report(report, status, size);
    if (status == MUTAID_OK)
        use(rulebook, from);
    mutaid_report_free(report);
    mutaid_rulebook_unref(rulebook);
}

void target_rulebook(const uint8_t *data, size_t size)
{
    bytes from = {data, size};

    read_and_use(data, size, &from);
}

/* --- a sound rulebook, changed in structure ---------------------------------- */

static const char *const literals[] = {
    "0",
    "1",
    "-1",
    "9223372036854775807",
    "99999999999999999999999999999999999999999",
    "true",
    "null",
    "\"\"",
    "\"0.00\"",
    "\"-1.00\"",
    "\"92233720368547758.07\"",
    "\"100%\"",
    "\"2/3\"",
    "\"1/9223372036854775807\"",
    "\"170141183460469231731687303715884105727/3\"",
    "\"2024-02-29\"",
    "\"1900-01-01\"",
    "\"2199-12-31\"",
    "{}",
    "[]",
};

static char *literal(size_t index)
{
    return tree_text(literals[index], strlen(literals[index]));
}

static void put_in_place(tree_node *node, const tree_node *other)
{
    tree_node *copy = tree_clone(other);

    copy->key = node->key;
    copy->next = node->next;
    *node = *copy;
}

static void put_beside(tree_node *node, const tree_node *other)
{
    tree_node *copy = tree_clone(other);

    if ((copy->key != NULL) != (node->key != NULL))
        copy->key = node->key;
    copy->next = node->next;
    node->next = copy;
}

static void take_out(tree_node *root, tree_node *node)
{
    tree_node *parent = tree_parent(root, node);

    if (parent == NULL)
        return;
    tree_node **at = &parent->first;
    while (*at != node)
        at = &(*at)->next;
    *at = node->next;
}

static void swap(tree_node *a, tree_node *b)
{
    tree_node *copy = tree_clone(a);

    put_in_place(a, b);
    put_in_place(b, copy);
}

/* One more or less in some digit of a literal. */
static void turn_digit(tree_node *node, size_t which)
{
    if (node->text == NULL || node->text[0] == '\0')
        return;
    char *digit = &node->text[which % strlen(node->text)];
    if (*digit >= '0' && *digit < '9')
        ++*digit;
    else if (*digit == '9')
        *digit = '0';
}

static void change(tree_node *root, size_t count, bytes *from)
{
    uint8_t how = take_byte(from);
    tree_node *node = tree_at(root, take_index(from, count));
    size_t second = take_index(from, count);
    tree_node *other = tree_at(root, second);

    if (node == NULL || other == NULL || node == root || other == root)
        return;
    switch (how % 8) {
    case 0:
        take_out(root, node);
        break;
    case 1:
        put_in_place(node, other);
        break;
    case 2:
        put_beside(node, other);
        break;
    case 3:
        swap(node, other);
        break;
    case 4:
        node->kind = 's';
        node->text = literal(second % (sizeof literals / sizeof *literals));
        node->first = NULL;
        break;
    case 5:
        if (node->key != NULL && other->key != NULL)
            node->key = other->key;
        break;
    case 6:
        turn_digit(node, second);
        break;
    default:
        if (node->kind == 's' && other->kind == 's')
            node->text = other->text;
        break;
    }
}

/* Keep one scheme, so that most changes touch what is decided and reading is
 * quick. */
static void keep_scheme(tree_node *root, bytes *from)
{
    tree_node *schemes = tree_find(root, "schemes");
    uint8_t which = take_byte(from);
    size_t count = 0;

    if (schemes == NULL || which >= 240)
        return;
    for (tree_node *each = schemes->first; each; each = each->next)
        count++;
    tree_node *kept = schemes->first;
    for (size_t skip = count > 0 ? which % count : 0; skip > 0; skip--)
        kept = kept->next;
    schemes->first = kept;
    if (kept != NULL)
        kept->next = NULL;
    for (int i = 0; i < 2; i++) {
        tree_node *gone = tree_find(root, i == 0 ? "packages" : "examples");
        if (gone != NULL)
            take_out(root, gone);
    }
}

void target_structure(const uint8_t *data, size_t size)
{
    static const char *const bases[] = {"tests/rulebooks/harbour.json",
                                        "tests/rulebooks/harbour-yen.json",
                                        "rulebooks/beijing.json",
                                        "tests/rulebooks/shapes.json"};
    static const uint8_t shares[] = {0, 0, 0, 1, 1, 2, 2, 3};
    bytes from = {data, size};
    size_t length;
    const char *base =
        fuzz_file(bases[shares[take_byte(&from) % 8]], &length);
    tree_node *root = tree_read(base, length);

    MUST(root != NULL);
    keep_scheme(root, &from);
    for (int i = 0; i < MOST_CHANGES && from.size > 3; i++) {
        size_t count = tree_count(root);

        if (count > 65535)
            break;
        change(root, count, &from);
    }
    char *text = tree_write(root, MOST_TEXT, &length);
    tree_free_all();
    if (text == NULL)
        return;
    from = (bytes){data, size};
    read_and_use((const uint8_t *)text, length, &from);
    free(text);
}
