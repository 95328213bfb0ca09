# SPDX-License-Identifier: MIT
# check-pip.sh - pip builds a package that needs nothing else.
. "$srcdir/tests/python/python.sh"
. "$srcdir/tests/python/pip.sh"
[ "${INSTRUMENTED:-no}" = no ] || skip_all 'the build is instrumented'
scratch
checkout
"$PYTHON" -c 'import setuptools, wheel, pip, venv' 2>/dev/null ||
    skip_all 'setuptools, wheel, pip or venv is missing (Debian: apt install python3-setuptools python3-wheel python3-pip python3-venv)'
holds 'the source distribution is built from a checkout' \
    source_distribution "$PYTHON" "$scratch/source" "$scratch/sdist"
holds 'pip builds a wheel from it without SWIG' sh -c "
    . '$srcdir/tests/python/pip.sh'
    PATH=\$(without_swig '$scratch/bin') build_wheel '$PYTHON' \
        '$scratch'/sdist/mutualaid-*.tar.gz '$scratch/wheel' \
        --no-build-isolation"
holds 'a virtual environment takes the wheel' \
    environment "$PYTHON" "$scratch/env" "$scratch"/wheel/*.whl
holds 'its decisions are those of the golden cases' \
    passes "$scratch/env" test_golden.py
holds 'it passes the tests of decisions' \
    passes "$scratch/env" test_decision.py
empty 'its module shows nothing but what Python calls' sh -c \
    "${NM:-nm} -D --defined-only '$scratch'/env/lib/python3*/site-packages/mutualaid/_swig/_core*.so |
        grep -v ' PyInit_'"
finish
