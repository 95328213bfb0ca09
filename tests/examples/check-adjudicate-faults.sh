# SPDX-License-Identifier: MIT
# check-adjudicate-faults.sh - bad rows are told, and cost no good one.
. "$srcdir/tests/examples/adjudicate.sh"

stays 10 2 20 >"$scratch/stays.csv"
allowance='--part hospital_allowance'
run $allowance "$scratch/stays.csv"
cp "$scratch/out" "$scratch/wanted"
grep -v '^s2,' "$scratch/wanted" >"$scratch/without_s2"

# spoil NAME SED..: s2 is spoilt by a sed script; the others are decided, the
# exit status is 1, and stderr names line 3.
spoil() {
    spoil_name=$1
    shift
    sed "$@" "$scratch/stays.csv" >"$scratch/spoilt.csv"
    run $allowance "$scratch/spoilt.csv"
    if [ "$status" = 1 ] && diff "$scratch/without_s2" "$scratch/out" \
        >/dev/null && grep -q "spoilt.csv:3: " "$scratch/err"; then
        pass "$spoil_name costs its row alone"
    else
        echo "# exit status $status"
        comment <"$scratch/out"
        comment <"$scratch/err"
        fail "$spoil_name costs its row alone"
    fi
}

spoil 'a day that does not exist' '3s/2016-03-03/2016-02-30/'
says 'the column and the cell are named' err \
    'spoilt.csv:3: column discharged_on: "2016-02-30"'
says 'the rows that are left out are counted' err \
    '1 of 3 rows could not be decided'
spoil 'an unknown choice' '3s/illness/boredom/'
spoil 'a number that is none' '3s/,0,/,zero,/'
spoil 'a cell too many' '3s/$/,1/'
spoil 'a cell too few' '3s/,[^,]*$//'
spoil 'text behind a quote' '3s/^s2/"s2"x/'
spoil 'a quote that is never closed' '3s/^s2/"s2/'
spoil 'a byte that is not UTF-8' "3s/^s2/$(printf 's\377')/"
spoil 'a discharge before the admission' '3s/2016-03-03/2016-02-28/'

sed '1s/$/,/; 2s/$/,/; 3s/$/,7/; 4s/$/,/' "$scratch/stays.csv" \
    >"$scratch/nameless.csv"
run $allowance "$scratch/nameless.csv"
says 'a cell in a column without a name is told' err \
    'nameless.csv:3: ' 'the column has no name'
same 'and costs its row alone' "$scratch/without_s2" "$scratch/out"

sed '3s/2016-03-01/2016-13-01/; 3s/illness/boredom/' "$scratch/stays.csv" \
    >"$scratch/both.csv"
run $allowance "$scratch/both.csv"
says 'all bad cells of a row are told, not only the first' err \
    'both.csv:3: column admitted_on' 'both.csv:3: column stay_cause'

sed '1s/$/,note/; 2,$s/$/,"one\ntwo"/; 4s/illness/boredom/' \
    "$scratch/stays.csv" >"$scratch/broken_lines.csv"
run $allowance "$scratch/broken_lines.csv"
says 'lines are counted in the file, not in rows' err \
    'broken_lines.csv:6: column stay_cause'

sed '1s/$/,part/; 2,$s/$/,hospital_allowance/; 3s/_allowance/_alowance/' \
    "$scratch/stays.csv" >"$scratch/parts.csv"
run "$scratch/parts.csv"
says 'an unknown part is told' err 'parts.csv:3: column part: the rulebook has no part "hospital_alowance"'
same 'an unknown part costs its row alone' "$scratch/without_s2" "$scratch/out"

# unusable NAME TEXT..: the last run decided nothing and said why.
unusable() {
    unusable_name=$1
    shift
    if [ "$status" != 2 ] || [ -s "$scratch/out" ]; then
        echo "# exit status $status"
        comment <"$scratch/out"
        comment <"$scratch/err"
        fail "$unusable_name"
        return
    fi
    says "$unusable_name" err "$@"
}

sed '1s/discharged_on/discharge_on/' "$scratch/stays.csv" >"$scratch/f.csv"
run $allowance "$scratch/f.csv"
unusable 'a misspelt column is refused with the name it is near' \
    'f.csv:1: column discharge_on: ' 'write discharged_on'
sed '1s/discharged_on/colour/' "$scratch/stays.csv" >"$scratch/f.csv"
run $allowance "$scratch/f.csv"
unusable 'an unknown column is refused with the way to pass it by' \
    'column colour: ' 'put _ before its name'
sed '1s/discharged_on/admitted_on/' "$scratch/stays.csv" >"$scratch/f.csv"
run $allowance "$scratch/f.csv"
unusable 'a column that stands twice is refused' \
    'column admitted_on: the column stands twice'
tr ',' ';' <"$scratch/stays.csv" >"$scratch/f.csv"
run $allowance "$scratch/f.csv"
unusable 'semicolons in place of commas are told' 'not separated by commas'
: >"$scratch/f.csv"
run $allowance "$scratch/f.csv"
unusable 'an empty file is refused' 'the file is empty'
printf 'id,\000\n' >"$scratch/f.csv"
run $allowance "$scratch/f.csv"
unusable 'a file that is no text is refused' 'the file is no text'
run $allowance "$scratch/none.csv"
unusable 'a file that does not exist is refused' 'none.csv'
run $allowance "$scratch"
unusable 'a folder is refused' 'cannot be read'

# The encodings that people save by mistake, and the command that mends them.
sed '1s/$/,note/; 2,$s/$/,十天，王府井/' "$scratch/stays.csv" >"$scratch/f.csv"
mends() {
    sed -n 's/^  \(iconv .*\)/\1/p' "$scratch/err" >"$scratch/mend"
    test -s "$scratch/mend" || return 1
    sh "$scratch/mend"
    cmp "$scratch/f.csv" "$scratch/$1.csv.utf8.csv"
}
if iconv -f UTF-8 -t GBK "$scratch/f.csv" >"$scratch/gbk.csv" 2>/dev/null; then
    run $allowance "$scratch/gbk.csv"
    unusable 'GBK is refused by its name' 'not in UTF-8 but in GBK'
    holds 'the iconv line mends GBK' mends gbk
    iconv -f UTF-8 -t UTF-16 "$scratch/f.csv" >"$scratch/utf16.csv"
    run $allowance "$scratch/utf16.csv"
    unusable 'UTF-16 is refused by its name' 'in UTF-16'
    holds 'the iconv line mends UTF-16' mends utf16
else
    skip 'GBK is refused with the line that mends it' 'iconv knows no GBK'
fi
finish
