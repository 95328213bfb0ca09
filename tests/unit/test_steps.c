/* SPDX-License-Identifier: MIT */
/* test_steps.c - each kind of step, at its edges and one unit beside them. */
#include "book.h"

#define BOOK \
    "'facts': {" \
    "'day': {'type': 'date'}," \
    "'x': {'type': 'money', 'at_least': '-1000.00', 'at_most': '1000.00'}," \
    "'n': {'type': 'count', 'at_least': -50, 'at_most': 400}," \
    "'m': {'type': 'measure', 'unit': 'm2', 'decimals': 1, 'at_most': " \
    "'90 m2'}," \
    "'r': {'type': 'rate', 'at_most': '200%'}," \
    "'k': {'type': 'money', 'at_most': '1000.00', 'if_missing': '2.00'}," \
    "'so_far': {'type': 'money', 'at_most': '1000.00', 'if_missing': '0.00'}," \
    "'none': {'type': 'money', 'at_most': '1000.00', 'if_missing': null}," \
    "'ill': {'type': 'flag', 'if_missing': false}}, " \
    "'schemes': {'s': {" TITLE ", 'dated_by': 'day', 'benefits': [{'id': 'b'" \
    ", " TITLE ", 'steps': [@]}]}}"
/* Amounts may be negative inside; 5000.00 is added to see them. */
#define X(steps) "{'take': 'x'}, " steps ", {'plus': '5000.00'}"
#define N(steps) "{'take': 'n'}, " steps ", {'times': '1.00'}"
#define DAY "'day': '2024-01-01'"

/* A pipeline, facts beside the day, and what comes out. */
static const struct {
    const char *steps, *facts, *answer;
} rows[] = {
    /* take */
    {"{'take': 'k'}", "'k': '7.01'", "eligible 7.01"},
    {"{'take': 'k'}", "'ill': true", "eligible 2.00"},
    {"{'take': 'none'}", "'ill': true", "refused no_value"},
    {"{'take': {'2024-01-02': '1.00'}}", "'ill': true", "refused no_rule"},
    /* plus, minus */
    {X("{'plus': '0.01'}"), "'x': '-0.01'", "eligible 5000.00"},
    {X("{'plus': 'k'}"), "'x': '1.00', 'k': '3.00'", "eligible 5004.00"},
    {X("{'plus': 'none'}"), "'x': '1.00'", "refused no_value"},
    {X("{'plus': 'k', 'when': {'is': 'ill'}}"), "'x': '1.00'",
     "eligible 5001.00"},
    {X("{'plus': 'k', 'when': {'is': 'ill'}}"), "'x': '1.00', 'ill': true",
     "eligible 5003.00"},
    {X("{'plus': 'none', 'when': {'is': 'ill'}}"), "'x': '1.00'",
     "eligible 5001.00"},
    {X("{'minus': '0.01'}"), "'x': '0.00'", "eligible 4999.99"},
    {X("{'minus': 'k'}"), "'x': '1.00', 'k': '3.00'", "eligible 4998.00"},
    {X("{'minus': 'none'}"), "'x': '1.00'", "refused no_value"},
    /* times: each product of types */
    {X("{'times': '33.3333333333%'}"), "'x': '1.00'", "eligible 5000.33"},
    {X("{'times': '2/3'}"), "'x': '0.01'", "eligible 5000.01"},
    {"{'take': 'k'}, {'times': 'n'}, {'plus': '50000.00'}",
     "'k': '0.01', 'n': -50", "eligible 49999.50"},
    {"{'take': 'k'}, {'times': 'm'}", "'k': '0.10', 'm': '0.5 m2'",
     "eligible 0.05"},
    {X("{'times': '2.5 m2'}"), "'x': '0.10'", "eligible 5000.25"},
    {X("{'times': 'r'}"), "'x': '-1.00', 'r': '50.5%'", "eligible 4999.50"},
    {"{'take': 'm'}, {'times': 'n'}, {'times': '2/3'}, {'times': '1.00'}, "
     "{'raise_to': '0.00'}",
     "'m': '0.5 m2', 'n': 3", "eligible 1.00"},
    {"{'take': 'r'}, {'times': 'r'}, {'times': '100.00'}", "'r': '10%'",
     "eligible 1.00"},
    {"{'take': 'n'}, {'times': '50%'}, {'times': 'n'}, {'times': '1.00'}, "
     "{'raise_to': '0.00'}",
     "'n': 3", "eligible 4.50"},
    /* beyond */
    {X("{'beyond': '10.00'}"), "'x': '9.99'", "eligible 5000.00"},
    {X("{'beyond': '10.00'}"), "'x': '10.00'", "eligible 5000.00"},
    {X("{'beyond': '10.00'}"), "'x': '10.01'", "eligible 5000.01"},
    {X("{'beyond': '-10.00'}"), "'x': '-10.01'", "eligible 5000.00"},
    {X("{'beyond': '-10.00'}"), "'x': '-9.99'", "eligible 5000.01"},
    {X("{'beyond': 'k'}"), "'x': '10.00', 'k': '9.99'", "eligible 5000.01"},
    {X("{'beyond': 'none'}"), "'x': '10.00'", "refused no_value"},
    /* at_most */
    {X("{'at_most': '10.00'}"), "'x': '9.99'", "eligible 5009.99"},
    {X("{'at_most': '10.00'}"), "'x': '10.00'", "eligible 5010.00"},
    {X("{'at_most': '10.00'}"), "'x': '10.01'", "eligible 5010.00"},
    {X("{'at_most': 'k'}"), "'x': '10.00', 'k': '9.99'", "eligible 5009.99"},
    {X("{'at_most': 'none'}"), "'x': '10.00'", "refused no_value"},
    /* raise_to */
    {X("{'raise_to': '10.00'}"), "'x': '9.99'", "eligible 5010.00"},
    {X("{'raise_to': '10.00'}"), "'x': '10.00'", "eligible 5010.00"},
    {X("{'raise_to': '10.00'}"), "'x': '10.01'", "eligible 5010.01"},
    {X("{'raise_to': 'k'}"), "'x': '-10.00', 'k': '0.01'", "eligible 5000.01"},
    {X("{'raise_to': 'none'}"), "'x': '10.00'", "refused no_value"},
    /* none_below */
    {X("{'none_below': '10.00'}"), "'x': '9.99'", "eligible 5000.00"},
    {X("{'none_below': '10.00'}"), "'x': '10.00'", "eligible 5010.00"},
    {X("{'none_below': '10.00'}"), "'x': '10.01'", "eligible 5010.01"},
    {X("{'none_below': 'k'}"), "'x': '10.00', 'k': '10.01'",
     "eligible 5000.00"},
    {X("{'none_below': 'none'}"), "'x': '10.00'", "refused no_value"},
    {X("{'none_below': {'2024-01-02': '1.00'}}"), "'x': '10.00'",
     "refused no_rule"},
/* slices */
#define SLICES \
    "{'slices': [{'from': '10.00', 'rate': '50%'}, {'from': '20.00', 'rate': " \
    "'100%'}, {'from': '30.00', 'rate': '10%'}]}"
    {X(SLICES), "'x': '-1.00'", "eligible 5000.00"},
    {X(SLICES), "'x': '10.00'", "eligible 5000.00"},
    {X(SLICES), "'x': '10.02'", "eligible 5000.01"},
    {X(SLICES), "'x': '20.00'", "eligible 5005.00"},
    {X(SLICES), "'x': '20.01'", "eligible 5005.01"},
    {X(SLICES), "'x': '30.00'", "eligible 5015.00"},
    {X(SLICES), "'x': '31.00'", "eligible 5015.10"},
    {X("{'slices': [{'from': '0.00', 'rate': 'r'}, {'from': 'k', 'rate': "
       "'0%'}]}"),
     "'x': '10.00', 'r': '50%', 'k': '4.00'", "eligible 5002.00"},
    {X("{'slices': [{'from': 'none', 'rate': '50%'}]}"), "'x': '10.00'",
     "refused no_value"},
    {N("{'slices': [{'from': 0, 'rate': '100%'}, {'from': 2, 'rate': '50%'}]}"),
     "'n': 5", "eligible 3.50"},
/* bands */
#define BANDS \
    "{'bands': [{'from': '-1000.00', 'use': '1.00'}, {'from': '10.00', " \
    "'steps': [{'times': 2}, {'minus': '5.00'}]}, {'from': '20.00', 'use': " \
    "'k'}]}"
    {X(BANDS), "'x': '-1000.00'", "eligible 5001.00"},
    {X(BANDS), "'x': '9.99'", "eligible 5001.00"},
    {X(BANDS), "'x': '10.00'", "eligible 5015.00"},
    {X(BANDS), "'x': '19.99'", "eligible 5034.98"},
    {X(BANDS), "'x': '20.00'", "eligible 5002.00"},
    {X(BANDS), "'x': '20.00', 'k': '8.00'", "eligible 5008.00"},
    {"{'take': 'none'}, {'bands': [{'from': '0.00', 'use': '1.00'}]}",
     "'ill': true", "refused no_value"},
    {X("{'bands': [{'from': '-1000.00', 'use': 'none'}, {'from': '0.00', "
       "'use': '1.00'}]}"),
     "'x': '0.00'", "eligible 5001.00"},
    {X("{'bands': [{'from': '-1000.00', 'use': 'none'}, {'from': '0.00', "
       "'use': '1.00'}]}"),
     "'x': '-0.01'", "refused no_value"},
    {N("{'bands': [{'from': -50, 'use': 1}, {'from': 3, 'use': 2}]}"), "'n': 2",
     "eligible 1.00"},
    {N("{'bands': [{'from': -50, 'use': 1}, {'from': 3, 'use': 2}]}"), "'n': 3",
     "eligible 2.00"},
    {"{'take': 'n'}, {'times': '50%'}, {'bands': [{'from': -50, 'use': 1}, "
     "{'from': 3, 'use': 2}]}, {'times': '1.00'}",
     "'n': 5", "eligible 1.00"},
    {"{'take': 'n'}, {'bands': [{'from': -50, 'use': '1.00'}, {'from': 3, "
     "'use': '2.00'}]}",
     "'n': 3", "eligible 2.00"},
/* round: each mode, on and beside a half, on both sides of zero */
#define ROUND(mode) X("{'round': {'to': '1.00', 'mode': '" mode "'}}")
    {ROUND("half_up"), "'x': '2.49'", "eligible 5002.00"},
    {ROUND("half_up"), "'x': '2.50'", "eligible 5003.00"},
    {ROUND("half_up"), "'x': '-2.50'", "eligible 4997.00"},
    {ROUND("half_even"), "'x': '2.50'", "eligible 5002.00"},
    {ROUND("half_even"), "'x': '3.50'", "eligible 5004.00"},
    {ROUND("half_even"), "'x': '-2.50'", "eligible 4998.00"},
    {ROUND("half_down"), "'x': '2.50'", "eligible 5002.00"},
    {ROUND("half_down"), "'x': '2.51'", "eligible 5003.00"},
    {ROUND("half_down"), "'x': '-2.50'", "eligible 4998.00"},
    {ROUND("up"), "'x': '2.01'", "eligible 5003.00"},
    {ROUND("up"), "'x': '-2.01'", "eligible 4997.00"},
    {ROUND("down"), "'x': '2.99'", "eligible 5002.00"},
    {ROUND("down"), "'x': '-2.99'", "eligible 4998.00"},
    {ROUND("ceiling"), "'x': '2.01'", "eligible 5003.00"},
    {ROUND("ceiling"), "'x': '-2.99'", "eligible 4998.00"},
    {ROUND("floor"), "'x': '2.99'", "eligible 5002.00"},
    {ROUND("floor"), "'x': '-2.01'", "eligible 4997.00"},
    {X("{'round': {'to': '0.30', 'mode': 'down'}}"), "'x': '1.00'",
     "eligible 5000.90"},
    {X("{'round': {'to': '100.00', 'mode': 'up'}}"), "'x': '0.01'",
     "eligible 5100.00"},
    {"{'take': 'n'}, {'times': '1/3'}, {'round': {'to': 1, 'mode': 'up'}}, "
     "{'times': '1.00'}, {'raise_to': '0.00'}",
     "'n': 4", "eligible 2.00"},
    {X("{'round': {'to': '1.00'}, 'when': {'is': 'ill'}}"), "'x': '2.49'",
     "eligible 5002.49"},
    {"{'take': 'none'}, {'round': {'to': '1.00'}}", "'ill': true",
     "refused no_value"},
/* cumulative */
#define CAP \
    X("{'raise_to': '0.00'}, {'cumulative': {'so_far': 'so_far', 'steps': " \
      "[{'at_most': '100.00'}]}}")
    {CAP, "'x': '99.99'", "eligible 5099.99"},
    {CAP, "'x': '100.01'", "eligible 5100.00"},
    {CAP, "'x': '50.00', 'so_far': '50.00'", "eligible 5050.00"},
    {CAP, "'x': '50.01', 'so_far': '50.00'", "eligible 5050.00"},
    {CAP, "'x': '50.00', 'so_far': '99.99'", "eligible 5000.01"},
    {CAP, "'x': '50.00', 'so_far': '100.00'", "eligible 5000.00"},
    {CAP, "'x': '50.00', 'so_far': '200.00'", "eligible 5000.00"},
#define DEDUCT \
    X("{'raise_to': '0.00'}, {'cumulative': {'so_far': 'so_far', 'steps': " \
      "[{'beyond': '100.00'}, {'times': '50%'}]}}")
    {DEDUCT, "'x': '100.00'", "eligible 5000.00"},
    {DEDUCT, "'x': '100.02'", "eligible 5000.01"},
    {DEDUCT, "'x': '60.00', 'so_far': '60.00'", "eligible 5010.00"},
    {DEDUCT, "'x': '60.00', 'so_far': '100.00'", "eligible 5030.00"},
    {X("{'raise_to': '0.00'}, {'cumulative': {'so_far': 'none', 'steps': "
       "[{'at_most': '1.00'}]}}"),
     "'x': '1.00'", "refused no_value"},
    /* a condition inside: the same on both sides */
    {X("{'raise_to': '0.00'}, {'cumulative': {'so_far': 'so_far', 'steps': "
       "[{'at_most': '100.00', 'when': {'is': 'ill'}}]}}"),
     "'x': '60.00', 'so_far': '60.00'", "eligible 5060.00"},
    {X("{'raise_to': '0.00'}, {'cumulative': {'so_far': 'so_far', 'steps': "
       "[{'at_most': '100.00', 'when': {'is': 'ill'}}]}}"),
     "'x': '60.00', 'so_far': '60.00', 'ill': true", "eligible 5040.00"},
};

START_TEST(a_pipeline_comes_to_what_its_steps_say)
{
    book b = open_filled(BOOK, rows[_i].steps);
    char facts[200];

    snprintf(facts, sizeof facts, DAY ", %s", rows[_i].facts);
    answers(&b, "s", facts, rows[_i].answer);
    close_book(&b);
}
END_TEST

/* --- refused ------------------------------------------------------------------- */

static const struct {
    const char *steps;
    mutaid_code code;
} refused[] = {
    {"{'plus': 'x'}", MUTAID_CODE_TAKE_FIRST},
    {"{'take': 'k'}, {'take': 'k'}", MUTAID_CODE_TAKE_LATER},
    {"{'take': 'k', 'when': {'is': 'ill'}}", MUTAID_CODE_TAKE_WHEN},
    {"{'take': 'k'}, {'plus': 'n'}", MUTAID_CODE_TYPE_MISMATCH},
    {"{'take': 'k'}, {'at_most': '5%'}", MUTAID_CODE_TYPE_MISMATCH},
    {"{'take': 'k'}, {'times': 'k'}", MUTAID_CODE_CANNOT_MULTIPLY},
    {"{'take': 'm'}, {'times': 'm'}", MUTAID_CODE_CANNOT_MULTIPLY},
    {"{'take': 'day'}, {'times': 2}", MUTAID_CODE_NO_QUANTITY},
    {"{'take': 'k'}, {'slices': [{'from': '2.00', 'rate': '1%'}, {'from': "
     "'2.00', 'rate': '1%'}]}",
     MUTAID_CODE_NOT_RISING},
    {"{'take': 'k'}, {'bands': [{'from': '0.01', 'use': '1.00'}]}",
     MUTAID_CODE_BANDS_START},
    {"{'take': 'k'}, {'bands': [{'from': '0.00', 'use': '1.00'}, {'from': "
     "'0.00', 'use': '2.00'}]}",
     MUTAID_CODE_NOT_RISING},
    {"{'take': 'k'}, {'round': {'to': '0.00'}}", MUTAID_CODE_ROUND_UNIT},
    {"{'take': 'k'}, {'round': {'to': 'k'}}", MUTAID_CODE_ROUND_UNIT},
    {"{'take': 'k'}, {'cumulative': {'so_far': 'so_far', 'steps': [{'plus': "
     "'0.01'}]}}",
     MUTAID_CODE_CUMULATIVE_ZERO},
    {"{'take': 'k'}, {'cumulative': {'so_far': 'so_far', 'steps': "
     "[{'cumulative': {'so_far': 'so_far', 'steps': [{'at_most': '1.00'}]}}"
     "]}}",
     MUTAID_CODE_CUMULATIVE_NESTED},
    {"{'take': 'k'}, {'cumulative': {'so_far': 'so_far', 'steps': [{'bands': "
     "[{'from': '0.00', 'steps': [{'times': 1}]}, {'from': '5.00', 'use': "
     "'4.98'}]}]}}, {'plus': '1000.00'}",
     MUTAID_CODE_CUMULATIVE_FALLS},
    {"{'take': 'k'}, {'times': 1000000000000000}, {'times': "
     "1000000000000000}, {'times': 1000000000000000}",
     MUTAID_CODE_OVERFLOW},
    {"{'take': 'k'}, {'times': 1000000000000000}",
     MUTAID_CODE_AMOUNT_TOO_LARGE},
};

START_TEST(a_step_that_makes_no_sense_is_refused)
{
    char *text = filled(BOOK, refused[_i].steps);

    ck_assert(raises(text, refused[_i].code));
    free(text);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {a_pipeline_comes_to_what_its_steps_say, ROWS(rows)},
        {a_step_that_makes_no_sense_is_refused, ROWS(refused)},
    };

    return run_suite("steps", tests, ROWS(tests));
}
