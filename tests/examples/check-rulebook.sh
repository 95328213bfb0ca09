#!/bin/sh
# SPDX-License-Identifier: MIT
# check-rulebook.sh - examples/rulebook: check, bounds, cases, cover, diff, turn.
. "$srcdir/tests/tap.sh"

scratch
rulebook=$PWD/examples/rulebook
[ -x "$rulebook" ] || skip_all 'examples/rulebook is not built'
yen=$srcdir/tests/rulebooks/harbour-yen.json
harbour=$srcdir/tests/rulebooks/harbour.json

# run ARGUMENT..: what it prints goes to $scratch/out and $scratch/err.
run() {
    "$rulebook" "$@" >"$scratch/out" 2>"$scratch/err"
    status=$?
}

# exits NAME STATUS: the last run ended so.
exits() {
    [ "$status" = "$2" ] && pass "$1" && return
    echo "# exit status $status, not $2"
    comment <"$scratch/err"
    fail "$1"
}

# says NAME FILE TEXT..: out or err holds every text.
says() {
    name=$1 file=$scratch/$2
    shift 2
    for text; do
        grep -qF -e "$text" "$file" && continue
        echo "# no \"$text\" in:"
        head -n 20 "$file" | comment
        fail "$name"
        return
    done
    pass "$name"
}

run check - "$yen"
exits 'sound rulebooks are sound' 0
says 'each is named with what it holds' out '-: sound, ' 'harbour-yen.json: sound, '
run check "$harbour"
exits 'a warning is not a fault' 0
says 'a warning is shown' err 'warning: the benefit "nights"'
run check --strict "$harbour"
exits 'a warning is a fault to --strict' 1
run check --zh "$yen"
says 'it speaks Chinese' out '可用'

printf '{"mutualaid": 1,\n "id": "港口", "x": }\n' >"$scratch/broken.json"
run check "$scratch/broken.json"
exits 'a broken rulebook has faults' 1
says 'a fault is told by line and column' err "broken.json:2:19: error: "
says 'into a file it is plain' err 'error: '
grep -q "$(printf '\033')" "$scratch/err" && fail 'no colour into a file' ||
    pass 'no colour into a file'
run check --colour "$scratch/broken.json"
says 'on a terminal the line is shown' err '     2 |  "id": "港口", "x": }'
caret=$(sed -n 's/.*| \(.*\)^.*/\1/p' "$scratch/err" | sed "s/$(printf '\033').*//")
holds 'the caret stands below the column, Chinese characters two wide' \
    test "$caret" = "        　　        "

run bounds --part medical_aid -
exits 'exact bounds leave nothing to say' 0
says 'the caps that were published come out' out \
    '| medical_aid |  | 0.00 | 200653.00 | proved and attained |'
run bounds --csv --part hospital_allowance -
says 'bounds as CSV' out 'hospital_allowance,,0.00,14400.00,1'
run bounds --json --part hospital_allowance -
says 'bounds as JSON' out '"most":"14400.00","is_exact":true}'
run bounds --part nothing -
exits 'a part that does not exist is refused' 2

run cases --zh --part hospital_allowance -
exits 'all cases are found' 0
says 'both sides of a dated change, in Chinese' out \
    '| 2015-06-30 | 符合条件 280.00 | 2015-07-01 | 符合条件 360.00 |'
run cases --part hospital_allowance -
says 'and in English' out \
    '| 2014-03-01 | eligible 280.00 | 2014-03-02 | refused 0.00 |'
run cases --json --part hospital_allowance -
cp "$scratch/out" "$scratch/cases.json"
says 'cases as JSON hold the case' out '"case":{"part":"hospital_allowance"' '"fact":"claimed_on"'
run cases --csv --part hospital_allowance -
cp "$scratch/out" "$scratch/cases.csv"
examples/adjudicate "$scratch/cases.csv" >"$scratch/out" 2>"$scratch/err"
awk -F, 'NR > 1 { print $1 "," $3 "," $4 }' "$scratch/cases.csv" >"$scratch/wanted"
awk -F, 'NR > 1 { print $1 "," $3 "," $4 }' "$scratch/out" >"$scratch/found"
holds 'adjudicate decides the cases as they say' \
    diff "$scratch/wanted" "$scratch/found"
run cases "$yen"
exits 'a rulebook without decimals has its cases too' 0

run cover "$yen"
exits 'examples that reach every clause leave nothing to say' 0
says 'it is said how many made a difference' err ' clauses: '
run cover "$harbour"
exits 'a clause that no example reaches is a finding' 1
says 'it is named with its place' out \
    'harbour.json:63:12: no example reaches it: schemes.sick_nights.benefits[1].steps[0]'
run cover --json "$harbour"
says 'coverage as JSON' out '"reach":0'

run diff "$yen" "$yen"
exits 'a rulebook does not differ from itself' 0
run diff --set water_rate=100.00 -
exits 'another parameter is a difference' 1
says 'it is named with both values' out \
    '~ parameters.water_rate.use: "200.00" -> 100.00'
sed 's/"until": "[0-9-]*"/"until": "2031-01-01"/; s/180/181/' "$harbour" \
    >"$scratch/other.json"
run diff "$harbour" "$scratch/other.json"
says 'a dated difference says from which day' out '[2023-01-01 on]: 180 -> 181'
run diff -
exits 'one file alone has nothing to be compared with' 2

sed -n 's/.*"case":\(.*\)}$/\1/p' "$scratch/cases.json" >"$scratch/cases.jsonl"
run diff --set allowance_waiting_days=0 --cases "$scratch/cases.jsonl" -
says 'gains are added up by part' out '| hospital_allowance |  |  | '
run turn --cases "$scratch/cases.jsonl" -
exits 'refusals are turned' 0
says 'what would turn them is named' out \
    'One fact changed, all others as they are' 'eligible'
echo '{"part": "hospital_allowance", "facts": {"claimed_on": 7}}' \
    >"$scratch/cases.jsonl"
run turn --cases "$scratch/cases.jsonl" -
exits 'a case that cannot be read is refused' 2
says 'its line is named' err 'cases.jsonl:1: '

run
exits 'no command is refused' 2
run fly "$yen"
exits 'an unknown command is refused' 2
run check
exits 'a command without a file is refused' 2
run check --fast "$yen"
exits 'an unknown option is refused' 2
run check "$scratch/none.json"
holds 'a file that does not exist is refused' test "$status" -ge 1
run --help
says 'help names every command' out check bounds cases cover diff turn
finish
