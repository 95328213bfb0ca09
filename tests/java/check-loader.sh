# SPDX-License-Identifier: MIT
# check-loader.sh - how the Java package finds its native library.
. "$srcdir/tests/java/java.sh"
[ "${INSTRUMENTED:-no}" = no ] || skip_all 'the build is instrumented'
scratch
trap 'umount "$scratch/noexec" 2>/dev/null; chmod -R u+w "$scratch" && rm -rf "$scratch"' EXIT
mkdir "$scratch/classes" "$scratch/tmp"
"$JAVAC" --release 8 -Xlint:-options -cp "$jar" -d "$scratch/classes" \
    "$srcdir/tests/java/LoaderProbe.java" >&2 || exit 1

# probe OPTION..: load the library in a virtual machine of its own.
probe() {
    "$JAVA" "$@" -cp "${probed:-$jar}:$scratch/classes" LoaderProbe
}
# says PATTERN COMMAND..: what the command prints holds the pattern.
says() {
    pattern=$1
    shift
    said=$("$@" 2>&1)
    printf '%s\n' "$said"
    printf '%s\n' "$said" | grep -q -- "$pattern"
}
unpacked() {
    find "$scratch/tmp" -name '*.so' | wc -l | tr -d ' '
}
in_tmp=-Djava.io.tmpdir=$scratch/tmp

holds 'the library is loaded from the jar' says '^loaded beijing' probe "$in_tmp"
holds 'it is unpacked once, whatever the process' sh -c "[ $(unpacked) = 1 ]"
probe "$in_tmp" >/dev/null
probe "$in_tmp" >/dev/null & probe "$in_tmp" >/dev/null
wait
holds 'several processes use one file' sh -c "[ $(unpacked) = 1 ]"
empty 'nothing else is left behind' \
    find "$scratch/tmp" -type f ! -name '*.so'
holds 'its folder is open to its owner alone' sh -c \
    "ls -ld '$scratch'/tmp/mutualaid-* | grep -q '^drwx------'"
holds 'its name says version and content' sh -c \
    "ls '$scratch'/tmp/mutualaid-*/ | grep -qE '^[0-9.]+-[0-9a-f]{64}[.]so\$'"

spoil() {
    for file in "$scratch"/tmp/mutualaid-*/*.so; do
        echo 'not a library' >"$file"
    done
}
spoil
holds 'an unpacked file that was changed is replaced' \
    says '^loaded beijing' probe "$in_tmp"

holds 'class loaders each load their own' \
    says 'class loader 5' "$JAVA" "$in_tmp" -cp "$scratch/classes:$jar" \
    LoaderProbe 5 "$jar"
before=$(unpacked)
"$JAVA" "$in_tmp" -cp "$scratch/classes:$jar" LoaderProbe 5 "$jar" >/dev/null
holds 'the copies for class loaders are used again' \
    sh -c "[ $before = $(unpacked) ]"

mkdir "$scratch/other" && chmod 755 "$scratch/other"
mkdir -m 777 "$scratch/other/mutualaid-$(id -un)"
other=$scratch/other
holds 'a folder that others could write to is not used' \
    says '^loaded beijing' probe "-Dmutualaid.tmpdir=$other"
empty 'nothing was put into it' find "$other/mutualaid-$(id -un)" -type f

mkdir "$scratch/links"
ln -s "$scratch/tmp" "$scratch/links/mutualaid-$(id -un)"
holds 'a link in place of the folder is not followed' sh -c "
    '$JAVA' '-Dmutualaid.tmpdir=$scratch/links' -cp '$jar:$scratch/classes' \
        LoaderProbe | grep -q '^loaded beijing' &&
    [ \$(find '$scratch/links' -name '*.so' | wc -l) = 1 ]"

nowhere=-Dmutualaid.tmpdir=$scratch/nowhere
holds 'a folder that is not there is told with the remedy' \
    says 'mutualaid.tmpdir=<folder>' probe "$nowhere"
holds 'the failure names the system and every path that was tried' \
    says "$(uname -s).*tried:" probe "$nowhere"
holds 'the failure is told again when it is tried again' sh -c "
    [ \$('$JAVA' '$nowhere' -cp '$jar:$scratch/classes' LoaderProbe |
        grep -c '^NativeLibraryException') = 2 ]"

if [ "$(id -u)" != 0 ]; then
    mkdir -m 500 "$scratch/readonly"
    holds 'a folder that cannot be written is told with the remedy' \
        says 'mutualaid.tmpdir=<folder>' probe \
        "-Dmutualaid.tmpdir=$scratch/readonly"
else
    mkdir "$scratch/readonly"
    if mount -t tmpfs -o ro tmpfs "$scratch/readonly" 2>/dev/null; then
        holds 'a folder that cannot be written is told with the remedy' \
            says 'mutualaid.tmpdir=<folder>' probe \
            "-Dmutualaid.tmpdir=$scratch/readonly"
        umount "$scratch/readonly"
    else
        skip 'a folder that cannot be written is told with the remedy' \
            'root may write everywhere, and cannot mount here'
    fi
fi

mkdir "$scratch/noexec"
noexec=-Dmutualaid.tmpdir=$scratch/noexec
if mount -t tmpfs -o noexec tmpfs "$scratch/noexec" 2>/dev/null; then
    holds 'a folder mounted noexec is told as such' \
        says 'is the folder mounted noexec' probe "$noexec"
else
    skip 'a folder mounted noexec is told as such' 'only root can mount'
fi

library=$PWD/bindings/java/.libs/libmutualaid_jni.so
holds 'a library that is named is loaded, and nothing is unpacked' sh -c "
    '$JAVA' '-Dmutualaid.library.path=$library' '$nowhere' \
        -cp '$jar:$scratch/classes' LoaderProbe | grep -q '^loaded beijing'"
holds 'a library that is named and is not there is told, and no other used' \
    says "no-such.so" probe "-Dmutualaid.library.path=$scratch/no-such.so"
holds 'a library that is another one is told as such' \
    says 'native library of version unknown' probe \
    "-Dmutualaid.library.path=$(find "$(dirname \
        "$(readlink -f "$(command -v "$JAVA")")")/../lib" -name 'libnet.so')"

# A jar without the library inside finds it where the system looks.
cp "$jar" "$scratch/bare.jar"
(cd "$scratch" && mkdir -p bare && cd bare &&
    "$(dirname "$(command -v "$JAVAC")")/jar" xf ../bare.jar &&
    rm -r META-INF/native)
probed=$scratch/bare
holds 'without one inside the jar the system is asked' \
    says '^loaded beijing' probe "-Djava.library.path=$(dirname "$library")"
holds 'a jar for other systems alone is told as such' \
    says 'not in the jar' probe

# The same package, saying of itself that it is another version.
cat >"$scratch/CoreConstants.java" <<'END'
package org.mutualaid.internal;
public interface CoreConstants { String MUTAID_VERSION = "9.9.9"; }
END
"$JAVAC" --release 8 -Xlint:-options -d "$scratch/bare" \
    "$scratch/CoreConstants.java" >&2
generated=bindings/java/generated
[ -d "$generated" ] || generated=$srcdir/$generated
"$JAVAC" --release 8 -Xlint:-options -cp "$scratch/bare" -d "$scratch/bare" \
    -sourcepath "$srcdir/bindings/java:$scratch/none" \
    "$srcdir/bindings/java/org/mutualaid/internal/NativeLoader.java" >&2
holds 'a library of another version is refused' \
    says 'the package is of version 9.9.9, the native library of version' \
    probe "-Dmutualaid.library.path=$library"
finish
