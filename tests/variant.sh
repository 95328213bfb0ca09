# SPDX-License-Identifier: MIT
# variant.sh - what the variant tests share: the C tests in another build.
. "$srcdir/tests/tap.sh"
unset MAKEFLAGS MFLAGS MAKELEVEL
source=$(cd "$srcdir" && pwd)
[ ! -e "$source/config.status" ] ||
    skip_all 'the source folder itself is configured; build in build/'

# variant NAME OPTION..: configure and build in variants/NAME.
variant() {
    mkdir -p "variants/$1" && cd "variants/$1" || return 1
    shift
    rm -f built
    if [ ! -e Makefile ]; then
        "$source/configure" --disable-python --disable-java "$@" || return 1
    fi
    make -s -j2 && make -s -j2 check TESTS= && touch built
}

# c_tests NAME: the C tests of variants/NAME, each program one test here.
c_tests() {
    [ -e "variants/$1/built" ] || return
    make -s -k -C "variants/$1" check \
        TESTS="${UNIT_PROGRAMS-} tests/plain/replay" >/dev/null 2>&1
    for program in ${UNIT_PROGRAMS-} tests/plain/replay; do
        holds "$(basename "$program") passes, $2" clean "variants/$1/$program"
    done
}

# clean PROGRAM: the results of PROGRAM hold no failure; else show its log.
clean() {
    if grep -q ':test-result: PASS' "$1.trs" &&
        ! grep -qE ':test-result: (FAIL|ERROR|XPASS)' "$1.trs"; then
        return 0
    fi
    grep -vE '^(ok|PASS:)' "$1.log"
    return 1
}
