# SPDX-License-Identifier: MIT
# check-doc.sh - Doxygen makes the manual from the headers without a warning.
. "$srcdir/tests/tap.sh"
command -v doxygen >/dev/null || skip_all 'doxygen is not installed'
scratch

manual() {
    { cat doc/Doxyfile && echo "OUTPUT_DIRECTORY = $scratch"; } | doxygen -
}
holds 'Doxygen has nothing to warn of' manual
holds 'the manual describes mutaid_decide' grep -rq mutaid_decide "$scratch/html"
finish
