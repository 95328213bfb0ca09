# SPDX-License-Identifier: MIT
# check-loan.sh - examples/loan: two stories, one's own request, and faults.
#
# The figures were worked out by tests/model, not copied from the program.
. "$srcdir/tests/tap.sh"
scratch
[ -x ./examples/loan ] || skip_all 'examples/loan is not built'

says() {
    test_name=$1
    test_file=$2
    shift 2
    for test_text; do
        grep -qF -e "$test_text" "$test_file" || {
            echo "# no \"$test_text\" in $test_file"
            fail "$test_name"
            return
        }
    done
    pass "$test_name"
}

# refuses NAME ARGUMENT..: nothing on standard output, a remedy on the other.
refuses() {
    test_name=$1
    shift
    if ./examples/loan "$@" >"$scratch/out" 2>"$scratch/err" ||
        [ $? != 2 ] || [ -s "$scratch/out" ] || ! grep -q '; ' "$scratch/err"
    then
        comment <"$scratch/err"
        fail "$test_name"
    else
        pass "$test_name"
    fi
}

for language in zh en; do
    holds "the stories are told in $language" \
        sh -c "./examples/loan $language >'$scratch/$language'"
done
says '220,000 lent in 2020 cost 8,587.65, row by row' "$scratch/en" \
    'interest: 8587.65' 'subsidy payable (interest due and paid): 8587.65' \
    '2020 Q2       1082.28        1082.28   1082.28    220000.00     0.00'
says 'the same in Chinese' "$scratch/zh" '利息：8587.65' '贷款余额'
says 'the three-year borrower is told with the distance of each reading' \
    "$scratch/en" 'refunded in all 35131.25: short of it by 15.69' \
    'refunded in all 35143.05: short of it by 3.89' \
    'refunded in all 35146.94: the published sum'
says 'the same in Chinese' "$scratch/zh" '贴息合计 35131.25，比公布数少 15.69' \
    '贴息合计 35146.94，与公布数相同'

# Below each other: every line of the table of quarters is as wide.
aligned() {
    "$PYTHON" -c '
import sys, unicodedata
lines = [line.rstrip("\n") for line in open(sys.argv[1], encoding="utf-8")]
table = [line for line in lines if " Q" in line or "quarter" in line
         or "季度" in line]
widths = {sum(2 if unicodedata.east_asian_width(c) in "WF" else 1
              for c in line) for line in table}
assert len(table) > 5 and len(widths) == 1, (widths, table)
' "$1"
}
for language in zh en; do
    if "${PYTHON:-no}" -c '' 2>/dev/null; then
        holds "the table of quarters is aligned in $language" \
            aligned "$scratch/$language"
    else
        skip "the table of quarters is aligned in $language" 'no Python'
    fi
done

echo '{"principal": "100000.00", "repayment": "bullet",
  "signed_on": "2021-03-21", "term": 12}' >"$scratch/bullet.json"
holds "a request of one's own is computed" \
    sh -c "./examples/loan en '$scratch/bullet.json' | grep -q 103903.47"

echo '{"principal": "0.00", "repayment": "bullet", "term": 12,
  "signed_on": "2021-03-21"}' >"$scratch/nothing.json"
echo 'principal' >"$scratch/text.json"
refuses 'a loan of nothing is refused' en "$scratch/nothing.json"
refuses 'a text that is no request is refused' zh "$scratch/text.json"
refuses 'a file that is not there is refused' en "$scratch/none.json"
refuses 'a language that is none is refused' fr
refuses 'no arguments are refused'
finish
