# SPDX-License-Identifier: MIT
# variant-literals.sh - the examples notice every literal that is moved.
. "$srcdir/tests/tap.sh"
[ -n "${PYTHON:-}" ] || skip_all 'Python is switched off'
exec "$PYTHON" "$srcdir/tests/model/literals.py"
