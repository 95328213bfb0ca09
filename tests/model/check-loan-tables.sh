# SPDX-License-Identifier: MIT
# check-loan-tables.sh - the loan model reproduces what others computed.
. "$srcdir/tests/tap.sh"
[ -n "${PYTHON:-}" ] || skip_all 'Python is switched off'
exec "$PYTHON" "$srcdir/tests/model/loan_tables.py" \
    "$srcdir/tests/external"
