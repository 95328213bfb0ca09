# SPDX-License-Identifier: MIT
# check-javadoc.sh - the manual of the Java package.
. "$srcdir/tests/java/java.sh"
command -v "$JAVADOC" >/dev/null || skip_all 'javadoc is not found'
scratch
generated=bindings/java/generated
[ -d "$generated" ] || generated=$srcdir/$generated
empty 'javadoc has nothing to warn of' \
    "$JAVADOC" -quiet -encoding UTF-8 -Xdoclint:all -d "$scratch/manual" \
    -sourcepath "$srcdir/bindings/java:$generated" org.mutualaid
holds 'what is private is not in it' sh -c \
    "[ -f '$scratch/manual/org/mutualaid/Rulebook.html' ] &&
    [ ! -e '$scratch/manual/org/mutualaid/Book.html' ] &&
    [ ! -e '$scratch/manual/org/mutualaid/internal' ]"

# bytecode: the classes that are newer than Java 8 (version 52 of the format).
newer() {
    mkdir "$scratch/classes" && cd "$scratch/classes" &&
        "$(dirname "$(command -v "$JAVAC")")/jar" xf "$built" &&
        find . -name '*.class' | while read -r class; do
            [ "$(od -An -tu1 -j7 -N1 "$class" | tr -d ' ')" = 52 ] ||
                echo "$class"
        done
}
built=$PWD/$jar
empty 'every class runs on Java 8' newer
holds 'the jar holds one library and names its module' sh -c \
    "[ \$(find '$scratch/classes/META-INF/native' -type f | wc -l) = 1 ] &&
    grep -q '^Automatic-Module-Name: org.mutualaid' \
        '$scratch/classes/META-INF/MANIFEST.MF'"
# exported: what the library in the jar shows, but for what Java calls.
exported() {
    ${NM:-nm} -D --defined-only bindings/java/.libs/libmutualaid_jni.so |
        grep -v ' [TWV] \(Java_\|JNI_On\)'
}
empty 'the library in the jar shows nothing but what Java calls' exported
finish
