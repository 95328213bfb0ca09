# SPDX-License-Identifier: MIT
# check-symbols.sh - header, version script and library name the same symbols.
. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
scratch

map=$srcdir/libmutualaid/libmutualaid.map
library=.libs/libmutualaid.so

sed 's|/\*.*\*/||' "$map" | tr ';{}' '\n\n\n' | sed 's/global://' |
    awk '$1 ~ /^mutaid_/ { print $1 }' | sort >"$scratch/map"
"$srcdir/tools/list-symbols" >"$scratch/headers"

holds 'the headers declare functions' test -s "$scratch/headers"
holds 'the version script names what the headers declare' \
    diff "$scratch/headers" "$scratch/map"

if [ -f $library ] && [ "${INSTRUMENTED:-no}" = no ]; then
    ${NM:-nm} -D --defined-only $library | awk '$2 != "A" { print $3 }' |
        sort >"$scratch/versioned"
    sed 's/@.*//' "$scratch/versioned" >"$scratch/library"
    holds 'the library exports what the headers declare' \
        diff "$scratch/headers" "$scratch/library"
    empty 'every exported symbol carries a version' \
        grep -v '@@MUTUALAID_' "$scratch/versioned"
else
    skip 'the library exports what the headers declare' \
        'no shared library, or an instrumented one'
fi
finish
