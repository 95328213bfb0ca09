/* SPDX-License-Identifier: MIT */
/* loan.h - loans: instalments by date, what is paid, what is subsidised. */
#ifndef MUTUALAID_LOAN_H
#define MUTUALAID_LOAN_H

#include <mutualaid/case.h>
#include <mutualaid/decision.h>

MUTAID_BEGIN_DECLS

/**
 * @file
 * A loan of a rulebook is asked in two steps. Whether it is granted, how much
 * and for how long is a part like any other: mutaid_decide() of
 * "startup_loan.limit". What is then paid when is a schedule: made by
 * mutaid_schedule_make() from a request (principal, form of repayment, days)
 * and from what happened since (events), by the terms that the rulebook states
 * for the facts of the case. A schedule does not ask whether the loan would be
 * granted: it also serves loans that were granted long ago.
 *
 * A row is a stretch of days for which interest is paid on one due day. Days
 * are counted half-open: interest runs on the day `from` and not on `until`.
 * Each row's interest is rounded once; its borrower's part and its subsidised
 * part sum to it exactly; the rows' principal sums to what was lent exactly.
 *
 * Threads: a schedule belongs to one thread at a time.
 */

/** Instalments, and what became of them; reusable: owns its scratch. */
typedef struct mutaid_schedule mutaid_schedule;

/** @name The loans of a rulebook */
/** @{ */

/** How a loan is paid back. */
typedef enum mutaid_repayment {
    MUTAID_REPAYMENT_INTEREST_ONLY = 0,  /**< interest on due days, principal
                                              at the end */
    MUTAID_REPAYMENT_BULLET = 1,         /**< all at the end */
    MUTAID_REPAYMENT_LEVEL_PAYMENT = 2,  /**< equal instalments of principal
                                              and interest */
    MUTAID_REPAYMENT_LEVEL_PRINCIPAL = 3 /**< equal parts of principal, and
                                              interest */
} mutaid_repayment;

/** A loan of the rulebook. */
typedef struct mutaid_loan_info {
    size_t struct_size;   /**< sizeof(mutaid_loan_info) */
    const char *name;     /**< "startup_loan" */
    mutaid_text title;    /**< its title */
    uint32_t limit_part;  /**< index of the part "startup_loan.limit" */
    uint32_t repayments;  /**< bit i: mutaid_repayment i may be asked for */
    uint32_t clause;      /**< its clause */
    uint32_t reserved;    /**< 0 */
} mutaid_loan_info;

/** The start value of a mutaid_loan_info. */
#define MUTAID_LOAN_INFO_INIT \
    { sizeof(mutaid_loan_info), NULL, { NULL, NULL }, 0, 0, MUTAID_NONE, 0 }

/** Count the loans of a rulebook; 0 for NULL. @since 0.1 */
MUTAID_API size_t mutaid_rulebook_loan_count(const mutaid_rulebook *rulebook);

/**
 * Describe a loan of a rulebook; texts are borrowed from the rulebook.
 *
 * @param rulebook      the rulebook; borrowed
 * @param loan          0 up to mutaid_rulebook_loan_count()
 * @param[out] info_out what is known of it
 * @param[out] error    optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_ARGUMENT
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_rulebook_loan(const mutaid_rulebook *rulebook, size_t loan,
                     mutaid_loan_info *info_out, mutaid_error *error);

/** @} */
/** @name Request and events */
/** @{ */

/** To what a payment goes first. Each goes oldest first; what is more than
 *  everything due waits for the next due day. */
typedef enum mutaid_allocation {
    MUTAID_ALLOCATION_CHARGES_FIRST = 0,   /**< penalty, compound interest,
                                                interest, principal */
    MUTAID_ALLOCATION_INTEREST_FIRST = 1,  /**< interest, compound interest,
                                                penalty, principal */
    MUTAID_ALLOCATION_PRINCIPAL_FIRST = 2, /**< principal, interest, compound
                                                interest, penalty */
    MUTAID_ALLOCATION_OLDEST_FIRST = 3     /**< row by row its interest and its
                                                principal, then compound
                                                interest, penalty */
} mutaid_allocation;

/** What is known of payments. */
typedef enum mutaid_payments {
    MUTAID_PAYMENTS_AS_DUE = 0, /**< what falls due is paid on its due day, but
                                     for what `overdue` events leave unpaid */
    MUTAID_PAYMENTS_BY_EVENTS = 1 /**< nothing is paid but by events */
} mutaid_payments;

/** A loan that is asked for, or was granted. */
typedef struct mutaid_loan_request {
    size_t struct_size;      /**< sizeof(mutaid_loan_request) */
    mutaid_money principal;  /**< what is lent, in minor units; above 0 */
    mutaid_repayment repayment; /**< one of the forms that the loan allows */
    mutaid_date signed_on;   /**< the day on which the terms are read;
                                  MUTAID_DATE_INVALID: the loan's own day in
                                  the case (its `dated_by`) */
    mutaid_date first_day;   /**< the day of the drawdown, the first that bears
                                  interest; MUTAID_DATE_INVALID: signed_on */
    uint32_t term_months;    /**< the last day is so much later; 0 where
                                  last_day is given, or for the months that
                                  the loan's `term` gives for the case */
    mutaid_date last_day;    /**< the day on which all is due, bearing no
                                  interest itself; MUTAID_DATE_INVALID: by
                                  term_months */
    uint32_t grace_periods;  /**< so many first instalments of a level form
                                  carry interest only */
    mutaid_allocation allocation; /**< to what a payment goes first */
    mutaid_payments payments; /**< what is known of payments */
    mutaid_date as_of;       /**< the last day looked at: later rows are not
                                  paid, penalty runs up to it;
                                  MUTAID_DATE_INVALID: the last day of all rows
                                  and events */
} mutaid_loan_request;

/** The start value of a mutaid_loan_request. */
#define MUTAID_LOAN_REQUEST_INIT \
    { sizeof(mutaid_loan_request), 0, MUTAID_REPAYMENT_INTEREST_ONLY, \
      MUTAID_DATE_INVALID, MUTAID_DATE_INVALID, 0, MUTAID_DATE_INVALID, 0, \
      MUTAID_ALLOCATION_CHARGES_FIRST, MUTAID_PAYMENTS_AS_DUE, \
      MUTAID_DATE_INVALID }

/** What happened to a loan. */
typedef enum mutaid_loan_event_kind {
    MUTAID_LOAN_DRAW = 0,    /**< the drawdown: the principal on the first day;
                                  there is one at most */
    MUTAID_LOAN_REPAY = 1,   /**< money came in: `amount`; it goes to what is
                                  due, in the order of the request */
    MUTAID_LOAN_PREPAY_SHORTER = 2, /**< `amount` of principal is paid before
                                  it is due; instalments stay, fewer follow */
    MUTAID_LOAN_PREPAY_LOWER = 3, /**< the same; their number stays, they are
                                  computed anew */
    MUTAID_LOAN_SETTLE = 4,  /**< everything is paid back on that day, with
                                  the interest up to it */
    MUTAID_LOAN_REPRICE = 5, /**< from that day on another rate: `rate_...`, or
                                  the rulebook's of that day */
    MUTAID_LOAN_OVERDUE = 6, /**< of what falls due on that due day `amount`
                                  is not paid (MUTAID_PAYMENTS_AS_DUE) */
    MUTAID_LOAN_EXTEND = 7   /**< the end is moved by `months`; that day is
                                  not after the end, and comes before what
                                  falls due on it */
} mutaid_loan_event_kind;

/** One event; which members count is said by its kind, others are 0. */
typedef struct mutaid_loan_event {
    size_t struct_size;          /**< sizeof(mutaid_loan_event) */
    mutaid_date date;            /**< the day */
    mutaid_loan_event_kind kind; /**< what happened */
    mutaid_money amount;         /**< minor units */
    int64_t rate_numerator;      /**< REPRICE: the new yearly rate */
    int64_t rate_denominator;    /**< 0: by the rulebook */
    uint32_t months;             /**< EXTEND */
    uint32_t reserved;           /**< 0 */
} mutaid_loan_event;

/** The start value of a mutaid_loan_event. */
#define MUTAID_LOAN_EVENT_INIT \
    { sizeof(mutaid_loan_event), MUTAID_DATE_INVALID, MUTAID_LOAN_DRAW, 0, 0, \
      0, 0, 0 }

/**
 * Make a schedule for a loan of a rulebook.
 *
 * @param rulebook          the rulebook; the schedule holds a reference
 * @param loan              name of the loan: "startup_loan"
 * @param[out] schedule_out the schedule, empty; untouched on failure
 * @param[out] error        optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_NAME (no such loan); MUTAID_ERROR_MEMORY;
 *         MUTAID_ERROR_ARGUMENT
 * @ownership caller owns: mutaid_schedule_free()
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_schedule_new(mutaid_rulebook *rulebook, const char *loan,
                    mutaid_schedule **schedule_out, mutaid_error *error);

/** Release a schedule; NULL does nothing. @since 0.1 */
MUTAID_API void mutaid_schedule_free(mutaid_schedule *schedule);

/** Name the rulebook of a schedule; borrowed from the schedule. @since 0.1 */
MUTAID_API mutaid_rulebook *
mutaid_schedule_rulebook(const mutaid_schedule *schedule);

/**
 * Forget all events, so that another loan can be computed.
 *
 * @param schedule the schedule; NULL does nothing
 * @since 0.1
 */
MUTAID_API void mutaid_schedule_clear(mutaid_schedule *schedule);

/**
 * Add an event. Events may be added in any order; those of one day happen in
 * the order in which they were added, after what falls due on that day.
 *
 * @param schedule   the schedule
 * @param event      the event; copied
 * @param[out] error optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_ARGUMENT (struct_size); MUTAID_ERROR_RANGE
 *         (a kind that is none, an amount or a rate below 0);
 *         MUTAID_ERROR_MEMORY
 * @units minor units; rates as a ratio: 77 / 2000 is 3.85 %
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_schedule_add_event(mutaid_schedule *schedule,
                          const mutaid_loan_event *event, mutaid_error *error);

/**
 * Compute the rows of a loan, its payments and its subsidy.
 *
 * @param schedule   where the rows go; empty if the call fails
 * @param c          the facts that the terms may read; of the same rulebook;
 *                   NULL if none is needed and the request states signed_on
 * @param request    what is asked for
 * @param[out] error optional; names the fact concerned
 *
 * @return MUTAID_OK; MUTAID_ERROR_RANGE with a code that says what of request
 *         or events is impossible, or what the rulebook does not state (no
 *         rate on that day); MUTAID_ERROR_UNDETERMINED while facts that the
 *         terms read are missing; MUTAID_ERROR_MEMORY; MUTAID_ERROR_ARGUMENT
 * @source the loans of the rulebook; arithmetic: doc/rulebook.md "Loans"
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_schedule_make(mutaid_schedule *schedule, const mutaid_case *c,
                     const mutaid_loan_request *request, mutaid_error *error);

/**
 * The same from JSON: {"principal": "100000.00", "repayment":
 * "interest_only", "first_day": "2021-03-21", "term": 12, "events": [...]}
 * (request.schema.json). Events that were added before are forgotten.
 *
 * @param schedule   where the rows go; empty if the call fails
 * @param c          as in mutaid_schedule_make()
 * @param text       UTF-8 JSON; borrowed for the call
 * @param length     bytes of `text`
 * @param[out] error optional; with line and column
 *
 * @return as mutaid_schedule_make(); MUTAID_ERROR_CASE for a text that
 *         is no request
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_schedule_read_json(mutaid_schedule *schedule, const mutaid_case *c,
                          const char *text, size_t length,
                          mutaid_error *error);

/** @} */
/** @name What came out */
/** @{ */

/** A schedule in short: sums over all rows. */
typedef struct mutaid_schedule_info {
    size_t struct_size;         /**< sizeof(mutaid_schedule_info) */
    size_t row_count;           /**< rows */
    size_t rate_count;          /**< rates, by the day they begin */
    size_t note_count;          /**< what the terms leaned on */
    mutaid_money principal;     /**< what was lent */
    mutaid_repayment repayment; /**< how it is paid back */
    mutaid_date signed_on;      /**< the day of the terms */
    mutaid_date first_day;      /**< the first day that bears interest */
    mutaid_date last_day;       /**< the last due day */
    mutaid_date as_of;          /**< the last day looked at */
    mutaid_money instalment;    /**< level forms: the first level instalment,
                                     or equal part of principal; else 0 */
    mutaid_money interest;      /**< of all rows */
    mutaid_money borrower_interest;   /**< the borrower's part of it */
    mutaid_money subsidised_interest; /**< the rest */
    mutaid_money subsidy_payable; /**< subsidised and, up to as_of, due and
                                       paid */
    mutaid_money principal_paid; /**< up to as_of, prepayments included */
    mutaid_money interest_paid; /**< up to as_of */
    mutaid_money penalty;       /**< charged up to as_of */
    mutaid_money penalty_paid;  /**< of it */
    mutaid_money compound;      /**< compound interest charged up to as_of */
    mutaid_money compound_paid; /**< of it */
    mutaid_money unused;        /**< paid and waiting for the next due day */
    mutaid_money overdue_principal; /**< due up to as_of and not paid */
    mutaid_money overdue_interest;  /**< due up to as_of and not paid */
} mutaid_schedule_info;

/** The start value of a mutaid_schedule_info. */
#define MUTAID_SCHEDULE_INFO_INIT \
    { sizeof(mutaid_schedule_info), 0, 0, 0, 0, \
      MUTAID_REPAYMENT_INTEREST_ONLY, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, \
      0, 0, 0, 0, 0 }

/** Describe a schedule; MUTAID_ERROR_ARGUMENT before one was made. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_schedule_describe(const mutaid_schedule *schedule,
                         mutaid_schedule_info *info_out, mutaid_error *error);

/** One row: the interest of a stretch of days, and what is due with it. */
typedef struct mutaid_loan_row {
    size_t struct_size;     /**< sizeof(mutaid_loan_row) */
    mutaid_date from;       /**< the first day that bears interest */
    mutaid_date until;      /**< the first that no longer does */
    mutaid_date due;        /**< the day on which it is due: `until`, or where
                                 due days are included the day before, but for
                                 the last row */
    int32_t days;           /**< until - from */
    mutaid_value rate;      /**< the yearly rate at its beginning */
    mutaid_money opening;   /**< principal outstanding at its beginning */
    mutaid_money prepaid;   /**< paid before it was due, inside the row */
    mutaid_money interest;  /**< rounded once */
    mutaid_money principal; /**< due on the due day */
    mutaid_money payment;   /**< interest + principal */
    mutaid_money balance;   /**< principal outstanding after it */
    mutaid_money borrower_interest;   /**< the borrower's part of the interest */
    mutaid_money subsidised_interest; /**< the rest; the sum is exact */
    uint32_t is_extension;  /**< 1: interest of an extension */
    uint32_t is_past_known; /**< 1: its rate was read past the known end of a
                                 series */
    mutaid_money interest_paid;  /**< up to as_of */
    mutaid_money principal_paid; /**< up to as_of, without `prepaid` */
    mutaid_date interest_paid_on; /**< the day on which its interest was paid
                                 in full, or MUTAID_DATE_INVALID; then the
                                 subsidised part is payable */
    mutaid_date paid_on;    /**< the day on which all of it was paid, or
                                 MUTAID_DATE_INVALID */
    mutaid_money penalty;   /**< on its principal while overdue, up to as_of */
    mutaid_money compound;  /**< on its interest while overdue, up to as_of */
} mutaid_loan_row;

/** The start value of a mutaid_loan_row. */
#define MUTAID_LOAN_ROW_INIT \
    { sizeof(mutaid_loan_row), 0, 0, 0, 0, { 0, 0, 0, 0, 0, 0, 0 }, 0, 0, 0, \
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/** Look at a row: 0 up to row_count. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_schedule_row(const mutaid_schedule *schedule, size_t row,
                    mutaid_loan_row *row_out, mutaid_error *error);

/** A rate, and since when. */
typedef struct mutaid_loan_rate {
    size_t struct_size;     /**< sizeof(mutaid_loan_rate) */
    mutaid_date from;       /**< the first day on which it holds */
    mutaid_date read_on;    /**< the day on which the rulebook was read, or
                                 MUTAID_DATE_INVALID if an event stated it */
    mutaid_value rate;      /**< the yearly rate */
    mutaid_value borrower_rate; /**< what of it the borrower bears at least;
                                 none where the subsidy is a share */
    uint32_t is_past_known; /**< 1: read past the known end of a series */
    uint32_t reserved;      /**< 0 */
} mutaid_loan_rate;

/** The start value of a mutaid_loan_rate. */
#define MUTAID_LOAN_RATE_INIT \
    { sizeof(mutaid_loan_rate), 0, 0, { 0, 0, 0, 0, 0, 0, 0 }, \
      { 0, 0, 0, 0, 0, 0, 0 }, 0, 0 }

/** Look at a rate: 0 up to rate_count. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_schedule_rate(const mutaid_schedule *schedule, size_t rate,
                     mutaid_loan_rate *rate_out, mutaid_error *error);

/** Look at what the terms leaned on, as mutaid_decision_note() does. */
MUTAID_NODISCARD MUTAID_API mutaid_status
mutaid_schedule_note(const mutaid_schedule *schedule, size_t note,
                     mutaid_note *note_out, mutaid_error *error);

/** What the bank reports and the union pays for some days: a quarter. */
typedef struct mutaid_loan_statement {
    size_t struct_size;           /**< sizeof(mutaid_loan_statement) */
    mutaid_money interest_due;    /**< of rows due in these days */
    mutaid_money principal_due;   /**< of rows due in these days, and prepaid */
    mutaid_money interest_paid;   /**< interest that came in */
    mutaid_money principal_paid;  /**< principal that came in */
    mutaid_money charges_paid;    /**< penalty and compound interest that came
                                       in */
    mutaid_money subsidy;         /**< subsidised interest of the rows whose
                                       interest was paid in full in these days:
                                       what is refunded */
    mutaid_money outstanding;     /**< principal not paid back at their end */
    mutaid_money overdue;         /**< principal and interest due and not paid
                                       at their end */
} mutaid_loan_statement;

/** The start value of a mutaid_loan_statement. */
#define MUTAID_LOAN_STATEMENT_INIT \
    { sizeof(mutaid_loan_statement), 0, 0, 0, 0, 0, 0, 0, 0 }

/**
 * State what fell due, what was paid and what subsidy that makes payable from
 * one day to another, both included. Statements of days that follow one
 * another sum to the schedule: no fen is stated twice or left out.
 *
 * @param schedule           the schedule; borrowed
 * @param from               the first day
 * @param until              the last day; not before `from`
 * @param[out] statement_out the sums
 * @param[out] error         optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_ARGUMENT
 * @units minor units
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_schedule_statement(
    const mutaid_schedule *schedule, mutaid_date from, mutaid_date until,
    mutaid_loan_statement *statement_out, mutaid_error *error);

/** Write a schedule as a table with its sums; arguments as
 *  mutaid_decision_explain(). */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_schedule_write_text(
    const mutaid_schedule *schedule, mutaid_language language, char *buffer,
    size_t capacity, size_t *length_out, mutaid_error *error);

/** Write a schedule as JSON (schedule.schema.json); arguments as
 *  mutaid_decision_write_json(). */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_schedule_write_json(
    const mutaid_schedule *schedule, char *buffer, size_t capacity,
    size_t *length_out, mutaid_error *error);

/** @} */
/** @name Day counts */
/** @{ */

/** How long a stretch of days is, by a day count. */
typedef struct mutaid_year_fraction {
    size_t struct_size;  /**< sizeof(mutaid_year_fraction) */
    int64_t days;        /**< as this day count counts them */
    int64_t numerator;   /**< years: numerator / denominator, exact, reduced */
    int64_t denominator; /**< at least 1 */
} mutaid_year_fraction;

/** The start value of a mutaid_year_fraction. */
#define MUTAID_YEAR_FRACTION_INIT { sizeof(mutaid_year_fraction), 0, 0, 1 }

/**
 * Count the days between two days by a day count.
 *
 * @param day_count         "actual_360", "actual_364", "actual_365",
 *                          "actual_actual_isda", "actual_actual_dec31",
 *                          "30_360_bond", "30_360_european", "30_360_isda",
 *                          "30_360_us"
 * @param from              the first day, counted
 * @param until             the last day, not counted; not before `from`
 * @param end               the day on which the loan ends, for 30_360_isda: a
 *                          last day of February that is it counts as it is;
 *                          MUTAID_DATE_INVALID: none
 * @param[out] fraction_out days and years
 * @param[out] error        optional
 *
 * @return MUTAID_OK; MUTAID_ERROR_NAME (no such day count);
 *         MUTAID_ERROR_ARGUMENT
 * @since 0.1
 */
MUTAID_NODISCARD MUTAID_API mutaid_status mutaid_day_count(
    const char *day_count, mutaid_date from, mutaid_date until,
    mutaid_date end, mutaid_year_fraction *fraction_out, mutaid_error *error);

/** @} */

MUTAID_END_DECLS

#endif
