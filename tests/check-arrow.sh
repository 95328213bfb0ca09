# SPDX-License-Identifier: MIT
# check-arrow.sh - pyarrow hands record batches over, and takes answers back.
. "$srcdir/tests/tap.sh"
[ -n "${PYTHON:-}" ] || skip_all 'Python is switched off'
[ "${INSTRUMENTED:-no}" = no ] || skip_all 'the build is instrumented'
[ -f .libs/libmutualaid.so ] || skip_all 'no shared library is built'
exec "$PYTHON" "$srcdir/tests/python/arrow_interface.py"
