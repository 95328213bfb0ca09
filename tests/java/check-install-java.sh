# SPDX-License-Identifier: MIT
# check-install-java.sh - make install installs the jar, and it works alone.
. "$srcdir/tests/java/java.sh"
[ "${INSTRUMENTED:-no}" = no ] || skip_all 'the build is instrumented'
unset MAKEFLAGS MFLAGS MAKELEVEL
scratch
root=$scratch/root
holds 'make install fills a DESTDIR' make -s install-data DESTDIR="$root"
installed=$(find "$root" -name mutualaid.jar)
holds 'the jar lies in share/java' sh -c \
    "case '$installed' in */share/java/mutualaid.jar) ;; *) exit 1 ;; esac"
mkdir "$scratch/empty"
compile() {
    "$JAVAC" -encoding UTF-8 --release 8 -Xlint:-options -cp "$installed" \
        -d "$scratch" "$srcdir/examples/java/Hello.java"
}
hello() {
    cd "$scratch/empty" && "$JAVA" -cp "$installed:$scratch" Hello |
        grep -q '^360.00$'
}
holds 'a program is compiled against it alone' compile
holds 'and runs with it alone' hello
finish
