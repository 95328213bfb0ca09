# SPDX-License-Identifier: MIT
# check-differential.sh - the library answers as an independent model does.
. "$srcdir/tests/tap.sh"
[ -n "${PYTHON:-}" ] || skip_all 'Python is switched off'
exec "$PYTHON" "$srcdir/tests/model/differential.py" \
    --oracle tests/model/oracle
