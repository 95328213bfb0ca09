# SPDX-License-Identifier: MIT
# check-worked-examples.sh - the worked examples that the documents publish.
. "$srcdir/tests/tap.sh"
[ -n "${PYTHON:-}" ] || skip_all 'Python is switched off'
exec "$PYTHON" "$srcdir/tests/model/worked_examples.py" \
    --oracle tests/model/oracle
