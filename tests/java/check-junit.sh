# SPDX-License-Identifier: MIT
# check-junit.sh - the tests of the Java package, against the jar.
. "$srcdir/tests/java/java.sh"
junit=$(library junit4 org/junit/runner/JUnitCore)
hamcrest=$(library hamcrest org/hamcrest/Matcher)
[ -n "$junit" ] || skip_all 'JUnit 4 is not found (Debian: apt install junit4)'

scratch
"$JAVAC" -encoding UTF-8 -Xlint:all,-options,-serial -Werror --release 8 \
    -cp "$jar:$junit" -d "$scratch" "$srcdir"/tests/java/*.java >&2 || exit 1
cd "$srcdir/tests/java" || exit 1
tests=$(ls ./*Test.java | sed 's|^[.]/||; s|[.]java$||')
cd "$OLDPWD" || exit 1

# What -Xcheck:jni finds is printed among the results; it must find nothing.
# shellcheck disable=SC2086 # tests are words
run_java -Xcheck:jni -Dsrcdir="$srcdir" \
    -cp "$jar:$scratch:$junit:$hamcrest" TapRunner $tests >"$scratch/log"
status=$?
awk -v status=$status '
    /^1\.\./ { planned = 1; next }
    /^(ok|not ok) / { count++ }
    /^(WARNING|FATAL|ReleasePrimitive)/ { found = found "# " $0 "\n"; next }
    { print }
    END {
        printf "%s", found
        print (found == "" ? "ok " : "not ok ") ++count \
            " - the checks of JNI find nothing"
        print (planned ? "ok " : "not ok ") ++count \
            " - the virtual machine lives to the end of the tests"
        print "1.." count
        exit status != 0 || found != "" || !planned
    }' "$scratch/log"
