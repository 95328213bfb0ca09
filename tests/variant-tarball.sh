# SPDX-License-Identifier: MIT
# variant-tarball.sh - a release tarball builds and replays on a machine that
# has a C compiler, make and nothing else of ours.
. "$srcdir/tests/variant.sh"
scratch
# Under a name of its own, so that make distcheck may run beside it.
tarball() {
    make -s dist-gzip distdir=libmutualaid-plain &&
        tar xzf libmutualaid-plain.tar.gz -C "$scratch" &&
        rm -f libmutualaid-plain.tar.gz
}
plain_build() {
    mkdir "$scratch/build" && cd "$scratch/build" &&
        ../libmutualaid-plain/configure SWIG=no PKG_CONFIG=no JAVAC=no PYTHON=no \
            CC="$CC" && make -s && make -s check
}
holds 'make dist writes a tarball' tarball
# forgotten: files of the repository that the tarball lacks.
forgotten() {
    git -C "$source" ls-files | while read -r file; do
        [ -e "$scratch/libmutualaid-plain/$file" ] || echo "$file"
    done
}
if git -C "$source" rev-parse HEAD >/dev/null 2>&1; then
    empty 'it holds every file of the repository' forgotten
else
    skip 'it holds every file of the repository' 'this is no repository'
fi
holds 'it builds and replays without Check, SWIG, Python and Java' plain_build
holds 'it replayed the golden and the refused cases' \
    grep -qE '^ok [0-9]+ - refused' "$scratch/build/tests/plain/replay.log"
holds 'Check and the bindings were switched off with a notice' \
    grep -q 'WARNING: without the Python binding' "$scratch/build/config.log"
finish
