# SPDX-License-Identifier: MIT
# variant-valgrind.sh - replay and examples read no byte that was never written.
. "$srcdir/tests/variant.sh"
command -v valgrind >/dev/null || skip_all 'valgrind is not installed'
[ "${INSTRUMENTED:-no}" = no ] || skip_all 'the build is instrumented'

watched() {
    valgrind -q --leak-check=full --errors-for-leak-kinds=all \
        --error-exitcode=99 "$@"
}
holds 'replay passes, watched by valgrind' watched tests/plain/replay
holds 'hello passes, watched by valgrind' watched examples/hello
finish
