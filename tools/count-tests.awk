# SPDX-License-Identifier: MIT
# count-tests.awk - read the .trs files that automake's harness left; show the
# logs of what failed, the reasons of what was skipped, and count.

function log_of(trs) {
    sub(/\.trs$/, ".log", trs)
    return trs
}

# The skipped tests of a program, with their reasons.
function skips_of(trs, line, text) {
    while ((getline line < log_of(trs)) > 0)
        if (sub(/^SKIP: /, "", line)) {
            sub(/ # SKIP */, ": ", line)
            text = text "skipped: " line "\n"
        }
    close(log_of(trs))
    return text
}

# What a program printed, without what passed.
function show(trs, line) {
    print "\n--- " log_of(trs)
    while ((getline line < log_of(trs)) > 0)
        if (line !~ /^(PASS: |SKIP: |ok .*)/)
            print line
    close(log_of(trs))
}

function end_of_file() {
    # A program that says by its exit status too that tests failed has not
    # failed once more.
    if (file_failed == 0)
        file_failed = file_exit
    failed += file_failed
    skipped += file_skipped
    if (file_skipped > 0)
        skips = skips skips_of(file)
    if (file_failed > 0)
        show(file)
    file_failed = file_exit = file_skipped = 0
}

FILENAME != file { if (file != "") end_of_file(); file = FILENAME }
/^:test-result: PASS/ { passed++ }
/^:test-result: SKIP/ { file_skipped++ }
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
