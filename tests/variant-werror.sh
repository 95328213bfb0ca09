# SPDX-License-Identifier: MIT
# variant-werror.sh - the compiler finds nothing to warn of, at any level.
. "$srcdir/tests/variant.sh"

for level in -O0 -O3; do
    holds "the library builds with $level without a warning" \
        variant "werror$level" --enable-werror CFLAGS="-g $level" CC="$CC"
    c_tests "werror$level" "built with $level"
done
finish
