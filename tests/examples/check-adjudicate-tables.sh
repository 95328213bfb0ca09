# SPDX-License-Identifier: MIT
# check-adjudicate-tables.sh - what kinds of tables adjudicate reads.
. "$srcdir/tests/examples/adjudicate.sh"

stays 10 2 >"$scratch/stays.csv"
allowance='--part hospital_allowance'

run $allowance "$scratch/stays.csv"
exits 'a table of stays is decided' 0
cp "$scratch/out" "$scratch/wanted"
holds 'ten days pay 360.00' test "$(outcome s10)" = 'eligible 360.00'
holds 'two days pay 40.00' test "$(outcome s2)" = 'eligible 40.00'

run $allowance <"$scratch/stays.csv"
same 'standard input is read when no file is named' \
    "$scratch/wanted" "$scratch/out"
run $allowance - <"$scratch/stays.csv"
same 'standard input is read when the file is called -' \
    "$scratch/wanted" "$scratch/out"

{
    printf '\357\273\277'
    cat "$scratch/stays.csv"
} >"$scratch/mark.csv"
run $allowance "$scratch/mark.csv"
same 'a byte-order mark is passed by' "$scratch/wanted" "$scratch/out"

sed 's/$/\r/' "$scratch/stays.csv" >"$scratch/crlf.csv"
run $allowance "$scratch/crlf.csv"
same 'lines may end in CR LF' "$scratch/wanted" "$scratch/out"

tr '\n' '\r' <"$scratch/stays.csv" >"$scratch/cr.csv"
run $allowance "$scratch/cr.csv"
same 'lines may end in CR' "$scratch/wanted" "$scratch/out"

printf '%s' "$(cat "$scratch/stays.csv")" >"$scratch/open_end.csv"
run $allowance "$scratch/open_end.csv"
same 'the last line need not end' "$scratch/wanted" "$scratch/out"

sed 's/[^,]*/"&"/g' "$scratch/stays.csv" >"$scratch/quoted.csv"
run $allowance "$scratch/quoted.csv"
same 'every cell may stand in quotes' "$scratch/wanted" "$scratch/out"

sed 's/,/ , /g' "$scratch/stays.csv" >"$scratch/spaces.csv"
run $allowance "$scratch/spaces.csv"
same 'spaces around a cell do not count' "$scratch/wanted" "$scratch/out"

sed 'G' "$scratch/stays.csv" >"$scratch/blank.csv"
run $allowance "$scratch/blank.csv"
same 'blank lines are passed by' "$scratch/wanted" "$scratch/out"

sed '1s/$/,_office,note,member/; 2,$s/$/,Haidian,"seen, and\nfiled",W1/' \
    "$scratch/stays.csv" >"$scratch/more.csv"
run $allowance "$scratch/more.csv"
same 'note, member and names with _ are no facts' \
    "$scratch/wanted" "$scratch/out"

sed '1s/$/,,/; 2,$s/$/,,/' "$scratch/stays.csv" >"$scratch/empty_columns.csv"
run $allowance "$scratch/empty_columns.csv"
same 'empty columns without a name are passed by' \
    "$scratch/wanted" "$scratch/out"

sed 's/^s10/"s,""10"""/' "$scratch/stays.csv" >"$scratch/ids.csv"
run $allowance "$scratch/ids.csv"
says 'an id comes back in quotes where it needs them' out \
    '"s,""10""",hospital_allowance,eligible,360.00'

# Whatever a spreadsheet can put into a cell: a thousand ids, as another
# program writes and reads them.
write_ids() {
    "$PYTHON" -c '
import csv, random, sys
random.seed(20160301)
with open(sys.argv[1], encoding="utf-8", newline="") as stays, \
        open(sys.argv[2], "w", encoding="utf-8", newline="") as table:
    rows = list(csv.reader(stays))
    writer = csv.writer(table, quoting=csv.QUOTE_ALL)
    writer.writerow(rows[0])
    for _ in range(1000):
        name = "".join(random.choices("ab\",;\n\r -\u4e2d", k=6))
        writer.writerow([name] + rows[1][1:])
' "$scratch/stays.csv" "$scratch/any_ids.csv"
}
read_ids() {
    "$PYTHON" -c '
import csv, sys
def ids(path):
    with open(path, encoding="utf-8", newline="") as table:
        return [row[0] for row in csv.reader(table)]
wanted, found = ids(sys.argv[1]), ids(sys.argv[2])
assert len(found) == 1001 and wanted == found
' "$scratch/any_ids.csv" "$scratch/out"
}
if "${PYTHON:-no}" -c '' 2>/dev/null && write_ids; then
    run $allowance "$scratch/any_ids.csv"
    holds 'ids come back as they were, whatever is in them' read_ids
else
    skip 'ids come back as they were, whatever is in them' 'no Python'
fi

cut -d, -f2- "$scratch/stays.csv" >"$scratch/no_ids.csv"
run $allowance "$scratch/no_ids.csv"
says 'rows without ids go by their lines' out \
    'line,part,outcome' '2,hospital_allowance,eligible,360.00' \
    '3,hospital_allowance,eligible,40.00'

# The words of a clerk's own table.
cat >"$scratch/chinese.csv" <<'END'
id,part,入院日期,出院日期,住院原因,连续续保,医院等级,北京市内医院,住院津贴参保方式,保障期起始日期,本保障期此前已计津贴天数,申领日期
s10,住院津贴,2016-03-01,2016-03-11,疾病,是,二级医院,是,单独参保,2016-01-01,0,2016-05-01
s2,hospital daily allowance,2016-03-01,2016-03-03,illness,yes,second class,true,single,2016-01-01,0,-
END
run "$scratch/chinese.csv"
same 'columns, parts and cells may be labels' "$scratch/wanted" "$scratch/out"
# What Excel saves after somebody has opened the table.
sed 's/2016-0\([0-9]\)-0/2016\/\1\//g; s/2016-0\([0-9]\)-/2016\/\1\//g; s/true/TRUE/g' \
    "$scratch/stays.csv" >"$scratch/saved.csv"
holds 'the table is spelt as a spreadsheet does' \
    grep -q 's10,2016/3/1,2016/3/11,illness,TRUE' "$scratch/saved.csv"
run $allowance "$scratch/saved.csv"
same 'dates and flags may be spelt as spreadsheets do' \
    "$scratch/wanted" "$scratch/out"
fires() {
    echo 'id,happened_on,event,card_held,on_the_job,city_member,fire_finding,claimed_on,fire_loss'
    for loss; do
        echo "$loss,2020-01-26,fire,true,true,true,true,2020-03-11,$loss"
    done
}
fires 1300 1300.5 1300.50 .5 1300.505 1e3 -1 >"$scratch/fires.csv"
run --part non_work_accident "$scratch/fires.csv"
holds 'an amount may lack decimals that are 0' \
    test "$(outcome 1300) $(outcome 1300.5) $(outcome 1300.50)" = \
    'eligible 130.00 eligible 130.05 eligible 130.05'
holds 'all else that is no amount is refused' \
    test "$(grep -c 'column fire_loss: ' "$scratch/err")" = 4

sed '1s/申领日期/admitted_on/' "$scratch/chinese.csv" >"$scratch/twice.csv"
run "$scratch/twice.csv"
exits 'a fact under its name and its label stands twice' 2

head -n 1 "$scratch/stays.csv" >"$scratch/header.csv"
run $allowance "$scratch/header.csv"
exits 'a table without rows is decided' 0
holds 'a table without rows gives a header without rows' \
    test "$(wc -l <"$scratch/out")" = 1

sed 's/2016-03-11/-/' "$scratch/stays.csv" >"$scratch/absent.csv"
sed 's/2016-03-11//' "$scratch/stays.csv" >"$scratch/open.csv"
run $allowance "$scratch/open.csv"
says 'an empty cell is a fact that is not given' out \
    's10,hospital_allowance,undetermined,,0.00,7200.00,discharged_on,'
run $allowance "$scratch/absent.csv"
exits 'a fact that must exist cannot be said to be absent' 1
sed 's/2016-05-01/-/' "$scratch/stays.csv" >"$scratch/enquiry.csv"
run $allowance "$scratch/enquiry.csv"
same 'an optional fact may be absent: -' "$scratch/wanted" "$scratch/out"

sed '1s/$/,part/; 2s/$/,hospital_allowance/; 3s/$/,/' \
    "$scratch/stays.csv" >"$scratch/parts.csv"
run "$scratch/parts.csv"
exits 'a row that names no part cannot be decided' 1
says 'the row that names no part is told by its line' err \
    "$scratch/parts.csv:3: column part: the row names no part"
run $allowance "$scratch/parts.csv"
same 'rows that name no part take that of --part' \
    "$scratch/wanted" "$scratch/out"
finish
