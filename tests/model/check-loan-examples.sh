# SPDX-License-Identifier: MIT
# check-loan-examples.sh - the worked examples of loans in the documents.
. "$srcdir/tests/tap.sh"
[ -n "${PYTHON:-}" ] || skip_all 'Python is switched off'
exec "$PYTHON" "$srcdir/tests/model/loan_examples.py"
