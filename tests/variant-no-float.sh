# SPDX-License-Identifier: MIT
# variant-no-float.sh - no code of the library uses floating point: it compiles
# where there are no registers for it.
. "$srcdir/tests/variant.sh"
: | $CC -mgeneral-regs-only -x c -fsyntax-only - 2>/dev/null ||
    skip_all "$CC has no -mgeneral-regs-only"

without_float() {
    mkdir -p variants/no-float && cd variants/no-float || return 1
    if [ ! -e Makefile ]; then
        "$source/configure" --disable-python --disable-java --disable-check \
            --disable-shared CC="$CC" || return 1
    fi
    make -s -j2 libcore.la CFLAGS='-O2 -mgeneral-regs-only'
}
holds 'the library compiles without floating point' without_float
finish
