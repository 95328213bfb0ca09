/* SPDX-License-Identifier: MIT */
/* core.i - what crosses between C and another language, whatever the language.
 *
 * Only a rulebook lives on both sides. All else crosses by value: text, and
 * records (record.h). python.i and java.i say what a text, a record and an
 * error are in their language, and include this file; the typed layers over
 * it (bindings/python, bindings/java) are what people use.
 *
 * Every method that can fail takes a trailing `mutaid_error *error`, which no
 * caller sees: a typemap makes it, and raises what it holds.
 */

%{
#include "asking.h"
#include "hearing.h"
#include "lending.h"
#include "trying.h"
#include "proving.h"

typedef mutaid_rulebook RulebookHandle;

static Record finished(Record record, mutaid_error *error)
{
    if (record.is_short)
        fail_for_memory(error);
    return record;
}
%}

/* --- the closed lists of words, with their numbers and comments ---------- */

%ignore MUTAID_API;
%ignore MUTAID_NODISCARD;
%ignore MUTAID_BEGIN_DECLS;
%ignore MUTAID_END_DECLS;
%ignore MUTAID_DATE_INVALID;
%ignore MUTAID_CODE_NONE;
%ignore MUTAID_CODE_MOST;
#define MUTAID_API
#define MUTAID_NODISCARD
#define MUTAID_BEGIN_DECLS
#define MUTAID_END_DECLS
%rename("$ignore", %$isfunction) "";
%rename("$ignore", %$isclass) "";
%include <mutualaid/version.h>
%include <mutualaid/types.h>
%include <mutualaid/status.h>
%include <mutualaid/rulebook.h>
%include <mutualaid/case.h>
%include <mutualaid/decision.h>
/* Its structures stay in C, though Python has a word for one of their fields. */
%rename("$ignore") from;
%include <mutualaid/loan.h>
%include <mutualaid/proof.h>
%rename("%s", %$isfunction) "";
%rename("%s", %$isclass) "";

/* --- functions ----------------------------------------------------------- */

%inline %{
/** Name the version of the library that is running. */
const char *library_version(void)
{
    return mutaid_version();
}

/** Name a status: "MUTAID_ERROR_NAME". */
const char *status_name(int status)
{
    return mutaid_status_name((mutaid_status)status);
}

/** Name a code: "duplicate_key". */
const char *code_name(int code)
{
    return mutaid_code_name((mutaid_code)code);
}

/** Name the layer that raises a code: "syntax", "meaning", "call". */
const char *code_layer(int code)
{
    return mutaid_code_layer((mutaid_code)code);
}

/** Give the text of the built-in rulebook. */
Words beijing_text(mutaid_error *error)
{
    Words words = { NULL, 0 };
    const char *text = mutaid_rulebook_beijing_text(&words.length);

    words.bytes = malloc(words.length);
    if (words.bytes == NULL) {
        fail_for_memory(error);
        return no_words(words);
    }
    memcpy(words.bytes, text, words.length);
    return words;
}

/** Count the days between two days: days, and years as a ratio. */
Record day_count(Reader name, int start, int until, int end,
                 mutaid_error *error)
{
    mutaid_year_fraction fraction = MUTAID_YEAR_FRACTION_INIT;
    Record record = { NULL, 0, 0, 0 };
    char *copy = name_of(name);
    if (copy == NULL) {
        fail_for_memory(error);
        return record;
    }
    if (mutaid_day_count(copy, start, until, end, &fraction, error) ==
        MUTAID_OK) {
        put_integer(&record, fraction.days);
        put_integer(&record, fraction.numerator);
        put_integer(&record, fraction.denominator);
    }
    free(copy);
    return finished(record, error);
}

/** Fail with a status and a code, as a call that the library refuses does. */
void fail_on_purpose(int status, int code, mutaid_error *error)
{
    static const char text[] = "\xe6\x95\x85\xe6\x84\x8f: on purpose";

    error->status = (mutaid_status)status;
    error->code = (mutaid_code)code;
    error->line = 3;
    error->column = 7;
    memcpy(error->fact, "units", sizeof "units");
    memcpy(error->text, text, sizeof text);
    memcpy(error->remedy, "do not", sizeof "do not");
}
%}

/* --- a rulebook ----------------------------------------------------------- */

%nodefaultctor RulebookHandle;
typedef struct {} RulebookHandle;
%newobject Reading::take;
%newobject beijing;

%extend RulebookHandle {
    ~RulebookHandle()
    {
        mutaid_rulebook_unref($self);
    }

    /** Describe the rulebook itself. */
    Record describe(mutaid_error *error)
    {
        Record record = { NULL, 0, 0, 0 };
        tell_rulebook($self, &record, error);
        return finished(record, error);
    }

    /** List the facts with their choices. */
    Record facts(mutaid_error *error)
    {
        Record record = { NULL, 0, 0, 0 };
        tell_facts($self, &record, error);
        return finished(record, error);
    }

    /** List the parts with their facts, items and requirements. */
    Record parts(mutaid_error *error)
    {
        Record record = { NULL, 0, 0, 0 };
        tell_parts($self, &record, error);
        return finished(record, error);
    }

    /** List the parameters. */
    Record parameters(mutaid_error *error)
    {
        Record record = { NULL, 0, 0, 0 };
        tell_parameters($self, &record, error);
        return finished(record, error);
    }

    /** List the sources. */
    Record sources(mutaid_error *error)
    {
        Record record = { NULL, 0, 0, 0 };
        tell_sources($self, &record, error);
        return finished(record, error);
    }

    /** List the clauses. */
    Record clauses(mutaid_error *error)
    {
        Record record = { NULL, 0, 0, 0 };
        tell_clauses($self, &record, error);
        return finished(record, error);
    }

    /** List the loans. */
    Record loans(mutaid_error *error)
    {
        Record record = { NULL, 0, 0, 0 };
        tell_loans($self, &record, error);
        return finished(record, error);
    }

    /** Find a part by name; its error says which names there are. */
    size_t part_index(Reader name, mutaid_error *error)
    {
        return index_of($self, name, mutaid_rulebook_part_index, error);
    }

    /** Find a fact by name; its error says which names there are. */
    size_t fact_index(Reader name, mutaid_error *error)
    {
        return index_of($self, name, mutaid_rulebook_fact_index, error);
    }

    /** Tell a part as a page of Markdown. */
    Words tell(size_t part, int language, mutaid_error *error)
    {
        Wanted want = { WANT_PAGE, (mutaid_language)language, 0,
                        (uint32_t)part };
        return told($self, want, error);
    }

    /** Decide a part for the facts of a case; the record is the answer. */
    Record decide(size_t part, Reader facts, Reader days, mutaid_error *error)
    {
        Record record = { NULL, 0, 0, 0 };
        Hearing hearing;
        hearing_open(&hearing, $self, facts, days, error);
        hearing_decide(&hearing, part, error);
        if (error->status == MUTAID_OK)
            answer_whole(hearing.decision, &record, error);
        hearing_close(&hearing);
        return finished(record, error);
    }

    /** Decide, and explain the answer as text. */
    Words explain(size_t part, Reader facts, Reader days, int language,
                  mutaid_error *error)
    {
        Wanted want = { WANT_EXPLANATION, (mutaid_language)language, 0, 0 };
        return heard($self, part, facts, days, want, error);
    }

    /** Decide, and write the answer as JSON. */
    Words decision_json(size_t part, Reader facts, Reader days,
                        mutaid_error *error)
    {
        Wanted want = { WANT_DECISION, MUTAID_LANGUAGE_EN, 0, 0 };
        return heard($self, part, facts, days, want, error);
    }

    /** Decide, and explain each line of the answer. */
    Record line_texts(size_t part, Reader facts, Reader days, int language,
                      mutaid_error *error)
    {
        Record record = { NULL, 0, 0, 0 };
        Hearing hearing;
        hearing_open(&hearing, $self, facts, days, error);
        hearing_decide(&hearing, part, error);
        if (error->status == MUTAID_OK)
            put_lines(&hearing, (mutaid_language)language, &record, error);
        hearing_close(&hearing);
        return finished(record, error);
    }

    /** Bound what a part can pay; an item of -1 is the whole, days from 1 to 0
     *  are all days, a budget of 0 the usual one. */
    Record bound(size_t part, int item, int end, Reader facts, int first,
                 int until, int budget, mutaid_error *error)
    {
        Record record = { NULL, 0, 0, 0 };
        mutaid_question question = MUTAID_QUESTION_INIT;
        question.part = part;
        question.item = (uint32_t)item;
        question.end = (mutaid_end)end;
        question.has_days = first <= until;
        question.from = question.has_days ? first : 0;
        question.until = question.has_days ? until : 0;
        question.budget = (size_t)budget;
        prove($self, &question, facts, &record, error);
        return finished(record, error);
    }

    /** List the stretches of days in which a part has the same rules. */
    Record stretches(size_t part, mutaid_error *error)
    {
        Record record = { NULL, 0, 0, 0 };
        tell_stretches($self, part, &record, error);
        return finished(record, error);
    }

    /** Write a case as JSON; a part of -1 names none. */
    Words case_json(int part, Reader facts, mutaid_error *error)
    {
        Wanted want = { WANT_CASE, MUTAID_LANGUAGE_EN, 0, (uint32_t)part };
        return written($self, facts, want, error);
    }

    /** Read a case from JSON: the part or -1, then each fact that is given or
     *  absent: index, state, integer. */
    Record read_case(Reader text, mutaid_error *error)
    {
        Record record = { NULL, 0, 0, 0 };
        case_from_json($self, text, &record, error);
        return finished(record, error);
    }

    /** Which clauses the rulebook's own examples reach. */
    Record coverage(mutaid_error *error)
    {
        Record record = { NULL, 0, 0, 0 };
        put_coverage($self, &record, error);
        return finished(record, error);
    }

    /** Cases on both sides of every edge of a part. */
    Record boundaries(size_t part, mutaid_error *error)
    {
        Record record = { NULL, 0, 0, 0 };
        put_boundaries($self, part, &record, error);
        return finished(record, error);
    }

    /** The single changes that would turn a case. */
    Record turns(size_t part, Reader facts, Reader days, mutaid_error *error)
    {
        Record record = { NULL, 0, 0, 0 };
        find_turns($self, part, facts, days, &record, error);
        return finished(record, error);
    }

    /** What differs in another rulebook, and what cases make of it. */
    Record compare(RulebookHandle *after, Reader cases, mutaid_error *error)
    {
        Record record = { NULL, 0, 0, 0 };
        compare_rulebooks($self, after, cases, &record, error);
        return finished(record, error);
    }

    /** Compute the schedule of a loan; the record is its sums and rows. */
    Record schedule(Reader loan, Reader request, Reader facts, Reader days,
                    mutaid_error *error)
    {
        Record record = { NULL, 0, 0, 0 };
        Asked asked = { loan, request, facts, days };
        Lending lending;
        lending_open(&lending, $self, asked, error);
        if (error->status == MUTAID_OK)
            put_schedule(lending.schedule, &record, error);
        lending_close(&lending);
        return finished(record, error);
    }

    /** Compute it, and state what fell due and was paid in some days. */
    Record loan_statement(Reader loan, Reader request, Reader facts,
                          Reader days, int start, int until,
                          mutaid_error *error)
    {
        Record record = { NULL, 0, 0, 0 };
        Asked asked = { loan, request, facts, days };
        Lending lending;
        lending_open(&lending, $self, asked, error);
        if (error->status == MUTAID_OK)
            put_statement(lending.schedule, start, until, &record, error);
        lending_close(&lending);
        return finished(record, error);
    }

    /** Compute it, and write it as a table in a language, or for -1 as
     *  JSON. */
    Words schedule_text(Reader loan, Reader request, Reader facts, Reader days,
                        int language, mutaid_error *error)
    {
        Words words = { NULL, 0 };
        Asked asked = { loan, request, facts, days };
        Lending lending;
        lending_open(&lending, $self, asked, error);
        if (error->status == MUTAID_OK)
            words = words_of_schedule(lending.schedule, language, error);
        lending_close(&lending);
        return words;
    }
}

%inline %{
/** Read the built-in rulebook. */
RulebookHandle *beijing(mutaid_error *error)
{
    mutaid_rulebook *rulebook = NULL;

    (void)!mutaid_rulebook_beijing(&rulebook, error);
    return rulebook;
}
%}

/* --- a rulebook being read ------------------------------------------------ */

typedef struct {} Reading;

%extend Reading {
    /** Read a text; the record of options is: skip_examples, three limits,
     *  how many overrides, name and literal of each. */
    Reading(Reader text, Reader options, mutaid_error *error)
    {
        return reading_new(text, options, error);
    }

    ~Reading()
    {
        reading_free($self);
    }

    /** List the faults and warnings. */
    Record report(mutaid_error *error)
    {
        Record record = { NULL, 0, 0, 0 };
        tell_report($self->report, &record, error);
        return finished(record, error);
    }

    /** Take the rulebook, once; its error is the first fault. */
    RulebookHandle *take(mutaid_error *error)
    {
        return reading_take($self, error);
    }
}
