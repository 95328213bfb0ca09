# SPDX-License-Identifier: MIT
# check-loan-differential.sh - loans come out as an independent model says.
. "$srcdir/tests/tap.sh"
[ -n "${PYTHON:-}" ] || skip_all 'Python is switched off'
exec "$PYTHON" "$srcdir/tests/model/loan_differential.py" \
    --oracle tests/model/loan_oracle
