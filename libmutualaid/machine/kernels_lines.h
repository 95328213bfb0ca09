/* SPDX-License-Identifier: MIT */
/* kernels_lines.h - rounding, curves and rises in doubles, for one processor.
 *
 * Included with V (doubles), VI (64-bit integers), ROWS of them in a vector,
 * the operations V_..., and FOR_PROCESSOR. The proof is in lines.h; nothing
 * here runs where it does not hold, or while the processor does not round to
 * nearest.
 */

/* 2^52, whose low bits are an integer from 0; 1.5 * 2^52 also takes those below. */
#define TOP_BITS INT64_C(0x4330000000000000)
#define TOP 4503599627370496.0
#define MIDDLE_BITS INT64_C(0x4338000000000000)
#define MIDDLE 6755399441055744.0

/* How a line joins those before it. A flat one is the same for every x. */
enum V_NAME(join) {
    V_NAME(LARGER),
    V_NAME(LARGER_FLAT),
    V_NAME(SMALLER),
    V_NAME(SMALLER_FLAT),
    V_NAME(FROM_ON)
};

/* The shift of the rounding is in every offset: sums of it are exact too. */
typedef struct V_NAME(constants) {
    double slope[MUTAID__MOST_LINES], offset[MUTAID__MOST_LINES];
    double from[MUTAID__MOST_LINES];
    uint8_t join[MUTAID__MOST_LINES + 1]; /* FROM_ON behind the last */
    double inverse;
} V_NAME(constants);

FOR_PROCESSOR static uint8_t V_NAME(join_of)(const mutaid__lines *lines,
                                             uint32_t i)
{
    bool is_flat = lines->slope[i] == 0;

    if (!lines->is_joined)
        return V_NAME(FROM_ON);
    if (lines->is_smaller[i])
        return is_flat ? V_NAME(SMALLER_FLAT) : V_NAME(SMALLER);
    return is_flat ? V_NAME(LARGER_FLAT) : V_NAME(LARGER);
}

FOR_PROCESSOR static void V_NAME(load)(const mutaid__lines *lines,
                                       V_NAME(constants) *constants)
{
    double shift = (double)lines->twice_shift * 0.5;
    uint32_t i;

    for (i = 0; i < lines->count; i++) {
        constants->slope[i] = (double)lines->slope[i];
        constants->offset[i] = (double)lines->offset[i] + shift;
        constants->from[i] = (double)lines->from[i];
        constants->join[i] = V_NAME(join_of)(lines, i);
    }
    constants->join[i] = V_NAME(FROM_ON);
    constants->inverse = lines->rounds ? 1.0 / (double)lines->divisor : 0.0;
}

/* An integer from 0 to 2^51 as a double. */
FOR_PROCESSOR static inline V V_NAME(double_of)(VI x)
{
    return V_SUBTRACT(V_OF_BITS(VI_OR(x, VI_ALL(TOP_BITS))), V_ALL(TOP));
}

/* Lines evaluated at four vectors of x at once, each in place of its x. */
FOR_PROCESSOR static inline void
V_NAME(evaluate)(const mutaid__lines *lines,
                 const V_NAME(constants) *constants, V x[4])
{
    V slope = V_ALL(constants->slope[0]), offset = V_ALL(constants->offset[0]);
    V y0 = offset, y1 = offset, y2 = offset, y3 = offset;
    const uint8_t *join = constants->join;
    uint32_t i = 1;

#define LINES(take) \
    do { \
        slope = V_ALL(constants->slope[i]); \
        offset = V_ALL(constants->offset[i]); \
        y0 = take(y0, x[0]); \
        y1 = take(y1, x[1]); \
        y2 = take(y2, x[2]); \
        y3 = take(y3, x[3]); \
    } while (0)
#define LINE(y, x) V_MULTIPLY_ADD(slope, x, offset)
#define TAKE_LARGER(y, x) V_LARGER(y, LINE(y, x))
#define TAKE_LARGER_FLAT(y, x) V_LARGER(y, offset)
#define TAKE_SMALLER(y, x) V_SMALLER(y, LINE(y, x))
#define TAKE_SMALLER_FLAT(y, x) V_SMALLER(y, offset)
#define TAKE_FROM_ON(y, x) \
    V_FROM_ON(x, V_ALL(constants->from[i]), LINE(y, x), y)
    if (lines->slope[0] != 0) {
        i = 0;
        LINES(LINE);
        i = 1;
    }
    while (i < lines->count) {
        for (; join[i] == V_NAME(LARGER); i++)
            LINES(TAKE_LARGER);
        for (; join[i] == V_NAME(LARGER_FLAT); i++)
            LINES(TAKE_LARGER_FLAT);
        for (; join[i] == V_NAME(SMALLER); i++)
            LINES(TAKE_SMALLER);
        for (; join[i] == V_NAME(SMALLER_FLAT); i++)
            LINES(TAKE_SMALLER_FLAT);
        for (; i < lines->count && join[i] == V_NAME(FROM_ON); i++)
            LINES(TAKE_FROM_ON);
    }
#undef LINES
#undef LINE
#undef TAKE_LARGER
#undef TAKE_LARGER_FLAT
#undef TAKE_SMALLER
#undef TAKE_SMALLER_FLAT
#undef TAKE_FROM_ON
    x[0] = y0;
    x[1] = y1;
    x[2] = y2;
    x[3] = y3;
}

/* The rounded number in the low bits, above MIDDLE_BITS. */
FOR_PROCESSOR static inline VI
V_NAME(rounded)(const mutaid__lines *lines,
                const V_NAME(constants) *constants, V y)
{
    if (!lines->rounds)
        return V_BITS(V_ADD(y, V_ALL(MIDDLE)));
    return V_BITS(V_MULTIPLY_ADD(y, V_ALL(constants->inverse),
                                 V_ALL(MIDDLE)));
}

/* What the bits of all cells were. */
typedef struct V_NAME(watch) {
    VI a, b, reached;
} V_NAME(watch);

/* Four vectors of rows. */
FOR_PROCESSOR static inline void
V_NAME(curve_rows)(const mutaid__lines *lines,
                   const V_NAME(constants) *constants, const int64_t *a,
                   int64_t *out, V_NAME(watch) *watch)
{
    V y[4];
    int i;

    for (i = 0; i < 4; i++) {
        VI x = VI_LOAD(a + i * ROWS);

        watch->a = VI_OR(watch->a, x);
        y[i] = V_NAME(double_of)(x);
    }
    V_NAME(evaluate)(lines, constants, y);
    for (i = 0; i < 4; i++)
        VI_STORE(out + i * ROWS,
                 VI_SUBTRACT(V_NAME(rounded)(lines, constants, y[i]),
                             VI_ALL(MIDDLE_BITS)));
}

/* Two vectors of f(a + b) - f(a): the bits above the number cancel out. */
FOR_PROCESSOR static inline void
V_NAME(rise_rows)(const mutaid__lines *lines,
                  const V_NAME(constants) *constants, const int64_t *a,
                  const int64_t *b, int64_t *out, V_NAME(watch) *watch)
{
    V y[4];
    int i;

    for (i = 0; i < 2; i++) {
        VI so_far = VI_LOAD(a + i * ROWS), amount = VI_LOAD(b + i * ROWS);
        VI reached = VI_ADD(so_far, amount);

        watch->a = VI_OR(watch->a, so_far);
        watch->b = VI_OR(watch->b, amount);
        watch->reached = VI_OR(watch->reached, reached);
        y[i] = V_NAME(double_of)(so_far);
        y[2 + i] = V_NAME(double_of)(reached);
    }
    V_NAME(evaluate)(lines, constants, y);
    for (i = 0; i < 2; i++)
        VI_STORE(out + i * ROWS,
                 VI_SUBTRACT(V_NAME(rounded)(lines, constants, y[2 + i]),
                             V_NAME(rounded)(lines, constants, y[i])));
}

FOR_PROCESSOR static int64_t V_NAME(bits_of)(VI seen)
{
    int64_t bits[ROWS], all = 0;
    size_t i;

    VI_STORE(bits, seen);
    for (i = 0; i < ROWS; i++)
        all |= bits[i];
    return all;
}

/* Whether no x has a bit outside; then the numbers are multiplied. */
FOR_PROCESSOR static void V_NAME(finish)(mutaid__work *work,
                                         const V_NAME(watch) *watch)
{
    int64_t step = work->lines->rounds ? work->lines->step : 1;
    int64_t *out = work->out;
    size_t i;

    work->seen = V_NAME(bits_of)(watch->a);
    work->seen_b = V_NAME(bits_of)(watch->b);
    work->k = ((work->seen | V_NAME(bits_of)(watch->reached)) &
               work->lines->outside) == 0;
    for (i = 0; i < work->count && step != 1 && work->k; i++)
        out[i] *= step;
}

/* The last rows, fewer than the vectors hold, stand in buffers of their own. */
#define MOST_REST (4 * ROWS)

/* Rows are asked for so many ahead of their turn. */
#define AHEAD 96

FOR_PROCESSOR static void V_NAME(curve)(mutaid__work *work)
{
    const mutaid__lines *lines = work->lines;
    const int64_t *a = work->a;
    int64_t *out = work->out, x[MOST_REST] = {0}, y[MOST_REST];
    size_t i, rest = work->count % (4 * ROWS), whole = work->count - rest;
    V_NAME(watch) watch = {VI_ALL(0), VI_ALL(0), VI_ALL(0)};
    V_NAME(constants) constants;

    V_NAME(load)(lines, &constants);
    for (i = 0; i < whole; i += 4 * ROWS)
        V_NAME(curve_rows)(lines, &constants, a + i, out + i, &watch);
    if (rest > 0) {
        memcpy(x, a + whole, rest * sizeof *x);
        V_NAME(curve_rows)(lines, &constants, x, y, &watch);
        memcpy(out + whole, y, rest * sizeof *y);
    }
    V_NAME(finish)(work, &watch);
}

FOR_PROCESSOR static void V_NAME(rise)(mutaid__work *work)
{
    const mutaid__lines *lines = work->lines;
    const int64_t *a = work->a, *b = work->b;
    int64_t *out = work->out, y[MOST_REST];
    int64_t x[MOST_REST] = {0}, x2[MOST_REST] = {0};
    size_t i, rest = work->count % (2 * ROWS), whole = work->count - rest;
    V_NAME(watch) watch = {VI_ALL(0), VI_ALL(0), VI_ALL(0)};
    V_NAME(constants) constants;

    V_NAME(load)(lines, &constants);
    for (i = 0; i < whole; i += 2 * ROWS) {
        __builtin_prefetch(a + i + AHEAD);
        __builtin_prefetch(b + i + AHEAD);
        V_NAME(rise_rows)(lines, &constants, a + i, b + i, out + i, &watch);
    }
    if (rest > 0) {
        memcpy(x, a + whole, rest * sizeof *x);
        memcpy(x2, b + whole, rest * sizeof *x2);
        V_NAME(rise_rows)(lines, &constants, x, x2, y, &watch);
        memcpy(out + whole, y, rest * sizeof *y);
    }
    V_NAME(finish)(work, &watch);
}

#undef MOST_REST
#undef AHEAD
