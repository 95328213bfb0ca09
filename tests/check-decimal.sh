# SPDX-License-Identifier: MIT
# check-decimal.sh - rounding agrees with the General Decimal Arithmetic test
# cases, where Debian's libpython3.11-testsuite has brought them.
. "$srcdir/tests/tap.sh"
folder=$(ls -d /usr/lib/python3*/test/decimaltestdata 2>/dev/null | head -1)
[ -n "$folder" ] || skip_all 'libpython3.11-testsuite is not installed'

agrees() {
    tests/decimal/quantize "$folder/$1.decTest" >"$scratch/said"
    status=$?
    cat "$scratch/said"
    return $status
}
scratch
for file in quantize rescale; do
    holds "every case of $file that fits fixed point rounds as it says" \
        agrees $file
    sed -n "s/.*: \([0-9]*\) cases/# figure: decimal cases of $file: \1/p" \
        "$scratch/said"
done
finish
