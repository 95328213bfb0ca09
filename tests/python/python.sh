# SPDX-License-Identifier: MIT
# python.sh - what the shell tests of the Python package share.
. "$srcdir/tests/tap.sh"
[ -d python/mutualaid ] || skip_all 'the Python binding is switched off'
: "${PYTHON:=python3}"
srcdir=$(cd "$srcdir" && pwd)
package=$PWD/python

# run_python ARGUMENT..: with the package of this build.
run_python() {
    PYTHONPATH=$package PYTHONDONTWRITEBYTECODE=1 PYTHONUTF8=1 \
        "$PYTHON" "$@"
}
