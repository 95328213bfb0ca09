/* SPDX-License-Identifier: MIT */
/* date.c - civil dates: day numbers, years and months between, arithmetic. */
#include "calendar/date.h"

/* Days of 400 years, after which the Gregorian calendar repeats itself; and
 * from 0000-03-01 to 1970-01-01. Years are counted from 1 March, so that the
 * leap day is the last of its year. */
#define CYCLE_DAYS 146097
#define EPOCH_SHIFT 719468

/* A month counted from January of year 0, and a day of it from 1. */
typedef struct month_day {
    int64_t month;
    int64_t day;
} month_day;

static int64_t floor_div(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

static int64_t floor_mod(int64_t a, int64_t b)
{
    int64_t rest = a % b;

    return rest < 0 ? rest + b : rest;
}

/* Days before the month of a year from March: 31, 61, 92, ... (the months of
 * 31, 30, 31, 30, 31 days repeat themselves every five). */
static int64_t days_before(int64_t month_from_march)
{
    return (153 * month_from_march + 2) / 5;
}

static int64_t first_of_month(int64_t month)
{
    int64_t from_march = month - 2;
    int64_t year = floor_div(from_march, 12);
    int64_t cycle = floor_div(year, 400);
    int64_t of_cycle = floor_mod(year, 400);
    int64_t days = of_cycle * 365 + of_cycle / 4 - of_cycle / 100;

    return cycle * CYCLE_DAYS + days + days_before(floor_mod(from_march, 12)) -
           EPOCH_SHIFT;
}

/* The year of a day of a cycle: without the leap days before it (the last days
 * of 4, 100 and 400 years) each year has 365 days. */
static int64_t year_of_cycle(int64_t day)
{
    return (day - day / 1460 + day / 36524 - day / 146096) / 365;
}

static month_day split(int64_t day)
{
    int64_t shifted = day + EPOCH_SHIFT;
    int64_t cycle = floor_div(shifted, CYCLE_DAYS);
    int64_t of_cycle = floor_mod(shifted, CYCLE_DAYS);
    int64_t year = year_of_cycle(of_cycle);
    int64_t of_year = of_cycle - (365 * year + year / 4 - year / 100);
    int64_t month = (5 * of_year + 2) / 153;

    return (month_day){(cycle * 400 + year) * 12 + month + 2,
                       of_year - days_before(month) + 1};
}

mutaid__civil mutaid__civil_of(int64_t day)
{
    month_day parts = split(day);

    return (mutaid__civil){(int32_t)floor_div(parts.month, 12),
                           (int32_t)floor_mod(parts.month, 12) + 1,
                           (int32_t)parts.day};
}

static int64_t join(int64_t month, int64_t day)
{
    return first_of_month(month) + day - 1;
}

int64_t mutaid__day_of(mutaid__civil civil)
{
    return join((int64_t)civil.year * 12 + civil.month - 1, civil.day);
}

static int64_t month_length(int64_t month)
{
    return first_of_month(month + 1) - first_of_month(month);
}

bool mutaid__civil_exists(int64_t year, int64_t month, int64_t day)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1)
        return false;
    return day <= month_length(year * 12 + month - 1);
}

/* 1970-01-01 was a Thursday. */
int mutaid__weekday(int64_t day)
{
    return (int)floor_mod(day + 3, 7);
}

/* The number that `count` digits spell, or -1. */
static int64_t read_digits(const char *text, int count)
{
    int64_t number = 0;

    for (int i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

bool mutaid__read_date(mutaid__slice text, int64_t *day_out)
{
    if (text.length != 10 || text.data[4] != '-' || text.data[7] != '-')
        return false;

    int64_t year = read_digits(text.data, 4);
    int64_t month = read_digits(text.data + 5, 2);
    int64_t day = read_digits(text.data + 8, 2);
    if (!mutaid__civil_exists(year, month, day))
        return false;
    *day_out = join(year * 12 + month - 1, day);
    return true;
}

static void out_padded(mutaid__out *out, int64_t number, int64_t one)
{
    for (; one > 1 && number < one; one /= 10)
        mutaid__out_byte(out, '0');
    mutaid__out_integer(out, number);
}

void mutaid__out_date(mutaid__out *out, int64_t day)
{
    month_day parts = split(day);
    int64_t year = floor_div(parts.month, 12);

    if (year < 0)
        mutaid__out_byte(out, '-');
    out_padded(out, year < 0 ? -year : year, 1000);
    mutaid__out_byte(out, '-');
    out_padded(out, floor_mod(parts.month, 12) + 1, 10);
    mutaid__out_byte(out, '-');
    out_padded(out, parts.day, 10);
}

int64_t mutaid__add_months(int64_t day, int64_t months)
{
    month_day parts = split(day);
    int64_t month = parts.month + months;
    int64_t length = parts.day > 28 ? month_length(month) : 28;

    return join(month, parts.day < length ? parts.day : length);
}

/* The last month that can be reached, or the one before if its day is still
 * to come. */
int64_t mutaid__months_between(int64_t a, int64_t b)
{
    int64_t months = split(b).month - split(a).month;

    return mutaid__add_months(a, months) > b ? months - 1 : months;
}

int64_t mutaid__years_between(int64_t a, int64_t b)
{
    return floor_div(mutaid__months_between(a, b), 12);
}

/* Days from a Monday long ago up to `day` that are of the weekdays in `kept`;
 * negative before that Monday. */
static int64_t count_from_monday(int64_t day, unsigned kept)
{
    int64_t since = day + 3;
    int64_t a_week = 0, of_week = 0;
    int64_t rest = floor_mod(since, 7);

    for (int weekday = 0; weekday < 7; weekday++) {
        int64_t is_kept = kept >> weekday & 1;

        a_week += is_kept;
        of_week += weekday < rest ? is_kept : 0;
    }
    return floor_div(since, 7) * a_week + of_week;
}

int64_t mutaid__days_between(int64_t a, int64_t b, unsigned except)
{
    if ((except & 0x7F) == 0)
        return b - a;
    return count_from_monday(b, ~except) - count_from_monday(a, ~except);
}

mutaid_date mutaid_date_from_civil(int year, int month, int day)
{
    if (!mutaid__civil_exists(year, month, day))
        return MUTAID_DATE_INVALID;
    return (mutaid_date)join((int64_t)year * 12 + month - 1, day);
}

int mutaid_date_to_civil(mutaid_date date, int *year_out, int *month_out,
                         int *day_out)
{
    if (date < MUTAID__FIRST_DAY || date > MUTAID__LAST_DAY)
        return 0;

    mutaid__civil civil = mutaid__civil_of(date);
    if (year_out != NULL)
        *year_out = civil.year;
    if (month_out != NULL)
        *month_out = civil.month;
    if (day_out != NULL)
        *day_out = civil.day;
    return 1;
}
