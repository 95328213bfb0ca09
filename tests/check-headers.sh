# SPDX-License-Identifier: MIT
# check-headers.sh - each public header compiles alone, in C11 and in C++.
. "$srcdir/tests/tap.sh"

strict='-pedantic -Wall -Wextra -Werror -fsyntax-only'

# alone LANGUAGE-OPTIONS HEADER COMPILER
alone() {
    # shellcheck disable=SC2086 # options and compiler are words
    echo "#include <mutualaid/$2>" | $3 $1 $strict -I"$srcdir/include" -
}

for header in "$srcdir"/include/mutualaid/*.h; do
    header=$(basename "$header")
    holds "$header compiles alone in C11" alone '-x c -std=c11' "$header" "$CC"
    if [ "${CXX:-no}" = no ]; then
        skip "$header compiles alone in C++" 'no C++ compiler'
    else
        holds "$header compiles alone in C++" \
            alone '-x c++ -std=c++11' "$header" "$CXX"
    fi
done
finish
