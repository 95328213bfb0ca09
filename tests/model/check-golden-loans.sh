# SPDX-License-Identifier: MIT
# check-golden-loans.sh - the golden loans are as the model computes them.
. "$srcdir/tests/tap.sh"
[ -n "${PYTHON:-}" ] || skip_all 'Python is switched off'
exec "$PYTHON" "$srcdir/tests/model/golden_loans.py" "$srcdir/tests/golden"
