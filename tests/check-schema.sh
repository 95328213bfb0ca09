# SPDX-License-Identifier: MIT
# check-schema.sh - the JSON Schemas agree with the reader and the writers.
. "$srcdir/tests/tap.sh"
[ -n "${PYTHON:-}" ] || skip_all 'Python is switched off'
"$PYTHON" -c 'from jsonschema import Draft202012Validator' 2>/dev/null ||
    skip_all 'python3-jsonschema, 4.0 or later, is not installed'
exec "$PYTHON" "$srcdir/tests/schemas.py"
