# SPDX-License-Identifier: MIT
# check-locale.sh - every C test passes again where numbers have a comma.
. "$srcdir/tests/tap.sh"
scratch

# comma_locale: set $comma to what makes a program see a locale with a decimal
# comma; make one if need be, from the sources of Debian's package `locales`.
comma_locale() {
    for name in fr_FR.UTF-8 de_DE.UTF-8; do
        comma="LC_ALL=$name"
        [ "$(env "$comma" locale decimal_point 2>/dev/null)" != , ] || return 0
    done
    comma="LC_ALL=fr_FR.UTF-8 LOCPATH=$scratch"
    localedef -i fr_FR -f UTF-8 "$scratch/fr_FR.UTF-8" >/dev/null 2>&1
}
comma_locale || skip_all 'no locale with a decimal comma (package locales)'

# passes PROGRAM: it uses the locale, and no test of it fails.
passes() {
    # shellcheck disable=SC2086 # comma holds words
    env $comma "$1" >"$scratch/log" 2>&1
    status=$?
    grep -v '^ok' "$scratch/log"
    [ $status = 0 ] && grep -q '^# decimal point: ,$' "$scratch/log" &&
        grep -q '^1\.\.[1-9]' "$scratch/log"
}
for program in ${UNIT_PROGRAMS-} tests/plain/replay; do
    holds "$(basename "$program") passes with a decimal comma" \
        passes "./$program"
done
finish
