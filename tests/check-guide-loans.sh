# SPDX-License-Identifier: MIT
# check-guide-loans.sh - every number of doc/loans.md is right.
. "$srcdir/tests/tap.sh"
[ -n "${PYTHON:-}" ] || skip_all 'Python is switched off'
[ -x ./examples/loan ] || skip_all 'examples/loan is not built'
exec "$PYTHON" "$srcdir/tests/model/loan_guide.py" "$srcdir/doc/loans.md" \
    ./examples/loan
