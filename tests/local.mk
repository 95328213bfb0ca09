# SPDX-License-Identifier: MIT
# local.mk - the tests; every program prints TAP (see README.md).

TEST_EXTENSIONS = .sh .py
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) \
	$(top_srcdir)/build-aux/tap-driver.sh
SH_LOG_DRIVER = $(LOG_DRIVER)
PY_LOG_DRIVER = $(LOG_DRIVER)
SH_LOG_COMPILER = $(SHELL)
PY_LOG_COMPILER = $(PYTHON)
AM_TESTS_ENVIRONMENT = \
	CC='$(CC)' CXX='$(CXX)' NM='$(NM)' LIBTOOL='$(SHELL) ./libtool' \
	PYTHON='$(PYTHON)' JAVA='$(JAVA)' JAVAC='$(JAVAC)' \
	JAVADOC='$(JAVADOC)' INSTRUMENTED='$(instrumented)' \
	UNIT_PROGRAMS='$(unit_tests)' \
	CK_VERBOSITY=silent CK_TAP_LOG_FILE_NAME=- PYTHONDONTWRITEBYTECODE=1; \
	export CC CXX NM LIBTOOL PYTHON JAVA JAVAC JAVADOC INSTRUMENTED \
	UNIT_PROGRAMS \
	CK_VERBOSITY CK_TAP_LOG_FILE_NAME PYTHONDONTWRITEBYTECODE;

# Tests of exported symbols and the like mean nothing in such a build.
if WITH_SANITIZE
instrumented = yes
else
if WITH_COVERAGE
instrumented = yes
else
instrumented = no
endif
endif

# The plain runner: libc and the public interface alone.
check_PROGRAMS += %D%/plain/replay
%C%_plain_replay_SOURCES = %D%/plain/files.c %D%/plain/golden.c \
	%D%/plain/golden_loan.c %D%/plain/plain.h %D%/plain/refused.c \
	%D%/plain/replay.c %D%/plain/said.c %D%/plain/tap.c
%C%_plain_replay_LDADD = libmutualaid.la
# A program of somebody else, which check-install.sh compiles.
EXTRA_DIST += %D%/plain/consumer.c
%C%_plain_replay_LDFLAGS = -no-install

# What the independent model in Python asks.
check_PROGRAMS += %D%/model/oracle
%C%_model_oracle_SOURCES = %D%/model/oracle.c
%C%_model_oracle_LDADD = libmutualaid.la
check_PROGRAMS += %D%/model/replay
%C%_model_replay_SOURCES = %D%/model/replay.c
%C%_model_replay_LDADD = libmutualaid.la
check_PROGRAMS += %D%/model/loan_oracle
%C%_model_loan_oracle_SOURCES = %D%/model/loan_oracle.c
%C%_model_loan_oracle_LDADD = libmutualaid.la

# What reads a rulebook with one literal changed, again and again.
check_PROGRAMS += %D%/literals/reread
%C%_literals_reread_SOURCES = %D%/literals/reread.c
%C%_literals_reread_LDADD = libmutualaid.la

# Targets for fuzzers. The seeds are replayed by everybody; `fuzz` itself is
# built by variant-fuzz.sh, with clang.
fuzz_sources = %D%/fuzz/books.c %D%/fuzz/bytes.c %D%/fuzz/complete.c \
	%D%/fuzz/fuzz.h %D%/fuzz/target_batch.c %D%/fuzz/target_case.c %D%/fuzz/target_rulebook.c \
	%D%/fuzz/targets.c %D%/fuzz/tree.c %D%/fuzz/use.c
check_PROGRAMS += %D%/fuzz/replay_seeds
%C%_fuzz_replay_seeds_SOURCES = $(fuzz_sources) %D%/fuzz/replay_seeds.c \
	%D%/fuzz/seeds.c %D%/fuzz/seeds.h %D%/plain/files.c \
	%D%/plain/plain.h %D%/plain/tap.c
%C%_fuzz_replay_seeds_LDADD = libcore.la
EXTRA_PROGRAMS += %D%/fuzz/fuzz
%C%_fuzz_fuzz_SOURCES = $(fuzz_sources) %D%/fuzz/fuzz.c
%C%_fuzz_fuzz_LDADD = libcore.la
%C%_fuzz_fuzz_LDFLAGS = -fsanitize=fuzzer -no-install

# Rulebooks as large and as awkward as anybody could make them.
check_PROGRAMS += %D%/hostile/hostile
%C%_hostile_hostile_SOURCES = %D%/hostile/hostile.c %D%/hostile/hostile.h \
	%D%/hostile/shapes.c
%C%_hostile_hostile_LDADD = libcore.la

# Rounding against the decimal test cases of others: check-decimal.sh.
check_PROGRAMS += %D%/decimal/quantize
%C%_decimal_quantize_SOURCES = %D%/decimal/quantize.c
%C%_decimal_quantize_LDADD = libcore.la

# Threads that share a rulebook; variant-threads.sh watches them.
EXTRA_PROGRAMS += %D%/threads/share
%C%_threads_share_SOURCES = %D%/threads/share.c
%C%_threads_share_LDADD = libcore.la
%C%_threads_share_LDFLAGS = -pthread -no-install
plain_tests = %D%/plain/replay %D%/fuzz/replay_seeds %D%/hostile/hostile

# Unit tests: one program for each test_*.c, linked with the library's insides.
EXTRA_DIST += $(unit_shared) $(unit_programs:=.c)
if HAVE_CHECK
unit_tests = $(unit_programs)
check_PROGRAMS += $(unit_programs)
AM_CPPFLAGS += $(CHECK_CFLAGS)
LDADD = libcore.la $(CHECK_LIBS)
endif

TESTS += $(unit_tests) $(plain_tests) $(shell_tests)
EXTRA_DIST += %D%/tap.sh %D%/variant.sh $(shell_tests) $(variant_tests) \
	$(eco_tests)

# What takes longer. Memory first: ./runtests runs those two as well.
memory_tests = %D%/variant-sanitize.sh %D%/variant-valgrind.sh
check-memory: all
	$(MAKE) $(AM_MAKEFLAGS) check \
		TESTS='$(TESTS) $(memory_tests)'
# Ends on a table of figures: what the tests say in "# figure: NAME: NUMBER".
check-all: all
	$(srcdir)/tools/prepare check all
	began=`date +%s`; status=0; find . -name '*.trs' -exec rm -f {} +; \
	$(MAKE) $(AM_MAKEFLAGS) -k check \
		TESTS='$(TESTS) $(variant_tests)' || status=$$?; \
	$(SHELL) $(srcdir)/tools/figures $$began; exit $$status
made_folders += variants .hypothesis

# With what others make: Maven, auditwheel ... Ends on a total of its own.
check-eco: all
	$(srcdir)/tools/prepare eco
	rm -f tests/eco/*.trs
	-$(MAKE) $(AM_MAKEFLAGS) check TESTS='$(eco_tests)'
	$(AWK) -f $(srcdir)/tools/count-tests.awk tests/eco/*.trs
.PHONY: check-memory check-all check-eco
