# SPDX-License-Identifier: MIT
# variant-clang.sh - clang finds nothing to warn of, and its build passes.
. "$srcdir/tests/variant.sh"
command -v clang >/dev/null || skip_all 'clang is not installed'

holds 'the library builds with clang without a warning' \
    variant clang --enable-werror CC=clang
c_tests clang 'built by clang'
finish
