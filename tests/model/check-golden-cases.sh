# SPDX-License-Identifier: MIT
# check-golden-cases.sh - the golden cases are those that the model decides.
. "$srcdir/tests/tap.sh"
[ -n "${PYTHON:-}" ] || skip_all 'Python is switched off'
exec "$PYTHON" "$srcdir/tests/model/golden_maker.py" --check
