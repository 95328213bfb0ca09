# SPDX-License-Identifier: MIT
# check-purity.sh - the library calls the memory functions of libc, no others.
. "$srcdir/tests/tap.sh"

library=.libs/libmutualaid.so
[ -f $library ] || skip_all 'no shared library is built'
[ "${INSTRUMENTED:-no}" = no ] || skip_all 'the build is instrumented'

# What a pure computation may ask of libc, and what the compiler asks by
# itself. Weak symbols (w) are hooks that need not exist.
wanted() {
    ${NM:-nm} -D --undefined-only $library |
        awk '$1 == "U" { sub(/@.*/, "", $2); print $2 }' |
        grep -vxE 'malloc|calloc|realloc|free|strlen|mem(chr|cmp|cpy|move|set)' |
        grep -vxE '__stack_chk_fail|__[a-z]+_chk|__tls_get_addr'
}
empty 'the library calls nothing but malloc and its kin, mem* and strlen' wanted
finish
