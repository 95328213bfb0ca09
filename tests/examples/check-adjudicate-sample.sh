# SPDX-License-Identifier: MIT
# check-adjudicate-sample.sh - the sample comes out as it was worked out.
#
# adjudicate-sample.csv and .txt beside this file were reckoned by hand from
# the published figures; they are not what the program once printed.
. "$srcdir/tests/examples/adjudicate.sh"
wanted=$srcdir/tests/examples/adjudicate-sample

run "$sample"
exits 'every row of the sample can be decided' 0
same 'every decision is the one worked out by hand' "$wanted.csv" "$scratch/out"
same 'people, payments and money by scheme are those worked out by hand' \
    "$wanted.txt" "$scratch/err"

run --explain zh "$sample"
exits 'the sample is explained in Chinese' 0
tail -n 3 "$scratch/out" >"$scratch/end"
says 'the Chinese texts end on the figures by scheme' end 1195173.00 支付合计
holds 'every case has its own Chinese text' \
    test "$(grep -c '^---- .*（第 [0-9]* 行）' "$scratch/out")" = \
    $(($(wc -l <"$wanted.csv") - 1))

run --explain en "$sample"
exits 'the sample is explained in English' 0
tail -n 3 "$scratch/out" >"$scratch/end"
says 'the English texts end on the figures by scheme' end 1195173.00 'paid in all'

run --json "$sample"
exits 'the sample is decided as JSON' 0
holds 'there is one line of JSON for each case' \
    test "$(wc -l <"$scratch/out")" = $(($(wc -l <"$wanted.csv") - 1))

# Read the lines of JSON as another program would.
read_json() {
    "$PYTHON" -c '
import csv, json, sys
with open(sys.argv[1], encoding="utf-8") as wanted, \
        open(sys.argv[2], encoding="utf-8") as found:
    for row, line in zip(csv.DictReader(wanted), found):
        answer = json.loads(line)
        decision = answer["decision"]
        assert answer["id"] == row["id"], row
        assert decision["outcome"] == row["outcome"], row
        if row["amount"]:
            assert decision["amount"] == row["amount"], row
' "$wanted.csv" "$scratch/out"
}
if "${PYTHON:-no}" -c '' 2>/dev/null; then
    holds 'each line is JSON that says the same as the table' read_json
else
    skip 'each line is JSON that says the same as the table' 'no Python'
fi

# Only the first ten lines: another program may have read enough.
first_lines() {
    test "$("$adjudicate" "$sample" 2>/dev/null | head -n 3 | wc -l)" = 3
}
holds 'a reader that has seen enough may hang up' first_lines
finish
