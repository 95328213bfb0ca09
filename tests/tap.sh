# SPDX-License-Identifier: MIT
# tap.sh - what the shell tests share; read with `. "$srcdir/tests/tap.sh"`.
#
# A test prints "ok N - name" or "not ok N - name" after comments that say why.

set -u
: "${srcdir:=.}"
tests_run=0
tests_failed=0

pass() {
    tests_run=$((tests_run + 1))
    echo "ok $tests_run - $1"
}

fail() {
    tests_run=$((tests_run + 1))
    tests_failed=$((tests_failed + 1))
    echo "not ok $tests_run - $1"
}

# skip NAME REASON
skip() {
    tests_run=$((tests_run + 1))
    echo "ok $tests_run - $1 # SKIP $2"
}

# skip_all REASON: nothing in this file can be tested here.
skip_all() {
    echo "1..0 # SKIP $1"
    exit 0
}

# comment: print what comes in so that no line is taken for a result.
comment() {
    sed 's/^/# /'
}

# holds NAME COMMAND..: the test passes if COMMAND succeeds.
holds() {
    test_name=$1
    shift
    if test_output=$("$@" 2>&1); then
        pass "$test_name"
    else
        printf '%s\n' "$test_output" | comment
        fail "$test_name"
    fi
}

# empty NAME COMMAND..: the test passes if COMMAND prints nothing.
empty() {
    test_name=$1
    shift
    test_output=$("$@" 2>&1)
    if [ -z "$test_output" ]; then
        pass "$test_name"
    else
        printf '%s\n' "$test_output" | comment
        fail "$test_name"
    fi
}

# scratch: make an empty folder that goes away with the test; its name is in
# $scratch.
scratch() {
    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
    trap 'exit 1' HUP INT TERM
}

# finish: print the plan and end.
finish() {
    echo "1..$tests_run"
    [ "$tests_failed" = 0 ]
    exit
}
