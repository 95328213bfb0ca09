# SPDX-License-Identifier: MIT
# variant-sanitize-python.sh - the Python tests over a library with ASan, UBSan.
. "$srcdir/tests/variant.sh"
[ -d python/mutualaid ] || skip_all 'the Python binding is switched off'
tests=$(cd "$source" && ls tests/python/test_*.py)

holds 'everything builds with sanitizers' variant sanitize-python \
    --enable-sanitize --disable-check --enable-python PYTHON="$PYTHON"
# shellcheck disable=SC2086 # tests are words
make -s -k -C variants/sanitize-python check TESTS="$(echo $tests)" \
    >/dev/null 2>&1
for test in $tests; do
    holds "${test##*/} passes with sanitizers" \
        clean "variants/sanitize-python/${test%.py}"
done
finish
