/* SPDX-License-Identifier: MIT */
/* test_ratio.c - exact ratios, and the forms in which numbers are written. */
#include "number/ratio.h"
#include "suite.h"

#define MOST (INT64_C(1) << 62)

static mutaid__ratio ratio(int64_t numerator, int64_t denominator)
{
    return (mutaid__ratio){mutaid__wide_of(numerator), denominator};
}

static bool is_ratio(mutaid__ratio found, int64_t numerator,
                     int64_t denominator)
{
    return mutaid__wide_compare(found.numerator, mutaid__wide_of(numerator)) ==
               0 &&
           found.denominator == denominator;
}

START_TEST(a_ratio_is_reduced_to_lowest_terms)
{
    ck_assert(is_ratio(mutaid__ratio_of(-7), -7, 1));
    ck_assert(is_ratio(mutaid__ratio_reduce(ratio(0, 100)), 0, 1));
    ck_assert(is_ratio(mutaid__ratio_reduce(ratio(20, 100)), 1, 5));
    ck_assert(is_ratio(mutaid__ratio_reduce(ratio(-20, 100)), -1, 5));
    ck_assert(is_ratio(mutaid__ratio_reduce(ratio(100, 20)), 5, 1));
    ck_assert(is_ratio(mutaid__ratio_reduce(ratio(7, MOST)), 7, MOST));
    ck_assert(is_ratio(mutaid__ratio_reduce(ratio(MOST, MOST)), 1, 1));

    mutaid__ratio large = {mutaid__wide_words(6, 0), 12};
    large = mutaid__ratio_reduce(large);
    ck_assert_int_eq(large.denominator, 1);
    ck_assert_int_eq(mutaid__wide_high(large.numerator), 0);
    ck_assert_uint_eq(mutaid__wide_low(large.numerator), UINT64_C(1) << 63);
}
END_TEST

/* In rising order; neighbours differ by as little as can be. */
START_TEST(ratios_are_ordered_by_their_value)
{
    const mutaid__wide top = mutaid__wide_words(MOST - 1, UINT64_MAX);
    const mutaid__ratio rising[] = {
        {mutaid__wide_neg(top), 1},
        {mutaid__wide_neg(top), 2},
        ratio(-3, 2),
        ratio(-1, 1),
        ratio(-1, MOST - 1),
        ratio(-1, MOST),
        ratio(0, 7),
        ratio(1, MOST),
        ratio(1, MOST - 1),
        ratio(1, 3),
        ratio(MOST - 2, MOST - 1),
        ratio(MOST - 1, MOST),
        ratio(5, 5),
        ratio(3, 2),
        {top, MOST},
        {top, MOST - 1},
        {top, 1},
    };

    for (int i = 0; i < ROWS(rising); i++) {
        for (int j = 0; j < ROWS(rising); j++)
            ck_assert_int_eq(mutaid__ratio_compare(rising[i], rising[j]),
                             (i > j) - (i < j));
    }
}
END_TEST

START_TEST(ratios_compare_as_their_cross_products)
{
    for (int64_t a = -12; a <= 12; a++) {
        for (int64_t b = 1; b <= 12; b++) {
            for (int64_t c = -12; c <= 12; c++) {
                for (int64_t d = 1; d <= 12; d++)
                    HOLDS(mutaid__ratio_compare(ratio(a, b), ratio(c, d)) ==
                          (a * d > c * b) - (a * d < c * b));
            }
        }
    }
}
END_TEST

static const struct {
    int64_t numerator;
    int64_t denominator;
    int decimals;
    const char *text;
} texts[] = {
    {36000, 1, 2, "360.00"},
    {72001, 20, 2, "36.0005"},
    {1, 3, 2, "1/300"},
    {-1, 3, 2, "-1/300"},
    {100, 3, 2, "1/3"},
    {200, 3, 2, "2/3"},
    {50, 3, 2, "1/6"},
    {1, 3, 0, "1/3"},
    {0, 3, 2, "0.00"},
    {0, 1, 0, "0"},
    {5, 1, 0, "5"},
    {-5, 1, 0, "-5"},
    {5, 1, 2, "0.05"},
    {-5, 1, 2, "-0.05"},
    {50, 1, 2, "0.50"},
    {500, 1, 2, "5.00"},
    {1, 2, 0, "0.5"},
    {-1, 2, 0, "-0.5"},
    {-1, 2, 2, "-0.005"},
    {3, 8, 0, "0.375"},
    {1, 80, 3, "0.0000125"},
    {1001, 10, 1, "10.01"},
    {30, 20, 0, "1.5"},
    {1, 7, 6, "1/7000000"},
    {7000000, 7, 6, "1.000000"},
    {INT64_MAX, 1, 2, "92233720368547758.07"},
    {INT64_MIN, 1, 2, "-92233720368547758.08"},
    {1, 1, 18, "0.000000000000000001"},
};

static const char *written(mutaid__ratio number, int decimals)
{
    static char buffer[200];
    mutaid__out out;

    mutaid__out_init(&out, buffer, sizeof buffer);
    mutaid__out_ratio(&out, number, decimals);
    ck_assert_int_eq(mutaid__out_finish(&out, NULL, NULL), MUTAID_OK);
    return buffer;
}

START_TEST(a_ratio_is_written_exactly)
{
    ck_assert_str_eq(written(ratio(texts[_i].numerator, texts[_i].denominator),
                             texts[_i].decimals),
                     texts[_i].text);
}
END_TEST

/* 2^-62 has 62 places, and 2^126 - 1 has 38 digits. */
START_TEST(the_longest_decimals_are_written_in_full)
{
    mutaid__ratio most = {mutaid__wide_words(MOST - 1, UINT64_MAX), 1};

    ck_assert_str_eq(
        written(ratio(1, MOST), 0),
        "0.00000000000000000021684043449710088680149056017398834228515625");
    ck_assert_str_eq(written(most, 2),
                     "850705917302346158658436518579420528.63");
    most.numerator = mutaid__wide_neg(most.numerator);
    ck_assert_str_eq(written(most, 0),
                     "-85070591730234615865843651857942052863");
    most.denominator = MOST - 1;
    ck_assert_str_eq(written(most, 2),
                     "-28356863910078205288614550619314017621/"
                     "153722867280912930100");
}
END_TEST

START_TEST(a_wide_number_is_written_in_full)
{
    char buffer[64];
    mutaid__out out;

    mutaid__out_init(&out, buffer, sizeof buffer);
    mutaid__out_wide(&out, mutaid__wide_words(-MOST, 0));
    mutaid__out_byte(&out, ' ');
    mutaid__out_wide(&out, mutaid__wide_of(0));
    mutaid__out_byte(&out, ' ');
    mutaid__out_wide(&out, mutaid__wide_words(1, 0));
    ck_assert_int_eq(mutaid__out_finish(&out, NULL, NULL), MUTAID_OK);
    ck_assert_str_eq(buffer, "-85070591730234615865843651857942052864 0 "
                             "18446744073709551616");
}
END_TEST

static const struct {
    const char *text;
    int decimals;
    int64_t integer;
} decimals[] = {
    {"1300.00", 2, 130000},
    {"0.00", 2, 0},
    {"-0.00", 2, 0},
    {"0.05", 2, 5},
    {"-0.05", 2, -5},
    {"-1300.00", 2, -130000},
    {"10000", 0, 10000},
    {"1.234", 3, 1234},
    {"92233720368547758.07", 2, INT64_MAX},
    {"-92233720368547758.08", 2, INT64_MIN},
};

START_TEST(money_is_read_with_all_its_decimals)
{
    int64_t integer = 1;

    ck_assert(mutaid__read_decimal(mutaid__slice_of(decimals[_i].text),
                                   decimals[_i].decimals, &integer));
    ck_assert_int_eq(integer, decimals[_i].integer);
}
END_TEST

static const struct {
    const char *text;
    int decimals;
} no_decimals[] = {
    {"1..50", 2},
    {"", 2},
    {"-", 2},
    {".", 2},
    {"-.", 2},
    {"1300", 2},
    {"1300.", 2},
    {"1300.0", 2},
    {"1300.000", 2},
    {"01.00", 2},
    {"00.00", 2},
    {"-01.00", 2},
    {".50", 2},
    {"-.50", 2},
    {"+1.00", 2},
    {"--1.00", 2},
    {"1.0.0", 2},
    {"1,00", 2},
    {"1,300.00", 2},
    {" 1.00", 2},
    {"1.00 ", 2},
    {"1.0a", 2},
    {"1e2", 0},
    {"0x10", 0},
    {"10.00", 0},
    {"10.", 0},
    {"1.-1", 2},
    {"\xEF\xBC\x91.00", 2},
    {"92233720368547758.08", 2},
    {"-92233720368547758.09", 2},
    {"184467440737095516.16", 2},
    {"999999999999999999999999.00", 2},
};

START_TEST(what_is_no_decimal_is_refused)
{
    int64_t integer = 77;

    ck_assert(!mutaid__read_decimal(mutaid__slice_of(no_decimals[_i].text),
                                    no_decimals[_i].decimals, &integer));
    ck_assert_int_eq(integer, 77);
}
END_TEST

static const struct {
    const char *text;
    int64_t numerator;
    int64_t denominator;
} rates[] = {
    {"20%", 1, 5},
    {"3.85%", 77, 2000},
    {"0%", 0, 1},
    {"-20%", -1, 5},
    {"100%", 1, 1},
    {"250%", 5, 2},
    {"0.0000000001%", 1, 1000000000000},
    {"20.0%", 1, 5},
    {"2/3", 2, 3},
    {"4/6", 2, 3},
    {"-2/3", -2, 3},
    {"0/5", 0, 1},
    {"5/1", 5, 1},
    {"1/4611686018427387904", 1, MOST},
    {"2/9223372036854775806", 1, MOST - 1},
    {"9223372036854775807/9223372036854775807", 1, 1},
};

START_TEST(rates_are_read_as_reduced_ratios)
{
    mutaid__ratio rate;

    ck_assert(mutaid__read_rate(mutaid__slice_of(rates[_i].text), &rate));
    ck_assert(is_ratio(rate, rates[_i].numerator, rates[_i].denominator));
}
END_TEST

static const char *const no_rates[] = {
    "",
    "%",
    "-%",
    "20",
    "0.20",
    "20 %",
    "%20",
    "20%%",
    "020%",
    ".5%",
    "5.%",
    "+5%",
    "5,5%",
    "1/0",
    "/",
    "1/",
    "/3",
    "2/-3",
    "2/+3",
    "2 / 3",
    "2/3/4",
    "02/3",
    "2/03",
    "2.0/3",
    "2/3%",
    "-",
    "1/9223372036854775807",
    "3/9223372036854775808",
    "9223372036854775808/3",
    "0.00000000001%",
    "9223372036854775808%",
    "20\xEF\xBC\x85",
};

START_TEST(what_is_no_rate_is_refused)
{
    mutaid__ratio rate = mutaid__ratio_of(77);

    ck_assert(!mutaid__read_rate(mutaid__slice_of(no_rates[_i]), &rate));
    ck_assert(is_ratio(rate, 77, 1));
}
END_TEST

static const struct {
    const char *text;
    int64_t numerator;
    int64_t denominator;
    const char *unit;
} measures[] = {
    {"2.5 m2", 5, 2, "m2"},
    {"40 m2", 40, 1, "m2"},
    {"-3 °C", -3, 1, "°C"},
    {"0 km", 0, 1, "km"},
    {"0.000000001 t", 1, 1000000000, "t"},
    {"12 亩", 12, 1, "亩"},
};

START_TEST(a_measure_is_a_number_and_a_unit)
{
    mutaid__ratio number;
    mutaid__slice unit;

    ck_assert(mutaid__read_measure(mutaid__slice_of(measures[_i].text), &number,
                                   &unit));
    ck_assert(
        is_ratio(number, measures[_i].numerator, measures[_i].denominator));
    ck_assert(mutaid__slice_is(unit, measures[_i].unit));
}
END_TEST

static const char *const no_measures[] = {
    "",
    " ",
    "2.5",
    "2.5 ",
    "2.5  m2",
    " 2.5 m2",
    "2.5m2",
    "m2",
    "02 m",
    "2. m",
    ".5 m",
    "2,5 m",
    "+2 m",
    "- m",
    "0.0000000001 t",
    "9223372036854775808 t",
    "2.5\tm2",
};

START_TEST(what_is_no_measure_is_refused)
{
    mutaid__ratio number = mutaid__ratio_of(77);
    mutaid__slice unit = mutaid__slice_of("kept");

    ck_assert(!mutaid__read_measure(mutaid__slice_of(no_measures[_i]), &number,
                                    &unit));
    ck_assert(is_ratio(number, 77, 1));
    ck_assert(mutaid__slice_is(unit, "kept"));
}
END_TEST

START_TEST(integers_are_read_to_the_ends_of_64_bits)
{
    int64_t integer = 77;

    ck_assert(!mutaid__read_integer(mutaid__slice_of(""), &integer));
    ck_assert(!mutaid__read_integer(mutaid__slice_of("1.0"), &integer));
    ck_assert(!mutaid__read_integer(mutaid__slice_of("007"), &integer));
    ck_assert(!mutaid__read_integer(mutaid__slice_of("1e3"), &integer));
    ck_assert(!mutaid__read_integer(mutaid__slice_of("9223372036854775808"),
                                    &integer));
    ck_assert(!mutaid__read_integer(mutaid__slice_of("-9223372036854775809"),
                                    &integer));
    ck_assert(!mutaid__read_integer((mutaid__slice){"1\0"
                                                    "2",
                                                    3},
                                    &integer));
    ck_assert_int_eq(integer, 77);
    ck_assert(mutaid__read_integer(mutaid__slice_of("9223372036854775807"),
                                   &integer));
    ck_assert_int_eq(integer, INT64_MAX);
    ck_assert(mutaid__read_integer(mutaid__slice_of("-9223372036854775808"),
                                   &integer));
    ck_assert_int_eq(integer, INT64_MIN);
    ck_assert(mutaid__read_integer((mutaid__slice){"123", 2}, &integer));
    ck_assert_int_eq(integer, 12);
}
END_TEST

int main(void)
{
    const suite_test tests[] = {
        {a_ratio_is_reduced_to_lowest_terms, 0},
        {ratios_are_ordered_by_their_value, 0},
        {ratios_compare_as_their_cross_products, 0},
        {a_ratio_is_written_exactly, ROWS(texts)},
        {the_longest_decimals_are_written_in_full, 0},
        {a_wide_number_is_written_in_full, 0},
        {money_is_read_with_all_its_decimals, ROWS(decimals)},
        {what_is_no_decimal_is_refused, ROWS(no_decimals)},
        {rates_are_read_as_reduced_ratios, ROWS(rates)},
        {what_is_no_rate_is_refused, ROWS(no_rates)},
        {a_measure_is_a_number_and_a_unit, ROWS(measures)},
        {what_is_no_measure_is_refused, ROWS(no_measures)},
        {integers_are_read_to_the_ends_of_64_bits, 0},
    };

    return run_suite(MUTAID__HAS_INT128 ? "ratio" : "ratio_portable", tests,
                     sizeof tests / sizeof *tests);
}
