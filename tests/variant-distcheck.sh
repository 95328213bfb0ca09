# SPDX-License-Identifier: MIT
# variant-distcheck.sh - make distcheck: read-only sources, install, uninstall.
. "$srcdir/tests/variant.sh"
holds 'make distcheck passes' make -s distcheck
finish
