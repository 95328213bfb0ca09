# SPDX-License-Identifier: MIT
# adjudicate.sh - what the tests of examples/adjudicate share.
. "$srcdir/tests/tap.sh"

scratch
sample=$srcdir/examples/adjudicate-sample.csv
adjudicate=$PWD/examples/adjudicate
[ -x "$adjudicate" ] || skip_all 'examples/adjudicate is not built'

# run ARGUMENT..: run adjudicate on standard input; what it prints goes to
# $scratch/out and $scratch/err, and its exit status to $status.
run() {
    "$adjudicate" "$@" >"$scratch/out" 2>"$scratch/err"
    status=$?
}

# exits NAME STATUS: the test passes if the last run ended so.
exits() {
    [ "$status" = "$2" ] || {
        echo "# exit status $status, not $2"
        comment <"$scratch/err"
        fail "$1"
        return
    }
    pass "$1"
}

# says NAME FILE TEXT..: the test passes if out or err holds every text.
says() {
    test_name=$1
    test_file=$scratch/$2
    shift 2
    for test_text; do
        grep -qF -e "$test_text" "$test_file" || {
            echo "# no \"$test_text\" in:"
            head -n 20 "$test_file" | comment
            fail "$test_name"
            return
        }
    done
    pass "$test_name"
}

# same NAME WANTED FOUND: the test passes if the two files are equal.
same() {
    holds "$1" diff "$2" "$3"
}

# outcome ID: outcome and amount of a row of the answers.
outcome() {
    awk -F, -v id="$1" '$1 "" == id "" { print $3 " " $4 }' "$scratch/out"
}

# stays DAYS..: a table of stays in hospital in March 2016, so many days each.
stays() {
    echo 'id,admitted_on,discharged_on,stay_cause,renewal,hospital_class,hospital_in_beijing,allowance_plan,cover_from,allowance_days_so_far,claimed_on'
    for days; do
        printf 's%d,2016-03-01,2016-03-%02d,illness,true,2,true,single,2016-01-01,0,2016-05-01\n' \
            "$days" $((days + 1))
    done
}
