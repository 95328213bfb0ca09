# SPDX-License-Identifier: MIT
# check-loan-differential.sh - loans come out as an independent model says.
. "$srcdir/tests/tap.sh"
[ -n "${PYTHON:-}" ] || skip_all 'Python is switched off'
differ() {
    "$PYTHON" "$srcdir/tests/model/loan_differential.py" \
        --oracle tests/model/loan_oracle "$@"
}
holds 'loans of every kind and their properties' differ
# With this seed an extension moves an end that was a last day of February.
holds 'extended loans whose termination day moves' \
    differ --only extended --loans 3000 --seed 5
finish
