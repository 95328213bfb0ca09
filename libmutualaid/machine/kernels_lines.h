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

typedef struct V_NAME(constants) {
    double slope[MUTAID__MOST_LINES], offset[MUTAID__MOST_LINES];
    double from[MUTAID__MOST_LINES];
    double shift, inverse;
} V_NAME(constants);

FOR_PROCESSOR static void V_NAME(load)(const mutaid__lines *lines,
                                       V_NAME(constants) *constants)
{
    uint32_t i;

    for (i = 0; i < lines->count; i++) {
        constants->slope[i] = (double)lines->slope[i];
        constants->offset[i] = (double)lines->offset[i];
        constants->from[i] = (double)lines->from[i];
    }
    constants->shift = (double)lines->twice_shift * 0.5;
    constants->inverse = lines->rounds ? 1.0 / (double)lines->divisor : 0.0;
}

/* An integer from 0 to 2^51 as a double. */
FOR_PROCESSOR static inline V V_NAME(double_of)(VI x)
{
    return V_SUBTRACT(V_OF_BITS(VI_OR(x, VI_ALL(TOP_BITS))), V_ALL(TOP));
}

/* Lines evaluated at two vectors of x at once. */
FOR_PROCESSOR static inline void
V_NAME(evaluate)(const mutaid__lines *lines,
                 const V_NAME(constants) *constants, V x, V x2, V *y_out,
                 V *y2_out)
{
    V y = V_MULTIPLY_ADD(V_ALL(constants->slope[0]), x,
                         V_ALL(constants->offset[0]));
    V y2 = V_MULTIPLY_ADD(V_ALL(constants->slope[0]), x2,
                          V_ALL(constants->offset[0]));
    uint32_t i;

    for (i = 1; i < lines->count; i++) {
        V slope = V_ALL(constants->slope[i]);
        V offset = V_ALL(constants->offset[i]);
        V z = V_MULTIPLY_ADD(slope, x, offset);
        V z2 = V_MULTIPLY_ADD(slope, x2, offset);

        if (!lines->is_joined) {
            V from = V_ALL(constants->from[i]);

            y = V_FROM_ON(x, from, z, y);
            y2 = V_FROM_ON(x2, from, z2, y2);
        } else if (lines->is_smaller[i]) {
            y = V_SMALLER(y, z);
            y2 = V_SMALLER(y2, z2);
        } else {
            y = V_LARGER(y, z);
            y2 = V_LARGER(y2, z2);
        }
    }
    *y_out = y;
    *y2_out = y2;
}

/* The rounded number in the low bits, above MIDDLE_BITS. */
FOR_PROCESSOR static inline VI
V_NAME(rounded)(const mutaid__lines *lines,
                const V_NAME(constants) *constants, V y)
{
    if (!lines->rounds)
        return V_BITS(V_ADD(y, V_ALL(MIDDLE)));
    return V_BITS(V_MULTIPLY_ADD(V_ADD(y, V_ALL(constants->shift)),
                                 V_ALL(constants->inverse), V_ALL(MIDDLE)));
}

FOR_PROCESSOR static inline void V_NAME(times_step)(int64_t *out, size_t count,
                                                    int64_t step)
{
    size_t i;

    for (i = 0; i < count; i++)
        out[i] *= step;
}

FOR_PROCESSOR static inline void
V_NAME(curve_rows)(const mutaid__lines *lines,
                   const V_NAME(constants) *constants, const int64_t *a,
                   int64_t *out)
{
    V y, y2;

    V_NAME(evaluate)(lines, constants, V_NAME(double_of)(VI_LOAD(a)),
                     V_NAME(double_of)(VI_LOAD(a + ROWS)), &y, &y2);
    VI_STORE(out, VI_SUBTRACT(V_NAME(rounded)(lines, constants, y),
                              VI_ALL(MIDDLE_BITS)));
    VI_STORE(out + ROWS, VI_SUBTRACT(V_NAME(rounded)(lines, constants, y2),
                                     VI_ALL(MIDDLE_BITS)));
}

/* f(a + b) - f(a): the bits above the number cancel out. */
FOR_PROCESSOR static inline void
V_NAME(rise_rows)(const mutaid__lines *lines,
                  const V_NAME(constants) *constants, const int64_t *a,
                  const int64_t *b, int64_t *out)
{
    VI so_far = VI_LOAD(a);
    VI reached = VI_ADD(so_far, VI_LOAD(b));
    V y, y2;

    V_NAME(evaluate)(lines, constants, V_NAME(double_of)(so_far),
                     V_NAME(double_of)(reached), &y, &y2);
    VI_STORE(out, VI_SUBTRACT(V_NAME(rounded)(lines, constants, y2),
                              V_NAME(rounded)(lines, constants, y)));
}

/* The last rows, fewer than a vector holds, stand in buffers of their own. */
#define MOST_REST 16

FOR_PROCESSOR static void V_NAME(curve)(mutaid__work *work)
{
    const mutaid__lines *lines = work->lines;
    const int64_t *a = work->a;
    int64_t *out = work->out, x[MOST_REST] = {0}, y[MOST_REST];
    size_t i, rest = work->count % (2 * ROWS), whole = work->count - rest;
    V_NAME(constants) constants;

    V_NAME(load)(lines, &constants);
    for (i = 0; i < whole; i += 2 * ROWS)
        V_NAME(curve_rows)(lines, &constants, a + i, out + i);
    if (rest > 0) {
        memcpy(x, a + whole, rest * sizeof *x);
        V_NAME(curve_rows)(lines, &constants, x, y);
        memcpy(out + whole, y, rest * sizeof *y);
    }
    if (lines->rounds && lines->step != 1)
        V_NAME(times_step)(out, work->count, lines->step);
}

FOR_PROCESSOR static void V_NAME(rise)(mutaid__work *work)
{
    const mutaid__lines *lines = work->lines;
    const int64_t *a = work->a, *b = work->b;
    int64_t *out = work->out, y[MOST_REST];
    int64_t x[MOST_REST] = {0}, x2[MOST_REST] = {0};
    size_t i, rest = work->count % ROWS, whole = work->count - rest;
    V_NAME(constants) constants;

    V_NAME(load)(lines, &constants);
    for (i = 0; i < whole; i += ROWS)
        V_NAME(rise_rows)(lines, &constants, a + i, b + i, out + i);
    if (rest > 0) {
        memcpy(x, a + whole, rest * sizeof *x);
        memcpy(x2, b + whole, rest * sizeof *x2);
        V_NAME(rise_rows)(lines, &constants, x, x2, y);
        memcpy(out + whole, y, rest * sizeof *y);
    }
    if (lines->rounds && lines->step != 1)
        V_NAME(times_step)(out, work->count, lines->step);
}

#undef MOST_REST
