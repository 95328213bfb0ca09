# SPDX-License-Identifier: MIT
# check-words.sh - the code knows no rulebook: only one file names Beijing.
. "$srcdir/tests/tap.sh"

named() {
    find "$srcdir/libmutualaid" -name '*.[ch]' \
        ! -path '*/rulebook/beijing.c' ! -name 'beijing_text.[ch]' \
        -exec grep -nE '[Bb]eijing|BEIJING|北京' {} +
}
empty 'no code names Beijing but the file that embeds its rulebook' named
finish
