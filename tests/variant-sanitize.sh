# SPDX-License-Identifier: MIT
# variant-sanitize.sh - the C tests touch no wrong memory, leak nothing, and do
# nothing that C leaves undefined.
. "$srcdir/tests/variant.sh"

holds 'the library builds with sanitizers' \
    variant sanitize --enable-sanitize CFLAGS='-O1 -g' --disable-static
c_tests sanitize 'watched by ASan and UBSan'
finish
