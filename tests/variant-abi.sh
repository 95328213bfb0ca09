# SPDX-License-Identifier: MIT
# variant-abi.sh - the interface has only grown since the release whose baseline
# is kept in tests/abi/, and a program built against that release's headers
# still runs.
. "$srcdir/tests/variant.sh"
library=.libs/libmutualaid.so
[ -f $library ] || skip_all 'no shared library'
[ "${INSTRUMENTED:-no}" = no ] || skip_all 'the build is instrumented'
[ -f "$srcdir/tests/abi/libmutualaid.abi" ] ||
    skip_all 'no release yet; tools/abi-baseline makes the baseline at the first'
command -v abidiff >/dev/null || skip_all 'abidiff is not installed'

# 4 and 8 say that something changed, and that it breaks programs.
compatible() {
    abidiff --headers-dir2 "$srcdir/include" --drop-private-types \
        --no-added-syms "$srcdir/tests/abi/libmutualaid.abi" $library
    [ $(($? & 11)) = 0 ]
}
old_program() {
    $CC -I "$srcdir/tests/abi/include" "$srcdir/tests/plain/consumer.c" \
        -o variants/consumer "$PWD/$library" &&
        LD_LIBRARY_PATH=.libs variants/consumer
}
mkdir -p variants
holds 'nothing that programs rely on has changed since the release' compatible
holds 'a program built against the headers of the release runs' old_program
finish
