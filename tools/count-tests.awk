# SPDX-License-Identifier: MIT
# count-tests.awk - read the .trs files that automake's harness left; show the
# logs of what failed, the reasons of what was skipped, and count.

function log_of(trs) {
    sub(/\.trs$/, ".log", trs)
    return trs
}

# What a program printed, without what passed.
function show(trs, line) {
    print "\n--- " log_of(trs)
    while ((getline line < log_of(trs)) > 0)
        if (line !~ /^(PASS: |SKIP: |ok .*)/)
            print line
}

function end_of_file() {
    # A program that says by its exit status too that tests failed has not
    # failed once more.
    if (file_failed == 0)
        file_failed = file_exit
    failed += file_failed
    if (file_failed > 0)
        show(file)
    file_failed = file_exit = 0
}

FILENAME != file { if (file != "") end_of_file(); file = FILENAME }
/^:test-result: PASS/ { passed++ }
/^:test-result: SKIP/ {
    skipped++
    reason = $0
    sub(/^:test-result: SKIP */, "", reason)
    skips = skips "skipped: " log_of(FILENAME) ": " reason "\n"
}
/^:test-result: (FAIL|XFAIL|XPASS)/ { file_failed++ }
/^:test-result: ERROR/ {
    if (/exited with status/) file_exit++
    else file_failed++
}
END {
    if (file != "") end_of_file()
    if (passed + failed == 0) {
        print "No test was run; see build/check.log."
        failed = 1
    }
    print ""
    printf "%s", skips
    line = passed + 0 " passed, " failed + 0 " failed"
    if (skipped) line = line ", " skipped " skipped"
    print line
    exit failed > 0
}
