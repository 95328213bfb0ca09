# SPDX-License-Identifier: MIT
# check-entries.sh - every exported function is called with each of its
# allocations failing: test_entries has a line for it.
. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
scratch

sed 's|/\*.*\*/||' "$srcdir/libmutualaid/libmutualaid.map" |
    grep -oE '(^| )mutaid_[a-z0-9_]+' | tr -d ' ' | sort >"$scratch/exported"
cat "$srcdir"/tests/unit/entries_*.h |
    grep -oE '(ROW\(|\{")mutaid_[a-z0-9_]+' | sed 's/.*mutaid_/mutaid_/' |
    sort >"$scratch/called"

holds 'the version script names functions' test -s "$scratch/exported"
empty 'every exported function has a line in tests/unit/entries_*.h' \
    comm -23 "$scratch/exported" "$scratch/called"
empty 'no line there is twice, or of a function that is not exported' \
    comm -13 "$scratch/exported" "$scratch/called"
finish
