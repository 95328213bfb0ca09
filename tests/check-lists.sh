# SPDX-License-Identifier: MIT
# check-lists.sh - no file of the tree is missing from the build or a tarball.
. "$srcdir/tests/tap.sh"
holds 'lists.mk names every file of the tree' "$srcdir/tools/list-sources" --check

# twins: tests whose names differ by their suffix alone share one log.
twins() {
    grep -oE 'tests/[^ ]*/?(check-|variant-|test_)[^ /]*[.](sh|py)' \
        "$srcdir/lists.mk" | sort -u | sed 's/[.][a-z]*$//' | uniq -d
}
empty 'no two tests share a name but for the suffix' twins

# unnamed FOLDER FRAGMENT: C files of FOLDER that FRAGMENT does not name.
unnamed() {
    for file in "$srcdir/$1"/*.[ch]; do
        grep -qF "$(basename "$file")" "$srcdir/$2" || echo "$file"
    done
}
empty 'examples/local.mk names every file of the examples' \
    unnamed examples examples/local.mk
empty 'tests/local.mk names every file of the plain runner' \
    unnamed tests/plain tests/local.mk
empty 'tests/local.mk names every file of the fuzz targets' \
    unnamed tests/fuzz tests/local.mk
empty 'tests/local.mk names every file of the hostile shapes' \
    unnamed tests/hostile tests/local.mk
empty 'tests/local.mk names every program of the model' \
    unnamed tests/model tests/local.mk
finish
