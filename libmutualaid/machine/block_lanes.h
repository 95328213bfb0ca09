/* SPDX-License-Identifier: MIT */
/* block_lanes.h - the loops of block.c, for lanes of one width.
 *
 * Included twice by block.c, with LANE the type of a cell and LANE_*() its
 * arithmetic. States are block.c's business: here every cell is a number.
 */

static LANE LANE_NAME(table_at)(const mutaid__table *table, LANE key)
{
    uint32_t low = 0, high = table->count;

    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;

        if (LANE_BELOW(key, LANE_OF(table->cells[middle].from)))
            high = middle;
        else
            low = middle;
    }
    return LANE_OF(table->cells[low].numerator);
}

static LANE LANE_NAME(curve_at)(const mutaid__curve *curve, LANE x)
{
    uint32_t low = 0, high = curve->count;

    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;

        if (LANE_BELOW(x, LANE_OF(curve->pieces[middle].from)))
            high = middle;
        else
            low = middle;
    }
    return LANE_ADD(LANE_MULTIPLY(LANE_OF(curve->pieces[low].slope), x),
                    LANE_OF(curve->pieces[low].offset));
}

static LANE LANE_NAME(round_at)(const mutaid__rounding *rounding, LANE a)
{
    LANE scaled = LANE_MULTIPLY(a, LANE_OF(rounding->times));

    return LANE_MULTIPLY(
        LANE_ROUND(scaled, LANE_OF(rounding->divisor), rounding->mode),
        LANE_OF(rounding->step));
}

static LANE LANE_NAME(rounded_curve_at)(const mutaid__program *program,
                                        const mutaid__op *op, LANE x)
{
    LANE y = LANE_NAME(curve_at)(&program->curves.items[op->data], x);

    if (op->c == MUTAID_NONE)
        return y;
    return LANE_NAME(round_at)(&program->roundings.items[op->c], y);
}

static void LANE_NAME(arithmetic)(const mutaid__program *program,
                                  const mutaid__op *op, const LANE *a,
                                  const LANE *b, LANE *out, size_t count)
{
    LANE factor;
    size_t i;

    switch ((mutaid__op_code)op->code) {
    case MUTAID__OP_ADD:
        for (i = 0; i < count; i++)
            out[i] = LANE_ADD(a[i], b[i]);
        break;
    case MUTAID__OP_SUBTRACT:
        for (i = 0; i < count; i++)
            out[i] = LANE_SUBTRACT(a[i], b[i]);
        break;
    case MUTAID__OP_MULTIPLY:
        for (i = 0; i < count; i++)
            out[i] = LANE_MULTIPLY(a[i], b[i]);
        break;
    case MUTAID__OP_SCALE:
        factor = LANE_OF(program->constants.items[op->data].numerator);
        for (i = 0; i < count; i++)
            out[i] = LANE_MULTIPLY(a[i], factor);
        break;
    case MUTAID__OP_SMALLER:
        for (i = 0; i < count; i++)
            out[i] = LANE_BELOW(b[i], a[i]) ? b[i] : a[i];
        break;
    default:
        for (i = 0; i < count; i++)
            out[i] = LANE_BELOW(a[i], b[i]) ? b[i] : a[i];
        break;
    }
}

static void LANE_NAME(comparison)(const mutaid__op *op, const LANE *a,
                                  const LANE *b, LANE *out, size_t count)
{
    const LANE no = LANE_SMALL(0), yes = LANE_SMALL(1);
    size_t i;

    switch ((mutaid__op_code)op->code) {
    case MUTAID__OP_EQUAL:
        for (i = 0; i < count; i++)
            out[i] = LANE_BELOW(a[i], b[i]) || LANE_BELOW(b[i], a[i]) ? no
                                                                      : yes;
        break;
    case MUTAID__OP_AT_MOST:
        for (i = 0; i < count; i++)
            out[i] = LANE_BELOW(b[i], a[i]) ? no : yes;
        break;
    default:
        for (i = 0; i < count; i++)
            out[i] = LANE_BELOW(a[i], b[i]) ? yes : no;
        break;
    }
}

static void LANE_NAME(function)(const mutaid__program *program,
                                const mutaid__op *op, const LANE *a,
                                const LANE *b, LANE *out, size_t count)
{
    size_t i;

    switch ((mutaid__op_code)op->code) {
    case MUTAID__OP_LOOK_UP:
        for (i = 0; i < count; i++)
            out[i] = LANE_NAME(table_at)(&program->tables.items[op->data],
                                         a[i]);
        break;
    case MUTAID__OP_CURVE:
        for (i = 0; i < count; i++)
            out[i] = LANE_NAME(curve_at)(&program->curves.items[op->data],
                                         a[i]);
        break;
    case MUTAID__OP_RISE:
        for (i = 0; i < count; i++)
            out[i] = LANE_SUBTRACT(
                LANE_NAME(rounded_curve_at)(program, op,
                                            LANE_ADD(a[i], b[i])),
                LANE_NAME(rounded_curve_at)(program, op, a[i]));
        break;
    default:
        for (i = 0; i < count; i++)
            out[i] = LANE_NAME(round_at)(&program->roundings.items[op->data],
                                         a[i]);
        break;
    }
}

static void LANE_NAME(selection)(const int64_t *condition, const LANE *a,
                                 const LANE *b, LANE *out, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++)
        out[i] = condition[i] ? a[i] : b[i];
}
