# SPDX-License-Identifier: MIT
# check-adjudicate-long.sh - long files: constant memory, progress, counting.
. "$srcdir/tests/examples/adjudicate.sh"

# long_table ROWS NOTE: so many stays of ten days with a note of so many bytes,
# each member with two of them.
long_table() {
    stays | sed 's/$/,member,note/'
    awk -v rows="$1" -v length_of_note="$2" 'BEGIN {
        for (i = 0; i < length_of_note; i++) note = note "x"
        for (i = 0; i < rows; i++)
            printf "%d,2016-03-01,2016-03-11,illness,true,2,true,single,%s,m%d,%s\n",
                i, "2016-01-01,0,2016-05-01", i % (rows / 2), note }'
}

# Run in 64 MiB of address space, whatever the length of the file.
within_64_mib() (
    ulimit -v 65536
    long_table 50000 3000 | "$adjudicate" --part hospital_allowance - \
        >"$scratch/out" 2>"$scratch/err"
)
if [ "${INSTRUMENTED:-no}" != no ]; then
    skip '150 MB are decided in 64 MiB' 'the build is instrumented'
else
    holds '150 MB are decided in 64 MiB' within_64_mib
    holds 'every one of 50000 rows is decided' \
        test "$(grep -c ',eligible,360.00,' "$scratch/out")" = 50000
    says 'people, payments and money are counted' err \
        '50000     50000         0         0     25000     50000        18000000.00'
fi

# Two seconds pass while the file is read.
slow_table() {
    long_table 500 3000
    sleep 2.2
    long_table 500 3000 | sed 1d
}
slow_table | "$adjudicate" --part hospital_allowance >/dev/null 2>"$scratch/err"
says 'a long run shows its progress' err 'rows, 2 s'
long_table 500 10 | "$adjudicate" --part hospital_allowance >/dev/null \
    2>"$scratch/err"
holds 'a short run shows none' test "$(grep -c 'rows, ' "$scratch/err")" = 0
finish
