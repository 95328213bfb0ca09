# SPDX-License-Identifier: MIT
# check-lists.sh - no file of the tree is missing from the build or a tarball.
. "$srcdir/tests/tap.sh"
holds 'lists.mk names every file of the tree' "$srcdir/tools/list-sources" --check

# unnamed: examples that examples/local.mk does not name.
unnamed() {
    for file in "$srcdir"/examples/*.[ch]; do
        grep -qF "%D%/$(basename "$file")" "$srcdir/examples/local.mk" ||
            echo "$file"
    done
}
empty 'examples/local.mk names every file of the examples' unnamed
finish
