# SPDX-License-Identifier: MIT
# variant-pythons.sh - pip's package passes its tests on every Python at hand.
. "$srcdir/tests/python/python.sh"
. "$srcdir/tests/python/pip.sh"
[ "${INSTRUMENTED:-no}" = no ] || skip_all 'the build is instrumented'
scratch

# pythons: each interpreter from 3.9 on, one to a version.
pythons() {
    for python in "$PYTHON" /usr/bin/python3.[0-9] /usr/bin/python3.[0-9][0-9] "$HOME"/.pyenv/versions/*/bin/python3; do
        [ -x "$python" ] && "$python" -c 'import sys, os
if sys.version_info >= (3, 9): print("%d.%d" % sys.version_info[:2], os.path.realpath(sys.executable))' 2>/dev/null
    done | sort -V -u -k 1,1
}
checkout
pythons >"$scratch/pythons"
while read -r version python; do
    work=$scratch/$version
    mkdir "$work"
    if ! build_wheel "$python" "$scratch/source" "$work/wheel" >"$work/log" 2>&1 &&
        grep -qiE 'connection|network|could not find a version' "$work/log"; then
        skip "the package is built for Python $version" \
            'setuptools cannot be fetched'
        continue
    fi
    holds "the package is built for Python $version" \
        sh -c "cat '$work/log' >&2; ls '$work'/wheel/*.whl"
    holds "Python $version takes it" \
        environment "$python" "$work/env" "$work"/wheel/*.whl
    for test in "$srcdir"/tests/python/test_*.py; do
        [ "${test##*/}" != test_model.py ] || continue
        holds "Python $version passes ${test##*/}" \
            passes "$work/env" "${test##*/}"
    done
done <"$scratch/pythons"
finish
