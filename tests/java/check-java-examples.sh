# SPDX-License-Identifier: MIT
# check-java-examples.sh - the examples in Java do what they say.
. "$srcdir/tests/java/java.sh"
scratch
compile() {
    "$JAVAC" -encoding UTF-8 -Xlint:all,-options -Werror --release 8 \
        -cp "$jar" -d "$scratch" "$srcdir"/examples/java/*.java
}
holds 'the examples compile for Java 8' compile
run_java -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -cp "$jar:$scratch" \
    Hello >"$scratch/hello"
holds 'Hello decides the amount' sh -c \
    "[ \"\$(head -n 1 '$scratch/hello')\" = 360.00 ]"
holds 'Hello explains it in Chinese' grep -q 住院津贴 "$scratch/hello"

# The manual's first sample is the example, word for word.
awk '/^```java$/ { inside = 1; next } /^```$/ { exit } inside' \
    "$srcdir/bindings/java/README.md" >"$scratch/sample"
grep -v '^// SPDX' "$srcdir/examples/java/Hello.java" >"$scratch/example"
holds 'the sample of the manual is Hello.java' \
    diff "$scratch/sample" "$scratch/example"

run_java -cp "$jar:$scratch" StartupLoan >"$scratch/loan"
cat >"$scratch/expected" <<'END'
2021-06-20 983.89 983.89 100000.00
2021-09-20 983.89 983.89 100000.00
2021-12-20 486.60 486.60 50000.00
2022-03-21 481.25 481.25 0.00
2935.63
486.60
END
holds 'StartupLoan states rows, interest and the refund of a quarter' \
    diff "$scratch/expected" "$scratch/loan"
awk '/^## Loans$/ { wanted = 1 }
    wanted && /^```java$/ { inside = 1; next }
    inside && /^```$/ { exit }
    inside' "$srcdir/bindings/java/README.md" >"$scratch/sample"
grep -v '^// SPDX' "$srcdir/examples/java/StartupLoan.java" >"$scratch/example"
holds 'the sample of a loan in the manual is StartupLoan.java' \
    diff "$scratch/sample" "$scratch/example"

h2=$(library h2 org/h2/Driver)
expected() {
    cat <<'END'
1 Zhang: eligible 360.00
2 Li: refused 0.00
3 Wang: undetermined null
4 Zhao: invalid null discharged_on:
END
}
rows() {
    run_java -cp "$jar:$scratch:$h2" DecideFromDatabase >"$scratch/rows" || return
    cat "$scratch/rows"
    expected | while read -r line; do
        grep -q "^$line" "$scratch/rows" || { echo "missing: $line"; return 1; }
    done
}
if [ -n "$h2" ]; then
    holds 'DecideFromDatabase decides each row and tells the bad one' rows
    holds 'DecideFromDatabase says why not' \
        grep -q '^2 .*below the second class' "$scratch/rows"
    holds 'DecideFromDatabase names what is missing' \
        grep -q '^3 .*missing: ' "$scratch/rows"
else
    skip 'DecideFromDatabase decides each row' \
        'H2 is not found (Debian: apt install libh2-java)'
fi
finish
