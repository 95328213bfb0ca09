#!/bin/sh
# SPDX-License-Identifier: MIT
# check-literals.sh - no constant of a rulebook goes unwatched.
: "${srcdir:=.}"
. "$srcdir/tests/tap.sh"
[ -n "${PYTHON:-}" ] || skip_all 'Python is switched off'

# watched RULEBOOK [OPTION..]: every change but the listed ones is noticed.
watched() {
    name=$(basename "$1" .json)
    "$PYTHON" "$srcdir/tests/literals/literals.py" tests/literals/reread \
        "$srcdir/$1" "$srcdir/tests/literals/equivalent-$name.txt" $2
}

holds 'each literal of a small rulebook is watched by an example or a proof' \
    watched tests/rulebooks/harbour-yen.json ''
holds 'so is each of a sample of the built-in rulebook, but for listed ones' \
    watched rulebooks/beijing.json '--sample 60 --seed 1'
holds 'so is each of a sample of the formula shapes, but for listed ones' \
    watched tests/rulebooks/shapes.json '--sample 60 --seed 1'
finish
