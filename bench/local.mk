# SPDX-License-Identifier: MIT
# local.mk - the benchmarks: `make bench`.
#
# What is measured is compiled for it, whatever CFLAGS configure was given: the
# library as most people build it, the yardsticks as well as the compiler can.
# Nothing here is built by `make` alone.

bench_yardsticks = \
	%D%/claim.c %D%/eligibility.c %D%/hand.h %D%/hand_claim.c \
	%D%/hand_claim.h %D%/hand_eligibility.c %D%/hand_loans.c \
	%D%/hand_mixed.c %D%/hand_reimbursement.c %D%/hand_stream.c \
	%D%/hand_vector.c %D%/mixed.c %D%/reimbursement.c %D%/repayment.c \
	%D%/workloads.h
bench_engines = %D%/engine.c %D%/engine.h %D%/engine_batch.c \
	%D%/engine_claim.c %D%/engine_loan.c

EXTRA_LIBRARIES += %D%/libyardsticks.a
%C%_libyardsticks_a_SOURCES = $(bench_yardsticks)
%C%_libyardsticks_a_CFLAGS = $(AM_CFLAGS)

EXTRA_PROGRAMS += %D%/bench
%C%_bench_SOURCES = $(bench_engines) \
	%D%/bench.c %D%/bench.h %D%/bench_claim.c %D%/bench_eligibility.c \
	%D%/bench_loans.c %D%/bench_memory.c %D%/bench_mixed.c \
	%D%/bench_reading.c %D%/bench_reimbursement.c %D%/bench_slices.c \
	%D%/bench_threads.c %D%/race.c %D%/race.h %D%/table.c %D%/table.h \
	$(library_sources)
nodist_%C%_bench_SOURCES = libmutualaid/rulebook/beijing_text.c
%C%_bench_CPPFLAGS = $(AM_CPPFLAGS) -D_DEFAULT_SOURCE
%C%_bench_CFLAGS = $(AM_CFLAGS) $(HIDDEN_CFLAGS)
%C%_bench_LDADD = %D%/libyardsticks.a -lm -lpthread
%C%_bench_LDFLAGS =

bench: all
	$(MAKE) $(AM_MAKEFLAGS) CFLAGS='-g -O3' %D%/libyardsticks.a
	$(MAKE) $(AM_MAKEFLAGS) CFLAGS='-g -O2' %D%/bench$(EXEEXT)
	srcdir='$(srcdir)' %D%/bench$(EXEEXT) $(WORKLOADS)
.PHONY: bench
CLEANFILES += %D%/bench$(EXEEXT) %D%/libyardsticks.a

# What is fast must first be right: part of the tests.
check_PROGRAMS += %D%/agree
%C%_agree_SOURCES = %D%/agree.c $(bench_engines) $(bench_yardsticks)
%C%_agree_CFLAGS = $(AM_CFLAGS)
%C%_agree_LDADD = libmutualaid.la
TESTS += %D%/agree
