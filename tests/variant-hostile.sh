# SPDX-License-Identifier: MIT
# variant-hostile.sh - what is as large as it can be ends in bounded time,
# memory and stack, with a clear answer.
. "$srcdir/tests/variant.sh"
[ "${INSTRUMENTED:-no}" = no ] || skip_all 'the build is instrumented'
exec tests/hostile/hostile --large
