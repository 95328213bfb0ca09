# SPDX-License-Identifier: MIT
# check-assumptions.sh - the list of what the built-in rulebook assumes is true.
. "$srcdir/tests/tap.sh"
[ -n "${PYTHON:-}" ] || skip_all 'Python is switched off'
exec "$PYTHON" "$srcdir/tests/model/assumptions.py"
