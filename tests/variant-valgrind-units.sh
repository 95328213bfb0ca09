# SPDX-License-Identifier: MIT
# variant-valgrind-units.sh - the unit tests, watched by valgrind.
. "$srcdir/tests/variant.sh"
command -v valgrind >/dev/null || skip_all 'valgrind is not installed'
[ "${INSTRUMENTED:-no}" = no ] || skip_all 'the build is instrumented'
[ -n "${UNIT_PROGRAMS-}" ] || skip_all 'the unit tests are switched off'
CK_FORK=no
export CK_FORK

watched() {
    valgrind -q --leak-check=full --errors-for-leak-kinds=definite \
        --error-exitcode=99 "$@"
}
for program in $UNIT_PROGRAMS; do
    holds "$(basename "$program") passes, watched by valgrind" \
        watched "./$program"
done
finish
