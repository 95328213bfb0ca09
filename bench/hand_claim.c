/* SPDX-License-Identifier: MIT */
/* hand_claim.c - one decision written out for rulebooks/claim.json alone. */
#include "hand_claim.h"

#include <mutualaid/version.h>
#include <string.h>

enum { SLICES = 6, CAP = 20065300 };

static const int64_t edges[SLICES] = {130000,  500000,  1000000,
                                      2000000, 5000000, 10000000};
static const int64_t rises[SLICES] = {4, 3, 3, 3, 3, 2}; /* of 1/20 */

static inline int64_t in_slices(int64_t x)
{
    int64_t slope = 0, offset = 0;
    int k;

    for (k = 0; k < SLICES; k++) {
        int64_t inside = -(int64_t)(x > edges[k]);

        slope += inside & rises[k];
        offset += inside & (edges[k] * rises[k]);
    }
    return (int64_t)((uint64_t)(slope * x - offset + 10) / 20);
}

static inline int64_t capped(int64_t amount)
{
    return amount < CAP ? amount : CAP;
}

static inline uint32_t failures(const member *m)
{
    uint32_t is_covered = (uint32_t)((m->status == 1) | (m->status == 2) |
                                     (m->status == 5));
    uint32_t is_early = (uint32_t)((m->first_diagnosis != NO_DATE) &
                                   (m->first_diagnosis < m->joined + 30));

    return (uint32_t)(m->birth > 12053) |
           (uint32_t)(m->retired <= AS_OF) << 1 |
           (uint32_t)(m->joined + 30 > AS_OF) << 2 |
           (uint32_t)(m->paid_through < AS_OF) << 3 | (is_covered ^ 1) << 4 |
           (uint32_t)((uint32_t)m->months_paid - 6u > 594u) << 5 |
           is_early << 6 | (uint32_t)(m->flagged != 0) << 7;
}

claim_result hand_claim(const claim_case *c)
{
    claim_result result = {0, failures(&c->who)};

    if (!result.failed)
        result.amount = capped(in_slices(c->before + c->claim)) -
                        capped(in_slices(c->before));
    return result;
}

/* --- records ---------------------------------------------------------------- */

static void record(claim_record *r, int rule, uint32_t failed, int64_t found,
                   int64_t required)
{
    *r = (claim_record){(int16_t)rule, (int16_t)rule, !(failed >> rule & 1),
                        found, required, 0};
}

static void step(claim_record *r, int number, int64_t before, int64_t operand,
                 int64_t after)
{
    *r = (claim_record){(int16_t)(8 + number), (int16_t)(8 + number), 1, before,
                        operand, after};
}

claim_result hand_claim_records(const claim_case *c,
                                claim_record records[CLAIM_RECORDS])
{
    const member *m = &c->who;
    claim_result result = {0, failures(m)};
    int64_t total = c->before + c->claim;
    int64_t sliced = in_slices(total), before = capped(in_slices(c->before));
    uint32_t failed = result.failed;

    record(&records[0], 0, failed, m->birth, 12053);
    record(&records[1], 1, failed, m->retired, AS_OF);
    record(&records[2], 2, failed, m->joined + 30, AS_OF);
    record(&records[3], 3, failed, m->paid_through, AS_OF);
    record(&records[4], 4, failed, m->status, 0);
    record(&records[5], 5, failed, m->months_paid, 600);
    record(&records[6], 6, failed, m->first_diagnosis, m->joined + 30);
    record(&records[7], 7, failed, m->flagged, 0);
    if (failed)
        return result;
    step(&records[8], 0, 0, c->claim, c->claim);
    step(&records[9], 1, c->claim, c->before, total);
    step(&records[10], 2, total, 0, sliced);
    step(&records[11], 3, sliced, CAP, capped(sliced));
    step(&records[12], 4, c->before, CAP, before);
    step(&records[13], 5, capped(sliced), before, capped(sliced) - before);
    result.amount = capped(sliced) - before;
    return result;
}

/* --- JSON ------------------------------------------------------------------- */

#define PUT(p, literal)                          \
    do {                                         \
        memcpy(p, literal, sizeof(literal) - 1); \
        p += sizeof(literal) - 1;                \
    } while (0)

static char *put_digits(char *p, uint64_t value)
{
    char digits[20];
    size_t count = 0;

    do
        digits[20 - ++count] = (char)('0' + value % 10);
    while ((value /= 10) > 0);
    memcpy(p, digits + 20 - count, count);
    return p + count;
}

static char *put_two(char *p, uint32_t value)
{
    *p++ = (char)('0' + value / 10);
    *p++ = (char)('0' + value % 10);
    return p;
}

static char *put_money(char *p, int64_t fen)
{
    uint64_t size = fen < 0 ? (uint64_t)-fen : (uint64_t)fen;

    if (fen < 0)
        *p++ = '-';
    p = put_digits(p, size / 100);
    *p++ = '.';
    return put_two(p, (uint32_t)(size % 100));
}

/* Money in 1/20 of a fen, all its digits. */
static char *put_exact(char *p, int64_t twentieths)
{
    p = put_money(p, twentieths / 20);
    if (twentieths % 20) {
        p = put_two(p, (uint32_t)(twentieths % 20 * 5));
        p -= p[-1] == '0';
    }
    return p;
}

/* Days since 1970 as 2016-03-01: years that begin in March, from 0000. */
static char *put_date(char *p, int32_t day)
{
    uint32_t days = (uint32_t)(day + 719468);
    uint32_t era = days / 146097, in_era = days % 146097;
    uint32_t years = (in_era - in_era / 1460 + in_era / 36524 -
                      in_era / 146096) / 365;
    uint32_t in_year = in_era - (365 * years + years / 4 - years / 100);
    uint32_t march = (5 * in_year + 2) / 153;
    uint32_t month = march < 10 ? march + 3 : march - 9;
    uint32_t year = era * 400 + years + (month <= 2);

    p = put_two(p, year / 100);
    p = put_two(p, year % 100);
    *p++ = '-';
    p = put_two(p, month);
    *p++ = '-';
    return put_two(p, in_year - (153 * march + 2) / 5 + 1);
}

#define REQUIREMENT(id, kind, zh, en, place)                              \
    "{\"id\":\"" id "\",\"kind\":\"" kind "\",\"verdict\":\"",            \
        "\",\"text\":{\"zh\":\"" zh "\",\"en\":\"" en                     \
        "\"},\"clause\":\"schemes.claim." place "\",\"clause_id\":\"" id  \
        "\",\"basis\":\"published\",\"source\":\"bench\",\"findings\":["

/* What stands before and after the verdict of each requirement. */
static const char *const requirement_texts[8][2] = {
    {REQUIREMENT("adult", "require", "未满十八岁", "under eighteen",
                 "require[0]")},
    {REQUIREMENT("working", "require", "已退休", "retired", "require[1]")},
    {REQUIREMENT("waited", "require", "入会未满三十日",
                 "not a member for thirty days", "require[2]")},
    {REQUIREMENT("paid", "require", "会费未缴足", "contributions not paid",
                 "require[3]")},
    {REQUIREMENT("status", "require", "状态不符", "status not covered",
                 "require[4]")},
    {REQUIREMENT("months", "require", "缴费月数不符",
                 "months paid out of range", "require[5]")},
    {REQUIREMENT("earlier_illness", "exclude", "既往症",
                 "ill before cover began", "exclude[0]")},
    {REQUIREMENT("flagged", "exclude", "已标记", "flagged", "exclude[1]")},
};

static char *put_text(char *p, const char *text)
{
    size_t length = strlen(text);

    memcpy(p, text, length);
    return p + length;
}

static char *put_date_finding(char *p, const char *head, int32_t found,
                              int32_t required, int32_t distance)
{
    p = put_text(p, head);
    PUT(p, "\"found\":\"");
    p = put_date(p, found);
    PUT(p, "\",\"required\":\"");
    p = put_date(p, required);
    PUT(p, "\",\"distance\":");
    p = put_digits(p, (uint64_t)distance);
    PUT(p, "}");
    return p;
}

static char *put_months_finding(char *p, int32_t months)
{
    int is_few = months < 6;

    PUT(p, "{\"name\":\"months_paid\",\"label\":{\"zh\":\"缴费月数\","
           "\"en\":\"months paid\"},\"relation\":\"");
    p = put_text(p, is_few ? "at_least" : "at_most");
    PUT(p, "\",\"wanted\":true,\"found\":");
    p = put_digits(p, (uint64_t)months);
    PUT(p, ",\"required\":");
    p = put_digits(p, is_few ? 6 : 600);
    PUT(p, ",\"distance\":");
    p = put_digits(p, (uint64_t)(is_few ? 6 - months : months - 600));
    PUT(p, "}");
    return p;
}

static char *put_finding(char *p, const member *m, int number)
{
    int32_t covered = m->joined + 30;

    switch (number) {
    case 0:
        return put_date_finding(
            p,
            "{\"name\":\"birth\",\"label\":{\"zh\":\"出生日期\",\"en\":\"date "
            "of birth\"},\"relation\":\"at_most\",\"wanted\":true,",
            m->birth, 12053, m->birth - 12053);
    case 1:
        return put_date_finding(
            p,
            "{\"name\":\"retired\",\"label\":{\"zh\":\"退休日期\",\"en\":"
            "\"retires on\"},\"relation\":\"above\",\"wanted\":true,",
            m->retired, AS_OF, AS_OF - m->retired + 1);
    case 2:
        return put_date_finding(p, "{\"relation\":\"at_most\",\"wanted\":true,",
                                covered, AS_OF, covered - AS_OF);
    case 3:
        return put_date_finding(
            p,
            "{\"name\":\"paid_through\",\"label\":{\"zh\":\"缴费至\",\"en\":"
            "\"paid through\"},\"relation\":\"at_least\",\"wanted\":true,",
            m->paid_through, AS_OF, AS_OF - m->paid_through);
    case 4:
        PUT(p, "{\"name\":\"status\",\"label\":{\"zh\":\"会员状态\",\"en\":"
               "\"status\"},\"relation\":\"in\",\"wanted\":true,\"found\":");
        p = put_digits(p, (uint64_t)m->status);
        PUT(p, "}");
        return p;
    case 5:
        return put_months_finding(p, m->months_paid);
    case 6:
        return put_date_finding(
            p,
            "{\"name\":\"first_diagnosis\",\"label\":{\"zh\":\"首次确诊\","
            "\"en\":\"first diagnosis\"},\"relation\":\"below\",\"wanted\":"
            "false,",
            m->first_diagnosis, covered, covered - m->first_diagnosis);
    default:
        PUT(p, "{\"name\":\"flagged\",\"label\":{\"zh\":\"标记\",\"en\":"
               "\"flagged\"},\"relation\":\"is\",\"wanted\":false,\"found\":"
               "true}");
        return p;
    }
}

static char *put_requirements(char *p, const member *m, uint32_t failed)
{
    int k;

    PUT(p, "\"requirements\":[");
    for (k = 0; k < 8; k++) {
        int is_failed = failed >> k & 1;

        if (k > 0)
            PUT(p, ",");
        p = put_text(p, requirement_texts[k][0]);
        p = put_text(p, is_failed ? "failed" : "held");
        p = put_text(p, requirement_texts[k][1]);
        if (is_failed)
            p = put_finding(p, m, k);
        PUT(p, "]}");
    }
    PUT(p, "],");
    return p;
}

#define IN_LINE(step, depth)                          \
    "{\"step\":\"" step "\",\"depth\":" #depth         \
    ",\"item\":\"amount\",\"applied\":true,\"before\":\""
#define STEPS "\"clause\":\"schemes.claim.benefits[0].steps"
#define END_OF_LINE "\",\"basis\":\"published\",\"source\":\"bench\"}"

/* The slices that the total reaches, each with what it pays. */
static char *put_slice_lines(char *p, int64_t total)
{
    static const char *const rates[SLICES] = {"20%", "35%", "50%",
                                              "65%", "80%", "90%"};
    static const int64_t twentieths[SLICES] = {4, 7, 10, 13, 16, 18};
    int k;

    for (k = 0; k < SLICES && total > edges[k]; k++) {
        int64_t end = k + 1 < SLICES ? edges[k + 1] : INT64_MAX;
        int64_t inside = (total < end ? total : end) - edges[k];

        PUT(p, IN_LINE("slice", 2));
        p = put_money(p, inside);
        PUT(p, "\",\"operand\":\"");
        p = put_text(p, rates[k]);
        PUT(p, "\",\"after\":\"");
        p = put_exact(p, inside * twentieths[k]);
        PUT(p, "\"," STEPS "[1].cumulative.steps[0].slices[");
        p = put_digits(p, (uint64_t)k);
        PUT(p, "]" END_OF_LINE ",");
    }
    return p;
}

static int64_t twentieths_in_slices(int64_t x)
{
    int64_t sum = 0;
    int k;

    for (k = 0; k < SLICES && x > edges[k]; k++)
        sum += (x - edges[k]) * rises[k];
    return sum;
}

static char *put_cumulative(char *p, const claim_case *c)
{
    int64_t total = c->before + c->claim;
    int64_t exact = twentieths_in_slices(total), after = capped(in_slices(total));
    int64_t cut = exact < 20 * (int64_t)CAP ? exact : 20 * (int64_t)CAP;
    int64_t paid = capped(in_slices(c->before));

    PUT(p, IN_LINE("slices", 1));
    p = put_money(p, total);
    PUT(p, "\",\"after\":\"");
    p = put_exact(p, exact);
    PUT(p, "\"," STEPS "[1].cumulative.steps[0]" END_OF_LINE ",");
    p = put_slice_lines(p, total);
    PUT(p, IN_LINE("at_most", 1));
    p = put_exact(p, exact);
    PUT(p, "\",\"operand\":\"200653.00\",\"after\":\"");
    p = put_exact(p, cut);
    PUT(p, "\"," STEPS "[1].cumulative.steps[1]" END_OF_LINE ","
           IN_LINE("so_far", 1));
    p = put_money(p, after);
    PUT(p, "\",\"operand\":\"");
    p = put_money(p, paid);
    PUT(p, "\",\"after\":\"");
    p = put_money(p, after - paid);
    PUT(p, "\"," STEPS "[1]" END_OF_LINE);
    return p;
}

static char *put_lines(char *p, const claim_case *c, int64_t amount)
{
    PUT(p, "{\"step\":\"take\",\"depth\":0,\"item\":\"amount\",\"applied\":"
           "true,\"operand\":\"");
    p = put_money(p, c->claim);
    PUT(p, "\",\"after\":\"");
    p = put_money(p, c->claim);
    PUT(p, "\",\"share\":\"");
    p = put_money(p, c->claim);
    PUT(p, "\"," STEPS "[0]" END_OF_LINE "," IN_LINE("cumulative", 0));
    p = put_money(p, c->claim);
    PUT(p, "\",\"operand\":\"");
    p = put_money(p, c->before);
    PUT(p, "\",\"after\":\"");
    p = put_money(p, amount);
    PUT(p, "\",\"share\":\"");
    p = put_money(p, amount - c->claim);
    PUT(p, "\"," STEPS "[1]" END_OF_LINE ",");
    return put_cumulative(p, c);
}

size_t hand_claim_json(const claim_case *c, const char digest[64], char *buffer)
{
    claim_result result = hand_claim(c);
    char *p = buffer;

    PUT(p, "{\"part\":\"claim\",\"outcome\":\"");
    p = put_text(p, result.failed ? "refused" : "eligible");
    PUT(p, "\",\"amount\":\"");
    p = put_money(p, result.amount);
    PUT(p, "\",\"least\":\"");
    p = put_money(p, result.amount);
    PUT(p, "\",\"most\":\"");
    p = put_money(p, result.amount);
    PUT(p, "\",\"currency\":\"CNY\",\"rulebook\":{\"id\":\"bench-claim\","
           "\"edition\":\"1\",\"digest\":\"");
    memcpy(p, digest, 64);
    p += 64;
    PUT(p, "\"},\"library\":\"" MUTAID_VERSION "\",\"missing\":[],\"items\":[{\"id\":"
           "\"amount\",\"title\":{\"zh\":\"报销金额\",\"en\":\"amount\"},"
           "\"outcome\":\"");
    p = put_text(p, result.failed ? "refused" : "eligible");
    PUT(p, "\",\"least\":\"");
    p = put_money(p, result.amount);
    PUT(p, "\",\"most\":\"");
    p = put_money(p, result.amount);
    PUT(p, "\"}],");
    p = put_requirements(p, &c->who, result.failed);
    PUT(p, "\"lines\":[");
    if (!result.failed)
        p = put_lines(p, c, result.amount);
    PUT(p, "],\"deadlines\":[],\"notes\":[]}");
    return (size_t)(p - buffer);
}
