# SPDX-License-Identifier: MIT
# check-ledger.sh - the ledger replays histories as an independent model does.
. "$srcdir/tests/tap.sh"
[ -n "${PYTHON:-}" ] || skip_all 'Python is switched off'
exec "$PYTHON" "$srcdir/tests/model/ledger.py" --replay tests/model/replay
