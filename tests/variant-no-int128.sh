# SPDX-License-Identifier: MIT
# variant-no-int128.sh - arithmetic on two words gives what __int128 gives.
. "$srcdir/tests/variant.sh"

holds 'the library builds without __int128' \
    variant no-int128 --enable-werror CPPFLAGS=-DMUTAID_NO_INT128 CC="$CC"
c_tests no-int128 'without __int128'
finish
