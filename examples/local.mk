# SPDX-License-Identifier: MIT
# local.mk - the examples: built and run by the tests, never installed.

noinst_PROGRAMS += %D%/hello %D%/adjudicate %D%/pages %D%/rulebook %D%/loan

# The ten lines of the README, word for word.
%C%_hello_SOURCES = %D%/hello.c
%C%_hello_LDADD = libmutualaid.la

# A rulebook told as pages for people.
%C%_pages_SOURCES = %D%/pages.c %D%/file.c %D%/file.h
%C%_pages_LDADD = libmutualaid.la

# Rules tried before they decide about anybody.
%C%_rulebook_SOURCES = \
	%D%/rulebook.c \
	%D%/book_cases.c \
	%D%/book_diff.c \
	%D%/book_load.c \
	%D%/book_proofs.c \
	%D%/book_tool.c %D%/book_tool.h \
	%D%/csv.c %D%/csv.h \
	%D%/encoding.c %D%/encoding.h \
	%D%/file.c %D%/file.h
%C%_rulebook_LDADD = libmutualaid.la

# Loans from the request to the refund.
%C%_loan_SOURCES = %D%/loan.c %D%/stories.c %D%/stories.h \
	%D%/file.c %D%/file.h \
	%D%/table.c %D%/table.h
%C%_loan_LDADD = libmutualaid.la

# A table of cases in, a decision a row out.
%C%_adjudicate_SOURCES = \
	%D%/adjudicate.c \
	%D%/answers.c %D%/answers.h \
	%D%/columns.c %D%/columns.h \
	%D%/complain.c %D%/complain.h \
	%D%/csv.c %D%/csv.h \
	%D%/encoding.c %D%/encoding.h \
	%D%/file.c %D%/file.h \
	%D%/labels.c %D%/labels.h \
	%D%/listing.c %D%/listing.h \
	%D%/load.c %D%/load.h \
	%D%/members.c %D%/members.h \
	%D%/options.c %D%/options.h \
	%D%/progress.c %D%/progress.h \
	%D%/respell.c %D%/respell.h \
	%D%/tally.c %D%/tally.h
%C%_adjudicate_LDADD = libmutualaid.la

# Every part of the built-in rulebook as a page: pages/zh/..., pages/en/...
EXTRA_DIST += %D%/write-pages.sh
pages: %D%/pages
	AWK='$(AWK)' $(SHELL) $(srcdir)/%D%/write-pages.sh pages
made_folders += pages
.PHONY: pages
