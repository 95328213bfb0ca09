# SPDX-License-Identifier: MIT
# check-install-python.sh - make install puts the package where Python looks.
. "$srcdir/tests/python/python.sh"
[ "${INSTRUMENTED:-no}" = no ] || skip_all 'the build is instrumented'
unset MAKEFLAGS MFLAGS MAKELEVEL
scratch
root=$scratch/root

holds 'make install-python fills a DESTDIR' \
    make -s install-python DESTDIR="$root"
folder=$(dirname "$(find "$root" -type d -name mutualaid -prune)")

# searched: whether this Python would find the folder, were it not below $root.
searched() {
    "$PYTHON" -c 'import site, sys; sys.exit(sys.argv[1] not in
        site.getsitepackages())' "${folder#"$root"}"
}
case ${folder#"$root"} in
/usr/*) holds 'it is a folder in which this Python looks' searched ;;
*) skip 'it is a folder in which this Python looks' \
    'the prefix is not that of a system' ;;
esac

# package: test_NAME of ours against the installed package.
package=$folder
passes() {
    MUTUALAID_PACKAGE=$folder PYTHONDONTWRITEBYTECODE=1 \
        "$PYTHON" "$srcdir/tests/python/$1"
}
holds 'the installed package passes the tests of decisions' \
    passes test_decision.py
holds 'it needs no other library of ours' sh -c "
    ! ldd '$folder'/mutualaid/_swig/_core*.so | grep -q mutualaid"
empty 'it holds what the build folder holds' \
    diff -r -x __pycache__ python/mutualaid "$folder/mutualaid"
holds 'make uninstall-python succeeds' \
    make -s uninstall-python DESTDIR="$root"
empty 'and leaves no file' find "$root" -type f
finish
