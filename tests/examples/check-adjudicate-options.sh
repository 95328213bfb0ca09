# SPDX-License-Identifier: MIT
# check-adjudicate-options.sh - the command line of adjudicate.
. "$srcdir/tests/examples/adjudicate.sh"

stays 10 >"$scratch/stays.csv"
allowance='--part hospital_allowance'
run "$sample"
cp "$scratch/out" "$scratch/wanted"

run --rulebook "$srcdir/rulebooks/beijing.json" "$sample"
same 'a rulebook from a file decides as the built-in one does' \
    "$scratch/wanted" "$scratch/out"

printf '{"mutualaid": 1,\n "id": }\n' >"$scratch/broken.json"
run --rulebook "$scratch/broken.json" "$sample"
exits 'a broken rulebook decides nothing' 2
says 'its faults are told by line and column' err "$scratch/broken.json:2:8: "
run --rulebook "$scratch/none.json" "$sample"
exits 'a rulebook that does not exist decides nothing' 2

run --set water_rate=100.00 "$sample"
holds 'a parameter is replaced by --set' \
    test "$(outcome NA-12)" = 'eligible 4000.00'
run --set=water_rate=100.00 --set fire_cap_raised_on=2010-01-01 "$sample"
holds 'several parameters are replaced' \
    test "$(outcome NA-12) $(outcome NA-11)" = \
    'eligible 4000.00 eligible 5000.00'
run --set no_such_parameter=1 "$sample"
exits 'an unknown parameter is refused' 2
says 'the unknown parameter is named' err no_such_parameter
run --set water_rate "$sample"
exits 'a parameter without a literal is refused' 2

run --json $allowance "$scratch/stays.csv"
says 'JSON names the row' out '{"line":2,"id":"s10","decision":{'
run --explain zh $allowance "$scratch/stays.csv"
says 'a Chinese explanation names the amount' out 360.00
run --explain=en $allowance "$scratch/stays.csv"
says 'an English explanation names the amount' out 360.00
run --explain fr "$scratch/stays.csv"
exits 'a language that is not spoken is refused' 2
run --explain zh --json "$scratch/stays.csv"
exits 'text and JSON at once are refused' 2
run --colour "$scratch/stays.csv"
exits 'an unknown option is refused' 2
run "$scratch/stays.csv" "$scratch/stays.csv"
exits 'a second file is refused' 2
run $allowance --part
exits 'an option without its value is refused' 2

run --help
exits 'help is given' 0
says 'help names every option' out --rulebook --set --part --explain --json \
    --parts --columns
run --parts
says 'the parts are listed' out medical_aid hospital_allowance
run --columns hospital_allowance
says 'the columns of a part are listed with their choices' out \
    admitted_on hospital_class composite_b
run --columns no_such_part
exits 'columns of an unknown part are refused' 2

# A full disk must not pass for success.
full_disk() {
    "$adjudicate" "$sample" >/dev/full 2>"$scratch/err"
    test $? = 2
}
if [ -w /dev/full ]; then
    holds 'answers that cannot be written are an error' full_disk
else
    skip 'answers that cannot be written are an error' 'there is no /dev/full'
fi
finish
