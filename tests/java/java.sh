# SPDX-License-Identifier: MIT
# java.sh - what the tests of the Java package share.
. "$srcdir/tests/tap.sh"
jar=mutualaid.jar
JAVA=${JAVA:-java} JAVAC=${JAVAC:-javac} JAVADOC=${JAVADOC:-javadoc}
[ -f "$jar" ] || skip_all 'the Java binding is switched off'
srcdir=$(cd "$srcdir" && pwd)

# library NAME CLASS: the jar of that name, if there is one with that class.
library() {
    for file in /usr/share/java/$1.jar; do
        [ -f "$file" ] && unzip_lists "$file" "$2" && echo "$file" && return
    done
}
unzip_lists() {
    "$(dirname "$(command -v "$JAVAC")")/jar" tf "$1" | grep -q "^$2.class"
}

# run_java ARGUMENT..: an instrumented library needs its run-time loaded first.
run_java() {
    if [ "${INSTRUMENTED:-no}" = yes ]; then
        LD_PRELOAD=$(${CC:-cc} -print-file-name=libasan.so) \
            ASAN_OPTIONS=detect_leaks=0:handle_segv=0 "$JAVA" "$@"
    else
        "$JAVA" "$@"
    fi
}
